"""Troop counts: how many, whose, where, and what becomes of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.model import DateRange, Published, Quote, Span, Speaker
from tests.marked import read_marked
from tests.troop_examples import check, counts

IN_2016 = Published(DateRange(date(2016, 3, 1), date(2016, 3, 1)), "stated")

# Each example marks the words of its counts; beside it stands what they say, in their order: number, whose, where, status.

CURRENT = [
    ("The United States now has {count:more than 5,000 troops} in Iraq.", "5000 us Iraq current"),
    ("There are {count:about 5,200 American service members} in Iraq, most of them trainers.", "5200 us Iraq current"),
    ("The {count:5,200-strong American force} in Iraq has paused its training.", "5200 us Iraq current"),
    ("A battalion of {count:800 soldiers} from the 82nd Airborne was sent to Baghdad.", "800 us Iraq current"),
    ("{count:Another 200 Marines} arrived at Ain al-Asad last week.", "200 us Iraq current"),
    ('"We have {count:about 1,600 American personnel} in Iraq," he said.', "1600 us Iraq current"),
    ("The U.S. troop cap in Iraq stands at {count:4,087}.", "4087 us Iraq current"),
    (
        "The Pentagon says {count:3,870 troops} are in Iraq, but the real number is closer to {count:5,000}.",
        "3870 us Iraq current; 5000 us Iraq current",
    ),
    ("An Army unit of {count:about 150 soldiers} was dispatched to Erbil.", "150 us Iraq current"),
    ("As of Monday, {count:138,000 U.S. troops} were in Iraq.", "138000 us Iraq current"),
    ("The U.S. military currently has {count:142,000 soldiers} in Iraq.", "142000 us Iraq current"),
    ("The Pentagon extended the tours of {count:20,000 troops} in Iraq.", "20000 us Iraq current"),
    ("The Iraqi parliament voted to expel the {count:5,000 U.S. troops} in the country.", "5000 us Iraq current"),
    (
        "Lawmakers voted to end the presence of {count:some 5,200 American troops} stationed in Iraq.",
        "5200 us Iraq current",
    ),
    (
        "The missile attack on bases housing U.S. forces hurt no one among the {count:1,500 soldiers} at al-Asad.",
        "1500 us Iraq current",
    ),
    ("The U.S. has {count:3,500 troops} to help train Iraqi forces in Iraq.", "3500 us Iraq current"),
    ("Iran could attack the {count:5,200 American troops} in Iraq.", "5200 us Iraq current"),
    ("The {count:5,200 U.S. troops} in Iraq could be at risk.", "5200 us Iraq current"),
    (
        "Parliament passed a resolution calling for the expulsion of {count:some 5,200 U.S. troops} stationed in Iraq.",
        "5200 us Iraq current",
    ),
    ("U.S. troop levels in Iraq have dropped {count:below 3,000}.", "3000 us Iraq current"),
    ("The {count:roughly 2,500 American troops} in Iraq will stay in a support role.", "2500 us Iraq current"),
    (
        "Bush rejected calls to set a timetable for withdrawing {count:135,000 troops} from Iraq.",
        "135000 us Iraq current",
    ),
    ("He said the first of {count:1,500 paratroopers} arrived in Iraq on Monday.", "1500 us Iraq current"),
    ("The deployment brings to {count:3,100} the number of U.S. troops authorized in Iraq.", "3100 us Iraq current"),
    ("The move will nearly double the {count:1,600 American troops} in Iraq.", "1600 us Iraq current"),
]

PLANNED = [
    (
        "The Pentagon will send {count:up to 560 additional troops} to Iraq, Defense Secretary Ash Carter said.",
        "560 us Iraq planned",
    ),
    (
        "President Obama has authorized the deployment of {count:275 military personnel} to protect the embassy in Baghdad.",
        "275 us Iraq planned",
    ),
    ("Obama is sending {count:300 military advisers} to Iraq.", "300 us Iraq planned"),
    (
        "The new troops will bring the total number of American forces in Iraq to {count:about 3,550}.",
        "3550 us Iraq planned",
    ),
    ("That would bring the U.S. troop level in Iraq to {count:4,647}.", "4647 us Iraq planned"),
    ("Bush ordered {count:21,500 additional troops} to Iraq in January.", "21500 us Iraq planned"),
    ("The plan would leave {count:between 8,000 and 10,000 troops} in Iraq after 2011.", "8000-10000 us Iraq planned"),
    (
        "The White House is prepared to keep {count:3,000 to 4,000 troops} in Iraq next year.",
        "3000-4000 us Iraq planned",
    ),
    ("The {count:1,500 troops}, including advisers, will be stationed outside Baghdad.", "1500 us Iraq planned"),
    ("The number of U.S. troops in Iraq will rise to {count:160,000} by June.", "160000 us Iraq planned"),
    ("The {count:brigade of 3,500} will deploy to Iraq next month.", "3500 us Iraq planned"),
    ("Obama Sending {count:450 More Troops} to Iraq", "450 us Iraq planned"),
    ("The U.S. has authorized {count:up to 3,870 troops} in Iraq.", "3870 us Iraq planned"),
    ("The Marines will add {count:100 special operators} in Iraq.", "100 us Iraq planned"),
    ("Five brigades, {count:about 21,500 soldiers} in all, are heading to Iraq.", "21500 us Iraq planned"),
    ("The order affects {count:1,000 Army National Guard members} bound for Iraq.", "1000 us Iraq planned"),
    (
        "Carter announced Monday that {count:217 more troops} would go to Iraq, bringing the number of U.S. troops there to {count:4,087}.",
        "217 us Iraq planned; 4087 us Iraq planned",
    ),
    ("The brigade will have {count:2,500 troops} stationed in Iraq.", "2500 us Iraq planned"),
    ("The United States is moving {count:500 troops} to Iraq from Kuwait.", "500 us Iraq planned"),
    ("Obama wants to leave {count:10,000 troops} in Iraq.", "10000 us Iraq planned"),
    ("The U.S. intends to keep {count:about 2,500 troops} in Iraq.", "2500 us Iraq planned"),
    ("The withdrawal would leave {count:2,500 troops} in Iraq.", "2500 us Iraq planned"),
    ("Trump plans to withdraw all but {count:2,500 troops} from Iraq.", "2500 us Iraq planned"),
    ("{count:About 2,500 troops} will remain in Iraq.", "2500 us Iraq planned"),
    (
        "The U.S. plans to increase the number of troops in Iraq by {count:450}, to {count:3,550}.",
        "450 us Iraq planned; 3550 us Iraq planned",
    ),
    ("The Army said {count:1,300 soldiers} from Fort Riley will deploy to Iraq this fall.", "1300 us Iraq planned"),
    ("{count:Some 500 soldiers} from the 1st Infantry Division headquarters will head to Iraq.", "500 us Iraq planned"),
    ("{count:Roughly 1,700 soldiers} of the 82nd Airborne are to replace them in Iraq.", "1700 us Iraq planned"),
]

REQUESTED = [
    ("Obama is considering sending {count:1,000 more troops} to Iraq.", "1000 us Iraq requested"),
    ("The commander has requested {count:1,500 more trainers} for Iraq.", "1500 us Iraq requested"),
    ("Iraq has asked for {count:5,000 American trainers}.", "5000 us Iraq requested"),
    (
        "The government wants {count:3,000 to 5,000 U.S. soldiers} to stay as trainers in Iraq past 2011.",
        "3000-5000 us Iraq requested",
    ),
    ("The request would add {count:200 troops} to the mission in Iraq.", "200 us Iraq requested"),
    ("Commanders have asked for approval to send {count:500 more troops} to Iraq.", "500 us Iraq requested"),
    ("The general recommended {count:2,000 additional troops} for Iraq.", "2000 us Iraq requested"),
    ("McCain said the U.S. should send {count:10,000 troops} to Iraq.", "10000 us Iraq requested"),
    ("Commanders want to send {count:200 more advisers} to Iraq.", "200 us Iraq requested"),
    ("Graham has called on Obama to send {count:10,000 troops} to Iraq.", "10000 us Iraq requested"),
    ("Top generals are pushing to keep {count:5,000 troops} in Iraq.", "5000 us Iraq requested"),
    ("McCain said Obama should send {count:10,000 troops} to Iraq.", "10000 us Iraq requested"),
    ("In 2011 the generals recommended a {count:10,000-strong force} for Iraq.", "10000 us Iraq requested"),
    ("The general has asked Obama to consider sending {count:1,000 more troops} to Iraq.", "1000 us Iraq requested"),
    ("Gates favors keeping a residual {count:force of about 10,000} in Iraq.", "10000 us Iraq requested"),
    (
        "Republican senators said {count:at least 10,000 American troops} were needed in Iraq.",
        "10000 us Iraq requested",
    ),
]

WITHDRAWN = [
    ("The last {count:500 U.S. soldiers} left Iraq on Sunday.", "500 us Iraq withdrawn"),
    (
        "The administration plans to withdraw {count:2,200 troops} from Iraq by the end of September.",
        "2200 us Iraq withdrawn",
    ),
    ("The remaining {count:47,000 U.S. troops} are to leave Iraq by Dec. 31.", "47000 us Iraq withdrawn"),
    ("U.S. to withdraw {count:4,000 troops} from Iraq", "4000 us Iraq withdrawn"),
    ("The U.S. withdrew its last combat brigade, {count:about 4,000 soldiers}, from Iraq.", "4000 us Iraq withdrawn"),
    ("Officials said {count:4,000 troops} will be coming home from Iraq.", "4000 us Iraq withdrawn"),
]

PAST = [
    ("At the peak of the war in 2007, {count:more than 170,000 U.S. troops} were in Iraq.", "170000 us Iraq past"),
    ("There were {count:50,000 U.S. troops} in Iraq in August 2010.", "50000 us Iraq past"),
    ("There were {count:130,000 troops} in Iraq when Bush left office.", "130000 us Iraq past"),
    ("He commanded {count:5,000 Marines} in Fallujah in 2004.", "5000 us Iraq past"),
    (
        "There were {count:fewer than 200 U.S. military personnel} in Iraq under the Office of Security Cooperation.",
        "200 us Iraq past",
    ),
    ("The number of troops in Iraq peaked at {count:170,000}.", "170000 us Iraq past"),
    ("There were {count:39,000 troops} in Iraq until 2011.", "39000 us Iraq past"),
]

MIXED = [
    (
        "The U.S. will reduce its troop presence in Iraq from {count:5,200} to {count:3,000} this month, Gen. McKenzie said.",
        "5200 us Iraq current; 3000 us Iraq planned",
    ),
    (
        "The United States has cut its force in Iraq to {count:2,500}, down from {count:5,200} a year ago.",
        "2500 us Iraq current; 5200 us Iraq past",
    ),
    (
        "{count:Some 2,500 U.S. troops} remain in Iraq, down from {count:170,000} at the height of the war.",
        "2500 us Iraq current; 170000 us Iraq past",
    ),
]

NONE = [
    "More than 4,400 U.S. troops have been killed in Iraq since 2003.",
    "The bombing killed three American soldiers and wounded 12 others.",
    "Nearly 4,500 American troops lost their lives there.",
    "The commander, Col. Ray Gaines, 51, told the troops to rest.",
    "Senators said the troops should stay; the vote was 61 to 39.",
    "The party that wants the troops out holds 54 of the 275 seats.",
    "A poll of 1,020 Americans found that most want the soldiers home.",
    "About 10,000 Islamic State fighters hold the city.",
    "It cost $5,000 per soldier.",
    "In 2003 U.S. troops invaded Iraq.",
    "A few hundred U.S. troops are in Baghdad.",
    "Three soldiers said they were worried.",
    "About 100 U.S. soldiers suffered traumatic brain injuries.",
    "He said 90 percent of the troops were volunteers.",
    "1,500 veterans marched.",
    "The militia claims 20,000 men.",
    "Nearly 1.5 million Americans served in Iraq.",
    "More than 100 coalition troops have died.",
]

WHOSE = [
    ("{count:About 1,400 British troops} remain in Iraq.", "1400 foreign Iraq current"),
    ("Italy will send {count:130 trainers} to Iraq.", "130 foreign Iraq planned"),
    ("{count:Some 12,000 Iraqi troops} are taking part in the offensive on Mosul.", "12000 iraqi Iraq current"),
    ("NATO has {count:about 500 trainers} in Iraq.", "500 nato Iraq current"),
    (
        "NATO said it would expand its mission in Iraq from {count:500} to {count:4,000 personnel}.",
        "500 nato Iraq current; 4000 nato Iraq planned",
    ),
    (
        "The coalition has {count:8,000 troops} in Iraq, of whom {count:5,200} are American.",
        "8000 coalition Iraq current; 5200 us Iraq current",
    ),
    ("Turkey has {count:150 troops} at a base near Mosul.", "150 foreign Iraq current"),
    ("Australia deployed {count:300 soldiers} to train Iraqis at Taji.", "300 foreign Iraq current"),
    ("Iraqi security forces number {count:about 250,000}.", "250000 iraqi Iraq current"),
    ("Turkish officials said {count:150 soldiers} were near Mosul.", "150 foreign Iraq current"),
    ("NATO allies would contribute {count:5,000 more soldiers} to Afghanistan.", "5000 nato Afghanistan planned"),
    ("France will keep its {count:500 soldiers} in Iraq.", "500 foreign Iraq current"),
    ("Denmark will withdraw its {count:460 troops} from Iraq by August.", "460 foreign Iraq withdrawn"),
    ("Spain pulled its {count:1,300 soldiers} out of Iraq in 2004.", "1300 foreign Iraq withdrawn"),
    ("South Korea plans to send {count:3,000 troops} to Iraq.", "3000 foreign Iraq planned"),
    ("Iraq's army says it has {count:30,000 soldiers} around Mosul.", "30000 iraqi Iraq current"),
    (
        "{count:Some 30,000 Iraqi soldiers} and {count:4,000 Kurdish peshmerga} joined the attack.",
        "30000 iraqi Iraq current; 4000 other Iraq current",
    ),
]

WHERE = [
    ("Gen. David Petraeus asked for {count:20,000 more troops}.", "20000 us None requested"),
    (
        "Trump has ordered the Pentagon to cut the number of troops in Afghanistan to {count:2,500}.",
        "2500 us Afghanistan planned",
    ),
    (
        "{count:About 900 U.S. troops} are in Syria and {count:2,500} in Iraq.",
        "900 us Syria current; 2500 us Iraq current",
    ),
    ("{count:Two thousand paratroopers} from Fort Bragg are being deployed to Kuwait.", "2000 us Kuwait planned"),
    ("The Pentagon said {count:3,500 troops} would be sent to the Middle East.", "3500 us None planned"),
    ("{count:About 39,000 American troops} are still in the country.", "39000 us None current"),
    ("The White House approved {count:475 more advisers}.", "475 us None planned"),
    ("The drawdown to {count:50,000 troops} was completed in August.", "50000 us None current"),
    (
        "We will withdraw {count:10,000 troops} from Afghanistan by the end of this year.",
        "10000 us Afghanistan withdrawn",
    ),
    ("Carter said {count:200 additional special operations forces} would go to Syria.", "200 us Syria planned"),
    ("Rumsfeld said the force could be cut by {count:20,000 soldiers} after the vote.", "20000 us None withdrawn"),
    ("Trump said he wanted to bring home {count:4,000 troops} from Afghanistan.", "4000 us Afghanistan withdrawn"),
    ("{count:About 1,500 troops} in neighboring Jordan train Syrian rebels.", "1500 us Jordan current"),
    ("Defense officials have proposed sending {count:up to 1,000 more troops} to Syria.", "1000 us Syria requested"),
    (
        "Obama plans to cut the number of troops in Afghanistan to {count:5,500} from {count:9,800}.",
        "5500 us Afghanistan planned; 9800 us Afghanistan current",
    ),
    (
        "The U.S. will draw down from {count:about 9,800 troops} to {count:8,400} in Afghanistan.",
        "9800 us Afghanistan current; 8400 us Afghanistan planned",
    ),
    ("Trump ordered the withdrawal of {count:2,000 troops} from Syria.", "2000 us Syria withdrawn"),
    (
        "Obama has decided to reduce the mission to a {count:force of 5,500} in Afghanistan.",
        "5500 us Afghanistan planned",
    ),
    (
        "The brigades would reinforce an American {count:force of 68,000} in Afghanistan.",
        "68000 us Afghanistan current",
    ),
    (
        "President Obama will send {count:30,000 more troops} to Afghanistan over six months.",
        "30000 us Afghanistan planned",
    ),
    (
        "Gen. Stanley McChrystal, who wants {count:as many as 40,000 more troops} in Afghanistan, met Obama.",
        "40000 us Afghanistan requested",
    ),
    ("McChrystal's request for {count:40,000 troops} is on Obama's desk.", "40000 us None requested"),
    (
        "Obama approved {count:21,000 additional troops} earlier this year, bringing the American force in Afghanistan to {count:68,000}.",
        "21000 us Afghanistan planned; 68000 us Afghanistan planned",
    ),
    ("The {count:33,000 surge troops} will be home from Afghanistan by summer.", "33000 us Afghanistan withdrawn"),
    (
        "Obama will withdraw {count:10,000 troops} from Afghanistan this year and {count:another 23,000} by next summer.",
        "10000 us Afghanistan withdrawn; 23000 us Afghanistan withdrawn",
    ),
    ("A {count:force of about 10,000} would remain in Afghanistan after 2014.", "10000 us Afghanistan planned"),
    (
        "The Pentagon wants to send {count:3,000 to 5,000 more troops} to Afghanistan.",
        "3000-5000 us Afghanistan requested",
    ),
    ("Mattis has signed orders to send {count:3,500 more troops} to Afghanistan.", "3500 us Afghanistan planned"),
    ("The general asked for {count:3,000 trainers}, but Trump has not decided.", "3000 us None requested"),
    ("Trump's order would cut the {count:14,000 troops} in Afghanistan by half.", "14000 us Afghanistan current"),
    (
        "{count:About 14,000 U.S. troops} are in Afghanistan, where they train Afghan forces.",
        "14000 us Afghanistan current",
    ),
    ("The U.S. has {count:some 2,000 troops} in Syria fighting alongside Kurdish forces.", "2000 us Syria current"),
    (
        "Trump announced last month that he would pull all {count:2,000 U.S. troops} out of Syria.",
        "2000 us Syria withdrawn",
    ),
    (
        "{count:Roughly 400} of the {count:2,000 U.S. troops} will stay in Syria.",
        "400 us Syria planned; 2000 us Syria current",
    ),
    ("The Pentagon may send {count:another 1,000 troops} to Syria.", "1000 us Syria planned"),
    ("The new plan means {count:9,800 troops} in Afghanistan through most of 2015.", "9800 us Afghanistan planned"),
    (
        "The general told Obama in a report last month that he wanted {count:40,000 more troops} in Afghanistan.",
        "40000 us Afghanistan requested",
    ),
]


EVERY = [*CURRENT, *PLANNED, *REQUESTED, *WITHDRAWN, *PAST, *MIXED, *WHOSE, *WHERE]


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_count_says_how_many_whose_where_and_whether(example: str, expected: str) -> None:
    """The table would show soldiers who are not there, or under another flag, or in another country."""
    check(example, expected)


@pytest.mark.parametrize("text", NONE)
def test_casualties_fighters_years_and_money_are_no_counts(text: str) -> None:
    """The table would count the dead, the enemy, or the year."""
    assert counts(text) == ()


QUALIFIERS = [
    ("There are about 5,000 U.S. troops in Iraq.", "about"),
    ("There are nearly 5,000 U.S. troops in Iraq.", "about"),
    ("There are 5,000 or so U.S. troops in Iraq.", "about"),
    ("There are more than 5,000 U.S. troops in Iraq.", "more_than"),
    ("There are well over 5,000 U.S. troops in Iraq.", "more_than"),
    ("There are at least 5,000 U.S. troops in Iraq.", "at_least"),
    ("There are up to 5,000 U.S. troops in Iraq.", "up_to"),
    ("There are no more than 5,000 U.S. troops in Iraq.", "up_to"),
    ("There are fewer than 5,000 U.S. troops in Iraq.", "fewer_than"),
    ("There are 5,000 U.S. troops in Iraq.", "exact"),
    ("There are 5,000 to 6,000 U.S. troops in Iraq.", "range"),
    ("There are between 5,000 and 6,000 U.S. troops in Iraq.", "range"),
]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS)
def test_a_qualifier_says_on_which_side_the_truth_lies(text: str, qualifier: str) -> None:
    """As in "Up to 5,000" would be shown as 5,000."""
    assert [count.qualifier for count in counts(text)] == [qualifier]


HEADLINES = [
    (
        "There are {count:5,000 U.S. troops} in Iraq. The Pentagon will send 500 more troops to Iraq.",
        "a total, not an increment",
    ),
    ("About 900 U.S. troops are in Syria. About {count:5,000 U.S. troops} are in Iraq.", "in Iraq"),
    ("In 2007, 170,000 U.S. troops were in Iraq. Now there are {count:5,000 troops} in Iraq.", "now, not then"),
    ("Britain has 900 soldiers in Iraq. The United States has {count:5,000 troops} in Iraq.", "American"),
    (
        "About 300 U.S. soldiers are at Taji. The United States has {count:5,000 troops} in Iraq.",
        "the whole, not a part",
    ),
    ("There are 500 American advisers in Iraq, and {count:5,000 U.S. troops} in Iraq.", "troops before advisers"),
    (
        "More than 4,400 U.S. troops died in Iraq. The Pentagon will send 500 more troops to Iraq.",
        "none where none is current",
    ),
    ("The United States has 9,800 troops in Afghanistan.", "none where none is in Iraq"),
]


@pytest.mark.parametrize(("example", "_why"), HEADLINES, ids=[why for _, why in HEADLINES])
def test_the_headline_is_the_number_for_the_table(example: str, _why: str) -> None:
    """The list would show the wrong number beside the article, or one where there is none."""
    text, spans = read_marked(example)
    headline = [count.span for count in counts(text) if count.headline]
    assert [span.end for span in headline] == [span.end for _, span in spans]


def test_sources_that_differ_are_both_kept_and_marked() -> None:
    """Two figures that cannot both be right would be shown as if they agreed."""
    text = "There are 3,700 U.S. troops in Iraq. The embassy said there are now more than 4,000 U.S. troops in Iraq."
    assert [(count.low, count.conflict) for count in counts(text)] == [(3700, True), (4000, True)]


def test_rounded_numbers_do_not_conflict() -> None:
    """As in "About 5,000" and 5,200 would be shown as a dispute."""
    text = "There are about 5,000 U.S. troops in Iraq. The Pentagon says there are 5,200 U.S. troops in Iraq."
    assert not any(count.conflict for count in counts(text))


def test_a_count_inside_a_quote_is_the_speakers() -> None:
    """Nobody could tell the general's number from the reporter's."""
    text = "There are 3,000 troops in Iraq. “We have 3,700 troops in Iraq,” Lee said."
    quote = Quote(Span(33, 61), "direct", Speaker(Span(63, 66), "Ann Lee"), None, "")
    assert [count.speaker for count in counts(text, (quote,))] == [None, "Ann Lee"]


def test_a_past_count_says_when() -> None:
    """The first 1,500 would stand in the table without their year."""
    text = "The force in Iraq has grown to 4,000 troops from an initial contingent of 1,500 in November 2014."
    now, then = counts(text, published=IN_2016)
    assert (now.low, now.status, then.low, then.status) == (4000, "current", 1500, "past")
    assert then.as_of == DateRange(date(2014, 11, 1), date(2014, 11, 30))


def test_the_year_of_the_article_is_not_the_past() -> None:
    """In an article of 2016, "in 2016" would turn today's troops into yesterday's."""
    text = "The United States had 5,000 troops in Iraq in 2015."
    assert [count.status for count in counts(text, published=IN_2016)] == ["past"]
    assert [
        count.status for count in counts("The United States has 5,000 troops in Iraq in 2016.", published=IN_2016)
    ] == ["current"]


@given(
    st.lists(
        st.sampled_from(
            [
                "5,000",
                "from",
                "to",
                "about",
                "troops",
                "U.S.",
                "in Iraq",
                "killed",
                ".",
                ",",
                "“",
                "more",
                "between",
                "and",
                "2007",
                "-strong",
                "\u00a0",
                "\n",
            ]
        ),
        max_size=40,
    )
)
def test_garbled_text_costs_no_article(words: list[str]) -> None:
    """One odd sentence would take every count of its article with it."""
    text = " ".join(words)
    found = counts(text)
    assert all(count.span.of(text).strip() for count in found)
    assert sum(count.headline for count in found) <= 1
    assert list(found) == sorted(found, key=lambda count: count.span)


def test_every_count_names_its_rule() -> None:
    """The panel could not say why."""
    assert [count.rule for count in counts("There are 5,000 U.S. troops in Iraq.")] == ["counted_soldiers, stationed"]
