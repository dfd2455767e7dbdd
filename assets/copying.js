// A button with data-copies: the text at that address goes to the clipboard, and the button says so.
"use strict";

(() => {
  const said = (button, text) => {
    const before = button.dataset.says || button.textContent;
    button.dataset.says = before;
    button.textContent = text;
    document.getElementById("status").textContent = text;
    setTimeout(() => { button.textContent = before; }, 1800);
  };
  // The clipboard is asked at once, while the click still counts as the reader's; the text comes later.
  const copied = (address) => {
    const text = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    });
    if (!window.ClipboardItem) return text.then((plain) => navigator.clipboard.writeText(plain));
    const plain = text.then((words) => new Blob([words], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
  };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copies]");
    if (!button) return;
    Promise.resolve().then(() => copied(button.dataset.copies))
      .then(() => said(button, "Copied"), () => said(button, "Could not copy"));
  });
})();
