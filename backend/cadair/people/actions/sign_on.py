"""Signing in with the council's own single sign-on: OpenID Connect, code flow with PKCE.

It opens the accounts that there are and never makes one.
"""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.foundation import council_keys
from cadair.foundation.database import beyond_councils, scope_to
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import seal
from cadair.people import queries
from cadair.people.actions import provider
from cadair.people.actions.sessions import SignedIn, start_session
from cadair.people.actions.tries import let_others_on
from cadair.people.models import CouncilSignOn, CouncilSubject, SignOnTry
from cadair.people.queries.sign_on import place_of_secret
from cadair.people.rules import DeviceKind, digest
from cadair.people.rules.second_step import SecondStep, Site
from cadair.people.rules.sign_on import (
    SIGN_ON_LASTS,
    SignOn,
    SignOnRefused,
    check_issuer,
    vouches_for_second_factor,
    way_back,
)


def set_sign_on(session: Session, *, council_id: UUID, sign_on: SignOn) -> None:
    """From now on the staff of the session's council may sign in with it.  Raises BadInput."""
    check_issuer(sign_on.issuer)
    before = session.get(CouncilSignOn, council_id)
    if before is not None and before.issuer != sign_on.issuer:
        # Another provider's subjects are other people, whatever they are called.
        session.execute(
            delete(CouncilSubject)
            .where(CouncilSubject.council_id == council_id)
            .execution_options(synchronize_session=False)
        )
    session.merge(
        CouncilSignOn(
            council_id=council_id,
            issuer=sign_on.issuer,
            client_id=sign_on.client_id,
            secret=seal(council_keys.own_key(session), sign_on.secret, place_of_secret(council_id)),
            acr=list(sign_on.acr),
            amr=list(sign_on.amr),
        )
    )
    session.flush()


def leave_for_sign_on(
    session: Session, *, council_id: UUID, browser: str, site: Site, now: datetime
) -> str:
    """The address of the council's own page, for this browser.  Raises NotFound for no such."""
    scope_to(session, council_id)
    sign_on = queries.sign_on(session, council_id=council_id)
    if sign_on is None:
        raise NotFound
    let_others_on(session)
    state = secrets.token_urlsafe(32)
    nonce, verifier = _follow_from(session, state)
    address = provider.address_to_leave_for(
        sign_on,
        back=site.origin + way_back(council_id),
        state=state,
        nonce=nonce,
        verifier=verifier,
    )
    session.add(
        SignOnTry(
            state_digest=digest("state", state),
            of_council=council_id,
            browser_digest=digest("browser", browser),
            expires_at=now + SIGN_ON_LASTS,
        )
    )
    session.flush()
    return address


def come_back_from_sign_on(
    session: Session,
    *,
    council_id: UUID,
    code: str,
    state: str,
    browser: str,
    site: Site,
    device_token: str | None,
    device_kind: DeviceKind,
    leaving: str | None,
    now: datetime,
) -> SignedIn:
    """Sign in as the member of staff whom the council's sign-on speaks of.

    If it does not vouch for a second factor, ours is still asked for.  Raises SignOnRefused.
    """
    _take(session, council_id=council_id, state=state, browser=browser, now=now)
    scope_to(session, council_id)
    nonce, verifier = _follow_from(session, state)
    sign_on = queries.sign_on(session, council_id=council_id)
    if sign_on is None:
        raise SignOnRefused
    session.commit()  # the state is used up, whatever comes now; and others wait for nobody
    claims = provider.who_came_back(
        sign_on,
        code=code,
        verifier=verifier,
        nonce=nonce,
        back=site.origin + way_back(council_id),
        now=now,
    )
    person_id = _matched(session, council_id=council_id, claims=claims, now=now)
    step = None
    if vouches_for_second_factor(claims, acr=sign_on.acr, amr=sign_on.amr):
        step = SecondStep.COUNCIL
    person = queries.person(session, person_id=person_id)
    return start_session(
        session,
        person_id=person_id,
        council_id=council_id,
        job=person.job,
        device_token=device_token,
        device_kind=device_kind,
        leaving=leaving,
        step=step,
        now=now,
    )


def forget_old_sign_ons(session: Session, *, now: datetime) -> None:
    """Forget those who left for their council's page and did not come back."""
    session.execute(
        delete(SignOnTry)
        .where(SignOnTry.expires_at <= now)
        .execution_options(synchronize_session=False)
    )


def _follow_from(session: Session, state: str) -> tuple[str, str]:
    """The nonce and the verifier of one leaving: made again when they come back, kept nowhere.

    The state alone, which the browser carries, does not lead to them.
    """
    nonce, verifier = (
        council_keys.derived(session, of=f"sign on|{what}|{state}").hex()
        for what in ("nonce", "verifier")
    )
    return nonce, verifier


def _take(session: Session, *, council_id: UUID, state: str, browser: str, now: datetime) -> None:
    """Use up what was kept when this browser left for this council's page.

    Raises SignOnRefused for another browser or council, a second time, or too late.
    """
    with beyond_councils(session):
        left = session.scalar(
            select(SignOnTry)
            .where(
                SignOnTry.state_digest == digest("state", state),
                SignOnTry.of_council == council_id,
                SignOnTry.browser_digest == digest("browser", browser),
                SignOnTry.expires_at > now,
            )
            .with_for_update()
        )
        if left is None:
            raise SignOnRefused
        session.delete(left)
        session.flush()


def _matched(session: Session, *, council_id: UUID, claims: dict[str, Any], now: datetime) -> UUID:
    """The member of staff that the claims speak of; their subject is remembered."""
    email = claims.get("email") if claims.get("email_verified") is not False else None
    subject = str(claims["sub"])
    found = queries.staff_match(session, subject=subject, email=email)
    if found is None:
        audit.note(session, actor=the_service(council_id), event="sign_on.nobody", now=now)
        raise SignOnRefused
    if not found.is_bound:
        session.add(CouncilSubject(person_id=found.id, subject=subject))
        session.flush()
    return found.id
