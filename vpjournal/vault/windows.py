"""What Windows alone needs: the lock, the access list and the kinds of link. Nothing here runs elsewhere."""

import contextlib
import ctypes
import msvcrt
import os
import stat
import sys
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32"  # noqa: S101  (tells the type checker to read this on Windows only)

_FAIL_IMMEDIATELY = 0x1
_EXCLUSIVE = 0x2
_LOCK_VIOLATION = 33
_IO_PENDING = 997
_TOKEN_QUERY = 0x8
_TOKEN_USER = 1
_DACL = 0x4
_PROTECTED_DACL = 0x80000000
_SDDL_REVISION = 1

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)


class _Overlapped(ctypes.Structure):
    _fields_ = (
        ("Internal", ctypes.c_void_p),
        ("InternalHigh", ctypes.c_void_p),
        ("Offset", wintypes.DWORD),
        ("OffsetHigh", wintypes.DWORD),
        ("hEvent", wintypes.HANDLE),
    )


_kernel32.LockFileEx.argtypes = (
    wintypes.HANDLE,
    wintypes.DWORD,
    wintypes.DWORD,
    wintypes.DWORD,
    wintypes.DWORD,
    ctypes.POINTER(_Overlapped),
)
_kernel32.LockFileEx.restype = wintypes.BOOL
_kernel32.GetCurrentProcess.restype = wintypes.HANDLE
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
_kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
_kernel32.LocalFree.restype = ctypes.c_void_p
_advapi32.OpenProcessToken.argtypes = (wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE))
_advapi32.OpenProcessToken.restype = wintypes.BOOL
_advapi32.GetTokenInformation.argtypes = (
    wintypes.HANDLE,
    ctypes.c_int,
    ctypes.c_void_p,
    wintypes.DWORD,
    ctypes.POINTER(wintypes.DWORD),
)
_advapi32.GetTokenInformation.restype = wintypes.BOOL
_advapi32.ConvertSidToStringSidW.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
_advapi32.ConvertSidToStringSidW.restype = wintypes.BOOL
_advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = (
    wintypes.LPCWSTR,
    wintypes.DWORD,
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(wintypes.ULONG),
)
_advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW.restype = wintypes.BOOL
_advapi32.SetFileSecurityW.argtypes = (wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_void_p)
_advapi32.SetFileSecurityW.restype = wintypes.BOOL


def try_lock(descriptor: int) -> bool:
    """Take the exclusive lock on the first byte of a file without waiting; False when another process has it."""
    handle = msvcrt.get_osfhandle(descriptor)
    flags = _EXCLUSIVE | _FAIL_IMMEDIATELY
    if _kernel32.LockFileEx(handle, flags, 0, 1, 0, ctypes.byref(_Overlapped())):
        return True
    if ctypes.get_last_error() in (_LOCK_VIOLATION, _IO_PENDING):
        return False
    raise ctypes.WinError(ctypes.get_last_error())


def is_link(path: Path) -> bool:
    """Say whether a path is a symbolic link or a junction; a placeholder of a cloud drive is neither."""
    tag = os.lstat(path).st_reparse_tag
    return tag in (stat.IO_REPARSE_TAG_SYMLINK, stat.IO_REPARSE_TAG_MOUNT_POINT)


def protect(folder: Path) -> None:
    """Give a new folder an access list of its own: this user alone, for all that will be made in it."""
    with _descriptor(f"D:P(A;OICI;FA;;;{_own_sid()})") as descriptor:
        _check(_advapi32.SetFileSecurityW(str(folder), _DACL | _PROTECTED_DACL, descriptor))


@contextlib.contextmanager
def _descriptor(sddl: str) -> Iterator[ctypes.c_void_p]:
    descriptor = ctypes.c_void_p()
    convert = _advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW
    _check(convert(sddl, _SDDL_REVISION, ctypes.byref(descriptor), None))
    try:
        yield descriptor
    finally:
        _kernel32.LocalFree(descriptor)


def _own_sid() -> str:
    """Return the security identifier of this process's user, as ``S-1-5-…``."""
    token = wintypes.HANDLE()
    _check(_advapi32.OpenProcessToken(_kernel32.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)))
    try:
        size = wintypes.DWORD()
        # The first call only tells the size; it fails on purpose.
        _advapi32.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))
        user = ctypes.create_string_buffer(size.value)
        _check(_advapi32.GetTokenInformation(token, _TOKEN_USER, user, size, ctypes.byref(size)))
    finally:
        _kernel32.CloseHandle(token)
    # TOKEN_USER begins with a pointer to the identifier, which lies in the same buffer.
    sid = ctypes.cast(user, ctypes.POINTER(ctypes.c_void_p))[0]
    text = ctypes.c_void_p()
    _check(_advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)))
    try:
        return ctypes.wstring_at(text.value or 0)
    finally:
        _kernel32.LocalFree(text)


def _check(result: int) -> None:
    if not result:
        raise ctypes.WinError(ctypes.get_last_error())
