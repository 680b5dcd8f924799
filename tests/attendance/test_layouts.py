"""One invented sheet for each way of writing down who was there."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, towns

LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "table of municipality and people, struck": (
        """
        Närvarande: (överstruken = frånvarande)

        Region Dalarna\tAnna Ek (ordf)\t~~Bo Alm~~
        Avesta\t~~Cilla Björk~~\t~~David Asp~~
        Falun\tEva Gran\t~~Filip Rönn~~\tGun-Britt Hassel
        Tjänstepersoner\t~~Hanna Lind~~\tIvar Tall

        1. Mötets öppnande
        """,
        [
            "Anna Ek | present | Region Dalarna | ordförande",
            "Bo Alm | absent | Region Dalarna | -",
            "Cilla Björk | absent | Avesta | -",
            "David Asp | absent | Avesta | -",
            "Eva Gran | present | Falun | -",
            "Filip Rönn | absent | Falun | -",
            "Gun-Britt Hassel | present | Falun | -",
            "Hanna Lind | absent | - | tjänsteperson",
            "Ivar Tall | present | - | tjänsteperson",
        ],
    ),
    "the same rows run together, names without separators": (
        """
        Närvarande: (överstruken = frånvarande)
        Region Dalarna Anna Ek (ordf) ~~Bo Alm~~
        Avesta ~~Cilla Björk~~ ~~David Asp Lund~~
        Malung-Sälen Eva Lotta Gran ~~Filip Rönn~~ Gun-Britt Hassel
        Tjänstepersoner Hanna Lind
        """,
        [
            "Anna Ek | present | Region Dalarna | ordförande",
            "Bo Alm | absent | Region Dalarna | -",
            "Cilla Björk | absent | Avesta | -",
            "David Asp Lund | absent | Avesta | -",
            "Eva Lotta Gran | present | Malung-Sälen | -",
            "Filip Rönn | absent | Malung-Sälen | -",
            "Gun-Britt Hassel | present | Malung-Sälen | -",
            "Hanna Lind | present | - | tjänsteperson",
        ],
    ),
    "two lists side by side in one table": (
        """
        Närvarande: (~~överstruken~~ = frånvarande)

        Kommun\t\tRegion Dalarna\t
        Anna Ek\tAvesta\tBo Alm\tDivisionschef Medicin
        Cilla Björk, ~~David Asp~~\tFalun\tEva Gran\tTf. bitr. Förvaltningschef
        Filip Rönn\tMora\tRSS Dalarna / Hälsa och välfärd\t
        Gun Hassel\tOrsa\tHanna Lind\tAvdelningschef RSS Dalarna
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | present | Region Dalarna | Divisionschef Medicin",
            "Cilla Björk | present | Falun | -",
            "David Asp | absent | Falun | -",
            "Eva Gran | present | Region Dalarna | Tf. bitr. Förvaltningschef",
            "Filip Rönn | present | Mora | -",
            "Gun Hassel | present | Orsa | -",
            "Hanna Lind | present | RSS Dalarna | Avdelningschef RSS Dalarna",
        ],
    ),
    "a chain wrapped over hard line ends, the last ones sharing a body": (
        """
        Närvarande: Anna Ek Region Dalarna, Bo Alm Rättvik, Cilla
        Björk Säter, David Asp Smedjebacken, Eva Gran
        Gagnef, Filip Rönn Ludvika.
        Gun Hassel, Hanna Lind Region Dalarna
        """,
        [
            "Anna Ek | present | Region Dalarna | -",
            "Bo Alm | present | Rättvik | -",
            "Cilla Björk | present | Säter | -",
            "David Asp | present | Smedjebacken | -",
            "Eva Gran | present | Gagnef | -",
            "Filip Rönn | present | Ludvika | -",
            "Gun Hassel | present | Region Dalarna | -",
            "Hanna Lind | present | Region Dalarna | -",
        ],
    ),
    "Namn, kommun; Namn, kommun": (
        """
        Deltagare: Anna Ek, Mora kommun; Bo Alm, Orsa kommun; Cilla Björk, Falu kommun.
        Förhinder: David Asp, Säters kommun.
        """,
        [
            "Anna Ek | present | Mora | -",
            "Bo Alm | present | Orsa | -",
            "Cilla Björk | present | Falun | -",
            "David Asp | absent | Säter | -",
        ],
    ),
    "one a line with title and municipality": (
        """
        Närvarande
        Anna Ek, socialchef, Avesta
        Bo Alm, biträdande förvaltningschef, Leksands kommun
        Cilla Björk, Mora, ordförande

        Frånvarande
        David Asp, omsorgschef, Orsa
        """,
        [
            "Anna Ek | present | Avesta | socialchef",
            "Bo Alm | present | Leksand | biträdande förvaltningschef",
            "Cilla Björk | present | Mora | ordförande",
            "David Asp | absent | Orsa | omsorgschef",
        ],
    ),
    "bullets": (
        """
        Deltagare:
        - Anna Ek, Avesta
        - Bo Alm, Mora (frånvarande)
        - Cilla Björk – Region Dalarna
        """,
        ["Anna Ek | present | Avesta | -", "Bo Alm | absent | Mora | -", "Cilla Björk | present | Region Dalarna | -"],
    ),
    "name and body on alternating lines": (
        """
        Närvarande:
        Anna Ek
        Avesta
        Bo Alm
        Mora kommun
        Cilla Björk
        Orsa

        Förhinder
        David Asp
        Säter
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | present | Mora | -",
            "Cilla Björk | present | Orsa | -",
            "David Asp | absent | Säter | -",
        ],
    ),
    "every cell on a line of its own, body first": (
        """
        Närvarande:
        Avesta
        Anna Ek
        Bo Alm
        Mora
        Cilla Björk
        Tjänstepersoner
        David Asp
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | present | Avesta | -",
            "Cilla Björk | present | Mora | -",
            "David Asp | present | - | tjänsteperson",
        ],
    ),
    "read column by column": (
        """
        Närvarande

        Kommun
        Avesta
        Mora
        Orsa

        Namn
        Anna Ek
        Bo Alm
        Cilla Björk
        """,
        ["Anna Ek | present | Avesta | -", "Bo Alm | present | Mora | -", "Cilla Björk | present | Orsa | -"],
    ),
    "kommun: namn, namn": (
        """
        Närvarande
        Avesta: Anna Ek, Bo Alm (ej närvarande)
        Mora: Cilla Björk
        Region Dalarna: David Asp, Eva Gran – förhinder
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | absent | Avesta | -",
            "Cilla Björk | present | Mora | -",
            "David Asp | present | Region Dalarna | -",
            "Eva Gran | absent | Region Dalarna | -",
        ],
    ),
    "kommun – namn": (
        """
        Deltagare
        Avesta – Anna Ek
        Mora – Bo Alm
        """,
        ["Anna Ek | present | Avesta | -", "Bo Alm | present | Mora | -"],
    ),
    "the region's people and the municipalities' apart": (
        """
        Närvarande
        Från kommunerna:
        Anna Ek, Avesta
        Bo Alm, Mora
        Regionens representanter:
        Cilla Björk, hälso- och sjukvårdsdirektör
        Frånvarande ledamöter:
        David Asp, Orsa
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | present | Mora | -",
            "Cilla Björk | present | Region Dalarna | hälso- och sjukvårdsdirektör",
            "David Asp | absent | Orsa | ledamot",
        ],
    ),
    "front page of a board, label and people in columns": (
        """
        Plats och tid\tKommunhuset, Tallsalen, kl. 09.00–11.30
        Beslutande\tAnna Ek (S), ordförande
        \tBo Alm (M), 1:e vice ordförande
        \tCilla Björk (KD)
        Ej tjänstgörande ersättare\tDavid Asp (V)
        Övriga närvarande\tEva Gran, kommundirektör §§ 12–14
        Utses att justera\tBo Alm
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | 1:e vice ordförande | (M)",
            "Cilla Björk | present | - | - | (KD)",
            "David Asp | present | - | ersättare | (V)",
            "Eva Gran | present | - | kommundirektör | §§ 12–14",
        ],
    ),
    "sections of a board, one a line": (
        """
        Beslutande ledamöter
        Anna Ek (S) (ordförande)
        Bo Alm (M)
        Tjänstgörande ersättare
        Cilla Björk (C) ersätter David Asp (C)
        Ej tjänstgörande ersättare
        Eva Gran (L)
        Övriga deltagare
        Filip Rönn, nämndsekreterare
        Underskrifter
        Sekreterare ………………… Filip Rönn
        Ordförande ………………… Anna Ek
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | ledamot | (M)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (C) | för David Asp",
            "David Asp | absent | - | - | (C)",
            "Eva Gran | present | - | ersättare | (L)",
            "Filip Rönn | present | - | nämndsekreterare",
        ],
    ),
    "members and substitutes in two columns": (
        """
        Närvarande

        Ledamöter\tErsättare
        Anna Ek (S), ordf\tBo Alm (S)
        Cilla Björk (M)\t
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | ersättare | (S)",
            "Cilla Björk | present | - | ledamot | (M)",
        ],
    ),
    "sections on one line, titles before names": (
        """
        Ledamöter: Anna Ek (S), ordförande, Bo Alm (M) och Cilla Björk (V)
        Tjänstepersoner: kommunchef David Asp, nämndsekreterare Eva Gran
        Frånvarande: Filip Rönn (SD)
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | ledamot | (M)",
            "Cilla Björk | present | - | ledamot | (V)",
            "David Asp | present | - | kommunchef",
            "Eva Gran | present | - | nämndsekreterare",
            "Filip Rönn | absent | - | - | (SD)",
        ],
    ),
    "present and absent side by side": (
        """
        Närvarande\tFörhinder
        Anna Ek, Avesta\tBo Alm, Mora
        Cilla Björk, Falun\tDavid Asp, Orsa
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | absent | Mora | -",
            "Cilla Björk | present | Falun | -",
            "David Asp | absent | Orsa | -",
        ],
    ),
    "yes and no": (
        """
        Närvaro

        Namn\tKommun\tNärvarande
        Anna Ek\tAvesta\tJa
        Bo Alm\tMora\tNej
        """,
        ["Anna Ek | present | Avesta | -", "Bo Alm | absent | Mora | -"],
    ),
    "ones and dashes, with a sum": (
        """
        Upprop

        Kommun\tLedamot\tNärvarande
        Avesta\tAnna Ek\t1
        Mora\tBo Alm\t-
        Orsa\tCilla Björk\t1
        Summa\t\t2
        """,
        [
            "Anna Ek | present | Avesta | ledamot",
            "Bo Alm | absent | Mora | ledamot",
            "Cilla Björk | present | Orsa | ledamot",
        ],
    ),
    "a list with the items of the meeting behind it in one table": (
        """
        Närvaro

        Kommun\tLedamot\tNärvarande
        Avesta\tAnna Ek\t-
        Mora\tBo Alm\t1
        Orsa\tCilla Björk\t1
        Punkt\tRubrik\tBeslut
        1\tMötets öppnande\tCilla Björk hälsade alla välkomna.
        2\tDagordning\tDagordningen godkändes.
        """,
        [
            "Anna Ek | absent | Avesta | ledamot",
            "Bo Alm | present | Mora | ledamot",
            "Cilla Björk | present | Orsa | ledamot",
        ],
    ),
    "crosses in two columns, a local party in its own": (
        """
        Närvarolista

        Ledamot\tParti\tNärv.\tFrånv.
        Anna Ek\tS\tX\t
        Bo Alm\tBygdens väl\t\tX
        Cilla Björk\tM\tX\t
        """,
        [
            "Anna Ek | present | - | ledamot | (S)",
            "Bo Alm | absent | - | ledamot | (Bygdens väl)",
            "Cilla Björk | present | - | ledamot | (M)",
        ],
    ),
    "crosses in one column: no cross, not there": (
        """
        Närvarolista

        Namn\tNärvarande
        Anna Ek\tX
        Bo Alm\t
        Cilla Björk\tX
        """,
        ["Anna Ek | present | - | -", "Bo Alm | absent | - | -", "Cilla Björk | present | - | -"],
    ),
    "crosses behind names, words for the others": (
        """
        Ledamöter Närvarande
        Anna Ek X, mötesordförande § 4 - § 9
        Bo Alm anmält förhinder
        Cilla Björk X
        Suppleanter
        David Asp X
        """,
        [
            "Anna Ek | present | - | ordförande | § 4 - § 9",
            "Bo Alm | absent | - | ledamot",
            "Cilla Björk | present | - | ledamot",
            "David Asp | present | - | ersättare",
        ],
    ),
    "party and municipality after commas, a local party among them": (
        """
        Närvarande
        Anna Ek, S, Mora (ordförande)
        Bo Alm, Hela bygden, Orsa
        Cilla Björk, VPB, Säter
        David Asp, M, Upplands Väsby
        """,
        [
            "Anna Ek | present | Mora | ordförande | (S)",
            "Bo Alm | present | Orsa | - | (Hela bygden)",
            "Cilla Björk | present | Säter | - | (VPB)",
            "David Asp | present | Upplands Väsby | - | (M)",
        ],
    ),
    "a body in parentheses over two lines": (
        """
        Närvarande: Anna Ek (Mora), Bo Alm (Upplands
        Väsby), Cilla Björk (Hjärt-Lung)
        """,
        ["Anna Ek | present | Mora | -", "Bo Alm | present | Upplands Väsby | -", "Cilla Björk | present | Hjärt-Lung | -"],
    ),
    "crosses whose columns are lost": (
        """
        Upprop
        Ledamot Närvarande Frånv.
        Anna Ek X
        Bo Alm X
        """,
        ["Anna Ek | unknown | - | -", "Bo Alm | unknown | - | -"],
    ),
    "a letter for presence, by the list's own legend": (
        """
        Närvarolista N = närvarande, F = frånvarande
        Anna Ek PRO N
        Bo Alm SPF F
        Cilla Björk SKPF N
        """,
        ["Anna Ek | present | PRO | -", "Bo Alm | absent | SPF | -", "Cilla Björk | present | SKPF | -"],
    ),
    "letters for presence behind organisations, and words": (
        """
        Närvarolista Ledamöter Närv (N), Frånv (F)
        Anna Ek SON N
        Bo Alm PRO:s förening F
        Cilla Björk Finska föreningen N
        David Asp SPF Frånvaro anmäld
        """,
        [
            "Anna Ek | present | SON | -",
            "Bo Alm | absent | PRO:s förening | -",
            "Cilla Björk | present | Finska föreningen | -",
            "David Asp | absent | SPF | -",
        ],
    ),
    "columns of a matrix run together": (
        """
        Upprop
        Kommun Ledamot Närvarande
        Avesta Anna Ek 1
        Mora Bo Alm -
        Orsa Cilla Björk 1
        """,
        ["Anna Ek | present | Avesta | -", "Bo Alm | absent | Mora | -", "Cilla Björk | present | Orsa | -"],
    ),
    "limits of all kinds": (
        """
        Närvarande
        Anna Ek (S), §§ 50–56, del av 60
        Bo Alm (M) (t.o.m. p. 10)
        Cilla Björk, kl. 9–10
        David Asp, ekonomichef, § 12
        Eva Gran (V), ej § 14
        Filip Rönn (C), frånvarande §§ 3–4
        """,
        [
            "Anna Ek | present | - | - | (S) | §§ 50–56, del av 60",
            "Bo Alm | present | - | - | (M) | t.o.m. p. 10",
            "Cilla Björk | present | - | - | kl. 9–10",
            "David Asp | present | - | ekonomichef | § 12",
            "Eva Gran | present | - | - | (V) | ej § 14",
            "Filip Rönn | present | - | - | (C) | frånvarande §§ 3–4",
        ],
    ),
    "substitutes in several wordings": (
        """
        Beslutande
        Anna Ek (S) tjg ers för Bo Alm (S)
        Cilla Björk (M), ersätter David Asp (M)
        Eva Gran (V) för Filip Rönn (V) §§ 3–5
        Gun Hassel (C), tjänstgörande ersättare
        """,
        [
            "Anna Ek | present | - | tjänstgörande ersättare | (S) | för Bo Alm",
            "Bo Alm | absent | - | - | (S)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (M) | för David Asp",
            "David Asp | absent | - | - | (M)",
            "Eva Gran | present | - | tjänstgörande ersättare | (V) | §§ 3–5 | för Filip Rönn",
            "Gun Hassel | present | - | tjänstgörande ersättare | (C)",
        ],
    ),
    "officers on labelled lines": (
        """
        Ordförande: Anna Ek (S)
        Sekreterare: Bo Alm
        Närvarande: Cilla Björk (M), David Asp (V)
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | sekreterare",
            "Cilla Björk | present | - | - | (M)",
            "David Asp | present | - | - | (V)",
        ],
    ),
    "vacant seats are nobody": (
        """
        Närvarande ledamöter
        Anna Ek (S)
        Vakant (M)
        Bo Alm (V)
        """,
        ["Anna Ek | present | - | ledamot | (S)", "Bo Alm | present | - | ledamot | (V)"],
    ),
    "organisations that are no municipalities": (
        """
        Närvarande
        Anna Ek, PRO
        Bo Alm (SPF Seniorerna)
        Cilla Björk, Socialnämnden
        David Asp, vård- och omsorgsförvaltningen, sekreterare
        Eva Gran, Kommunal
        """,
        [
            "Anna Ek | present | PRO | -",
            "Bo Alm | present | SPF Seniorerna | -",
            "Cilla Björk | present | Socialnämnden | -",
            "David Asp | present | vård- och omsorgsförvaltningen | sekreterare",
            "Eva Gran | present | Kommunal | -",
        ],
    ),
    "invited and adjunct among those present": (
        """
        Närvarande: Anna Ek, Bo Alm
        Adjungerad: Cilla Björk
        Inbjudna: David Asp, projektledare, § 5
        """,
        [
            "Anna Ek | present | - | -",
            "Bo Alm | present | - | -",
            "Cilla Björk | present | - | adjungerad",
            "David Asp | present | - | projektledare | § 5",
        ],
    ),
    "summoned: nothing says who came": (
        """
        Kallade
        Anna Ek, socialchef, Avesta
        Bo Alm, Mora

        Förhinder: Cilla Björk, Orsa
        """,
        ["Anna Ek | unknown | Avesta | socialchef", "Bo Alm | unknown | Mora | -", "Cilla Björk | absent | Orsa | -"],
    ),
    "invited alone tells nothing of who came": (
        """
        Inbjudna: Anna Ek, Bo Alm
        """,
        ["Anna Ek | unknown | - | -", "Bo Alm | unknown | - | -"],
    ),
    "a page's columns run together, labels first": (
        """
        Plats och tid Beslutande Ledamöter Tjänstgörande ersättare Övriga närvarande Tjänstemän Måndag 3 maj 2021 kl 13.00, Kommunhuset, Gransalen Anna Ek (C), ordförande Bo Alm (S) Cilla Björk (M) för David Asp (M) Eva Gran, kommunsekreterare Filip Rönn, ekonomichef 14 Justering Justerare Bo Alm (S) Paragrafer Underskrifter Sekreterare Eva Gran
        """,
        [
            "Anna Ek | present | - | ordförande | (C)",
            "Bo Alm | present | - | justerare | (S)",
            "Cilla Björk | present | - | tjänstgörande ersättare | (M) | för David Asp",
            "David Asp | absent | - | - | (M)",
            "Eva Gran | present | - | kommunsekreterare",
            "Filip Rönn | present | - | ekonomichef | 14",
        ],
    ),
    "a page's columns run together, labels between": (
        """
        1 Plats och tid Tallgården, kl. 9-12 Närvarande Ordförande Anna Ek (S) 1:e vice ordförande - (S) 2:e vice ordförande Bo Alm (M) Ledamöter Cilla Björk (V) Tjänstgörande ersättare David Asp (S) för Eva Gran (S) Tjänstemän Filip Rönn regiondirektör Gun Hassel kanslichef Utses att justera Cilla Björk Paragrafer 1-5
        """,
        [
            "Anna Ek | present | - | ordförande | (S)",
            "Bo Alm | present | - | 2:e vice ordförande | (M)",
            "Cilla Björk | present | - | justerare | (V)",
            "David Asp | present | - | tjänstgörande ersättare | (S) | för Eva Gran",
            "Eva Gran | absent | - | - | (S)",
            "Filip Rönn | present | - | regiondirektör",
            "Gun Hassel | present | - | kanslichef",
        ],
    ),
    "titles before names, wrapped": (
        """
        Närvarande: Anna Ek (S), Bo Alm (M)
        Övriga: hållbarhetsstrateg Cilla Björk, verksamhetsutvecklare
        David Asp
        """,
        [
            "Anna Ek | present | - | - | (S)",
            "Bo Alm | present | - | - | (M)",
            "Cilla Björk | present | - | hållbarhetsstrateg",
            "David Asp | present | - | verksamhetsutvecklare",
        ],
    ),
    "half a label lost in copying": (
        """
        Organ: Plats och tid: ande: Tallnämnden, Storgatan 4, torsdagen den 11 september 2008 Anna Ek, ordf Bo Alm Cilla Björk, tjg ers Övriga deltagare: David Asp Eva Gran Utses att justera: Bo Alm Paragrafer: 1-4
        """,
        [
            "Anna Ek | present | - | ordförande",
            "Bo Alm | present | - | justerare",
            "Cilla Björk | present | - | tjänstgörande ersättare",
            "David Asp | present | - | -",
            "Eva Gran | present | - | -",
        ],
    ),
    "labels misread by text recognition": (
        """
        Närvarande:
        Anna Ek, Avesta
        Tjänstepersener:
        RoIf Alm
        Frånvarandc: Cilla Björk, Laholrn
        """,
        ["Anna Ek | present | Avesta | -", "RoIf Alm | present | - | tjänsteperson", "Cilla Björk | absent | Laholrn | -"],
    ),
    "ticks with words behind them, beside a column of those who sent word": (
        """
        Deltagare
        Kommun\tNamn\tNärvarande\tAnmält förhinder
        Avesta\tAnna Ek\tx\t
        Falun\tBo Alm\tx (via Teams)\t
        Mora\tCilla Björk\t\tx
        Orsa\tDavid Asp\tx, från punkt 3\t
        Säter\tEva Gran\t\tx (sjuk)
        Rättvik\tFilip Rönn\tX digitalt\t
        """,
        [
            "Anna Ek | present | Avesta | -",
            "Bo Alm | present | Falun | -",
            "Cilla Björk | absent | Mora | -",
            "David Asp | present | Orsa | - | från punkt 3",
            "Eva Gran | absent | Säter | -",
            "Filip Rönn | present | Rättvik | -",
        ],
    ),
    "a column of those who did not take part": (
        """
        Deltagare
        Namn\tDeltar\tDeltar ej
        Anna Ek\tx\t
        Bo Alm\t\tx
        Cilla Björk\tx\t
        """,
        ["Anna Ek | present | - | -", "Bo Alm | absent | - | -", "Cilla Björk | present | - | -"],
    ),
    "a bullet that counts people before those with names": (
        """
        Deltagare på mötet var:

          • Fyra boende som gärna sitter i rådet
          • Anna Ek (S), kommunalråd
          • Bo Alm, kommunchef
          • Cilla Björk, säkerhetssamordnare

        På dagordningen stod:

          • Presentation
        """,
        [
            "Anna Ek | present | - | kommunalråd | (S)",
            "Bo Alm | present | - | kommunchef",
            "Cilla Björk | present | - | säkerhetssamordnare",
        ],
    ),
    "a surname with the ending of a room or a place, before a title": (
        """
        Närvarande:
        Anna Norrbyrum, miljöinspektör
        Bo Alm, kommunchef
        """,
        ["Anna Norrbyrum | present | - | miljöinspektör", "Bo Alm | present | - | kommunchef"],
    ),
    "a person and an organisation of an unknown shape in each line": (
        """
        Närvarande
        Anna Ek, Tallvo
        Zamedu Katel, Tallvo
        Bo Alm, Kulturdepartementet
        Cilla Björk, Ideell Skogsallians
        Eva Gran, Mattecentrum
        """,
        [
            "Anna Ek | present | Tallvo | -",
            "Zamedu Katel | present | Tallvo | -",
            "Bo Alm | present | Kulturdepartementet | -",
            "Cilla Björk | present | Ideell Skogsallians | -",
            "Eva Gran | present | Mattecentrum | -",
        ],
    ),
    "the same parted by semicolons": (
        """
        Närvarande: Anna Ek, Norrbyteatern; Bo Alm, Kulturanalys Norrby
        """,
        ["Anna Ek | present | Norrbyteatern | -", "Bo Alm | present | Kulturanalys Norrby | -"],
    ),
    "names with commas alone between, of whom one is not known": (
        """
        Närvarande:
        Anna Ek, Bo Alm
        Cilla Björk, Zamedu Katel
        Eva Gran, Filip Rönn
        """,
        [f"{name} | present | - | -" for name in ("Anna Ek", "Bo Alm", "Cilla Björk", "Zamedu Katel", "Eva Gran", "Filip Rönn")],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    sheet, expected = LAYOUTS[name]
    assert rows(attendance(sheet)) == expected


def test_inside_the_first_item() -> None:
    result = attendance(
        """
        1. Öppnande
        Rådet beslutade
        att öppna mötet.

        Närvarande: Anna Ek Avesta, Bo Alm Mora.

        2. Föregående minnesanteckningar
        att godkänna minnesanteckningarna.
        """
    )
    assert rows(result) == ["Anna Ek | present | Avesta | -", "Bo Alm | present | Mora | -"]


def test_a_page_of_its_own_at_the_end() -> None:
    result = attendance(
        "§ 1 Mötets öppnande\nOrdföranden öppnar mötet.\n\n§ 2 Dagordning\nDagordningen godkänns.\n\f"
        "Närvarolista\nLedamöter\nAnna Ek (S)\nBo Alm (M)\nErsättare\nCilla Björk (V)\n"
    )
    assert rows(result) == [
        "Anna Ek | present | - | ledamot | (S)",
        "Bo Alm | present | - | ledamot | (M)",
        "Cilla Björk | present | - | ersättare | (V)",
    ]


def test_a_municipality_misread_is_known_in_its_county() -> None:
    result = attendance("Närvarande:\nAnna Ek, Smedjebaeken\nBo Alm, Ålvdalen", region="Region Dalarna")
    assert towns(result) == {"Smedjebacken": "present", "Älvdalen": "present"}
    assert [p.represents for p in attendance("Närvarande:\nAnna Ek, Smedjebaeken", region=None).people] == ["Smedjebaeken"]


def test_municipalities_that_differ_by_accents_alone() -> None:
    result = attendance("Närvarande:\nAnna Ek, Habo\nBo Alm, Håbo kommun", region=None)
    assert [p.represents for p in result.people] == ["Habo", "Håbo"]
    assert set(towns(result)) == {"Habo", "Håbo"}


def test_letters_of_the_legend_with_more_behind_them() -> None:
    result = attendance(
        """
        Närvarolista
        Kommun\tChef\tN = närvarande, F = frånvarande
        Mora\tAnna Ek\tN
        Orsa\tBo Alm\tF (ersatt av en kollega)
        Falun\tCilla Björk\tN, lämnade 10.30
        """
    )
    assert [(p.name, p.status.value) for p in result.people] == [
        ("Anna Ek", "present"),
        ("Bo Alm", "absent"),
        ("Cilla Björk", "present"),
    ]
