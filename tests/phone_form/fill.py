"""Fills the phone form of the example as a person would, and imports what it saves: fill.py PROGRAM LANGUAGE FOLDER PICTURES."""

import csv
import io
import json
import pathlib
import subprocess
import sys

from browser import WIDTH, Browser

HOSTILE = "</script><img src=x onerror=\"document.title='broken'\"> & {title}"
LIST = "checklist_list"
PLACE = "=2+2; \"North\""
PROOF = "three, No. 17"
COMMENT = "-5 °C, \"cold\";\nthe door, open"
SMALLEST = 44  # px, of what is touched


def expect(holds, what):
    if not holds:
        raise AssertionError(what)


def element(item):
    return f"document.getElementById('item-{item}')"


class Filling:
    def __init__(self, program, language, folder, pictures):
        self.program, self.language = program, language
        self.folder, self.pictures = pathlib.Path(folder), pathlib.Path(pictures)
        self.words = json.loads(self.source(f"assets/i18n/{language}.json").read_text())["phone_form"]
        self.workbook = self.folder / "workbook.canvasbook"
        self.form = self.folder / "form.html"
        self.make_workbook()
        self.run("export", self.workbook, "--to", "html", "--form", "-o", self.form)
        self.browser = Browser(self.folder)

    @staticmethod
    def source(name):
        return pathlib.Path(__file__).resolve().parents[2] / name

    def run(self, *arguments):
        done = subprocess.run([self.program, "--lang", self.language, *map(str, arguments)], capture_output=True, text=True)
        expect(done.returncode == 0, f"{arguments}: {done.stderr}")
        return done.stdout

    def make_workbook(self):
        """The example, whose first list gets a hostile item, one that another opens, and one that asks for a proof."""
        workbook = json.loads(self.source(f"assets/examples/coffee-shop.{self.language}.canvasbook").read_text())
        sections = [section for document in workbook["documents"] for section in document["sections"]]
        groups = next(section for section in sections if section["id"] == LIST)["groups"]
        self.ids = [item["id"] for group in groups for item in group["items"]]
        first = groups[0]["items"]
        first[0]["text"] = HOSTILE
        first[1]["opens_on"] = self.ids[0]
        first[2]["evidence"] = "photo no."
        groups[0]["title"] = HOSTILE
        self.workbook.write_text(json.dumps(workbook, ensure_ascii=False))

    # What is asked of the page.

    def sees(self, item):
        return self.browser.value(f"{element(item)}.checkVisibility()")

    def mark(self, item, place):
        """Taps a mark by its place; returns its words."""
        button = f"{element(item)}.querySelectorAll('.marks button')[{place}]"
        self.browser.tap(button)
        expect(self.browser.value(f"{button}.getAttribute('aria-pressed')") == "true", f"{item} is not marked")
        return self.browser.value(f"{button}.textContent")

    def text(self, identifier):
        return self.browser.value(f"document.getElementById('{identifier}').textContent")

    def missing(self):
        return self.browser.value("document.querySelectorAll('#missing .gap').length")

    def answer(self, words):
        """Answers the question that is asked."""
        self.browser.tap(f"[...document.querySelectorAll('dialog button')].find((one) => one.textContent === {json.dumps(words)})")

    def check_measures(self):
        wide = self.browser.value(f"""[...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() &&
          one.getBoundingClientRect().right > {WIDTH} + 0.5).map((one) => one.outerHTML.slice(0, 80))""")
        expect(wide == [], f"wider than the phone: {wide}")
        expect(self.browser.value("document.documentElement.scrollWidth") <= WIDTH, "it scrolls sideways")
        small = self.browser.value(f"""[...document.querySelectorAll("button, input, select, textarea, summary")].filter((one) => {{
          const box = one.getBoundingClientRect();
          return one.checkVisibility() && (box.width < {SMALLEST} || box.height < {SMALLEST});
        }}).map((one) => one.outerHTML.slice(0, 80))""")
        expect(small == [], f"too small to be hit: {small}")

    def picture(self, name):
        self.browser.picture(self.pictures / f"phone-form.{self.language}.{name}.png")

    # The visit.

    def fill(self):
        browser, words = self.browser, self.words
        browser.open(self.form)
        expect(browser.value("document.getElementById('list').options.length") == 3, "not every list can be chosen")
        expect(browser.value("document.title") != "broken", "a text became a script")
        expect(browser.value("document.images.length") == 0, "a text became an element")
        self.check_measures()
        self.picture("empty")

        opener, opened, proven = self.ids[:3]
        expect(not self.sees(opened), "an item is there before it opens")
        all_missing = self.missing()
        self.marks = {opener: self.mark(opener, 0)}
        expect(not self.sees(opened), "an item opens on yes")
        expect(self.missing() == all_missing - 1, "a mark is not counted")
        self.marks[opener] = self.mark(opener, 2)
        expect(self.sees(opened), "an item does not open on no")
        expect(self.missing() == all_missing, "what has opened is not missing")
        browser.type(f"{element(proven)}.querySelector('textarea')", COMMENT)
        self.picture("marks")

        browser.tap("document.getElementById('next')")
        expect(browser.value("document.activeElement.id") == "head-place", "it does not lead to what is missing")
        browser.type("document.getElementById('head-place')", PLACE)
        browser.type("document.getElementById('head-shopper')", "Anna")
        browser.type("document.querySelector('[id^=proof-]')", PROOF)
        browser.value("""for (const [id, text] of [["head-date", "2026-11-21"], ["head-time", "09:05"]]) {
          const input = document.getElementById(id);
          input.value = text;
          input.dispatchEvent(new Event("input"));
        }""")
        browser.tap("document.querySelector('#missing summary')")
        browser.tap("document.querySelector('#missing .gap')")
        expect(browser.value(f"{element(opened)}.contains(document.activeElement)"), "a tap does not lead to the gap")

        browser.reload()
        expect(browser.value("document.getElementById('head-place').value") == PLACE, "the draft has lost the place")
        expect(browser.value(f"{element(proven)}.querySelector('textarea').value") == COMMENT, "the draft has lost a comment")
        expect(self.sees(opened), "the draft has lost a mark")

        browser.tap("document.getElementById('save')")
        self.answer(words["show_missing"])
        for number, item in enumerate(self.ids[1:]):
            self.marks[item] = self.mark(item, number % 4)
        expect(self.missing() == 0, "something is still missing")
        expect(self.text("left") == words["nothing_missing"], "that all is there is not said")
        self.check_measures()
        browser.tap("document.getElementById('save')")
        name, content = browser.downloaded()
        expect(name in self.text("state"), "it is not said where the answers are")
        self.picture("saved")
        return content

    def check_import(self, content):
        """What was marked is what the program has read."""
        expect(content.startswith(b"\xef\xbb\xbf"), "no byte order mark")
        for formula in (PLACE, COMMENT):
            expect(f"'{formula[:3]}".encode() in content, "a spreadsheet would take a text for a formula")
        answers, filled = self.folder / "answers.csv", self.folder / "filled.canvasbook"
        answers.write_bytes(content)
        self.run("visits", "import", self.workbook, answers, "--checklist", LIST, "-o", filled)
        kept = json.loads(filled.read_text())
        visits = [section for document in kept["documents"] for section in document["sections"]
                  if section["kind"] == "visits" and section["checklist"] == LIST]
        listed = self.run("visits", "list", filled, "--checklist", LIST, "--csv").removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(listed), delimiter=";" if self.language == "ru" else ","))
        rows = [row for row in rows[1:] if row[1].removeprefix("'") == PLACE and row[5]]  # without the lines of the head
        expect(len(visits) == 1 and len(rows) == len(self.ids), f"{len(rows)} items came in")
        for item, row in zip(self.ids, rows):
            expect(row[2:5] == ["Anna", "2026-11-21", "09:05"], f"another visit: {row}")
            expect(row[7] == self.marks[item], f"{item}: {row[7]} instead of {self.marks[item]}")
        expect(PROOF in filled.read_text(), "a line of the head did not come in")
        expect(rows[2][8].removeprefix("'").replace("\r\n", "\n") == COMMENT, f"another comment: {rows[2][8]!r}")

    def check_new_visit(self):
        browser, words = self.browser, self.words
        browser.tap("document.getElementById('new')")
        self.picture("question")
        self.answer(words["cancel"])
        expect(self.missing() == 0, "cancel clears the visit")
        browser.tap("document.getElementById('new')")
        self.answer(words["new_anyway"])
        browser.reload()
        expect(browser.value("document.getElementById('head-place').value") == "", "the former visit comes back")

    def check_other_lists(self):
        browser = self.browser
        for other in ("shopper_visit", "shopper_call"):
            browser.value(f"""(() => {{
              const list = document.getElementById("list");
              list.value = "{other}";
              list.dispatchEvent(new Event("change"));
            }})()""")
            self.check_measures()
        browser.reload()
        expect(browser.value("document.getElementById('list').value") == "shopper_call", "it does not stay at its list")
        browser.call("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        browser.tap("document.querySelectorAll('.marks button')[0]")
        self.picture("dark")

    def check_without_storage(self):
        browser = self.browser
        browser.call("Page.addScriptToEvaluateOnNewDocument", {
            "source": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }});"})
        browser.open(self.form)
        expect(self.text("storage") == self.words["draft_lost"], "it is not said that no draft is kept")
        self.mark(self.ids[0], 2)
        expect(self.sees(self.ids[1]), "without drafts it does not work")


def main():
    filling = Filling(*sys.argv[1:])
    try:
        filling.check_import(filling.fill())
        filling.check_new_visit()
        filling.check_other_lists()
        filling.check_without_storage()
        expect(filling.browser.problems == [], f"the browser says: {filling.browser.problems}")
    finally:
        filling.browser.close()
    print(f"phone form, {sys.argv[2]}: passed")


main()
