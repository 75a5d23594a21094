"""``passphrase``, ``recover``, ``backup`` and ``restore``: what opens a journal, and keeping it safe."""

from contextlib import closing
from pathlib import Path

from vpjournal.cli.commands import DONE, Commands
from vpjournal.cli.console import Console
from vpjournal.cli.stopping import telling
from vpjournal.journal import opening, restoring


def add(commands: Commands) -> None:
    """Offer these commands."""
    t = commands.t
    change = commands.add("passphrase", _passphrase, about=t("kies een andere wachtzin"), secret=False)
    change.add_argument(
        "--passphrase-file", metavar="F", help=t("lees de wachtzin en op de tweede regel de nieuwe uit dit bestand")
    )
    recover = commands.add("recover", _recover, about=t("open met de herstelcode en kies een nieuwe wachtzin"))
    recover.add_argument("--code-file", metavar="F", help=t("lees de herstelcode uit dit bestand"))
    recover.add_argument(
        "--new-code-file", metavar="F", type=Path, help=t("schrijf de herstelcode in dit nieuwe bestand")
    )
    journal, file = t("de map van het journaal"), t("het bestand van de reservekopie")
    commands.add("backup", _backup, about=t("maak een reservekopie"), takes={"journal": journal, "file": file})
    restore = commands.add(
        "restore", _restore, about=t("maak een journaal van een reservekopie"), takes={"file": file, "journal": journal}
    )
    restore.add_argument("--code-file", metavar="F", help=t("lees de herstelcode uit dit bestand"))


def _passphrase(console: Console) -> int:
    file: str | None = console.given.passphrase_file
    if file is not None:
        present, new = console.lines(file, 2)
    else:
        present = console.ask(console.t("Wachtzin: "))
        new = console.ask(console.t("Nieuwe wachtzin: "), twice=True)
    with (
        closing(opening.open_journal(console.folder, present, floor=console.floor)) as journal,
        telling(console) as tell,
    ):
        journal.keys.change_passphrase(present, new, profile=console.profile(), progress=tell)
    console.tell({}, console.t("De nieuwe wachtzin geldt. Oudere reservekopieën openen nog met de wachtzin van toen."))
    return DONE


def _recover(console: Console) -> int:
    file: str | None = console.given.code_file
    console.require_new(console.given.new_code_file)
    code = console.ask(console.t("Herstelcode: ")) if file is None else console.lines(file, 1)[0]
    with closing(opening.open_journal_with_code(console.folder, code)) as journal:
        new = console.passphrase(twice=True)
        with telling(console) as tell:
            fresh = journal.keys.recover(new, profile=console.profile(), progress=tell)
        done = console.t("De nieuwe wachtzin geldt; de nieuwe herstelcode staat in het bestand.")
        console.show_code(fresh, console.given.new_code_file, done=done)
    return DONE


def _backup(console: Console) -> int:
    file: Path = console.given.file
    console.require_new(file)
    with closing(opening.open_journal(console.folder, console.passphrase(), floor=console.floor)) as journal:
        with telling(console) as tell:
            made = journal.backups.prepare(file.absolute().parent, name=file.name).run(tell)
        journal.backups.record(made)
    console.tell({"file": str(made.path)}, console.t("De reservekopie is gemaakt en nagekeken."))
    return DONE


def _restore(console: Console) -> int:
    file: str | None = console.given.code_file
    code = "" if file is None else console.lines(file, 1)[0]
    passphrase = "" if code else console.passphrase()
    with telling(console) as tell:
        restoring.restore(
            console.given.file, console.folder, passphrase=passphrase, code=code, floor=console.floor, progress=tell
        )
    console.tell({}, console.t("Het journaal is teruggezet. Het opent met de wachtzin van die dag."))
    return DONE
