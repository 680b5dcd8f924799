"""The words on the pages, Swedish and English side by side, and how dates and numbers are written in each.

A text is looked up by its key; `{name}` stands for a value, and "one|many" is chosen by the value `n`. What a document
says is never translated. A test holds the keys used in templates to those that stand here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from api.review_texts import REVIEW_TEXTS


class Language(StrEnum):
    SWEDISH = "sv"
    ENGLISH = "en"


class Own(str):
    """Words of the program, in the reader's language. Any other text on a page is words of documents, which are Swedish."""

    __slots__ = ()


_PLACE = re.compile(r"\{(\w+)\}")

_MONTHS = {
    Language.SWEDISH: (
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ),
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

TEXTS: dict[str, tuple[str, str]] = {
    # The frame of every page
    "site.name": ("Ärendegång", "Ärendegång"),
    "site.tagline": ("Vem beslutade vad, och vart tog ärendet vägen?", "Who decided what, and where did the issue go?"),
    "skip": ("Hoppa till innehållet", "Skip to content"),
    "nav.main": ("Huvudmeny", "Main menu"),
    "nav.start": ("Start", "Start"),
    "nav.trace": ("Spåra ärende", "Trace an issue"),
    "nav.never-attended": ("Närvaro", "Attendance"),
    "nav.presenters": ("Föredragande", "Presenters"),
    "nav.questions": ("Alla frågor", "All questions"),
    "nav.documents": ("Dokument", "Documents"),
    "nav.search": ("Sök", "Search"),
    "language.other": ("English", "Svenska"),
    "language.note": ("", "Names and quotes are shown in Swedish, as they stand in the documents."),
    "footer.local": (
        "Allt på sidan kommer från det egna lagret. Inget skickas till någon annan.",
        "Everything on this page comes from your own store. Nothing is sent elsewhere.",
    ),
    "footer.api": ("Programgränssnitt", "Programming interface"),
    # Start
    "start.title": ("Vem beslutade vad, och vart tog ärendet vägen?", "Who decided what, and where did the issue go?"),
    "start.lead": (
        "Följ ärenden mellan nämnder, råd och nätverk. Varje svar visar orden i protokollet som det bygger på.",
        "Follow issues between boards, councils and networks. Every answer shows the words of the minutes that it rests on.",
    ),
    "start.try": ("Prova", "Try"),
    "start.counts": ("Det här finns i lagret", "What the store holds"),
    "start.questions": ("Tre frågor att börja med", "Three questions to begin with"),
    "start.meetings": ("Senaste möten", "Latest meetings"),
    "start.meetings.none": ("Inga daterade möten är lästa än.", "No dated meetings have been read yet."),
    "start.items": ("{n} punkt|{n} punkter", "{n} item|{n} items"),
    "start.decisions": ("{n} beslut|{n} beslut", "{n} decision|{n} decisions"),
    "start.undated": ("Utan datum", "No date"),
    "start.waiting": ("Väntar på uppföljning", "Waiting for a follow-up"),
    "start.waiting.what": ("Punkt", "Item"),
    "start.waiting.days": ("Väntat, dagar", "Waited, days"),
    "start.waiting.late": ("försenat", "overdue"),
    "start.waiting.all": ("Den enda|Alla {n}", "The only one|All {n}"),
    "start.waiting.none": ("Inget som skickats vidare väntar på svar.", "Nothing that was sent on waits for an answer."),
    "start.quality": ("Så säkert är underlaget", "How sure the evidence is"),
    "start.quality.stated": ("Uppgifter som texten själv säger", "Facts that the text itself states"),
    "start.quality.inferred": ("Slutsatser som programmet drog", "Conclusions that the program drew"),
    "start.quality.known": ("Närvaro som går att läsa ut", "Attendance that can be read"),
    "start.quality.unknown": ("Närvaro som är okänd", "Attendance that is unknown"),
    "start.quality.unread": (
        "{n} textställe såg ut som innehåll men förstods inte|{n} textställen såg ut som innehåll men förstods inte",
        "{n} passage looked like content but was not understood|{n} passages looked like content but were not understood",
    ),
    "start.quality.unread.none": ("Inget lämnades oläst.", "Nothing was left unread."),
    "start.quality.unread.link": ("Se vilka dokument", "See which documents"),
    "example.trace": ("Hur har {topic} rört sig?", "How has {topic} moved?"),
    "example.never-attended": ("Vilka kommuner har inte varit med i {forum}?", "Which municipalities have not been at {forum}?"),
    "example.follow-up": ("Vad är försenat?", "What is overdue?"),
    "example.presenters": ("Vem har föredragit {topic}?", "Who has presented {topic}?"),
    "card.trace.title": ("Hur har ärendet rört sig?", "How has the issue moved?"),
    "card.trace.text": (
        "Se vilka forum ett ärende har passerat, vad som skickades vidare och vad som ännu inte fått svar.",
        "See which forums an issue has passed, what was sent on and what still waits for an answer.",
    ),
    "card.trace.button": ("Spåra ärendet", "Trace the issue"),
    "card.never-attended.title": ("Vilka har inte varit med?", "Who has not been there?"),
    "card.never-attended.text": (
        "Se närvaron kommun för kommun. Det som inte går att läsa ut står som okänt, aldrig som frånvaro.",
        "See attendance by municipality. What cannot be read is shown as unknown, never as absence.",
    ),
    "card.never-attended.button": ("Visa närvaron", "Show attendance"),
    "card.presenters.title": ("Vem har föredragit?", "Who has presented it?"),
    "card.presenters.text": (
        "Se vilka som har föredragit ett ärende, när, i vilket forum och i vilken roll.",
        "See who has presented an issue, when, in which forum and in which role.",
    ),
    "card.presenters.button": ("Visa föredragande", "Show presenters"),
    "count.Document": ("dokument|dokument", "document|documents"),
    "count.Forum": ("forum|forum", "forum|forums"),
    "count.Meeting": ("möte|möten", "meeting|meetings"),
    "count.Official": ("person|personer", "person|people"),
    "count.AgendaItem": ("punkt|punkter", "agenda item|agenda items"),
    "count.Decision": ("beslut|beslut", "decision|decisions"),
    "count.Topic": ("ärende|ärenden", "issue|issues"),
    "count.Report": ("rapport|rapporter", "report|reports"),
    "count.Municipality": ("kommun|kommuner", "municipality|municipalities"),
    "count.Organisation": ("organisation|organisationer", "organisation|organisations"),
    # Forms
    "form.show": ("Visa", "Show"),
    "form.search": ("Sök", "Search"),
    "form.search.label": (
        "Sök person, forum, ärende, kommun eller ord",
        "Search for a person, forum, issue, municipality or words",
    ),
    "form.search.placeholder": (
        "Till exempel ett ärende, en person eller en kommun",
        "For example an issue, a person or a municipality",
    ),
    "form.choose": ("Välj …", "Choose …"),
    "form.any": ("Alla", "All"),
    "form.optional": ("valfritt", "optional"),
    "form.date.hint": ("åååå-mm-dd", "yyyy-mm-dd"),
    "form.directly": ("Eller välj direkt", "Or choose directly"),
    "form.change": ("Ändra frågan", "Change the question"),
    # Questions and answers
    "questions.title": ("Alla frågor", "All questions"),
    "questions.lead": (
        "Samma frågor går att ställa här, i terminalen och genom programgränssnittet.",
        "The same questions can be asked here, in the terminal and through the programming interface.",
    ),
    "questions.terminal": ("I terminalen", "In the terminal"),
    "answer.none": ("Inget svar att visa.", "Nothing to show."),
    "answer.none.remedy": ("Ändra frågan, eller läs in fler dokument.", "Change the question, or read more documents."),
    "answer.notes": ("Att tänka på", "Bear in mind"),
    "answer.evidence": ("Belägg", "Evidence"),
    "answer.json": ("Visa som JSON", "Show as JSON"),
    "answer.csv": ("Hämta som CSV", "Download as CSV"),
    "answer.table.scroll": ("Tabell, går att rulla i sidled", "Table, scrolls sideways"),
    "answer.yes": ("Ja", "Yes"),
    "answer.no": ("Nej", "No"),
    "source.page": ("sidan {page}", "page {page}"),
    # Trace
    "trace.title": ("Hur {topic} har rört sig", "How {topic} has moved"),
    "trace.figure": ("Ärendets väg mellan forumen", "The issue's way between the forums"),
    "trace.figure.long": (
        "En rad för varje forum, tid från vänster till höger. Samma steg står i ordning under bilden.",
        "One row for each forum, time from left to right. The same steps are listed in order below the figure.",
    ),
    "trace.scroll": ("Bild, går att rulla i sidled", "Figure, scrolls sideways"),
    "trace.today": ("I dag", "Today"),
    "trace.steps": ("Stegen i ordning", "The steps in order"),
    "trace.legend.stated": ("Står i protokollet", "Stated in the minutes"),
    "trace.legend.inferred": ("Slutsats: samma ärende togs upp härnäst", "Concluded: the same issue came up next"),
    "trace.legend.open": ("Skickat vidare, inget svar än", "Sent on, no answer yet"),
    "trace.legend.stop": ("Möte där ärendet togs upp", "Meeting where the issue came up"),
    "trace.legend.told": ("Möte som bara omnämns", "Meeting only told of"),
    "trace.open.title": ("Skickat vidare, inget svar än", "Sent on, no answer yet"),
    "trace.open.since": ("Öppet i {n} dag|Öppet i {n} dagar", "Open for {n} day|Open for {n} days"),
    "trace.open.due": ("senast {date}", "due {date}"),
    "trace.after": ("{n} dag senare|{n} dagar senare", "{n} day later|{n} days later"),
    "trace.sameday": ("samma dag", "the same day"),
    "trace.hop.inferred": (
        "Texten säger inte att ärendet skickades hit.",
        "The text does not say that the issue was sent here.",
    ),
    "trace.hop.why": ("Varför hör stegen ihop?", "Why do the steps belong together?"),
    "trace.recipients": ("Mottagare", "Recipients"),
    "trace.and-more": ("och {n} till|och {n} till", "and {n} more|and {n} more"),
    "trace.decided": ("Beslutades", "Decided"),
    "trace.presented": ("Föredrogs av", "Presented by"),
    # Attendance
    "attendance.title": ("Närvaro i {forum}", "Attendance at {forum}"),
    "attendance.legend": ("Så läser du tabellen", "How to read the table"),
    "attendance.municipality": ("Kommun", "Municipality"),
    "attendance.known": ("Närvarande av kända möten", "Present of known meetings"),
    "attendance.unknown": ("Okända", "Unknown"),
    "attendance.unmentioned": ("Nämns inte", "Not mentioned"),
    "attendance.conflicting": ("Motstridiga", "Conflicting"),
    "attendance.cell": (
        "{municipality}, {date}: {status}. Visa belägg.",
        "{municipality}, {date}: {status}. Show the evidence.",
    ),
    "attendance.evidence": ("Belägg", "Evidence"),
    "attendance.close": ("Stäng", "Close"),
    "status.open": ("öppet", "open"),
    "status.answered": ("besvarat", "answered"),
    "status.overdue": ("försenat", "overdue"),
    "status.silent": ("går inte att veta", "cannot be known"),
    "status.arrived": ("togs upp", "came up"),
    "status.never": ("ingen känd närvaro", "no known attendance"),
    "status.not-taken-up": ("senare protokoll tar inte upp det", "later minutes do not take it up"),
    "status.never-taken-up": ("inte upptaget i senare protokoll", "not taken up in later minutes"),
    "status.no-certain-answer": ("senare protokoll ger inget säkert svar", "later minutes give no certain answer"),
    "status.no-later-minutes": ("inga senare protokoll i lagret", "no later minutes in the store"),
    "status.minutes-missing": ("protokollet finns inte i lagret", "the minutes are not in the store"),
    "status.no-minutes-kept": ("mottagaren har inga egna protokoll", "the recipient keeps no minutes"),
    "status.not-yet-due": ("tiden är inte ute", "not yet due"),
    "status.latest": ("senast uppe", "last came up"),
    "status.decided": ("beslutat", "decided"),
    "status.sent": ("skickat vidare", "sent on"),
    "status.present": ("Närvarande", "Present"),
    "status.absent": ("Frånvarande", "Absent"),
    "status.unknown": ("Okänt", "Unknown"),
    "status.conflicting": ("Motstridigt", "Conflicting"),
    "status.not-mentioned": ("Nämns inte", "Not mentioned"),
    "status.present.long": ("Minst en av kommunens personer var där", "At least one of its people was there"),
    "status.absent.long": (
        "Alla uppräknade saknades, eller texten säger det",
        "All those listed were missing, or the text says so",
    ),
    "status.unknown.long": ("Går inte att läsa ut, räknas inte", "Cannot be read, does not count"),
    "status.conflicting.long": ("Dokumentet säger både och", "The document says both"),
    "status.not-mentioned.long": ("Dokumentet säger inget om kommunen", "The document says nothing of it"),
    # Presenters
    "presenters.title": ("Vem har föredragit {topic}?", "Who has presented {topic}?"),
    "presenters.figure": ("Föredragande över tid", "Presenters over time"),
    "presenters.list": ("Samma sak som lista", "The same as a list"),
    "presenters.person": ("Person", "Person"),
    "presenters.when": ("När", "When"),
    "presenters.where": ("Var", "Where"),
    "presenters.role": ("I vilken roll", "In which role"),
    "presenters.item": ("Punkt", "Item"),
    "presenters.norole": ("Rollen anges inte", "No role given"),
    # Search
    "search.title": ("Sök", "Search"),
    "search.results": ("{n} träff för ”{q}”|{n} träffar för ”{q}”", "{n} hit for “{q}”|{n} hits for “{q}”"),
    "search.none": ("Inga träffar för ”{q}”", "No hits for “{q}”"),
    "search.none.remedy": (
        "Prova ett kortare ord eller en förkortning. Accenter och stora bokstäver spelar ingen roll.",
        "Try a shorter word or an abbreviation. Accents and capitals make no difference.",
    ),
    "search.empty": ("Skriv vad du söker.", "Type what you are looking for."),
    "search.suggestions": ("Liknande namn", "Similar names"),
    # Entities
    "entity.facts": ("Uppgifter", "Facts"),
    "entity.aliases": ("Skrivs också", "Also written"),
    "entity.neighbours": ("Kopplingar", "Connections"),
    "entity.neighbours.none": ("Inga kopplingar är kända.", "No connections are known."),
    "entity.network": ("Nätverk", "Network"),
    "entity.network.title": ("Nätverk kring {name}", "Network around {name}"),
    "entity.network.shown": ("Visar {shown} av {total}", "Showing {shown} of {total}"),
    "entity.network.shown.all": ("Visar alla {n}|Visar alla {n}", "Showing all {n}|Showing all {n}"),
    "entity.network.hint.list": ("Samma kopplingar står som lista på sidan.", "The same connections are listed on the page."),
    "entity.network.file": ("Hämta som fristående HTML-fil", "Download as one HTML file"),
    "entity.network.alone": ("Öppna nätverket för sig", "Open the network by itself"),
    "entity.more": ("Visa alla", "Show all"),
    "entity.quotes": ("{n} belägg|{n} belägg", "{n} quote|{n} quotes"),
    "entity.ask": ("Ställ en fråga", "Ask a question"),
    "entity.inferred": ("slutsats", "concluded"),
    "network.closer": ("Närmare", "Closer"),
    "network.further": ("Längre bort", "Further away"),
    "network.whole": ("Visa allt", "Show all"),
    "network.noscript": (
        "Bilden behöver JavaScript. Samma kopplingar står som lista på sidan.",
        "The picture needs JavaScript. The same connections are listed on the page.",
    ),
    # Documents
    "documents.title": ("Dokument", "Documents"),
    "documents.lead": ("Allt som lästs in, det senaste först.", "Everything that has been read, latest first."),
    "documents.name": ("Dokument", "Document"),
    "documents.kind": ("Slag", "Kind"),
    "documents.date": ("Datum", "Date"),
    "documents.pages": ("Sidor", "Pages"),
    "documents.unread": ("Oförstådda ställen", "Not understood"),
    "documents.none": ("Inga dokument är lästa än.", "No documents have been read yet."),
    "document.quote.link": ("Gå till citatet", "Go to the quote"),
    "document.page": ("Sidan {page}", "Page {page}"),
    "document.facts": ("Det här lästes ut", "What was read out of it"),
    "document.facts.none": ("Inga uppgifter lästes ut ur dokumentet.", "No facts were read out of this document."),
    "document.unread": ("Det här förstods inte", "What was not understood"),
    "document.unread.none": ("Allt som såg ut som innehåll förstods.", "Everything that looked like content was understood."),
    "document.diary": ("Diarienummer", "Diary number"),
    "document.meetings": ("Möten", "Meetings"),
    "document.strike.no": (
        "Filen kan inte visa överstrykningar, så den som är struken syns inte",
        "The file cannot show strike-through, so whoever was struck out is not visible",
    ),
    "document.text": ("Texten som den lästes", "The text as it was read"),
    "document.struck": ("överstruket", "struck out"),
    "document.fact.show": ("Visa i texten", "Show in the text"),
    "pager.shown": ("Rad {first}–{last} av {total}", "Rows {first}–{last} of {total}"),
    "document.next": ("Nästa", "Next"),
    "document.previous": ("Föregående", "Previous"),
    "document.keys": ("J och K går till nästa och föregående uppgift", "J and K go to the next and previous fact"),
    "document.empty": ("Dokumentet har ingen text.", "The document has no text."),
    # Errors
    "error.ambiguous.title": ("Menade du …?", "Did you mean …?"),
    "error.ambiguous.lead": (
        "”{name}” kan vara flera. Välj vilken du menar.",
        "“{name}” could be several. Choose the one you mean.",
    ),
    "error.unknown.title": ("”{name}” finns inte här", "“{name}” is not here"),
    "error.unknown.lead": (
        "Inget i lagret heter så.",
        "Nothing in the store is called that.",
    ),
    "error.unknown.near": ("Närmast liknande namn:", "The nearest names:"),
    "error.notfound.title": ("Sidan finns inte", "There is no such page"),
    "error.notfound.lead": (
        "Adressen leder ingenstans. Den kan vara felskriven, eller så har dokumentet tagits bort ur lagret.",
        "The address leads nowhere. It may be misspelt, or the document has been taken out of the store.",
    ),
    "error.parameter.title": ("Frågan går inte att förstå", "The question cannot be understood"),
    "error.store.title": ("Lagret går inte att läsa just nu", "The store cannot be read just now"),
    "error.store.lead": (
        "Sidorna behöver ett lager med inlästa dokument, men det går inte att öppna.",
        "The pages need a store with documents in it, but it cannot be opened.",
    ),
    "error.store.remedy": ("Läs in dokument i terminalen:", "Read documents in the terminal:"),
    "error.store.again": ("Ladda sedan om sidan.", "Then reload this page."),
    "error.server.title": ("Något gick fel här hos oss", "Something went wrong on our side"),
    "error.server.lead": (
        "Felet är nedskrivet i programmets logg under numret nedan. Försök igen; hjälper inte det, lämna numret till den som sköter programmet.",
        "The error is written in the program's log under the number below. Try again; if that does not help, give the number to whoever looks after the program.",
    ),
    "error.reference": ("Felnummer", "Reference"),
    "error.retry": ("Försök igen", "Try again"),
    "error.home": ("Till startsidan", "To the start page"),
    # The programming interface
    "interface.title": ("Programgränssnitt", "Programming interface"),
    "interface.lead": (
        "Allt på sidorna finns också som JSON. Beskrivningen i OpenAPI-form har exempel för varje anrop.",
        "Everything on the pages is also there as JSON. The OpenAPI description has examples for every operation.",
    ),
    "interface.operations": ("Anrop", "Operations"),
    "interface.problems": ("Fel", "Problems"),
    "interface.problems.lead": (
        "Fel kommer som application/problem+json (RFC 9457). Fältet type är en av adresserna nedan.",
        "Errors come as application/problem+json (RFC 9457). The field type is one of the addresses below.",
    ),
    "interface.openapi": ("OpenAPI-beskrivningen", "The OpenAPI description"),
    "interface.required": ("krävs", "required"),
    "interface.status": ("Status", "Status"),
    "interface.kind": ("Slag", "Kind"),
    "interface.meaning": ("Betyder", "Means"),
    # More words of answers, and headings of fields
    "answer.row": ("rad {n}", "row {n}"),
    "answer.more": ("Mer om raden", "More about the row"),
    "answer.days": ("{n} dag|{n} dagar", "{n} day|{n} days"),
    "answer.days.past": ("{n} dag sedan|{n} dagar sedan", "{n} day ago|{n} days ago"),
    "answer.worked-out": ("uträknat av ”{words}”", "worked out from “{words}”"),
    "answer.print": ("Skriv ut", "Print"),
    "as-of.title": ("{topic} den {date}", "{topic} on {date}"),
    "answer.whole": ("Hela meningen", "The whole sentence"),
    "answer.more-quotes": ("{n} belägg till|{n} belägg till", "{n} more quote|{n} more quotes"),
    "documents.none.remedy": (
        "Läs in en mapp i terminalen: arendegang ingest MAPP. Ladda sedan om sidan.",
        "Read a folder in the terminal: arendegang ingest FOLDER. Then reload this page.",
    ),
    "start.meetings.all": ("Alla möten", "All meetings"),
    "start.topics": ("Ärenden som rört sig mellan forum", "Issues that moved between forums"),
    "start.topics.none": (
        "Inget ärende har tagits upp i mer än ett forum än.",
        "No issue has come up in more than one forum yet.",
    ),
    "start.topics.all": ("Alla ärenden", "All issues"),
    "start.quality.split.stated": ("{full} står i texten, {rest} är slutsatser", "{full} are stated, {rest} are concluded"),
    "start.quality.split.known": ("{full} kända, {rest} okända eller motstridiga", "{full} known, {rest} unknown or conflicting"),
    "trace.step": ("Steg", "Step"),
    "trace.overdue.since": ("skulle ha kommit {date}", "overdue since {date}"),
    "trace.past-due": ("svar väntades {date}", "was due {date}"),
    "trace.legend.left-out": (
        "{n} forum till står bara i listan nedanför.|{n} forum till står bara i listan nedanför.",
        "{n} more forum stands only in the list below.|{n} more forums stand only in the list below.",
    ),
    "trace.legend.stretched": (
        "Tidsaxeln är utdragen där möten ligger tätt.",
        "The time axis is drawn out where meetings lie close together.",
    ),
    "trace.open.tag": ("Öppet", "Open"),
    "trace.there": ("Gå dit", "Go there"),
    "trace.then": ("Därefter uppe i", "Next at"),
    "trace.next": (
        "Det togs upp {date}, {n} dag senare.|Det togs upp {date}, {n} dagar senare.",
        "It came up on {date}, {n} day later.|It came up on {date}, {n} days later.",
    ),
    "trace.members": ("{n} mottagare|{n} mottagare", "{n} recipient|{n} recipients"),
    "trace.members.which": ("Vilka {n}|Vilka {n}", "Which {n}|Which {n}"),
    "trace.considered": ("Underlag", "Considered"),
    "trace.lane.recipient": ("mottagare", "recipient"),
    "hop.RECOMMENDS": ("rekommenderar", "recommends to"),
    "hop.ASSIGNS": ("ger i uppdrag till", "assigns to"),
    "hop.PETITIONS": ("tillskriver", "petitions"),
    "hop.REFERRED_TO": ("hänvisar till", "refers it to"),
    "hop.REPORTS_BACK_TO": ("återrapporterar till", "is to report back to"),
    "hop.RAISED_BY": ("lyfter det till", "raises it with"),
    "hop.FOLLOWED_BY": ("därefter i", "then in"),
    "hop.given-before": ("berättar om ett tidigare uppdrag till", "tells of an earlier assignment to"),
    "hop.own.REFERRED_TO": ("hänvisar till ett eget möte i", "refers it to a meeting of"),
    "hop.own.REPORTS_BACK_TO": ("väntar återrapport i", "awaits a report back in"),
    "hop.short.RECOMMENDS": ("Rekommenderar", "Recommends"),
    "hop.short.ASSIGNS": ("Ger uppdrag", "Assigns"),
    "hop.short.PETITIONS": ("Tillskriver", "Petitions"),
    "hop.short.INVITES": ("Bjuder in", "Invites"),
    "hop.short.REFERRED_TO": ("Hänvisar", "Refers"),
    "hop.short.REPORTS_BACK_TO": ("Återrapport", "Report back"),
    "hop.short.RAISED_BY": ("Lyfter", "Raises"),
    "hop.short.FOLLOWED_BY": ("Därefter", "Next"),
    "hop.state.arrived": ("Togs upp i {forum} {date}", "Came up in {forum} on {date}"),
    "hop.state.answered": ("Besvarades i {forum} {date}", "Answered in {forum} on {date}"),
    "hop.state.not-taken-up": (
        "{name} har hållit {n} möte sedan dess utan att ta upp ärendet.|{name} har hållit {n} möten sedan dess utan att ta upp ärendet.",
        "{name} has held {n} meeting since without taking the issue up.|{name} has held {n} meetings since without taking the issue up.",
    ),
    "hop.state.no-later-minutes": (
        "Lagret har inga senare protokoll från {name}, så fortsättningen är okänd.",
        "The store has no later minutes of {name}, so what came of it is unknown.",
    ),
    "hop.state.minutes-missing": (
        "Protokollet från det möte som nämns finns inte i lagret.",
        "The minutes of the meeting that is named are not in the store.",
    ),
    "hop.state.no-minutes-kept": (
        "Lagret har inga protokoll från mottagaren, så ett svar syns bara om ett forum tar upp ärendet igen."
        "|Lagret har inga protokoll från mottagarna, så ett svar syns bara om ett forum tar upp ärendet igen.",
        "The store has no minutes of the recipient, so an answer shows only when a forum takes the issue up again."
        "|The store has no minutes of the recipients, so an answer shows only when a forum takes the issue up again.",
    ),
    "hop.possible": ("Kanske besvarat: ärendet togs upp {name}.", "Perhaps answered: the issue came up at {name}."),
    "written": ("skrivs ”{name}”", "written “{name}”"),
    "attendance.of": ("av", "of"),
    "attendance.caption": (
        "Lägst närvaro först. Räknat på möten där närvaron går att läsa ut.",
        "Lowest attendance first. Counted over meetings whose attendance can be read.",
    ),
    "attendance.hint": (
        "Välj en ruta för att se orden som den bygger på. Lägst närvaro först; okända möten räknas inte in.",
        "Choose a cell to see the words that it rests on. Lowest attendance first; unknown meetings do not count.",
    ),
    "search.ask.before": ("Fråga om", "Ask about"),
    "entity.pages": ("Sidor", "Pages"),
    "entity.rest": ("{n} till|{n} till", "{n} more|{n} more"),
    "document.fact": ("Uppgift", "Fact"),
    "document.jumps": ("I dokumentet", "In this document"),
    "error.store.folder": ("MAPP", "FOLDER"),
    "field.abbreviation": ("Förkortning", "Abbreviation"),
    "field.date": ("Datum", "Date"),
    "field.start": ("Börjar", "Starts"),
    "field.end": ("Slutar", "Ends"),
    "field.place": ("Plats", "Place"),
    "field.online": ("Form", "Form"),
    "field.recorded": ("Underlag", "Evidence"),
    "field.number": ("Nummer", "Number"),
    "field.kind": ("Slag", "Kind"),
    "field.level": ("Nivå", "Level"),
    "field.county": ("Län", "County"),
    "field.region": ("Region", "Region"),
    "field.organisation": ("Organisation", "Organisation"),
    "field.year": ("År", "Year"),
    "field.diaryNumber": ("Diarienummer", "Diary number"),
    "field.labels": ("Märkt", "Labelled"),
    "field.attachments": ("Bilagor", "Attachments"),
    "field.time": ("Tid", "Time"),
    "field.sentence": ("I ord", "In words"),
    "field.text": ("Ordalydelse", "Wording"),
    "field.summary": ("Ur texten", "From the text"),
    "field.note": ("Anmärkning", "Note"),
    "field.file": ("Fil", "File"),
    "field.meeting": ("Möte", "Meeting"),
    "field.items": ("Punkter", "Items"),
    "field.decisions": ("Beslut", "Decisions"),
    "field.topic": ("Ärende", "Issue"),
    "field.part_of": ("Del av", "Part of"),
    "field.forums": ("Forum", "Forums"),
    "field.first": ("Första gången", "First"),
    "field.last": ("Senast", "Last"),
    "field.title": ("Punkt", "Item"),
    "field.words": ("Ord", "Words"),
    "field.source": ("Källa", "Source"),
    "field.position": ("Nr", "No"),
    "field.step": ("Steg", "Step"),
    "step.item": ("Punkt", "Item"),
    "step.hop": ("Skickat vidare", "Sent on"),
    "field.forum": ("Forum", "Forum"),
    "field.presenters": ("Föredragande", "Presented by"),
    "field.reports": ("Underlag", "On the table"),
    "field.came_up": ("Kom upp i", "Came up in"),
    "field.item": ("Punkt", "Item"),
    "field.hop": ("Skickat vidare", "Sent on"),
    "field.municipality": ("Kommun", "Municipality"),
    "field.present": ("Närvarande", "Present"),
    "field.absent": ("Frånvarande", "Absent"),
    "field.known": ("Kända", "Known"),
    "field.unknown": ("Okända", "Unknown"),
    "field.conflicting": ("Motstridiga", "Conflicting"),
    "field.not_mentioned": ("Nämns inte", "Not mentioned"),
    "field.finding": ("Slutsats", "Finding"),
    "field.text_en": ("In words", "In words"),
    "field.person": ("Person", "Person"),
    "field.as_written": ("Skrivet", "As written"),
    "field.role": ("Roll", "Role"),
    "field.parameter-topic": ("Ärende", "Issue"),
    "field.parameter-forum": ("Forum", "Forum"),
    "field.parameter-from": ("Från forum", "From forum"),
    "field.parameter-to": ("Till forum", "To forum"),
    "field.parameter-since": ("Från och med", "From"),
    "field.parameter-until": ("Till och med", "Until"),
    "field.parameter-kind": ("Slag av beslut", "Kind of decision"),
    "field.parameter-who": ("Till", "To"),
    "field.parameter-status": ("Läge", "Status"),
    "field.parameter-between": ("Mellan", "Between"),
    "field.parameter-and": ("Och", "And"),
    "field.parameter-date": ("Dag", "Day"),
    "field.status": ("Läge", "Status"),
    "field.basis": ("Grund", "Basis"),
    "field.from_": ("Från", "From"),
    "field.given_before": ("Givet tidigare", "Given before"),
    "field.to": ("Till", "To"),
    "field.written": ("Skrivet", "As written"),
    "field.what": ("Vad", "What"),
    "field.due": ("Svar väntat", "Due"),
    "field.due_basis": ("Dagen är", "The day is"),
    "field.due_words": ("Uträknat av", "Worked out from"),
    "field.expected_in": ("Svar syns i", "Answer shows in"),
    "field.reason": ("Varför", "Why"),
    "field.later_minutes": ("Senare protokoll", "Later minutes"),
    "field.missing": ("Protokoll saknas", "Minutes missing"),
    "field.answer": ("Svar", "Answer"),
    "field.possible": ("Kanske svar", "Possible answer"),
    "field.waited_days": ("Väntat, dagar", "Waited, days"),
    "field.overdue_days": ("Dagar över tiden", "Days past due"),
    "field.looked_in": ("Letat i", "Looked in"),
    "field.members": ("Antal mottagare", "Recipients"),
    "field.count": ("Antal", "Count"),
    "field.aspect": ("Läge", "Status"),
    "field.standing": ("Var det står", "Where it stands"),
    "field.standing_en": ("Where it stands", "Where it stands"),
    # Kinds of nodes
    "kind.Forum": ("Forum", "Forum"),
    "kind.Municipality": ("Kommun", "Municipality"),
    "kind.Organisation": ("Organisation", "Organisation"),
    "kind.Official": ("Person", "Person"),
    "kind.Topic": ("Ärende", "Issue"),
    "kind.Report": ("Rapport", "Report"),
    "kind.Meeting": ("Möte", "Meeting"),
    "kind.AgendaItem": ("Punkt", "Agenda item"),
    "kind.Decision": ("Beslut", "Decision"),
    "kind.Document": ("Dokument", "Document"),
    "kind.Passage": ("Textställe", "Passage"),
    "kind.Mention": ("Omnämnande", "Mention"),
    "kinds.Forum": ("Forum", "Forums"),
    "kinds.Municipality": ("Kommuner", "Municipalities"),
    "kinds.Organisation": ("Organisationer", "Organisations"),
    "kinds.Official": ("Personer", "People"),
    "kinds.Topic": ("Ärenden", "Issues"),
    "kinds.Report": ("Rapporter", "Reports"),
    "kinds.Meeting": ("Möten", "Meetings"),
    "kinds.AgendaItem": ("Punkter", "Agenda items"),
    "kinds.Decision": ("Beslut", "Decisions"),
    "kinds.Document": ("Dokument", "Documents"),
    "kinds.Passage": ("Textställen", "Passages"),
    "kinds.Mention": ("Omnämnanden", "Mentions"),
    # Kinds of documents and decisions
    "document.kind.minutes": ("Protokoll", "Minutes"),
    "document.kind.report": ("Rapport", "Report"),
    "document.kind.plan": ("Plan", "Plan"),
    "document.kind.other": ("Annat", "Other"),
    "decision.open": ("öppnar mötet", "opens the meeting"),
    "decision.close": ("avslutar mötet", "closes the meeting"),
    "decision.approve": ("godkänner", "approves"),
    "decision.adopt": ("antar", "adopts"),
    "decision.appoint": ("utser", "appoints"),
    "decision.table": ("lägger till handlingarna", "places on file"),
    "decision.recommend": ("rekommenderar", "recommends"),
    "decision.assign": ("ger i uppdrag", "assigns"),
    "decision.petition": ("tillskriver", "petitions"),
    "decision.invite": ("bjuder in", "invites"),
    "decision.note": ("noterar", "notes"),
    "decision.postpone": ("skjuter upp", "postpones"),
    "decision.reject": ("avslår", "rejects"),
    "decision.direct": ("beslutar om åtgärd", "directs"),
    "level.political": ("Förtroendevalda", "Elected politicians"),
    "level.officials": ("Tjänstepersoner", "Officials"),
    "level.mixed": ("Förtroendevalda och tjänstepersoner", "Politicians and officials"),
    "basis.stated": ("Står i texten", "Stated in the text"),
    "basis.inferred": ("Slutsats", "Concluded"),
    "online.true": ("Digitalt", "Online"),
    "online.false": ("På plats", "In person"),
    "recorded.false": ("Omnämnt, inget protokoll läst", "Told of, no minutes read"),
    "recorded.true": ("Protokoll läst", "Minutes read"),
}

TEXTS |= REVIEW_TEXTS

RELATIONS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    # type: ((from its start, Swedish, English), (from its end, Swedish, English)): headings of groups of neighbours
    "MEETING_OF": (("Möte i", "Meeting of"), ("Möten", "Meetings")),
    "ON_AGENDA_OF": (("På dagordningen vid", "On the agenda of"), ("Dagordning", "Agenda")),
    "CONCERNS": (("Gäller", "Concerns"), ("Har tagits upp i", "Has come up in")),
    "CONSIDERS": (("Behandlar", "Considers"), ("Har behandlats i", "Considered in")),
    "PART_OF": (("Del av", "Part of"), ("Omfattar", "Includes")),
    "PRESENTED": (("Har föredragit", "Has presented"), ("Föredragande", "Presented by")),
    "ATTENDANCE": (("Närvaro vid möten", "Attendance at meetings"), ("Närvaro", "Attendance")),
    "REPRESENTS": (("Företräder", "Represents"), ("Företräds av", "Represented by")),
    "LED_TO": (("Ledde till beslut", "Led to decisions"), ("Beslutat under", "Decided under")),
    "MADE": (("Har beslutat", "Has decided"), ("Beslutat av", "Decided by")),
    "RECOMMENDS": (("Rekommendation till", "Recommendation to"), ("Har fått rekommendationer", "Recommendations received")),
    "ASSIGNS": (("Uppdrag till", "Assignment to"), ("Har fått uppdrag", "Assignments received")),
    "REPORTS_BACK_TO": (("Ska återrapporteras till", "To be reported back to"), ("Ska få återrapport", "Is to be reported to")),
    "REFERRED_TO": (("Hänvisas till", "Referred to"), ("Har fått hänvisat till sig", "Referred here")),
    "RAISED_BY": (("Lyft av", "Raised by"), ("Har lyft", "Has raised")),
    "TABLED": (("Lägger till handlingarna", "Places on file"), ("Lagd till handlingarna", "Placed on file")),
    "APPROVED": (("Godkänner", "Approves"), ("Godkänd genom", "Approved by")),
    "ADOPTED": (("Antar", "Adopts"), ("Antagen genom", "Adopted by")),
    "POSTPONED": (("Skjuter upp", "Postpones"), ("Uppskjuten genom", "Postponed by")),
    "REJECTED": (("Avslår", "Rejects"), ("Avslagen genom", "Rejected by")),
    "APPOINTS": (("Utser", "Appoints"), ("Har utsetts", "Appointed")),
    "INVITES": (("Bjuder in", "Invites"), ("Har bjudits in", "Invited")),
    "PETITIONS": (("Skrivelse till", "Petition to"), ("Har fått skrivelser", "Petitions received")),
    "CITES": (("Hänvisar till möte", "Refers to meeting"), ("Omnämnt i", "Referred to in")),
    "FOLLOWED_BY": (("Följdes av", "Followed by"), ("Föregicks av", "Preceded by")),
    "RECORDED_IN": (("Dokumenterat i", "Recorded in"), ("Dokumenterar mötet", "Records the meeting")),
    "PASSAGE_OF": (("Står i", "Stands in"), ("Textställen", "Passages")),
    "REFERS_TO": (("Syftar på", "Refers to"), ("Omnämns som", "Mentioned as")),
    "MENTIONED_IN": (("Omnämns i", "Mentioned in"), ("Omnämnanden", "Mentions")),
}

