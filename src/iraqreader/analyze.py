"""Text to Article: the only place where the order of the stages is written."""

from __future__ import annotations

from iraqreader.extract.dates import find_published
from iraqreader.extract.front_matter import find_front_matter
from iraqreader.extract.furniture import find_furniture
from iraqreader.extract.masthead import find_publisher, find_title
from iraqreader.extract.people import find_people
from iraqreader.extract.places import Places
from iraqreader.extract.quotes import find_quotes
from iraqreader.extract.segment import segment
from iraqreader.extract.stances import find_stances
from iraqreader.extract.troops import find_troops
from iraqreader.model import Article


def analyze(text: str, article_id: str, path: str) -> Article:
    r"""Find every fact of one text, whose line ends are `\n` and which is kept as it is."""
    document = segment(text)
    front = find_front_matter(text)
    below = document.without(item.span for item in front.furniture)
    furniture = (*front.furniture, *find_furniture(below))
    report = document.without(item.span for item in furniture)
    people = find_people(report)
    published = front.published or find_published(document, furniture, people.mentions)
    quotes = find_quotes(report, people)
    places = Places(report)
    troops = find_troops(report, quotes, published, places)
    return Article(
        id=article_id,
        path=path,
        text=text,
        title=front.title or find_title(report),
        publisher=front.publisher or find_publisher(document, furniture),
        published=published,
        furniture=furniture,
        paragraphs=document.paragraphs,
        people=people.persons,
        mentions=people.mentions,
        quotes=quotes,
        troops=troops,
        stances=find_stances(places, quotes, people, published, troops),
    )
