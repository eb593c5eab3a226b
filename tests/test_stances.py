"""Stances: what each side wants of the U.S. military presence in Iraq, and the words that show it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqreader.extract.people import find_people
from iraqreader.extract.places import Places
from iraqreader.extract.quotes import find_quotes
from iraqreader.extract.segment import segment
from iraqreader.extract.stances import find_stances
from iraqreader.extract.troops import find_troops
from iraqreader.model import DateRange, Published
from tests.marked import read_marked

if TYPE_CHECKING:
    from iraqreader.model import Stance

UNDATED = DateRange(None, None)

# The sentences are made up. Each marks the words that show a side's stance; beside it stands what they show.

EXPAND = [
    ("{washington:US troops will deploy to a second base} in Iraq, the Pentagon said.", "washington:expand"),
    ("{washington:A U.S. strike killed} a militia commander in Iraq, the Pentagon said.", "washington:expand"),
    ("{baghdad:More American trainers are needed} in Iraq, said Iraq's defense minister.", "baghdad:expand"),
    ("{baghdad:Iraq has formally asked the United States to launch airstrikes} against militants.", "baghdad:expand"),
    ("{washington:Obama authorized the deployment} of up to 1,500 more troops to Iraq.", "washington:expand"),
    ("The Pentagon announced {washington:it would send 560 more troops} to Iraq.", "washington:expand"),
    ("{washington:Bush ordered 21,500 more troops} to Iraq.", "washington:expand"),
    ("{erbil:Kurdish leaders in Iraq want more American airstrikes}.", "erbil:expand"),
    ("{washington:U.S. warplanes launched} airstrikes in Iraq on Friday, the Pentagon said.", "washington:expand"),
    ("{washington:The Joint Chiefs recommended sending more advisers} to Iraq.", "washington:expand"),
    ("{washington:U.S. commanders in Iraq have asked for hundreds more troops}.", "washington:expand"),
    ('"{washington:We\'re prepared to do more} in Iraq," Obama said.', "washington:expand"),
    ("{washington:Obama has steadily expanded the American mission} in Iraq.", "washington:expand"),
    (
        "Carter said {washington:the United States would accelerate the campaign in Iraq, sending Apache} helicopters and more advisers.",
        "washington:expand",
    ),
    ("{washington:Washington has resumed its military operations} with Iraq.", "washington:expand"),
    ("{baghdad:The Iraqi government has approved the presence of U.S. advisers} in Iraq.", "baghdad:expand"),
    ("U.S. officials said {baghdad:the Iraqi government had agreed to host more American troops}.", "baghdad:expand"),
    ("Dempsey said {washington:he would recommend ground troops} if airstrikes in Iraq fail.", "washington:expand"),
    ("{baghdad:Baghdad urgently needs more U.S. weapons} and airstrikes, Iraq's ambassador said.", "baghdad:expand"),
    (
        "Iraq's ambassador to the United States said {baghdad:his country needed more American airstrikes}.",
        "baghdad:expand",
    ),
    (
        "Iraqi Defense Minister Khaled al-Obeidi said {baghdad:Iraq welcomed the American offer of more advisers}.",
        "baghdad:expand",
    ),
]

LIMIT = [
    ("{baghdad:Iraq's president condemned the American raids as a breach of national sovereignty}.", "baghdad:limit"),
    ("{washington:A U.S. brigade will leave Iraq} early, Gen. David Petraeus said.", "washington:limit"),
    (
        "The Pentagon told senators that {washington:the number of US soldiers in Iraq will fall to} 2,500.",
        "washington:limit",
    ),
    ("{washington:Ground troops in Iraq are off the table}, the White House said.", "washington:limit"),
    ("{baghdad:Iraq's army denounced the American raids} as a hostile act.", "baghdad:limit"),
    ("{baghdad:Iraq's government accused the United States of a breach of Iraqi sovereignty}.", "baghdad:limit"),
    ("President Obama said Friday {washington:he will not send combat troops} back to Iraq.", "washington:limit"),
    ("{washington:The United States will reduce its forces} in Iraq to 3,000 this month.", "washington:limit"),
    ("Prime Minister Haider al-Abadi said {baghdad:Iraq did not need foreign ground troops}.", "baghdad:limit"),
    (
        "Abadi said {baghdad:no foreign ground troops} were needed in Iraq and that any deployment would be treated as hostile.",
        "baghdad:limit",
    ),
    ("Iraq's foreign minister said {baghdad:Baghdad had not asked for American ground troops}.", "baghdad:limit"),
    ("{washington:The U.S. military ended its combat mission} in Iraq on Tuesday.", "washington:limit"),
    ('"There {washington:will be no boots on the ground} in Iraq," Obama said.', "washington:limit"),
    ("{washington:The administration ruled out sending ground troops} to Iraq.", "washington:limit"),
    ("{washington:The Pentagon plans to pull 2,200 troops} out of Iraq by the end of September.", "washington:limit"),
    ("{baghdad:Iraq's government condemned the U.S. airstrikes} as a violation of its sovereignty.", "baghdad:limit"),
    ("{washington:The U.S. paused its training mission} in Iraq.", "washington:limit"),
    ("{baghdad:Baghdad has refused to accept more American troops}. Iraq fears Iran.", "baghdad:limit"),
    ('"{baghdad:Iraq doesn\'t need American troops}," Maliki said.', "baghdad:limit"),
    ("{baghdad:The Iraqis have not asked for U.S. help} in Iraq.", "baghdad:limit"),
    ("Petraeus said {washington:troop levels in Iraq could be cut} by 30,000 next summer.", "washington:limit"),
    ("{washington:The U.S. does not want permanent bases} in Iraq, Rumsfeld said.", "washington:limit"),
    ('"{washington:I am not going to put American combat troops} back into Iraq," Obama said.', "washington:limit"),
    ("The U.S.-led coalition said {washington:it was suspending training} of Iraqi forces.", "washington:limit"),
    ("{washington:The Obama administration has been reluctant to send ground forces} to Iraq.", "washington:limit"),
    ("{washington:The Pentagon is drawing down its forces} in Iraq.", "washington:limit"),
    ("The U.S. commander in Iraq said {washington:he saw no need for more troops}.", "washington:limit"),
]

NONCOMMITTAL = [
    (
        "{washington:The Pentagon is looking at a request from commanders for more troops} in Iraq.",
        "washington:noncommittal",
    ),
    ("{baghdad:Iraqi leaders put off a decision on asking US troops to stay in Iraq}.", "baghdad:noncommittal"),
    ("{washington:The White House is weighing whether to send more troops} to Iraq.", "washington:noncommittal"),
    ("{washington:The Pentagon declined to say} how many troops would go to Iraq.", "washington:noncommittal"),
    (
        "White House spokesman {washington:Josh Earnest would not say} whether more troops would be sent to Iraq.",
        "washington:noncommittal",
    ),
    ("Rumsfeld said {washington:it was too early to discuss cutting forces} in Iraq.", "washington:noncommittal"),
    ("Hagel said {washington:the U.S. was considering more airstrikes} in Iraq.", "washington:noncommittal"),
    ("{baghdad:The Iraqi parliament has yet to decide whether U.S. troops can stay in Iraq}.", "baghdad:noncommittal"),
    (
        "Panetta said {washington:the U.S. would consider any request from Iraq to keep troops} there.",
        "washington:noncommittal",
    ),
]

WITHDRAW = [
    ("{baghdad:Iraq's parliament voted to have American troops removed} from the country.", "baghdad:withdraw"),
    ("{baghdad:The Iraqi parliament voted Sunday to expel U.S. troops} from the country.", "baghdad:withdraw"),
    (
        "{baghdad:Iraq's prime minister called on American forces to leave}. Iraq has had enough, he said.",
        "baghdad:withdraw",
    ),
    (
        "{baghdad:Iraqi lawmakers approved a resolution calling for the withdrawal} of all foreign troops from Iraq.",
        "baghdad:withdraw",
    ),
    ("Trump said {washington:he wants to bring American troops home} from Iraq.", "washington:withdraw"),
    (
        "{washington:Obama announced that all U.S. troops will leave Iraq} by the end of the year.",
        "washington:withdraw",
    ),
    ("Prime Minister Nouri al-Maliki said {baghdad:U.S. troops should leave Iraq} on schedule.", "baghdad:withdraw"),
    ("{baghdad:Maliki rejected a request to let American trainers stay in Iraq} past 2011.", "baghdad:withdraw"),
    ("{tehran:Iran demanded that U.S. forces leave Iraq}.", "tehran:withdraw"),
    (
        "The United States {baghdad:must withdraw its forces} from Iraq, said Iraqi Prime Minister Adel Abdul-Mahdi.",
        "baghdad:withdraw",
    ),
    (
        '"{baghdad:American troops must leave}," said Iraqi Foreign Minister Hoshyar Zebari of Iraq\'s stance.',
        "baghdad:withdraw",
    ),
    ("The Iraqi government said {baghdad:it would not allow U.S. troops to remain in Iraq}.", "baghdad:withdraw"),
    (
        "{baghdad:Abdul-Mahdi asked the U.S. to send a delegation to discuss withdrawing its troops} from Iraq.",
        "baghdad:withdraw",
    ),
    (
        "{baghdad:Iraq's caretaker prime minister asked Washington to start working out a road map for an American troop withdrawal}.",
        "baghdad:withdraw",
    ),
]

KEEP = [
    ("{washington:Leaving Iraq now would be a mistake}, Bush said.", "washington:keep"),
    ("{washington:Bush vetoed a bill that set a withdrawal date} for the troops in Iraq.", "washington:keep"),
    ("{washington:The United States has no plans to withdraw its troops} from Iraq, Pompeo said.", "washington:keep"),
    ('"{washington:We are not leaving} Iraq," Defense Secretary Mark Esper told reporters.', "washington:keep"),
    ('"Our policy has not changed. {washington:We are not leaving} Iraq," Esper said.', "washington:keep"),
    (
        "Bush said {washington:he would veto any bill that sets a timetable for withdrawal} from Iraq.",
        "washington:keep",
    ),
    ('"{washington:We will stay in Iraq} as long as it takes," Bush said.', "washington:keep"),
    ("{baghdad:Iraqi leaders agreed to begin talks on keeping U.S. trainers} in Iraq.", "baghdad:keep"),
    (
        "{baghdad:The Iraqi government wants U.S. forces to stay in Iraq} after Islamic State is defeated.",
        "baghdad:keep",
    ),
    ("{baghdad:Iraq wants American troops to stay}.", "baghdad:keep"),
    ("Gen. {washington:Lloyd Austin recommended keeping 10,000 troops} in Iraq.", "washington:keep"),
    (
        "{baghdad:Iraq's cabinet approved a security pact that lets U.S. troops stay in Iraq} until 2011.",
        "baghdad:keep",
    ),
    ("The president said {washington:he would keep U.S. troops} in Iraq to watch Iran.", "washington:keep"),
    ("{washington:The United States would not leave Iraq} until the job was done, Bush said.", "washington:keep"),
    ("{washington:Bush vowed to stay the course} in Iraq.", "washington:keep"),
    ("{washington:Military leaders want to keep a residual force} in Iraq.", "washington:keep"),
    ("{washington:American forces would remain in Iraq} through 2008, Gen. Casey said.", "washington:keep"),
    ("{washington:The White House offered to keep up to 10,000 troops} in Iraq.", "washington:keep"),
]

NEW = [
    (
        "The U.S. {baghdad:trainers had been requested by the Iraqi government}, the prime minister's office in Baghdad said.",
        "baghdad:expand",
    ),
    (
        "The {baghdad:U.S. troops who came from Syria do not have permission to stay} in Iraq, the Iraqi defense ministry said.",
        "baghdad:withdraw",
    ),
    (
        "Gen. David Petraeus said in Iraq that {washington:he wants to stop bringing home U.S. troops}.",
        "washington:keep",
    ),
    (
        "The American advisers are in Iraq at the {baghdad:request of the Iraqi government}.",
        "baghdad:expand",
    ),
    (
        "The U.S. advisers in Iraq are there on {baghdad:Baghdad's request}.",
        "baghdad:expand",
    ),
    (
        "American troops are back in Iraq. They came at the {baghdad:invitation of the Iraqi government}.",
        "baghdad:expand",
    ),
    (
        "The vote in parliament shook Baghdad. {baghdad:The resolution to end the presence of foreign troops} in Iraq is not binding, but the Americans were angry.",
        "baghdad:withdraw",
    ),
    (
        '"{baghdad:The total withdrawal} of U.S. troops from Iraq will be completed by 2011," said Ali al-Dabbagh, a spokesman for the Iraqi government.',
        "baghdad:withdraw",
    ),
    (
        "Foreign {baghdad:ground troops} are neither needed nor wanted in Iraq, Abadi told American officials.",
        "baghdad:limit",
    ),
    (
        "The president of Iraq said in Paris that {baghdad:American soldiers ought to remain} in his country.",
        "baghdad:keep",
    ),
    (
        "The United States has 3,000 troops in Iraq. The number will fall to {washington:2,500} by May.",
        "washington:limit",
    ),
    (
        "There are 1,400 U.S. troops in Iraq, and {washington:another 600 American soldiers} will be there by May.",
        "washington:expand",
    ),
]

BOTH = [
    (
        "Biden and al-Kadhimi agreed to end the U.S. combat mission in Iraq by the end of the year.",
        "washington:limit baghdad:limit",
    ),
    ("Iraq and the United States agreed to end the combat mission.", "washington:limit baghdad:limit"),
    (
        "The State Department rejected Iraq's request to begin talks on a troop withdrawal.",
        "washington:keep baghdad:withdraw",
    ),
    (
        "Pompeo dismissed a call by Iraq's prime minister for a withdrawal of U.S. troops.",
        "washington:keep baghdad:withdraw",
    ),
]

NOBODYS = [
    "He was asked about a withdrawal of U.S. troops from Iraq.",
    "Salih said nobody had Iraq's leave to put American soldiers there.",
    "For our troops in Iraq, we needed the invitation of the Iraqi government, Obama said.",
    "Senators Hillary Clinton and Barack Obama met in Iraq. Obama said he would withdraw U.S. troops from Iraq.",
    "Former Vice President Joe Biden said he would withdraw American troops from Iraq.",
    "Britain will cut its force in Iraq, London said. British officers agreed. The troops will leave Basra in May.",
    "President Obama told the Marines that in 2003 he opposed sending troops to Iraq.",
    "The Anbar provincial council asked for U.S. ground troops in Iraq.",
    "Republican lawmakers want more U.S. troops in Iraq.",
    "Analysts say more U.S. troops will be needed in Iraq.",
    "Sadr demanded that U.S. troops leave Iraq.",
    "British troops will leave Iraq next month, Blair said.",
    "In 2011, Iraq refused to let American troops stay. Now it is at peace.",
    "Turkey rejected Iraq's demand to withdraw its troops.",
    "Republicans blame Obama for withdrawing U.S. troops from Iraq.",
    "American troops left Iraq and the country fell apart.",
    '"If they do ask us to leave, we will charge them sanctions," Trump said of Iraq.',
    "Iraqi military officials said their jets carried out airstrikes near Mosul.",
    "Iraq's prime minister sent more troops to Ramadi.",
    "Abadi accused Turkey of violating Iraq's sovereignty and demanded that it withdraw its troops.",
    "The Iraqi government is holding talks with Washington on the future of American forces in Iraq.",
]

EVERY = [*NEW, *EXPAND, *LIMIT, *NONCOMMITTAL, *WITHDRAW, *KEEP, *BOTH]


def stances(text: str, days: DateRange = UNDATED) -> tuple[Stance, ...]:
    """The stances of a text that is all report."""
    report = segment(text)
    people = find_people(report)
    quotes, published, places = find_quotes(report, people), Published(days, "stated"), Places(report)
    return find_stances(places, quotes, people, published, find_troops(report, quotes, published, places))


def labels(text: str) -> dict[str, str]:
    """Side -> label."""
    return {stance.side: stance.label for stance in stances(text)}


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_stance_stands_on_the_words_that_show_it(example: str, expected: str) -> None:
    """The list would show that a side wants what it refuses, or Enter would lead to other words."""
    text, marks = read_marked(example)
    found = {stance.side: stance for stance in stances(text)}
    assert " ".join(f"{side}:{stance.label}" for side, stance in found.items()) == expected
    for side, span in marks:
        assert any(piece.span.overlaps(span) for piece in found[side].evidence)


@pytest.mark.parametrize("text", NOBODYS)
def test_who_speaks_for_no_government_gives_it_no_stance(text: str) -> None:
    """A province, a party, an analyst or another country's army would speak for Baghdad or Washington."""
    assert labels(text) == {}


