// The table: its library is fetched when the first table is asked for; columns are hidden in this browser alone.
"use strict";

((app) => {
  const { setProps } = app;
  const kit = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  kit.EventLink = ({ data, value }) => window.React.createElement("a", { href: data.href }, value);

  let library;
  const fetched = (source) => {
    library ||= new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, onload: done, onerror: failed });
      document.head.append(script);
    });
    return library;
  };
  let latest;
  const hidden = new Set();
  const show = async (asked) => {
    if (!asked && !latest) return;
    latest = asked;
    if (asked) {
      for (const column of asked.grid.props.columnDefs) column.hide = hidden.has(column.field);
      await fetched(asked.script);
    }
    if (asked === latest) setProps("table", { children: asked ? asked.grid : null });
  };
  const column = ({ dataset, checked }) => {
    if (checked) hidden.delete(dataset.column);
    else hidden.add(dataset.column);
    const columnDefs = latest.grid.props.columnDefs.map((each) => ({ ...each, hide: hidden.has(each.field) }));
    setProps("grid", { columnDefs });
  };
  const shows = (name) => !hidden.has(name);
  app.table = { show, column, shows };
})(window.app);
