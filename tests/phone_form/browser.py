"""A phone of 360 x 640 in headless Chromium, driven over its debugging pipe."""

import base64
import json
import os
import pathlib
import subprocess
import time

WIDTH, HEIGHT = 360, 640
LONGEST = 20  # seconds that anything may take


class Browser:
    def __init__(self, folder):
        self.downloads = pathlib.Path(folder, "downloads")
        self.downloads.mkdir(parents=True)
        self.problems = []  # errors of scripts, refusals of the policy, requests to the network
        self.loads = 0
        self.sent = 0
        to_browser, self.writes = os.pipe()
        self.reads, from_browser = os.pipe()
        command = ["chromium", "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                   "--disable-background-networking", "--disable-dev-shm-usage", f"--user-data-dir={folder}/profile"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")

        def take_pipes():
            # first out of the way of the two numbers that the browser expects
            read, write = os.dup(to_browser), os.dup(from_browser)
            high_read, high_write = os.dup2(read, 63), os.dup2(write, 64)
            os.dup2(high_read, 3)
            os.dup2(high_write, 4)

        self.process = subprocess.Popen(command, preexec_fn=take_pipes, close_fds=False,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        os.set_blocking(self.reads, False)
        self.buffer = b""
        target = self.call("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, None)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(self.downloads)}, None)
        self.call("Emulation.setDeviceMetricsOverride",
                  {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": True})

    def close(self):
        self.process.terminate()
        self.process.wait(LONGEST)

    def message(self, until):
        while b"\0" not in self.buffer:
            if time.monotonic() > until:
                raise AssertionError("the browser does not answer")
            try:
                read = os.read(self.reads, 1 << 20)
            except BlockingIOError:
                time.sleep(0.01)
                continue
            if not read:
                raise AssertionError("the browser has ended")
            self.buffer += read
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def note(self, message):
        method, about = message.get("method"), message.get("params", {})
        if method == "Page.loadEventFired":
            self.loads += 1
        elif method == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(about["exceptionDetails"]))
        elif method == "Log.entryAdded" and about["entry"]["level"] == "error":
            self.problems.append(about["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            url = about["request"]["url"]
            if not url.startswith(("file:", "blob:", "data:")):
                self.problems.append(f"asks the network for {url}")

    def call(self, method, params=None, session=""):
        self.sent += 1
        request = {"id": self.sent, "method": method, "params": params or {}}
        if session == "":
            request["sessionId"] = self.session
        os.write(self.writes, json.dumps(request).encode() + b"\0")
        until = time.monotonic() + LONGEST
        while True:
            message = self.message(until)
            if message.get("id") == self.sent:
                if "error" in message:
                    raise AssertionError(f"{method}: {message['error']}")
                return message["result"]
            self.note(message)

    def wait_for_load(self, before):
        until = time.monotonic() + LONGEST
        while self.loads == before:
            self.note(self.message(until))

    def open(self, file):
        before = self.loads
        self.call("Page.navigate", {"url": pathlib.Path(file).as_uri()})
        self.wait_for_load(before)

    def reload(self):
        before = self.loads
        self.call("Page.reload")
        self.wait_for_load(before)

    def value(self, script):
        result = self.call("Runtime.evaluate", {"expression": script, "returnByValue": True})
        if "exceptionDetails" in result:
            raise AssertionError(f"{script}: {json.dumps(result['exceptionDetails'])}")
        return result["result"].get("value")

    def tap(self, element):
        """With a finger on the middle of what a script names: it must be there to be hit."""
        place = self.value(f"""(() => {{
          const element = {element};
          if (!element) return "is not there";
          element.scrollIntoView({{block: "center"}});
          const box = element.getBoundingClientRect();
          const x = box.x + box.width / 2, y = box.y + box.height / 2;
          const hit = document.elementFromPoint(x, y);
          return hit && (element.contains(hit) || hit.contains(element)) ? [x, y] : "is covered";
        }})()""")
        if isinstance(place, str):
            raise AssertionError(f"{element} {place}")
        point = {"x": place[0], "y": place[1], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", {"type": kind, **point})

    def type(self, element, text):
        self.tap(element)
        self.value("document.activeElement.select?.()")
        self.call("Input.insertText", {"text": text})

    def downloaded(self):
        """The file that comes in, with its name."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            files = [file for file in self.downloads.iterdir() if file.suffix == ".csv"]
            if files and files[0].stat().st_size > 0:
                content = files[0].read_bytes()
                files[0].unlink()
                return files[0].name, content
            self.value("0")
            time.sleep(0.05)
        raise AssertionError("no file was saved")

    def picture(self, file):
        taken = self.call("Page.captureScreenshot", {"format": "png"})
        pathlib.Path(file).write_bytes(base64.b64decode(taken["data"]))
