"""The system says that the screen is locked or that the laptop goes to sleep, over buses that are the test's own."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from ui.platform.session_lock_windows import Filter, means_gone

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a bus of this kind is there on Linux alone"),
    pytest.mark.timeout(60),
]

LOGIN = "org.freedesktop.login1"
MANAGER_PATH, SESSION_PATH = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_32"
CHANGED = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from ui.platform.session_lock import SessionLock
qt = QCoreApplication(sys.argv)
lock = SessionLock(qt)
lock.gone.connect(lambda: print("gone", flush=True))
lock.listen(None)
def obey():
    if sys.stdin.readline().strip() == "sleep":
        lock.let_sleep()
    else:
        qt.quit()
told = QSocketNotifier(0, QSocketNotifier.Type.Read)
told.activated.connect(obey)
print("listening", flush=True)
sys.exit(qt.exec())
"""
LOGIN_SERVICE = """
import os, sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVariant, QDBusVirtualObject
qt = QCoreApplication(sys.argv)
bus = QDBusConnection.systemBus()
ours, theirs = os.pipe()
locked = False
class Login(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        if message.member() == "Inhibit":
            print("asked", *message.arguments(), flush=True)
            answer = message.createReply(QDBusUnixFileDescriptor(theirs))
            os.close(theirs)
        elif message.member() == "Get" and message.arguments()[1] == "LockedHint":
            print("locked", locked, flush=True)
            answer = message.createReply(QDBusVariant(locked))
        else:
            return False
        return connection.send(answer)
login = Login()
assert bus.registerVirtualObject("/org/freedesktop/login1", login, QDBusConnection.VirtualObjectRegisterOption.SubPath)
assert bus.registerService("org.freedesktop.login1")
def obey():
    global locked
    for line in os.read(0, 10_000).decode().splitlines():
        path, interface, member, arguments, locked = eval(line)
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(arguments)
        assert bus.send(message)
def released():
    ended.setEnabled(False)
    print("released", flush=True)
listener = QSocketNotifier(0, QSocketNotifier.Type.Read)
listener.activated.connect(obey)
ended = QSocketNotifier(ours, QSocketNotifier.Type.Read)
ended.activated.connect(released)
print("there", flush=True)
sys.exit(qt.exec())
"""


