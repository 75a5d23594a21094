"""Answers a test's questions, one JSON line each, on the thread of the windows; it reads and never touches."""

import base64
import json
import os
import queue
import socket
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from elements import Element, all_elements, front_window, visible_windows
from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from turns import apart

_EVERY_MS = 20
_SETTLING = 1.5
"""Seconds that are waited for the working threads, whose result may move what is to be clicked; some work longer."""
_WORKERS = ("journal", "computing")
Answer = dict[str, Any]


def serve(path: str) -> None:
    """Call the test that listens at ``path`` and answer until it hangs up."""
    application = QApplication.instance()
    if application is None:
        return
    inspector = Inspector()
    inspector.moveToThread(application.thread())
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(path)
        with line.makefile("rw", encoding="utf-8") as talk:
            talk.write(json.dumps({"pid": os.getpid()}) + "\n")
            talk.flush()
            for question in talk:
                reply: queue.Queue[Answer] = queue.Queue()
                inspector.asked.emit(json.loads(question), reply.put)
                talk.write(json.dumps(reply.get()) + "\n")
                talk.flush()


class Inspector(QObject):
    """Lives on the thread of the windows; ``asked`` carries a question and where the answer goes."""

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def _on_asked(self, question: Answer, reply: Callable[[Answer], None]) -> None:
        with apart():
            self._answer(question, reply)

    def _answer(self, question: Answer, reply: Callable[[Answer], None]) -> None:
        match question["ask"]:
            case "wait":
                _Wait(question, reply, parent=self)
            case "front":
                reply(_front())
            case "shot":
                # What was just clicked may still have to be painted.
                QTimer.singleShot(3 * _EVERY_MS, self, lambda: reply({"png": _picture()}))
            case "all":
                reply({"all": [element.answer() for element in all_elements()]})


class _Wait(QObject):
    """Looks again and again until something is as the test wants it, or the time is over."""

    def __init__(self, question: Answer, reply: Callable[[Answer], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._question, self._reply = question, reply
        self._end = monotonic() + question["timeout"]
        self._settled_by = monotonic() + _SETTLING
        self._last: Answer | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()
        self._look()

    def _on_timer_timeout(self) -> None:
        with apart():
            self._look()

    def _look(self) -> None:
        found = _find(self._question)
        if self._is_as_wanted(found):
            self._finish({"found": found})
        elif monotonic() > self._end:
            names = sorted({name for element in all_elements() for name in element.names})
            self._finish({"late": True, "found": found, "there": names})
        self._last = found

    def _is_as_wanted(self, found: Answer | None) -> bool:
        state = self._question["state"]
        if found is None or state == "gone":
            return found is None and state == "gone"
        if state == "text":
            return bool(self._question["text"] in found["text"])
        if state == "still":
            # It can be clicked, for it no longer moves.
            return bool(found["enabled"]) and found == self._last and self._is_settled()
        return state == "visible" or bool(found[state])

    def _is_settled(self) -> bool:
        return _at_rest() or monotonic() > self._settled_by

    def _finish(self, answer: Answer) -> None:
        self._timer.stop()
        self._reply(answer)
        self.deleteLater()


def _at_rest() -> bool:
    """Tell whether the working threads of the program wait for work; what they hand back comes before the next look."""
    frames = sys._current_frames()
    workers = [each for each in threading.enumerate() if each.name.startswith(_WORKERS)]
    # Such a thread looks for work in the very function that it began with.
    return all(frame.f_code.co_name == "_worker" for each in workers if (frame := frames.get(each.ident or 0)))


def _find(question: Answer) -> Answer | None:
    fits = [element for element in all_elements() if _fits(element, question)]
    if question.get("within"):
        frames = [e.widget for e in all_elements() if question["within"] in e.names and e.kind != "label"]
        fits = [element for element in fits if any(frame.isAncestorOf(element.widget) for frame in frames)]
    front = front_window()
    fits.sort(key=lambda element: element.order(front))
    nth = question.get("nth", 0)
    return fits[nth].answer() if nth < len(fits) else None


def _fits(element: Element, question: Answer) -> bool:
    if question.get("kind") and element.kind != question["kind"]:
        return False
    name = question["name"]
    if name.endswith("*"):
        return any(each.startswith(name[:-1]) for each in element.names)
    return name in element.names


def _front() -> Answer:
    window, focus = front_window(), QGuiApplication.focusWindow()
    main = max(visible_windows(), key=lambda each: each.width() * each.height(), default=None)
    return {
        "window": int(window.winId()) if window else None,
        "focus": int(focus.winId()) if focus else None,
        "main": int(main.winId()) if main else None,
        "size": [main.width(), main.height()] if main else None,
        "popup": QApplication.activePopupWidget() is not None,
        "titles": [each.windowTitle() for each in visible_windows()],
        "field": _focused_text(),
    }


def _focused_text() -> str | None:
    for element in all_elements():
        if element.focused and element.kind == "field":
            return element.text
    return None


def _picture() -> str:
    buffer = QBuffer()
    with apart():
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QGuiApplication.primaryScreen().grabWindow(0).save(buffer, "PNG")
        return base64.b64encode(buffer.data().data()).decode()
