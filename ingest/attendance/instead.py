"""Words beside a name that say who stands in for whom, that a seat is empty, or that somebody has no part in a decision."""

from __future__ import annotations

import re

STANDS_FOR = re.compile(
    r"(?:(?:(?:som\s+)?(?:tjänstgörande|tjänstgör|tjänstgjorde|tjänstg\.?|tjg\.?|tgj\.?|tj\.?\s?g\.?|tj\.?\s?gör|tj\.?)\s*)?(?:ersättare|ers\.?|suppleant)?\s*(?:f(?:ör|iir|ôr|ijr)|i\s?st\.?\s?f\.?|i\s+stället\s+för|istället\s+för|istf\.?)"
    r"|(?:tjänstg|tjg|tgj)\.?\s*ers\.?\s+f\b\.?|(?:som\s+)?(?:ersätter|ersatte)|(?:som\s+)?(?:gick|går|hoppade|hoppar|trädde|trätt)\s+in\s+för|(?:som\s+)?(?:inträder|inträdde|inträtt)\s+för|in\s+för|på\s+(?:uppdrag|delegation)\s+av|i\.st\.f\.?|i\s+stället\s+för|(?:vik\.?|t\.?\s?f\.?)\s+för|vikarierar\s+för|inkallad\s+för|träder\s+in\s+för)\s*:?",
    re.IGNORECASE,
)
IN_STEAD = re.compile(r"\) ers\.? $")
"""Between two members with their parties, of whom the second ends the line: "Anna Ek (S) ers Bo Alm (S)"."""
_WHOM = r"(?:för\s+(?:vilken|vilka|honom|henne|hen|denne|denna)|i\s+(?:vars|vilkens|hans|hennes|dennes)\s+ställe)"
REPLACED_BY = re.compile(
    r"(?:som\s+)?(?:ersätts\s+av|ersattes\s+av|ersatt\s+av|med\s+ersättare|ersättare:)"
    rf"|{_WHOM}\s+(?:(?:hade|har)\s+)?(?:inträd\w+|tjänstg\w+|inkalla\w+|kalla\w+|trä(?:dde|der|tt)\s+in|g(?:ick|år)\s+in|kom)(?:\s+som\s+ersättare)?",
    re.IGNORECASE,
)
""" "…, ersatt av Bo Alm", "…, för vilken inträdde Bo Alm", "…, i vars ställe tjänstgjorde Bo Alm"."""
CAME_INSTEAD = re.compile(
    r"[ ]+[A-ZÅÄÖ][\w-]+(?:[ ][A-ZÅÄÖ][\w-]+){1,2}[ ](?:deltog|deltar|närvarade|närvarar|tjänstgjorde|tjänstgör|medverkade)\b(?![ ](?:ej|inte|icke)\b)"
)
"""Behind "ersättare": " Bo Alm deltog", said beside the member who was away."""
AWAY_BEFORE = re.compile(r"\b(?:frånvarande|frånv\.?|förhinder|förhindrad|sjuk|återbud|ej närvarande)[ ,]*\([ ]*$", re.IGNORECASE)
"""Before "(ersättare Bo Alm)": beside a member who was away it names who came."""
VACANT = re.compile(
    rf"(?:{_WHOM}\s+)?(?:vakant|vakans|vacant|ledig\s+plats|ej\s+tillsatt|ej\s+utsedd|ersättare\s+(?:saknas|saknades|kunde\s+(?:ej|inte)\s+\w+|(?:ej|inte|icke)\s+(?:in)?kalla\w+)|ingen\s+ersättare(?:\s+\w+)?|n\.?\s?n\.?)(?:\s+plats(?:er)?)?\b",
    re.IGNORECASE,
)
NOT_IN_DECISION = re.compile(
    r"(?:deltar|deltog|deltager)\s+(?:ej|inte|icke)\s+(?:i|under|vid)\s+(?:beslut\w*|handläggning\w*|överläggning\w*|(?:§{1,2}\s*|punkt\s+|ärende\s+)?\d{1,4}(?:\s*[,–-]\s*\d{1,4})*)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"\s|som\s|f[öiô]|ing|i\s|i\.|in|på\s|ist|tj|tgj|t\.?\s?f|ers|sup|gick|går|hopp|trä|vik|ink|med\s|va[kc]|led|ej\s|n\.?\s?n|delt",
    re.IGNORECASE,
)
"""What words begin with that one of the four patterns above matches."""