ABSENT = [
    "Biden will withdraw from Afghanistan, Afghan leaders said. In Kabul, few recalled the war in Iraq. The troops will leave.",
    "Iraqi leaders cheered in Iraq. Turkish airstrikes will continue, Iraqi officers said.",
    "The Pentagon will send 1,000 more troops to Afghanistan.",
    "The White House will send more troops to Syria, a neighbor of Iraq.",
    "A bomb killed two Iraqi soldiers near Mosul, Iraq.",
    "Poland asked the United States for more troops.",
    "",
]


@pytest.mark.parametrize("text", ABSENT)
def test_a_stance_that_the_text_does_not_show_is_absent(text: str) -> None:
    """Silence would be shown as a position on Iraq."""
    assert labels(text) == {}


BALANCES = [
    (
        (
            "The United States will send more troops to Iraq, officials said. It rained.\n\nThe sky was grey.\n\nIt was cold.\n\n"
            "It was late.\n\nIt was dark.\n\nThe Pentagon will not send combat troops to Iraq."
        ),
        {"washington": "expand"},
        "the head of a report outweighs its background",
    ),
    (
        "The White House is considering more airstrikes in Iraq. The Pentagon will send more troops to Iraq.",
        {"washington": "expand"},
        "an act outweighs an open question",
    ),
    (
        "The Pentagon will send more troops to Iraq. Iraq's parliament voted to expel American troops.",
        {"washington": "expand", "baghdad": "withdraw"},
        "two sides, each its own",
    ),
    (
        "Iraq's prime minister asked for U.S. airstrikes in Iraq. American troops left the country in 2011.",
        {"baghdad": "expand"},
        "the past retold is no position",
    ),
]


