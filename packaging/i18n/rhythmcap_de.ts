<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbxDialog</name>
    <message>
        <source>Does the ear tell them apart?</source>
        <translation>Unterscheidet das Ohr sie?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{number} of {n}: is X like A ({first}) or like B ({second})?</source>
        <translation>{number} von {n}: Ist X wie A ({first}) oder wie B ({second})?</translation>
    </message>
    <message>
        <source>Like A: {word}</source>
        <translation>Wie A: {word}</translation>
    </message>
    <message>
        <source>Like B: {word}</source>
        <translation>Wie B: {word}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the songs…</source>
        <translation>Die Stücke werden gelesen…</translation>
    </message>
    <message>
        <source>A, B, X: hear it · Space: silence · 1, 2: answer</source>
        <translation>A, B, X: anhören · Leertaste: Stille · 1, 2: antworten</translation>
    </message>
    <message>
        <source>It is kept beside the two words.</source>
        <translation>Das Ergebnis bleibt bei den beiden Wörtern.</translation>
    </message>
    <message>
        <source>Hear A and B, and X before you answer. All three are equally loud.</source>
        <translation>Hören Sie A und B, und X, bevor Sie antworten. Alle drei sind gleich laut.</translation>
    </message>
    <message>
        <source>X is another song than A and B. What was right is told at the end, not before.</source>
        <translation>X ist ein anderes Stück als A und B. Was richtig war, erfahren Sie am Ende, nicht vorher.</translation>
    </message>
</context>
<context>
    <name>ActionSet</name>
    <message>
        <source>not possible while the library is open for reading only</source>
        <translation>nicht möglich, solange die Bibliothek nur zum Lesen offen ist</translation>
    </message>
