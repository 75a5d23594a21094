"""Folders that a program copies elsewhere are noticed by their names, by what such a program leaves, and by its say."""

import sys
from pathlib import Path

import pytest

from vpjournal.vault import synced_by


@pytest.fixture(autouse=True)
def _no_onedrive_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - De Fabel BV", "OneDrive"),
        ("OneDrive-Persoonlijk", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Praktijk)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-iemand", "Google Drive"),
        ("Mijn Drive", "Google Drive"),
        ("iCloud Drive", "iCloud Drive"),
        ("com~apple~CloudDocs", "iCloud Drive"),
        ("Nextcloud", "Nextcloud"),
        ("STACK", "STACK"),
        ("Proton Drive", "Proton Drive"),
    ],
)
def test_a_folder_is_known_by_its_name_at_any_depth(tmp_path: Path, name: str, service: str) -> None:
    deep = tmp_path / name / "werk" / "papieren"
    deep.mkdir(parents=True)
    assert synced_by(tmp_path / name) == service
    assert synced_by(deep) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
    ],
)
def test_a_renamed_folder_is_known_by_what_the_program_leaves_in_it(tmp_path: Path, mark: str, service: str) -> None:
    folder = tmp_path / "Mijn spullen"
    (folder / "diep").mkdir(parents=True)
    (folder / mark).touch()
    assert synced_by(folder) == service
    assert synced_by(folder / "diep") == service


@pytest.mark.parametrize("name", ["Documenten", "boxer", "Dropboxen", "onedrive2", "Drive", "Megafoon", "stacks"])
def test_a_folder_with_a_name_that_only_resembles_one_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    assert synced_by(folder) == ""


def test_a_folder_that_the_system_names_is_known_by_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "Wolk"
    (root / "werk").mkdir(parents=True)
    assert synced_by(root / "werk") == ""
    monkeypatch.setenv("OneDriveCommercial", str(root))
    assert synced_by(root / "werk") == "OneDrive"
    assert synced_by(tmp_path / "Wolken") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_is_followed_to_where_the_file_really_comes(tmp_path: Path) -> None:
    real = tmp_path / "Nextcloud" / "werk"
    real.mkdir(parents=True)
    link = tmp_path / "werk"
    link.symlink_to(real)
    assert synced_by(link) == "Nextcloud"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_out_of_such_a_folder_leads_to_where_nothing_is_copied(tmp_path: Path) -> None:
    real = tmp_path / "hier"
    real.mkdir()
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "Dropbox" / "werk"
    link.symlink_to(real)
    assert synced_by(link) == ""


def test_a_folder_that_is_not_there_or_goes_round_is_no_fault(tmp_path: Path) -> None:
    assert synced_by(tmp_path / "Dropbox" / "nog niet") == "Dropbox"
    assert synced_by(tmp_path / "nergens") == ""
    if sys.platform != "win32":
        (tmp_path / "rond").symlink_to(tmp_path / "rond")
        assert synced_by(tmp_path / "rond") == ""
    assert synced_by(tmp_path / ("n" * 5_000)) == ""
