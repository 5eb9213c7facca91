"""What a person can be to a child, and what is kept in the vault."""

from enum import StrEnum


class RelationshipKind(StrEnum):
    """What a person is to a child."""

    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    STEP_PARENT = "step_parent"
    GRANDPARENT = "grandparent"
    BROTHER_OR_SISTER = "brother_or_sister"
    FAMILY_OR_FRIEND = "family_or_friend"
    GUARDIAN = "guardian"
    FOSTER_CARER = "foster_carer"
    KINSHIP_CARER = "kinship_carer"
    RESIDENTIAL_WORKER = "residential_worker"
    PROSPECTIVE_ADOPTER = "prospective_adopter"
    SOCIAL_WORKER = "social_worker"
    PERSONAL_ADVISER = "personal_adviser"
    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    SCHOOL = "school"
    HEALTH = "health"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"
    YOUTH_JUSTICE = "youth_justice"
    OTHER_PROFESSIONAL = "other_professional"


class ProtectedKind(StrEnum):
    """A fact that is kept in the vault."""

    HOME_POSTCODE = "home_postcode"  # where the family lived when care began
    PLACEMENT_POSTCODE = "placement_postcode"  # where the child lives
    ADDRESS = "address"  # the same, in words
    SCHOOL = "school"
    CARER_PHONE = "carer_phone"
