// The share menu: fetched when it is asked for, so that no filter waits for it; copies texts and pictures.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const say = (text) => {
    byId("copied").textContent = "";
    setTimeout(() => (byId("copied").textContent = text), 50); // the same words twice are said twice
  };

  // What is shared is what is seen: the address, and how far its reader has watched.
  const open = async () => {
    const { pathname, search } = window.location;
    const asked = new URLSearchParams(search);
    const watched = byId("seen");
    if (watched) asked.set("seen", watched.dataset.now || "none");
    asked.set("page", pathname);
    try {
      const answer = await fetch(`/share?${asked}`);
      if (!answer.ok) throw new Error(answer.statusText);
      byId("offered").innerHTML = await answer.text();
    } catch (error) {
      byId("offered").innerHTML = '<h2 id="share-title">Share</h2><p>The menu did not come. Try again in a moment.</p>';
    }
    if (!byId("share").open) byId("share").showModal();
  };

  const copy = async (button) => {
    const field = byId(button.dataset.takes);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (error) {
      // Only safe origins have a clipboard; everywhere a selected text can be copied.
      field.focus();
      field.select();
      if (!document.execCommand("copy")) return say("This browser lets no page copy: the text is selected, copy it by keyboard.");
      button.focus();
    }
    say("Copied.");
  };
  const copyPicture = async (address) => {
    if (!navigator.clipboard || !window.ClipboardItem) return say("This browser lets no page copy pictures: download the PNG instead.");
    say("Drawing the picture …");
    const drawn = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.blob();
    });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": drawn })]);
      say("Picture copied.");
    } catch (error) {
      const there = await drawn.catch(() => undefined);
      say(there ? "This browser did not copy the picture: download the PNG instead." : "The picture could not be drawn just now. Try again in a moment.");
    }
  };

  const chosen = ({ target }) => {
    if (target.name !== "share-picture") return;
    for (const part of byId("share").querySelectorAll("[data-picture]")) part.hidden = part.dataset.picture !== target.value;
  };
  document.addEventListener("change", chosen);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#shares, #share button");
    if (!button) return;
    if (button.id === "shares") open();
    else if (button.dataset.takes) copy(button);
    else if (button.dataset.takesPicture) copyPicture(button.dataset.takesPicture);
  });
})();
