// taken
MATCH (:Topic {id: $topic})<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE m.date <= $date
RETURN DISTINCT i.id AS item, i.number AS number, i.name AS title, i.position AS position,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort,
       c.document AS document, c.passages AS passages, c.basis AS basis

// settled
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
MATCH (i)-[l:LED_TO]->(d:Decision)
WHERE m.date <= $date
RETURN DISTINCT i.id AS item, i.number AS number, i.name AS title, i.position AS position,
       d.id AS decision, d.kind AS kind, d.text AS text, d.position AS decisionPosition,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort,
       l.document AS document, l.passages AS passages, l.basis AS basis