class Talker:
    """A program that takes a line at a time and says one."""

    def __init__(self, program: str, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", program],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def all_said(self) -> str:
        """Let it end, and return what it said besides."""
        self.tell("")
        assert self._process.stdout is not None
        # What was read ahead is in this stream, and not where the process would be asked for it.
        said = self._process.stdout.read()
        assert self._process.wait(30) == 0
        return said

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


class Buses:
    """The bus of a system with a login service on it, that of a desktop, and a program that listens to both."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._addresses: dict[str, str] = {}
        self._daemons: list[subprocess.Popen[bytes]] = []
        for kind in ("system", "session"):
            self._start(kind)
        self.surroundings = {f"DBUS_{kind.upper()}_BUS_ADDRESS": at for kind, at in self._addresses.items()}
        environment = {**os.environ, **self.surroundings}
        self.login = Talker(LOGIN_SERVICE, environment)
        assert self.login.said() == "there"
        self.listener = Talker(LISTENER, environment)
        assert self.listener.said() == "listening"

    def _start(self, kind: str) -> None:
        socket, file = self._folder / kind, self._folder / f"{kind}.conf"
        file.write_text(CONFIGURATION.format(socket=socket), encoding="utf-8")
        self._addresses[kind] = f"unix:path={socket}"
        told, tell = os.pipe()
        command = ["dbus-daemon", "--nofork", f"--config-file={file}", f"--print-address={tell}"]
        self._daemons.append(subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL))
        os.close(tell)
        # It says where it can be reached once it can.
        assert os.read(told, 1000)
        os.close(told)

    def login_says(self, path: str, interface: str, member: str, *arguments: object, locked: bool = False) -> None:
        """Let the login service send a signal; asked then, it says whether a session is ``locked``."""
        self.login.tell(repr((path, interface, member, list(arguments), locked)))

    def anyone_says(self, bus: str, path: str, signal: str, *arguments: str) -> None:
        """Let any other program send a signal."""
        send = ["dbus-send", f"--bus={self._addresses[bus]}"]
        subprocess.run([*send, "--type=signal", path, signal, *arguments], check=True, timeout=30)
        # By the time that the bus answers a later program, it has passed on what the one before said.
        ask = ["--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetId"]
        subprocess.run([*send, *ask], check=True, timeout=30, stdout=subprocess.DEVNULL)

    def end(self) -> None:
        for talker in (self.listener, self.login):
            talker.end()
        self.end_buses()

    def end_buses(self) -> None:
        for daemon in self._daemons:
            daemon.kill()
            daemon.wait()


@pytest.fixture
def buses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buses]:
    if shutil.which("dbus-daemon") is None or shutil.which("dbus-send") is None:
        pytest.skip("there is no dbus-daemon here")
    # The name of a socket may have 108 characters at most.
    made = Buses(tmp_path_factory.mktemp("bus"))
    yield made
    made.end()


@pytest.mark.row(36, "sleep and locked screens as the system tells them")
def test_sleep_is_put_off_until_the_journal_is_locked(buses: Buses) -> None:
    assert buses.login.said() == "asked sleep VP-journaal VP-journaal delay"
    buses.login_says(MANAGER_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    assert buses.listener.said() == "gone"
    # As the end of a locking process does.
    buses.listener.end()
    assert buses.login.said() == "released"


def test_sleep_is_not_put_off_where_nothing_is_to_be_locked(buses: Buses) -> None:
    assert buses.login.said().startswith("asked")
    buses.login_says(MANAGER_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    assert buses.listener.said() == "gone"
    buses.listener.tell("sleep")
    assert buses.login.said() == "released"


@pytest.mark.row(36, "sleep and locked screens as the system tells them")
def test_a_session_that_is_to_be_locked(buses: Buses) -> None:
    buses.login_says(SESSION_PATH, f"{LOGIN}.Session", "Lock")
    assert buses.listener.said() == "gone"


@pytest.mark.row(36, "sleep and locked screens as the system tells them")
def test_a_session_that_says_it_is_locked(buses: Buses) -> None:
    assert buses.login.said().startswith("asked")
    buses.login_says(SESSION_PATH, *CHANGED, f"{LOGIN}.Session", {"IdleHint": True}, ["x"], locked=False)
    assert buses.login.said() == "locked False"
    buses.login_says(SESSION_PATH, *CHANGED, f"{LOGIN}.Session", {"LockedHint": True}, ["x"], locked=True)
    assert buses.login.said() == "locked True"
    assert buses.listener.said() == "gone"
    assert buses.listener.all_said() == ""


@pytest.mark.row(36, "sleep and locked screens as the system tells them")
@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate"])
def test_a_screen_saver(buses: Buses, desktop: str) -> None:
    buses.anyone_says("session", "/ScreenSaver", f"org.{desktop}.ScreenSaver.ActiveChanged", "boolean:true")
    assert buses.listener.said() == "gone"


def test_what_else_is_said_is_no_reason_and_does_no_harm(buses: Buses) -> None:
    saver = "org.freedesktop.ScreenSaver.ActiveChanged"
    buses.login_says(MANAGER_PATH, f"{LOGIN}.Manager", "PrepareForSleep", False)
    buses.login_says(SESSION_PATH, f"{LOGIN}.Session", "Unlock")
    buses.login_says(SESSION_PATH, *CHANGED, f"{LOGIN}.Session", "nonsense")
    buses.anyone_says("system", SESSION_PATH, f"{LOGIN}.Session.Lock")
    buses.anyone_says("system", MANAGER_PATH, f"{LOGIN}.Manager.PrepareForSleep", "boolean:true")
    for arguments in (("boolean:false",), ("string:true",), ("int32:1",), ("array:boolean:true",), ()):
        buses.anyone_says("session", "/ScreenSaver", saver, *arguments)
    # On each bus one that is a reason, after all those.
    buses.anyone_says("session", "/ScreenSaver", saver, "boolean:true")
    buses.login_says(SESSION_PATH, f"{LOGIN}.Session", "Lock")
    assert [buses.listener.said(), buses.listener.said()] == ["gone", "gone"]
    assert buses.listener.all_said() == ""


def test_a_bus_that_ends_does_no_harm(buses: Buses) -> None:
    buses.end_buses()
    assert buses.listener.all_said() == ""


def test_without_a_bus_it_says_nothing(tmp_path: Path) -> None:
    environment = {**os.environ}
    for kind in ("SYSTEM", "SESSION"):
        environment[f"DBUS_{kind}_BUS_ADDRESS"] = f"unix:path={tmp_path / 'none'}"
    done = subprocess.run(
        [sys.executable, "-c", LISTENER],
        env=environment,
        input="\n",
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("listening\n", "")


def test_what_windows_says() -> None:
    assert means_gone(0x02B1, 0x7)
    assert means_gone(0x0218, 0x4)
    assert not means_gone(0x02B1, 0x8)
    assert not means_gone(0x0218, 0x12)
    assert not means_gone(0x0200, 0x7)


def test_a_message_of_windows_is_read_where_it_lies(qapp: QApplication) -> None:
    told: list[bool] = []
    heard = Filter(lambda: told.append(True))
    for number, detail in ((0x02B1, 0x7), (0x02B1, 0x8), (0x0218, 0x4)):
        message = wintypes.MSG(message=number, wParam=detail)
        assert heard.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(message)) == (False, 0)
    assert heard.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    assert len(told) == 2
