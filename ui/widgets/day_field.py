"""Asks for a day no finer than the adviser wants: a precise day beside a telephone bill gives a caller away."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.choice_row import ChoiceRow
from vpjournal.domain.days import CoarseDay, Precision
from vpjournal.domain.language import Texts

_TODAY, _OTHER_NEAR, _WEEK, _DAY, _MONTH, _UNKNOWN = "today", "near", "week", "day", "month", "unknown"
_MONTHS = 24


class DayField(QWidget):
    """Chips for the usual days, a calendar for another one, a list of months, or no day at all.

    Days that lie ``ahead`` are offered for what is agreed, days past for what happened; where only a day makes
    sense, ``months`` are left out.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        texts: Texts,
        today: date,
        value: CoarseDay | None = None,
        ahead: bool = False,
        months: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._t, self._today, self._ahead, self._with_months = texts, today, ahead, months
        self.setAccessibleName(name)
        self.chips = ChoiceRow(self._choices(), theme=theme, name=name, small=True)
        self.day_edit = day_edit(texts=texts, theme=theme, today=today, ahead=ahead)
        self._months = self._offered_months()
        self.month_box = self._month_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.chips, self.day_edit, self.month_box):
            column.addWidget(part)
        self.setFocusProxy(self.chips)
        self.set_value(value)
        self.chips.changed.connect(self._on_chips_changed)
        self.day_edit.dateChanged.connect(self.changed)
        self.month_box.currentIndexChanged.connect(self.changed)

    @property
    def value(self) -> CoarseDay | None:
        """The day as chosen; ``None`` while nothing is."""
        chip = self.chips.value
        if chip == _MONTH:
            return CoarseDay.in_month_of(self._months[self.month_box.currentIndex()])
        if chip == _DAY:
            return CoarseDay.exactly(_to_date(self.day_edit.date()))
        away = {_TODAY: 0, _OTHER_NEAR: 1 if self._ahead else -1, _WEEK: 7}
        if chip in away:
            return CoarseDay.exactly(self._today + timedelta(days=away[str(chip)]))
        return CoarseDay.unknown() if chip == _UNKNOWN else None

    def set_value(self, value: CoarseDay | None) -> None:
        """Show a day; says nothing to others."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature.
        if value is not None and value.day is not None:
            self._show_day(value.day, value.precision)
        self.chips.set_value(self._chip_for(value))
        self.blockSignals(False)  # noqa: FBT003 - Qt's signature.
        self._show_parts()

    def count_from(self, today: date) -> None:
        """Offer the days and months around another day than before, and none that was only offered for one value."""
        if today != self._today or self._months != self._offered_months():
            self._today = today
            self._months = self._offered_months()
            self.month_box.blockSignals(True)  # noqa: FBT003 - Qt's signature.
            self.month_box.clear()
            self.month_box.addItems([self._t.month(month) for month in self._months])
            self.month_box.blockSignals(False)  # noqa: FBT003 - Qt's signature.
        self.day_edit.blockSignals(True)  # noqa: FBT003 - Qt's signature.
        _offer_days(self.day_edit, today=today, ahead=self._ahead)
        self.day_edit.blockSignals(False)  # noqa: FBT003 - Qt's signature.

    def _choices(self) -> list[tuple[str, str]]:
        t = self._t
        if self._ahead:
            near = [(_TODAY, t("vandaag")), (_OTHER_NEAR, t("morgen")), (_WEEK, t("over een week"))]
        else:
            near = [(_TODAY, t("vandaag")), (_OTHER_NEAR, t("gisteren"))]
        last = t("nog niet afgesproken") if self._ahead else t("weet ik niet")
        month = [(_MONTH, t("alleen de maand"))] if self._with_months else []
        return [*near, (_DAY, t("een andere dag")), *month, (_UNKNOWN, last)]

    def _chip_for(self, value: CoarseDay | None) -> str | None:
        if value is None:
            return None
        if value.precision is not Precision.DAY or value.day is None:
            return _MONTH if value.precision is Precision.MONTH else _UNKNOWN
        away = (value.day - self._today).days
        near = {0: _TODAY, 1: _OTHER_NEAR, 7: _WEEK} if self._ahead else {0: _TODAY, -1: _OTHER_NEAR}
        return near.get(away, _DAY)

    def _show_day(self, day: date, precision: Precision) -> None:
        if precision is Precision.MONTH:
            if day not in self._months:
                self._months.append(day)
                self.month_box.addItem(self._t.month(day))
            self.month_box.setCurrentIndex(self._months.index(day))
        else:
            shown = QDate(day.year, day.month, day.day)
            # A day that was chosen earlier stays possible when it is no longer in the range that is offered.
            self.day_edit.setMinimumDate(min(self.day_edit.minimumDate(), shown, key=QDate.toJulianDay))
            self.day_edit.setMaximumDate(max(self.day_edit.maximumDate(), shown, key=QDate.toJulianDay))
            self.day_edit.setDate(shown)

    def _offered_months(self) -> list[date]:
        step = 1 if self._ahead else -1
        first = self._today.year * 12 + self._today.month - 1
        return [date((first + step * i) // 12, (first + step * i) % 12 + 1, 1) for i in range(_MONTHS)]

    def _month_box(self) -> QComboBox:
        box = QComboBox()
        box.setProperty("small", True)  # noqa: FBT003 - A Qt property has no keyword.
        box.setAccessibleName(self._t("Maand"))
        box.addItems([self._t.month(month) for month in self._months])
        return box

    def _on_chips_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        self.day_edit.setVisible(self.chips.value == _DAY)
        self.month_box.setVisible(self.chips.value == _MONTH)


def day_edit(*, texts: Texts, theme: Theme, today: date, ahead: bool = False) -> QDateEdit:
    """Return a field for a day, with a calendar in the language and the look of the program."""
    edit = QDateEdit()
    edit.setProperty("small", True)  # noqa: FBT003 - A Qt property has no keyword.
    edit.setAccessibleName(texts("Dag"))
    edit.setLocale(QLocale(texts.language.value))
    edit.setDisplayFormat("d MMMM yyyy")
    edit.setCalendarPopup(True)
    _offer_days(edit, today=today, ahead=ahead)
    _style_calendar(edit.calendarWidget(), theme=theme, locale=edit.locale())
    return edit


def _offer_days(edit: QDateEdit, *, today: date, ahead: bool) -> None:
    shown = QDate(today.year, today.month, today.day)
    edit.setDateRange(shown if ahead else shown.addYears(-10), shown.addYears(5) if ahead else shown)
    edit.setDate(shown)


def _style_calendar(calendar: QCalendarWidget, *, theme: Theme, locale: QLocale) -> None:
    calendar.setLocale(locale)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    plain, quiet = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(theme.colour("ink"))
    quiet.setForeground(theme.colour("ink2"))
    quiet.setBackground(theme.colour("surface"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setHeaderTextFormat(quiet)
    calendar.setMinimumSize(theme.px(340), theme.px(290))


def _to_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
