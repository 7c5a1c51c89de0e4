"use strict";
(() => {
  const peek = document.getElementById("peek");
  const body = peek.querySelector(".peek-body");
  let opener = null;

  const close = (back) => {
    peek.hidden = true;
    if (back && opener) opener.focus();
    opener = null;
  };

  const fill = (target) => {
    body.replaceChildren();
    if (target.tagName === "TR") {
      const list = document.createElement("dl");
      const cells = [...target.cells];
      for (let row = target.nextElementSibling; row && row.classList.contains("remark"); row = row.nextElementSibling) {
        cells.push(...row.cells);
      }
      for (const cell of cells) {
        const line = document.createElement("div");
        const term = document.createElement("dt");
        const meaning = document.createElement("dd");
        term.textContent = cell.dataset.label || "";
        meaning.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
        line.append(term, meaning);
        list.append(line);
      }
      body.append(list);
      return;
    }
    const meaning = target.querySelector("dd") || target;
    body.append(...[...meaning.childNodes].map((node) => node.cloneNode(true)));
  };

  const place = (number) => {
    const box = number.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, room - peek.offsetWidth - 8));
    const below = box.bottom + 6;
    const fits = below + peek.offsetHeight < window.innerHeight;
    const top = fits ? below : Math.max(8, box.top - peek.offsetHeight - 6);
    peek.style.left = `${left + window.scrollX}px`;
    peek.style.top = `${top + window.scrollY}px`;
  };

  document.addEventListener("click", (event) => {
    const number = event.target.closest("a.number");
    if (number && !event.metaKey && !event.ctrlKey) {
      const target = document.getElementById(number.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      opener = number;
      fill(target);
      document.getElementById("peek-title").textContent = number.textContent;
      peek.querySelector(".peek-go").href = number.hash;
      peek.hidden = false;
      place(number);
      peek.querySelector(".peek-close").focus({ preventScroll: true });
      return;
    }
    if (event.target.closest(".peek-close")) close(true);
    else if (event.target.closest(".peek a") || !event.target.closest(".peek")) close(false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !peek.hidden) close(true);
  });

  for (const chart of document.querySelectorAll(".chart")) {
    const groups = [...chart.querySelectorAll("g.series")];
    const names = new Map(groups.map((group) => [group.dataset.name, group.dataset.colour]));
    if (names.size < 2) continue;
    const legend = document.createElement("div");
    legend.className = "legend";
    legend.setAttribute("role", "group");
    legend.setAttribute("aria-labelledby", `${chart.closest("figure").id}-title`);
    for (const [name, colour] of names) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.style.setProperty("--line", colour);
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        const shown = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(shown));
        for (const group of groups) {
          if (group.dataset.name === name) group.classList.toggle("off", !shown);
        }
      });
      legend.append(button);
    }
    chart.before(legend);
  }

  window.addEventListener("beforeprint", () => {
    close(false);
  });
})();
