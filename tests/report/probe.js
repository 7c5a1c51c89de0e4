// What a reader would see wrong on a page: run in the page itself, returns plain values.
"use strict";
window.probe = () => {
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);
  const room = document.documentElement.clientWidth;
  const seen = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== "hidden";

  const wide = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.right > room + 1 && !one.closest(".table, .peek, .draft-mark, svg, .skip");
  });

  // Tables that are not made to be moved sideways stay within the page; a turned sheet is longer by half.
  const tables = [...document.querySelectorAll(".table")].filter((one) => {
    if (!one.getClientRects().length) return false;
    const style = getComputedStyle(one);
    if (style.overflowX === "auto" && one.classList.contains("scroll")) return false;
    const box = one.getBoundingClientRect().width * (style.page === "turned" ? 1.4 : 1);
    return one.querySelector("table").getBoundingClientRect().width > box + 1;
  });

  // A word stands on one line unless it has a hyphen: nothing is divided just anywhere.
  const broken = new Set();
  const range = document.createRange();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    if (node.parentElement.closest("svg, script, style, code, #sources, #grounds, .peek") || !seen(node.parentElement)) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5);
      if (boxes.length > 1 && boxes[boxes.length - 1].top > boxes[0].top + 4) broken.add(word[0]);
    }
  }

  const channels = (colour) => {
    const found = colour.match(/[\d.]+/g).map(Number);
    return colour.startsWith("color(srgb") ? [...found.slice(0, 3).map((one) => one * 255), ...found.slice(3)] : found;
  };
  const over = (top, below) => {
    const [red, green, blue, alpha = 1] = top;
    return [red, green, blue].map((one, index) => one * alpha + below[index] * (1 - alpha));
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (first, second) => {
    const [high, low] = [light(first), light(second)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const grounds = new Map();
  const ground = (one) => {
    if (!one) return [255, 255, 255];
    if (!grounds.has(one)) grounds.set(one, over(channels(getComputedStyle(one).backgroundColor), ground(one.parentElement)));
    return grounds.get(one);
  };
  const weak = new Map();
  const check = (text, colour, below) => {
    const ratio = contrast(over(channels(colour), below), below);
    if (ratio < 4.5) weak.set(`${colour} on ${below.map(Math.round)}`, `${ratio.toFixed(2)}: ${short(text)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || one.closest("svg, script, style, [aria-hidden], .skip") || !seen(one)) continue;
    check(walker.currentNode.data, getComputedStyle(one).color, ground(one));
  }

  const drawn = [];
  const cut = [];
  const overlaps = [];
  for (const svg of document.querySelectorAll(".chart svg")) {
    if (!seen(svg)) continue;
    const chart = svg.getBoundingClientRect();
    drawn.push(svg.parentElement.className);
    const paper = ground(svg.closest("figure"));
    const shapes = [...svg.querySelectorAll("rect, path, circle, text")];
    const texts = shapes
      .map((one, index) => ({ one, index, box: one.getBoundingClientRect() }))
      .filter(({ one, box }) => one.tagName === "text" && box.width > 0);
    for (const { one, index, box } of texts) {
      if (box.right > chart.right + 1.5 || box.left < chart.left - 1.5 || box.bottom > chart.bottom + 2 || box.top < chart.top - 3) {
        cut.push(short(one.textContent));
      }
      const x = (box.left + box.right) / 2;
      const y = (box.top + box.bottom) / 2;
      let below = paper;
      for (const shape of shapes.slice(0, index)) {
        if (shape.tagName === "text" || one.getAttribute("paint-order")) continue;
        const style = getComputedStyle(shape);
        if (style.fill === "none" || style.fill.startsWith("url")) continue;
        const place = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
        if (!shape.isPointInFill(place)) continue;
        const [red, green, blue, alpha = 1] = channels(style.fill);
        below = over([red, green, blue, alpha * Number(style.fillOpacity) * Number(style.opacity)], below);
      }
      check(one.textContent, getComputedStyle(one).fill, below);
    }
    for (const dot of svg.querySelectorAll("circle")) {
      const box = dot.getBoundingClientRect();
      for (const { one, box: words } of texts) {
        const across = Math.min(box.right, words.right) - Math.max(box.left, words.left);
        const up = Math.min(box.bottom, words.bottom) - Math.max(box.top, words.top);
        if (across > 1.5 && up > 0.25 * words.height) overlaps.push(`a dot | ${short(one.textContent)}`);
      }
    }
    texts.forEach((first, index) => {
      for (const second of texts.slice(index + 1)) {
        const across = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
        const up = Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
        if (across > 1 && up > 0.3 * Math.min(first.box.height, second.box.height)) {
          overlaps.push(`${short(first.one.textContent)} | ${short(second.one.textContent)}`);
        }
      }
    });
  }

  const legends = [...document.querySelectorAll(".legend")].map((legend) => {
    const buttons = [...legend.querySelectorAll("button")];
    const chart = legend.nextElementSibling;
    buttons[0].click();
    const off = [...chart.querySelectorAll(".series.off")];
    const found = {
      names: buttons.map((one) => one.textContent),
      pressed: buttons.map((one) => one.getAttribute("aria-pressed")),
      off: [...new Set(off.map((one) => one.dataset.name))],
      gone: off.every((one) => one.getClientRects().length === 0 || one.getBoundingClientRect().width === 0),
    };
    buttons[0].click();
    return { ...found, back: chart.querySelectorAll(".series.off").length === 0 };
  });

  const unsaid = [...document.querySelectorAll("img, [role=img]")].filter(
    (one) => !(one.getAttribute("alt") || one.getAttribute("aria-label") || "").trim(),
  );
  return {
    room,
    page: document.documentElement.scrollWidth,
    wide: wide.map((one) => `${one.tagName}.${one.className}: ${short(one.textContent)}`).slice(0, 5),
    tables: tables.map((one) => one.getAttribute("aria-label")).slice(0, 5),
    broken: [...broken].slice(0, 8),
    drawn: [...new Set(drawn)],
    charts: drawn.length,
    cut: cut.slice(0, 8),
    overlaps: overlaps.slice(0, 8),
    weak: Object.fromEntries([...weak].slice(0, 8)),
    unsaid: unsaid.length,
    legends,
  };
};
