// sent
MATCH (i:AgendaItem)-[r:RECOMMENDS|ASSIGNS|PETITIONS|REFERRED_TO|REPORTS_BACK_TO|INVITES]->(b)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(g:Forum)
WHERE ($forum IS NULL OR g.id = $forum) AND ($until IS NULL OR m.date <= $until)
  AND ($topic IS NULL OR EXISTS { MATCH (i)-[:CONCERNS]->(:Topic {id: $topic}) })
OPTIONAL MATCH (b)-[:MEETING_OF]->(f:Forum)
RETURN DISTINCT i.id AS item, i.id AS via, i.number AS number, i.name AS title, i.position AS position, type(r) AS kind,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       g.id AS forum, g.name AS forumName, g.abbreviation AS forumShort,
       labels(b)[0] AS label, b.id AS target, b.name AS targetName, b.abbreviation AS targetShort, b.aliases AS targetAliases,
       b.date AS targetDate, b.recorded AS targetRecorded,
       f.id AS targetForum, f.name AS targetForumName, f.abbreviation AS targetForumShort, f.aliases AS targetForumAliases,
       r.what AS what, r.due AS due, r.target AS written, r.actor AS actor, r.actorId AS actorId,
       r.document AS document, r.passages AS passages, r.basis AS basis
UNION
MATCH (i:AgendaItem)-[:LED_TO]->(d:Decision)-[r:RECOMMENDS|ASSIGNS|PETITIONS|REFERRED_TO|REPORTS_BACK_TO|INVITES]->(b)
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)-[:MEETING_OF]->(g:Forum)
WHERE ($forum IS NULL OR g.id = $forum) AND ($until IS NULL OR m.date <= $until)
  AND ($topic IS NULL OR EXISTS { MATCH (i)-[:CONCERNS]->(:Topic {id: $topic}) })
OPTIONAL MATCH (b)-[:MEETING_OF]->(f:Forum)
RETURN DISTINCT i.id AS item, d.id AS via, i.number AS number, i.name AS title, i.position AS position, type(r) AS kind,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       g.id AS forum, g.name AS forumName, g.abbreviation AS forumShort,
       labels(b)[0] AS label, b.id AS target, b.name AS targetName, b.abbreviation AS targetShort, b.aliases AS targetAliases,
       b.date AS targetDate, b.recorded AS targetRecorded,
       f.id AS targetForum, f.name AS targetForumName, f.abbreviation AS targetForumShort, f.aliases AS targetForumAliases,
       r.what AS what, r.due AS due, r.target AS written, r.actor AS actor, r.actorId AS actorId,
       r.document AS document, r.passages AS passages, r.basis AS basis

// held
MATCH (m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE m.date IS NOT NULL AND ($until IS NULL OR m.date <= $until)
RETURN DISTINCT m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort

// breadth
MATCH (t:Topic)<-[:CONCERNS]-(i:AgendaItem)
RETURN t.id AS topic, count(DISTINCT i) AS items, t.name AS topicName, t.abbreviation AS topicShort

// words
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.text AS text, p.start AS start, p.`end` AS `end`, p.document AS document

// actors
UNWIND $ids AS id
MATCH (b:Forum|Organisation|Municipality {id: id})
RETURN b.id AS body, labels(b)[0] AS label, b.name AS bodyName, b.abbreviation AS bodyShort

// spelled
UNWIND $ids AS id
MATCH (p:Passage {id: id})<-[:MENTIONED_IN]-(n:Mention)-[:REFERS_TO]->(b)
RETURN DISTINCT p.id AS id, b.id AS entity, n.text AS text

// originTopics
UNWIND $items AS id
MATCH (i:AgendaItem {id: id})-[:CONCERNS]->(t:Topic)
RETURN DISTINCT i.id AS item, t.id AS topic

// originReports
UNWIND $items AS id
MATCH (i:AgendaItem {id: id})-[:CONSIDERS]->(r:Report)
WHERE r.kind IS NULL OR r.kind <> 'minutes'
RETURN DISTINCT i.id AS item, r.id AS report

// candidates
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until)
RETURN DISTINCT i.id AS item, i.name AS title, i.number AS number, i.position AS position, i.summary AS summary, i.labels AS labels, i.told AS told,
       m.id AS meeting, m.name AS meetingName, m.date AS date, m.recorded AS recorded,
       f.id AS forum, f.name AS forumName, f.abbreviation AS forumShort

// decided
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[:LED_TO]->(d:Decision)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until)
  AND NOT d.kind IN ['recommend', 'assign', 'petition', 'invite', 'open', 'close']
RETURN DISTINCT i.id AS item, d.id AS decision, d.text AS text
ORDER BY decision

// topicsThere
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[:CONCERNS]->(t:Topic)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until)
RETURN DISTINCT i.id AS item, t.id AS topic

// reportsThere
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[:CONSIDERS]->(r:Report)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until) AND (r.kind IS NULL OR r.kind <> 'minutes')
RETURN DISTINCT i.id AS item, r.id AS report

// presentersThere
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)<-[:PRESENTED]-(o:Official)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until)
OPTIONAL MATCH (o)-[:REPRESENTS]->(b)
RETURN DISTINCT i.id AS item, o.id AS official, b.id AS body

// citedThere
UNWIND $forums AS id
MATCH (f:Forum {id: id})<-[:MEETING_OF]-(m:Meeting)<-[:ON_AGENDA_OF]-(i:AgendaItem)-[c:CITES]->(x:Meeting)
WHERE m.date >= $since AND ($until IS NULL OR m.date <= $until)
RETURN DISTINCT i.id AS item, x.id AS cited, c.paragraph AS paragraph

// toldThere
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.text AS text

// answering
UNWIND $items AS id
MATCH (i:AgendaItem {id: id})-[r:ON_AGENDA_OF]->(:Meeting)
RETURN DISTINCT i.id AS item, r.document AS document, r.passages AS passages, r.basis AS basis

// answeringDecisions
UNWIND $items AS id
MATCH (i:AgendaItem {id: id})-[r:LED_TO]->(d:Decision)
WHERE NOT d.kind IN ['open', 'close']
RETURN DISTINCT i.id AS item, d.id AS decision, r.document AS document, r.passages AS passages, r.basis AS basis
