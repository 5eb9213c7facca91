"""The one blueprint of the room; its routes stand in a file for each subject."""

from typing import Final

from cadair.web.blueprint import RoomBlueprint

blueprint: Final = RoomBlueprint(
    "reviews", description="The review that comes, its parts and its people."
)
