"""A child whose phone opened Home with signal goes through their meeting without any."""

from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.people import Someone
from tests.journeys.test_live_meeting import ENGLISH, SOON, TITLE, a_meeting_is_planned, now_on

# The plan lies on the device, and whatever this page fetched is kept for a start without signal.
IS_KEPT = """async review => {
  const opening = indexedDB.open('cadair');
  const cupboard = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
  const asking = cupboard.transaction('kept').objectStore('kept').getAllKeys();
  const places = await new Promise(done => { asking.onsuccess = () => done(asking.result); });
  cupboard.close();
  const used = performance.getEntriesByType('resource').map(one => new URL(one.name).pathname);
  const screens = used.filter(path => /assets.live-.*js$/.test(path));
  const kept = await Promise.all(screens.map(path => caches.match(path)));
  const has = name => places.some(place => String(place).endsWith(name));
  const screen = kept.length > 0 && kept.every(Boolean);
  return has(`meeting_plan/${review}`) && has('my_reviews') && screen;
}"""
OPEN = """async at => {
  const answer = await fetch(at, {method: 'POST'});
  return (await answer.json()).snapshot.number;
}"""


def test_a_phone_that_only_opened_home_has_the_whole_run_sheet_without_signal(served, device):
    officer, child = (Someone(device(size), served, "en") for size in (DESK, PHONE))
    officer.is_in(ENGLISH.officer)
    review, _ = a_meeting_is_planned(officer, ENGLISH)
    child.is_in(ENGLISH.child)
    for _ in range(120):
        if is_kept := child.page.evaluate(IS_KEPT, review):
            break
        child.page.wait_for_timeout(250)
    assert is_kept, "within half a minute of Home"
    child.offline()
    child.press("Plan my meeting")
    child.page.get_by_role("link", name=TITLE).click()
    child.sees("No internet just now. Go on: your screen still works.")
    (part,) = (
        each["id"] for each in officer.page.request.get(f"/api/reviews/{review}").json()["parts"]
    )
    live = f"{served.address}/api/reviews/{review}/parts/{part}/live"
    assert officer.page.evaluate(OPEN, live) == 1, "opened where the child cannot hear of it"
    child.press("We begin")
    seen = [now_on(child).inner_text()]
    child.page.reload()
    while seen[-1] != child.words("The end"):
        child.press("Next")
        expect(now_on(child)).not_to_have_text(seen[-1])
        seen.append(now_on(child).inner_text())
    assert seen[0] == child.words("Hello")
    assert len(seen) > 4, "with what was decided last time, and what they wish"
    assert officer.page.request.get(live).json()["state"]["item"] != "goodbye", "it waits here"
    child.online()
    officer.goes_to(f"/live/{review}/{part}")
    expect(now_on(officer)).to_have_text(seen[-1], timeout=SOON)
