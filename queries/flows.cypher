// raised
MATCH (i:AgendaItem)-[r:RAISED_BY]->(b)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(g:Forum)
RETURN DISTINCT i.id AS item, labels(b)[0] AS label, b.id AS source, b.name AS sourceName, b.abbreviation AS sourceShort,
       i.number AS number, i.name AS title, m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       g.id AS forum, g.name AS forumName, g.abbreviation AS forumShort,
       r.document AS document, r.passages AS passages, r.basis AS basis

// followed
MATCH (f:Forum)<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[r:FOLLOWED_BY]->(j:AgendaItem)
      -[:ON_AGENDA_OF]->(n:Meeting)-[:MEETING_OF]->(g:Forum)
WHERE f.id <> g.id AND r.basis = 'inferred'
RETURN DISTINCT i.id AS item, i.number AS number, i.name AS title, m.id AS meeting, m.name AS meetingName, m.date AS left,
       m.recorded AS recorded, j.id AS next, r.topic AS topic, n.date AS date,
       f.id AS source, f.name AS sourceName, f.abbreviation AS sourceShort,
       g.id AS forum, g.name AS forumName, g.abbreviation AS forumShort,
       r.document AS document, r.passages AS passages, r.basis AS basis