@pytest.mark.parametrize(("text", "expected", "_why"), BALANCES, ids=[why for *_, why in BALANCES])
def test_the_label_is_what_weighs_most(text: str, expected: dict[str, str], _why: str) -> None:
    """A remark at the end would turn the stance of the article."""
    assert labels(text) == expected


def test_a_pronoun_goes_back_to_the_one_named_before() -> None:
    """As in "They want us to stay" would have nobody who wants it."""
    text = "Iraqi officials met in Baghdad. They want American troops to stay in Iraq."
    assert labels(text) == {"baghdad": "keep"}


def test_evidence_says_who_said_it_and_by_which_rule() -> None:
    """The panel could not say why it believes a stance."""
    text = "“We will send more troops to Iraq,” said Defense Secretary Ash Carter."
    (stance,) = stances(text)
    assert [(piece.speaker, piece.rule, piece.label) for piece in stance.evidence] == [
        ("Ash Carter", "done_with", "expand")
    ]


def test_a_government_is_spoken_for_by_who_holds_its_office() -> None:
    """What a candidate promises would be shown as Washington's will."""
    text = "Barack Obama said he would withdraw all American troops from Iraq."
    assert [stance.side for stance in stances(text, DateRange(date(2011, 10, 21), date(2011, 10, 21)))] == [
        "washington"
    ]
    assert stances(text, DateRange(date(2007, 9, 12), date(2007, 9, 12))) == ()


def test_washington_stands_before_baghdad() -> None:
    """The two columns of the table would change places from article to article."""
    text = "Iraq's parliament voted to expel American troops. The Pentagon will send more troops to Iraq."
    assert [stance.side for stance in stances(text)] == ["washington", "baghdad"]


WORDS = (
    "Iraq Baghdad the_White_House Obama asked refused considering to for send withdraw keep troops U.S. airstrikes not and but said "
    "whether he it we request from by . , “ ” after more presence declined leave stay"
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30))
def test_any_order_of_the_words_is_read(words: list[str]) -> None:
    """One odd sentence would take every stance of its article with it."""
    text = " ".join(words).replace("_", " ")
    for stance in stances(text):
        assert stance.evidence
        assert all(piece.span.of(text).strip() for piece in stance.evidence)
