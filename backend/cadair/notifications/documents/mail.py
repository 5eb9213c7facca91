"""A notice as an e-mail: one recipient, a neutral sender, and no header beyond what mail needs.

No List-* header, no Reply-To and no tracing: nothing beside the sentence tells what sent it, and no
two letters to two people have anything in common but the sentence (security bar L1, B6).
"""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import UUID

from cadair.notifications.rules.sentences import Notice


def as_mail(*, notice: Notice, sender: str, to: str, reference: UUID, at: datetime) -> EmailMessage:
    """The letter; sent again, it has the same Message-ID, by which mail servers know it again."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = sender
    letter["To"] = to
    letter["Subject"] = notice.subject
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = f"<{reference.hex}@{sender.partition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"  # so that no absence note answers it (RFC 3834)
    letter.set_content(f"{notice.words}\n\n{notice.site}\n")
    return letter
