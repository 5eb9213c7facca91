"""The one blueprint of the room; its routes stand in a file for each subject."""

from typing import Final

from cadair.web.blueprint import RoomBlueprint

blueprint: Final = RoomBlueprint("record", description="What a review heard, and what came of it.")
