"use strict";
// Comforts only: every page reads and works without this file. Text from the page goes to the page as text.
(() => {
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  for (const table of document.querySelectorAll("table.answer[data-filter]")) {
    const rows = [...table.tBodies]; // an answer's row, and the records behind it

    const input = make("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: false });
    const label = make("label", { htmlFor: "filter", textContent: table.dataset.filter });
    const said = make("output", { htmlFor: "filter" });
    const box = make("div", { className: "filter" });
    box.append(label, input, said);
    table.parentElement.before(box);
    const texts = rows.map((row) => row.textContent.toLocaleLowerCase());
    input.addEventListener("input", () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      said.textContent = words.length ? table.dataset.shown.replace("#", shown) : "";
    });

    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", { type: "button", textContent: head.textContent });
      button.title = table.dataset.sort.replace("#", () => head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.rows[0].cells[column].dataset.key;
        // What is not stated stays last, whichever way.
        table.append(...[...rows].sort((a, b) => {
          const x = key(a), y = key(b);
          if (x === y) return 0;
          if (!x || !y) return x ? -1 : 1;
          return (x < y ? -1 : 1) * (down ? -1 : 1);
        }));
      });
    });
  }

  for (const input of document.querySelectorAll("input[data-suggest]")) {
    let asked = 0;
    const kind = document.getElementById(input.dataset.kindFrom);
    const address = () => kind ? input.dataset.suggest.replace(/[^/]*$/, encodeURIComponent(kind.value)) : input.dataset.suggest;
    const query = () => {
      const asked = new URLSearchParams({ q: input.value });
      for (const name of ["as_of", "scenario"]) { // the day and the scenario that the form asks of
        const value = input.form?.elements[name]?.value;
        if (value) asked.set(name, value);
      }
      return asked;
    };
    input.addEventListener("input", async () => {
      const number = ++asked;
      const answer = await fetch(`${address()}?${query()}`);
      if (!answer.ok || number !== asked) return;
      const found = await answer.json();
      input.list.replaceChildren(...found.map(({ id, name }) => make("option", { value: id, label: name })));
    });
  }

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details:not([open], .screen)")) { each.open = true; opened.push(each); }
  });
  addEventListener("afterprint", () => { for (const each of opened.splice(0)) each.open = false; });
})();
