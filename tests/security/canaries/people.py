"""Who is in the world of the canaries, and what they are to Ada and Ben."""

from cadair.access.actor import Job
from cadair.children.rules.kinds import RelationshipKind as Kind

NORTHMOOR = {
    "Ada": Job.CHILD,
    "Ben": Job.CHILD,  # with the same carer, social worker and officer
    "Carol": Job.CARER,
    "Maud": Job.CARER,  # Ada's until yesterday
    "Mum": Job.PARENT,
    "Dad": Job.PARENT,
    "Bens_mum": Job.PARENT,
    "Teacher": Job.PROFESSIONAL,
    "Wendy": Job.SOCIAL_WORKER,
    "Priya": Job.REVIEWING_OFFICER,
    "Omar": Job.REVIEWING_OFFICER,  # who reviews neither
    "Boss": Job.SERVICE_MANAGER,
    "Clerk": Job.ADMINISTRATOR,
}
SOUTHMOOR = {
    "Zoe": Job.CHILD,
    "Zoes_mum": Job.PARENT,
    "Carys": Job.REVIEWING_OFFICER,
    "Rhian": Job.SERVICE_MANAGER,
}
AROUND_ADA = {
    "Carol": Kind.FOSTER_CARER,
    "Mum": Kind.MOTHER,
    "Dad": Kind.FATHER,
    "Teacher": Kind.SCHOOL,
    "Wendy": Kind.SOCIAL_WORKER,
}
AROUND_BEN = {
    "Carol": Kind.FOSTER_CARER,
    "Bens_mum": Kind.MOTHER,
    "Wendy": Kind.SOCIAL_WORKER,
}
AROUND_ZOE = {"Zoes_mum": Kind.MOTHER}
STAFF_WITH_MAIL = ("Wendy", "Priya", "Omar", "Boss", "Clerk", "Carys", "Rhian")
