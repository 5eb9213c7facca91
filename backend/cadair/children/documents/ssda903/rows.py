"""A row of the return and where it stood; a refused row and why."""

from dataclasses import dataclass

from cadair.children.documents.ssda903.tables import READ, Table


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one table: its cells in the order of `READ`, and where they stood."""

    table: Table
    file: str
    line: int
    cells: tuple[str, ...]

    @property
    def child(self) -> str:
        return self.cells[0]

    def __getitem__(self, column: str) -> str:
        return self.cells[READ[self.table].index(column)]

    def refused(self, column: str, code: str, reason: str) -> "Refused":
        """This row, refused for what stands in one column."""
        return Refused(
            file=self.file,
            line=self.line,
            column=column,
            value=self[column] if column in READ[self.table] else "",
            code=code,
            reason=reason,
            child=self.child,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that cannot be taken in; the child it belongs to, if known, is held back whole."""

    file: str
    line: int
    column: str
    value: str
    code: str  # stable, for those who count; the reason is for people
    reason: str
    child: str = ""