EDGE_WORDS: dict[str, tuple[str, str]] = {
    # The short word on an arrow of the network view, read from its start to its end
    "MEETING_OF": ("möte i", "meeting of"),
    "ON_AGENDA_OF": ("punkt vid", "item at"),
    "CONCERNS": ("gäller", "concerns"),
    "CONSIDERS": ("behandlar", "considers"),
    "PART_OF": ("del av", "part of"),
    "PRESENTED": ("föredrog", "presented"),
    "ATTENDANCE": ("närvaro", "attendance"),
    "REPRESENTS": ("företräder", "represents"),
    "LED_TO": ("beslut", "decision"),
    "MADE": ("beslutade", "decided"),
    "RECOMMENDS": ("rekommenderar", "recommends"),
    "ASSIGNS": ("ger uppdrag", "assigns"),
    "REPORTS_BACK_TO": ("återrapporteras till", "reports back to"),
    "REFERRED_TO": ("hänvisas till", "referred to"),
    "RAISED_BY": ("lyft av", "raised by"),
    "TABLED": ("till handlingarna", "placed on file"),
    "APPROVED": ("godkänner", "approves"),
    "ADOPTED": ("antar", "adopts"),
    "POSTPONED": ("skjuter upp", "postpones"),
    "REJECTED": ("avslår", "rejects"),
    "APPOINTS": ("utser", "appoints"),
    "INVITES": ("bjuder in", "invites"),
    "PETITIONS": ("tillskriver", "petitions"),
    "CITES": ("hänvisar till", "refers to"),
    "FOLLOWED_BY": ("följdes av", "followed by"),
    "RECORDED_IN": ("dokumenterat i", "recorded in"),
    "PASSAGE_OF": ("står i", "stands in"),
    "REFERS_TO": ("syftar på", "refers to"),
    "MENTIONED_IN": ("omnämns i", "mentioned in"),
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language. Calling it with a key that does not exist raises KeyError: a slip of ours, never the reader's."""

    language: Language

    def __call__(self, key: str, **values: object) -> Own:
        return Own(fill(TEXTS[key][self._index], self.number, values))

    def has(self, key: str) -> bool:
        return key in TEXTS

    @property
    def _index(self) -> int:
        return 0 if self.language is Language.SWEDISH else 1

    def relation(self, type_: str, *, outgoing: bool) -> Own:
        """The heading of the neighbours over one type of relationship, seen from its start (`outgoing`) or its end."""
        words = RELATIONS.get(type_)
        if words is None:
            return Own(type_.replace("_", " ").capitalize())
        return Own(words[0 if outgoing else 1][self._index])

    def edge(self, type_: str) -> str:
        """The short word on an arrow."""
        words = EDGE_WORDS.get(type_)
        return words[self._index] if words else type_.replace("_", " ").lower()

    def date(self, value: dt.date | str | None) -> str:
        """ "24 april 2025" / "24 April 2025"; text that is no date comes back as it is."""
        parsed = as_date(value)
        if parsed is None:
            return str(value or "")
        return Own(f"{parsed.day} {_MONTHS[self.language][parsed.month - 1]} {parsed.year}")

    def month(self, value: dt.date) -> str:
        """ "apr 2025" / "Apr 2025"."""
        return f"{_MONTHS[self.language][value.month - 1][:3]} {value.year}"

    def number(self, value: object) -> str:
        """Thousands parted by a narrow space in Swedish, by a comma in English."""
        if isinstance(value, bool) or not isinstance(value, int):
            return str(value)
        return Own(f"{value:,}".replace(",", "\u202f" if self.language is Language.SWEDISH else ","))

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language: ”så” in Swedish, “so” in English."""
        return f"”{words}”" if self.language is Language.SWEDISH else f"“{words}”"


def fill(text: str, write: Callable[[object], object], values: Mapping[str, object]) -> str:
    """Choose "one|many" by `n` and put the values in. Values are never read as texts with values of their own."""
    if "|" in text:
        one, _, many = text.partition("|")
        text = one if values.get("n") == 1 else many
    return _PLACE.sub(lambda place: str(write(values[place[1]])), text)


def as_date(value: dt.date | str | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        return None