</context>
<context>
    <name>AddWordsDialog</name>
    <message>
        <source>Add words</source>
        <translation>Wörter hinzufügen</translation>
    </message>
    <message>
        <source>In place of the words here, of which none is used yet</source>
        <translation>Anstelle der hiesigen Wörter, von denen noch keines benutzt ist</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Ticked words are added. Your own words stay as they are.</source>
        <translation>Angekreuzte Wörter kommen hinzu. Ihre eigenen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{n:# word takes|# words take} their place</source>
        <translation>{n:# Wort tritt|# Wörter treten} an ihre Stelle</translation>
    </message>
    <message>
        <source>{n:# new word is|# new words are} added</source>
        <translation>{n:# neues Wort kommt|# neue Wörter kommen} hinzu</translation>
    </message>
    <message>
        <source>All these words take the place of those that are here now.</source>
        <translation>Alle diese Wörter treten an die Stelle derer, die jetzt da sind.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>Übereinstimmung der Annotatoren</translation>
    </message>
    <message>
        <source>Whose decisions are compared</source>
        <translation>Wessen Entscheidungen verglichen werden</translation>
    </message>
    <message>
        <source>Between annotators</source>
        <translation>Zwischen Annotatoren</translation>
    </message>
    <message>
        <source>Your own ear, heard twice</source>
        <translation>Ihr eigenes Ohr, zweimal gehört</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Measures such as kappa, alpha and AC1</source>
        <translation>Maße wie Kappa, Alpha und AC1</translation>
    </message>
    <message>
        <source>Annotators and their decisions: {}</source>
        <translation>Annotatoren und ihre Entscheidungen: {}</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that you answered again later, the answer was the same on {agreed}. What an ear does not agree on with itself, no model can learn.</source>
        <translation>Von {n:# Frage|# Fragen} (ein Stück und ein Tag), die Sie später noch einmal beantwortet haben, war die Antwort bei {agreed} dieselbe. Worin ein Ohr sich selbst nicht einig ist, das kann kein Modell lernen.</translation>
    </message>
    <message>
        <source>No tag of any song was decided on by two annotators. Take in a colleague&apos;s decisions, or let another annotator decide here.</source>
        <translation>Über kein Tag eines Stücks haben zwei Annotatoren entschieden. Importieren Sie die Entscheidungen anderer, oder lassen Sie hier einen anderen Annotator entscheiden.</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that two or more annotators answered, all agree on {agreed}.</source>
        <translation>Von {n:# Frage|# Fragen} (ein Stück und ein Tag), die zwei oder mehr Annotatoren beantwortet haben, sind sich bei {agreed} alle einig.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>Geeinigt auf</translation>
    </message>
    <message>
        <source>Songs on which annotators disagree</source>
        <translation>Stücke, über die sich Annotatoren uneinig sind</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Open the song and play it (Enter in the list)</source>
        <translation>Das Stück öffnen und abspielen (Eingabetaste in der Liste)</translation>
    </message>
    <message>
        <source>Agree on yes</source>
        <translation>Auf Ja einigen</translation>
    </message>
    <message>
        <source>Agree on no</source>
        <translation>Auf Nein einigen</translation>
    </message>
    <message>
        <source>Agree on unsure</source>
        <translation>Auf unsicher einigen</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Nicht geeinigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No song is listed on which they disagree.</source>
        <translation>Kein Stück ist aufgeführt, bei dem sie sich nicht einig sind.</translation>
    </message>
    <message>
        <source>{n:# answer differs|# answers differ}. Choose one to listen to its song, and to settle it.</source>
        <translation>{n:# Antwort weicht ab|# Antworten weichen ab}. Wählen Sie eine, um ihr Stück anzuhören und sich zu einigen.</translation>
    </message>
    <message>
        <source>In blind mode nobody&apos;s decisions are shown: switch it off to see them.</source>
        <translation>Im Blindmodus werden fremde Entscheidungen nicht gezeigt: Schalten Sie ihn aus, um sie zu sehen.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} on tags that you have not decided: they show after that.</source>
        <translation>{:# weiteres betrifft|# weitere betreffen} Tags, über die Sie nicht entschieden haben: Danach erscheinen sie.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} not listed.</source>
        <translation>{:# weiteres ist|# weitere sind} nicht aufgeführt.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>Agreement on each tag</source>
        <translation>Übereinstimmung bei jedem Tag</translation>
    </message>
    <message>
        <source>All agree on {agreed} of {n:# song|# songs}.</source>
        <translation>Bei {agreed} von {n:# Stück|# Stücken} alle einig.</translation>
    </message>
    <message>
        <source>The same answer again on {agreed} of {n:# song|# songs}.</source>
        <translation>Wieder dieselbe Antwort bei {agreed} von {n:# Stück|# Stücken}.</translation>
    </message>
    <message>
        <source>{} A rare tag.</source>
        <translation>{} Ein seltenes Tag.</translation>
    </message>
</context>
<context>
    <name>AliasesDialog</name>
    <message>
        <source>Other names of “{tag}”</source>
        <translation>Andere Namen von „{tag}“</translation>
    </message>
    <message>
        <source>“{tag}” is found by these, too, when you type, search or import.</source>
        <translation>Auch unter diesen wird „{tag}“ beim Tippen, Suchen und Importieren gefunden.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>ApplyRulesDialog</name>
    <message>
        <source>Apply rules to songs</source>
        <translation>Regeln auf Stücke anwenden</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>What the rules imply</source>
        <translation>Was die Regeln ergeben</translation>
    </message>
    <message>
        <source>Only what is not judged is decided, and marked as implied by a rule: it is learned from, but does not count as heard. One undo takes all of it back.</source>
        <translation>Entschieden wird nur, was nicht beurteilt ist, und als von einer Regel abgeleitet gekennzeichnet: Daraus wird gelernt, aber es zählt nicht als gehört. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply {n:# decision|# decisions}.</source>
        <translation>Für {songs:# Stück|# Stücke} ergeben die Regeln {n:# Entscheidung|# Entscheidungen}.</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply nothing that is not judged.</source>
        <translation>Für {songs:# Stück|# Stücke} ergeben die Regeln nichts, was nicht beurteilt ist.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask a colleague</source>
        <translation>Eine Kollegin fragen</translation>
    </message>
    <message>
        <source>That I judged on these tags, else all</source>
        <translation>Die ich auf diese Tags hin beurteilt habe, sonst alle</translation>
    </message>
    <message>
        <source>That the search finds</source>
        <translation>Die die Suche findet</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Fewer are drawn by lot</source>
        <translation>Weniger werden ausgelost</translation>
    </message>
    <message>
        <source>The same number draws the same songs</source>
        <translation>Dieselbe Zahl zieht dieselben Stücke</translation>
    </message>
    <message>
        <source>Blind: my own decisions are not sent along</source>
        <translation>Blind: meine Entscheidungen gehen nicht mit</translation>
    </message>
    <message>
        <source>Otherwise your colleague sees yours beside each decision, once it is made</source>
        <translation>Sonst sind Ihre neben jeder Entscheidung zu sehen, sobald sie getroffen ist</translation>
    </message>
    <message>
        <source>A few words, if you like</source>
        <translation>Ein paar Worte, wenn Sie mögen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Choose where the file goes that you send</source>
        <translation>Wählen, wohin die Datei kommt, die Sie verschicken</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {tags:# tag|# tags}</source>
        <translation>{songs:# Stück|# Stücke}, {tags:# Tag|# Tags}</translation>
    </message>
    <message>
        <source>Tick the tags first.</source>
        <translation>Haken Sie zuerst die Tags an.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Nichts schreiben (Esc)</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Gruß</translation>
    </message>
    <message>
        <source>One small file is written: songs by the sound of their samples, titles and lengths, and the tags with what they mean. No audio and no folder is in it.</source>
        <translation>Es entsteht eine kleine Datei: Stücke mit der Prüfsumme ihres Klangs, Titeln und Längen, und die Tags mit ihrer Bedeutung. Weder Audio noch Ordner sind darin.</translation>
    </message>
    <message>
        <source>Which tags</source>
        <translation>Welche Tags</translation>
    </message>
    <message>
        <source>Which songs</source>
        <translation>Welche Stücke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>BeyondChance</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>How many more of 100 pairs of a right and a wrong song it puts in order than the model before, on the same songs, with the 95 % range</source>
        <translation>Wie viele von 100 Paaren aus einem richtigen und einem falschen Stück es mehr ordnet als das Modell davor, bei denselben Stücken, mit 95-%-Bereich</translation>
    </message>
    <message>
        <source>Tags better and worse beyond chance</source>
        <translation>Tags, die um mehr als Zufall besser oder schlechter wurden</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Many songs</source>
        <translation>Viele Stücke</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Ein Rückgängig nimmt alles davon zurück.</translation>
    </message>
    <message>
        <source>All {songs} songs</source>
        <translation>Alle {songs} Stücke</translation>
    </message>
    <message>
        <source>Do it; it can be cancelled on the way</source>
        <translation>Ausführen; lässt sich unterwegs abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Nichts ändern (Esc)</translation>
    </message>
</context>
<context>
    <name>CaptionLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Die Aufzählung der Tags kopieren</translation>
    </message>
    <message>
        <source>The song&apos;s tags in the order in which you would list them.</source>
        <translation>Die Tags des Stücks in der Reihenfolge, in der Sie sie aufzählen würden.</translation>
    </message>
    <message>
        <source>Left out, as seldom in this company: {}</source>
        <translation>Weggelassen, weil selten in dieser Gesellschaft: {}</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>Edit category</source>
        <translation>Kategorie bearbeiten</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Free: {keys}</source>
        <translation>Frei: {keys}</translation>
    </message>
    <message>
        <source>Leaving a song means no for the rest</source>
        <translation>Ein Stück zu verlassen heißt Nein für den Rest</translation>
    </message>
    <message>
        <source>After you judged a tag of this category and go to the next song, its tags that you did not judge become no. A song on which you judged none of them stays as it is. Undo takes it back.</source>
        <translation>Haben Sie ein Tag dieser Kategorie beurteilt und gehen zum nächsten Stück, werden ihre nicht beurteilten Tags zu Nein. Ein Stück, bei dem Sie keines davon beurteilt haben, bleibt, wie es ist. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Make the category</source>
        <translation>Kategorie anlegen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>ChangedController</name>
    <message>
        <source>Comparing with the former model</source>
        <translation>Vergleich mit dem früheren Modell</translation>
    </message>
</context>
<context>
    <name>ChangedDialog</name>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Wobei hat es seine Meinung geändert?</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Gained and lost</source>
        <translation>Gewonnen und verloren</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Better and worse beyond chance</source>
        <translation>Besser und schlechter, mehr als Zufall</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Open the song and play the seconds that speak most for the tag</source>
        <translation>Das Stück öffnen und die Sekunden spielen, die am meisten für das Tag sprechen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>Be asked about each of them in the window</source>
        <translation>Im Fenster nach jedem davon gefragt werden</translation>
    </message>
    <message>
        <source>The listed rows as a CSV file</source>
        <translation>Die aufgeführten Zeilen als CSV-Datei</translation>
    </message>
    <message>
        <source>Your decision on the tag of this song</source>
        <translation>Ihre Entscheidung über das Tag bei diesem Stück</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Tags</translation>
    </message>
    <message>
        <source>In blind mode nothing of it is shown: switch it off to see it.</source>
        <translation>Im Blindmodus wird davon nichts gezeigt: Schalten Sie ihn aus, um es zu sehen.</translation>
    </message>
    <message>
        <source>“{now}” says of no tag that you have not judged otherwise than “{before}”.</source>
        <translation>„{now}“ sagt bei keinem Tag, das Sie nicht beurteilt haben, etwas anderes als „{before}“.</translation>
    </message>
    <message>
        <source>“{now}” says otherwise than “{before}” of {n:# tag|# tags} that you have not judged.</source>
        <translation>„{now}“ sagt bei {n:# Tag|# Tags}, die Sie nicht beurteilt haben, etwas anderes als „{before}“.</translation>
    </message>
    <message>
        <source>Of {n:# judged tag|# judged tags} that changed, {agreeing} agree with your decisions now.</source>
        <translation>Von {n:# beurteilten Tag|# beurteilten Tags} mit Änderung stimmen jetzt {agreeing} Ihren Entscheidungen zu.</translation>
    </message>
    <message>
        <source>The {:# greatest change is|# greatest changes are} listed.</source>
        <translation>Aufgeführt {:ist die # größte Änderung|sind die # größten Änderungen}.</translation>
    </message>
    <message>
        <source>The most surprising comes first. Space plays and pauses.</source>
        <translation>Das Überraschendste steht zuerst. Die Leertaste spielt und hält an.</translation>
    </message>
    <message>
        <source>No tag could be compared on the same songs.</source>
        <translation>Kein Tag konnte bei denselben Stücken verglichen werden.</translation>
    </message>
    <message>
        <source>Of {n:# tag|# tags} none became better or worse by more than chance.</source>
        <translation>Von {n:# Tag|# Tags} wurde keines um mehr als Zufall besser oder schlechter.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>The arrow keys tell the values, + and − zoom; the menu key saves them.</source>
        <translation>Die Pfeiltasten nennen die Werte, + und − zoomen; die Menütaste speichert sie.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Werte speichern (CSV)…</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Als Bild speichern…</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>{} konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Als Bild speichern</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Werte speichern</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drawing, sharp at any size</source>
        <translation>Zeichnung, scharf in jeder Größe</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>ChordFilter</name>
    <message>
        <source>No category has the key {key}.</source>
        <translation>Keine Kategorie hat die Taste {key}.</translation>
    </message>
    <message>
        <source>The letter before no longer counts, so {key} did nothing.</source>
        <translation>Der Buchstabe davor zählt nicht mehr, darum tat {key} nichts.</translation>
    </message>
    <message>
        <source>No tag of “{category}” has the key {key}.</source>
        <translation>Kein Tag von „{category}“ hat die Taste {key}.</translation>
    </message>
    <message>
        <source>A digit says how strongly a tag holds, right after its two letters.</source>
        <translation>Eine Ziffer sagt, wie stark ein Tag gilt, gleich nach seinen zwei Buchstaben.</translation>
    </message>
    <message>
        <source>“{tag}”: intensity {level} of 9</source>
        <translation>„{tag}“: Stärke {level} von 9</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Unsaved library</source>
        <translation>Nicht gesicherte Bibliothek</translation>
    </message>
    <message>
        <source>Its decisions are only in this window now. Make room or bring its folder back and try again, or save it somewhere else.</source>
        <translation>Ihre Entscheidungen gibt es jetzt nur noch in diesem Fenster. Schaffen Sie Platz oder holen Sie den Ordner zurück und versuchen Sie es noch einmal, oder sichern Sie sie anderswo.</translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation>Anderswo sichern…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verlieren</translation>
    </message>
    <message>
        <source>{:Close and lose # decision|Close and lose # decisions}</source>
        <translation>{:Schließen und # Entscheidung verlieren|Schließen und # Entscheidungen verlieren}</translation>
    </message>
    <message>
        <source>Save the library</source>
        <translation>Die Bibliothek sichern</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotheken (*.db)</translation>
    </message>
</context>
<context>
    <name>CodebookController</name>
    <message>
        <source>Export the codebook</source>
        <translation>Das Codebuch exportieren</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation>Codebücher (*.json)</translation>
    </message>
    <message>
        <source>Words from a file</source>
        <translation>Wörter aus einer Datei</translation>
    </message>
    <message>
        <source>Codebooks and lists of words</source>
        <translation>Codebücher und Wortlisten</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>Codebuch</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Die Wörter filtern</translation>
    </message>
    <message>
        <source>Retired words, too</source>
        <translation>Auch stillgelegte</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Neues Tag…</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Neue Kategorie…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Add words…</source>
        <translation>Wörter hinzufügen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Words of a template or a file: you see first what of it is new</source>
        <translation>Wörter aus einer Vorlage oder Datei; Sie sehen zuerst, was davon neu ist</translation>
    </message>
    <message>
        <source>Write the words with keys and definitions, for another library or colleague</source>
        <translation>Die Wörter mit Tasten und Definitionen in eine Datei schreiben, für eine andere Bibliothek oder Kollegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓: move it. F2: rename. Enter: edit. Delete: retire.</source>
        <translation>Ziehen oder Alt+↑, Alt+↓: verschieben. F2: umbenennen. Enter: bearbeiten. Entf: stilllegen.</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} in {m:# category|# categories}, {k} retired</source>
        <translation>{n:# Tag|# Tags} in {m:# Kategorie|# Kategorien}, {k} stillgelegt</translation>
    </message>
    <message>
        <source>Songs were judged with it: retire it, or merge it into another</source>
        <translation>Stücke wurden danach beurteilt: stilllegen, oder mit einem anderen verschmelzen</translation>
    </message>
    <message>
        <source>{done}. Ctrl+Z takes it back.</source>
        <translation>{done}. Strg+Z macht es rückgängig.</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Andere Taste</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>The category&apos;s colour</source>
        <translation>Die Farbe der Kategorie</translation>
    </message>
    <message>
        <source>Words of which you said that they are unclear</source>
        <translation>Wörter, die Sie unklar genannt haben</translation>
    </message>
    <message>
        <source>Unclear words ({n})</source>
        <translation>Unklare Wörter ({n})</translation>
    </message>
    <message>
        <source>Booklet…</source>
        <translation>Heft…</translation>
    </message>
    <message>
        <source>All words with meaning, examples and history, to be read or printed</source>
        <translation>Alle Wörter mit Bedeutung, Beispielen und Verlauf, zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>Confused words…</source>
        <translation>Verwechselte Wörter…</translation>
    </message>
    <message>
        <source>Words that are taken for one another, and whether the ear tells them apart</source>
        <translation>Wörter, die verwechselt werden, und ob das Ohr sie unterscheidet</translation>
    </message>
</context>
<context>
    <name>CodebookTools</name>
    <message>
        <source>Save the booklet</source>
        <translation>Heft speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>Finding confused words</source>
        <translation>Verwechselte Wörter werden gesucht</translation>
    </message>
    <message>
        <source>It takes two songs that are “{one}” and not “{other}”, whose files are there.</source>
        <translation>Dazu braucht es zwei Stücke, die „{one}“ und nicht „{other}“ sind und deren Dateien da sind.</translation>
    </message>
</context>
<context>
    <name>CodebookTree</name>
    <message>
        <source>Categories and tags</source>
        <translation>Kategorien und Tags</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
</context>
<context>
    <name>ColleagueController</name>
    <message>
        <source>Open a request</source>
        <translation>Eine Anfrage öffnen</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Antworten senden</translation>
    </message>
    <message>
        <source>The folder with your songs</source>
        <translation>Der Ordner mit Ihren Stücken</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Eine Kollegin fragen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>The category&apos;s colour</source>
        <translation>Die Farbe der Kategorie</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>CompareChoice</name>
    <message>
        <source>Compare songs by</source>
        <translation>Stücke vergleichen nach</translation>
    </message>
    <message>
        <source>What songs are compared by</source>
        <translation>Wonach Stücke verglichen werden</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>das Modell in Gebrauch</translation>
    </message>
    <message>
        <source>What {model} hears</source>
        <translation>Was {model} hört</translation>
    </message>
    <message>
        <source>Timbre alone</source>
        <translation>Nur der Klang</translation>
    </message>
    <message>
        <source>What songs sound like, whatever is played: no model has learned it</source>
        <translation>Wie Stücke klingen, was auch gespielt wird: kein Modell hat es gelernt</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Measure of the plot</source>
        <translation>Maß der Grafik</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>My songs</source>
        <translation>Meine Stücke</translation>
    </message>
    <message>
        <source>The open song</source>
        <translation>Das offene Stück</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Mit Tabulatoren zwischen den Spalten, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Measures such as ROC-AUC, AP and MCC</source>
        <translation>Maße wie ROC-AUC, AP und MCC</translation>
    </message>
    <message>
        <source>These models have no word in common</source>
        <translation>Diese Modelle haben kein Wort gemeinsam</translation>
    </message>
    <message>
        <source>Say what their words mean in yours (Words…), or compare fewer of them.</source>
        <translation>Sagen Sie, was ihre Wörter in Ihren bedeuten (Wörter…), oder vergleichen Sie weniger Modelle.</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} von 100 Paaren</translation>
    </message>
    <message>
        <source>Songs: {}. Tags that every model has a word for: {}. For testing, a song that a model learned from was kept aside.</source>
        <translation>Stücke: {}. Tags, für die jedes Modell ein Wort hat: {}. Zum Prüfen wurde ein Stück, aus dem ein Modell gelernt hat, beiseitegelegt.</translation>
    </message>
    <message>
        <source>Could not be read: {}.</source>
        <translation>Nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Sie haben Ergebnisse dieser Stücke {} Mal angesehen: Ein immer wieder nach ihnen gewähltes Modell sieht besser aus, als es ist.</translation>
    </message>
    <message>
        <source>{} compared with {}: {}.</source>
        <translation>{} verglichen mit {}: {}.</translation>
    </message>
    <message>
        <source>WAUC of {} minus {}: {}.</source>
        <translation>WAUC von {} minus {}: {}.</translation>
    </message>
    <message>
        <source>{} alone, over all its own words: WAUC {}.</source>
        <translation>{} allein, über alle eigenen Wörter: WAUC {}.</translation>
    </message>
    <message>
        <source>Not compared: {}.</source>
        <translation>Nicht verglichen: {}.</translation>
    </message>
</context>
<context>
    <name>ComparisonPlot</name>
    <message>
        <source>Plot, means: {}</source>
        <translation>Grafik, Mittelwerte: {}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>{}: {} of {:# song|# songs}</source>
        <translation>{}: {} von {:# Stück|# Stücken}</translation>
    </message>
    <message>
        <source>Mean of {:# tag|# tags}, {:# song|# songs}</source>
        <translation>Mittel über {:# Tag|# Tags}, {:# Stück|# Stücke}</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Comparison by tag</source>
        <translation>Vergleich nach Tags</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Stücke mit dem Tag</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>keep what is here</source>
        <translation>behalten, was hier steht</translation>
    </message>
    <message>
        <source>take the file&apos;s decision</source>
        <translation>die Entscheidung der Datei nehmen</translation>
    </message>
    <message>
        <source>keep both, the file&apos;s under a name of its own</source>
        <translation>beide behalten, die der Datei unter eigenem Namen</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Decisions that contradict</source>
        <translation>Entscheidungen, die sich widersprechen</translation>
    </message>
    <message>
        <source>No decision of the file contradicts one that is here.</source>
        <translation>Keine Entscheidung der Datei widerspricht einer, die hier steht.</translation>
    </message>
    <message>
        <source>The first {shown} of {n} are listed. Enter opens a song.</source>
        <translation>Die ersten {shown} von {n} stehen in der Liste. Die Eingabetaste öffnet ein Stück.</translation>
    </message>
    <message>
        <source>Enter, or a double click, opens a song.</source>
        <translation>Die Eingabetaste oder ein Doppelklick öffnet ein Stück.</translation>
    </message>
    <message>
        <source>Where the two differ</source>
        <translation>Wo beide sich unterscheiden</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Your decisions are stored: each was saved as you made it. You can go on; if something looks odd, close RhythmCap and open it again. A report helps to find the fault; it stays on this computer until you send it to someone.</source>
        <translation>Ihre Entscheidungen sind gespeichert: jede wurde sofort gesichert. Sie können weiterarbeiten; wenn etwas seltsam aussieht, schließen Sie RhythmCap und öffnen Sie es wieder. Ein Bericht hilft, den Fehler zu finden; er bleibt auf diesem Rechner, bis Sie ihn jemandem schicken.</translation>
    </message>
    <message>
        <source>Log file: {}</source>
        <translation>Protokolldatei: {}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The report cannot be saved: {}</source>
        <translation>Der Bericht kann nicht gespeichert werden: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>CreatorsTable</name>
    <message>
        <source>Creators</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Name, Vorname</translation>
    </message>
    <message>
        <source>ORCID</source>
        <translation>ORCID</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>An organisation has one name, without a comma</source>
        <translation>Eine Organisation hat einen Namen ohne Komma</translation>
    </message>
    <message>
        <source>Sixteen digits that name a scholar; may be left empty</source>
        <translation>Sechzehn Ziffern, die für eine Person stehen; kann leer bleiben</translation>
    </message>
    <message>
        <source>University or institute; may be left empty</source>
        <translation>Universität oder Institut; kann leer bleiben</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen person (Del)</source>
        <translation>Die gewählte Person entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>DecisionPairs</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Decisions on both songs</source>
        <translation>Entscheidungen zu beiden Stücken</translation>
    </message>
    <message>
        <source>{} (another ear)</source>
        <translation>{} (ein anderes Ohr)</translation>
    </message>
    <message>
        <source>Which decision on {} stays</source>
        <translation>Welche Entscheidung zu {} bleibt</translation>
    </message>
    <message>
        <source>left: {}</source>
        <translation>links: {}</translation>
    </message>
    <message>
        <source>right: {}</source>
        <translation>rechts: {}</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ ja</translation>
    </message>
    <message>
        <source>✕ no</source>
        <translation>✕ nein</translation>
    </message>
    <message>
        <source>? unsure</source>
        <translation>? unsicher</translation>
    </message>
</context>
<context>
    <name>DeformStrip</name>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>All sliders back: nothing stays</source>
        <translation>Alle Regler zurück: nichts bleibt</translation>
    </message>
    <message>
        <source>Hear the song as it is for a moment, to compare</source>
        <translation>Das Stück zum Vergleich kurz hören, wie es ist</translation>
    </message>
    <message>
        <source>No song is open</source>
        <translation>Kein Stück ist offen</translation>
    </message>
    <message>
        <source>Open one to play it.</source>
        <translation>Öffnen Sie eines, um es abzuspielen.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Kein Modell ist in Gebrauch</translation>
    </message>
    <message>
        <source>Choose one under Models to see scores.</source>
        <translation>Wählen Sie unter Modelle eines, um Werte zu sehen.</translation>
    </message>
    <message>
        <source>Blind mode covers the scores</source>
        <translation>Der Blindmodus verdeckt die Werte</translation>
    </message>
    <message>
        <source>You hear the deformation all the same.</source>
        <translation>Sie hören die Verformung trotzdem.</translation>
    </message>
    <message>
        <source>No scores</source>
        <translation>Keine Werte</translation>
    </message>
    <message>
        <source>The model listens …</source>
        <translation>Das Modell hört zu …</translation>
    </message>
    <message>
        <source>Move a slider: you hear it at once, and see which scores move.</source>
        <translation>Bewegen Sie einen Regler: Sie hören es sofort und sehen, welche Werte sich bewegen.</translation>
    </message>
    <message>
        <source>No score moves by {} or more with {}.</source>
        <translation>Kein Wert bewegt sich um {} oder mehr bei {}.</translation>
    </message>
    <message>
        <source>“{}” rises by {}</source>
        <translation>„{}“ steigt um {}</translation>
    </message>
    <message>
        <source>“{}” falls by {}</source>
        <translation>„{}“ fällt um {}</translation>
    </message>
    <message>
        <source>{} with {}.</source>
        <translation>{} bei {}.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>Zu hören ist nichts: Es gibt keine Tonausgabe.</translation>
    </message>
    <message>
        <source>{} by “{}”; grey: as it is, blue: deformed. Nothing of it is kept.</source>
        <translation>{} von „{}“; grau: wie es ist, blau: verformt. Nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Move a slider and see which scores move.</source>
        <translation>Bewegen Sie einen Regler und sehen Sie, welche Werte sich ändern.</translation>
    </message>
</context>
<context>
    <name>DepositContents</name>
    <message>
        <source>All annotators&apos;</source>
        <translation>Die aller Annotatoren</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Nur meine</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Without them only its card and its numbers on your songs go in</source>
        <translation>Ohne sie kommen nur seine Karte und seine Zahlen zu Ihren Stücken hinein</translation>
    </message>
    <message>
        <source>Checksums of the sound files</source>
        <translation>Prüfsummen der Klangdateien</translation>
    </message>
    <message>
        <source>Reads every file; others find out with it whether theirs are the same</source>
        <translation>Liest jede Datei; andere sehen damit, ob ihre dieselben sind</translation>
    </message>
    <message>
        <source>The model “{name}” goes in, with its weights.</source>
        <translation>Das Modell „{name}“ kommt mit seinen Gewichten hinein.</translation>
    </message>
    <message>
        <source>Card and numbers of the model “{name}” go in.</source>
        <translation>Karte und Zahlen des Modells „{name}“ kommen hinein.</translation>
    </message>
    <message>
        <source>Its weights, too</source>
        <translation>Auch seine Gewichte</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Klangdateien</translation>
    </message>
    <message>
        <source>They stay here: only their checksums go in.</source>
        <translation>Sie bleiben hier: Nur ihre Prüfsummen kommen hinein.</translation>
    </message>
</context>
<context>
    <name>DepositDialog</name>
    <message>
        <source>Prepare a deposit</source>
        <translation>Veröffentlichung vorbereiten</translation>
    </message>
    <message>
        <source>Where the folder of the deposit goes</source>
        <translation>Wohin der Ordner der Veröffentlichung kommt</translation>
    </message>
    <message>
        <source>Preparing the deposit</source>
        <translation>Die Veröffentlichung wird vorbereitet</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Counting what goes in</source>
        <translation>Der Inhalt wird gezählt</translation>
    </message>
    <message>
        <source>There is no song whose decisions could go in.</source>
        <translation>Es gibt kein Stück, dessen Entscheidungen hineinkämen.</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {n:# decision|# decisions} by {who:# annotator|# annotators} go in; no audio, no paths.</source>
        <translation>{songs:# Stück|# Stücke} und {n:# Entscheidung|# Entscheidungen} von {who:# Annotator|# Annotatoren} kommen hinein; kein Klang, keine Pfade.</translation>
    </message>
    <message>
        <source>It becomes a new folder, named after “{name}”.</source>
        <translation>Es wird ein neuer Ordner, benannt nach „{name}“.</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>Geben Sie ihr einen Titel.</translation>
    </message>
    <message>
        <source>Give it a version, such as 1.0.0.</source>
        <translation>Geben Sie ihr eine Version, etwa 1.0.0.</translation>
    </message>
    <message>
        <source>Write who made it.</source>
        <translation>Schreiben Sie, wer sie gemacht hat.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>“{orcid}” is no ORCID. Write it as 0000-0002-1825-0097, or leave it empty.</source>
        <translation>„{orcid}“ ist keine ORCID. Schreiben Sie sie wie 0000-0002-1825-0097, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Which music, why these tags, who judged, and how</source>
        <translation>Welche Musik, warum diese Tags, wer geurteilt hat und wie</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Prepare…</source>
        <translation>Vorbereiten…</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Free to use for all who name you (CC BY 4.0)</source>
        <translation>Frei für alle, die Sie nennen (CC BY 4.0)</translation>
    </message>
    <message>
        <source>Likewise, if what they make is as free (CC BY-SA 4.0)</source>
        <translation>Ebenso, wenn Neues daraus so frei ist (CC BY-SA 4.0)</translation>
    </message>
    <message>
        <source>For all who name you, not for profit (CC BY-NC 4.0)</source>
        <translation>Für alle, die Sie nennen, ohne Gewinn (CC BY-NC 4.0)</translation>
    </message>
    <message>
        <source>Not for profit, if what they make is as free (CC BY-NC-SA 4.0)</source>
        <translation>Ohne Gewinn, wenn Neues so frei ist (CC BY-NC-SA 4.0)</translation>
    </message>
    <message>
        <source>Free to use, without any condition (CC0 1.0)</source>
        <translation>Frei ohne jede Bedingung (CC0 1.0)</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>Was sie von sich sagt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Nichts schreiben (Esc)</translation>
    </message>
</context>
<context>
    <name>DisputeLine</name>
    <message>
        <source>I was right</source>
        <translation>Ich hatte recht</translation>
    </message>
    <message>
        <source>The decision stays, and is not asked about again</source>
        <translation>Die Entscheidung bleibt, und es wird nicht mehr danach gefragt</translation>
    </message>
    <message>
        <source>I was wrong</source>
        <translation>Ich lag falsch</translation>
    </message>
    <message>
        <source>The decision becomes the contrary</source>
        <translation>Die Entscheidung wird zum Gegenteil</translation>
    </message>
    <message>
        <source>The word is unclear</source>
        <translation>Das Wort ist unklar</translation>
    </message>
    <message>
        <source>It is left out of learning until you settle it in the codebook</source>
        <translation>Gelernt wird davon erst, wenn Sie es im Codebuch geklärt haben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>{tag}: you said yes, the model hears {score}.</source>
        <translation>{tag}: Sie sagten Ja, das Modell hört {score}.</translation>
    </message>
    <message>
        <source>{tag}: you said no, the model hears {score}.</source>
        <translation>{tag}: Sie sagten Nein, das Modell hört {score}.</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>The same recording twice</source>
        <translation>Dieselbe Aufnahme doppelt</translation>
    </message>
    <message>
        <source>Pairs of songs that sound alike</source>
        <translation>Paare von Stücken, die gleich klingen</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>These are different</source>
        <translation>Diese sind verschieden</translation>
    </message>
    <message>
        <source>Two recordings: never offer them again (undo takes it back)</source>
        <translation>Zwei Aufnahmen: nicht wieder anbieten (Rückgängig nimmt es zurück)</translation>
    </message>
    <message>
        <source>Pairs that sound alike: {}</source>
        <translation>Gleich klingende Paare: {}</translation>
    </message>
    <message>
        <source>No two songs are the same recording.</source>
        <translation>Keine zwei Stücke sind dieselbe Aufnahme.</translation>
    </message>
    <message>
        <source>One song with the decisions of both; one undo takes it back</source>
        <translation>Ein Stück mit den Entscheidungen beider; ein Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>{} ({} % alike)</source>
        <translation>{} ({} % gleich)</translation>
    </message>
    <message>
        <source>Two files of one song, such as a FLAC and an MP3 of it.</source>
        <translation>Zwei Dateien eines Stücks, etwa ein FLAC und ein MP3.</translation>
    </message>
    <message>
        <source>The one shown differs in places, perhaps in a note: listen to both before you join them.</source>
        <translation>Das gezeigte weicht stellenweise ab, vielleicht in einer Note: Hören Sie beide an, bevor Sie sie zusammenführen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leave the other pairs as they are (Esc)</source>
        <translation>Die anderen Paare so lassen (Esc)</translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Learn on another machine</source>
        <translation>Auf einem anderen Rechner lernen</translation>
    </message>
    <message>
        <source>A training bundle takes this round of learning there.</source>
        <translation>Ein Lernpaket bringt diesen Lernvorgang dorthin.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Schreiben…</translation>
    </message>
    <message>
        <source>Choose a name, and write the bundle</source>
        <translation>Einen Namen wählen und das Lernpaket schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Nichts schreiben (Esc)</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>etwa {size}; {free} sind frei</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>{n:# song|# songs}</source>
        <translation>{n:# Stück|# Stücken}</translation>
    </message>
    <message>
        <source>Learned there</source>
        <translation>Dort gelernt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Heard first</source>
        <translation>Zuerst gehört</translation>
    </message>
    <message>
        <source>Training bundle (*{})</source>
        <translation>Lernpaket (*{})</translation>
    </message>
    <message>
        <source>Packing {}</source>
        <translation>{} wird gepackt</translation>
    </message>
    <message>
        <source>the tags alone</source>
        <translation>die Tags allein</translation>
    </message>
    <message>
        <source>the tags and the sense of time</source>
        <translation>die Tags und der Zeitsinn</translation>
    </message>
    <message>
        <source>all of the network</source>
        <translation>das ganze Netz</translation>
    </message>
    <message>
        <source>It is one file with the model to start from, your decisions and what is heard of the songs; no sound, and no names of songs or artists. There, “rhythmcap train-bundle FILE” learns from it and writes a zip; Model ▸ Import a model… takes that in here.</source>
        <translation>Es ist eine Datei mit dem Modell, von dem ausgegangen wird, Ihren Entscheidungen und dem, was von den Stücken gehört wird; ohne Ton und ohne Namen von Stücken oder Künstlern. Dort lernt „rhythmcap train-bundle DATEI“ daraus und schreibt ein Zip; hier nimmt es Modell ▸ Ein Modell importieren… auf.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>{n:# song|# songs}; takes about {size} on this computer</source>
        <translation>{n:# Stück|# Stücke}; braucht etwa {size} auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Leave that out</source>
        <translation>Das weglassen</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Alle Stücke zeigen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>No songs yet</source>
        <translation>Noch keine Stücke</translation>
    </message>
    <message>
        <source>Drop files or a folder here.</source>
        <translation>Ziehen Sie Dateien oder einen Ordner hierher.</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or press {key} to add songs.</source>
        <translation>Ziehen Sie Dateien oder einen Ordner hierher, oder drücken Sie {key}, um Stücke hinzuzufügen.</translation>
    </message>
    <message>
        <source>Every song has tags</source>
        <translation>Jedes Stück hat Tags</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts zu prüfen</translation>
    </message>
    <message>
        <source>Nothing is unsure</source>
        <translation>Nichts ist unsicher</translation>
    </message>
    <message>
        <source>No file is missing</source>
        <translation>Keine Datei fehlt</translation>
    </message>
    <message>
        <source>No song matches “{query}”</source>
        <translation>Kein Stück passt zu „{query}“</translation>
    </message>
    <message>
        <source>“{query}” is not understood</source>
        <translation>„{query}“ wird nicht verstanden</translation>
    </message>
    <message>
        <source>Try fewer letters, or another word or tag.</source>
        <translation>Versuchen Sie es mit weniger Buchstaben, oder einem anderen Wort oder Tag.</translation>
    </message>
    <message>
        <source>No song at all matches “{part}”.</source>
        <translation>Zu „{part}“ passt überhaupt kein Stück.</translation>
    </message>
    <message>
        <source>Each part finds songs, but no song has all of them.</source>
        <translation>Jeder Teil findet Stücke, aber keines hat alle zugleich.</translation>
    </message>
    <message>
        <source>No song has all of this. Join the words with OR, or use fewer.</source>
        <translation>Kein Stück hat all das. Verbinden Sie die Wörter mit OR, oder nehmen Sie weniger.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hear “{tag}”</source>
        <translation>„{tag}“ hören</translation>
    </message>
    <message>
        <source>The model has no scores of this tag along the song</source>
        <translation>Das Modell hat für dieses Tag keine Werte entlang des Stücks</translation>
    </message>
    <message>
        <source>No other song that the model knows was judged so</source>
        <translation>Kein anderes Stück, das das Modell kennt, wurde so beurteilt</translation>
    </message>
    <message>
        <source>{start} to {end}, score {score}</source>
        <translation>{start} bis {end}, Wert {score}</translation>
    </message>
    <message>
        <source>{song}, similarity {similarity}, as loud as this song</source>
        <translation>{song}, Ähnlichkeit {similarity}, so laut wie dieses Stück</translation>
    </message>
    <message>
        <source>Reading the sounds</source>
        <translation>Die Klänge werden gelesen</translation>
    </message>
    <message>
        <source>Nothing to hear yet</source>
        <translation>Noch nichts zu hören</translation>
    </message>
    <message>
        <source>this song</source>
        <translation>dieses Stück</translation>
    </message>
    <message>
        <source>All as loud as this song</source>
        <translation>Alle so laut wie dieses Stück</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>The seconds that speak most for it</source>
        <translation>Die Sekunden, die am meisten dafür sprechen</translation>
    </message>
    <message>
        <source>The seconds that speak most against it</source>
        <translation>Die Sekunden, die am meisten dagegen sprechen</translation>
    </message>
    <message>
        <source>The nearest judged song with it</source>
        <translation>Das ähnlichste beurteilte Stück mit dem Tag</translation>
    </message>
    <message>
        <source>The nearest judged song without it</source>
        <translation>Das ähnlichste beurteilte Stück ohne das Tag</translation>
    </message>
    <message>
        <source>{start} to {end}; the score around them is {score}, without them {without}</source>
        <translation>{start} bis {end}; der Wert um sie herum ist {score}, ohne sie {without}</translation>
    </message>
    <message>
        <source>Looking for the exact seconds</source>
        <translation>Die genauen Sekunden werden gesucht</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Ja, das ist es: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>Nein, das ist es nicht: {song}</translation>
    </message>
    <message>
        <source>Space, held: hear it · A, held: the open song, as loud</source>
        <translation>Leertaste halten: anhören · A halten: das offene Stück, gleich laut</translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>An example of which tag?</source>
        <translation>Ein Beispiel für welches Tag?</translation>
    </message>
    <message>
        <source>Enter: it is one · Shift+Enter: it is not</source>
        <translation>Eingabe: Das ist es · Umschalt+Eingabe: Das ist es nicht</translation>
    </message>
</context>
<context>
    <name>ExamplePlayback</name>
    <message>
        <source>Read an example</source>
        <translation>Beispiel lesen</translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>{title} – click to take it off the list</source>
        <translation>{title} – ein Klick nimmt es von der Liste</translation>
    </message>
    <message>
        <source>Take {title} off the list</source>
        <translation>{title} von der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export decisions</source>
        <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>All annotators&apos;</source>
        <translation>Die aller Annotatoren</translation>
    </message>
    <message>
        <source>Paths as seen from the file</source>
        <translation>Pfade von der Datei aus gesehen</translation>
    </message>
    <message>
        <source>For a file that moves together with the songs, such as on a drive</source>
        <translation>Für eine Datei, die mit den Stücken umzieht, etwa auf einem Laufwerk</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Ordner wählen, in den geschrieben wird</translation>
    </message>
    <message>
        <source>No format is known.</source>
        <translation>Kein Format ist bekannt.</translation>
    </message>
    <message>
        <source>Not kept by this format:</source>
        <translation>Dieses Format behält nicht:</translation>
    </message>
    <message>
        <source>All that was decided is kept.</source>
        <translation>Von den Entscheidungen bleibt alles erhalten.</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Nichts schreiben (Esc)</translation>
    </message>
    <message>
        <source>A column with the song&apos;s caption</source>
        <translation>Eine Spalte mit der Aufzählung der Tags</translation>
    </message>
    <message>
        <source>The song&apos;s tags, also those that the model predicts, as you would list them</source>
        <translation>Die Tags des Stücks, auch die vom Modell vorhergesagten, so wie Sie sie aufzählen würden</translation>
    </message>
</context>
<context>
    <name>FacetButton</name>
    <message>
        <source>Click: songs with it · Alt+click: songs without it</source>
        <translation>Klick: Stücke damit · Alt+Klick: Stücke ohne</translation>
    </message>
    <message>
        <source>{count:# more has|# more have} it in a part only: right click</source>
        <translation>{count:# weiteres hat|# weitere haben} es nur in einem Abschnitt: Rechtsklick</translation>
    </message>
    <message>
        <source>Songs with it</source>
        <translation>Stücke damit</translation>
    </message>
    <message>
        <source>Songs without it</source>
        <translation>Stücke ohne</translation>
    </message>
    <message>
        <source>Songs with it in a part</source>
        <translation>Stücke mit ihm in einem Abschnitt</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>How many of these songs have each tag</source>
        <translation>Wie viele dieser Stücke jedes Tag haben</translation>
    </message>
    <message>
        <source>Tags of these songs</source>
        <translation>Tags dieser Stücke</translation>
    </message>
</context>
<context>
    <name>FaultsPage</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows that are not read</source>
        <translation>Zeilen, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all of these rows, for a spreadsheet</source>
        <translation>Alle diese Zeilen kopieren, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Every row of the file was read.</source>
        <translation>Jede Zeile der Datei wurde gelesen.</translation>
    </message>
    <message>
        <source>{n:#|#} rows do not come in, or not as they stand; the first {shown:#|#} are listed.</source>
        <translation>{n:#|#} Zeilen kommen nicht oder nicht so herein, wie sie dastehen; die ersten {shown:#|#} stehen in der Liste.</translation>
    </message>
    <message>
        <source>{n:This row does|These # rows do} not come in, or not as {n:it stands|they stand}; the rest does.</source>
        <translation>{n:Diese Zeile kommt|Diese # Zeilen kommen} nicht oder nicht so herein, wie {n:sie dasteht|sie dastehen}; alle anderen schon.</translation>
    </message>
    <message>
        <source>rows not read.csv</source>
        <translation>nicht gelesene Zeilen.csv</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>File and field</source>
        <translation>Datei und Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Choose into which field of the files the tags of a category go. Then you see every change before it is made.

Only your yes on whole songs is written. All else in the files stays as it is, and what was there can be brought back.</source>
        <translation>Wählen Sie, in welches Feld der Dateien die Tags einer Kategorie kommen. Dann sehen Sie jede Änderung, bevor sie gemacht wird.

Geschrieben wird nur Ihr Ja zu ganzen Stücken. Alles andere in den Dateien bleibt, wie es ist, und was da stand, lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>The files say all of it already.</source>
        <translation>In den Dateien steht schon alles.</translation>
    </message>
    <message>
        <source>Nothing that was written is left to be taken back.</source>
        <translation>Es ist nichts Geschriebenes mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would change.</source>
        <translation>{n:# Datei würde sich|# Dateien würden sich} ändern.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would have former tags again.</source>
        <translation>{n:# Datei hätte|# Dateien hätten} wieder die früheren Tags.</translation>
    </message>
    <message>
        <source>{n:# cannot|# cannot} be written.</source>
        <translation>{n:# lässt sich|# lassen sich} nicht schreiben.</translation>
    </message>
    <message>
        <source>… and {n:# more file|# more files}</source>
        <translation>… und {n:# weitere Datei|# weitere Dateien}</translation>
    </message>
    <message>
        <source>“Take back…” shows what was written, and brings the former tags back.</source>
        <translation>„Zurücknehmen…“ zeigt, was geschrieben wurde, und holt die früheren Tags zurück.</translation>
    </message>
    <message>
        <source>another program has changed it since</source>
        <translation>ein anderes Programm hat es seither geändert</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Bleibt, wie es ist: {reason}</translation>
    </message>
</context>
<context>
    <name>FileTagsDialog</name>
    <message>
        <source>Write tags to files</source>
        <translation>Tags in Dateien schreiben</translation>
    </message>
    <message>
        <source>Keep the files&apos; times</source>
        <translation>Zeiten der Dateien behalten</translation>
    </message>
    <message>
        <source>Programs that go by the time do not notice the change then</source>
        <translation>Programme, die nach der Zeit gehen, bemerken die Änderung dann nicht</translation>
    </message>
    <message>
        <source>Stop after this file; what is written stays</source>
        <translation>Nach dieser Datei anhalten; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Show what was written into these songs&apos; files before</source>
        <translation>Zeigen, was früher in die Dateien dieser Stücke geschrieben wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# Datei wurde|# Dateien wurden} geschrieben.</translation>
    </message>
    <message>
        <source>{n:# file has|# files have} former tags again.</source>
        <translation>{n:# Datei hat|# Dateien haben} wieder die früheren Tags.</translation>
    </message>
    <message>
        <source>{n:# was|# were} left alone.</source>
        <translation>{n:# blieb|# blieben}, wie sie {n:war|waren}.</translation>
    </message>
    <message>
        <source>In {n:# file|# files} a field was left alone.</source>
        <translation>In {n:# Datei|# Dateien} blieb ein Feld, wie es war.</translation>
    </message>
    <message>
        <source>Stopped: {n:# is|# are} left.</source>
        <translation>Angehalten: {n:# ist|# sind} übrig.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Write {n:# file|# files}</source>
        <translation>{n:# Datei|# Dateien} schreiben</translation>
    </message>
    <message>
        <source>Take back in {n:# file|# files}</source>
        <translation>In {n:# Datei|# Dateien} zurücknehmen</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>nicht geschrieben</translation>
    </message>
    <message>
        <source>Field for {category}</source>
        <translation>Feld für {category}</translation>
    </message>
    <message>
        <source>A field that players show, or a name of your own</source>
        <translation>Ein Feld, das Abspielprogramme zeigen, oder ein eigener Name</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Copying the library</source>
        <translation>Die Bibliothek wird kopiert</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Stücke hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Eine Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open a library, or name a new one</source>
        <translation>Eine Bibliothek öffnen oder eine neue benennen</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotheken (*.db)</translation>
    </message>
    <message>
        <source>Name a new library</source>
        <translation>Eine neue Bibliothek benennen</translation>
    </message>
    <message>
        <source>Searching in {}</source>
        <translation>Suche in {}</translation>
    </message>
    <message>
        <source>Checking the file of every song</source>
        <translation>Die Datei jedes Stücks wird geprüft</translation>
    </message>
    <message>
        <source>Comparing songs of the same length</source>
        <translation>Gleich lange Stücke werden verglichen</translation>
    </message>
    <message>
        <source>Reading the copies</source>
        <translation>Die Kopien werden gelesen</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>FilterDetail</name>
    <message>
        <source>Filter {number} of {n}</source>
        <translation>Filter {number} von {n}</translation>
    </message>
    <message>
        <source>, channel {channel}</source>
        <translation>, Kanal {channel}</translation>
    </message>
    <message>
        <source>weights from {low} to {high}, strength {strength}</source>
        <translation>Gewichte von {low} bis {high}, Stärke {strength}</translation>
    </message>
</context>
<context>
    <name>FilterGrid</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>The arrow keys go from filter to filter</source>
        <translation>Die Pfeiltasten gehen von Filter zu Filter</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>Which filters</source>
        <translation>Welche Filter</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
    <message>
        <source>The strongest first</source>
        <translation>Die stärksten zuerst</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>Reihenfolge der Filter</translation>
    </message>
    <message>
        <source>A scale for every filter</source>
        <translation>Eine Skala je Filter</translation>
    </message>
    <message>
        <source>Shows the shape of weak filters, too</source>
        <translation>Zeigt auch die Form schwacher Filter</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>Alle Filter</translation>
    </message>
</context>
<context>
    <name>FindMissing</name>
    <message>
        <source>Find missing files</source>
        <translation>Fehlende Dateien finden</translation>
    </message>
    <message>
        <source>A folder was moved or renamed. It was:</source>
        <translation>Ein Ordner wurde verschoben oder umbenannt. Er war:</translation>
    </message>
    <message>
        <source>Search a folder for songs with the very same sound</source>
        <translation>Unter einem Ordner Stücke suchen, die bis zum letzten Sample gleich klingen</translation>
    </message>
    <message>
        <source>Where the folder was</source>
        <translation>Wo der Ordner war</translation>
    </message>
    <message>
        <source>The folder to search in</source>
        <translation>Der Ordner, in dem gesucht wird</translation>
    </message>
    <message>
        <source>Choose the folder to search in</source>
        <translation>Den Ordner wählen, in dem gesucht wird</translation>
    </message>
    <message>
        <source>Search there</source>
        <translation>Dort suchen</translation>
    </message>
    <message>
        <source>Searching changes nothing</source>
        <translation>Suchen ändert nichts</translation>
    </message>
    <message>
        <source>One undo brings the former files back</source>
        <translation>Ein Rückgängig stellt die früheren Dateien wieder her</translation>
    </message>
    <message>
        <source>Use these files ({})</source>
        <translation>Diese Dateien benutzen ({})</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>Search in:</source>
        <translation>Suchen in:</translation>
    </message>
    <message>
        <source>Where the songs are now</source>
        <translation>Wo die Stücke jetzt sind</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Songs whose files are not there: {}</source>
        <translation>Stücke, deren Dateien fehlen: {}</translation>
    </message>
    <message>
        <source>Every song&apos;s file is where it was.</source>
        <translation>Die Datei jedes Stücks ist, wo sie war.</translation>
    </message>
    <message>
        <source>None of the missing songs was found there.</source>
        <translation>Keines der fehlenden Stücke wurde dort gefunden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Change nothing more (Esc)</source>
        <translation>Nichts weiter ändern (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>My songs</source>
        <translation>Meine Stücke</translation>
    </message>
    <message>
        <source>Choose a folder: songs stay where they are and are never changed.</source>
        <translation>Einen Ordner wählen: Die Stücke bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>Die Demo</translation>
    </message>
    <message>
        <source>Short songs composed for you, some of them tagged; heard at once.</source>
        <translation>Kurze, für Sie komponierte Stücke, einige davon getaggt; sofort zu hören.</translation>
    </message>
    <message>
        <source>A library that I have</source>
        <translation>Eine Bibliothek, die ich habe</translation>
    </message>
    <message>
        <source>Open its file, with all songs, tags and models in it.</source>
        <translation>Ihre Datei öffnen, mit allen Stücken, Tags und Modellen darin.</translation>
    </message>
    <message>
        <source>Begins with {:# word|# words}; choose others…</source>
        <translation>Beginnt mit {:# Wort|# Wörtern}; andere wählen…</translation>
    </message>
    <message>
        <source>with a model that knows recordings: {model}, {size} MB, {data}</source>
        <translation>mit einem Modell, das Aufnahmen kennt: {model}, {size} MB, {data}</translation>
    </message>
    <message>
        <source>{title} by {artist}</source>
        <translation>{title} von {artist}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Stücke werden hinzugefügt</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Listen, tag by ear, and let the machine learn your words</source>
        <translation>Hören, nach Gehör taggen, und die Maschine lernt Ihre Wörter</translation>
    </message>
    <message>
        <source>This library has no songs yet.</source>
        <translation>Diese Bibliothek hat noch keine Stücke.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Keine Bibliothek ist geöffnet.</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere on this window.</source>
        <translation>Oder Dateien und Ordner irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FlipOffers</name>
    <message>
        <source>“{new}” changed its mind about {n:# tag|# tags} in {songs:# song|# songs}.</source>
        <translation>„{new}“ hat es sich bei {n:# Tag|# Tags} in {songs:# Stück|# Stücken} anders überlegt.</translation>
    </message>
    <message>
        <source>Later: Model ▸ Go through what changed its mind ({key}).</source>
        <translation>Später: Modell ▸ Durchgehen, wo es seine Meinung geändert hat ({key}).</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>This tag has too few songs for a learning curve.</source>
        <translation>Dieses Tag hat zu wenige Stücke für eine Lernkurve.</translation>
    </message>
    <message>
        <source>Learning curve of {}</source>
        <translation>Lernkurve von {}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>gut genug</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>{n:# more song|# more songs}</source>
        <translation>{n:# Stück|# Stücke} mehr</translation>
    </message>
    <message>
        <source>fit, with its 95 % range</source>
        <translation>Anpassung mit 95-%-Bereich</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>{n:# song|# songs} with it</source>
        <translation>{n:# Stück|# Stücke} damit</translation>
    </message>
    <message>
        <source>measured: {} of 100 pairs</source>
        <translation>gemessen: {} von 100 Paaren</translation>
    </message>
    <message>
        <source>forecast: {pairs} ({low}–{high}) of 100 pairs</source>
        <translation>Prognose: {pairs} ({low}–{high}) von 100 Paaren</translation>
    </message>
</context>
<context>
    <name>ForecastController</name>
    <message>
        <source>Learning the tags from parts of the songs</source>
        <translation>Tags werden aus Teilen der Stücke gelernt</translation>
    </message>
</context>
<context>
    <name>ForecastDialog</name>
    <message>
        <source>How many more songs?</source>
        <translation>Wie viele Stücke noch?</translation>
    </message>
    <message>
        <source>Stopped: nothing is known yet.</source>
        <translation>Angehalten: Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Your decisions or the model have changed since then: forecast again.</source>
        <translation>Ihre Entscheidungen oder das Modell haben sich seitdem geändert: Berechnen Sie neu.</translation>
    </message>
    <message>
        <source>Ask me about this tag</source>
        <translation>Nach diesem Tag fragen</translation>
    </message>
    <message>
        <source>Judge it song by song (Enter in the list)</source>
        <translation>Stück für Stück beurteilen (Eingabetaste in der Liste)</translation>
    </message>
    <message>
        <source>Open in the codebook</source>
        <translation>Im Codebuch öffnen</translation>
    </message>
    <message>
        <source>Its meaning, when to use it, and sounding examples</source>
        <translation>Seine Bedeutung, wann es gilt, und klingende Beispiele</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Was als Nächstes zu beurteilen ist</translation>
    </message>
    <message>
        <source>Forecast again</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Learn the tags from parts of the songs once more</source>
        <translation>Die Tags noch einmal aus Teilen der Stücke lernen</translation>
    </message>
    <message>
        <source>Of no tag can a forecast be made yet.</source>
        <translation>Noch lässt sich für kein Tag etwas vorausberechnen.</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} more songs</source>
        <translation>{n:# Tag braucht|# Tags brauchen} mehr Stücke</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} a clearer definition</source>
        <translation>{n:# Tag braucht|# Tags brauchen} eine klarere Definition</translation>
    </message>
    <message>
        <source>for {n:# tag|# tags} it cannot be told yet</source>
        <translation>bei {n:# Tag|# Tags} ist es noch nicht zu sagen</translation>
    </message>
    <message>
        <source>It takes songs judged yes and songs judged no, beside those that the network was trained on. Judge some first.</source>
        <translation>Nötig sind Stücke mit Ja und Stücke mit Nein, andere als die, mit denen das Netz trainiert wurde. Beurteilen Sie zuerst einige.</translation>
    </message>
    <message>
        <source>All tags as a CSV file</source>
        <translation>Alle Tags als CSV-Datei</translation>
    </message>
    <message>
        <source>{n:# tag is|# tags are} good enough</source>
        <translation>{n:# Tag ist|# Tags sind} gut genug</translation>
    </message>
    <message>
        <source>Forecast on {when} from {n:# decision|# decisions} and what “{model}” hears. Every tag was learned from parts of the songs, whole artists at a time, and tested on others. It takes the songs to come to be like the present ones.</source>
        <translation>Prognose vom {when} aus {n:# Entscheidung|# Entscheidungen} und dem, was „{model}“ hört. Jedes Tag wurde aus Teilen der Stücke gelernt, ganze Künstler auf einmal, und an anderen geprüft. Sie nimmt an, dass weitere Stücke den vorhandenen gleichen.</translation>
    </message>
</context>
<context>
    <name>ForecastTable</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>With twice as many</source>
        <translation>Mit doppelt so vielen</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Was ihm fehlt</translation>
    </message>
    <message>
        <source>Songs judged yes</source>
        <translation>Mit Ja beurteilte Stücke</translation>
    </message>
    <message>
        <source>A forecast of the pairs with twice as many songs with it</source>
        <translation>Eine Prognose der Paare bei doppelt so vielen Stücken mit dem Tag</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Was den Tags fehlt</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Es war</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Missing songs and where they were found</source>
        <translation>Fehlende Stücke und wo sie gefunden wurden</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>noch nicht gesucht</translation>
    </message>
    <message>
        <source>folder or drive not there</source>
        <translation>Ordner oder Laufwerk fehlt</translation>
    </message>
    <message>
        <source>not found there</source>
        <translation>dort nicht gefunden</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Filter by word or meaning</source>
        <translation>Nach Wort oder Bedeutung filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>Wörter des Glossars</translation>
    </message>
    <message>
        <source>No word matches</source>
        <translation>Kein Wort passt</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Quelle: {}</translation>
    </message>
</context>
<context>
    <name>GrammarController</name>
    <message>
        <source>Looking for rules</source>
        <translation>Regeln werden gesucht</translation>
    </message>
    <message>
        <source>Looking what the rules imply</source>
        <translation>Es wird gesucht, was die Regeln ergeben</translation>
    </message>
</context>
<context>
    <name>GrammarDialog</name>
    <message>
        <source>Word grammar</source>
        <translation>Wortgrammatik</translation>
    </message>
    <message>
        <source>Which rules are listed</source>
        <translation>Welche Regeln aufgeführt sind</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Share (95 %)</source>
        <translation>Anteil (95 %)</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Accepted rules warn you and offer tags as you judge. They decide nothing.</source>
        <translation>Angenommene Regeln warnen Sie und bieten Tags an, während Sie urteilen. Sie entscheiden nichts.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Other tag</source>
        <translation>Anderes Tag</translation>
    </message>
    <message>
        <source>Rules between tags</source>
        <translation>Regeln zwischen Tags</translation>
    </message>
    <message>
        <source>Songs that follow it, of those that it speaks of</source>
        <translation>Stücke, die ihr folgen, von denen, um die es in ihr geht</translation>
    </message>
    <message>
        <source>How many follow it, with the 95 % range (Wilson)</source>
        <translation>Wie viele ihr folgen, mit dem Bereich von 95 % (Wilson)</translation>
    </message>
    <message>
        <source>Songs that break it: Enter lists them</source>
        <translation>Stücke, die ihr widersprechen: Eingabe führt sie auf</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Forget what was decided on it, or that it was written</source>
        <translation>Vergessen, was über sie entschieden wurde, oder dass sie geschrieben wurde</translation>
    </message>
    <message>
        <source>List the exceptions</source>
        <translation>Ausnahmen aufführen</translation>
    </message>
    <message>
        <source>The songs that break it, in the song list, to hear</source>
        <translation>Die Stücke, die ihr widersprechen, in der Liste, zum Hören</translation>
    </message>
    <message>
        <source>Apply to songs…</source>
        <translation>Auf Stücke anwenden…</translation>
    </message>
    <message>
        <source>What accepted rules imply for the selected songs, or all of the list; you see it first</source>
        <translation>Was angenommene Regeln für die ausgewählten Stücke oder alle der Liste ergeben; Sie sehen es zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>To decide on ({})</source>
        <translation>Zu entscheiden ({})</translation>
    </message>
    <message>
        <source>Accepted ({})</source>
        <translation>Angenommen ({})</translation>
    </message>
    <message>
        <source>Dismissed ({})</source>
        <translation>Verworfen ({})</translation>
    </message>
    <message>
        <source>All ({})</source>
        <translation>Alle ({})</translation>
    </message>
    <message>
        <source>Judge more songs, with yes and with no, or write a rule yourself.</source>
        <translation>Beurteilen Sie mehr Stücke, mit Ja und mit Nein, oder schreiben Sie selbst eine Regel.</translation>
    </message>
    <message>
        <source>All rules that were found are decided on.</source>
        <translation>Über alle gefundenen Regeln ist entschieden.</translation>
    </message>
    <message>
        <source>No rule is accepted yet. Accept one that was found, or write one.</source>
        <translation>Noch ist keine Regel angenommen. Nehmen Sie eine gefundene an, oder schreiben Sie eine.</translation>
    </message>
    <message>
        <source>No rule is dismissed.</source>
        <translation>Keine Regel ist verworfen.</translation>
    </message>
</context>
<context>
    <name>GraphicsController</name>
    <message>
        <source>Installing for the graphics card</source>
        <translation>Für die Grafikkarte wird installiert</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>Eine Grafikkarte wird gesucht</translation>
    </message>
</context>
<context>
    <name>GraphicsDialog</name>
    <message>
        <source>Use my graphics card</source>
        <translation>Meine Grafikkarte benutzen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Delete what was installed; learning goes on without it</source>
        <translation>Löschen, was installiert wurde; gelernt wird weiter ohne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close; an installation stops and can go on later</source>
        <translation>Schließen; eine Installation hält an und kann später weitergehen</translation>
    </message>
    <message>
        <source>Stop; installing can go on from here later</source>
        <translation>Anhalten; die Installation kann später von hier weitergehen</translation>
    </message>
    <message>
        <source>The graphics card of this Mac is used already.</source>
        <translation>Die Grafikkarte dieses Macs wird bereits benutzt.</translation>
    </message>
    <message>
        <source>Nothing has to be installed.</source>
        <translation>Es muss nichts installiert werden.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Es wurde keine Grafikkarte von NVIDIA gefunden.</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but its driver does not answer.</source>
        <translation>Es gibt eine Karte von NVIDIA, aber ihr Treiber antwortet nicht.</translation>
    </message>
    <message>
        <source>Install or update NVIDIA&apos;s driver ({address}, or your system&apos;s package), restart the computer, and open this again.</source>
        <translation>Installieren oder erneuern Sie NVIDIAs Treiber ({address}, oder das Paket Ihres Systems), starten Sie den Rechner neu, und öffnen Sie dies noch einmal.</translation>
    </message>
    <message>
        <source>{card} cannot be used with driver {driver}.</source>
        <translation>{card} kann mit Treiber {driver} nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver ({address}), restart the computer, and open this again. Cards from before 2014 stay too old.</source>
        <translation>Erneuern Sie NVIDIAs Treiber ({address}), starten Sie den Rechner neu, und öffnen Sie dies noch einmal. Karten von vor 2014 bleiben zu alt.</translation>
    </message>
    <message>
        <source>What is installed for {card} is not complete.</source>
        <translation>Was für {card} installiert ist, ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It is not used. Installing goes on where it stopped; removing gives back its room.</source>
        <translation>Es wird nicht benutzt. Die Installation geht weiter, wo sie aufgehört hat; Entfernen gibt den Platz zurück.</translation>
    </message>
    <message>
        <source>{card} can learn for you.</source>
        <translation>{card} kann für Sie lernen.</translation>
    </message>
    <message>
        <source>RhythmCap learns on the processor. A card helps where the whole network is trained: one by NVIDIA with its driver installed, or a Mac with Apple&apos;s own chip. A round of learning can also be taken to another machine: Model ▸ Learn on another machine…</source>
        <translation>RhythmCap lernt auf dem Prozessor. Eine Karte hilft, wo das ganze Netz trainiert wird: eine von NVIDIA mit installiertem Treiber, oder ein Mac mit Apples eigenem Chip. Ein Lernvorgang lässt sich auch auf einen anderen Rechner mitnehmen: Modell ▸ Auf einem anderen Rechner lernen…</translation>
    </message>
    <message>
        <source>The network itself learns on {card}.</source>
        <translation>Das Netz selbst lernt auf {card}.</translation>
    </message>
    <message>
        <source>Where more than tags is learned, the sense of time or all of the network, it runs there in a process of its own; if that fails, the processor goes on. Tags alone are learned on the processor within seconds.</source>
        <translation>Wo mehr als Tags gelernt wird, der Zeitsinn oder das ganze Netz, geschieht es dort in einem eigenen Prozess; scheitert das, macht der Prozessor weiter. Tags allein lernt der Prozessor in Sekunden.</translation>
    </message>
    <message>
        <source>A second Python with PyTorch for CUDA is installed in the data folder and tried: a short song must get the processor&apos;s scores. From then on the network itself learns there. RhythmCap stays as it is, and all can be removed here again.</source>
        <translation>Ein zweites Python mit PyTorch für CUDA wird im Datenordner installiert und erprobt: Ein kurzes Stück muss dieselben Werte bekommen wie vom Prozessor. Von da an lernt das Netz selbst dort. RhythmCap bleibt, wie es ist, und alles lässt sich hier wieder entfernen.</translation>
    </message>
    <message>
        <source>driver {version}</source>
        <translation>Treiber {version}</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zu laden</translation>
    </message>
    <message>
        <source>about {size} while installing; {free} are free</source>
        <translation>etwa {size} während der Installation; frei sind {free}</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>nothing found: install uv (docs.astral.sh/uv) or Python 3.11</source>
        <translation>nichts gefunden: installieren Sie uv (docs.astral.sh/uv) oder Python 3.11</translation>
    </message>
    <message>
        <source>Installed by</source>
        <translation>Installiert durch</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept, and installing goes on from there.</source>
        <translation>Angehalten; was angekommen ist, bleibt, und die Installation geht von dort weiter.</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Weiter installieren</translation>
    </message>
    <message>
        <source>RhythmCap uses {card} already.</source>
        <translation>RhythmCap benutzt {card} schon.</translation>
    </message>
</context>
<context>
    <name>ImportLabelsDialog</name>
    <message>
        <source>Import decisions</source>
        <translation>Entscheidungen importieren</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reading the songs&apos; files</source>
        <translation>Dateien der Stücke werden gelesen</translation>
    </message>
    <message>
        <source>Counting what comes in</source>
        <translation>Es wird gezählt, was hereinkommt</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Rows not read</source>
        <translation>Nicht gelesene Zeilen</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Nichts ändern (Esc)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Take in what is shown; one undo takes all of it back</source>
        <translation>Aufnehmen, was gezeigt wird; einmal Rückgängig nimmt alles zurück</translation>
    </message>
    <message>
        <source>Choose a file or a folder, drop a file here, or read what stands in the songs&apos; own files. You see first what would come in, and nothing is changed before you say so.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner, legen Sie eine Datei hier ab, oder lesen Sie, was in den Dateien der Stücke steht. Sie sehen zuerst, was hereinkäme, und nichts ändert sich, bevor Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>ImportModelDialog</name>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>A .zip from a colleague, or .pth, .h5, .safetensors, .onnx</source>
        <translation>Eine .zip-Datei aus dem Kollegenkreis oder .pth, .h5, .safetensors, .onnx</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Finding out which network it is</source>
        <translation>Es wird festgestellt, welches Netz es ist</translation>
    </message>
    <message>
        <source>It fits this network.</source>
        <translation>Sie passt zu diesem Netz.</translation>
    </message>
    <message>
        <source>It fits several networks; choose one.</source>
        <translation>Sie passt zu mehreren Netzen; wählen Sie eines.</translation>
    </message>
    <message>
        <source>It fits no network that RhythmCap knows.</source>
        <translation>Sie passt zu keinem Netz, das RhythmCap kennt.</translation>
    </message>
    <message>
        <source>Typed or pasted below, one per line</source>
        <translation>Unten getippt oder eingefügt, eines je Zeile</translation>
    </message>
    <message>
        <source>as the weights were trained (recommended)</source>
        <translation>wie die Gewichte trainiert wurden (empfohlen)</translation>
    </message>
    <message>
        <source>as their README computes it</source>
        <translation>wie ihr README es rechnet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Gerechnet</translation>
    </message>
    <message>
        <source>Words, one per line</source>
        <translation>Wörter, eines je Zeile</translation>
    </message>
    <message>
        <source>{}; a word occurs twice</source>
        <translation>{}; ein Wort steht doppelt</translation>
    </message>
    <message>
        <source>A list of words, one per line</source>
        <translation>Eine Liste von Wörtern, eines je Zeile</translation>
    </message>
    <message>
        <source>It can be run. Made with {}.</source>
        <translation>Es lässt sich ausführen. Erzeugt mit {}.</translation>
    </message>
    <message>
        <source>It can be run.</source>
        <translation>Es lässt sich ausführen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Abgebrochen; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Which network is it?</source>
        <translation>Welches Netz ist es?</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>{:# word|# words}</source>
        <translation>{:# Wort|# Wörter}</translation>
    </message>
    <message>
        <source>{:# word|# words}; the file has {:# output|# outputs}</source>
        <translation>{:# Wort|# Wörter}; die Datei hat {:# Ausgang|# Ausgänge}</translation>
    </message>
    <message>
        <source>Text (*.txt *.csv);;All files (*)</source>
        <translation>Text (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>No songs were added yet.</source>
        <translation>Noch wurden keine Stücke hinzugefügt.</translation>
    </message>
    <message>
        <source>Progress of adding songs</source>
        <translation>Fortschritt beim Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop adding; the songs added so far stay</source>
        <translation>Aufhören; was schon da ist, bleibt</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Copy the list of files, with their reasons</source>
        <translation>Die Liste der Dateien mit ihren Gründen kopieren</translation>
    </message>
    <message>
        <source>Follow links</source>
        <translation>Verknüpfungen folgen</translation>
    </message>
    <message>
        <source>Add the songs, too, that the links lead to</source>
        <translation>Auch die Stücke hinzufügen, zu denen die Verknüpfungen führen</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Stücke werden hinzugefügt</translation>
    </message>
    <message>
        <source>Adding songs was cancelled</source>
        <translation>Das Hinzufügen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Songs added</source>
        <translation>Stücke hinzugefügt</translation>
    </message>
    <message>
        <source>No songs were added yet</source>
        <translation>Noch keine Stücke hinzugefügt</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>{} added</source>
        <translation>{} hinzugefügt</translation>
    </message>
    <message>
        <source>{} already there</source>
        <translation>{} schon da</translation>
    </message>
    <message>
        <source>{} could not be read</source>
        <translation>{} nicht lesbar</translation>
    </message>
    <message>
        <source>{} with a remark</source>
        <translation>{} mit einer Bemerkung</translation>
    </message>
    <message>
        <source>links out of the folder passed over: {}</source>
        <translation>Verknüpfungen aus dem Ordner hinaus übergangen: {}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>Files that could not be read, or have a remark</source>
        <translation>Dateien, die nicht gelesen werden konnten oder eine Bemerkung haben</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>A remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>ImportSource</name>
    <message>
        <source>No file is chosen yet</source>
        <translation>Noch ist keine Datei gewählt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Read the songs&apos; files</source>
        <translation>Dateien der Stücke lesen</translation>
    </message>
    <message>
        <source>Genre, mood, grouping and comment, as other programs wrote them there</source>
        <translation>Genre, Stimmung, Gruppierung und Kommentar, wie andere Programme sie dort geschrieben haben</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>found by what is in it</source>
        <translation>am Inhalt erkannt</translation>
    </message>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Tags in den Dateien der Stücke</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Entscheidungen importieren</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>IndexStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Let it listen</source>
        <translation>Anhören lassen</translation>
    </message>
    <message>
        <source>Listening to {:# song|# songs}…</source>
        <translation>{:# Stück wird|# Stücke werden} angehört…</translation>
    </message>
    <message>
        <source>Reading what is known of the songs…</source>
        <translation>Was von den Stücken bekannt ist, wird gelesen…</translation>
    </message>
    <message>
        <source>{:# song|# songs} compared</source>
        <translation>{:# Stück|# Stücke} verglichen</translation>
    </message>
    <message>
        <source>{:# is|# are} still being listened to</source>
        <translation>{:# wird|# werden} noch angehört</translation>
    </message>
    <message>
        <source>{:# was|# were} never listened to</source>
        <translation>{:# wurde|# wurden} noch nie angehört</translation>
    </message>
    <message>
        <source>{:# cannot be compared: its file is missing, silent or too short|# cannot be compared: their files are missing, silent or too short}</source>
        <translation>{:# lässt sich nicht vergleichen: die Datei fehlt, ist still oder zu kurz|# lassen sich nicht vergleichen: ihre Dateien fehlen, sind still oder zu kurz}</translation>
    </message>
</context>
<context>
    <name>InsideDialog</name>
    <message>
        <source>Inside {}</source>
        <translation>Im Inneren von {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>{} konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>No filters</source>
        <translation>Keine Filter</translation>
    </message>
    <message>
        <source>This network has no convolution that reads the sound. See the singular values of its other layers.</source>
        <translation>Dieses Netz hat keine Faltung, die den Klang liest. Sehen Sie sich die Singulärwerte seiner übrigen Schichten an.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Als Bild speichern…</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Werte speichern (CSV)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key.</source>
        <translation>Eine Aktion wählen, dann ihre neue Taste drücken.</translation>
    </message>
    <message>
        <source>none: taken by {categories}</source>
        <translation>keine: vergeben an {categories}</translation>
    </message>
    <message>
        <source>{} begins the tags of the category “{}”</source>
        <translation>{} beginnt die Tags der Kategorie „{}“</translation>
    </message>
    <message>
        <source>{} is the key of: {}</source>
        <translation>{} ist die Taste für: {}</translation>
    </message>
    <message>
        <source>{} from now on.</source>
        <translation>{} von jetzt an.</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>die Vorgabe</translation>
    </message>
    <message>
        <source>The default key from now on.</source>
        <translation>Von jetzt an die vorgegebene Taste.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Single letters work while no text field has the focus. Keys can be changed in the settings.</source>
        <translation>Einzelne Buchstaben wirken, solange kein Textfeld den Fokus hat. Tasten lassen sich in den Einstellungen ändern.</translation>
    </message>
</context>
<context>
    <name>LabelsController</name>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
</context>
<context>
    <name>LearnDock</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Progress of learning</source>
        <translation>Fortschritt des Lernens</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aus meinen Tags lernen</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Jetzt lernen</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Was den Tags fehlt</translation>
    </message>
    <message>
        <source>The new one stays in the library, under Models</source>
        <translation>Das neue bleibt in der Bibliothek, unter Modelle</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Ergebnis…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, with the songs it got wrong</source>
        <translation>Wie gut es ist, Tag für Tag, mit den Stücken, bei denen es irrte</translation>
    </message>
    <message>
        <source>Use it although it is worse</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Some tags cannot be learned yet</source>
        <translation>Einige Tags sind noch nicht lernbar</translation>
    </message>
    <message>
        <source>All tags can be learned</source>
        <translation>Alle Tags sind lernbar</translation>
    </message>
    <message>
        <source>Learned, not in the library yet: {}</source>
        <translation>Gelernt, noch nicht in der Bibliothek: {}</translation>
    </message>
    <message>
        <source>Teach a model your tags</source>
        <translation>Einem Modell Ihre Tags beibringen</translation>
    </message>
    <message>
        <source>It is added to the library as soon as the library can be written again.</source>
        <translation>Es kommt in die Bibliothek, sobald sie wieder beschreibbar ist.</translation>
    </message>
    <message>
        <source>It learns from all songs you have judged, in the background; go on tagging meanwhile.</source>
        <translation>Es lernt im Hintergrund aus allen Stücken, die Sie beurteilt haben; taggen Sie derweil weiter.</translation>
    </message>
    <message>
        <source>{:# tag|# tags} left out: too few songs judged.</source>
        <translation>{:# Tag|# Tags} ausgelassen: zu wenige Stücke beurteilt.</translation>
    </message>
    <message>
        <source>Too few songs to test how well it learned.</source>
        <translation>Zu wenige Stücke, um zu prüfen, wie gut es gelernt hat.</translation>
    </message>
    <message>
        <source>On {:# song|# songs} kept aside for testing it puts a right song above a wrong one in {} of 100 pairs.</source>
        <translation>Auf {:# Prüfstück|# Prüfstücken} stellt es in {} von 100 Paaren ein richtiges Stück über ein falsches.</translation>
    </message>
    <message>
        <source>The model before: {} of 100.</source>
        <translation>Das Modell davor: {} von 100.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Das neue Modell benutzen</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Das alte behalten</translation>
    </message>
    <message>
        <source>Learning from {:# song|# songs}</source>
        <translation>Lernt aus {:# Stück|# Stücken}</translation>
    </message>
    <message>
        <source>There is nothing to learn yet</source>
        <translation>Noch gibt es nichts zu lernen</translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation>Nichts wurde gelernt</translation>
    </message>
    <message>
        <source>Learning was cancelled</source>
        <translation>Das Lernen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Learned: {}</source>
        <translation>Gelernt: {}</translation>
    </message>
    <message>
        <source>The model is as it was.</source>
        <translation>Das Modell ist, wie es war.</translation>
    </message>
    <message>
        <source>{:# song|# songs} could not be read.</source>
        <translation>{:# Stück war|# Stücke waren} nicht lesbar.</translation>
    </message>
    <message>
        <source>In use: {}</source>
        <translation>In Gebrauch: {}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereitung…</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>noch etwa {}</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>Epoche {} von {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>It is used as soon as it has been compared with the model in use.</source>
        <translation>Es wird verwendet, sobald es mit dem verwendeten Modell verglichen ist.</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Wie viele Stücke noch?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Aus Lernkurven berechnen, was den Tags fehlt</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>my ear · {}</source>
        <translation>mein Ohr · {}</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>„{}“ ist jetzt in der Bibliothek, unter Modelle.</translation>
    </message>
    <message>
        <source>It is kept in {} and added as soon as the library can be written again. After a restart, “rhythmcap doctor --repair” adds it.</source>
        <translation>Es liegt in {} und kommt dazu, sobald die Bibliothek wieder beschreibbar ist. Nach einem Neustart fügt „rhythmcap doctor --repair“ es hinzu.</translation>
    </message>
    <message>
        <source>Learned from “{library}”: the new model is there when you open it.</source>
        <translation>Aus „{library}“ gelernt: Das neue Modell ist dort, sobald Sie sie öffnen.</translation>
    </message>
    <message>
        <source>The model was learned, but the library could not take it over.</source>
        <translation>Das Modell wurde gelernt, aber die Bibliothek konnte es nicht übernehmen.</translation>
    </message>
</context>
<context>
    <name>LearningCurve</name>
    <message>
        <source>The curve begins with the first epoch.</source>
        <translation>Die Kurve beginnt mit der ersten Epoche.</translation>
    </message>
    <message>
        <source>Learning curve: nothing yet</source>
        <translation>Lernkurve: noch nichts</translation>
    </message>
    <message>
        <source>Learning curve: epoch {}, loss {}</source>
        <translation>Lernkurve: Epoche {}, Verlust {}</translation>
    </message>
    <message>
        <source>loss {}</source>
        <translation>Verlust {}</translation>
    </message>
    <message>
        <source>WAUC on songs kept aside {}</source>
        <translation>WAUC auf Prüfstücken {}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>Epoche {} von {}</translation>
    </message>
    <message>
        <source>learned from {:# song|# songs}, {} kept aside</source>
        <translation>gelernt aus {:# Stück|# Stücken}, {:# Prüfstück|# Prüfstücke}</translation>
    </message>
    <message>
        <source>before {}</source>
        <translation>vorher {}</translation>
    </message>
    <message>
        <source>kept: epoch {}</source>
        <translation>behalten: Epoche {}</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Choose a song on the left</source>
        <translation>Links ein Stück wählen</translation>
    </message>
    <message>
        <source>or drop files and folders here.</source>
        <translation>oder Dateien und Ordner hier ablegen.</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analyse…</translation>
    </message>
    <message>
        <source>The picture appears once the song was read.</source>
        <translation>Das Bild erscheint, sobald das Stück gelesen ist.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>Das Modell hört zu…</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>Die Datei ist nicht mehr, wo sie war</translation>
    </message>
    <message>
        <source>Blind mode</source>
        <translation>Blindmodus</translation>
    </message>
    <message>
        <source>The model&apos;s guesses stay hidden until you have judged.</source>
        <translation>Die Vermutungen des Modells bleiben verdeckt, bis Sie geurteilt haben.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Kein Modell ist in Gebrauch</translation>
    </message>
    <message>
        <source>Choose one in the list of models, or learn one from your tags.</source>
        <translation>Eines in der Liste der Modelle wählen, oder aus Ihren Tags lernen.</translation>
    </message>
    <message>
        <source>No scores over time</source>
        <translation>Keine Werte im Verlauf</translation>
    </message>
    <message>
        <source>This model judges whole songs only.</source>
        <translation>Dieses Modell beurteilt nur ganze Stücke.</translation>
    </message>
    <message>
        <source>The model needs the file to listen to it</source>
        <translation>Das Modell braucht die Datei, um sie zu hören</translation>
    </message>
    <message>
        <source>{path}
Its tags are kept. Add it, or the folder it is in now, again.</source>
        <translation>{path}
Die Tags bleiben. Fügen Sie es, oder seinen jetzigen Ordner, neu hinzu.</translation>
    </message>
    <message>
        <source>Picture and guesses are covered; sound and tags go on. {key} or Esc uncovers them.</source>
        <translation>Bild und Vermutungen sind verdeckt; Klang und Tags gehen weiter. {key} oder Esc deckt sie auf.</translation>
    </message>
    <message>
        <source>Closed listening</source>
        <translation>Geschlossenes Hören</translation>
    </message>
</context>
<context>
    <name>LiveAlong</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Aus jeder Entscheidung lernen</translation>
    </message>
</context>
<context>
    <name>LiveLearning</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Aus jeder Entscheidung lernen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Ähnliche Stücke</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Drop songs and folders, a model or a file of decisions</source>
        <translation>Stücke und Ordner, ein Modell oder eine Datei mit Entscheidungen hier ablegen</translation>
    </message>
    <message>
        <source>Choose a model, or step with Tab on a search of your own, to rename it.</source>
        <translation>Wählen Sie ein Modell, oder gehen Sie mit Tab auf eine eigene Suche, um sie umzubenennen.</translation>
    </message>
    <message>
        <source>Deform</source>
        <translation>Verformen</translation>
    </message>
</context>
<context>
    <name>MapChoices</name>
    <message>
        <source>How songs are laid out</source>
        <translation>Wie Stücke angeordnet werden</translation>
    </message>
    <message>
        <source>Largest differences (PCA)</source>
        <translation>Größte Unterschiede (PCA)</translation>
    </message>
    <message>
        <source>Neighbourhoods (t-SNE)</source>
        <translation>Nachbarschaften (t-SNE)</translation>
    </message>
    <message>
        <source>What songs are coloured by</source>
        <translation>Wonach Stücke gefärbt werden</translation>
    </message>
    <message>
        <source>Your decisions on a tag</source>
        <translation>Ihr Urteil zu einem Tag</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Was das Modell hört</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Wo das Modell widerspricht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Choose the tag</source>
        <translation>Das Tag wählen</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Neu zeichnen</translation>
    </message>
    <message>
        <source>Lay all songs out again, with those that have come</source>
        <translation>Alle Stücke neu anordnen, auch die hinzugekommenen</translation>
    </message>
    <message>
        <source>Colour the map by which tag?</source>
        <translation>Nach welchem Tag färben?</translation>
    </message>
    <message>
        <source>Enter: the songs with this tag stand out</source>
        <translation>Eingabe: Stücke mit diesem Tag heben sich ab</translation>
    </message>
    <message>
        <source>Choose a tag…</source>
        <translation>Tag wählen…</translation>
    </message>
    <message>
        <source>Blind mode hides what the model makes of the songs.</source>
        <translation>Der Blindmodus verdeckt, was das Modell aus den Stücken macht.</translation>
    </message>
    <message>
        <source>Choose a tag: its songs stand out.</source>
        <translation>Wählen Sie ein Tag: seine Stücke heben sich ab.</translation>
    </message>
    <message>
        <source>The model in use does not know this tag.</source>
        <translation>Das Modell in Gebrauch kennt dieses Tag nicht.</translation>
    </message>
    <message>
        <source>Coloured by “{}”, which parts your songs most evenly; choose any tag.</source>
        <translation>Gefärbt nach „{}“, das Ihre Stücke am gleichmäßigsten teilt; wählen Sie ein beliebiges Tag.</translation>
    </message>
</context>
<context>
    <name>MapDock</name>
    <message>
        <source>How the map is made</source>
        <translation>Wie die Karte entsteht</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Was die Karte zeigt</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Alle Stücke zeigen</translation>
    </message>
    <message>
        <source>Laying the songs out…</source>
        <translation>Die Stücke werden angeordnet…</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Einen Augenblick…</translation>
    </message>
    <message>
        <source>{:# song that came since is|# songs that came since are} not on it.</source>
        <translation>{:# seither hinzugekommenes Stück ist|# seither hinzugekommene Stücke sind} nicht darauf.</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>Stücke werden danach verglichen, was ein Modell hört. Wählen Sie eines unter Modelle.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>Das Modell hat noch kein Stück angehört. Lassen Sie es unten anhören.</translation>
    </message>
    <message>
        <source>There is no map yet. Draw it again.</source>
        <translation>Es gibt noch keine Karte. Zeichnen Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Show these songs on the map</source>
        <translation>Diese Stücke auf der Karte zeigen</translation>
    </message>
</context>
<context>
    <name>MapPlot</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>The arrow keys go from song to song, Enter opens one, + and − zoom, 0 shows all</source>
        <translation>Die Pfeiltasten gehen von Stück zu Stück, Eingabe öffnet eines, + und − vergrößern und verkleinern, 0 zeigt alle</translation>
    </message>
</context>
<context>
    <name>MergeCategoryDialog</name>
    <message>
        <source>Merge “{category}”</source>
        <translation>„{category}“ verschmelzen</translation>
    </message>
    <message>
        <source>The category that stays</source>
        <translation>Die Kategorie, die bleibt</translation>
    </message>
    <message>
        <source>{n:Its tag goes|Its # tags go} there: {names}. No decision changes; a tag whose key is taken there gets another one.</source>
        <translation>{n:Ihr Tag kommt|Ihre # Tags kommen} dorthin: {names}. Keine Entscheidung ändert sich; ein Tag, dessen Taste dort vergeben ist, bekommt eine andere.</translation>
    </message>
    <message>
        <source>It has no tags.</source>
        <translation>Sie hat keine Tags.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verschmelzen</translation>
    </message>
    <message>
        <source>“{category}” becomes one with</source>
        <translation>„{category}“ wird eins mit</translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message>
        <source>Merge “{tag}”</source>
        <translation>„{tag}“ verschmelzen</translation>
    </message>
    <message>
        <source>The tag that stays</source>
        <translation>Das Tag, das bleibt</translation>
    </message>
    <message>
        <source>{category}: {tag}</source>
        <translation>{category}: {tag}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verschmelzen</translation>
    </message>
    <message>
        <source>“{tag}” becomes one with</source>
        <translation>„{tag}“ wird eins mit</translation>
    </message>
    <message>
        <source>Choose a tag; typing narrows the list.</source>
        <translation>Wählen Sie ein Tag; beim Tippen wird die Liste kürzer.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on “{tag}”, {m} of them on “{into}”, too. “{tag}” stays as another name of “{into}”.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} nach „{tag}“ beurteilt, {m} davon auch nach „{into}“. „{tag}“ bleibt als anderer Name von „{into}“.</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} a no from “the rest is no” gives way.</source>
        <translation>Bei {n:# Stück|# Stücken} weicht ein Nein aus „Der Rest ist Nein“.</translation>
    </message>
    <message>
        <source>that on “{into}”</source>
        <translation>die zu „{into}“</translation>
    </message>
    <message>
        <source>that on “{tag}”</source>
        <translation>die zu „{tag}“</translation>
    </message>
    <message>
        <source>yes, where either is yes; else that on “{into}”</source>
        <translation>ja, wo eine von beiden ja ist; sonst die zu „{into}“</translation>
    </message>
    <message>
        <source>neither: these songs become unsure</source>
        <translation>keine: diese Stücke werden unsicher</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} the two answers differ. Which one counts?</source>
        <translation>Bei {n:# Stück|# Stücken} widersprechen sich die Antworten. Welche zählt?</translation>
    </message>
    <message>
        <source>{tag} {state}, {into} {other}</source>
        <translation>{tag} {state}, {into} {other}</translation>
    </message>
</context>
<context>
    <name>MissingStrip</name>
    <message>
        <source>Find the folder…</source>
        <translation>Ordner finden…</translation>
    </message>
    <message>
        <source>Say where its folder is now, or search for it by its sound</source>
        <translation>Sagen, wo der Ordner jetzt ist, oder nach dem Klang suchen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>For a drive that was plugged in meanwhile</source>
        <translation>Für ein inzwischen angeschlossenes Laufwerk</translation>
    </message>
    <message>
        <source>Find the folder of this song</source>
        <translation>Den Ordner dieses Stücks suchen</translation>
    </message>
    <message>
        <source>Look again for this song</source>
        <translation>Noch einmal nach diesem Stück sehen</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>Die Datei ist nicht mehr, wo sie war</translation>
    </message>
    <message>
        <source>Its tags are kept, and more can be given.</source>
        <translation>Seine Tags bleiben erhalten, und es können weitere dazukommen.</translation>
    </message>
    <message>
        <source>Its file has changed</source>
        <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
        <source>It is read now, to know whether it is still the same sound.</source>
        <translation>Sie wird gerade gelesen, um zu wissen, ob es noch derselbe Klang ist.</translation>
    </message>
    <message>
        <source>Its file holds another sound now</source>
        <translation>Die Datei enthält jetzt eine andere Aufnahme</translation>
    </message>
    <message>
        <source>Its tags are kept. The other sound is a song of its own.</source>
        <translation>Die Tags bleiben erhalten. Die andere Aufnahme ist ein eigenes Stück.</translation>
    </message>
    <message>
        <source>Its folder or drive is not there</source>
        <translation>Sein Ordner oder Laufwerk ist nicht da</translation>
    </message>
    <message>
        <source>Plug the drive in, or find where the folder is now. Its tags are kept.</source>
        <translation>Schließen Sie das Laufwerk an, oder suchen Sie, wo der Ordner jetzt ist. Die Tags bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card: {}</source>
        <translation>Modellkarte: {}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Measures, and technical facts such as the checksum</source>
        <translation>Maße und technische Angaben wie die Prüfsumme</translation>
    </message>
    <message>
        <source>How well, by tag</source>
        <translation>Wie gut, nach Tags</translation>
    </message>
    <message>
        <source>Its {:# word|# words}</source>
        <translation>{:Sein # Wort|Seine # Wörter}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Aufsatz</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>Gut in</translation>
    </message>
    <message>
        <source>How well</source>
        <translation>Wie gut</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>{window} s at once, the next {hop} s later; {n:# number|# numbers} for each</source>
        <translation>{window} s auf einmal, das nächste Fenster {hop} s später; {n:# Zahl|# Zahlen} für jedes</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Ausgegangen von</translation>
    </message>
    <message>
        <source>WAUC</source>
        <translation>WAUC</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Wie es lernte</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erzeugt mit</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Hineinsehen…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>Seine Filter als Bilder, und wie viele davon es braucht</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>How well it knows your tags, as one page</source>
        <translation>Wie gut es Ihre Tags kennt, als eine Seite</translation>
    </message>
</context>
<context>
    <name>ModelCardTable</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>Auf Prüfstücken</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>How well, by tag</source>
        <translation>Wie gut, nach Tags</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Predict with this model from now on</source>
        <translation>Von jetzt an mit diesem Modell vorhersagen</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Ergebnis…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, and on which songs</source>
        <translation>Wie gut es ist, Tag für Tag, und bei welchen Stücken</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Karte…</translation>
    </message>
    <message>
        <source>All that is known of this model</source>
        <translation>Alles, was über dieses Modell bekannt ist</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>The marked models (Ctrl+click) on the same songs; one alone is compared with the model in use</source>
        <translation>Die markierten Modelle (Strg+Klick) auf denselben Stücken; ein einzelnes wird mit dem benutzten verglichen</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Wörter…</translation>
    </message>
    <message>
        <source>What this model&apos;s words mean in mine</source>
        <translation>Was die Wörter dieses Modells in meinen bedeuten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give this model another name</source>
        <translation>Diesem Modell einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>As a zip for a colleague, or as ONNX</source>
        <translation>Als zip für Kollegen, oder als ONNX</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove the model with its file</source>
        <translation>Das Modell samt Datei entfernen</translation>
    </message>
    <message>
        <source>Pairs right</source>
        <translation>Paare richtig</translation>
    </message>
    <message>
        <source>On songs kept aside for testing; a dash where it was not tested: see its result</source>
        <translation>Auf Prüfstücken; ein Strich, wo nicht geprüft wurde: siehe Ergebnis</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>It knows no words yet: start from it under Learn</source>
        <translation>Es kennt noch keine Wörter: beginnen Sie unter „Lernen“ mit ihm</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>A model from a file or a colleague&apos;s zip</source>
        <translation>Ein Modell aus einer Datei oder dem zip von Kollegen</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Modell holen…</translation>
    </message>
    <message>
        <source>Download one that was trained on real music</source>
        <translation>Eines herunterladen, das auf echter Musik trainiert wurde</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>{} · recommended to learn from</source>
        <translation>{} · als Anfang fürs Lernen empfohlen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Ein Modell entfernen</translation>
    </message>
    <message>
        <source>Remove {}? Its file and its predictions go, too; your tags stay.</source>
        <translation>{} entfernen? Datei und Vorhersagen gehen mit; Ihre Tags bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Hineinsehen…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>Seine Filter als Bilder, und wie viele davon es braucht</translation>
    </message>
</context>
<context>
    <name>ModelOfferBar</name>
    <message>
        <source>Get it</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>It stays under Models, to be used or learned from</source>
        <translation>Es bleibt unter „Modelle“, zum Benutzen und als Anfang fürs Lernen</translation>
    </message>
    <message>
        <source>It can be got later, under Models</source>
        <translation>Es lässt sich später unter „Modelle“ holen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>“{}” has arrived</source>
        <translation>„{}“ ist da</translation>
    </message>
    <message>
        <source>Getting {}</source>
        <translation>{} wird geholt</translation>
    </message>
    <message>
        <source>Get a model that knows recordings ({} MB)</source>
        <translation>Ein Modell holen, das Aufnahmen kennt ({} MB)</translation>
    </message>
    <message>
        <source>It is the one recommended to learn from. Use it now?</source>
        <translation>Es ist der empfohlene Anfang fürs Lernen. Jetzt benutzen?</translation>
    </message>
    <message>
        <source>{network}, licence {licence}, trained on the recordings of {data}: a better start for your words</source>
        <translation>{network}, Lizenz {licence}, mit {data} trainiert: besserer Anfang für Ihre Wörter</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>Getting {}</source>
        <translation>{} wird geholt</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>Listening to my songs</source>
        <translation>Hört meine Stücke</translation>
    </message>
    <message>
        <source>Reading the result</source>
        <translation>Liest das Ergebnis</translation>
    </message>
    <message>
        <source>Open a song to see it as each model hears it.</source>
        <translation>Ein Stück öffnen, um zu sehen, wie jedes Modell es hört.</translation>
    </message>
    <message>
        <source>Listening to the open song</source>
        <translation>Das offene Stück wird gehört</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>{} exportieren</translation>
    </message>
    <message>
        <source>For a colleague (*.zip);;ONNX, for other programs (*.onnx)</source>
        <translation>Für Kollegen (*.zip);;ONNX, für andere Programme (*.onnx)</translation>
    </message>
    <message>
        <source>“{}” is in the library now. Use it, or compare it with yours, under Models.</source>
        <translation>„{}“ ist jetzt in der Bibliothek. Unter Modelle können Sie es benutzen oder mit Ihrem vergleichen.</translation>
    </message>
    <message>
        <source>“{}” is in the library now. It knows no words yet: start from it under Learn.</source>
        <translation>„{}“ ist jetzt in der Bibliothek. Es kennt noch keine Wörter: beginnen Sie unter „Lernen“ mit ihm.</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Die Gewichte werden gelesen</translation>
    </message>
    <message>
        <source>Estimating its size</source>
        <translation>Die Größe wird geschätzt</translation>
    </message>
</context>
<context>
    <name>NewLibraryDialog</name>
    <message>
        <source>New library “{name}”</source>
        <translation>Neue Bibliothek „{name}“</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Which words shall it begin with? All of them can be renamed, moved, merged and deleted later, and others added.</source>
        <translation>Mit welchen Wörtern soll sie beginnen? Alle lassen sich später umbenennen, verschieben, verschmelzen und löschen, und andere kommen dazu.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note on this song</source>
        <translation>Notiz zu diesem Stück</translation>
    </message>
    <message>
        <source>Saved as you pause. Esc returns to tagging.</source>
        <translation>Wird in Schreibpausen gespeichert. Esc kehrt zum Taggen zurück.</translation>
    </message>
    <message>
        <source>Note on the selected songs</source>
        <translation>Notiz zu den gewählten Stücken</translation>
    </message>
    <message>
        <source>Saved as you leave it, with one undo. Esc returns to tagging.</source>
        <translation>Wird beim Verlassen gespeichert, mit einem Rückgängig. Esc kehrt zum Taggen zurück.</translation>
    </message>
    <message>
        <source>Different notes; what you write is added to each</source>
        <translation>Verschiedene Notizen; was Sie schreiben, kommt zu jeder hinzu</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Das Geschriebene im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>All messages since the start, with their details</source>
        <translation>Alle Meldungen seit dem Start, mit ihren Einzelheiten</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Ursache, Datei, Abhilfe und technische Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>{:# message|# messages}</source>
        <translation>{:# Meldung|# Meldungen}</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Ursache, Datei, Abhilfe und technische Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>NoticesView</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Nichts zu melden.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>It is in the log, too: {}</source>
        <translation>Es steht auch im Protokoll: {}</translation>
    </message>
    <message>
        <source>RhythmCap ended unexpectedly the last time.</source>
        <translation>RhythmCap wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>Every decision made until then is stored. Copy details for a report.</source>
        <translation>Alle Entscheidungen bis dahin sind gespeichert. Einzelheiten kopieren, um zu berichten.</translation>
    </message>
    <message>
        <source>{}: done</source>
        <translation>{}: fertig</translation>
    </message>
    <message>
        <source>{}: did not work</source>
        <translation>{}: hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>OnnxFields</name>
    <message>
        <source>The rate it was trained at, in Hz</source>
        <translation>Die Rate, mit der es trainiert wurde, in Hz</translation>
    </message>
    <message>
        <source>as long as the window</source>
        <translation>so lang wie das Fenster</translation>
    </message>
    <message>
        <source>RhythmCap tries the file on noise and on silence. It knows no words; start from it when you learn from your tags.</source>
        <translation>RhythmCap probiert die Datei an Rauschen und an Stille aus. Sie kennt keine Wörter; beginnen Sie mit ihr, wenn Sie aus Ihren Tags lernen.</translation>
    </message>
    <message>
        <source>the waveform</source>
        <translation>die Wellenform</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie die Datei es sagt</translation>
    </message>
    <message>
        <source>how many seconds?</source>
        <translation>wie viele Sekunden?</translation>
    </message>
    <message>
        <source>Sampling rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Its window is {} s at this rate.</source>
        <translation>Sein Fenster ist bei dieser Rate {} s lang.</translation>
    </message>
    <message>
        <source>the log-mel spectrogram “{}”</source>
        <translation>das Log-Mel-Spektrogramm „{}“</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the whole song</source>
        <translation>Übersicht über das ganze Stück</translation>
    </message>
    <message>
        <source>Click to go there, drag to choose the seconds that are shown below</source>
        <translation>Klick springt dorthin, Ziehen wählt die unten gezeigten Sekunden</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>not judged: nothing is known</source>
        <translation>nicht beurteilt: man weiß nichts</translation>
    </message>
    <message>
        <source>no, where the song has any decision</source>
        <translation>nein, wo das Stück überhaupt beurteilt wurde</translation>
    </message>
    <message>
        <source>Whose decisions they are</source>
        <translation>Wessen Entscheidungen es sind</translation>
    </message>
    <message>
        <source>Take the {n:note|# notes} on songs, too</source>
        <translation>Auch die {n:Notiz|# Notizen} zu Stücken nehmen</translation>
    </message>
    <message>
        <source>The file names: {names}.</source>
        <translation>Die Datei nennt: {names}.</translation>
    </message>
    <message>
        <source>All are by {names}.</source>
        <translation>Alle sind von {names}.</translation>
    </message>
    <message>
        <source>The file names {n:# annotator|# annotators}.</source>
        <translation>Die Datei nennt {n:# Annotator|# Annotatoren}.</translation>
    </message>
    <message>
        <source>me ({name})</source>
        <translation>mir ({name})</translation>
    </message>
    <message>
        <source>me</source>
        <translation>mir</translation>
    </message>
    <message>
        <source>are added</source>
        <translation>kommen hinzu</translation>
    </message>
    <message>
        <source>change a decision that is here</source>
        <translation>ändern eine Entscheidung, die hier steht</translation>
    </message>
    <message>
        <source>take the place of a no from “the rest is no”</source>
        <translation>treten an die Stelle eines Nein aus „Der Rest ist Nein“</translation>
    </message>
    <message>
        <source>are here already</source>
        <translation>stehen hier schon</translation>
    </message>
    <message>
        <source>contradict a decision that is here (see Conflicts)</source>
        <translation>widersprechen einer Entscheidung, die hier steht (siehe Konflikte)</translation>
    </message>
    <message>
        <source>are on songs that were not found or confirmed (see Songs)</source>
        <translation>gelten Stücken, die nicht gefunden oder bestätigt sind (siehe Stücke)</translation>
    </message>
    <message>
        <source>are on words that are left out (see Words)</source>
        <translation>gelten Wörtern, die wegbleiben (siehe Wörter)</translation>
    </message>
    <message>
        <source>are decided again by a later row, which counts</source>
        <translation>werden von einer späteren Zeile noch einmal entschieden; diese gilt</translation>
    </message>
    <message>
        <source>are on regions that are cut off where the song ends</source>
        <translation>betreffen Abschnitte, die am Ende des Stücks abgeschnitten werden</translation>
    </message>
    <message>
        <source>are on regions behind the end of the song, and are left out</source>
        <translation>betreffen Abschnitte nach dem Ende des Stücks und werden ausgelassen</translation>
    </message>
    <message>
        <source>are in this file</source>
        <translation>stehen in dieser Datei</translation>
    </message>
    <message>
        <source>Of the decisions</source>
        <translation>Von den Entscheidungen</translation>
    </message>
    <message>
        <source>A tag that the file does not give for a song means</source>
        <translation>Ein Tag, das die Datei einem Stück nicht gibt, heißt</translation>
    </message>
    <message>
        <source>“No” is right for closed lists only, in which every song was judged on every word; from what is not judged nothing is learned.</source>
        <translation>„Nein“ ist nur bei geschlossenen Listen richtig, in denen jedes Stück auf jedes Wort beurteilt wurde; aus nicht Beurteiltem wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Decisions without a name are by</source>
        <translation>Entscheidungen ohne Namen sind von</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Keep this file</source>
        <translation>Diese Datei behalten</translation>
    </message>
    <message>
        <source>The other file stays on the disk and is remembered</source>
        <translation>Die andere Datei bleibt auf der Platte und wird gemerkt</translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation>{} behalten</translation>
    </message>
    <message>
        <source>{} · {} · {:g} kHz · {} ch</source>
        <translation>{} · {} · {:g} kHz · {} K.</translation>
    </message>
    <message>
        <source>{} (not there now) in {}</source>
        <translation>{} (jetzt nicht da) in {}</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message>
        <source>Decisions of both; where they differ, choose which one stays:</source>
        <translation>Entscheidungen beider; wo sie sich unterscheiden, wählen, welche bleibt:</translation>
    </message>
</context>
<context>
    <name>PairsDialog</name>
    <message>
        <source>Confused words</source>
        <translation>Verwechselte Wörter</translation>
    </message>
    <message>
        <source>Word A</source>
        <translation>Wort A</translation>
    </message>
    <message>
        <source>Word B</source>
        <translation>Wort B</translation>
    </message>
    <message>
        <source>Test the ear</source>
        <translation>Ohr prüfen</translation>
    </message>
    <message>
        <source>Taken for one another more often than other words are, the most so first.</source>
        <translation>Häufiger verwechselt als andere Wörter, die am meisten verwechselten zuerst.</translation>
    </message>
    <message>
        <source>No two words are taken for one another so far. It takes a second opinion: songs heard again, another annotator, or a model. Any two words can be tested below.</source>
        <translation>Bisher werden keine zwei Wörter verwechselt. Dazu braucht es eine zweite Meinung: noch einmal gehörte Stücke, einen anderen Annotator oder ein Modell. Unten lassen sich beliebige zwei Wörter prüfen.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{n} your own</source>
        <translation>{n} eigene</translation>
    </message>
    <message>
        <source>{n} of others</source>
        <translation>{n} von anderen</translation>
    </message>
    <message>
        <source>{n} of the model</source>
        <translation>{n} des Modells</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Twelve times: is X like A or like B? About two minutes</source>
        <translation>Zwölfmal: Ist X wie A oder wie B? Etwa zwei Minuten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Taken for one another</source>
        <translation>Verwechselt</translation>
    </message>
    <message>
        <source>Your ear</source>
        <translation>Ihr Ohr</translation>
    </message>
    <message>
        <source>Of songs with one of the words alone: second opinions that say it is the other one</source>
        <translation>Von Stücken mit nur einem der Wörter: zweite Meinungen, nach denen es das andere ist</translation>
    </message>
    <message>
        <source>What the last listening test of the two has shown</source>
        <translation>Was der letzte Hörtest der beiden gezeigt hat</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} von {of}</translation>
    </message>
</context>
<context>
    <name>ParentChoice</name>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>The new model hears as this one does, and learns your tags</source>
        <translation>Das neue Modell hört wie dieses und lernt Ihre Tags</translation>
    </message>
    <message>
        <source>All models together</source>
        <translation>Alle Modelle zusammen</translation>
    </message>
    <message>
        <source>Slower, and a little better: your tags are learned from what all your models hear</source>
        <translation>Langsamer und etwas besser: Ihre Tags werden aus dem gelernt, was alle Ihre Modelle hören</translation>
    </message>
    <message>
        <source>{} (in use)</source>
        <translation>{} (in Gebrauch)</translation>
    </message>
    <message>
        <source>{} (recommended)</source>
        <translation>{} (empfohlen)</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Auf die Schleife zoomen</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Das ganze Stück zeigen</translation>
    </message>
    <message>
        <source>Scroll along while playing</source>
        <translation>Beim Abspielen mitlaufen</translation>
    </message>
    <message>
        <source>Otherwise the view moves on at its end</source>
        <translation>Sonst springt die Ansicht an ihrem Ende weiter</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Wie gemessen</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>PositionLabel</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>PretrainedDialog</name>
    <message>
        <source>Get a pretrained model</source>
        <translation>Ein trainiertes Modell holen</translation>
    </message>
    <message>
        <source>Filter by name, data or network</source>
        <translation>Nach Name, Daten oder Netz filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Get this model</source>
        <translation>Dieses Modell holen</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>„{}“ ist jetzt in der Bibliothek, unter Modelle.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Abgebrochen; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Public models</source>
        <translation>Öffentliche Modelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <source>{} · recommended</source>
        <translation>{} · empfohlen</translation>
    </message>
    <message>
        <source>In the library already</source>
        <translation>Schon in der Bibliothek</translation>
    </message>
    <message>
        <source>Its checksum is known and will be compared.</source>
        <translation>Seine Prüfsumme ist bekannt und wird verglichen.</translation>
    </message>
    <message>
        <source>Nobody has noted its checksum yet; what arrives is written into its card.</source>
        <translation>Seine Prüfsumme hat noch niemand notiert; was ankommt, steht dann in seiner Karte.</translation>
    </message>
    <message>
        <source>{:# word|# words}: {} …</source>
        <translation>{:# Wort|# Wörter}: {} …</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Zitieren als</translation>
    </message>
</context>
<context>
    <name>PrevalenceChart</name>
    <message>
        <source>How common the tag is over the years</source>
        <translation>Wie häufig das Tag über die Jahre ist</translation>
    </message>
    <message>
        <source>No song of this library has a year.</source>
        <translation>Kein Stück dieser Bibliothek hat ein Jahr.</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>adjusted count</source>
        <translation>berichtigte Zählung</translation>
    </message>
    <message>
        <source>predicted, do not cite</source>
        <translation>vorhergesagt, nicht zitieren</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>songs of 100</source>
        <translation>Stücke von 100</translation>
    </message>
    <message>
        <source>{n} of {songs} songs judged at random</source>
        <translation>{n} von {songs} Stücken zufällig gezogen und beurteilt</translation>
    </message>
    <message>
        <source>estimate: {}</source>
        <translation>Schätzung: {}</translation>
    </message>
    <message>
        <source>adjusted count: {}</source>
        <translation>berichtigte Zählung: {}</translation>
    </message>
</context>
<context>
    <name>PrevalenceDialog</name>
    <message>
        <source>How common is it?</source>
        <translation>Wie häufig ist es?</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Was als Nächstes zu beurteilen ist</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>How the songs are divided</source>
        <translation>Wie die Stücke eingeteilt sind</translation>
    </message>
    <message>
        <source>By decade</source>
        <translation>Nach Jahrzehnt</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
    <message>
        <source>By artist</source>
        <translation>Nach Künstler</translation>
    </message>
    <message>
        <source>By album</source>
        <translation>Nach Album</translation>
    </message>
    <message>
        <source>No song drawn at random is judged yet.</source>
        <translation>Noch ist kein zufällig gezogenes Stück beurteilt.</translation>
    </message>
    <message>
        <source>A queue of what to judge next draws some of its songs at random: judge these, and this window says how common your tags are.</source>
        <translation>Eine Folge dessen, was als Nächstes zu beurteilen ist, zieht einen Teil ihrer Stücke zufällig: Beurteilen Sie diese, dann steht hier, wie häufig Ihre Tags sind.</translation>
    </message>
    <message>
        <source>All tags and groups as a CSV file</source>
        <translation>Alle Tags und Gruppen als CSV-Datei</translation>
    </message>
    <message>
        <source>About {share} of 100 songs have the tag {tag}.</source>
        <translation>Etwa {share} von 100 Stücken haben das Tag {tag}.</translation>
    </message>
    <message>
        <source>It rests on {n:# song drawn at random and judged|# songs drawn at random and judged}, {yes} of them yes, for {songs:# song|# songs}</source>
        <translation>Das beruht auf {n:# zufällig gezogenen und beurteilten Stück|# zufällig gezogenen und beurteilten Stücken}, davon {yes} mit Ja, für {songs:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>and on scores of {model} that had not learned from them</source>
        <translation>und auf Werten von {model}, das nicht aus ihnen gelernt hatte</translation>
    </message>
    <message>
        <source>Judged before the draw and counted as judged: {}.</source>
        <translation>Vor der Ziehung beurteilt und so gezählt: {}.</translation>
    </message>
    <message>
        <source>Left unsure and not counted: {}.</source>
        <translation>Unsicher geblieben und nicht gezählt: {}.</translation>
    </message>
    <message>
        <source>Judged with the model&apos;s guess on screen, which may lead the ear: {}.</source>
        <translation>Mit der Vermutung des Modells auf dem Bildschirm beurteilt, was das Ohr lenken kann: {}.</translation>
    </message>
    <message>
        <source>Songs left out, as they have no such score: {}.</source>
        <translation>Weggelassene Stücke, da sie keinen solchen Wert haben: {}.</translation>
    </message>
    <message>
        <source>By {n:# song|# songs} from every tenth of the scores: {share} of 100 songs; the model puts {pairs} of 100 pairs in order.</source>
        <translation>Nach {n:# Stück|# Stücken} aus jedem Zehntel der Werte: {share} von 100 Stücken; das Modell ordnet {pairs} von 100 Paaren richtig.</translation>
    </message>
    <message>
        <source>Judged on other tags, but not on this one: {}.</source>
        <translation>Zu anderen Tags beurteilt, aber nicht zu diesem: {}.</translation>
    </message>
    <message>
        <source>{share} of 100 songs have the tag {tag}.</source>
        <translation>{share} von 100 Stücken haben das Tag {tag}.</translation>
    </message>
</context>
<context>
    <name>PrevalenceTable</name>
    <message>
        <source>Songs that the model has a score of</source>
        <translation>Stücke, von denen das Modell einen Wert hat</translation>
    </message>
    <message>
        <source>Songs of them drawn at random and judged yes or no</source>
        <translation>Davon zufällig gezogen und mit Ja oder Nein beurteilt</translation>
    </message>
    <message>
        <source>Prediction-powered (PPI++): the judged songs, made more precise by the scores of all songs; in brackets the 95 % range</source>
        <translation>Von Vorhersagen gestützt (PPI++): die beurteilten Stücke, genauer gemacht durch die Werte aller Stücke; in Klammern der Bereich von 95 %</translation>
    </message>
    <message>
        <source>The model&apos;s count, corrected for how often it errs on songs drawn at random from all groups: it takes a yes to sound alike in all of them</source>
        <translation>Die Zählung des Modells, berichtigt danach, wie oft es bei zufällig gezogenen Stücken aller Gruppen irrt: Sie setzt voraus, dass ein Ja überall gleich klingt</translation>
    </message>
    <message>
        <source>What the model alone calls a yes: it errs, do not cite it</source>
        <translation>Was allein das Modell ein Ja nennt: Es irrt, zitieren Sie das nicht</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Judged at random</source>
        <translation>Zufällig beurteilt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Of 100 songs</source>
        <translation>Von 100 Stücken</translation>
    </message>
    <message>
        <source>Adjusted count</source>
        <translation>Berichtigte Zählung</translation>
    </message>
    <message>
        <source>(Predicted: do not cite)</source>
        <translation>(Vorhergesagt: nicht zitieren)</translation>
    </message>
    <message>
        <source>How common the tag is in each group</source>
        <translation>Wie häufig das Tag in jeder Gruppe ist</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Alle Stücke</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>ProblemLabel</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>Was an der Suche nicht stimmt</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The library used last is not there: {}</source>
        <translation>Die zuletzt benutzte Bibliothek ist nicht da: {}</translation>
    </message>
    <message>
        <source>Plug its drive in, then open it from File ▸ Recent libraries.</source>
        <translation>Laufwerk anschließen, dann unter Datei ▸ Letzte Bibliotheken öffnen.</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>The curve begins with ten decisions that count.</source>
        <translation>Die Kurve beginnt mit zehn Entscheidungen, die zählen.</translation>
    </message>
    <message>
        <source>surprise (log loss)</source>
        <translation>Überraschung (Log-Loss)</translation>
    </message>
    <message>
        <source>pairs of 100 in order</source>
        <translation>Paare von 100 in Ordnung</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>after {n:# decision|# decisions}, the last {window} of them</source>
        <translation>nach {n:# Entscheidung|# Entscheidungen}, die letzten {window} davon</translation>
    </message>
    <message>
        <source>pairs of 100 in order: {}</source>
        <translation>Paare von 100 in Ordnung: {}</translation>
    </message>
    <message>
        <source>log loss: {}</source>
        <translation>Log-Loss: {}</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Is it getting better?</source>
        <translation>Wird es besser?</translation>
    </message>
    <message>
        <source>All tags together</source>
        <translation>Alle Tags zusammen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Pairs in order</source>
        <translation>Paare in Ordnung</translation>
    </message>
    <message>
        <source>Surprise (log loss)</source>
        <translation>Überraschung (Log-Loss)</translation>
    </message>
    <message>
        <source>Too few decisions count yet to tell.</source>
        <translation>Noch zählen zu wenige Entscheidungen, um das zu sagen.</translation>
    </message>
    <message>
        <source>Whether it became better cannot be told yet.</source>
        <translation>Ob es besser geworden ist, lässt sich noch nicht sagen.</translation>
    </message>
    <message>
        <source>It became better: its later predictions surprise less.</source>
        <translation>Es ist besser geworden: Seine späteren Vorhersagen überraschen weniger.</translation>
    </message>
    <message>
        <source>It became worse: its later predictions surprise more.</source>
        <translation>Es ist schlechter geworden: Seine späteren Vorhersagen überraschen mehr.</translation>
    </message>
    <message>
        <source>Neither better nor worse, as far as can be told.</source>
        <translation>Weder besser noch schlechter, soweit sich das sagen lässt.</translation>
    </message>
    <message>
        <source>Of 100 pairs of the last decisions {pairs} were in order.</source>
        <translation>Von 100 Paaren der letzten Entscheidungen waren {pairs} in Ordnung.</translation>
    </message>
    <message>
        <source>Each decision was predicted before it was made: {n:# decision counts|# decisions count}. Left out, as the guess was on screen: {left}. Judge blind, or songs drawn at random, and more count.</source>
        <translation>Jede Entscheidung wurde vorhergesagt, bevor sie fiel: {n:# Entscheidung zählt|# Entscheidungen zählen}. Ausgelassen, weil die Vermutung zu sehen war: {left}. Wer blind urteilt oder über zufällig gezogene Stücke, bei dem zählen mehr.</translation>
    </message>
    <message>
        <source>Decided for many songs at once, so not predicted one by one: {}.</source>
        <translation>Für viele Stücke auf einmal entschieden und darum nicht einzeln vorhergesagt: {}.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Was ihm fehlt</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Songs to judge</source>
        <translation>Zu beurteilen</translation>
    </message>
    <message>
        <source>Weak no</source>
        <translation>Schwaches Nein</translation>
    </message>
    <message>
        <source>What each tag needs</source>
        <translation>Was jedem Tag fehlt</translation>
    </message>
    <message>
        <source>Weak no: songs not judged on the tag count a little as no when it is learned.</source>
        <translation>Schwaches Nein: Nicht auf das Tag beurteilte Stücke zählen beim Lernen ein wenig als Nein.</translation>
    </message>
    <message>
        <source>Judge what is left of a category as no</source>
        <translation>Den Rest einer Kategorie als Nein beurteilen</translation>
    </message>
    <message>
        <source>Where you judged a tag of a category, its tags not judged become no:</source>
        <translation>Wo ein Tag einer Kategorie beurteilt ist, werden ihre nicht beurteilten Nein:</translation>
    </message>
    <message>
        <source>Open these songs as a list, to judge them on this tag</source>
        <translation>Diese Stücke als Liste öffnen, um sie auf dieses Tag hin zu beurteilen</translation>
    </message>
    <message>
        <source>The rest is no</source>
        <translation>Der Rest ist Nein</translation>
    </message>
    <message>
        <source>Songs not judged on {tag} are a weak no</source>
        <translation>Nicht auf {tag} beurteilte Stücke sind ein schwaches Nein</translation>
    </message>
    <message>
        <source>{category}: {songs:# song|# songs}</source>
        <translation>{category}: {songs:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>{n:# decision; one undo takes it back|# decisions; one undo takes them back}</source>
        <translation>{n:# Entscheidung; ein Rückgängig nimmt sie zurück|# Entscheidungen; ein Rückgängig nimmt sie zurück}</translation>
    </message>
</context>
<context>
    <name>ReadingBanner</name>
    <message>
        <source>Open for writing</source>
        <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
        <source>Works as soon as the other window is closed, or the folder can be written</source>
        <translation>Geht, sobald das andere Fenster geschlossen ist oder sich in den Ordner schreiben lässt</translation>
    </message>
    <message>
        <source>Reading only: you can listen, look and search here; tags, notes, songs and models cannot be changed.</source>
        <translation>Nur lesen: Hier können Sie hören, sehen und suchen; Tags, Notizen, Stücke und Modelle lassen sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>RecentTags</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>The tags you used last, at hand</source>
        <translation>Die zuletzt benutzten Tags, griffbereit</translation>
    </message>
    <message>
        <source>tags appear here as you use them</source>
        <translation>hier erscheinen die benutzten Tags</translation>
    </message>
    <message>
        <source>Recently used tags</source>
        <translation>Zuletzt benutzte Tags</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Click to loop it, drag it or an edge to move it, Delete removes it</source>
        <translation>Klick: als Schleife; Ziehen verschiebt es oder einen Rand; Entf entfernt es</translation>
    </message>
    <message>
        <source>Loop it</source>
        <translation>Als Schleife spielen</translation>
    </message>
    <message>
        <source>Move it to the loop</source>
        <translation>An die Schleife setzen</translation>
    </message>
    <message>
        <source>Remove “{tag}” here</source>
        <translation>„{tag}“ hier entfernen</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Which tag, from {start} to {end}?</source>
        <translation>Welches Tag, von {start} bis {end}?</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Enter: ja · Umschalt+Enter: nein · Alt+Enter: unsicher</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>What was read as what</source>
        <translation>Was als was gelesen wurde</translation>
    </message>
    <message>
        <source>All of it was read as it stands.</source>
        <translation>Alles wurde gelesen, wie es dasteht.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove “{title}” from the library?</source>
        <translation>„{title}“ aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>Remove {songs:1 song|# songs} from the library?</source>
        <translation>{songs:1 Stück|# Stücke} aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions}</source>
        <translation>{n:# Entscheidung|# Entscheidungen}</translation>
    </message>
    <message>
        <source>{n:# note|# notes}</source>
        <translation>{n:# Notiz|# Notizen}</translation>
    </message>
    <message>
        <source>{songs:With it goes|With them go}: {what}.</source>
        <translation>{songs:Damit geht|Damit gehen}: {what}.</translation>
    </message>
    <message>
        <source>No decision and no note is lost.</source>
        <translation>Keine Entscheidung und keine Notiz geht verloren.</translation>
    </message>
    <message>
        <source>No file on the disk is touched.</source>
        <translation>Keine Datei auf der Platte wird angerührt.</translation>
    </message>
    <message>
        <source>{songs:1 file lies|# files lie} in a watched folder and will not be added again unless you add it yourself.</source>
        <translation>{songs:1 Datei liegt in einem beobachteten Ordner und wird|# Dateien liegen in einem beobachteten Ordner und werden} nicht wieder hinzugefügt, außer Sie tun es selbst.</translation>
    </message>
    <message>
        <source>One undo brings all of it back.</source>
        <translation>Ein Rückgängig bringt alles zurück.</translation>
    </message>
    <message>
        <source>One undo ({key}) brings all of it back.</source>
        <translation>Ein Rückgängig ({key}) bringt alles zurück.</translation>
    </message>
</context>
<context>
    <name>RepairOffer</name>
    <message>
        <source>Damaged copy</source>
        <translation>Beschädigte Kopie</translation>
    </message>
    <message>
        <source>The copy of {} is damaged.</source>
        <translation>Die Kopie vom {} ist beschädigt.</translation>
    </message>
    <message>
        <source>The newest undamaged copy is of {}.</source>
        <translation>Die neueste unbeschädigte Kopie ist vom {}.</translation>
    </message>
    <message>
        <source>There is no undamaged copy.</source>
        <translation>Es gibt keine unbeschädigte Kopie.</translation>
    </message>
    <message>
        <source>RhythmCap can restore what can still be read of it, and lists what is lost. The copy itself is not changed.</source>
        <translation>RhythmCap kann wiederherstellen, was sich davon noch lesen lässt, und nennt, was verloren ist. Die Kopie selbst wird nicht verändert.</translation>
    </message>
    <message>
        <source>Restore the undamaged one</source>
        <translation>Die unbeschädigte wiederherstellen</translation>
    </message>
    <message>
        <source>RhythmCap can save all that can still be read of it, fill the gaps from the newest undamaged copy, and list what is lost. The damaged file is kept beside it.</source>
        <translation>RhythmCap kann retten, was sich noch lesen lässt, die Lücken aus der neuesten unbeschädigten Kopie füllen und nennen, was verloren ist. Die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Restore what can be read</source>
        <translation>Wiederherstellen, was lesbar ist</translation>
    </message>
    <message>
        <source>Damaged library</source>
        <translation>Beschädigte Bibliothek</translation>
    </message>
    <message>
        <source>The library {} is damaged.</source>
        <translation>Die Bibliothek {} ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>One page on how well “{}” knows your tags: for reading, for printing on A4, for an appendix. It needs no network, and tables with the same numbers lie beside it. Judged songs that the model has not learned from are scored first.</source>
        <translation>Eine Seite darüber, wie gut „{}“ Ihre Tags kennt: zum Lesen, zum Drucken auf A4, für einen Anhang. Sie braucht kein Netz, und Tabellen mit denselben Zahlen liegen daneben. Beurteilte Stücke, aus denen das Modell nicht gelernt hat, werden zuerst bewertet.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>How well “{}” knows these tags</source>
        <translation>Wie gut „{}“ diese Tags kennt</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Also a table of every song&apos;s scores</source>
        <translation>Auch eine Tabelle mit den Werten aller Stücke</translation>
    </message>
    <message>
        <source>With title and artist; leave it out where the songs shall not be named</source>
        <translation>Mit Titel und Künstler; weglassen, wo die Stücke nicht genannt werden sollen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Angehalten; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Nichts schreiben (Esc)</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>A colleague&apos;s request</source>
        <translation>Anfrage einer Kollegin</translation>
    </message>
    <message>
        <source>found before</source>
        <translation>schon gefunden</translation>
    </message>
    <message>
        <source>none is chosen yet</source>
        <translation>noch keiner gewählt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder with your songs</source>
        <translation>Den Ordner mit Ihren Stücken wählen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>{name} asks you to judge {n:# song|# songs}.</source>
        <translation>{name} bittet Sie, {n:# Stück|# Stücke} zu beurteilen.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Eine Kollegin</translation>
    </message>
    <message>
        <source>Tags: {}</source>
        <translation>Tags: {}</translation>
    </message>
    <message>
        <source>Blind: nobody&apos;s decisions and no guesses are shown.</source>
        <translation>Blind: Weder fremde Entscheidungen noch Vermutungen sind zu sehen.</translation>
    </message>
    <message>
        <source>{name}&apos;s decisions are shown beside yours, once you have made them.</source>
        <translation>Die Entscheidungen von {name} stehen neben Ihren, sobald Sie entschieden haben.</translation>
    </message>
    <message>
        <source>A library of its own is made for it beside the file; your own stays as it is.</source>
        <translation>Dafür entsteht neben der Datei eine eigene Bibliothek; Ihre bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{name} is who asks. Write your own name.</source>
        <translation>{name} stellt die Anfrage. Schreiben Sie Ihren eigenen Namen.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Folder with your songs</source>
        <translation>Ordner mit Ihren Stücken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>RestButton</name>
    <message>
        <source>✕ rest</source>
        <translation>✕ Rest</translation>
    </message>
    <message>
        <source>The rest of {category} is no</source>
        <translation>Der Rest von {category} ist nein</translation>
    </message>
    <message>
        <source>Tags of {category} that are not judged become no</source>
        <translation>Nicht beurteilte Tags von {category} werden nein</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore {}</source>
        <translation>{} wiederherstellen</translation>
    </message>
    <message>
        <source>Replace the library by the chosen copy; the present one is kept</source>
        <translation>Die Bibliothek durch die gewählte Kopie ersetzen; die jetzige bleibt erhalten</translation>
    </message>
    <message>
        <source>{} is missing. Choose one of these copies and former files to restore. If its drive is not plugged in, close this window and plug it in first.</source>
        <translation>{} fehlt. Wählen Sie eine dieser Kopien und früheren Dateien zum Wiederherstellen. Ist ihr Laufwerk nicht angeschlossen, schließen Sie dieses Fenster und zuerst das Laufwerk an.</translation>
    </message>
    <message>
        <source>A copy is made every day the library is used; the last ten stay, and one of each month. Restoring keeps the present library beside the restored one.</source>
        <translation>An jedem Tag, an dem die Bibliothek benutzt wird, entsteht eine Kopie; die letzten zehn bleiben, und eine je Monat. Beim Wiederherstellen bleibt die jetzige Bibliothek daneben erhalten.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Begin a new library</source>
        <translation>Neue Bibliothek beginnen</translation>
    </message>
    <message>
        <source>Start with an empty one; the copies stay</source>
        <translation>Mit einer leeren anfangen; die Kopien bleiben</translation>
    </message>
    <message>
        <source>Copy the library as it is</source>
        <translation>Die Bibliothek kopieren, wie sie ist</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>There is no copy of this library yet.</source>
        <translation>Von dieser Bibliothek gibt es noch keine Kopie.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>The library becomes what it was on {}: later decisions are only in the present one, which is kept beside it. Press again to restore.</source>
        <translation>Die Bibliothek wird, wie sie am {} war: Spätere Entscheidungen sind nur in der jetzigen, die daneben erhalten bleibt. Zum Wiederherstellen noch einmal drücken.</translation>
    </message>
    <message>
        <source>Yes, restore it</source>
        <translation>Ja, wiederherstellen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Copies of the library</source>
        <translation>Kopien der Bibliothek</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Nichts ändern (Esc)</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Result: {}</source>
        <translation>Ergebnis: {}</translation>
    </message>
    <message>
        <source>Choose a tag to see its songs.</source>
        <translation>Wählen Sie ein Tag, um seine Stücke zu sehen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Not tested on your songs yet</source>
        <translation>Auf Ihren Stücken noch nicht geprüft</translation>
    </message>
    <message>
        <source>Test it on all judged songs that it has not learned from.</source>
        <translation>Prüfen Sie es an allen beurteilten Stücken, aus denen es nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Measures such as AUC, F1 and MCC, and thresholds</source>
        <translation>Maße wie AUC, F1 und MCC, und Schwellen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Show and hide columns</source>
        <translation>Spalten zeigen und verbergen</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Mit Tabulatoren zwischen den Spalten, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The table as a CSV file</source>
        <translation>Die Tabelle als CSV-Datei</translation>
    </message>
    <message>
        <source>Test on my songs</source>
        <translation>An meinen Stücken prüfen</translation>
    </message>
    <message>
        <source>Listen to all judged songs that it has not learned from, and count them, too</source>
        <translation>Alle beurteilten Stücke, aus denen es nicht gelernt hat, hören und mitzählen</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Sie haben Ergebnisse dieser Stücke {} Mal angesehen: Ein immer wieder nach ihnen gewähltes Modell sieht besser aus, als es ist.</translation>
    </message>
    <message>
        <source>Puts a right song above a wrong one in {} of 100 pairs: {:# tag|# tags}, {:# song|# songs} by {:# artist|# artists}.</source>
        <translation>Stellt in {} von 100 Paaren ein richtiges Stück über ein falsches: {:# Tag|# Tags}, {:# Stück|# Stücke} von {:# Künstler|# Künstlern}.</translation>
    </message>
    <message>
        <source>Songs that it learned from count, too, so it looks better than it is.</source>
        <translation>Stücke, aus denen es gelernt hat, zählen mit; darum sieht es besser aus, als es ist.</translation>
    </message>
    <message>
        <source>For testing, each song was kept aside in turn: its score is by a model that had not learned from it.</source>
        <translation>Zum Prüfen wurde jedes Stück einmal beiseitegelegt: Sein Wert ist von einem Modell, das nicht aus ihm gelernt hatte.</translation>
    </message>
    <message>
        <source>It learned from {n:# of them; for testing, it was|# of them; for testing, they were} kept aside in turn.</source>
        <translation>Aus {n:# davon hat es gelernt; zum Prüfen wurde es|# davon hat es gelernt; zum Prüfen wurden sie} einmal beiseitegelegt.</translation>
    </message>
    <message>
        <source>Left out, as they were not kept aside: {}.</source>
        <translation>Weggelassen, weil nicht beiseitegelegt: {}.</translation>
    </message>
    <message>
        <source>Compared with the model before: {}.</source>
        <translation>Verglichen mit dem Modell davor: {}.</translation>
    </message>
    <message>
        <source>WAUC changed by {}; a tag not known before counts as .5.</source>
        <translation>Die WAUC änderte sich um {}; ein vorher unbekanntes Tag zählt .5.</translation>
    </message>
    <message>
        <source>When it learned, it was {} of 100: decisions have changed since.</source>
        <translation>Beim Lernen waren es {} von 100: Seitdem haben sich Entscheidungen geändert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>Geschrieben: {}</translation>
    </message>
    <message>
        <source>Tags it has no word for: {}.</source>
        <translation>Tags, für die es kein Wort hat: {}.</translation>
    </message>
    <message>
        <source>Songs without an artist count as one of their own: {}.</source>
        <translation>Stücke ohne Künstler zählen jedes wie von einem eigenen: {}.</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>All of it as one page, to read and to print</source>
        <translation>Alles als eine Seite, zum Lesen und Drucken</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Wobei hat es seine Meinung geändert?</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost since the model before</source>
        <translation>Tags, die Stücke seit dem Modell davor gewonnen und verloren haben</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Wie viele Stücke noch?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Aus Lernkurven berechnen, was den Tags fehlt</translation>
    </message>
</context>
<context>
    <name>ResultTree</name>
    <message>
        <source>Result for each tag</source>
        <translation>Ergebnis für jedes Tag</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>Auf Prüfstücken</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Paare, gezeichnet</translation>
    </message>
    <message>
        <source>Since before</source>
        <translation>Seit vorher</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Ausbeute</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>Der Balken ist der 95-%-Bereich; die gepunktete Linie ist Raten (50); der hohle Punkt ist das Modell davor.</translation>
    </message>
    <message>
        <source>Whether it is done better than by the model before, on the same songs</source>
        <translation>Ob es besser gelingt als dem Modell davor, auf denselben Stücken</translation>
    </message>
    <message>
        <source>AUC now minus before, on the same songs, with its 95 % range; a tag not known before counts as .5</source>
        <translation>AUC jetzt minus vorher, auf denselben Stücken, mit 95-%-Bereich; ein vorher unbekanntes Tag zählt .5</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} von 100 Paaren</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Change of AUC</source>
        <translation>Änderung der AUC</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Ja ab</translation>
    </message>
    <message>
        <source>90 % right from</source>
        <translation>90 % richtig ab</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Stücke mit dem Tag</translation>
    </message>
    <message>
        <source>You set it</source>
        <translation>Von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>Estimated; you can set it</source>
        <translation>Geschätzt; Sie können sie setzen</translation>
    </message>
    <message>
        <source>With its 95 % range</source>
        <translation>Mit seinem 95-%-Bereich</translation>
    </message>
    <message>
        <source>Own ear (F1)</source>
        <translation>Eigenes Ohr (F1)</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged again. Your second hearing, scored as the model is: F1 {second}. The model on the same songs: F1 {model}.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} noch einmal beurteilt. Ihr zweites Hören, gemessen wie das Modell: F1 {second}. Das Modell auf denselben Stücken: F1 {model}.</translation>
    </message>
    <message>
        <source>F1 of your own second judgments of the same songs: the ceiling, as no model can learn what an ear does not agree on with itself</source>
        <translation>F1 Ihrer eigenen zweiten Urteile über dieselben Stücke: die Obergrenze, denn worin ein Ohr sich selbst nicht einig ist, kann kein Modell lernen</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Was ihm fehlt</translation>
    </message>
    <message>
        <source>A forecast from its learning curve: see How many more songs?</source>
        <translation>Eine Prognose aus der Lernkurve: siehe Wie viele Stücke noch?</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Retire “{tag}”</source>
        <translation>„{tag}“ stilllegen</translation>
    </message>
    <message>
        <source>A retired tag is neither shown nor learned. Its decisions are kept, and come back with it when you restore it.</source>
        <translation>Ein stillgelegtes Tag wird weder gezeigt noch gelernt. Seine Entscheidungen bleiben erhalten und kommen mit ihm zurück.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on its {m:# tag|# tags}: {names}.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} nach {m:ihrem # Tag|ihren # Tags} beurteilt: {names}.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} beurteilt: {yes} ja, {no} nein, {unsure} unsicher.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure, {parts} only on a part.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} beurteilt: {yes} ja, {no} nein, {unsure} unsicher, {parts} nur in einem Abschnitt.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Open one song of the list first.</source>
        <translation>Öffnen Sie zuerst ein Stück der Liste.</translation>
    </message>
    <message>
        <source>Choosing what to judge next …</source>
        <translation>Es wird gewählt, was als Nächstes zu beurteilen ist …</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Judge song by song: which tag?</source>
        <translation>Stück für Stück beurteilen: welches Tag?</translation>
    </message>
    <message>
        <source>Enter: the songs of this search that are not judged on it, one after another</source>
        <translation>Enter: die Stücke dieser Suche, die darauf nicht beurteilt sind, eins nach dem anderen</translation>
    </message>
    <message>
        <source>Comparing annotators</source>
        <translation>Annotatoren vergleichen</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Zusammenrechnen</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Es wird geschätzt</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Loop for</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>No answer; the next question</source>
        <translation>Keine Antwort; die nächste Frage</translation>
    </message>
    <message>
        <source>The skipped ones again</source>
        <translation>Die übersprungenen noch einmal</translation>
    </message>
    <message>
        <source>Listen to them</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Alle Stücke</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to all songs</source>
        <translation>Zurück zu allen Stücken</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for the tag</source>
        <translation>Die Sekunden wiederholen, die am meisten für das Tag sprechen</translation>
    </message>
    <message>
        <source>Loop the seconds that speak least for the tag</source>
        <translation>Die Sekunden wiederholen, die am wenigsten für das Tag sprechen</translation>
    </message>
    <message>
        <source>Order of the songs</source>
        <translation>Reihenfolge der Stücke</translation>
    </message>
    <message>
        <source>least certain first</source>
        <translation>das Unsicherste zuerst</translation>
    </message>
    <message>
        <source>highest score first</source>
        <translation>der höchste Wert zuerst</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie in der Liste</translation>
    </message>
    <message>
        <source>Answer, and go to the next question</source>
        <translation>Antworten und zur nächsten Frage</translation>
    </message>
    <message>
        <source>The question before</source>
        <translation>Die Frage davor</translation>
    </message>
    <message>
        <source>Blind first</source>
        <translation>Erst blind</translation>
    </message>
    <message>
        <source>Cover what the model hears until you have answered, then show it</source>
        <translation>Verdecken, was das Modell hört, bis Sie geantwortet haben, und es dann zeigen</translation>
    </message>
    <message>
        <source>some of every score</source>
        <translation>einige jedes Werts</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>The tags that songs gained and lost, the most surprising first</source>
        <translation>Die Tags, die Stücke gewonnen und verloren haben, das Überraschendste zuerst</translation>
    </message>
</context>
<context>
    <name>RobustnessChoiceRows</name>
    <message>
        <source>middle {:.0f} s</source>
        <translation>Mitte, {:.0f} s</translation>
    </message>
    <message>
        <source>up to 5 minutes</source>
        <translation>bis 5 Minuten</translation>
    </message>
    <message>
        <source>learned ones, too</source>
        <translation>auch gelernte</translation>
    </message>
    <message>
        <source>Songs the model has learned from: its WAUC is too good on them, changes count</source>
        <translation>Stücke, aus denen das Modell gelernt hat: seine WAUC ist dort zu gut, die Änderungen gelten</translation>
    </message>
    <message>
        <source>No model here knows words: learn, or get one (Models).</source>
        <translation>Kein Modell hier kennt Wörter: lernen Sie, oder holen Sie eines (Modelle).</translation>
    </message>
    <message>
        <source>Tick at least one deformation.</source>
        <translation>Haken Sie mindestens eine Verformung an.</translation>
    </message>
    <message>
        <source>There is no such song. Judge some, or choose other songs.</source>
        <translation>Es gibt kein solches Stück. Beurteilen Sie welche, oder wählen Sie andere Stücke.</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# beurteiltes Stück|# beurteilte Stücke}</translation>
    </message>
    <message>
        <source>{:# selected song|# selected songs}</source>
        <translation>{:# ausgewähltes Stück|# ausgewählte Stücke}</translation>
    </message>
    <message>
        <source>all, {:# song|# songs}</source>
        <translation>alle, {:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Of each song</source>
        <translation>Von jedem Stück</translation>
    </message>
    <message>
        <source>Of 30 seconds there is no excerpt of 30 seconds: take more of each song.</source>
        <translation>Von 30 Sekunden gibt es keinen Ausschnitt von 30 Sekunden: nehmen Sie mehr von jedem Stück.</translation>
    </message>
</context>
<context>
    <name>RobustnessController</name>
    <message>
        <source>Deforming songs, and listening to them</source>
        <translation>Verformt Stücke und hört sie an</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
</context>
<context>
    <name>RobustnessDialog</name>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>Hört es auf die Musik oder auf das Mastering?</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>Werte bewegen sich um</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Reihenfolge bleibt</translation>
    </message>
    <message>
        <source>Stopped; nothing of it is kept.</source>
        <translation>Abgebrochen; nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Als Tabelle speichern (CSV)…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Measure of the picture</source>
        <translation>Maß des Bilds</translation>
    </message>
    <message>
        <source>This model was not measured yet</source>
        <translation>Dieses Modell wurde noch nicht gemessen</translation>
    </message>
    <message>
        <source>The same songs are scored as they are, and again faster, slower, shifted, compressed, with noise, with other treble, as MP3, louder, in mono. What moves the scores, the model listens to. Choose songs and press Measure; it runs in the background.</source>
        <translation>Dieselben Stücke werden bewertet, wie sie sind, und noch einmal schneller, langsamer, in anderer Tonhöhe, komprimiert, mit Rauschen, mit anderen Höhen, als MP3, lauter, in Mono. Was die Werte bewegt, darauf hört das Modell. Wählen Sie Stücke und drücken Sie Messen; es läuft im Hintergrund.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>All deformations</source>
        <translation>Alle Verformungen</translation>
    </message>
    <message>
        <source>{}, by strength</source>
        <translation>{}, nach Stärke</translation>
    </message>
    <message>
        <source>No number with a range: judge more songs, of five artists at least.</source>
        <translation>Keine Zahl mit einem Bereich: beurteilen Sie mehr Stücke, von mindestens fünf Künstlern.</translation>
    </message>
    <message>
        <source>Measured {when} on {n:# song|# songs} by {artists:# artist|# artists}, {judged} of them judged.</source>
        <translation>Gemessen {when} an {n:# Stück|# Stücken} von {artists:# Künstler|# Künstlern}, davon beurteilt: {judged}.</translation>
    </message>
    <message>
        <source>Without decisions there is no WAUC: scores and order are compared with the model&apos;s own of the songs as they are.</source>
        <translation>Ohne Entscheidungen gibt es keine WAUC: Werte und Reihenfolge werden mit den eigenen des Modells für die Stücke verglichen, wie sie sind.</translation>
    </message>
    <message>
        <source>WAUC as they are: {}.</source>
        <translation>WAUC, wie sie sind: {}.</translation>
    </message>
    <message>
        <source>Of {n:# song|# songs} the middle {s} s.</source>
        <translation>Von {n:# Stück|# Stücken} die mittleren {s} s.</translation>
    </message>
    <message>
        <source>Of these songs it has learned from {}: its WAUC is too good, look at the changes.</source>
        <translation>Von diesen Stücken hat es aus {} gelernt: seine WAUC ist zu gut, achten Sie auf die Änderungen.</translation>
    </message>
    <message>
        <source>Left out: {n:# song that it learned from|# songs that it learned from}.</source>
        <translation>Weggelassen: {n:# Stück, aus dem es gelernt hat|# Stücke, aus denen es gelernt hat}.</translation>
    </message>
    <message>
        <source>Could not be read or scored: {}.</source>
        <translation>Konnte nicht gelesen oder bewertet werden: {}.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Als Tabelle speichern</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>{} Numbers without one are of these songs alone.</source>
        <translation>{} Die Zahlen ohne einen gelten nur für diese Stücke.</translation>
    </message>
</context>
<context>
    <name>RobustnessPlot</name>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>{}, {:# song|# songs}</source>
        <translation>{}, {:# Stück|# Stücke}</translation>
    </message>
</context>
<context>
    <name>RobustnessTable</name>
    <message>
        <source>Deformed songs</source>
        <translation>Verformte Stücke</translation>
    </message>
    <message>
        <source>Songs scored both as they are and deformed</source>
        <translation>Stücke, die bewertet sind, wie sie sind und verformt</translation>
    </message>
    <message>
        <source>WAUC deformed minus WAUC as they are, on the same songs</source>
        <translation>WAUC verformt minus WAUC, wie sie sind, an denselben Stücken</translation>
    </message>
    <message>
        <source>Deformation</source>
        <translation>Verformung</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>Werte bewegen sich um</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Reihenfolge bleibt</translation>
    </message>
    <message>
        <source>{percent} % of the samples are cut off at full scale</source>
        <translation>{percent} % der Samples sind bei Vollaussteuerung abgeschnitten</translation>
    </message>
    <message>
        <source>Most: {}</source>
        <translation>Am meisten: {}</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Not in this song</source>
        <translation>Nicht bei diesem Stück</translation>
    </message>
    <message>
        <source>By your rules “{tag}” implies:</source>
        <translation>Nach Ihren Regeln folgt aus „{tag}“:</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” implies “{other}”.</source>
        <translation>Ihre Regel sagt, dass aus „{tag}“ „{other}“ folgt.</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” excludes “{other}”.</source>
        <translation>Ihre Regel sagt, dass „{tag}“ „{other}“ ausschließt.</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” goes with “{other}”.</source>
        <translation>Ihre Regel sagt, dass „{tag}“ und „{other}“ zusammengehören.</translation>
    </message>
    <message>
        <source>Yes, {tag}</source>
        <translation>Ja, {tag}</translation>
    </message>
    <message>
        <source>It is decided as if you had clicked the chip</source>
        <translation>Es wird entschieden, als hätten Sie das Tag angeklickt</translation>
    </message>
</context>
<context>
    <name>SaliencyBar</name>
    <message>
        <source>How the map is made</source>
        <translation>Wie die Karte entsteht</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>By covering (occlusion)</source>
        <translation>Abdecken (Okklusion)</translation>
    </message>
    <message>
        <source>Which part is judged</source>
        <translation>Welcher Teil beurteilt wird</translation>
    </message>
    <message>
        <source>The whole song</source>
        <translation>Das ganze Stück</translation>
    </message>
    <message>
        <source>The loop</source>
        <translation>Die Schleife</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Der sichtbare Teil</translation>
    </message>
    <message>
        <source>Strength of the colours</source>
        <translation>Stärke der Farben</translation>
    </message>
    <message>
        <source>How much of it is played</source>
        <translation>Wie viel davon zu hören ist</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Was für „{tag}“ spricht</translation>
    </message>
    <message>
        <source>Finding out what speaks for it</source>
        <translation>Es wird ermittelt, was dafür spricht</translation>
    </message>
    <message>
        <source>Comparing with networks of random weights</source>
        <translation>Vergleich mit Netzen aus zufälligen Gewichten</translation>
    </message>
    <message>
        <source>Filtering the sound</source>
        <translation>Der Klang wird gefiltert</translation>
    </message>
    <message>
        <source>Play only what mattered</source>
        <translation>Nur das Wichtige spielen</translation>
    </message>
    <message>
        <source>Now the original</source>
        <translation>Jetzt das Original</translation>
    </message>
    <message>
        <source>Now what mattered</source>
        <translation>Jetzt das Wichtige</translation>
    </message>
    <message>
        <source>In place of the song, as loud; again: the original in the same loudness</source>
        <translation>Anstelle des Stücks, gleich laut; noch einmal: das Original in derselben Lautheit</translation>
    </message>
    <message>
        <source>The song as it is</source>
        <translation>Das Stück, wie es ist</translation>
    </message>
    <message>
        <source>Play the song&apos;s file again, in its own loudness</source>
        <translation>Die Datei des Stücks wieder in ihrer eigenen Lautheit spielen</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Als WAV speichern…</translation>
    </message>
    <message>
        <source>Only what mattered, as a sound file</source>
        <translation>Nur das Wichtige, als Klangdatei</translation>
    </message>
    <message>
        <source>Is it learned?</source>
        <translation>Ist das gelernt?</translation>
    </message>
    <message>
        <source>Compare this map with those of networks whose weights are random</source>
        <translation>Diese Karte mit denen von Netzen aus zufälligen Gewichten vergleichen</translation>
    </message>
    <message>
        <source>Remove the map</source>
        <translation>Karte entfernen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>SaliencyController</name>
    <message>
        <source>Save only what mattered</source>
        <translation>Nur das Wichtige speichern</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every song, or all that the search finds</source>
        <translation>Alle Stücke, oder alle, die die Suche findet</translation>
    </message>
    <message>
        <source>Not tagged</source>
        <translation>Ohne Tags</translation>
    </message>
    <message>
        <source>No decision on the whole song yet</source>
        <translation>Noch keine Entscheidung über das ganze Stück</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>The model is sure of the contrary of what you decided</source>
        <translation>Das Modell ist vom Gegenteil Ihrer Entscheidung überzeugt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>You were unsure of a tag</source>
        <translation>Bei einem Tag waren Sie unsicher</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Judged lately</source>
        <translation>Kürzlich beurteilt</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Diese Suche behalten</translation>
    </message>
    <message>
        <source>Keep what the search line says as a search of your own</source>
        <translation>Was in der Suchzeile steht, als eigene Suche behalten</translation>
    </message>
    <message>
        <source>Name of the search “{}”</source>
        <translation>Name der Suche „{}“</translation>
    </message>
    <message>
        <source>Another name for “{}”</source>
        <translation>Ein anderer Name für „{}“</translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation>Diese Suche umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Let it be what the search line says</source>
        <translation>Durch das ersetzen, was in der Suchzeile steht</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links verschieben</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts verschieben</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Diese Suche vergessen</translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Scores as they are, and deformed</source>
        <translation>Werte, wie sie sind und verformt</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Press an example to try it; Esc in the search line clears it.</source>
        <translation>Auf ein Beispiel drücken, um es auszuprobieren; Esc leert die Suchzeile.</translation>
    </message>
    <message>
        <source>Try {example}</source>
        <translation>{example} ausprobieren</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search: words, tags, house &gt; 0.5, -drums</source>
        <translation>Suchen: Wörter, house &gt; 0.5, -drums</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Die Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search the library. Words, tags, -tag without, ?tag unsure,
house &gt; 0.7 by the model, region:tag, year:1990..1995, untagged, missing.
Esc clears.</source>
        <translation>Die Bibliothek durchsuchen. Wörter, Tags, -tag ohne, ?tag unsicher,
house &gt; 0.7 nach dem Modell, region:tag, year:1990..1995, untagged, missing.
Esc leert.</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Press {key}, then a tag&apos;s letter. Shift: no. Alt: unsure.</source>
        <translation>{key} drücken, dann den Buchstaben des Tags. Umschalt: nein. Alt: unsicher.</translation>
    </message>
    <message>
        <source>Leaving a song on which a tag was judged: the rest is no.</source>
        <translation>Beim Verlassen eines Stücks, bei dem ein Tag beurteilt wurde: Der Rest ist Nein.</translation>
    </message>
    <message>
        <source>A click folds the category, or opens it again.</source>
        <translation>Ein Klick klappt die Kategorie zu oder wieder auf.</translation>
    </message>
    <message>
        <source>{yes} yes · {no} no</source>
        <translation>{yes} ja · {no} nein</translation>
    </message>
    <message>
        <source>{yes} of {total}</source>
        <translation>{yes} von {total}</translation>
    </message>
    <message>
        <source>rest: no · {count}</source>
        <translation>Rest: nein · {count}</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>{} (not there now)</source>
        <translation>{} (jetzt nicht da)</translation>
    </message>
    <message>
        <source>Play a song as soon as it is opened</source>
        <translation>Ein Stück beim Öffnen gleich abspielen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>A new language takes effect at the next start.</source>
        <translation>Eine neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Stored with every decision, so that several annotators can be told apart.</source>
        <translation>Steht bei jeder Entscheidung, damit mehrere Annotatoren zu unterscheiden sind.</translation>
    </message>
    <message>
        <source>Your tags are learned in the way that proved best; nothing has to be set.</source>
        <translation>Ihre Tags werden so gelernt, wie es sich am besten bewährt hat; nichts ist einzustellen.</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Für Fachleute</translation>
    </message>
    <message>
        <source>How deep and how long is learned, and on what processor</source>
        <translation>Wie tief und wie lange gelernt wird, und auf welchem Prozessor</translation>
    </message>
    <message>
        <source>Automatic: the tags alone, which proved best</source>
        <translation>Automatisch: nur die Tags, was sich bewährt hat</translation>
    </message>
    <message>
        <source>Tags only: quickest</source>
        <translation>Nur die Tags: am schnellsten</translation>
    </message>
    <message>
        <source>Tags and the sense of time (LSTM)</source>
        <translation>Tags und Zeitsinn (LSTM)</translation>
    </message>
    <message>
        <source>All of the network: for many songs, takes long</source>
        <translation>Das ganze Netz: für viele Stücke, dauert lange</translation>
    </message>
    <message>
        <source>Add a sense of time (LSTM) to models without one</source>
        <translation>Modellen ohne Zeitsinn einen geben (LSTM)</translation>
    </message>
    <message>
        <source>Automatic: the graphics card where there is one</source>
        <translation>Automatisch: die Grafikkarte, wenn es eine gibt</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Lernraten</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>As in the thesis</source>
        <translation>Wie in der Dissertation</translation>
    </message>
    <message>
        <source>As the public taggers</source>
        <translation>Wie die öffentlichen Modelle</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Höchstens Epochen</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Keep spectrograms up to</source>
        <translation>Spektrogramme behalten bis</translation>
    </message>
    <message>
        <source>Of the songs asked about: only these tell how common a tag is</source>
        <translation>Von den Stücken, nach denen gefragt wird: nur sie sagen, wie häufig ein Tag ist</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Songs judged so long ago come again unannounced, to tell how steady you judge</source>
        <translation>Vor so langer Zeit beurteilte Stücke kommen unangekündigt wieder, um zu zeigen, wie beständig Sie urteilen</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Zufällig gezogen</translation>
    </message>
    <message>
        <source>Ask again after</source>
        <translation>Wieder fragen nach</translation>
    </message>
    <message>
        <source>Record which seconds of a song sounded before each decision</source>
        <translation>Aufzeichnen, welche Sekunden eines Stücks vor jeder Entscheidung erklangen</translation>
    </message>
    <message>
        <source>Off unless you switch it on. It is kept in the library, beside the decision, and goes with it by undo; it is never sent, and saved as a table only where you do so (Tags ▸ Where my time went).</source>
        <translation>Aus, solange Sie es nicht einschalten. Es bleibt in der Bibliothek, neben der Entscheidung, und geht beim Rückgängigmachen mit ihr; es wird nie gesendet und nur als Tabelle gespeichert, wenn Sie es tun (Tags ▸ Wohin meine Zeit ging).</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tagen</translation>
    </message>
</context>
<context>
    <name>ShellController</name>
    <message>
        <source>About RhythmCap</source>
        <translation>Über RhythmCap</translation>
    </message>
    <message>
        <source>Tagging by two letters</source>
        <translation>Taggen mit zwei Buchstaben</translation>
    </message>
</context>
<context>
    <name>SimilarDock</name>
    <message>
        <source>Only the loop</source>
        <translation>Nur die Schleife</translation>
    </message>
    <message>
        <source>Songs like the part of the song that is looped; like all of it otherwise</source>
        <translation>Stücke wie der Teil, der in der Schleife läuft; sonst wie das ganze Stück</translation>
    </message>
    <message>
        <source>Like the open song</source>
        <translation>Wie das offene Stück</translation>
    </message>
    <message>
        <source>The list stays as it is while songs are opened from it; show now what the open song is like</source>
        <translation>Die Liste bleibt, wie sie ist, während Stücke daraus geöffnet werden; jetzt zeigen, was dem offenen Stück ähnlich ist</translation>
    </message>
    <message>
        <source>More like these</source>
        <translation>Mehr wie diese</translation>
    </message>
    <message>
        <source>Look for songs like those selected in the list of songs, or like the open one</source>
        <translation>Stücke suchen, die den in der Stückliste gewählten ähnlich sind, oder dem offenen</translation>
    </message>
    <message>
        <source>Less like these</source>
        <translation>Weniger wie diese</translation>
    </message>
    <message>
        <source>Look for songs unlike those selected in the list of songs, or unlike the open one</source>
        <translation>Stücke suchen, die den in der Stückliste gewählten unähnlich sind, oder dem offenen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget the chosen songs: the list follows the open song</source>
        <translation>Die gewählten Stücke vergessen: die Liste folgt dem offenen Stück</translation>
    </message>
    <message>
        <source>drag songs here</source>
        <translation>Stücke hierher ziehen</translation>
    </message>
    <message>
        <source>More like</source>
        <translation>Mehr wie</translation>
    </message>
    <message>
        <source>Less like</source>
        <translation>Weniger wie</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Shared tags</source>
        <translation>Gemeinsame Tags</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Ähnliche Stücke</translation>
    </message>
    <message>
        <source>Listening to the loop…</source>
        <translation>Die Schleife wird angehört…</translation>
    </message>
    <message>
        <source>The first is nearer than {} of 100 pairs of songs; 1 is the same sound.</source>
        <translation>Das erste ist näher als {} von 100 Paaren von Stücken; 1 ist derselbe Klang.</translation>
    </message>
    <message>
        <source>Nothing is really near: the first is nearer than only {} of 100 pairs.</source>
        <translation>Nichts ist wirklich nah: Das erste ist nur näher als {} von 100 Paaren.</translation>
    </message>
    <message>
        <source>Most like {:# chosen song|# chosen songs}</source>
        <translation>Am ähnlichsten {:# gewähltem Stück|# gewählten Stücken}</translation>
    </message>
    <message>
        <source>Most like {start}–{end} of {song}</source>
        <translation>Am ähnlichsten {start}–{end} von {song}</translation>
    </message>
    <message>
        <source>Most like {song}</source>
        <translation>Am ähnlichsten zu {song}</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>Stücke werden danach verglichen, was ein Modell hört. Wählen Sie eines unter Modelle.</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Einen Augenblick…</translation>
    </message>
    <message>
        <source>The model has not listened to this yet: {songs}. Let it listen below.</source>
        <translation>Das Modell hat das noch nicht angehört: {songs}. Lassen Sie es unten anhören.</translation>
    </message>
    <message>
        <source>Open a song, or drag songs here: what is like them is listed.</source>
        <translation>Öffnen Sie ein Stück oder ziehen Sie Stücke hierher: aufgelistet wird, was ihnen ähnlich ist.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>Das Modell hat noch kein Stück angehört. Lassen Sie es unten anhören.</translation>
    </message>
    <message>
        <source>There is no other song to compare with.</source>
        <translation>Es gibt kein anderes Stück zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>SongCaption</name>
    <message>
        <source>Copied: {}</source>
        <translation>Kopiert: {}</translation>
    </message>
    <message>
        <source>Learn how tags are listed</source>
        <translation>Lernen, wie Tags aufgezählt werden</translation>
    </message>
    <message>
        <source>Write the caption</source>
        <translation>Die Aufzählung der Tags schreiben</translation>
    </message>
</context>
<context>
    <name>SongChoice</name>
    <message>
        <source>All {n:# song|# songs}</source>
        <translation>Alle {n:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>No song is here yet</source>
        <translation>Noch kein Stück ist da</translation>
    </message>
    <message>
        <source>Those of the search (there is none)</source>
        <translation>Die der Suche (es gibt keine)</translation>
    </message>
    <message>
        <source>The {n:song|# songs} of the search</source>
        <translation>{n:Das Stück|Die # Stücke} der Suche</translation>
    </message>
    <message>
        <source>The selected ones (none is)</source>
        <translation>Die ausgewählten (keines ist es)</translation>
    </message>
    <message>
        <source>The selected {n:song|# songs}</source>
        <translation>{n:Das ausgewählte Stück|Die # ausgewählten Stücke}</translation>
    </message>
</context>
<context>
    <name>SongEvidence</name>
    <message>
        <source>Right click a tag to hear what speaks for it.</source>
        <translation>Rechtsklick auf ein Tag: hören, was dafür spricht.</translation>
    </message>
    <message>
        <source>Read what speaks for a tag</source>
        <translation>Lesen, was für ein Tag spricht</translation>
    </message>
</context>
<context>
    <name>SongHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by a predicted tag…</source>
        <translation>Nach einem vorhergesagten Tag ordnen…</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Tags of one category</source>
        <translation>Tags einer Kategorie</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Was das Modell hört</translation>
    </message>
    <message>
        <source>Another tag…</source>
        <translation>Ein anderes Tag…</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Spalte {name}</translation>
    </message>
    <message>
        <source>Sort by title</source>
        <translation>Nach Titel ordnen</translation>
    </message>
    <message>
        <source>Sort by artist</source>
        <translation>Nach Künstler ordnen</translation>
    </message>
    <message>
        <source>Sort by album</source>
        <translation>Nach Album ordnen</translation>
    </message>
    <message>
        <source>Sort by year</source>
        <translation>Nach Jahr ordnen</translation>
    </message>
    <message>
        <source>Sort by length</source>
        <translation>Nach Länge ordnen</translation>
    </message>
    <message>
        <source>Sort by when it was added</source>
        <translation>Nach Aufnahme in die Bibliothek ordnen</translation>
    </message>
    <message>
        <source>Sort by number of tags</source>
        <translation>Nach Zahl der Tags ordnen</translation>
    </message>
    <message>
        <source>Sort by folder and file</source>
        <translation>Nach Ordner und Datei ordnen</translation>
    </message>
</context>
<context>
    <name>SongHeading</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>⚠ damaged, or not read whole</source>
        <translation>⚠ beschädigt oder nicht ganz gelesen</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Ihre eigenen Angaben; die Datei sagt anderes.</translation>
    </message>
    <message>
        <source>Double click: title, artists, album and year</source>
        <translation>Doppelklick: Titel, Künstler, Album und Jahr</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
</context>
<context>
    <name>SongList</name>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
</context>
<context>
    <name>SongPanes</name>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Das ganze Stück zeigen</translation>
    </message>
    <message>
        <source>Colours, brightness and contrast</source>
        <translation>Farben, Helligkeit und Kontrast</translation>
    </message>
</context>
<context>
    <name>SongPreview</name>
    <message>
        <source>Songs it touches</source>
        <translation>Betroffene Stücke</translation>
    </message>
    <message>
        <source>and {n:# more|# more}</source>
        <translation>und {n:# weiteres|# weitere}</translation>
    </message>
    <message>
        <source>No song was judged on it.</source>
        <translation>Kein Stück wurde danach beurteilt.</translation>
    </message>
</context>
<context>
    <name>SongRowDelegate</name>
    <message>
        <source>missing since {day}</source>
        <translation>fehlt seit {day}</translation>
    </message>
    <message>
        <source>folder not there</source>
        <translation>Ordner nicht da</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
</context>
<context>
    <name>SongTable</name>
    <message>
        <source>Sort by what the model hears: which tag?</source>
        <translation>Nach dem ordnen, was das Modell hört: welches Tag?</translation>
    </message>
    <message>
        <source>Enter: songs with the highest score first</source>
        <translation>Enter: Stücke mit dem höchsten Wert zuerst</translation>
    </message>
    <message>
        <source>Show what the model hears: which tag?</source>
        <translation>Zeigen, was das Modell hört: welches Tag?</translation>
    </message>
    <message>
        <source>Enter: a column with its scores</source>
        <translation>Enter: eine Spalte mit seinen Werten</translation>
    </message>
    <message>
        <source>No song matches. Esc shows all songs.</source>
        <translation>Kein Stück passt. Esc zeigt alle Stücke.</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Spalten und Reihenfolge</translation>
    </message>
    <message>
        <source>Choose the columns of the table and their order</source>
        <translation>Die Spalten der Tabelle und ihre Reihenfolge wählen</translation>
    </message>
    <message>
        <source>Drop to add these songs</source>
        <translation>Ablegen, um diese Stücke hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>SongTableModel</name>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Model hears</source>
        <translation>Modell hört</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>{} is not there; perhaps its drive is not plugged in.</source>
        <translation>{} ist nicht da; vielleicht ist das Laufwerk nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Missing since {day}. Its tags are kept; plug in the disk or locate the file.</source>
        <translation>Fehlt seit {day}. Die Tags bleiben; Laufwerk anschließen oder Datei suchen.</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Ihre eigenen Angaben; die Datei sagt anderes.</translation>
    </message>
    <message>
        <source>{count:# tag|# tags}</source>
        <translation>{count:# Tag|# Tags}</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Unsure: {tags}</source>
        <translation>Unsicher: {tags}</translation>
    </message>
    <message>
        <source>No: {tags}</source>
        <translation>Nein: {tags}</translation>
    </message>
</context>
<context>
    <name>SongsController</name>
    <message>
        <source>Open a song first.</source>
        <translation>Erst ein Stück öffnen.</translation>
    </message>
    <message>
        <source>No song is selected in the list.</source>
        <translation>In der Liste ist kein Stück ausgewählt.</translation>
    </message>
</context>
<context>
    <name>SongsPage</name>
    <message>
        <source>Which songs of the file are shown</source>
        <translation>Welche Stücke der Datei gezeigt werden</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Alle bestätigen</translation>
    </message>
    <message>
        <source>Take every song that looks alike for the right one</source>
        <translation>Jedes ähnliche Stück für das richtige nehmen</translation>
    </message>
    <message>
        <source>Confirm none</source>
        <translation>Keines bestätigen</translation>
    </message>
    <message>
        <source>Leave out every song that only looks alike</source>
        <translation>Jedes nur ähnliche Stück weglassen</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden an</translation>
    </message>
    <message>
        <source>Songs of the file</source>
        <translation>Stücke der Datei</translation>
    </message>
    <message>
        <source>All: {n}</source>
        <translation>Alle: {n}</translation>
    </message>
</context>
<context>
    <name>SpectraPage</name>
    <message>
        <source>Singular values</source>
        <translation>Singulärwerte</translation>
    </message>
    <message>
        <source>Choose one or several layers in the table.</source>
        <translation>Wählen Sie in der Tabelle eine oder mehrere Schichten.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Directions used</source>
        <translation>Genutzte Richtungen</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>recurrent</source>
        <translation>rekurrent</translation>
    </message>
    <message>
        <source>{rank} of {n}</source>
        <translation>{rank} von {n}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
</context>
<context>
    <name>SpectrogramPane</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop, wheel to zoom, Shift and wheel to scroll</source>
        <translation>Klick: dorthin, Ziehen: Schleife, Rad: Zoom, Umschalt und Rad: rollen</translation>
    </message>
    <message>
        <source>{start} – {end} · {length} s</source>
        <translation>{start} – {end} · {length} s</translation>
    </message>
    <message>
        <source>against the word: {}</source>
        <translation>gegen das Wort: {}</translation>
    </message>
    <message>
        <source>for the word: {}</source>
        <translation>für das Wort: {}</translation>
    </message>
</context>
<context>
    <name>SpeedButton</name>
    <message>
        <source>Slower or faster, in the same pitch</source>
        <translation>Langsamer oder schneller, in derselben Tonhöhe</translation>
    </message>
    <message>
        <source>Speed, {}</source>
        <translation>Tempo, {}</translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>Seconds a decision, one session after another</source>
        <translation>Sekunden je Entscheidung, eine Sitzung nach der anderen</translation>
    </message>
    <message>
        <source>Two decisions one after another have a time between them.</source>
        <translation>Zwischen zwei Entscheidungen nacheinander liegt eine Zeit.</translation>
    </message>
    <message>
        <source>Seconds a decision: median, with its quartiles</source>
        <translation>Sekunden je Entscheidung: Median mit Quartilen</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>seconds a decision</source>
        <translation>Sekunden je Entscheidung</translation>
    </message>
    <message>
        <source>{median} s a decision, half of them {lower} to {upper} s</source>
        <translation>{median} s je Entscheidung, die Hälfte {lower} bis {upper} s</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# Entscheidung|# Entscheidungen}</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{tag}”</source>
        <translation>„{tag}“ teilen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The word for the other meaning</source>
        <translation>Das Wort für die andere Bedeutung</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Was das Wort für Sie bedeutet</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>the {n:# selected song|# selected songs}</source>
        <translation>{n:# ausgewähltem Stück|# ausgewählten Stücken}</translation>
    </message>
    <message>
        <source>the songs this search finds</source>
        <translation>den Stücken, die diese Suche findet</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>as in the search line: house, path:live, year:1990..1995</source>
        <translation>wie in der Suchzeile: house, path:live, year:1990..1995</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>To it go the decisions on “{tag}” of</source>
        <translation>Zu ihm gehen die Entscheidungen zu „{tag}“ von</translation>
    </message>
    <message>
        <source>{n:# song goes|# songs go} over, of {m}: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# Stück geht|# Stücke gehen} über, von {m}: {yes} ja, {no} nein, {unsure} unsicher.</translation>
    </message>
    <message>
        <source>All of them would go over: say which, with a search or a selection.</source>
        <translation>Alle würden übergehen: sagen Sie welche, mit einer Suche oder Auswahl.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the import</source>
        <translation>Den Import zeigen</translation>
    </message>
    <message>
        <source>Show the messages</source>
        <translation>Die Meldungen zeigen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Stücke werden hinzugefügt</translation>
    </message>
    <message>
        <source>Import: {:# file|# files} could not be read</source>
        <translation>Import: {:# Datei|# Dateien} nicht lesbar</translation>
    </message>
    <message>
        <source>✓ all decisions saved</source>
        <translation>✓ alles gespeichert</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Annotator: {name}</source>
        <translation>Annotator: {name}</translation>
    </message>
    <message>
        <source>Whose decisions are shown and made</source>
        <translation>Wessen Entscheidungen gezeigt und getroffen werden</translation>
    </message>
    <message>
        <source>Another annotator…</source>
        <translation>Anderer Annotator…</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>The model suggests</source>
        <translation>Das Modell schlägt vor</translation>
    </message>
    <message>
        <source>Chips, keys and note are about all of them; what you do not touch stays as it is. One undo takes a change back for all.</source>
        <translation>Tags, Tasten und Notiz gelten für alle; was Sie nicht anrühren, bleibt, wie es ist. Ein Rückgängig nimmt eine Änderung bei allen zurück.</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Scores of the whole song</source>
        <translation>Werte des ganzen Stücks</translation>
    </message>
    <message>
        <source>Scores of the song from its beginning to the playhead</source>
        <translation>Werte des Stücks vom Anfang bis zur Abspielmarke</translation>
    </message>
    <message>
        <source>Scores of what sounds under the playhead</source>
        <translation>Werte dessen, was gerade klingt</translation>
    </message>
    <message>
        <source>song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bis hier</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Yes, it is. Shift+click: and the next song</source>
        <translation>Ja, so ist es. Umschalt+Klick: und zum nächsten Stück</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>No, it is not</source>
        <translation>Nein, so ist es nicht</translation>
    </message>
    <message>
        <source>Show the guesses</source>
        <translation>Vermutungen zeigen</translation>
    </message>
    <message>
        <source>Uncover the model&apos;s guesses for this song</source>
        <translation>Die Vermutungen des Modells zu diesem Stück aufdecken</translation>
    </message>
    <message>
        <source>Hear why</source>
        <translation>Hören, warum</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for it</source>
        <translation>Die Sekunden als Schleife, die am meisten dafür sprechen</translation>
    </message>
    <message>
        <source>Accept {word}</source>
        <translation>{word} annehmen</translation>
    </message>
    <message>
        <source>Reject {word}</source>
        <translation>{word} ablehnen</translation>
    </message>
    <message>
        <source>Hear why {word}</source>
        <translation>Hören, warum {word}</translation>
    </message>
    <message>
        <source>then {words}</source>
        <translation>dann {words}</translation>
    </message>
    <message>
        <source>No model in use.</source>
        <translation>Kein Modell in Gebrauch.</translation>
    </message>
    <message>
        <source>Too short to go by: nothing is suggested.</source>
        <translation>Zu kurz, um danach zu gehen: kein Vorschlag.</translation>
    </message>
    <message>
        <source>The model needs the file.</source>
        <translation>Das Modell braucht die Datei.</translation>
    </message>
    <message>
        <source>Nothing to suggest: no tag scores high enough.</source>
        <translation>Kein Vorschlag: die Werte sind zu niedrig.</translation>
    </message>
    <message>
        <source>Open a song first.</source>
        <translation>Erst ein Stück öffnen.</translation>
    </message>
    <message>
        <source>Select a song in the list to tag it.</source>
        <translation>Zum Taggen ein Stück in der Liste wählen.</translation>
    </message>
    <message>
        <source>Blind: guesses are covered.</source>
        <translation>Blind: Vermutungen sind verdeckt.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>Das Modell hört zu…</translation>
    </message>
    <message>
        <source>All suggestions judged.</source>
        <translation>Alle Vorschläge beurteilt.</translation>
    </message>
    <message>
        <source>Closed listening: guesses are covered.</source>
        <translation>Geschlossenes Hören: Vermutungen sind verdeckt.</translation>
    </message>
</context>
<context>
    <name>SystemChoice</name>
    <message>
        <source>Saved as {}, with what its columns mean beside it.</source>
        <translation>Gespeichert als {}, daneben steht, was die Spalten bedeuten.</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>Es ist kein Modell in Gebrauch.</translation>
    </message>
    <message>
        <source>Choose one under Models.</source>
        <translation>Wählen Sie eines unter Modelle.</translation>
    </message>
</context>
<context>
    <name>SystemChoiceDialog</name>
    <message>
        <source>Which system suits my tags?</source>
        <translation>Welches System passt zu meinen Tags?</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Systems are being tried on your songs</source>
        <translation>Systeme werden an Ihren Stücken erprobt</translation>
    </message>
    <message>
        <source>How should your tags be learned?</source>
        <translation>Wie sollen Ihre Tags gelernt werden?</translation>
    </message>
    <message>
        <source>{systems:# system|# systems} from RhythmCap&apos;s own way to timbre alone will learn {tags:# tag|# tags} from a part of {songs:# judged song|# judged songs}, and be tested on the songs of artists they have not learned from ({artists:# artist|# artists}).</source>
        <translation>{systems:# System lernt|# Systeme, von RhythmCaps eigenem Weg bis zur Klangfarbe allein, lernen} {tags:# Tag|# Tags} aus einem Teil von {songs:# beurteilten Stück|# beurteilten Stücken}; geprüft wird an Stücken von Künstlern, von denen nicht gelernt wurde ({artists:# Künstler|# Künstler}).</translation>
    </message>
    <message>
        <source>Go on tagging: it uses the decisions of when it began. This window can be closed meanwhile.</source>
        <translation>Arbeiten Sie weiter: Es gelten die Entscheidungen vom Beginn. Dieses Fenster kann geschlossen werden.</translation>
    </message>
    <message>
        <source>It takes about {} and runs in the background: you can go on tagging.</source>
        <translation>Es dauert etwa {} und läuft im Hintergrund: Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>It was stopped before: what was finished is kept, and it goes on from there.</source>
        <translation>Es wurde zuvor angehalten: Was fertig war, ist da, und es geht von dort weiter.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>Systems are being tried for “{}”; after that it can be begun here.</source>
        <translation>Systeme werden für „{}“ erprobt; danach kann hier begonnen werden.</translation>
    </message>
    <message>
        <source>{moment}, with “{model}”, from {n:# decision|# decisions}.</source>
        <translation>{moment}, mit „{model}“, aus {n:# Entscheidung|# Entscheidungen}.</translation>
    </message>
    <message>
        <source>{:# decision|# decisions} since.</source>
        <translation>Seitdem {:# Entscheidung|# Entscheidungen}.</translation>
    </message>
    <message>
        <source>The new run was stopped; what was finished is kept.</source>
        <translation>Der neue Lauf wurde angehalten; was fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Trying systems</source>
        <translation>Systeme erproben</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try the systems</source>
        <translation>Systeme erproben</translation>
    </message>
    <message>
        <source>Learn with a sense of time</source>
        <translation>Mit Zeitgefühl lernen</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aus meinen Tags lernen</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Was den Tags noch fehlt</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>All numbers with their ranges, for a spreadsheet (CSV)</source>
        <translation>Alle Zahlen mit ihren Bereichen, für eine Tabellenkalkulation (CSV)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Pairs of 100 in order, by the number of songs learned from</source>
        <translation>Richtig geordnete Paare von 100, nach der Zahl der gelernten Stücke</translation>
    </message>
    <message>
        <source>So that it stays short, {:only one judged song is drawn|only # judged songs are drawn}.</source>
        <translation>Damit es kurz bleibt, {:wird nur ein beurteiltes Stück|werden nur # beurteilte Stücke} gezogen.</translation>
    </message>
</context>
<context>
    <name>SystemController</name>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>SystemCurves</name>
    <message>
        <source>The curves come with the result.</source>
        <translation>Die Kurven kommen mit dem Ergebnis.</translation>
    </message>
    <message>
        <source>Learning curves: {}</source>
        <translation>Lernkurven: {}</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# beurteiltes Stück|# beurteilte Stücke}</translation>
    </message>
</context>
<context>
    <name>SystemTable</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Paare, gezeichnet</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>A song</source>
        <translation>Ein Stück</translation>
    </message>
    <message>
        <source>How much it varies between repetitions with other parts of the songs</source>
        <translation>Wie sehr es zwischen Wiederholungen mit anderen Teilen der Stücke schwankt</translation>
    </message>
    <message>
        <source>Tags that it could learn, on average; the others count as guessed</source>
        <translation>Tags, die es im Mittel lernen konnte; die anderen gelten als geraten</translation>
    </message>
    <message>
        <source>Time to learn from all songs</source>
        <translation>Zeit, um aus allen Stücken zu lernen</translation>
    </message>
    <message>
        <source>Time to score a song that was listened to before</source>
        <translation>Zeit für die Werte eines Stücks, das schon gehört wurde</translation>
    </message>
    <message>
        <source>Systems that were tried</source>
        <translation>Erprobte Systeme</translation>
    </message>
    <message>
        <source>To RhythmCap&apos;s own way, on the same songs; the ranges of all systems hold at once.</source>
        <translation>Zu RhythmCaps eigenem Weg, bei denselben Stücken; die Bereiche aller Systeme gelten zugleich.</translation>
    </message>
    <message>
        <source>By song</source>
        <translation>Nach Stück</translation>
    </message>
</context>
<context>
    <name>TagChecks</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tags to be judged</source>
        <translation>Zu beurteilende Tags</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>the model disagrees</source>
        <translation>das Modell widerspricht</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Edit tag</source>
        <translation>Tag bearbeiten</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The word, as you would say it</source>
        <translation>Das Wort, wie Sie es sagen würden</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Name of the new category</source>
        <translation>Name der neuen Kategorie</translation>
    </message>
    <message>
        <source>Key of the new category</source>
        <translation>Taste der neuen Kategorie</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Was das Wort für Sie bedeutet</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Verwenden, wenn</translation>
    </message>
    <message>
        <source>What must be heard</source>
        <translation>Was zu hören sein muss</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Nicht, wenn</translation>
    </message>
    <message>
        <source>What it is easily mistaken for</source>
        <translation>Womit es leicht verwechselt wird</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>Tag anlegen</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Sein Name</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Seine Taste</translation>
    </message>
    <message>
        <source>Its colour</source>
        <translation>Seine Farbe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Neue Kategorie…</translation>
    </message>
    <message>
        <source>Free here: {keys}</source>
        <translation>Hier frei: {keys}</translation>
    </message>
    <message>
        <source>Looks like {names}. Is it the same?</source>
        <translation>Sieht aus wie {names}. Ist es dasselbe?</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Tag suchen</translation>
    </message>
    <message>
        <source>Find a tag by typing its name</source>
        <translation>Ein Tag suchen, indem man seinen Namen tippt</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Neues Tag…</translation>
    </message>
    <message>
        <source>Make a new tag with category and key</source>
        <translation>Ein neues Tag mit Kategorie und Taste anlegen</translation>
    </message>
</context>
<context>
    <name>TagFinder</name>
    <message>
        <source>Find a tag by its name</source>
        <translation>Ein Tag nach seinem Namen suchen</translation>
    </message>
    <message>
        <source>Create new tag “{word}”…</source>
        <translation>Neues Tag „{word}“ anlegen…</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure
-tag: no · ?tag: unsure · =tag: not judged · category: tag · Esc: done</source>
        <translation>Enter: ja · Umschalt+Enter: nein · Alt+Enter: unsicher
-Tag: nein · ?Tag: unsicher · =Tag: nicht beurteilt · Kategorie: Tag · Esc: fertig</translation>
    </message>
    <message>
        <source>Enter: {state}, intensity {level} of 9</source>
        <translation>Enter: {state}, Stärke {level} von 9</translation>
    </message>
    <message>
        <source>Enter: {state}</source>
        <translation>Enter: {state}</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Enter: ja · Umschalt+Enter: nein · Alt+Enter: unsicher</translation>
    </message>
    <message>
        <source>There is {names}, which looks alike.</source>
        <translation>Es gibt {names}, das ähnlich aussieht.</translation>
    </message>
    <message>
        <source>No such tag. Press Enter to step on the line above, again to make it.</source>
        <translation>Kein solches Tag. Enter geht auf die Zeile darüber, noch einmal legt es an.</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags found</source>
        <translation>Gefundene Tags</translation>
    </message>
</context>
<context>
    <name>TagResults</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>Auf Prüfstücken</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Paare, gezeichnet</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>Der Balken ist der 95-%-Bereich; die gepunktete Linie ist Raten (50); der hohle Punkt ist das Modell davor.</translation>
    </message>
    <message>
        <source>Result for each tag</source>
        <translation>Ergebnis für jedes Tag</translation>
    </message>
</context>
<context>
    <name>TagSections</name>
    <message>
        <source>No tags yet. Make the first one with “New tag…”: it gets a category and a key.</source>
        <translation>Noch keine Tags. Das erste mit „Neues Tag…“ anlegen: es bekommt Kategorie und Taste.</translation>
    </message>
</context>
<context>
    <name>TagSongsPane</name>
    <message>
        <source>Yes from this score on</source>
        <translation>Ja ab diesem Wert</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Ja ab</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Songs behind the numbers</source>
        <translation>Stücke hinter den Zahlen</translation>
    </message>
    <message>
        <source>Go back to the estimated threshold</source>
        <translation>Zur geschätzten Schwelle zurück</translation>
    </message>
    <message>
        <source>Each song was decided by a threshold estimated without its artist, so a song near it may be on the other side. Double-click a song to hear it.</source>
        <translation>Über jedes Stück entschied eine Schwelle, die ohne seinen Künstler geschätzt wurde; nahe der Schwelle kann es also auf der anderen Seite stehen. Doppelklick auf ein Stück: hören.</translation>
    </message>
    <message>
        <source>Double-click a song to hear it.</source>
        <translation>Doppelklick auf ein Stück: hören.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Rightly not found</source>
        <translation>Zu Recht nicht gefunden</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>nicht mehr in der Bibliothek</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {:# weiteres|# weitere}</translation>
    </message>
</context>
<context>
    <name>TaggedProgress</name>
    <message>
        <source>{found} of {total:# song|# songs}</source>
        <translation>{found} von {total:# Stück|# Stücken}</translation>
    </message>
    <message>
        <source>{} tagged</source>
        <translation>{} getaggt</translation>
    </message>
    <message>
        <source>{total:The one song|All # songs} tagged</source>
        <translation>{total:Das eine Stück|Alle # Stücke} getaggt</translation>
    </message>
    <message>
        <source>{done} of {total:# song|# songs} tagged</source>
        <translation>{done} von {total:# Stück|# Stücken} getaggt</translation>
    </message>
    <message>
        <source>{left:# song has|# songs have} no decision yet</source>
        <translation>{left:# Stück ist|# Stücke sind} noch ohne Entscheidung</translation>
    </message>
</context>
<context>
    <name>TaggramPane</name>
    <message>
        <source>Taggram: what the model hears over time</source>
        <translation>Taggramm: was das Modell im Verlauf hört</translation>
    </message>
    <message>
        <source>{word}: song {score}, seconds {seconds}</source>
        <translation>{word}: Stück {score}, Sekunden {seconds}</translation>
    </message>
    <message>
        <source>Click: loop where it is heard most · Shift: least</source>
        <translation>Klick: Schleife, wo es am meisten zu hören ist · Umschalt: am wenigsten</translation>
    </message>
    <message>
        <source>not yet heard</source>
        <translation>noch nicht gehört</translation>
    </message>
</context>
<context>
    <name>TaggramStack</name>
    <message>
        <source>Tags that every model has a word for</source>
        <translation>Tags, für die jedes Modell ein Wort hat</translation>
    </message>
    <message>
        <source>Each model&apos;s strongest words</source>
        <translation>Die stärksten Wörter jedes Modells</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>Another song was opened; compare again to see it.</source>
        <translation>Ein anderes Stück ist offen; noch einmal vergleichen, um es zu sehen.</translation>
    </message>
    <message>
        <source>{}: click to hear, drag to loop</source>
        <translation>{}: Klick zum Hören, Ziehen für eine Schleife</translation>
    </message>
    <message>
        <source>{} · {}, windows of {} s</source>
        <translation>{} · {}, Fenster von {} s</translation>
    </message>
</context>
<context>
    <name>TagsController</name>
    <message>
        <source>Yes for the {songs:song|# songs} selected</source>
        <translation>Ja für {songs:das gewählte Stück|die # gewählten Stücke}</translation>
    </message>
    <message>
        <source>Yes for “{title}”</source>
        <translation>Ja für „{title}“</translation>
    </message>
    <message>
        <source>New tag “{tag}”, keys: {keys}</source>
        <translation>Neues Tag „{tag}“, Tasten: {keys}</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Where my time went</source>
        <translation>Wohin meine Zeit ging</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Nach Sitzungen</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tagen</translation>
    </message>
    <message>
        <source>How the time is divided</source>
        <translation>Wie die Zeit aufgeteilt ist</translation>
    </message>
    <message>
        <source>The sessions or days as a CSV file</source>
        <translation>Die Sitzungen oder Tage als CSV-Datei</translation>
    </message>
    <message>
        <source>You have not decided anything one by one in this library yet: then there is no time to add up.</source>
        <translation>Sie haben in dieser Bibliothek noch nichts einzeln entschieden: Es gibt keine Zeit zusammenzurechnen.</translation>
    </message>
    <message>
        <source>Half of them took less than {median} s; an hour yields {rate}, {yes} of them yes.</source>
        <translation>Die Hälfte dauerte weniger als {median} s; eine Stunde bringt {rate}, davon {yes} Ja.</translation>
    </message>
    <message>
        <source>Read from the journal of this library; nothing of it is sent anywhere.</source>
        <translation>Aus dem Journal dieser Bibliothek gelesen; nichts davon wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} in {minutes:# minute|# minutes} of work, on {songs:# song|# songs}.</source>
        <translation>{n:# Entscheidung|# Entscheidungen} in {minutes:# Minute|# Minuten} Arbeit, zu {songs:# Stück|# Stücken}.</translation>
    </message>
    <message>
        <source>Gaps of more than two minutes are breaks and are not counted: {}.</source>
        <translation>Lücken von mehr als zwei Minuten sind Pausen und zählen nicht: {}.</translation>
    </message>
    <message>
        <source>The clock was set back {:once|# times}: that time is not known.</source>
        <translation>Die Uhr wurde {:einmal|#-mal} zurückgestellt: Diese Zeit ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No decision on a tag that the model would have suggested yet.</source>
        <translation>Noch keine Entscheidung zu einem Tag, den das Modell vorgeschlagen hätte.</translation>
    </message>
    <message>
        <source>On equal tags at like scores the difference is {gap}.</source>
        <translation>Bei gleichen Tags und ähnlichen Werten beträgt der Unterschied {gap}.</translation>
    </message>
    <message>
        <source>Nobody drew by lot which guesses were hidden: the difference may have other causes than seeing them.</source>
        <translation>Welche Vermutungen verdeckt waren, hat niemand ausgelost: Der Unterschied kann auch andere Ursachen haben als den Blick auf sie.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}); none was decided with it hidden.</source>
        <translation>Von 100 Vorschlägen bejahen Sie {shown}, wenn die Vermutung zu sehen ist (Entscheidungen: {n_shown}); verdeckt wurde noch keiner entschieden.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {hidden} with the guess hidden (decisions: {n_hidden}); none was decided with it on screen.</source>
        <translation>Von 100 Vorschlägen bejahen Sie {hidden}, wenn die Vermutung verdeckt ist (Entscheidungen: {n_hidden}); mit sichtbarer Vermutung wurde noch keiner entschieden.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to lead your ear: you say yes to it more often than you do blind. Blind mode (B) helps; so does revealing it only after a decision.</source>
        <translation>Die sichtbare Vermutung scheint Ihr Ohr zu führen: Sie bejahen sie öfter als blind. Der Blindmodus (B) hilft, ebenso, sie erst nach der Entscheidung aufzudecken.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to turn your ear away: you say yes to it less often than you do blind.</source>
        <translation>Die sichtbare Vermutung scheint Ihr Ohr abzustoßen: Sie bejahen sie seltener als blind.</translation>
    </message>
    <message>
        <source>Save what was heard…</source>
        <translation>Gehörtes speichern…</translation>
    </message>
    <message>
        <source>The seconds that sounded before each decision, as a CSV file</source>
        <translation>Die Sekunden, die vor jeder Entscheidung erklangen, als CSV-Datei</translation>
    </message>
    <message>
        <source>A model first put {pairs} of 100 pairs in order after {n:# decision|# decisions} and {minutes:# minute|# minutes}.</source>
        <translation>Ein Modell ordnete {pairs} von 100 Paaren zum ersten Mal richtig nach {n:# Entscheidung|# Entscheidungen} und {minutes:# Minute|# Minuten}.</translation>
    </message>
    <message>
        <source>Left out: {:# other change|# other changes}, such as an import or many decisions at once.</source>
        <translation>Nicht mitgezählt: {:# andere Änderung|# andere Änderungen}, etwa ein Import oder viele Entscheidungen auf einmal.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}), and to {hidden} where it was hidden ({n_hidden}).</source>
        <translation>Von 100 Vorschlägen bejahen Sie {shown}, wenn die Vermutung zu sehen ist (Entscheidungen: {n_shown}), und {hidden}, wenn sie verdeckt war ({n_hidden}).</translation>
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Time ruler</source>
        <translation>Zeitlineal</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop</source>
        <translation>Klick: dorthin, Ziehen: Schleife</translation>
    </message>
</context>
<context>
    <name>TimeTable</name>
    <message>
        <source>Gaps of more than two minutes between decisions are not counted</source>
        <translation>Lücken von mehr als zwei Minuten zwischen Entscheidungen zählen nicht</translation>
    </message>
    <message>
        <source>The median: half of the decisions took less</source>
        <translation>Der Median: Die Hälfte der Entscheidungen dauerte weniger</translation>
    </message>
    <message>
        <source>Seconds of the song that sounded before a decision, each once</source>
        <translation>Sekunden des Stücks, die vor einer Entscheidung erklangen, jede einmal</translation>
    </message>
    <message>
        <source>Decisions that were undone: their time counts, they do not</source>
        <translation>Rückgängig gemachte Entscheidungen: Ihre Zeit zählt, sie selbst nicht</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Active minutes</source>
        <translation>Aktive Minuten</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Sekunden je</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Yes an hour</source>
        <translation>Ja je Stunde</translation>
    </message>
    <message>
        <source>Minutes heard</source>
        <translation>Gehörte Minuten</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sessions of work</source>
        <translation>Arbeitssitzungen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Aus meinen Tags lernen</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Stücke hinzufügen…</translation>
    </message>
    <message>
        <source>Model {}: {} of 100 pairs right, {:# song|# songs}</source>
        <translation>Modell {}: {} von 100 Paaren richtig, {:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>No model in use</source>
        <translation>Kein Modell in Gebrauch</translation>
    </message>
    <message>
        <source>Model {}</source>
        <translation>Modell {}</translation>
    </message>
    <message>
        <source>Model {} + {:# decision|# decisions}</source>
        <translation>Modell {} + {:# Entscheidung|# Entscheidungen}</translation>
    </message>
    <message>
        <source>The decisions are those that the model itself has not learned from; ones on songs not listened to yet join them once they are.</source>
        <translation>Das sind die Entscheidungen, aus denen das Modell selbst nicht gelernt hat; solche zu Stücken, die es noch nicht gehört hat, kommen dazu, sobald es sie gehört hat.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>as the model hears it</source>
        <translation>wie das Modell hört</translation>
    </message>
    <message>
        <source>Loop {span}</source>
        <translation>Schleife {span}</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Looping these seconds; click to go on</source>
        <translation>Diese Sekunden als Schleife; Klick spielt weiter</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Show the song as the model hears it</source>
        <translation>Das Stück zeigen, wie das Modell es hört</translation>
    </message>
    <message>
        <source>Show only what the model is given: 96 bands up to 6 kHz</source>
        <translation>Nur zeigen, was das Modell bekommt: 96 Bänder bis 6 kHz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume {percent} %</source>
        <translation>Lautstärke {percent} %</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>Systemausgabe</translation>
    </message>
    <message>
        <source>Plays on: {device}</source>
        <translation>Spielt auf: {device}</translation>
    </message>
    <message>
        <source>Output device, {device}</source>
        <translation>Ausgabegerät, {device}</translation>
    </message>
    <message>
        <source> (the system&apos;s)</source>
        <translation> (das des Systems)</translation>
    </message>
</context>
<context>
    <name>UnmappedWords</name>
    <message>
        <source>The model&apos;s own words</source>
        <translation>Die eigenen Wörter des Modells</translation>
    </message>
    <message>
        <source>Words of the model that are no tags of yours</source>
        <translation>Wörter des Modells, die keine Ihrer Tags sind</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Zuordnen…</translation>
    </message>
    <message>
        <source>Say which of your tags these words stand for</source>
        <translation>Sagen, für welche Ihrer Tags diese Wörter stehen</translation>
    </message>
    <message>
        <source>In its own words ({})</source>
        <translation>Seine Wörter ({})</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message>
        <source>New songs in these folders are added to {} by themselves.</source>
        <translation>Neue Stücke in diesen Ordnern kommen von selbst in {}.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Beobachtete Ordner</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Einen Ordner beobachten…</translation>
    </message>
    <message>
        <source>Choose a folder; the ones inside it are watched, too</source>
        <translation>Wählen Sie einen Ordner; die darin werden mit beobachtet</translation>
    </message>
    <message>
        <source>Watch it no more</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Its songs stay in the library</source>
        <translation>Ihre Stücke bleiben in der Bibliothek</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Einen Ordner beobachten</translation>
    </message>
</context>
<context>
    <name>WordMappingDialog</name>
    <message>
        <source>What the words of {} mean</source>
        <translation>Was die Wörter von {} bedeuten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Die Wörter filtern</translation>
    </message>
    <message>
        <source>Only words without a meaning</source>
        <translation>Nur Wörter ohne Bedeutung</translation>
    </message>
    <message>
        <source>Take the clear ones</source>
        <translation>Die eindeutigen übernehmen</translation>
    </message>
    <message>
        <source>Set each open word to the tag that is spelled like it</source>
        <translation>Jedem offenen Wort das gleich geschriebene Tag zuordnen</translation>
    </message>
    <message>
        <source>The model&apos;s word</source>
        <translation>Wort des Modells</translation>
    </message>
    <message>
        <source>stands for my tag</source>
        <translation>steht für mein Tag</translation>
    </message>
    <message>
        <source>The model&apos;s words and my tags</source>
        <translation>Die Wörter des Modells und meine Tags</translation>
    </message>
    <message>
        <source>The model has learned this tag from your decisions</source>
        <translation>Das Modell hat dieses Tag aus Ihren Entscheidungen gelernt</translation>
    </message>
    <message>
        <source>“{}” and “{}” both stand for {}: the higher score counts.</source>
        <translation>„{}“ und „{}“ stehen beide für {}: der höhere Wert zählt.</translation>
    </message>
    <message>
        <source>What {} means</source>
        <translation>Was {} bedeutet</translation>
    </message>
    <message>
        <source>A word that stands for one of your tags counts as its suggestion, and for predicted:TAG in the search line. This holds for every model that did not learn the word from you.</source>
        <translation>Ein Wort, das für eines Ihrer Tags steht, zählt als dessen Vorschlag, auch bei predicted:TAG in der Suchzeile. Das gilt für jedes Modell, das dieses Wort nicht von Ihnen gelernt hat.</translation>
    </message>
    <message>
        <source>{} (the same word)</source>
        <translation>{} (dasselbe Wort)</translation>
    </message>
    <message>
        <source>none of my tags</source>
        <translation>keines meiner Tags</translation>
    </message>
    <message>
        <source>{} (spelled alike)</source>
        <translation>{} (ähnlich geschrieben)</translation>
    </message>
    <message>
        <source>{} of {:# word stands|# words stand} for a tag.</source>
        <translation>{} von {:# Wort steht|# Wörtern stehen} für ein Tag.</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>It is clear now</source>
        <translation>Jetzt ist es klar</translation>
    </message>
    <message>
        <source>These decisions are learned from again</source>
        <translation>Aus diesen Entscheidungen wird wieder gelernt</translation>
    </message>
    <message>
        <source>As long as the button is held, as loud as the open song</source>
        <translation>Solange die Taste gehalten wird, so laut wie das offene Stück</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>Offenes Stück</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Markieren…</translation>
    </message>
    <message>
        <source>Make the loop, or the open song, an example of this tag</source>
        <translation>Die Schleife oder das offene Stück zum Beispiel für dieses Tag machen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Verwenden, wenn</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Nicht, wenn</translation>
    </message>
    <message>
        <source>No definition yet: Edit… writes one</source>
        <translation>Noch keine Definition: „Bearbeiten…“ schreibt eine</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} decided before this meaning was changed.</source>
        <translation>{n:# Stück wurde|# Stücke wurden} entschieden, bevor diese Bedeutung geändert wurde.</translation>
    </message>
    <message>
        <source>Called unclear in {n:# song|# songs}: left out of learning until it is settled.</source>
        <translation>Bei {n:# Stück|# Stücken} unklar genannt: Gelernt wird davon erst, wenn es geklärt ist.</translation>
    </message>
    <message>
        <source>No example yet. Loop a part of a song that is one, or is not, and mark it.</source>
        <translation>Noch kein Beispiel. Legen Sie eine Schleife um eine Stelle, die es ist oder nicht ist, und markieren Sie sie.</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Ja, das ist es: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>Nein, das ist es nicht: {song}</translation>
    </message>
    <message>
        <source>Hear them again</source>
        <translation>Noch einmal hören</translation>
    </message>
    <message>
        <source>Hear them</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>There is no tag yet: New tag… makes one, Add words… takes a list.</source>
        <translation>Es gibt noch kein Tag: „Neues Tag…“ macht eines, „Wörter hinzufügen…“ nimmt eine Liste.</translation>
    </message>
    <message>
        <source>Choose a tag above: its meaning, examples and history stand here.</source>
        <translation>Wählen Sie oben ein Tag: Hier stehen dann seine Bedeutung, Beispiele und Geschichte.</translation>
    </message>
    <message>
        <source>Never changed.</source>
        <translation>Nie geändert.</translation>
    </message>
</context>
<context>
    <name>WordTarget</name>
    <message>
        <source>What the selected words become</source>
        <translation>Was aus den gewählten Wörtern wird</translation>
    </message>
    <message>
        <source>this tag</source>
        <translation>dieses Tag</translation>
    </message>
    <message>
        <source>another name of this tag</source>
        <translation>ein anderer Name dieses Tags</translation>
    </message>
    <message>
        <source>a new tag</source>
        <translation>ein neues Tag</translation>
    </message>
    <message>
        <source>nothing: leave them out</source>
        <translation>nichts: sie bleiben weg</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>Das Tag</translation>
    </message>
    <message>
        <source>The new tag&apos;s name</source>
        <translation>Name des neuen Tags</translation>
    </message>
    <message>
        <source>The new tag&apos;s category</source>
        <translation>Kategorie des neuen Tags</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>{tag} (spelled alike)</source>
        <translation>{tag} (ähnlich geschrieben)</translation>
    </message>
    <message>
        <source>{tag} (new, spelled alike)</source>
        <translation>{tag} (neu, ähnlich geschrieben)</translation>
    </message>
</context>
<context>
    <name>WordsChoice</name>
    <message>
        <source>Where the words come from</source>
        <translation>Woher die Wörter kommen</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Datei: {name}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>several</source>
        <translation>verschiedene</translation>
    </message>
    <message>
        <source>Several artists are separated by a semicolon. The files are not changed.</source>
        <translation>Mehrere Künstler werden durch Strichpunkt getrennt. Die Dateien bleiben unverändert.</translation>
    </message>
    <message>
        <source>Only what you type is changed, in all of these songs at once.</source>
        <translation>Nur was Sie eintippen, ändert sich, in allen diesen Stücken auf einmal.</translation>
    </message>
    <message>
        <source>This is no year. Write it as in 1932, c1965 or 1980–1990, of which the first counts.</source>
        <translation>Das ist kein Jahr. Schreiben Sie es wie 1932, c1965 oder 1980–1990; davon zählt das erste.</translation>
    </message>
    <message>
        <source>“{}” is the wrong way round: {} comes after {}.</source>
        <translation>„{}“ ist verkehrt herum: {} kommt nach {}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Data of {n} songs</source>
        <translation>Angaben zu {n} Stücken</translation>
    </message>
    <message>
        <source>Song data</source>
        <translation>Angaben zum Stück</translation>
    </message>
    <message>
        <source>✎ Yours. The file says: {word}</source>
        <translation>✎ Von Ihnen. Die Datei sagt: {word}</translation>
    </message>
    <message>
        <source>✎ Yours. The file says nothing.</source>
        <translation>✎ Von Ihnen. Die Datei sagt nichts.</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>Aus der Datei nehmen</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Die Wörter filtern</translation>
    </message>
    <message>
        <source>Only new words</source>
        <translation>Nur neue Wörter</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>Wörter der Datei</translation>
    </message>
    <message>
        <source>{tag} (retired)</source>
        <translation>{tag} (stillgelegt)</translation>
    </message>
    <message>
        <source>{tag}, and another name of it</source>
        <translation>{tag}, und ein anderer Name dafür</translation>
    </message>
    <message>
        <source>new: {name} in {category}</source>
        <translation>neu: {name} in {category}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bleibt weg</translation>
    </message>
    <message>
        <source>new: {name} in {category}, and another name of it</source>
        <translation>neu: {name} in {category}, und ein anderer Name dafür</translation>
    </message>
    <message>
        <source>new: {name} in {category}; looks like {tag}</source>
        <translation>neu: {name} in {category}; ähnelt {tag}</translation>
    </message>
    <message>
        <source>{n:# word becomes|# words become}</source>
        <translation>{n:# Wort wird|# Wörter werden}</translation>
    </message>
    <message>
        <source>No word is selected</source>
        <translation>Kein Wort ist gewählt</translation>
    </message>
    <message>
        <source>Select one or several words and say what they become. What is here already, or looks alike here or in the file, is offered first.</source>
        <translation>Wählen Sie ein oder mehrere Wörter und sagen Sie, was daraus wird. Was es hier schon gibt oder was hier oder in der Datei ähnlich aussieht, wird zuerst angeboten.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop; nothing is kept of it</source>
        <translation>Aufhören; nichts wird behalten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation>Die Meldung mit ihren Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>noch {}</translation>
    </message>
</context>
<context>
    <name>WriteRuleRow</name>
    <message>
        <source>What the tag says of the other one</source>
        <translation>Was das Tag über das andere sagt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Go by this rule from now on</source>
        <translation>Von jetzt an gilt diese Regel</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>Das Tag</translation>
    </message>
    <message>
        <source>The other tag</source>
        <translation>Das andere Tag</translation>
    </message>
    <message>
        <source>Write a rule:</source>
        <translation>Eine Regel schreiben:</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>ein Tag</translation>
    </message>
</context>
<context>
    <name>YieldChart</name>
    <message>
        <source>What learned models were worth, by the time before them</source>
        <translation>Was gelernte Modelle wert waren, nach der Zeit davor</translation>
    </message>
    <message>
        <source>Learn from your tags: then it shows what your time has bought.</source>
        <translation>Lernen Sie aus Ihren Tags: Dann zeigt sich hier, was Ihre Zeit gebracht hat.</translation>
    </message>
    <message>
        <source>Learned models: pairs of 100 in order</source>
        <translation>Gelernte Modelle: Paare von 100 in Ordnung</translation>
    </message>
    <message>
        <source>active minutes</source>
        <translation>aktive Minuten</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>{} of 100 pairs in order</source>
        <translation>{} von 100 Paaren in Ordnung</translation>
    </message>
    <message>
        <source>after {} active minutes</source>
        <translation>nach {} aktiven Minuten</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# Entscheidung|# Entscheidungen}</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>for it</source>
        <translation>dafür</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>Orange: for the word, blue: against it</source>
        <translation>Orange: für das Wort, blau: dagegen</translation>
    </message>
</context>
<context>
    <name>_TagLine</name>
    <message>
        <source>{tag} (also {alias})</source>
        <translation>{tag} (auch {alias})</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Listen to songs, tag them by ear in your own words, and have a CNN+LSTM learn them.</source>
        <translation>Stücke hören, nach Gehör mit eigenen Wörtern taggen, und ein CNN+LSTM lernt sie.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>abx_test</name>
    <message>
        <source>Read songs to compare</source>
        <translation>Stücke zum Vergleichen lesen</translation>
    </message>
    <message>
        <source>A song of this test was removed.</source>
        <translation>Ein Stück dieses Tests wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>abx_texts</name>
    <message>
        <source>{right} of {n}, p {p}</source>
        <translation>{right} von {n}, p {p}</translation>
    </message>
    <message>
        <source>tells them apart: {result}</source>
        <translation>unterscheidet sie: {result}</translation>
    </message>
    <message>
        <source>not clear: {result}</source>
        <translation>unklar: {result}</translation>
    </message>
    <message>
        <source>does not tell them apart: {result}</source>
        <translation>unterscheidet sie nicht: {result}</translation>
    </message>
    <message>
        <source>{age}, before a meaning was changed</source>
        <translation>{age}, vor der Änderung einer Bedeutung</translation>
    </message>
    <message>
        <source>before: {tests}</source>
        <translation>vorher: {tests}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Stücke hinzufügen…</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Stücke hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Einen Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>Eine Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Eine Bibliothek öffnen</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek…</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Open my own library</source>
        <translation>Meine eigene Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open the demo library</source>
        <translation>Die Beispielbibliothek öffnen</translation>
    </message>
    <message>
        <source>Find missing files…</source>
        <translation>Fehlende Dateien finden…</translation>
    </message>
    <message>
        <source>Find missing files</source>
        <translation>Fehlende Dateien finden</translation>
    </message>
    <message>
        <source>Same recording twice…</source>
        <translation>Dieselbe Aufnahme doppelt…</translation>
    </message>
    <message>
        <source>Same recording twice</source>
        <translation>Dieselbe Aufnahme doppelt</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Write tags to files…</source>
        <translation>Tags in Dateien schreiben…</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Tags in Dateien schreiben</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open in the system&apos;s player</source>
        <translation>Im Abspielprogramm des Systems öffnen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Prepare a deposit…</source>
        <translation>Veröffentlichung vorbereiten…</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Veröffentlichung vorbereiten</translation>
    </message>
    <message>
        <source>Ask a colleague…</source>
        <translation>Eine Kollegin fragen…</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Eine Kollegin fragen</translation>
    </message>
    <message>
        <source>Open a request…</source>
        <translation>Eine Anfrage öffnen…</translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation>Eine Anfrage öffnen</translation>
    </message>
    <message>
        <source>Send answers…</source>
        <translation>Antworten senden…</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Antworten senden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Die Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Title, artists, album and year…</source>
        <translation>Titel, Künstler, Album und Jahr…</translation>
    </message>
    <message>
        <source>Title, artists, album and year</source>
        <translation>Titel, Künstler, Album und Jahr</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen…</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Rename the model or search…</source>
        <translation>Modell oder Suche umbenennen…</translation>
    </message>
    <message>
        <source>Rename the model or search</source>
        <translation>Modell oder Suche umbenennen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Blind mode: hide the model&apos;s guesses</source>
        <translation>Blindmodus: Vermutungen des Modells verdecken</translation>
    </message>
    <message>
        <source>Show the guesses for this song</source>
        <translation>Die Vermutungen zu diesem Stück zeigen</translation>
    </message>
    <message>
        <source>Scores of the second under the playhead</source>
        <translation>Werte der Sekunde an der Abspielmarke</translation>
    </message>
    <message>
        <source>Scores of the song up to the playhead</source>
        <translation>Werte des Stücks bis zur Abspielmarke</translation>
    </message>
    <message>
        <source>See the song as the model hears it</source>
        <translation>Das Stück sehen, wie das Modell es hört</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Herauszoomen</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Das ganze Stück zeigen</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Auf die Schleife zoomen</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>Weiterrollen</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>To the part before</source>
        <translation>Zum Teil davor</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>5 s zurück</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>5 s vor</translation>
    </message>
    <message>
        <source>Back 15 s</source>
        <translation>15 s zurück</translation>
    </message>
    <message>
        <source>Forward 15 s</source>
        <translation>15 s vor</translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation>1 s zurück</translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation>1 s vor</translation>
    </message>
    <message>
        <source>Slower, in the same pitch</source>
        <translation>Langsamer, in derselben Tonhöhe</translation>
    </message>
    <message>
        <source>Faster, in the same pitch</source>
        <translation>Schneller, in derselben Tonhöhe</translation>
    </message>
    <message>
        <source>At its own speed</source>
        <translation>Im eigenen Tempo</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Voriges Stück</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>Loop begins here</source>
        <translation>Schleife beginnt hier</translation>
    </message>
    <message>
        <source>Loop ends here</source>
        <translation>Schleife endet hier</translation>
    </message>
    <message>
        <source>Loop on or off</source>
        <translation>Schleife an oder aus</translation>
    </message>
    <message>
        <source>Accept the first suggestion</source>
        <translation>Den ersten Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Reject the first suggestion</source>
        <translation>Den ersten Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Accept it and go to the next song</source>
        <translation>Annehmen und zum nächsten Stück</translation>
    </message>
    <message>
        <source>Hear why: loop what speaks most for the suggestion</source>
        <translation>Hören, was am meisten für den Vorschlag spricht (Schleife)</translation>
    </message>
    <message>
        <source>Hear what speaks against it</source>
        <translation>Hören, was dagegen spricht</translation>
    </message>
    <message>
        <source>Hear what speaks for the tag and against it</source>
        <translation>Hören, was für das Tag spricht und was dagegen</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most for it</source>
        <translation>Die Sekunden hören, die am meisten dafür sprechen</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most against it</source>
        <translation>Die Sekunden hören, die am meisten dagegen sprechen</translation>
    </message>
    <message>
        <source>Hear the nearest judged song with the tag</source>
        <translation>Das ähnlichste beurteilte Stück mit dem Tag hören</translation>
    </message>
    <message>
        <source>Hear the nearest judged song without it</source>
        <translation>Das ähnlichste beurteilte Stück ohne es hören</translation>
    </message>
    <message>
        <source>The rest is no: in the category judged last, or after its letter</source>
        <translation>Der Rest ist Nein: in der zuletzt beurteilten Kategorie oder nach deren Taste</translation>
    </message>
    <message>
        <source>The rest is no: in all categories</source>
        <translation>Der Rest ist Nein: in allen Kategorien</translation>
    </message>
    <message>
        <source>Find a tag by typing</source>
        <translation>Ein Tag durch Tippen suchen</translation>
    </message>
    <message>
        <source>Tag this region…</source>
        <translation>Diesen Abschnitt taggen…</translation>
    </message>
    <message>
        <source>Tag this region</source>
        <translation>Diesen Abschnitt taggen</translation>
    </message>
    <message>
        <source>Copy tags from the song before</source>
        <translation>Tags vom vorigen Stück übernehmen</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Neues Tag…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>Codebook…</source>
        <translation>Codebuch…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>Agreement of annotators</source>
        <translation>Übereinstimmung der Annotatoren</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aus meinen Tags lernen</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Das neue Modell benutzen</translation>
    </message>
    <message>
        <source>Keep the old model</source>
        <translation>Das alte Modell behalten</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Wo das Modell widerspricht</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Lernen abbrechen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean…</source>
        <translation>Was die Wörter des Modells bedeuten…</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean</source>
        <translation>Was die Wörter des Modells bedeuten</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Ähnliche Stücke</translation>
    </message>
    <message>
        <source>More songs like these</source>
        <translation>Mehr Stücke wie diese</translation>
    </message>
    <message>
        <source>Fewer songs like these</source>
        <translation>Weniger Stücke wie diese</translation>
    </message>
    <message>
        <source>Map of the songs</source>
        <translation>Karte der Stücke</translation>
    </message>
    <message>
        <source>Get a pretrained model…</source>
        <translation>Ein trainiertes Modell holen…</translation>
    </message>
    <message>
        <source>Get a pretrained model</source>
        <translation>Ein trainiertes Modell holen</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Ein Modell importieren…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell importieren</translation>
    </message>
    <message>
        <source>Learn on another machine…</source>
        <translation>Auf einem anderen Rechner lernen…</translation>
    </message>
    <message>
        <source>Learn on another machine</source>
        <translation>Auf einem anderen Rechner lernen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Show the log file</source>
        <translation>Die Protokolldatei zeigen</translation>
    </message>
    <message>
        <source>About RhythmCap</source>
        <translation>Über RhythmCap</translation>
    </message>
    <message>
        <source>letter, letter</source>
        <translation>Buchstabe, Buchstabe</translation>
    </message>
    <message>
        <source>The category, then the tag: yes. The same again: not judged</source>
        <translation>Kategorie, dann Tag: ja. Noch einmal: nicht beurteilt</translation>
    </message>
    <message>
        <source>letter, Shift+letter</source>
        <translation>Buchstabe, Umschalt+Buchstabe</translation>
    </message>
    <message>
        <source>The tag: no</source>
        <translation>Das Tag: nein</translation>
    </message>
    <message>
        <source>letter, Alt+letter</source>
        <translation>Buchstabe, Alt+Buchstabe</translation>
    </message>
    <message>
        <source>The tag: unsure</source>
        <translation>Das Tag: unsicher</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>After the two letters, or on a chip reached by Tab: how strongly it holds; 0 takes that back</source>
        <translation>Nach den zwei Buchstaben, oder auf einem mit Tab erreichten Tag: wie stark es gilt; 0 nimmt es zurück</translation>
    </message>
    <message>
        <source>Not this category after all</source>
        <translation>Doch nicht diese Kategorie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Read song data from files again</source>
        <translation>Angaben der Dateien neu lesen</translation>
    </message>
    <message>
        <source>Import decisions…</source>
        <translation>Entscheidungen importieren…</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Entscheidungen importieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>End the loop; leave the questions</source>
        <translation>Schleife beenden; die Fragen verlassen</translation>
    </message>
    <message>
        <source>Question: yes, keep, right</source>
        <translation>Frage: ja, behalten, richtig</translation>
    </message>
    <message>
        <source>Question: no, change, wrong</source>
        <translation>Frage: nein, ändern, falsch</translation>
    </message>
    <message>
        <source>Question: unsure</source>
        <translation>Frage: unsicher</translation>
    </message>
    <message>
        <source>Questions: back to all songs</source>
        <translation>Fragen: zurück zu allen Stücken</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Was den Tags noch fehlt</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Letzte Bibliotheken</translation>
    </message>
    <message>
        <source>Deform the sound as it plays</source>
        <translation>Klang beim Abspielen verformen</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>Der Klang, wie er ist</translation>
    </message>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>Hört es auf die Musik oder auf das Mastering?</translation>
    </message>
    <message>
        <source>What speaks for this word?</source>
        <translation>Was spricht für dieses Wort?</translation>
    </message>
    <message>
        <source>Play only what mattered, or the original as loud</source>
        <translation>Nur das Wichtige spielen, oder das Original gleich laut</translation>
    </message>
    <message>
        <source>Look inside the model…</source>
        <translation>In das Modell hineinsehen…</translation>
    </message>
    <message>
        <source>Look inside the model</source>
        <translation>In das Modell hineinsehen</translation>
    </message>
    <message>
        <source>Which system suits my tags?</source>
        <translation>Welches System passt zu meinen Tags?</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Where my time went</source>
        <translation>Wohin meine Zeit ging</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example…</source>
        <translation>Schleife oder Stück als Beispiel markieren…</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example</source>
        <translation>Schleife oder Stück als Beispiel markieren</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Was als Nächstes zu beurteilen ist</translation>
    </message>
    <message>
        <source>Ask me about one tag…</source>
        <translation>Nach einem Tag fragen…</translation>
    </message>
    <message>
        <source>Ask me about one tag</source>
        <translation>Nach einem Tag fragen</translation>
    </message>
    <message>
        <source>How common is it?</source>
        <translation>Wie häufig ist es?</translation>
    </message>
    <message>
        <source>Learn from each decision</source>
        <translation>Aus jeder Entscheidung lernen</translation>
    </message>
    <message>
        <source>Keep what it learned as a model</source>
        <translation>Das Gelernte als Modell behalten</translation>
    </message>
    <message>
        <source>Word grammar</source>
        <translation>Wortgrammatik</translation>
    </message>
    <message>
        <source>Yes to the first tag that a rule implies</source>
        <translation>Ja zum ersten Tag, das aus einer Regel folgt</translation>
    </message>
    <message>
        <source>Closed listening: no picture, no guesses</source>
        <translation>Geschlossenes Hören: kein Bild, keine Vermutungen</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Die Aufzählung der Tags kopieren</translation>
    </message>
    <message>
        <source>Is it getting better?</source>
        <translation>Wird es besser?</translation>
    </message>
    <message>
        <source>Go through what changed its mind</source>
        <translation>Durchgehen, wo es seine Meinung geändert hat</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Wobei hat es seine Meinung geändert?</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Wie viele Stücke noch?</translation>
    </message>
    <message>
        <source>Use my graphics card…</source>
        <translation>Meine Grafikkarte benutzen…</translation>
    </message>
    <message>
        <source>Use my graphics card</source>
        <translation>Meine Grafikkarte benutzen</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>Compare annotators</source>
        <translation>Annotatoren vergleichen</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Copy the library</source>
        <translation>Die Bibliothek kopieren</translation>
    </message>
    <message>
        <source>Read the copies</source>
        <translation>Die Kopien lesen</translation>
    </message>
    <message>
        <source>Restore the library</source>
        <translation>Die Bibliothek wiederherstellen</translation>
    </message>
    <message>
        <source>The library was put together from what can be read of a damaged copy of {}.</source>
        <translation>Die Bibliothek wurde aus dem zusammengesetzt, was von einer beschädigten Kopie vom {} lesbar ist.</translation>
    </message>
    <message>
        <source>The library is as it was on {}, with the later changes of its log.</source>
        <translation>Die Bibliothek ist wie am {}, mit den späteren Änderungen aus ihrem Protokoll.</translation>
    </message>
    <message>
        <source>The library is as it was on {}.</source>
        <translation>Die Bibliothek ist, wie sie am {} war.</translation>
    </message>
    <message>
        <source>The former one was kept: {}</source>
        <translation>Die frühere wurde aufgehoben: {}</translation>
    </message>
    <message>
        <source>Its log, which may hold some of them, was kept: {}</source>
        <translation>Ihr Protokoll, das manche davon enthalten kann, wurde aufbewahrt: {}</translation>
    </message>
    <message>
        <source>The library is as it was on {}. Later changes are missing.</source>
        <translation>Die Bibliothek ist wie am {}. Spätere Änderungen fehlen.</translation>
    </message>
    <message>
        <source>A log found there was kept: {}</source>
        <translation>Ein Protokoll, das dort lag, wurde aufbewahrt: {}</translation>
    </message>
</context>
<context>
    <name>booklets</name>
    <message>
        <source>The booklet is saved: {name}. A browser prints it, or saves it as PDF.</source>
        <translation>Das Heft ist gespeichert: {name}. Ein Browser druckt es oder sichert es als PDF.</translation>
    </message>
    <message>
        <source>Write the booklet</source>
        <translation>Heft schreiben</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Say how strongly “{tag}” holds in those of {songs} songs that have it?</source>
        <translation>Angeben, wie stark „{tag}“ in denen von {songs} Stücken zutrifft, die es haben?</translation>
    </message>
    <message>
        <source>Note added to each song.</source>
        <translation>Notiz zu jedem Stück hinzugefügt.</translation>
    </message>
    <message>
        <source>Note written for each song.</source>
        <translation>Notiz zu jedem Stück geschrieben.</translation>
    </message>
    <message>
        <source>Write this note on {songs} songs?</source>
        <translation>Diese Notiz zu {songs} Stücken schreiben?</translation>
    </message>
    <message>
        <source>Stored for the {songs:song that has|# songs that have} “{tag}”.</source>
        <translation>Gespeichert für {songs:das Stück|die # Stücke} mit „{tag}“.</translation>
    </message>
    <message>
        <source>Tag {songs} songs with “{tag}”?</source>
        <translation>{songs} Stücke mit „{tag}“ taggen?</translation>
    </message>
    <message>
        <source>Say no to “{tag}” for {songs} songs?</source>
        <translation>Bei {songs} Stücken nein zu „{tag}“ sagen?</translation>
    </message>
    <message>
        <source>Mark “{tag}” as unsure for {songs} songs?</source>
        <translation>„{tag}“ bei {songs} Stücken als unsicher markieren?</translation>
    </message>
    <message>
        <source>Take back what was decided on “{tag}” for {songs} songs?</source>
        <translation>Zurücknehmen, was zu „{tag}“ bei {songs} Stücken entschieden wurde?</translation>
    </message>
    <message>
        <source>None of the selected songs has “{tag}”.</source>
        <translation>Keines der gewählten Stücke hat „{tag}“.</translation>
    </message>
</context>
<context>
    <name>changed</name>
    <message>
        <source>Compare with the former model</source>
        <translation>Mit dem früheren Modell vergleichen</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost</source>
        <translation>Tags, die Stücke gewonnen und verloren haben</translation>
    </message>
    <message>
        <source>The former model&apos;s score and the new one&apos;s</source>
        <translation>Der Wert des früheren Modells und der des neuen</translation>
    </message>
    <message>
        <source>How improbable the former model held it, in bits: 1 for one in two, 3.3 for one in ten, 6.6 for one in a hundred</source>
        <translation>Für wie unwahrscheinlich das frühere Modell es hielt, in Bit: 1 für eins von zwei, 3,3 für eins von zehn, 6,6 für eins von hundert</translation>
    </message>
</context>
<context>
    <name>changed_files</name>
    <message>
        <source>“{title}”: its file holds another sound now.</source>
        <translation>„{title}“: Die Datei enthält jetzt eine andere Aufnahme.</translation>
    </message>
    <message>
        <source>The song keeps its tags and is missing; the new sound is a song of its own.</source>
        <translation>Das Stück behält seine Tags und fehlt; der neue Klang ist ein eigenes Stück.</translation>
    </message>
    <message>
        <source>The rest of “{title}” has arrived: its tags are on the whole song now.</source>
        <translation>Der Rest von „{title}“ ist da: Seine Tags gehören jetzt zum ganzen Stück.</translation>
    </message>
    <message>
        <source>Their songs keep their tags and are missing; the sounds are new songs.</source>
        <translation>Ihre Stücke behalten ihre Tags und fehlen; die Klänge sind neue Stücke.</translation>
    </message>
    <message>
        <source>Half songs whose rest has arrived, with their tags: {}</source>
        <translation>Halbe Stücke, deren Rest angekommen ist, mit ihren Tags: {}</translation>
    </message>
    <message>
        <source>Files that hold other sounds now: {}</source>
        <translation>Dateien, die jetzt andere Klänge enthalten: {}</translation>
    </message>
</context>
<context>
    <name>chip_state</name>
    <message>
        <source>yes in {yes} of {songs:# song|# songs} · no {no} · unsure {unsure} · not judged {rest}</source>
        <translation>ja in {yes} von {songs:# Stück|# Stücken} · nein {no} · unsicher {unsure} · offen {rest}</translation>
    </message>
</context>
<context>
    <name>closer_evidence</name>
    <message>
        <source>Find the seconds that speak most</source>
        <translation>Die Sekunden finden, die am meisten dafür oder dagegen sprechen</translation>
    </message>
</context>
<context>
    <name>colleague</name>
    <message>
        <source>A request about {songs:# song|# songs} and {tags:# tag|# tags} is in {file}.</source>
        <translation>Eine Anfrage zu {songs:# Stück|# Stücken} und {tags:# Tag|# Tags} ist in {file}.</translation>
    </message>
    <message>
        <source>Send it; the answer comes in by File ▸ Import decisions…</source>
        <translation>Senden Sie sie; die Antwort kommt mit „Datei ▸ Entscheidungen importieren…“ herein.</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} by {name} {n:is|are} in {file}.</source>
        <translation>{n:# Entscheidung|# Entscheidungen} von {name}: in {file} geschrieben.</translation>
    </message>
    <message>
        <source>Found of the request: {found} of {n:# song|# songs}.</source>
        <translation>Von der Anfrage gefunden: {found} von {n:# Stück|# Stücken}.</translation>
    </message>
    <message>
        <source>Judge them, then File ▸ Send answers…</source>
        <translation>Beurteilen Sie sie, dann „Datei ▸ Antworten senden…“</translation>
    </message>
    <message>
        <source>Write a request</source>
        <translation>Eine Anfrage schreiben</translation>
    </message>
    <message>
        <source>Looking for the songs of the request</source>
        <translation>Stücke der Anfrage suchen</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Eine Antwort schreiben</translation>
    </message>
    <message>
        <source>Send it to {name}.</source>
        <translation>Senden Sie sie an {name}.</translation>
    </message>
    <message>
        <source>your colleague</source>
        <translation>Ihre Kollegin</translation>
    </message>
    <message>
        <source>Not found: {}</source>
        <translation>Nicht gefunden: {}</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Something went wrong: {}</source>
        <translation>Etwas ist schiefgegangen: {}</translation>
    </message>
    <message>
        <source>The details are in the log file, too.</source>
        <translation>Die Einzelheiten stehen auch in der Protokolldatei.</translation>
    </message>
</context>
<context>
    <name>contradiction</name>
    <message>
        <source>“{tag}” of this song is left out of learning until you settle it in the codebook.</source>
        <translation>„{tag}“ bei diesem Stück wird erst gelernt, wenn Sie es im Codebuch geklärt haben.</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>There was no song before this one.</source>
        <translation>Vor diesem war kein Stück offen.</translation>
    </message>
    <message>
        <source>Tags copied from “{}”: {}</source>
        <translation>Tags von „{}“ übernommen: {}</translation>
    </message>
    <message>
        <source>“{}” has no tag that is not judged here.</source>
        <translation>„{}“ hat kein Tag, das hier nicht beurteilt ist.</translation>
    </message>
</context>
<context>
    <name>deform_sliders</name>
    <message>
        <source>{} treble</source>
        <translation>{} Höhen</translation>
    </message>
    <message>
        <source>noise of {} of the peak</source>
        <translation>Rauschen von {} der Spitze</translation>
    </message>
    <message>
        <source>{} level</source>
        <translation>{} Pegel</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Höhen</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Tilts the spectrum around 1 kHz: so much more at 16 kHz, as much less at 62 Hz</source>
        <translation>Kippt das Spektrum um 1 kHz: so viel mehr bei 16 kHz, ebenso viel weniger bei 62 Hz</translation>
    </message>
    <message>
        <source>Shifts all pitches by up to a semitone; the tempo stays</source>
        <translation>Verschiebt alle Tonhöhen um bis zu einen Halbton; das Tempo bleibt</translation>
    </message>
    <message>
        <source>Adds white noise; its peak is this share of the song&apos;s own</source>
        <translation>Fügt weißes Rauschen hinzu; seine Spitze ist dieser Anteil der Spitze des Stücks</translation>
    </message>
    <message>
        <source>Louder or softer; what goes beyond full scale is cut off</source>
        <translation>Lauter oder leiser; was über Vollaussteuerung geht, wird abgeschnitten</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} Halbtöne</translation>
    </message>
</context>
<context>
    <name>deformation_words</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Höhen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Slower or faster, 0.7 to 1.4 times, with the pitch kept</source>
        <translation>Langsamer oder schneller, das 0,7- bis 1,4-Fache, bei gleicher Tonhöhe</translation>
    </message>
    <message>
        <source>Up to a semitone lower or higher, with the tempo kept</source>
        <translation>Bis zu einen Halbton tiefer oder höher, bei gleichem Tempo</translation>
    </message>
    <message>
        <source>Loud becomes quieter and quiet louder, as on air: two presets</source>
        <translation>Lautes wird leiser und Leises lauter, wie im Rundfunk: zwei Voreinstellungen</translation>
    </message>
    <message>
        <source>White noise, its peak up to .4 of the song&apos;s own</source>
        <translation>Weißes Rauschen, seine Spitze bis .4 der Spitze des Stücks</translation>
    </message>
    <message>
        <source>Up to 6 dB more treble and less bass, or less treble and more bass</source>
        <translation>Bis zu 6 dB mehr Höhen und weniger Bass, oder weniger Höhen und mehr Bass</translation>
    </message>
    <message>
        <source>As a small MP3 file, 64 kbit/s</source>
        <translation>Als kleine MP3-Datei, 64 kbit/s</translation>
    </message>
    <message>
        <source>20 dB quieter to 6 dB louder; what goes beyond full scale is cut off</source>
        <translation>20 dB leiser bis 6 dB lauter; was über Vollaussteuerung geht, wird abgeschnitten</translation>
    </message>
    <message>
        <source>Both channels mixed to one</source>
        <translation>Beide Kanäle zu einem gemischt</translation>
    </message>
    <message>
        <source>Only 30 seconds from the middle</source>
        <translation>Nur 30 Sekunden aus der Mitte</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>ein Kanal</translation>
    </message>
    <message>
        <source>{} ×</source>
        <translation>{} ×</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} Halbtöne</translation>
    </message>
    <message>
        <source>{} of the peak</source>
        <translation>{} der Spitze</translation>
    </message>
    <message>
        <source>music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>deformed_playback</name>
    <message>
        <source>The song&apos;s file is not there, or it is another sound now.</source>
        <translation>Die Datei des Stücks ist nicht da, oder sie ist jetzt ein anderer Klang.</translation>
    </message>
    <message>
        <source>Listen to {} deformed</source>
        <translation>{} verformt hören</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>Composing the demo library</source>
        <translation>Die Beispielbibliothek wird komponiert</translation>
    </message>
</context>
<context>
    <name>deposits</name>
    <message>
        <source>Count what goes in</source>
        <translation>Inhalt zählen</translation>
    </message>
    <message>
        <source>Read its README.md first: it is what others will see.</source>
        <translation>Lesen Sie zuerst die README.md: Das sehen die anderen.</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Veröffentlichung vorbereiten</translation>
    </message>
    <message>
        <source>The deposit is prepared: {name}, {n:# file|# files}.</source>
        <translation>Die Veröffentlichung ist vorbereitet: {name}, {n:# Datei|# Dateien}.</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>Look for the same recording twice</source>
        <translation>Doppelte Aufnahmen suchen</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Undone on “{song}”: {edit}</source>
        <translation>Rückgängig bei „{song}“: {edit}</translation>
    </message>
    <message>
        <source>Done again on “{song}”: {edit}</source>
        <translation>Wiederholt bei „{song}“: {edit}</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Rückgängig: {}</translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation>Wiederholt: {}</translation>
    </message>
    <message>
        <source>Undoing: {}</source>
        <translation>Wird rückgängig gemacht: {}</translation>
    </message>
    <message>
        <source>Doing again: {}</source>
        <translation>Wird wiederholt: {}</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} written to {path}</source>
        <translation>{n:# Tag|# Tags} nach {path} geschrieben</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>Open a song first.</source>
        <translation>Öffnen Sie zuerst ein Stück.</translation>
    </message>
    <message>
        <source>“{tag}” has an example more.</source>
        <translation>„{tag}“ hat ein Beispiel mehr.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>{n:# row was|# rows were} written: {names}</source>
        <translation>{n:# Zeile|# Zeilen} geschrieben: {names}</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
        <source>No decision is there to be exported.</source>
        <translation>Es gibt keine Entscheidung zu exportieren.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} left out:</source>
        <translation>{n:# Stück blieb|# Stücke blieben} weg:</translation>
    </message>
    <message>
        <source>{n:# more file|# more files}</source>
        <translation>{n:# weitere Datei|# weitere Dateien}</translation>
    </message>
</context>
<context>
    <name>file_tags</name>
    <message>
        <source>Compare files</source>
        <translation>Dateien vergleichen</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Tags in Dateien schreiben</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# Datei wurde|# Dateien wurden} geschrieben.</translation>
    </message>
</context>
<context>
    <name>filter_detail</name>
    <message>
        <source>frequency: {n} of {bands} bands →</source>
        <translation>Frequenz: {n} von {bands} Bändern →</translation>
    </message>
    <message>
        <source>time: {length} ms →</source>
        <translation>Zeit: {length} ms →</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>band {band} from below, {ms} ms</source>
        <translation>Band {band} von unten, {ms} ms</translation>
    </message>
    <message>
        <source>frequency: {n} bands →</source>
        <translation>Frequenz: {n} Bänder →</translation>
    </message>
    <message>
        <source>at {ms} ms</source>
        <translation>bei {ms} ms</translation>
    </message>
    <message>
        <source>time: {n} samples ({length} ms) →</source>
        <translation>Zeit: {n} Abtastwerte ({length} ms) →</translation>
    </message>
</context>
<context>
    <name>filters_page</name>
    <message>
        <source>{name}: {n:# filter|# filters} of {size}</source>
        <translation>{name}: {n:# Filter|# Filter} von {size}</translation>
    </message>
    <message>
        <source>This network reads the waveform, sample by sample: its first filters are only a few samples long, and what they find becomes tones and rhythms in later layers.</source>
        <translation>Dieses Netz liest die Wellenform, Wert für Wert: seine ersten Filter sind nur wenige Abtastwerte lang, und was sie finden, wird erst in späteren Schichten zu Tönen und Rhythmen.</translation>
    </message>
    <message>
        <source>A curve is a filter over the numbers that the network gets of the sound.</source>
        <translation>Eine Kurve ist ein Filter über die Zahlen, die das Netz vom Klang bekommt.</translation>
    </message>
    <message>
        <source>A curve is a filter over time: how the loudness has to move for it to answer ({across}).</source>
        <translation>Eine Kurve ist ein Filter über die Zeit: wie sich die Lautheit bewegen muss, damit er anspricht ({across}).</translation>
    </message>
    <message>
        <source>A picture is a filter: what it is looking for in the spectrogram. Orange: louder there, blue: softer there ({upward}, {across}).</source>
        <translation>Ein Bild ist ein Filter: wonach er im Spektrogramm sucht. Orange: dort lauter, blau: dort leiser ({upward}, {across}).</translation>
    </message>
</context>
<context>
    <name>first_steps</name>
    <message>
        <source>Your songs</source>
        <translation>Ihre Stücke</translation>
    </message>
    <message>
        <source>Click a song, or step with {previous} and {next}. Folders and files can be dropped anywhere on the window: they are added where they lie, and never changed.</source>
        <translation>Klicken Sie ein Stück an oder gehen Sie mit {previous} und {next} weiter. Ordner und Dateien lassen sich überall auf das Fenster ziehen: Sie werden hinzugefügt, wo sie liegen, und nie verändert.</translation>
    </message>
    <message>
        <source>See and hear</source>
        <translation>Sehen und hören</translation>
    </message>
    <message>
        <source>{play} plays. A click goes there, a drag makes a loop, the wheel zooms. Below, the taggram: what the model hears, second by second.</source>
        <translation>{play} spielt ab. Ein Klick springt dorthin, Ziehen macht eine Schleife, das Rad vergrößert. Darunter das Taggramm: was das Modell Sekunde für Sekunde hört.</translation>
    </message>
    <message>
        <source>Tag by ear</source>
        <translation>Nach Gehör taggen</translation>
    </message>
    <message>
        <source>Press a category&apos;s letter, then a tag&apos;s: yes. Shift with the second letter says no, Alt says unsure, the same again takes it back. Or click. What you have not judged counts as nothing.</source>
        <translation>Drücken Sie den Buchstaben einer Kategorie, dann den eines Tags: ja. Umschalt beim zweiten Buchstaben heißt nein, Alt heißt unsicher, dasselbe noch einmal nimmt es zurück. Oder klicken Sie. Was Sie nicht beurteilt haben, zählt als nichts.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>{accept} accepts what the model suggests, {reject} rejects it, {why} plays the seconds that speak most for it. {blind} hides all guesses until you have judged.</source>
        <translation>{accept} nimmt an, was das Modell vorschlägt, {reject} lehnt es ab, {why} spielt die Sekunden, die am meisten dafür sprechen. {blind} verdeckt alle Vermutungen, bis Sie geurteilt haben.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>{learn} teaches the model your words, from one yes and one no on. You go on meanwhile; then you choose between the new model and the old one.</source>
        <translation>{learn} lehrt das Modell Ihre Wörter, schon ab einem Ja und einem Nein. Sie arbeiten währenddessen weiter; dann wählen Sie zwischen dem neuen Modell und dem alten.</translation>
    </message>
</context>
<context>
    <name>forecast</name>
    <message>
        <source>Forecast how many songs tags need</source>
        <translation>Berechnen, wie viele Stücke Tags brauchen</translation>
    </message>
    <message>
        <source>{needs}, from {n:# artist|# artists}</source>
        <translation>{needs}, von {n:# Künstler|# Künstlern}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>gut genug</translation>
    </message>
    <message>
        <source>a clearer definition</source>
        <translation>eine klarere Definition</translation>
    </message>
    <message>
        <source>cannot be told yet</source>
        <translation>noch nicht zu sagen</translation>
    </message>
    <message>
        <source>about {n:# more song|# more songs}</source>
        <translation>etwa {n:# Stück|# Stücke} mehr</translation>
    </message>
</context>
<context>
    <name>glossary</name>
    <message>
        <source>Rests on: {}</source>
        <translation>Beruht auf: {}</translation>
    </message>
    <message>
        <source>What is this: {}</source>
        <translation>Was ist das: {}</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
</context>
<context>
    <name>graphics</name>
    <message>
        <source>Look for a graphics card</source>
        <translation>Grafikkarte suchen</translation>
    </message>
    <message>
        <source>Install for the graphics card</source>
        <translation>Für die Grafikkarte installieren</translation>
    </message>
    <message>
        <source>Remove what was installed</source>
        <translation>Installiertes entfernen</translation>
    </message>
</context>
<context>
    <name>import_overview</name>
    <message>
        <source>{n:# decision|# decisions} on {songs:# song|# songs} {n:comes|come} in</source>
        <translation>{n:# Entscheidung|# Entscheidungen} zu {songs:# Stück|# Stücken} {n:kommt|kommen} herein</translation>
    </message>
    <message>
        <source>{n:# decision contradicts|# decisions contradict} yours</source>
        <translation>{n:# Entscheidung widerspricht|# Entscheidungen widersprechen} Ihren</translation>
    </message>
    <message>
        <source>No new decision comes in: nothing of the file is chosen</source>
        <translation>Keine neue Entscheidung kommt herein: Aus der Datei ist nichts gewählt</translation>
    </message>
    <message>
        <source>No new decision comes in: none was found</source>
        <translation>Keine neue Entscheidung kommt herein: Es wurde keine gefunden</translation>
    </message>
    <message>
        <source>No new decision comes in: no song of the file was found</source>
        <translation>Keine neue Entscheidung kommt herein: Kein Stück der Datei wurde gefunden</translation>
    </message>
    <message>
        <source>No new decision comes in: all that is chosen is here already</source>
        <translation>Keine neue Entscheidung kommt herein: Alles Gewählte ist schon hier</translation>
    </message>
    <message>
        <source>{n:# note comes|# notes come} in</source>
        <translation>{n:# Notiz kommt|# Notizen kommen} herein</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} not found</source>
        <translation>{n:# Stück wurde|# Stücke wurden} nicht gefunden</translation>
    </message>
    <message>
        <source>{n:# song|# songs} would have to be confirmed</source>
        <translation>{n:# Stück wäre|# Stücke wären} zu bestätigen</translation>
    </message>
    <message>
        <source>{n:# word is|# words are} new</source>
        <translation>{n:# Wort ist|# Wörter sind} neu</translation>
    </message>
    <message>
        <source>{n:# region is|# regions are} cut off where the song ends</source>
        <translation>{n:# Abschnitt wird|# Abschnitte werden} am Ende des Stücks abgeschnitten</translation>
    </message>
    <message>
        <source>{n:# row does|# rows do} not come in</source>
        <translation>{n:# Zeile kommt|# Zeilen kommen} nicht herein</translation>
    </message>
    <message>
        <source>Only words come in, and no decision</source>
        <translation>Nur Wörter kommen herein, keine Entscheidung</translation>
    </message>
    <message>
        <source>No new decision comes in</source>
        <translation>Keine neue Entscheidung kommt herein</translation>
    </message>
</context>
<context>
    <name>import_songs</name>
    <message>
        <source>To be confirmed: {n}</source>
        <translation>Zu bestätigen: {n}</translation>
    </message>
    <message>
        <source>Not found: {n}</source>
        <translation>Nicht gefunden: {n}</translation>
    </message>
    <message>
        <source>Several fit: {n}</source>
        <translation>Mehrere passen: {n}</translation>
    </message>
    <message>
        <source>Found: {n}</source>
        <translation>Gefunden: {n}</translation>
    </message>
    <message>
        <source>Tick a song (Space) if it is the right one. Only then its decisions come in.</source>
        <translation>Setzen Sie einen Haken (Leertaste), wenn es das richtige Stück ist. Nur dann kommen seine Entscheidungen herein.</translation>
    </message>
    <message>
        <source>Add these songs to the library, then import the file again: what is here already is not taken twice.</source>
        <translation>Fügen Sie diese Stücke der Bibliothek hinzu und importieren Sie die Datei noch einmal: Was hier schon steht, wird nicht zweimal genommen.</translation>
    </message>
    <message>
        <source>Several songs, or several rows, fit equally well; none is guessed.</source>
        <translation>Mehrere Stücke oder mehrere Zeilen passen gleich gut; keines wird geraten.</translation>
    </message>
    <message>
        <source>its sound</source>
        <translation>seinem Klang</translation>
    </message>
    <message>
        <source>its path</source>
        <translation>seinem Pfad</translation>
    </message>
    <message>
        <source>{n:its file name|the last # parts of its path}</source>
        <translation>{n:seinem Dateinamen|den letzten # Teilen des Pfads}</translation>
    </message>
    <message>
        <source>artist and title</source>
        <translation>Künstler und Titel</translation>
    </message>
    <message>
        <source>likeness: {percent} %</source>
        <translation>Ähnlichkeit: {percent} %</translation>
    </message>
    <message>
        <source>several fit</source>
        <translation>mehrere passen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>another length: {here} in the library, {there} in the file</source>
        <translation>andere Länge: {here} in der Bibliothek, {there} in der Datei</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Add songs</source>
        <translation>Stücke hinzufügen</translation>
    </message>
    <message>
        <source>Adding songs to “{library}” stopped, as another library was opened.</source>
        <translation>Das Hinzufügen zu „{library}“ endete, weil eine andere Bibliothek geöffnet wurde.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Keine Bibliothek ist geöffnet.</translation>
    </message>
    <message>
        <source>Open one: File ▸ Open a library…</source>
        <translation>Öffnen Sie eine: Datei ▸ Eine Bibliothek öffnen…</translation>
    </message>
</context>
<context>
    <name>inside_dialog</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>This model has no layer with several inputs. Choose another model.</source>
        <translation>Dieses Modell hat keine Schicht mit mehreren Eingängen. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This network is a program of its own</source>
        <translation>Dieses Netz ist ein eigenes Programm</translation>
    </message>
    <message>
        <source>It came as an ONNX file, which is run and not read. Look inside it with the program it was made with, or look inside another model here. What in a song speaks for a word can be found for it all the same, by covering (occlusion).</source>
        <translation>Es kam als ONNX-Datei, die ausgeführt und nicht gelesen wird. Sehen Sie mit dem Programm hinein, mit dem es gemacht wurde, oder hier in ein anderes Modell. Was in einem Stück für ein Wort spricht, lässt sich auch bei ihm finden, durch Abdecken (Okklusion).</translation>
    </message>
</context>
<context>
    <name>kept_queues</name>
    <message>
        <source>Choose what to judge next</source>
        <translation>Wählen, was als Nächstes zu beurteilen ist</translation>
    </message>
</context>
<context>
    <name>known_ground</name>
    <message>
        <source>its file does not say what it learned from</source>
        <translation>seine Datei sagt nicht, woraus es gelernt hat</translation>
    </message>
    <message>
        <source>unsure ground</source>
        <translation>unsicherer Boden</translation>
    </message>
    <message>
        <source>To the model this song is unlike all it learned from: farther from each of them than 99 of 100 are from their nearest. Trust its scores less here.</source>
        <translation>Für das Modell gleicht dieses Stück keinem, aus dem es gelernt hat: Es ist von jedem weiter entfernt als 99 von 100 von ihrem nächsten. Trauen Sie seinen Werten hier weniger.</translation>
    </message>
    <message>
        <source>hears instruments and pace; no sung words</source>
        <translation>hört Instrumente und Tempo; keine gesungenen Wörter</translation>
    </message>
    <message>
        <source>learned from {songs} of your songs, {words:# tag|# tags}</source>
        <translation>gelernt aus {songs} Ihrer Stücke, {words:# Tag|# Tags}</translation>
    </message>
    <message>
        <source>learned from {songs} of another&apos;s songs, {words:# tag|# tags}</source>
        <translation>gelernt aus {songs} Stücken anderer, {words:# Tag|# Tags}</translation>
    </message>
    <message>
        <source>learned from one label&apos;s music, tagged in a game ({data})</source>
        <translation>gelernt aus der Musik eines Labels, in einem Spiel getaggt ({data})</translation>
    </message>
    <message>
        <source>learned from songs with listeners&apos; tags ({data})</source>
        <translation>gelernt aus Stücken mit Tags von Hörern ({data})</translation>
    </message>
    <message>
        <source>learned from free music with its makers&apos; tags ({data})</source>
        <translation>gelernt aus freier Musik mit den Tags ihrer Urheber ({data})</translation>
    </message>
    <message>
        <source>learned from {data}</source>
        <translation>gelernt aus {data}</translation>
    </message>
</context>
<context>
    <name>label_import</name>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Tags in den Dateien der Stücke</translation>
    </message>
    <message>
        <source>Read decisions</source>
        <translation>Entscheidungen lesen</translation>
    </message>
    <message>
        <source>Count decisions</source>
        <translation>Entscheidungen zählen</translation>
    </message>
    <message>
        <source>Nothing of {name} is new: all of it is here already.</source>
        <translation>Nichts aus {name} ist neu: Alles steht schon hier.</translation>
    </message>
    <message>
        <source>the split was stored</source>
        <translation>die Aufteilung wurde gespeichert</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>{n:# decision was|# decisions were} added</source>
        <translation>{n:# Entscheidung kam|# Entscheidungen kamen} hinzu</translation>
    </message>
    <message>
        <source>{n:# was|# were} changed</source>
        <translation>{n:# wurde|# wurden} geändert</translation>
    </message>
    <message>
        <source>{n:# note was|# notes were} added</source>
        <translation>{n:# Notiz kam|# Notizen kamen} hinzu</translation>
    </message>
    <message>
        <source>the words were added</source>
        <translation>die Wörter kamen hinzu</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>learning</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Aus meinen Tags lernen</translation>
    </message>
</context>
<context>
    <name>library_name</name>
    <message>
        <source>My library</source>
        <translation>Meine Bibliothek</translation>
    </message>
    <message>
        <source>Demo library</source>
        <translation>Beispielbibliothek</translation>
    </message>
</context>
<context>
    <name>live_source</name>
    <message>
        <source>By “{}” and {:# decision|# decisions} since.</source>
        <translation>Von „{}“ und {:# Entscheidung|# Entscheidungen} seither.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone: the song cannot be listened to again now. Decisions since are in the song&apos;s score.</source>
        <translation>Die Sekunden sind vom Modell „{}“ allein: Das Stück lässt sich jetzt nicht noch einmal anhören. Entscheidungen seither stecken im Wert des Stücks.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone; decisions since follow.</source>
        <translation>Die Sekunden sind vom Modell „{}“ allein; Entscheidungen seither folgen gleich.</translation>
    </message>
    <message>
        <source>By the model “{}”.</source>
        <translation>Vom Modell „{}“.</translation>
    </message>
    <message>
        <source>By “{}”, which learns from each decision.</source>
        <translation>Von „{}“, das aus jeder Entscheidung lernt.</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>If a newer file or a copy has them, File ▸ Restore… brings it back.</source>
        <translation>Falls eine neuere Datei oder eine Kopie sie enthält: Datei ▸ Wiederherstellen… holt sie zurück.</translation>
    </message>
    <message>
        <source>{name} was repaired. Decisions that are lost: {n}.</source>
        <translation>{name} wurde repariert. Verlorene Entscheidungen: {n}.</translation>
    </message>
    <message>
        <source>{name} was repaired. Not everything is as it was.</source>
        <translation>{name} wurde repariert. Nicht alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Check what is named here, and correct it.</source>
        <translation>Sehen Sie durch, was hier genannt ist, und berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Judge these songs again. A copy of yours may have more: File ▸ Restore… counts the decisions of each.</source>
        <translation>Beurteilen Sie diese Stücke noch einmal. Eine Ihrer Kopien hat vielleicht mehr: Datei ▸ Wiederherstellen… zählt die Entscheidungen jeder Kopie.</translation>
    </message>
    <message>
        <source>{} is not as it was saved last.</source>
        <translation>{} ist nicht auf dem zuletzt gespeicherten Stand.</translation>
    </message>
</context>
<context>
    <name>masked_playback</name>
    <message>
        <source>Write {}</source>
        <translation>{} schreiben</translation>
    </message>
    <message>
        <source>Filter {}</source>
        <translation>{} filtern</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>{} konnte nicht geschrieben werden: {}</translation>
    </message>
</context>
<context>
    <name>metric_texts</name>
    <message>
        <source>95 % range: with other artists of this kind it would mostly lie there.</source>
        <translation>95-%-Bereich: Mit anderen Künstlern dieser Art läge die Zahl meist darin.</translation>
    </message>
    <message>
        <source>Perhaps chance: the 95 % range of the change, on the same songs, holds 0.</source>
        <translation>Vielleicht Zufall: Der 95-%-Bereich der Änderung, auf denselben Stücken, enthält 0.</translation>
    </message>
    <message>
        <source>{}, {:one false alarm|# false alarms} among {:# other|# others}</source>
        <translation>{}, {:ein Fehlalarm|# Fehlalarme} unter {:# anderen|# anderen}</translation>
    </message>
    <message>
        <source>Puts a song with the tag above one without it in {} of 100 pairs; 50 is guessing.</source>
        <translation>Stellt in {} von 100 Paaren ein Stück mit dem Tag über eines ohne; 50 ist Raten.</translation>
    </message>
    <message>
        <source>Worse than the model in use, on the same songs: WAUC {}, and that is more than chance. It is not used unless you insist.</source>
        <translation>Schlechter als das verwendete Modell bei denselben Stücken: WAUC {}, und das ist mehr als Zufall. Es wird nur verwendet, wenn Sie darauf bestehen.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>no song with it to find</source>
        <translation>kein Stück damit zu finden</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>no clear change</source>
        <translation>keine klare Änderung</translation>
    </message>
    <message>
        <source>Not tested.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Tested by an earlier RhythmCap, without a range.</source>
        <translation>Von einem früheren RhythmCap geprüft, ohne Bereich.</translation>
    </message>
    <message>
        <source>Better, beyond chance: {}.</source>
        <translation>Besser, mehr als Zufall: {}.</translation>
    </message>
    <message>
        <source>Worse, beyond chance: {}.</source>
        <translation>Schlechter, mehr als Zufall: {}.</translation>
    </message>
    <message>
        <source>{} Of these songs alone: {}.</source>
        <translation>{} Von diesen Stücken allein: {}.</translation>
    </message>
    <message>
        <source>95 % range of so few songs, as if they were independent of one another.</source>
        <translation>95-%-Bereich so weniger Stücke, als wären sie voneinander unabhängig.</translation>
    </message>
    <message>
        <source>Better: the 95 % range of the change, on the same songs, lies above 0.</source>
        <translation>Besser: Der 95-%-Bereich der Änderung, auf denselben Stücken, liegt über 0.</translation>
    </message>
    <message>
        <source>Worse: the 95 % range of the change, on the same songs, lies below 0.</source>
        <translation>Schlechter: Der 95-%-Bereich der Änderung, auf denselben Stücken, liegt unter 0.</translation>
    </message>
    <message>
        <source>finds {} of {}</source>
        <translation>findet {} von {}</translation>
    </message>
    <message>
        <source>{}, no false alarm among {:# other|# others}</source>
        <translation>{}, kein Fehlalarm unter {:# anderen|# anderen}</translation>
    </message>
    <message>
        <source>{}, no other song to tell it from</source>
        <translation>{}, kein anderes Stück zum Unterscheiden</translation>
    </message>
    <message>
        <source>{:# song|# songs} with it, of {}</source>
        <translation>{:# Stück|# Stücke} damit, von {}</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Paare von 100</translation>
    </message>
</context>
<context>
    <name>model_inside</name>
    <message>
        <source>Look inside {}</source>
        <translation>In {} hineinsehen</translation>
    </message>
</context>
<context>
    <name>model_words</name>
    <message>
        <source>Hears {seconds} s at once; {size}</source>
        <translation>Hört {seconds} s auf einmal; {size}</translation>
    </message>
    <message>
        <source>composed music, sampled instruments</source>
        <translation>komponierte Musik, gesampelte Instrumente</translation>
    </message>
    <message>
        <source>{} million numbers</source>
        <translation>{} Millionen Zahlen</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs}</source>
        <translation>{pairs} von 100, {songs:# Stück|# Stücke}</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs} of its makers</source>
        <translation>{pairs} von 100, {songs:# Stück|# Stücke} der Urheber</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs})</source>
        <translation>stellt in {pairs} von 100 Paaren ein richtiges Stück über ein falsches ({songs:# Stück|# Stücke})</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs} of its makers)</source>
        <translation>stellt in {pairs} von 100 Paaren ein richtiges Stück über ein falsches ({songs:# Stück|# Stücke} der Urheber)</translation>
    </message>
    <message>
        <source>{score} on {songs:# song|# songs}</source>
        <translation>{score} auf {songs:# Stück|# Stücken}</translation>
    </message>
    <message>
        <source>How well it does on your songs has not been tested.</source>
        <translation>Wie gut es auf Ihren Stücken ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Tested by its makers, on songs of theirs.</source>
        <translation>Von seinen Urhebern an deren Stücken geprüft.</translation>
    </message>
    <message>
        <source>Tested on your judged songs; it has learned from none of them.</source>
        <translation>An Ihren beurteilten Stücken geprüft; aus keinem davon hat es gelernt.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside in turn, artist by artist.</source>
        <translation>Es hat aus allen beurteilten Stücken gelernt. Zum Prüfen wurden sie der Reihe nach beiseitegelegt, Künstler für Künstler.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside one by one, but not others of the same artist.</source>
        <translation>Es hat aus allen beurteilten Stücken gelernt. Zum Prüfen wurden sie einzeln beiseitegelegt, andere desselben Künstlers aber nicht.</translation>
    </message>
    <message>
        <source>Tested on songs kept aside, by artists it has never heard.</source>
        <translation>An Prüfstücken geprüft, von Künstlern, die es nie gehört hat.</translation>
    </message>
    <message>
        <source>Tested on songs that it has not learned from.</source>
        <translation>An Stücken geprüft, aus denen es nicht gelernt hat.</translation>
    </message>
    <message>
        <source>{} of my songs</source>
        <translation>{} meiner Stücke</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>“{name}” is written to {path}.</source>
        <translation>„{name}“ ist nach {path} geschrieben.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Pack {} for another machine</source>
        <translation>{} für einen anderen Rechner packen</translation>
    </message>
    <message>
        <source>The Learn panel says by how much, and has a button to use it anyway.</source>
        <translation>Das Feld Lernen sagt, um wie viel, und hat einen Knopf, um es trotzdem zu verwenden.</translation>
    </message>
    <message>
        <source>“{}” is worse than the model in use: it is not used.</source>
        <translation>„{}“ ist schlechter als das verwendete Modell: Es wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Listen to {} with each model</source>
        <translation>{} mit jedem Modell hören</translation>
    </message>
    <message>
        <source>Read the result</source>
        <translation>Ergebnis lesen</translation>
    </message>
    <message>
        <source>Measure a model</source>
        <translation>Ein Modell messen</translation>
    </message>
    <message>
        <source>Read {}</source>
        <translation>{} lesen</translation>
    </message>
    <message>
        <source>Get {}</source>
        <translation>{} holen</translation>
    </message>
    <message>
        <source>Import {}</source>
        <translation>{} importieren</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>{} exportieren</translation>
    </message>
    <message>
        <source>Report on {}</source>
        <translation>Bericht über {}</translation>
    </message>
    <message>
        <source>The report is saved: {name}.</source>
        <translation>Der Bericht ist gespeichert: {name}.</translation>
    </message>
    <message>
        <source>Compare with the model in use</source>
        <translation>Mit dem verwendeten Modell vergleichen</translation>
    </message>
    <message>
        <source>{file}: {n:# song|# songs}, {size}. There: rhythmcap train-bundle {name}</source>
        <translation>{file}: {n:# Stück|# Stücke}, {size}. Dort: rhythmcap train-bundle {name}</translation>
    </message>
    <message>
        <source>It writes a zip, which Model ▸ Import a model… takes in here. No sound and no names of songs or artists are in the bundle.</source>
        <translation>Das schreibt ein Zip, das hier mit Modell ▸ Ein Modell importieren… aufgenommen wird. Im Lernpaket sind kein Klang und keine Namen von Stücken oder Künstlern.</translation>
    </message>
    <message>
        <source>Estimate how large a bundle will be</source>
        <translation>Schätzen, wie groß ein Lernpaket wird</translation>
    </message>
</context>
<context>
    <name>number_format</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>{n:# day ago|# days ago}</source>
        <translation>{n:vor # Tag|vor # Tagen}</translation>
    </message>
</context>
<context>
    <name>predicting</name>
    <message>
        <source>Listen to all songs</source>
        <translation>Alle Stücke hören</translation>
    </message>
    <message>
        <source>Choose another one in the list of models, such as the starter; or bring the file back and use it again. Until then you can tag without guesses.</source>
        <translation>Wählen Sie in der Liste der Modelle ein anderes, etwa das Startmodell; oder bringen Sie die Datei zurück und benutzen Sie es wieder. Bis dahin können Sie ohne Vermutungen taggen.</translation>
    </message>
    <message>
        <source>Listen to {}</source>
        <translation>{} hören</translation>
    </message>
</context>
<context>
    <name>prevalence</name>
    <message>
        <source>Estimate how common tags are</source>
        <translation>Schätzen, wie häufig Tags sind</translation>
    </message>
    <message>
        <source>{}s</source>
        <translation>{}er</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Compare predictions with decisions</source>
        <translation>Vorhersagen mit Entscheidungen vergleichen</translation>
    </message>
</context>
<context>
    <name>question_texts</name>
    <message>
        <source>{title} · {number} of {n}</source>
        <translation>{title} · {number} von {n}</translation>
    </message>
    <message>
        <source>“{tag}”: {before} → {score}, so {state} now. Is that right?</source>
        <translation>„{tag}“: {before} → {score}, jetzt also {state}. Stimmt das?</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Wo das Modell widerspricht</translation>
    </message>
    <message>
        <source>What changed its mind</source>
        <translation>Wo es seine Meinung geändert hat</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. The model hears {score}.</source>
        <translation>Sie sagten „{tag}“: {state}. Das Modell hört {score}.</translation>
    </message>
    <message>
        <source>“{tag}”: {state}. Is that right?</source>
        <translation>„{tag}“: {state}. Stimmt das?</translation>
    </message>
    <message>
        <source>The first {n} of {all}; the others come when you begin again.</source>
        <translation>Die ersten {n} von {all}; die anderen kommen, wenn Sie noch einmal beginnen.</translation>
    </message>
    <message>
        <source>It learned from this song; the score is of models that had not learned from its artist.</source>
        <translation>Es hat aus diesem Stück gelernt; der Wert stammt von Modellen, die nichts von dessen Künstler gelernt hatten.</translation>
    </message>
    <message>
        <source>This tag is gone.</source>
        <translation>Dieses Tag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Of the songs not judged before, {share} of 100 have “{tag}”, and the model puts {pairs} of 100 pairs in order: from {n:# song|# songs} of every tenth of the scores, {yes} with it.</source>
        <translation>Von den zuvor nicht beurteilten Stücken haben {share} von 100 „{tag}“, und das Modell ordnet {pairs} von 100 Paaren richtig: aus {n:# Stück|# Stücken} aus jedem Zehntel der Werte, davon {yes} damit.</translation>
    </message>
    <message>
        <source>It has not learned this tag from this song.</source>
        <translation>Es hat dieses Tag nicht aus diesem Stück gelernt.</translation>
    </message>
    <message>
        <source>It learned from this song, and only its own score is known: it may repeat what you said.</source>
        <translation>Es hat aus diesem Stück gelernt, und nur sein eigener Wert ist bekannt: Vielleicht wiederholt es, was Sie sagten.</translation>
    </message>
    <message>
        <source>Through: {n:# question|# questions}</source>
        <translation>Fertig: {n:# Frage|# Fragen}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>A rare tag: the model hears “{tag}”, which few songs have so far.</source>
        <translation>Ein seltenes Tag: das Modell hört „{tag}“, das bisher wenige Stücke haben.</translation>
    </message>
    <message>
        <source>“{tag}”?</source>
        <translation>„{tag}“?</translation>
    </message>
    <message>
        <source>“{tag}”? The model hears {score}.</source>
        <translation>„{tag}“? Das Modell hört {score}.</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it?</source>
        <translation>Sie sagten „{tag}“: {state}. Stimmt das?</translation>
    </message>
    <message>
        <source>Judge “{tag}”</source>
        <translation>„{tag}“ beurteilen</translation>
    </message>
    <message>
        <source>{n:# skipped|# skipped}</source>
        <translation>{n:# übersprungen|# übersprungen}</translation>
    </message>
    <message>
        <source>{n:# more waits|# more wait}: begin again.</source>
        <translation>{n:# weitere wartet|# weitere warten}: Beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The score of the former model, then of “{new}”.</source>
        <translation>Der Wert des früheren Modells, dann der von „{new}“.</translation>
    </message>
    <message>
        <source>{key} takes the last answer back.</source>
        <translation>{key} nimmt die letzte Antwort zurück.</translation>
    </message>
    <message>
        <source>{n:# of {all} songs is|# of {all} songs are} drawn at random: only these tell how common a tag is.</source>
        <translation>{n:# von {all} Stücken ist|# von {all} Stücken sind} zufällig gezogen: nur sie sagen, wie häufig ein Tag ist.</translation>
    </message>
    <message>
        <source>It is certain that 8 of 10 are found once {needed} songs with the tag that were drawn at random are among those found: {found} so far.</source>
        <translation>Sicher ist, dass 8 von 10 gefunden sind, sobald {needed} zufällig gezogene Stücke mit dem Tag unter den gefundenen sind: bisher {found}.</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Was als Nächstes zu beurteilen ist</translation>
    </message>
    <message>
        <source>Unsure: the model could go either way on several tags here.</source>
        <translation>Unsicher: bei mehreren Tags könnte sich das Modell hier so oder so entscheiden.</translation>
    </message>
    <message>
        <source>You disagree: the model is sure of the contrary of a decision.</source>
        <translation>Sie sind uneins: das Modell ist sich des Gegenteils einer Entscheidung sicher.</translation>
    </message>
    <message>
        <source>Nothing like it yet: no song that is judged sounds like this one.</source>
        <translation>Noch nichts dergleichen: kein beurteiltes Stück klingt wie dieses.</translation>
    </message>
    <message>
        <source>A rare tag: the model hears one that few songs have so far.</source>
        <translation>Ein seltenes Tag: das Modell hört eines, das bisher wenige Stücke haben.</translation>
    </message>
    <message>
        <source>Judge the tags that you hear or miss, then go on.</source>
        <translation>Beurteilen Sie die Tags, die Sie hören oder vermissen, dann weiter.</translation>
    </message>
    <message>
        <source>You may stop: with 95 % certainty at least 8 of 10 songs with “{tag}” are found.</source>
        <translation>Sie können aufhören: mit 95 % Sicherheit sind mindestens 8 von 10 Stücken mit „{tag}“ gefunden.</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>zufällig gezogen</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>beurteilt</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>Zufällig gezogen.</translation>
    </message>
    <message>
        <source>Blind: no scores, and the song from its middle.</source>
        <translation>Blind: keine Werte, und das Stück ab seiner Mitte.</translation>
    </message>
    <message>
        <source>The model does not know this word: the song plays from its middle.</source>
        <translation>Das Modell kennt dieses Wort nicht: das Stück spielt ab seiner Mitte.</translation>
    </message>
    <message>
        <source>{yes} yes, {no} no</source>
        <translation>{yes} Ja, {no} Nein</translation>
    </message>
    <message>
        <source>{n} a minute</source>
        <translation>{n} pro Minute</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it, as its meaning is now?</source>
        <translation>Sie sagten „{tag}“: {state}. Ist es das nach der heutigen Bedeutung?</translation>
    </message>
    <message>
        <source>Hear “{tag}” again</source>
        <translation>„{tag}“ noch einmal hören</translation>
    </message>
    <message>
        <source>You disagree on “{tag}”: the model is sure of the contrary.</source>
        <translation>Sie sind bei „{tag}“ uneins: das Modell ist sich des Gegenteils sicher.</translation>
    </message>
    <message>
        <source>In the last {recent:# song|# songs} the model was wrong {wrong:once|# times}. Left: {left}, with about {expected} yes to come.</source>
        <translation>{recent:Im letzten Stück|In den letzten # Stücken} lag das Modell {wrong:einmal|#-mal} falsch. Übrig: {left}, davon wohl etwa {expected} mit Ja.</translation>
    </message>
    <message>
        <source>You have heard this song before: {alike} of {n:# tag|# tags} as then. What you said then is shown, and kept beside what you say now.</source>
        <translation>Dieses Stück haben Sie schon einmal gehört: {alike} von {n:# Tag|# Tags} wie damals. Gezeigt wird, was Sie damals sagten; beides bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>The model contradicts none of your decisions clearly.</source>
        <translation>Das Modell widerspricht keiner Ihrer Entscheidungen deutlich.</translation>
    </message>
    <message>
        <source>It does where you said yes and it hears .20 or less, or no and .80 or more.</source>
        <translation>Das tut es, wo Sie Ja sagten und es höchstens .20 hört, oder Nein und mindestens .80.</translation>
    </message>
    <message>
        <source>“{new}” changed its mind about no tag that you have not judged.</source>
        <translation>„{new}“ hat bei keinem Tag, das Sie nicht beurteilt haben, seine Meinung geändert.</translation>
    </message>
    <message>
        <source>It also changed its mind about {n:# tag|# tags} that you have judged: in {agreeing} of them it agrees with you now.</source>
        <translation>Auch bei {n:# Tag|# Tags}, die Sie beurteilt haben, hat es seine Meinung geändert: In {agreeing} davon stimmt es Ihnen jetzt zu.</translation>
    </message>
    <message>
        <source>Blind mode is on: what the model hears is covered, and so is what it contradicts.</source>
        <translation>Der Blindmodus ist an: Was das Modell hört, ist verdeckt, und damit auch, wem es widerspricht.</translation>
    </message>
    <message>
        <source>Choose one in the list of models: Model ▸ Models.</source>
        <translation>Wählen Sie eins in der Liste der Modelle: Modell ▸ Modelle.</translation>
    </message>
    <message>
        <source>Nothing is judged yet: there is nothing the model could contradict.</source>
        <translation>Noch ist nichts beurteilt: Es gibt nichts, dem das Modell widersprechen könnte.</translation>
    </message>
    <message>
        <source>The model has not listened to your songs yet.</source>
        <translation>Das Modell hat Ihre Stücke noch nicht gehört.</translation>
    </message>
    <message>
        <source>You kept {n:# decision|# decisions} against it; {n:it does|they do} not come again.</source>
        <translation>{n:# Entscheidung|# Entscheidungen} haben Sie dagegen behalten; danach wird nicht wieder gefragt.</translation>
    </message>
    <message>
        <source>“{model}” has no former model to be compared with.</source>
        <translation>„{model}“ hat kein früheres Modell, mit dem es verglichen werden könnte.</translation>
    </message>
    <message>
        <source>Learn from your tags and use the new model: then it has one.</source>
        <translation>Lassen Sie aus Ihren Tags lernen und verwenden Sie das neue Modell: Dann hat es eins.</translation>
    </message>
    <message>
        <source>It is still listening to your songs: try again when it is through.</source>
        <translation>Es hört Ihre Stücke noch: Versuchen Sie es wieder, wenn es durch ist.</translation>
    </message>
    <message>
        <source>The search finds no song.</source>
        <translation>Die Suche findet kein Stück.</translation>
    </message>
    <message>
        <source>Find them: File ▸ Find missing files….</source>
        <translation>Suchen Sie sie: Datei ▸ Fehlende Dateien finden….</translation>
    </message>
    <message>
        <source>{key} ends blind mode; then begin again.</source>
        <translation>{key} beendet den Blindmodus; beginnen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Search for other songs, or clear the search.</source>
        <translation>Suchen Sie andere Stücke, oder leeren Sie die Suche.</translation>
    </message>
    <message>
        <source>Search for other songs, or choose another tag.</source>
        <translation>Suchen Sie andere Stücke, oder wählen Sie ein anderes Tag.</translation>
    </message>
    <message>
        <source>The files of all songs not judged on “{tag}” are missing.</source>
        <translation>Die Dateien aller Stücke, die auf „{tag}“ nicht beurteilt sind, fehlen.</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>Es ist kein Modell in Gebrauch.</translation>
    </message>
    <message>
        <source>Judge some songs first.</source>
        <translation>Beurteilen Sie zuerst einige Stücke.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>All songs of this search are judged on “{tag}”.</source>
        <translation>Alle Stücke dieser Suche sind auf „{tag}“ beurteilt.</translation>
    </message>
    <message>
        <source>All songs whose files are there are judged.</source>
        <translation>Alle Stücke, deren Dateien da sind, sind beurteilt.</translation>
    </message>
    <message>
        <source>Add songs, or judge one tag.</source>
        <translation>Fügen Sie Stücke hinzu, oder beurteilen Sie ein Tag.</translation>
    </message>
</context>
<context>
    <name>ranked_again</name>
    <message>
        <source>Rank what waits again</source>
        <translation>Reihung der wartenden Stücke erneuern</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Every song that can be played is judged on “{tag}”.</source>
        <translation>Jedes spielbare Stück ist auf „{tag}“ beurteilt.</translation>
    </message>
    <message>
        <source>songs likely yes</source>
        <translation>wohl Ja</translation>
    </message>
    <message>
        <source>Songs not judged on this tag count a twentieth of a no when it is learned. Good where you give the tag wherever you hear it; bad where most songs were never listened to for it.</source>
        <translation>Nicht auf dieses Tag beurteilte Stücke zählen beim Lernen ein Zwanzigstel eines Neins. Gut, wo Sie das Tag überall geben, wo Sie es hören; schlecht, wo die meisten Stücke nie darauf gehört wurden.</translation>
    </message>
    <message>
        <source>songs likely no</source>
        <translation>wohl Nein</translation>
    </message>
    <message>
        <source>other artists</source>
        <translation>andere Künstler</translation>
    </message>
</context>
<context>
    <name>redefined</name>
    <message>
        <source>The files of all songs decided on “{tag}” are missing.</source>
        <translation>Die Dateien aller auf „{tag}“ beurteilten Stücke fehlen.</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>Loop the part first: drag over the spectrogram, or press [ and ].</source>
        <translation>Erst den Teil als Schleife wählen: über das Spektrogramm ziehen, oder [ und ].</translation>
    </message>
</context>
<context>
    <name>removing</name>
    <message>
        <source>Removed from the library: {songs:# song|# songs}. Undo brings {songs:it|them} back.</source>
        <translation>Aus der Bibliothek entfernt: {songs:# Stück|# Stücke}. Rückgängig bringt {songs:es|sie} zurück.</translation>
    </message>
</context>
<context>
    <name>repair</name>
    <message>
        <source>Repair the library</source>
        <translation>Die Bibliothek reparieren</translation>
    </message>
    <message>
        <source>The newest undamaged copy was restored. Songs: {}. Decisions: {}.</source>
        <translation>Die neueste unbeschädigte Kopie wurde wiederhergestellt. Stücke: {}. Entscheidungen: {}.</translation>
    </message>
    <message>
        <source>Nothing could be read of {}, and there is no copy of it.</source>
        <translation>Von {} war nichts mehr zu lesen, und es gibt keine Kopie.</translation>
    </message>
    <message>
        <source>Bring the file back from a backup of your own; it was not changed.</source>
        <translation>Holen Sie die Datei aus einer eigenen Sicherung zurück; sie wurde nicht verändert.</translation>
    </message>
    <message>
        <source>What could be read was saved. Songs: {}. Decisions: {}.</source>
        <translation>Was lesbar war, wurde gerettet. Stücke: {}. Entscheidungen: {}.</translation>
    </message>
    <message>
        <source>The library is undamaged. Songs: {}. Decisions: {}.</source>
        <translation>Die Bibliothek ist unbeschädigt. Stücke: {}. Entscheidungen: {}.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation>Die beschädigte Datei wurde behalten: {}</translation>
    </message>
</context>
<context>
    <name>replaced_library</name>
    <message>
        <source>Another program has put another file in the place of the library {}.</source>
        <translation>Ein anderes Programm hat eine andere Datei an die Stelle der Bibliothek {} gesetzt.</translation>
    </message>
    <message>
        <source>The file of the library {} was deleted while it was open.</source>
        <translation>Die Datei der Bibliothek {} wurde gelöscht, während sie offen war.</translation>
    </message>
    <message>
        <source>Another program has damaged the file of the library {}.</source>
        <translation>Ein anderes Programm hat die Datei der Bibliothek {} beschädigt.</translation>
    </message>
    <message>
        <source>It was written anew with all that it held; no decision is lost.</source>
        <translation>Sie wurde mit allem, was sie enthielt, neu geschrieben; keine Entscheidung ist verloren.</translation>
    </message>
    <message>
        <source>It was opened as it is.</source>
        <translation>Sie wurde so geöffnet, wie sie ist.</translation>
    </message>
    <message>
        <source>If that was the right one, File ▸ Restore… brings it back.</source>
        <translation>Wenn das die richtige war, holt Datei ▸ Wiederherstellen… sie zurück.</translation>
    </message>
    <message>
        <source>Not all of it could be saved:</source>
        <translation>Nicht alles davon ließ sich retten:</translation>
    </message>
    <message>
        <source>Your last step was not done; do it again.</source>
        <translation>Ihr letzter Schritt wurde nicht ausgeführt; tun Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>What the former file held was kept: {}</source>
        <translation>Was die frühere Datei enthielt, wurde aufbewahrt: {}</translation>
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>Say no to everything not judged, for {songs} songs?</source>
        <translation>Bei {songs} Stücken zu allem Nein sagen, was nicht beurteilt ist?</translation>
    </message>
    <message>
        <source>Say no to the rest of “{category}”, for {songs} songs?</source>
        <translation>Bei {songs} Stücken zum Rest von „{category}“ Nein sagen?</translation>
    </message>
    <message>
        <source>The rest is no: {n}. {undo}</source>
        <translation>Der Rest ist Nein: {n}. {undo}</translation>
    </message>
    <message>
        <source>“{title}”, the rest of {category} is no: {n}. {undo}</source>
        <translation>„{title}“, der Rest von {category} ist Nein: {n}. {undo}</translation>
    </message>
    <message>
        <source>Judge a tag first, or press the key of its category before this.</source>
        <translation>Beurteilen Sie zuerst ein Tag oder drücken Sie vorher die Taste seiner Kategorie.</translation>
    </message>
    <message>
        <source>Nothing was left to say no to.</source>
        <translation>Es blieb nichts, wozu Nein zu sagen war.</translation>
    </message>
    <message>
        <source>The rest of {category} is no: {n}. {undo}</source>
        <translation>Der Rest von {category} ist Nein: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest is no, in {songs} songs: {n}. {undo}</source>
        <translation>Der Rest ist Nein, bei {songs} Stücken: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest of {category} is no, in {songs} songs: {n}. {undo}</source>
        <translation>Der Rest von {category} ist Nein, bei {songs} Stücken: {n}. {undo}</translation>
    </message>
    <message>
        <source>{key} takes it back.</source>
        <translation>{key} nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>robustness</name>
    <message>
        <source>Deform songs for {}</source>
        <translation>Stücke verformen für {}</translation>
    </message>
</context>
<context>
    <name>room_watch</name>
    <message>
        <source>Listening to all songs waits until there is room on the disk, and then goes on by itself.</source>
        <translation>Das Hören aller Stücke wartet, bis auf der Platte Platz ist, und geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>There is room on the disk again; all songs were listened to.</source>
        <translation>Auf der Platte ist wieder Platz; alle Stücke wurden gehört.</translation>
    </message>
</context>
<context>
    <name>rule_texts</name>
    <message>
        <source>{follow} of {n:# song|# songs} with {tag}</source>
        <translation>{follow} von {n:# Stück|# Stücken} mit {tag}</translation>
    </message>
    <message>
        <source>no song to go by</source>
        <translation>kein Stück, das etwas sagt</translation>
    </message>
    <message>
        <source>{follow} of {n:# song|# songs} with either</source>
        <translation>{follow} von {n:# Stück|# Stücken} mit einem von beiden</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>By chance it would be {share}. Followed in songs by {n:# artist|# artists}.</source>
        <translation>Durch Zufall wären es {share}. Befolgt in Stücken von {n:# Künstler|# Künstlern}.</translation>
    </message>
    <message>
        <source>No song is judged yet: rules are found in your own decisions.</source>
        <translation>Noch ist kein Stück beurteilt: Regeln werden in Ihren eigenen Entscheidungen gefunden.</translation>
    </message>
    <message>
        <source>{found:# rule|# rules} found in {songs:# song|# songs}; {n:# rule|# rules} looked for in all. Of what is found, about one in twenty at most is there by chance.</source>
        <translation>{found:# Regel|# Regeln} gefunden in {songs:# Stück|# Stücken}; {n:# Regel wurde|# Regeln wurden} insgesamt gesucht. Von den gefundenen ist etwa höchstens eine von zwanzig durch Zufall da.</translation>
    </message>
    <message>
        <source>implies</source>
        <translation>hat zur Folge</translation>
    </message>
    <message>
        <source>excludes</source>
        <translation>schließt aus</translation>
    </message>
    <message>
        <source>goes together with</source>
        <translation>gehört zu</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>selbst geschrieben</translation>
    </message>
    <message>
        <source>The decisions alone do not speak for it with certainty.</source>
        <translation>Die Entscheidungen allein sprechen nicht sicher für sie.</translation>
    </message>
    <message>
        <source>No rule is certain enough in {songs:# song|# songs}, of {n:# rule|# rules} that could be. A rule needs five songs of three artists that follow it, and holds for at least four in five songs with certainty.</source>
        <translation>Keine Regel ist in {songs:# Stück|# Stücken} sicher genug, von {n:# möglichen|# möglichen}. Eine Regel braucht fünf Stücke von drei Künstlern, die ihr folgen, und gilt mit Sicherheit für mindestens vier von fünf Stücken.</translation>
    </message>
</context>
<context>
    <name>saliency_texts</name>
    <message>
        <source>Random weights give maps like this one by {mean} ({low} to {high}, rank correlation of {n} points, {networks} networks): {meaning}</source>
        <translation>Karten zufälliger Gewichte gleichen dieser um {mean} ({low} bis {high}, Rangkorrelation von {n} Punkten, {networks} Netze): {meaning}</translation>
    </message>
    <message>
        <source>Orange: without it “{word}” ({score} by {model}) loses score, blue: it gains. Measured by covering {seconds} s of {bands} bands at a time; it says what this model goes by, not what the music is.</source>
        <translation>Orange: ohne das verliert „{word}“ ({score} von {model}) an Wert, blau: es gewinnt. Gemessen durch Abdecken von je {seconds} s in {bands} Bändern; es sagt, wonach dieses Modell geht, nicht was die Musik ist.</translation>
    </message>
    <message>
        <source>it shows what was learned.</source>
        <translation>sie zeigt, was gelernt wurde.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>Zu hören ist nichts: Es gibt keine Tonausgabe.</translation>
    </message>
    <message>
        <source>The strip below: orange, where the sound raises “{word}” ({score} by {model}), blue, where it lowers it. This model takes the waveform, which has no frequencies to draw over. A straight-line estimate of what it goes by, not of what the music is.</source>
        <translation>Der Streifen unten: orange, wo der Klang „{word}“ ({score} von {model}) hebt, blau, wo er es senkt. Dieses Modell nimmt die Wellenform, die keine Frequenzen hat, über die man zeichnen könnte. Eine lineare Schätzung dessen, wonach es geht, nicht was die Musik ist.</translation>
    </message>
    <message>
        <source>Orange: sound there raises “{word}” ({score} by {model}), blue: it lowers it. A straight-line estimate of what this model goes by, not of what the music is.</source>
        <translation>Orange: Klang dort hebt „{word}“ ({score} von {model}), blau: er senkt es. Eine lineare Schätzung dessen, wonach dieses Modell geht, nicht was die Musik ist.</translation>
    </message>
    <message>
        <source>it shows partly what was learned, partly only where sound is.</source>
        <translation>sie zeigt teils, was gelernt wurde, teils nur, wo Klang ist.</translation>
    </message>
    <message>
        <source>it shows mostly where sound is, hardly what was learned.</source>
        <translation>sie zeigt vor allem, wo Klang ist, kaum, was gelernt wurde.</translation>
    </message>
    <message>
        <source>You hear only what mattered.</source>
        <translation>Sie hören nur das Wichtige.</translation>
    </message>
    <message>
        <source>You hear the original, as loud as what mattered.</source>
        <translation>Sie hören das Original, so laut wie das Wichtige.</translation>
    </message>
    <message>
        <source>the strongest {percent} %</source>
        <translation>die stärksten {percent} %</translation>
    </message>
</context>
<context>
    <name>score_format</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>too few songs to tell</source>
        <translation>zu wenige Stücke, um es zu wissen</translation>
    </message>
    <message>
        <source>How good this model is at “{word}” in your songs has not been tested.</source>
        <translation>Wie gut dieses Modell bei „{word}“ in Ihren Stücken ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>right in {times} of 100 pairs</source>
        <translation>richtig in {times} von 100 Paaren</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>weil der Rest Nein ist</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>{songs:# song|# songs} selected</source>
        <translation>{songs:# Stück|# Stücke} gewählt</translation>
    </message>
    <message>
        <source>The model puts a song with “{word}” above one without it in {times} of 100 pairs (tested on {songs:# song|# songs} with it).</source>
        <translation>Das Modell stellt in {times} von 100 Paaren ein Stück mit „{word}“ über eines ohne (geprüft an {songs:# Stück|# Stücken} damit).</translation>
    </message>
    <message>
        <source>someone without a name</source>
        <translation>jemand ohne Namen</translation>
    </message>
    <message>
        <source>Tested on {songs:# song|# songs} with “{word}”: too few to say how good it is.</source>
        <translation>An {songs:# Stück|# Stücken} mit „{word}“ geprüft: zu wenige, um zu sagen, wie gut es ist.</translation>
    </message>
    <message>
        <source>right in {times} of 10 like this</source>
        <translation>richtig in {times} von 10 solchen Fällen</translation>
    </message>
    <message>
        <source>model {score}</source>
        <translation>Modell {score}</translation>
    </message>
    <message>
        <source>yes in {percent} % of the songs</source>
        <translation>ja in {percent} % der Stücke</translation>
    </message>
    <message>
        <source>intensity {level} of 9</source>
        <translation>Stärke {level} von 9</translation>
    </message>
</context>
<context>
    <name>search_help</name>
    <message>
        <source>these words in title, artist, album, path or note, or tags of that name; in quotation marks as they stand</source>
        <translation>diese Wörter in Titel, Künstler, Album, Pfad oder Notiz, oder Tags dieses Namens; in Anführungszeichen genau so</translation>
    </message>
    <message>
        <source>with the tag; without it; unsure; judged no</source>
        <translation>mit dem Tag; ohne es; unsicher; mit Nein beurteilt</translation>
    </message>
    <message>
        <source>judged one way or the other; a tag of several words</source>
        <translation>so oder so beurteilt; ein Tag aus mehreren Wörtern</translation>
    </message>
    <message>
        <source>the tag on a part of the song; any tagged part; alone it is about the whole song, and only whole songs are learned from</source>
        <translation>das Tag an einem Abschnitt des Stücks; irgendein getaggter Abschnitt; allein meint es das ganze Stück, und nur aus ganzen Stücken wird gelernt</translation>
    </message>
    <message>
        <source>by the score of the model in use, also with &lt;, &gt;=, &lt;=; without a number, at least .5</source>
        <translation>nach dem Wert des benutzten Modells, auch mit &lt;, &gt;=, &lt;=; ohne Zahl mindestens .5</translation>
    </message>
    <message>
        <source>by how strongly you said it holds</source>
        <translation>danach, wie stark es Ihrem Urteil nach gilt</translation>
    </message>
    <message>
        <source>by year or length</source>
        <translation>nach Jahr oder Länge</translation>
    </message>
    <message>
        <source>by when it came in; by the day of your latest decision on it: a year, a month, a day, today, yesterday</source>
        <translation>danach, wann es hinzukam; nach dem Tag Ihrer letzten Entscheidung darüber: ein Jahr, ein Monat, ein Tag, today (heute), yesterday (gestern)</translation>
    </message>
    <message>
        <source>with a decision that you made by ear; by accepting or by rejecting the model&apos;s guess; by “the rest is no”; that a rule implied; that was imported</source>
        <translation>mit einer Entscheidung nach Gehör; durch Übernehmen oder Ablehnen der Vermutung des Modells; durch „Der Rest ist Nein“; aus einer Regel; aus einem Import</translation>
    </message>
    <message>
        <source>words of one field</source>
        <translation>Wörter eines Feldes</translation>
    </message>
    <message>
        <source>without any tag; without any of a category; with a note. “has:” is the contrary of “empty:”; both take a category, a field, “regions”</source>
        <translation>ohne jedes Tag; ohne eines einer Kategorie; mit einer Notiz. „has:“ ist das Gegenteil von „empty:“; beide nehmen eine Kategorie, ein Feld, „regions“</translation>
    </message>
    <message>
        <source>no decision on the whole song yet; something unsure; the model is sure of the contrary of what you decided, and you have not kept it (Ctrl+D asks one by one); judged lately; the file is gone</source>
        <translation>noch kein Urteil über das ganze Stück; etwas unsicher; das Modell ist vom Gegenteil Ihres Urteils überzeugt, und Sie haben es nicht behalten (Strg+D fragt eins nach dem anderen); kürzlich beurteilt; die Datei ist weg</translation>
    </message>
    <message>
        <source>combined by AND, OR, NOT and brackets; side by side means AND</source>
        <translation>verknüpft mit AND (und), OR (oder), NOT (nicht) und Klammern; nebeneinander heißt AND</translation>
    </message>
</context>
<context>
    <name>similar</name>
    <message>
        <source>Look for similar songs</source>
        <translation>Ähnliche Stücke suchen</translation>
    </message>
    <message>
        <source>Compare songs</source>
        <translation>Stücke vergleichen</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>Die Karte zeichnen</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>judged, not in dispute</source>
        <translation>beurteilt, nicht strittig</translation>
    </message>
</context>
<context>
    <name>song_files</name>
    <message>
        <source>Find missing files</source>
        <translation>Fehlende Dateien finden</translation>
    </message>
    <message>
        <source>Look where the files are</source>
        <translation>Suchen, wo die Dateien sind</translation>
    </message>
    <message>
        <source>Found again: {}</source>
        <translation>Wiedergefunden: {}</translation>
    </message>
    <message>
        <source>Still not there: {}</source>
        <translation>Noch nicht da: {}</translation>
    </message>
</context>
<context>
    <name>song_paths</name>
    <message>
        <source>Copied: {paths:the path|# paths}.</source>
        <translation>Kopiert: {paths:der Pfad|# Pfade}.</translation>
    </message>
    <message>
        <source>{} is no longer in its folder.</source>
        <translation>{} ist nicht mehr in seinem Ordner.</translation>
    </message>
    <message>
        <source>The first {opened} of {found} were opened.</source>
        <translation>Die ersten {opened} von {found} wurden geöffnet.</translation>
    </message>
    <message>
        <source>{} is not there now.</source>
        <translation>{} ist jetzt nicht da.</translation>
    </message>
    <message>
        <source>The system has no program for {}.</source>
        <translation>Das System hat kein Programm für {}.</translation>
    </message>
</context>
<context>
    <name>song_saliency</name>
    <message>
        <source>Compare with random weights</source>
        <translation>Mit zufälligen Gewichten vergleichen</translation>
    </message>
    <message>
        <source>The model hears none of your tags in this song; right-click a tag.</source>
        <translation>Das Modell hört in diesem Stück keines Ihrer Tags; klicken Sie mit der rechten Maustaste auf ein Tag.</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Was für „{tag}“ spricht</translation>
    </message>
</context>
<context>
    <name>songs</name>
    <message>
        <source>{} is not there now.</source>
        <translation>{} ist jetzt nicht da.</translation>
    </message>
</context>
<context>
    <name>spectra_page</name>
    <message>
        <source>{name}: weights of {shape}; directions used is the effective rank</source>
        <translation>{name}: Gewichte von {shape}; genutzte Richtungen sind der effektive Rang</translation>
    </message>
    <message>
        <source>Learning changed {n} of the {shared} layers that “{parent}” has.</source>
        <translation>Das Lernen hat {n} der {shared} Schichten verändert, die „{parent}“ hat.</translation>
    </message>
    <message>
        <source>weights drawn at random</source>
        <translation>zufällig gezogene Gewichte</translation>
    </message>
    <message>
        <source>No layer uses fewer than half of the directions that random weights of its size would use: none is nearly of low rank.</source>
        <translation>Keine Schicht nutzt weniger als die Hälfte der Richtungen, die zufällige Gewichte ihrer Größe nutzen würden: keine hat annähernd niedrigen Rang.</translation>
    </message>
    <message>
        <source>All layers that “{parent}” has are the same here, to the last bit: learning taught only the words.</source>
        <translation>Alle Schichten, die „{parent}“ hat, sind hier bis zum letzten Bit dieselben: gelernt wurden nur die Wörter.</translation>
    </message>
    <message>
        <source>{n:# layer uses|# layers use} fewer than half of the directions that random weights of that size would use, and could be made smaller: {names}.</source>
        <translation>{n:# Schicht nutzt|# Schichten nutzen} weniger als die Hälfte der Richtungen, die zufällige Gewichte dieser Größe nutzen würden, und könnten kleiner sein: {names}.</translation>
    </message>
    <message>
        <source>directions, strongest first (%)</source>
        <translation>Richtungen, die stärkste zuerst (%)</translation>
    </message>
    <message>
        <source>singular value (strongest = 1)</source>
        <translation>Singulärwert (stärkster = 1)</translation>
    </message>
    <message>
        <source>{percent} % of the directions</source>
        <translation>{percent} % der Richtungen</translation>
    </message>
</context>
<context>
    <name>system_choice</name>
    <message>
        <source>Trying systems</source>
        <translation>Systeme erproben</translation>
    </message>
</context>
<context>
    <name>tag_draft</name>
    <message>
        <source>Give the tag a name.</source>
        <translation>Geben Sie dem Tag einen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is a retired tag. Restore it in the codebook.</source>
        <translation>„{name}“ ist ein stillgelegtes Tag. Holen Sie es im Codebuch zurück.</translation>
    </message>
    <message>
        <source>The key {key} belongs to “{name}” in this category.</source>
        <translation>Die Taste {key} gehört in dieser Kategorie zu „{name}“.</translation>
    </message>
    <message>
        <source>Give the new category a name.</source>
        <translation>Geben Sie der neuen Kategorie einen Namen.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the category “{name}”.</source>
        <translation>Die Taste {key} gehört der Kategorie „{name}“.</translation>
    </message>
    <message>
        <source>Merge the two…</source>
        <translation>Die beiden verschmelzen…</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Wählen Sie eine Kategorie.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which would be without it.</source>
        <translation>{key} ist die Taste für „{command}“; dieser Befehl hätte sie dann nicht mehr.</translation>
    </message>
    <message>
        <source>{key} alone is “{command}”.</source>
        <translation>{key} allein ist „{command}“.</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>The category “{name}” is there already.</source>
        <translation>Die Kategorie „{name}“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>tag_menu</name>
    <message>
        <source>Yes, from {start} to {end}</source>
        <translation>Ja, von {start} bis {end}</translation>
    </message>
    <message>
        <source>Note on this decision…</source>
        <translation>Notiz zu dieser Entscheidung…</translation>
    </message>
    <message>
        <source>Judge song by song</source>
        <translation>Stück für Stück beurteilen</translation>
    </message>
    <message>
        <source>Hear evidence</source>
        <translation>Belege hören</translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation>Tag bearbeiten…</translation>
    </message>
    <message>
        <source>Edit its category…</source>
        <translation>Ihre Kategorie bearbeiten…</translation>
    </message>
    <message>
        <source>What you heard; it stays with this decision.</source>
        <translation>Was Sie gehört haben; bleibt bei dieser Entscheidung.</translation>
    </message>
    <message>
        <source>The rest of this category is no</source>
        <translation>Der Rest dieser Kategorie ist Nein</translation>
    </message>
    <message>
        <source>New tag in this category…</source>
        <translation>Neues Tag in dieser Kategorie…</translation>
    </message>
    <message>
        <source>Edit category…</source>
        <translation>Kategorie bearbeiten…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>The model&apos;s score for {where}: {score}, not a probability.</source>
        <translation>Wert des Modells für {where}: {score}, keine Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Click: yes · Shift+click: no · Alt+click: unsure · again: not judged</source>
        <translation>Klick: ja · Umschalt+Klick: nein · Alt+Klick: unsicher · noch einmal: offen</translation>
    </message>
    <message>
        <source>Intensity {level} of 9 ({value})</source>
        <translation>Stärke {level} von 9 ({value})</translation>
    </message>
    <message>
        <source>by ear</source>
        <translation>nach Gehör</translation>
    </message>
    <message>
        <source>accepted from the model</source>
        <translation>vom Modell übernommen</translation>
    </message>
    <message>
        <source>the model&apos;s suggestion was rejected</source>
        <translation>der Vorschlag des Modells wurde abgelehnt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>weil der Rest Nein ist</translation>
    </message>
    <message>
        <source>No definition yet</source>
        <translation>Noch keine Definition</translation>
    </message>
    <message>
        <source>Use when: </source>
        <translation>Verwenden, wenn: </translation>
    </message>
    <message>
        <source>Not when: </source>
        <translation>Nicht, wenn: </translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>the song so far</source>
        <translation>das Stück bis hier</translation>
    </message>
    <message>
        <source>the song</source>
        <translation>das Stück</translation>
    </message>
    <message>
        <source>The model disagrees: see Model ▸ Where the model disagrees.</source>
        <translation>Das Modell widerspricht: siehe Modell ▸ Wo das Modell widerspricht.</translation>
    </message>
    <message>
        <source>Reached by Tab: 1 to 9 say how strongly, 0 takes that back</source>
        <translation>Mit Tab erreicht: 1 bis 9 sagen, wie stark, 0 nimmt es zurück</translation>
    </message>
    <message>
        <source>Note on “{tag}”</source>
        <translation>Notiz zu „{tag}“</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Notiz: </translation>
    </message>
    <message>
        <source>{key}+click</source>
        <translation>{key}+Klick</translation>
    </message>
    <message>
        <source>What speaks for it?</source>
        <translation>Was spricht dafür?</translation>
    </message>
    <message>
        <source>Mark as an example</source>
        <translation>Als Beispiel markieren</translation>
    </message>
    <message>
        <source>It is one</source>
        <translation>Das ist es</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Das ist es nicht</translation>
    </message>
    <message>
        <source>, under its meaning of {day}</source>
        <translation>, nach der Bedeutung vom {day}</translation>
    </message>
    <message>
        <source>, before its meaning changed on {day}</source>
        <translation>, bevor sich die Bedeutung am {day} änderte</translation>
    </message>
    <message>
        <source>implied by a rule</source>
        <translation>von einer Regel abgeleitet</translation>
    </message>
</context>
<context>
    <name>tagging</name>
    <message>
        <source>No song selected.</source>
        <translation>Kein Stück gewählt.</translation>
    </message>
</context>
<context>
    <name>taggram_rows</name>
    <message>
        <source>The song is scored by following it from beginning to end; each second by itself.</source>
        <translation>Das Stück wird bewertet, indem das Modell ihm vom Anfang bis zum Ende folgt; jede Sekunde für sich.</translation>
    </message>
    <message>
        <source>The song is scored once, by all of its sound together; that is neither the mean of the seconds nor the strongest of them.</source>
        <translation>Das Stück wird einmal bewertet, nach seinem ganzen Klang zusammen; das ist weder das Mittel der Sekunden noch die stärkste von ihnen.</translation>
    </message>
    <message>
        <source>The song&apos;s score is the mean of its parts.</source>
        <translation>Der Wert des Stücks ist das Mittel seiner Teile.</translation>
    </message>
</context>
<context>
    <name>time_ledger</name>
    <message>
        <source>Add up the time</source>
        <translation>Zeit zusammenrechnen</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>Look into watched folders</source>
        <translation>In beobachtete Ordner sehen</translation>
    </message>
    <message>
        <source>Links out of the watched folders were passed over: {}</source>
        <translation>Verweise, die aus den überwachten Ordnern hinausführen, wurden übergangen: {}</translation>
    </message>
    <message>
        <source>New songs in watched folders: {}</source>
        <translation>Neue Stücke in beobachteten Ordnern: {}</translation>
    </message>
</context>
<context>
    <name>word_actions</name>
    <message>
        <source>Merge into…</source>
        <translation>Verschmelzen mit…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>Other names…</source>
        <translation>Andere Namen…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Stilllegen…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Show in the codebook</source>
        <translation>Im Codebuch zeigen</translation>
    </message>
</context>
<context>
    <name>word_grammar</name>
    <message>
        <source>Look for rules between tags</source>
        <translation>Regeln zwischen Tags suchen</translation>
    </message>
    <message>
        <source>Look what rules imply</source>
        <translation>Suchen, was Regeln ergeben</translation>
    </message>
    <message>
        <source>Rules applied: {n:# decision|# decisions}. Undo takes all of them back.</source>
        <translation>Regeln angewandt: {n:# Entscheidung|# Entscheidungen}. Rückgängig nimmt alle zurück.</translation>
    </message>
</context>
<context>
    <name>word_history</name>
    <message>
        <source>made</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>meaning changed</source>
        <translation>Bedeutung geändert</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>another word was merged into it</source>
        <translation>ein anderes Wort wurde damit verschmolzen</translation>
    </message>
    <message>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>used again</source>
        <translation>wieder in Gebrauch</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Verwenden, wenn</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Nicht, wenn</translation>
    </message>
</context>
<context>
    <name>word_pairs</name>
    <message>
        <source>Find confused words</source>
        <translation>Verwechselte Wörter suchen</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Change the data of {songs} songs?</source>
        <translation>Die Angaben von {songs} Stücken ändern?</translation>
    </message>
    <message>
        <source>Read song data again</source>
        <translation>Angaben neu lesen</translation>
    </message>
    <message>
        <source>Files that hold another sound now: {n}; their songs stay as they were.</source>
        <translation>Dateien, die jetzt eine andere Aufnahme enthalten: {n}; ihre Stücke bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Songs with new data: {n}.</source>
        <translation>Stücke mit neuen Angaben: {n}.</translation>
    </message>
    <message>
        <source>Files that could not be read: {n}.</source>
        <translation>Dateien, die nicht gelesen werden konnten: {n}.</translation>
    </message>
</context>
<context>
    <name>words_choice</name>
    <message>
        <source>Sankaran 2017: 63 tags</source>
        <translation>Sankaran 2017: 63 Tags</translation>
    </message>
    <message>
        <source>Neutral: any music</source>
        <translation>Neutral: jede Musik</translation>
    </message>
    <message>
        <source>Orchestral music</source>
        <translation>Orchestermusik</translation>
    </message>
    <message>
        <source>Pop and rock</source>
        <translation>Pop und Rock</translation>
    </message>
    <message>
        <source>Electronic music</source>
        <translation>Elektronische Musik</translation>
    </message>
    <message>
        <source>No words: I make my own</source>
        <translation>Keine Wörter: ich mache eigene</translation>
    </message>
</context>
</TS>
