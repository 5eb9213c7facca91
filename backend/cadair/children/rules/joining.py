"""Who can be added to a child's circle by hand, and what they are to Cadair then; pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cadair.access.actor import Job
from cadair.children.rules.kinds import RelationshipKind as Kind

# Workers of the council get their account from the council (`cadair invite`), not from an officer.
JOB_OF: Final[Mapping[Kind, Job]] = MappingProxyType(
    {
        Kind.MOTHER: Job.PARENT,
        Kind.FATHER: Job.PARENT,
        Kind.PARENT: Job.PARENT,
        Kind.STEP_PARENT: Job.PARENT,
        Kind.GRANDPARENT: Job.PARENT,
        Kind.BROTHER_OR_SISTER: Job.PARENT,
        Kind.FAMILY_OR_FRIEND: Job.PARENT,
        Kind.GUARDIAN: Job.PARENT,
        Kind.FOSTER_CARER: Job.CARER,
        Kind.KINSHIP_CARER: Job.CARER,
        Kind.RESIDENTIAL_WORKER: Job.CARER,
        Kind.PROSPECTIVE_ADOPTER: Job.CARER,
        Kind.SCHOOL: Job.PROFESSIONAL,
        Kind.HEALTH: Job.PROFESSIONAL,
        Kind.ADVOCATE: Job.PROFESSIONAL,
        Kind.INDEPENDENT_VISITOR: Job.PROFESSIONAL,
        Kind.YOUTH_JUSTICE: Job.PROFESSIONAL,
        Kind.OTHER_PROFESSIONAL: Job.PROFESSIONAL,
    }
)
