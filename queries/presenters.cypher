// presenters
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)<-[p:PRESENTED]-(o:Official)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(f:Forum)
RETURN DISTINCT o.id AS official, o.name AS officialName, o.aliases AS aliases,
       p.role AS role, p.organisation AS organisation,
       i.id AS item, i.number AS number, i.name AS title, i.position AS position,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort,
       p.document AS document, p.passages AS passages, p.basis AS basis

// mentions
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)<-[p:PRESENTED]-(o:Official)
UNWIND p.passages AS id
MATCH (x:Passage {id: id})<-[:MENTIONED_IN]-(n:Mention)-[:REFERS_TO]->(o)
RETURN DISTINCT i.id AS item, o.id AS official, p.document AS spelledIn, n.text AS spelling

// items
MATCH (:Topic {id: $topic})<-[:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)
RETURN DISTINCT i.id AS item, m.id AS meeting, m.date AS date
