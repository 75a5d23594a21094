"""Which class shows which part of a case: the only list of them."""

from collections.abc import Callable

from ui.pages.case.agreements_part import AgreementsPart
from ui.pages.case.board_part import BoardPart
from ui.pages.case.choice_part import ChoicePart
from ui.pages.case.closure_part import ClosurePart
from ui.pages.case.details_part import DetailsPart
from ui.pages.case.follow_up_part import FollowUpPart
from ui.pages.case.goals_part import GoalsPart
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import CasePart, PartContext, PartName
from ui.pages.case.role_check_part import RoleCheckPart
from ui.pages.case.summary_part import SummaryPart
from vpjournal.domain.case import Phase

PartFactory = Callable[[PartContext, Phase], CasePart]

FACTORIES: dict[PartName, PartFactory] = {
    PartName.DETAILS: DetailsPart,
    PartName.NOTES: NotesPart,
    PartName.ROLE_CHECK: RoleCheckPart,
    PartName.GOALS: GoalsPart,
    PartName.BOARD: BoardPart,
    PartName.CHOICE: ChoicePart,
    PartName.AGREEMENTS: AgreementsPart,
    PartName.FOLLOW_UP: FollowUpPart,
    PartName.SUMMARY: SummaryPart,
    PartName.CLOSURE: ClosurePart,
}
