"use strict";
// The check lists of the page are data; everything that is seen is made of it and of the answers, as text and never as
// HTML. Answers are kept in the browser with every change, and saved as a CSV file.
(() => {
  const page = JSON.parse(document.getElementById("data").textContent);
  const words = page.words;
  const heads = ["place", "shopper", "date", "time"];

  let list; // that is filled in
  let items; // its items by id, in their order
  let visit; // the answers to it
  let views; // what is seen of the items, by id
  let gone_to = ""; // the last gap that was gone to
  let keeps_draft = true;

  // Elements.

  const put = (parent, name, properties = {}, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    if (text) element.textContent = text;
    return parent.appendChild(element);
  };
  const worded = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const numbered = (item) => `${item.number} ${item.text || item.requirement}`;

  // Drafts. Storage may be switched off, full, or forbidden to a page that was opened from a mail.

  const draft_name = () => `canvasbook/${list.id}/${list.revision}`;
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      keeps_draft = false;
      return null;
    }
  };
  const store = (name, value) => {
    try {
      localStorage.setItem(name, value);
      keeps_draft = true;
    } catch {
      keeps_draft = false;
    }
  };

  const two_digits = (number) => String(number).padStart(2, "0");
  const new_visit = () => {
    const now = new Date();
    const date = [now.getFullYear(), two_digits(now.getMonth() + 1), two_digits(now.getDate())].join("-");
    const time = `${two_digits(now.getHours())}:${two_digits(now.getMinutes())}`;
    const id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");
    return { id: `v${id}`, head: { place: "", shopper: "", date, time }, proofs: {}, marks: {}, comments: {}, saved: false, touched: false };
  };
  const draft = () => {
    const fresh = new_visit();
    try {
      const kept = JSON.parse(stored(draft_name())) ?? {};
      const known = { ...fresh, ...kept };
      for (const part of ["head", "proofs", "marks", "comments"]) known[part] = { ...fresh[part], ...kept[part] };
      return known;
    } catch {
      return fresh; // what is stored there is none
    }
  };
  const changed = () => {
    visit.saved = false;
    visit.touched = true;
    store(draft_name(), JSON.stringify(visit));
    show_state();
  };

  // What is asked.

  const is_open = (item) => {
    const opener = items.get(item.opener);
    if (!opener) return true;
    return opener.opening_marks.some((place) => opener.marks[place] === visit.marks[opener.id]);
  };
  const asked = () => [...items.values()].filter(is_open);
  const unmarked = () => asked().filter((item) => visit.marks[item.id] === undefined);
  const gaps = () => {
    const lacking = ["place", "date"].filter((name) => !visit.head[name].trim());
    return [
      ...lacking.map((name) => ({ place: `head-${name}`, text: words[name] })),
      ...unmarked().map((item) => ({ place: `item-${item.id}`, text: numbered(item) })),
    ];
  };
  const go_to = (gap) => {
    gone_to = gap.place;
    const element = document.getElementById(gap.place);
    element.scrollIntoView({ block: "center" });
    (element.matches("input") ? element : element.querySelector("button")).focus({ preventScroll: true });
  };
  const go_to_next_gap = () => {
    const left = gaps();
    if (left.length === 0) return;
    const order = [...document.querySelectorAll("[id^=head-], [id^=item-]")].map((element) => element.id);
    const last = order.indexOf(gone_to);
    go_to(left.find((gap) => order.indexOf(gap.place) > last) ?? left[0]);
  };

  // The file.

  const cell = (text) => {
    const guarded = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    const is_plain = !/["\n\r\t]|^ | $/.test(guarded) && !guarded.includes(page.delimiter);
    return is_plain ? guarded : `"${guarded.replaceAll('"', '""')}"`;
  };
  const answers_as_csv = () => {
    const head = [visit.id, ...heads.map((name) => visit.head[name].trim())];
    const rows = [page.columns];
    for (const line of list.head) {
      const proof = (visit.proofs[line.id] ?? "").trim();
      if (proof) rows.push([...head, line.title, line.id, proof, ""]);
    }
    for (const group of list.groups) {
      for (const item of group.items.filter(is_open)) {
        const about = [group.title, numbered(item)].filter((text) => text).join(": ");
        rows.push([...head, about, item.id, visit.marks[item.id] ?? "", (visit.comments[item.id] ?? "").trim()]);
      }
    }
    return `\uFEFF${rows.map((row) => row.map(cell).join(page.delimiter)).join("\r\n")}\r\n`;
  };
  const save = () => {
    const file = new Blob([answers_as_csv()], { type: "text/csv;charset=utf-8" });
    const name = [list.title, visit.head.place.trim(), visit.head.date].filter((part) => part).join(" ");
    const link = put(document.body, "a", { href: URL.createObjectURL(file), hidden: true });
    link.download = `${name.replace(/[\\/:*?"<>|\x00-\x1f]+/g, "-").slice(0, 80)}.csv`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
      link.remove();
    }, 60000);
    visit.saved = true;
    visit.touched = true;
    store(draft_name(), JSON.stringify(visit));
    show_state();
    document.getElementById("state").textContent = worded(words.saved, { file: link.download });
  };
  const ask_to_save = () => {
    if (!visit.head.date) return ask(words.save_title, words.no_date, [[words.show_missing, () => go_to({ place: "head-date" })]]);
    const left = gaps();
    if (left.length === 0) return save();
    ask(words.save_title, worded(words.save_text, { count: left.length }), [
      [words.show_missing, () => go_to(left[0])],
      [words.save_anyway, save],
    ]);
  };
  const ask_for_new = () => {
    const start = () => {
      visit = new_visit();
      gone_to = "";
      store(draft_name(), JSON.stringify(visit));
      show_list();
      window.scrollTo(0, 0);
    };
    ask(words.new_title, visit.saved || !visit.touched ? words.new_saved : words.new_not_saved, [[words.new_anyway, start]]);
  };

  // A question; each answer has its words and what it does, and behind them stands the way back.
  const ask = (title, text, answers) => {
    const dialog = put(document.body, "dialog", { "aria-labelledby": "question" });
    put(dialog, "h2", { id: "question" }, title);
    put(dialog, "p", {}, text);
    const row = put(dialog, "div", { className: "row" });
    for (const [label, run] of [...answers, [words.cancel, () => {}]]) {
      put(row, "button", { type: "button", onclick: () => (dialog.close(), run()) }, label);
    }
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  };

  // What is seen.

  const show_item = (item) => {
    const view = views.get(item.id);
    view.box.hidden = !is_open(item);
    view.box.classList.toggle("marked", visit.marks[item.id] !== undefined);
    for (const [mark, button] of view.buttons) button.setAttribute("aria-pressed", String(visit.marks[item.id] === mark));
  };
  const show_state = () => {
    for (const item of items.values()) show_item(item);
    const all = asked().length;
    const left = gaps();
    document.querySelector("progress").max = Math.max(all, 1);
    document.querySelector("progress").value = all - unmarked().length;
    document.getElementById("count").textContent = worded(words.marked, { count: all - unmarked().length, all });
    document.getElementById("left").textContent =
      left.length > 0 ? worded(words.missing, { count: left.length }) : words.nothing_missing;
    document.getElementById("next").disabled = left.length === 0;
    const missing = document.getElementById("missing");
    missing.replaceChildren();
    missing.hidden = left.length === 0;
    put(missing, "summary", {}, words.missing_title);
    for (const gap of left) put(missing, "button", { type: "button", className: "gap", onclick: () => go_to(gap) }, gap.text);
    document.getElementById("state").textContent = visit.touched && !visit.saved ? words.not_saved : "";
    const storage = document.getElementById("storage");
    storage.textContent = keeps_draft ? words.draft_kept : words.draft_lost;
    storage.classList.toggle("warning", !keeps_draft);
  };
  const fits_text = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  const put_field = (parent, id, title, type, value, take) => {
    const label = put(parent, "label", {}, title);
    const input = put(label, "input", { id, type, value, autocomplete: "off" });
    input.addEventListener("input", () => (take(input.value), changed()));
  };
  // What proves the mark and what is said of it are one text, as in the window of the program.
  const put_comment = (parent, item) => {
    const kept = () => visit.comments[item.id] ?? "";
    const label = put(parent, "label", { hidden: !item.evidence && !kept() }, item.evidence || words.comment);
    const area = put(label, "textarea", { rows: 1, value: kept() });
    area.addEventListener("input", () => {
      visit.comments[item.id] = area.value;
      fits_text(area);
      changed();
    });
    if (!label.hidden) return;
    const opening = put(parent, "button", { type: "button", className: "quiet" }, words.add_comment);
    opening.addEventListener("click", () => {
      label.hidden = false;
      opening.remove();
      area.focus();
    });
  };
  const put_item = (parent, item) => {
    const box = put(parent, "section", { id: `item-${item.id}`, className: item.opener ? "item opened" : "item" });
    const title = put(box, "h3", { id: `title-${item.id}` });
    put(title, "span", { className: "number" }, item.number);
    put(title, "span", {}, ` ${item.text || item.requirement}`);
    const signs = [item.condition, item.sign].filter((text) => text).join(" · ");
    if (signs) put(box, "p", { className: "sign" }, signs);
    if (item.text && item.requirement) put(box, "p", { className: "requirement" }, item.requirement);
    const is_worded = item.marks.some((mark) => mark.length > 3);
    const marks = put(box, "div", { className: is_worded ? "marks worded" : "marks", role: "group", "aria-labelledby": `title-${item.id}` });
    const buttons = new Map();
    for (const mark of item.marks) {
      const button = put(marks, "button", { type: "button" }, mark);
      button.addEventListener("click", () => {
        if (visit.marks[item.id] === mark) delete visit.marks[item.id];
        else visit.marks[item.id] = mark;
        changed();
      });
      buttons.set(mark, button);
    }
    views.set(item.id, { box, buttons });
    put_comment(box, item);
  };
  const show_list = () => {
    views = new Map();
    const main = document.querySelector("main");
    main.replaceChildren();
    if (page.lists.length > 1) {
      const label = put(main, "label", {}, words.list);
      const choice = put(label, "select", { id: "list" });
      for (const one of page.lists) put(choice, "option", { value: one.id, selected: one === list }, one.title);
      choice.addEventListener("change", () => choose(choice.value));
    }
    put(main, "h1", {}, list.title);
    const head = put(main, "section", { className: "head" });
    const types = { place: "text", shopper: "text", date: "date", time: "time" };
    for (const name of heads) {
      put_field(head, `head-${name}`, words[name], types[name], visit.head[name], (text) => (visit.head[name] = text));
    }
    for (const line of list.head) {
      put_field(head, `proof-${line.id}`, line.title, "text", visit.proofs[line.id] ?? "", (text) => (visit.proofs[line.id] = text));
    }
    if (list.how_to_mark.length > 0) {
      const how = put(main, "details");
      put(how, "summary", {}, words.how_to_mark);
      for (const text of list.how_to_mark) put(how, "p", {}, text);
    }
    for (const group of list.groups) {
      if (group.title) put(main, "h2", {}, group.title);
      for (const item of group.items) put_item(main, item);
    }
    put(main, "details", { id: "missing" });
    put(main, "p", { id: "storage", role: "status" });
    put(main, "button", { type: "button", id: "new", onclick: ask_for_new }, words.new_visit);
    show_state();
    for (const area of document.querySelectorAll("textarea")) if (area.value) fits_text(area);
  };
  const choose = (id) => {
    list = page.lists.find((one) => one.id === id) ?? page.lists[0];
    items = new Map(list.groups.flatMap((group) => group.items).map((item) => [item.id, item]));
    store("canvasbook/list", list.id);
    visit = draft();
    gone_to = "";
    show_list();
  };

  put(document.body, "main");
  const bar = put(document.body, "footer");
  put(bar, "p", { id: "state", role: "status" });
  put(bar, "progress", { "aria-labelledby": "count" });
  const row = put(bar, "div", { className: "row" });
  const next = put(row, "button", { type: "button", id: "next", onclick: go_to_next_gap });
  put(next, "span", { id: "count" });
  put(next, "span", { id: "left" });
  put(row, "button", { type: "button", id: "save", className: "primary", onclick: ask_to_save }, words.save);
  window.addEventListener("beforeunload", (event) => {
    if (!keeps_draft && visit.touched && !visit.saved) event.preventDefault();
  });
  if (page.lists.length > 0) choose(stored("canvasbook/list"));
})();
