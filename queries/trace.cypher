// items
MATCH (:Topic {id: $topic})<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
RETURN DISTINCT i.id AS item, i.number AS number, i.name AS title, i.position AS position, i.labels AS labels,
       i.attachments AS attachments, i.note AS note,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort,
       c.document AS document, c.passages AS passages, c.basis AS basis

// presenters
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)<-[p:PRESENTED]-(o:Official)
RETURN DISTINCT i.id AS item, o.id AS official, o.name AS officialName, o.aliases AS aliases,
       p.role AS role, p.organisation AS organisation,
       p.document AS document, p.passages AS passages, p.basis AS basis

// mentions
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)<-[p:PRESENTED]-(o:Official)
UNWIND p.passages AS id
MATCH (x:Passage {id: id})<-[:MENTIONED_IN]-(n:Mention)-[:REFERS_TO]->(o)
RETURN DISTINCT i.id AS item, o.id AS official, p.document AS spelledIn, n.text AS spelling

// decisions
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[l:LED_TO]->(d:Decision)
RETURN DISTINCT i.id AS item, d.id AS decision, d.kind AS kind, d.text AS text, d.position AS position,
       l.document AS document, l.passages AS passages, l.basis AS basis

// reports
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[c:CONSIDERS]->(r:Report)
RETURN DISTINCT i.id AS item, r.id AS report, r.name AS reportName,
       c.document AS document, c.passages AS passages, c.basis AS basis

// raised
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[r:RAISED_BY]->(b)
RETURN DISTINCT i.id AS item, labels(b)[0] AS label, b.id AS source, b.name AS sourceName, b.abbreviation AS sourceShort,
       r.what AS what, r.document AS document, r.passages AS passages, r.basis AS basis

// followed
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[r:FOLLOWED_BY]->(j:AgendaItem)
WHERE r.topic = $topic
RETURN DISTINCT i.id AS item, j.id AS next, r.days AS days,
       r.document AS document, r.passages AS passages, r.basis AS basis
