<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AbxDialog</name>
    <message>
        <source>Does the ear tell them apart?</source>
        <translation>L&apos;orecchio le distingue?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message>
        <source>{number} of {n}: is X like A ({first}) or like B ({second})?</source>
        <translation>{number} di {n}: X è come A ({first}) o come B ({second})?</translation>
    </message>
    <message>
        <source>Like A: {word}</source>
        <translation>Come A: {word}</translation>
    </message>
    <message>
        <source>Like B: {word}</source>
        <translation>Come B: {word}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Reading the songs…</source>
        <translation>Lettura dei brani…</translation>
    </message>
    <message>
        <source>A, B, X: hear it · Space: silence · 1, 2: answer</source>
        <translation>A, B, X: ascolta · Spazio: silenzio · 1, 2: rispondi</translation>
    </message>
    <message>
        <source>It is kept beside the two words.</source>
        <translation>Il risultato resta accanto alle due parole.</translation>
    </message>
    <message>
        <source>Hear A and B, and X before you answer. All three are equally loud.</source>
        <translation>Ascolti A e B, e X prima di rispondere. Tutti e tre hanno lo stesso volume.</translation>
    </message>
    <message>
        <source>X is another song than A and B. What was right is told at the end, not before.</source>
        <translation>X è un brano diverso da A e B. Che cosa era giusto si dice alla fine, non prima.</translation>
    </message>
</context>
<context>
    <name>ActionSet</name>
    <message>
        <source>not possible while the library is open for reading only</source>
        <translation>non possibile finché la raccolta è aperta in sola lettura</translation>
    </message>
</context>
<context>
    <name>AddWordsDialog</name>
    <message>
        <source>Add words</source>
        <translation>Aggiungi parole</translation>
    </message>
    <message>
        <source>In place of the words here, of which none is used yet</source>
        <translation>Al posto delle parole di qui, nessuna delle quali è ancora usata</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Ticked words are added. Your own words stay as they are.</source>
        <translation>Le parole spuntate vengono aggiunte. Le sue restano come sono.</translation>
    </message>
    <message>
        <source>{n:# word takes|# words take} their place</source>
        <translation>{n:# parola prende|# parole prendono} il loro posto</translation>
    </message>
    <message>
        <source>{n:# new word is|# new words are} added</source>
        <translation>{n:# parola nuova viene aggiunta|# parole nuove vengono aggiunte}</translation>
    </message>
    <message>
        <source>All these words take the place of those that are here now.</source>
        <translation>Tutte queste parole prendono il posto di quelle che ci sono ora.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>Accordo degli annotatori</translation>
    </message>
    <message>
        <source>Whose decisions are compared</source>
        <translation>Di chi si confrontano le decisioni</translation>
    </message>
    <message>
        <source>Between annotators</source>
        <translation>Tra annotatori</translation>
    </message>
    <message>
        <source>Your own ear, heard twice</source>
        <translation>Il suo orecchio, ascolto ripetuto</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Measures such as kappa, alpha and AC1</source>
        <translation>Misure come kappa, alfa e AC1</translation>
    </message>
    <message>
        <source>Annotators and their decisions: {}</source>
        <translation>Annotatori e loro decisioni: {}</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that you answered again later, the answer was the same on {agreed}. What an ear does not agree on with itself, no model can learn.</source>
        <translation>Di {n:# domanda|# domande} (un brano e un tag) a cui lei ha risposto di nuovo più tardi, la risposta è stata la stessa su {agreed}. Ciò su cui un orecchio non concorda con sé stesso, nessun modello può apprenderlo.</translation>
    </message>
    <message>
        <source>No tag of any song was decided on by two annotators. Take in a colleague&apos;s decisions, or let another annotator decide here.</source>
        <translation>Su nessun tag di un brano hanno deciso due annotatori. Importi le decisioni di altri, o faccia decidere qui un altro annotatore.</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that two or more annotators answered, all agree on {agreed}.</source>
        <translation>Di {n:# domanda|# domande} (un brano e un tag) a cui hanno risposto due o più annotatori, tutti concordano su {agreed}.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>Concordato</translation>
    </message>
    <message>
        <source>Songs on which annotators disagree</source>
        <translation>Brani su cui gli annotatori non concordano</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>Open the song and play it (Enter in the list)</source>
        <translation>Apri il brano e riproducilo (Invio nell&apos;elenco)</translation>
    </message>
    <message>
        <source>Agree on yes</source>
        <translation>Concorda sì</translation>
    </message>
    <message>
        <source>Agree on no</source>
        <translation>Concorda no</translation>
    </message>
    <message>
        <source>Agree on unsure</source>
        <translation>Concorda incerto</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Non concordato</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>No song is listed on which they disagree.</source>
        <translation>Non è elencato alcun brano su cui siano in disaccordo.</translation>
    </message>
    <message>
        <source>{n:# answer differs|# answers differ}. Choose one to listen to its song, and to settle it.</source>
        <translation>{n:# risposta è diversa|# risposte sono diverse}. Ne scelga una per ascoltare il brano e accordarsi.</translation>
    </message>
    <message>
        <source>In blind mode nobody&apos;s decisions are shown: switch it off to see them.</source>
        <translation>Alla cieca non si mostrano le decisioni altrui: disattivi la modalità per vederle.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} on tags that you have not decided: they show after that.</source>
        <translation>{:Un altro riguarda|Altri # riguardano} tag su cui non ha deciso: appariranno dopo.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} not listed.</source>
        <translation>{:Un altro non è elencato|Altri # non sono elencati}.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>senza nome</translation>
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
        <translation>In parole</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerti</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Grezzo</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>AC1</source>
        <translation>AC1</translation>
    </message>
    <message>
        <source>Agreement on each tag</source>
        <translation>Accordo su ciascun tag</translation>
    </message>
    <message>
        <source>All agree on {agreed} of {n:# song|# songs}.</source>
        <translation>Tutti concordano su {agreed} di {n:# brano|# brani}.</translation>
    </message>
    <message>
        <source>The same answer again on {agreed} of {n:# song|# songs}.</source>
        <translation>Di nuovo la stessa risposta su {agreed} di {n:# brano|# brani}.</translation>
    </message>
    <message>
        <source>{} A rare tag.</source>
        <translation>{} Un tag raro.</translation>
    </message>
</context>
<context>
    <name>AliasesDialog</name>
    <message>
        <source>Other names of “{tag}”</source>
        <translation>Altri nomi di «{tag}»</translation>
    </message>
    <message>
        <source>“{tag}” is found by these, too, when you type, search or import.</source>
        <translation>«{tag}» si trova anche con questi, quando scrive, cerca o importa.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Altri nomi</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Un altro nome</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>«{name}» c&apos;è già.</translation>
    </message>
</context>
<context>
    <name>ApplyRulesDialog</name>
    <message>
        <source>Apply rules to songs</source>
        <translation>Applica le regole ai brani</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisione</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>What the rules imply</source>
        <translation>Che cosa implicano le regole</translation>
    </message>
    <message>
        <source>Only what is not judged is decided, and marked as implied by a rule: it is learned from, but does not count as heard. One undo takes all of it back.</source>
        <translation>Si decide solo ciò che non è giudicato, e si segna come dedotto da una regola: se ne impara, ma non conta come ascoltato. Un solo annullamento ritira tutto.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply {n:# decision|# decisions}.</source>
        <translation>Per {songs:# brano|# brani} le regole implicano {n:# decisione|# decisioni}.</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply nothing that is not judged.</source>
        <translation>Per {songs:# brano|# brani} le regole non implicano nulla che non sia giudicato.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask a colleague</source>
        <translation>Chiedi a un collega</translation>
    </message>
    <message>
        <source>That I judged on these tags, else all</source>
        <translation>Che ho giudicato su questi tag, altrimenti tutti</translation>
    </message>
    <message>
        <source>That the search finds</source>
        <translation>Che la ricerca trova</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>tutti</translation>
    </message>
    <message>
        <source>Fewer are drawn by lot</source>
        <translation>Se sono meno, vengono sorteggiati</translation>
    </message>
    <message>
        <source>The same number draws the same songs</source>
        <translation>Lo stesso numero estrae gli stessi brani</translation>
    </message>
    <message>
        <source>Blind: my own decisions are not sent along</source>
        <translation>Alla cieca: le mie decisioni non vengono inviate</translation>
    </message>
    <message>
        <source>Otherwise your colleague sees yours beside each decision, once it is made</source>
        <translation>Altrimenti le proprie si vedono accanto a ogni decisione, una volta presa</translation>
    </message>
    <message>
        <source>A few words, if you like</source>
        <translation>Due parole, se vuole</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>Choose where the file goes that you send</source>
        <translation>Scegliere dove mettere il file da spedire</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {tags:# tag|# tags}</source>
        <translation>{songs:# brano|# brani}, {tags:# tag|# tag}</translation>
    </message>
    <message>
        <source>Tick the tags first.</source>
        <translation>Spunti prima i tag.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Quanti</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Non scrivere nulla (Esc)</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seme</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saluto</translation>
    </message>
    <message>
        <source>One small file is written: songs by the sound of their samples, titles and lengths, and the tags with what they mean. No audio and no folder is in it.</source>
        <translation>Si scrive un piccolo file: i brani con l&apos;impronta del loro suono, titoli e durate, e i tag con il loro significato. Non contiene audio né cartelle.</translation>
    </message>
    <message>
        <source>Which tags</source>
        <translation>Quali tag</translation>
    </message>
    <message>
        <source>Which songs</source>
        <translation>Quali brani</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
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
        <translation>Coppie su 100</translation>
    </message>
    <message>
        <source>How many more of 100 pairs of a right and a wrong song it puts in order than the model before, on the same songs, with the 95 % range</source>
        <translation>Quante coppie in più, su 100 di un brano giusto e uno sbagliato, mette in ordine rispetto al modello precedente, sugli stessi brani, con l&apos;intervallo al 95 %</translation>
    </message>
    <message>
        <source>Tags better and worse beyond chance</source>
        <translation>Tag migliori e peggiori oltre il caso</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Many songs</source>
        <translation>Molti brani</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Un solo Annulla riporta tutto indietro.</translation>
    </message>
    <message>
        <source>All {songs} songs</source>
        <translation>Tutti i {songs} brani</translation>
    </message>
    <message>
        <source>Do it; it can be cancelled on the way</source>
        <translation>Esegue; si può annullare strada facendo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Non cambia nulla (Esc)</translation>
    </message>
</context>
<context>
    <name>CaptionLine</name>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Copia l&apos;elenco dei tag</translation>
    </message>
    <message>
        <source>The song&apos;s tags in the order in which you would list them.</source>
        <translation>I tag del brano nell&apos;ordine in cui lei li elencherebbe.</translation>
    </message>
    <message>
        <source>Left out, as seldom in this company: {}</source>
        <translation>Omessi, perché rari in questa compagnia: {}</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>Edit category</source>
        <translation>Modifica categoria</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nuova categoria</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Free: {keys}</source>
        <translation>Liberi: {keys}</translation>
    </message>
    <message>
        <source>Leaving a song means no for the rest</source>
        <translation>Lasciare un brano significa no per il resto</translation>
    </message>
    <message>
        <source>After you judged a tag of this category and go to the next song, its tags that you did not judge become no. A song on which you judged none of them stays as it is. Undo takes it back.</source>
        <translation>Dopo aver giudicato un tag di questa categoria, passando al brano successivo i suoi tag non giudicati diventano no. Un brano in cui non ne è stato giudicato nessuno resta com&apos;è. Annulla ripristina tutto.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Make the category</source>
        <translation>Crea la categoria</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
</context>
<context>
    <name>ChangedController</name>
    <message>
        <source>Comparing with the former model</source>
        <translation>Confronto con il modello precedente</translation>
    </message>
</context>
<context>
    <name>ChangedDialog</name>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Su che cosa ha cambiato idea?</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiamento</translation>
    </message>
    <message>
        <source>Gained and lost</source>
        <translation>Guadagnati e persi</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Guadagnati</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Persi</translation>
    </message>
    <message>
        <source>Better and worse beyond chance</source>
        <translation>Migliori e peggiori, oltre il caso</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>Open the song and play the seconds that speak most for the tag</source>
        <translation>Apre il brano e suona i secondi che parlano di più per il tag</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Giusto</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Sbagliato</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerto</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>Uno dopo l&apos;altro</translation>
    </message>
    <message>
        <source>Be asked about each of them in the window</source>
        <translation>Farsi chiedere di ciascuno nella finestra</translation>
    </message>
    <message>
        <source>The listed rows as a CSV file</source>
        <translation>Le righe elencate come file CSV</translation>
    </message>
    <message>
        <source>Your decision on the tag of this song</source>
        <translation>La sua decisione sul tag di questo brano</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Tutti i tag</translation>
    </message>
    <message>
        <source>In blind mode nothing of it is shown: switch it off to see it.</source>
        <translation>Alla cieca non se ne mostra nulla: disattivi la modalità per vederlo.</translation>
    </message>
    <message>
        <source>“{now}” says of no tag that you have not judged otherwise than “{before}”.</source>
        <translation>«{now}» non dice altro da «{before}» di nessun tag che lei non abbia giudicato.</translation>
    </message>
    <message>
        <source>“{now}” says otherwise than “{before}” of {n:# tag|# tags} that you have not judged.</source>
        <translation>«{now}» dice altro da «{before}» di {n:# tag che lei non ha giudicato|# tag che lei non ha giudicato}.</translation>
    </message>
    <message>
        <source>Of {n:# judged tag|# judged tags} that changed, {agreeing} agree with your decisions now.</source>
        <translation>Di {n:# tag giudicato che è cambiato|# tag giudicati che sono cambiati}, {agreeing} ora concordano con le sue decisioni.</translation>
    </message>
    <message>
        <source>The {:# greatest change is|# greatest changes are} listed.</source>
        <translation>Sono elencati {:il # cambiamento maggiore|i # cambiamenti maggiori}.</translation>
    </message>
    <message>
        <source>The most surprising comes first. Space plays and pauses.</source>
        <translation>Il più sorprendente viene per primo. Spazio suona e mette in pausa.</translation>
    </message>
    <message>
        <source>No tag could be compared on the same songs.</source>
        <translation>Nessun tag si è potuto confrontare sugli stessi brani.</translation>
    </message>
    <message>
        <source>Of {n:# tag|# tags} none became better or worse by more than chance.</source>
        <translation>Di {n:# tag|# tag} nessuno è migliorato o peggiorato oltre il caso.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>The arrow keys tell the values, + and − zoom; the menu key saves them.</source>
        <translation>Le frecce dicono i valori, + e − ingrandiscono; il tasto menu li salva.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostra tutto</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Copia i valori</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Salva i valori (CSV)…</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Salva come immagine…</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>Impossibile scrivere {}: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Salva come immagine</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Salva i valori</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Immagine</translation>
    </message>
    <message>
        <source>Drawing, sharp at any size</source>
        <translation>Disegno, nitido a ogni dimensione</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
</context>
<context>
    <name>ChordFilter</name>
    <message>
        <source>No category has the key {key}.</source>
        <translation>Nessuna categoria ha il tasto {key}.</translation>
    </message>
    <message>
        <source>The letter before no longer counts, so {key} did nothing.</source>
        <translation>La lettera precedente non conta più, perciò {key} non ha fatto nulla.</translation>
    </message>
    <message>
        <source>No tag of “{category}” has the key {key}.</source>
        <translation>Nessun tag di «{category}» ha il tasto {key}.</translation>
    </message>
    <message>
        <source>A digit says how strongly a tag holds, right after its two letters.</source>
        <translation>Una cifra dice quanto vale un tag, subito dopo le sue due lettere.</translation>
    </message>
    <message>
        <source>“{tag}”: intensity {level} of 9</source>
        <translation>«{tag}»: intensità {level} di 9</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Unsaved library</source>
        <translation>Raccolta non salvata</translation>
    </message>
    <message>
        <source>Its decisions are only in this window now. Make room or bring its folder back and try again, or save it somewhere else.</source>
        <translation>Le sue decisioni ora sono solo in questa finestra. Faccia spazio o riporti la cartella e riprovi, oppure la salvi altrove.</translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation>Salva altrove…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Chiudi e perdila</translation>
    </message>
    <message>
        <source>{:Close and lose # decision|Close and lose # decisions}</source>
        <translation>{:Chiudi e perdi # decisione|Chiudi e perdi # decisioni}</translation>
    </message>
    <message>
        <source>Save the library</source>
        <translation>Salva la raccolta</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Raccolte (*.db)</translation>
    </message>
</context>
<context>
    <name>CodebookController</name>
    <message>
        <source>Export the codebook</source>
        <translation>Esporta il codebook</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation>Codebook (*.json)</translation>
    </message>
    <message>
        <source>Words from a file</source>
        <translation>Parole da un file</translation>
    </message>
    <message>
        <source>Codebooks and lists of words</source>
        <translation>Codebook ed elenchi di parole</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>codebook</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Codebook</source>
        <translation>Codebook</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Filtra le parole</translation>
    </message>
    <message>
        <source>Retired words, too</source>
        <translation>Anche quelle ritirate</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nuovo tag…</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Nuova categoria…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifica…</translation>
    </message>
    <message>
        <source>Add words…</source>
        <translation>Aggiungi parole…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Words of a template or a file: you see first what of it is new</source>
        <translation>Parole di uno schema o di un file: prima vede che cosa c&apos;è di nuovo</translation>
    </message>
    <message>
        <source>Write the words with keys and definitions, for another library or colleague</source>
        <translation>Scrive le parole con tasti e definizioni, per un&apos;altra raccolta o per colleghi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓: move it. F2: rename. Enter: edit. Delete: retire.</source>
        <translation>Trascini, o Alt+↑ e Alt+↓: sposta. F2: rinomina. Invio: modifica. Canc: ritira.</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} in {m:# category|# categories}, {k} retired</source>
        <translation>{n:# tag|# tag} in {m:# categoria|# categorie}, {k} ritirati</translation>
    </message>
    <message>
        <source>Songs were judged with it: retire it, or merge it into another</source>
        <translation>Dei brani sono stati giudicati così: lo ritiri, o lo fonda con un altro</translation>
    </message>
    <message>
        <source>{done}. Ctrl+Z takes it back.</source>
        <translation>{done}. Ctrl+Z lo annulla.</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Un altro nome</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Un altro tasto</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
    <message>
        <source>The category&apos;s colour</source>
        <translation>Il colore della categoria</translation>
    </message>
    <message>
        <source>Words of which you said that they are unclear</source>
        <translation>Parole che lei ha detto non chiare</translation>
    </message>
    <message>
        <source>Unclear words ({n})</source>
        <translation>Parole non chiare ({n})</translation>
    </message>
    <message>
        <source>Booklet…</source>
        <translation>Opuscolo…</translation>
    </message>
    <message>
        <source>All words with meaning, examples and history, to be read or printed</source>
        <translation>Tutte le parole con significato, esempi e cronologia, da leggere o stampare</translation>
    </message>
    <message>
        <source>Confused words…</source>
        <translation>Parole confuse…</translation>
    </message>
    <message>
        <source>Words that are taken for one another, and whether the ear tells them apart</source>
        <translation>Parole prese l&apos;una per l&apos;altra, e se l&apos;orecchio le distingue</translation>
    </message>
</context>
<context>
    <name>CodebookTools</name>
    <message>
        <source>Save the booklet</source>
        <translation>Salva l&apos;opuscolo</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Pagine web (*.html)</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>codebook</translation>
    </message>
    <message>
        <source>Finding confused words</source>
        <translation>Ricerca delle parole confuse</translation>
    </message>
    <message>
        <source>It takes two songs that are “{one}” and not “{other}”, whose files are there.</source>
        <translation>Servono due brani che siano «{one}» e non «{other}», con i file presenti.</translation>
    </message>
</context>
<context>
    <name>CodebookTree</name>
    <message>
        <source>Categories and tags</source>
        <translation>Categorie e tag</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerto</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Altri nomi</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definizione</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ritirato</translation>
    </message>
</context>
<context>
    <name>ColleagueController</name>
    <message>
        <source>Open a request</source>
        <translation>Apri una richiesta</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Invia risposte</translation>
    </message>
    <message>
        <source>The folder with your songs</source>
        <translation>La cartella con i propri brani</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Chiedi a un collega</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Richieste</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Risposte</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>The category&apos;s colour</source>
        <translation>Il colore della categoria</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Altro…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
</context>
<context>
    <name>CompareChoice</name>
    <message>
        <source>Compare songs by</source>
        <translation>Confronta i brani per</translation>
    </message>
    <message>
        <source>What songs are compared by</source>
        <translation>In base a che cosa si confrontano i brani</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>il modello in uso</translation>
    </message>
    <message>
        <source>What {model} hears</source>
        <translation>Ciò che sente {model}</translation>
    </message>
    <message>
        <source>Timbre alone</source>
        <translation>Solo il timbro</translation>
    </message>
    <message>
        <source>What songs sound like, whatever is played: no model has learned it</source>
        <translation>Come suonano i brani, qualunque cosa si suoni: nessun modello l&apos;ha appreso</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare models</source>
        <translation>Confronta modelli</translation>
    </message>
    <message>
        <source>Measure of the plot</source>
        <translation>Misura del grafico</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annullato.</translation>
    </message>
    <message>
        <source>My songs</source>
        <translation>I miei brani</translation>
    </message>
    <message>
        <source>The open song</source>
        <translation>Il brano aperto</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copia la tabella</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Con tabulazioni fra le colonne, per un foglio di calcolo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Measures such as ROC-AUC, AP and MCC</source>
        <translation>Misure come ROC-AUC, AP e MCC</translation>
    </message>
    <message>
        <source>These models have no word in common</source>
        <translation>Questi modelli non hanno parole in comune</translation>
    </message>
    <message>
        <source>Say what their words mean in yours (Words…), or compare fewer of them.</source>
        <translation>Dica che cosa significano le loro parole nelle sue (Parole…), oppure ne confronti meno.</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} coppie su 100</translation>
    </message>
    <message>
        <source>Songs: {}. Tags that every model has a word for: {}. For testing, a song that a model learned from was kept aside.</source>
        <translation>Brani: {}. Tag per cui ogni modello ha una parola: {}. Per la prova, un brano da cui un modello ha imparato è stato tenuto da parte.</translation>
    </message>
    <message>
        <source>Could not be read: {}.</source>
        <translation>Illeggibili: {}.</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Ha guardato i risultati di questi brani {} volte: un modello scelto più volte in base a essi sembra migliore di quanto sia.</translation>
    </message>
    <message>
        <source>{} compared with {}: {}.</source>
        <translation>{} a confronto con {}: {}.</translation>
    </message>
    <message>
        <source>WAUC of {} minus {}: {}.</source>
        <translation>WAUC di {} meno {}: {}.</translation>
    </message>
    <message>
        <source>{} alone, over all its own words: WAUC {}.</source>
        <translation>{} da solo, su tutte le sue parole: WAUC {}.</translation>
    </message>
    <message>
        <source>Not compared: {}.</source>
        <translation>Non confrontati: {}.</translation>
    </message>
</context>
<context>
    <name>ComparisonPlot</name>
    <message>
        <source>Plot, means: {}</source>
        <translation>Grafico, medie: {}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>{}: {} of {:# song|# songs}</source>
        <translation>{}: {} di {:# brano|# brani}</translation>
    </message>
    <message>
        <source>Mean of {:# tag|# tags}, {:# song|# songs}</source>
        <translation>Media di {} tag, {:# brano|# brani}</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Comparison by tag</source>
        <translation>Confronto per tag</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Brani con il tag</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>keep what is here</source>
        <translation>mantenere ciò che è qui</translation>
    </message>
    <message>
        <source>take the file&apos;s decision</source>
        <translation>prendere la decisione del file</translation>
    </message>
    <message>
        <source>keep both, the file&apos;s under a name of its own</source>
        <translation>tenere entrambe, quella del file con un nome suo</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Nel file</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Di chi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Decisions that contradict</source>
        <translation>Decisioni in contraddizione</translation>
    </message>
    <message>
        <source>No decision of the file contradicts one that is here.</source>
        <translation>Nessuna decisione del file ne contraddice una che è qui.</translation>
    </message>
    <message>
        <source>The first {shown} of {n} are listed. Enter opens a song.</source>
        <translation>Sono elencate le prime {shown} di {n}. Invio apre un brano.</translation>
    </message>
    <message>
        <source>Enter, or a double click, opens a song.</source>
        <translation>Invio, o un doppio clic, apre un brano.</translation>
    </message>
    <message>
        <source>Where the two differ</source>
        <translation>Dove le due differiscono</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Qualcosa è andato storto</translation>
    </message>
    <message>
        <source>Your decisions are stored: each was saved as you made it. You can go on; if something looks odd, close RhythmCap and open it again. A report helps to find the fault; it stays on this computer until you send it to someone.</source>
        <translation>Le sue decisioni sono salvate: ciascuna è stata registrata subito. Può continuare; se qualcosa sembra strano, chiuda RhythmCap e lo riapra. Una segnalazione aiuta a trovare il difetto; resta su questo computer finché non la invia a qualcuno.</translation>
    </message>
    <message>
        <source>Log file: {}</source>
        <translation>File di registro: {}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Segnalazione</translation>
    </message>
    <message>
        <source>The report cannot be saved: {}</source>
        <translation>Impossibile salvare la segnalazione: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Salva la segnalazione…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salva la segnalazione</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Testo (*.txt)</translation>
    </message>
</context>
<context>
    <name>CreatorsTable</name>
    <message>
        <source>Creators</source>
        <translation>Autori</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Cognome, nome</translation>
    </message>
    <message>
        <source>ORCID</source>
        <translation>ORCID</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Istituzione</translation>
    </message>
    <message>
        <source>An organisation has one name, without a comma</source>
        <translation>Un&apos;organizzazione ha un solo nome, senza virgola</translation>
    </message>
    <message>
        <source>Sixteen digits that name a scholar; may be left empty</source>
        <translation>Sedici cifre che indicano una persona; può restare vuoto</translation>
    </message>
    <message>
        <source>University or institute; may be left empty</source>
        <translation>Università o istituto; può restare vuoto</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Aggiungi una persona</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Remove the chosen person (Del)</source>
        <translation>Rimuove la persona scelta (Canc)</translation>
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
        <translation>Sinistra</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Destra</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Resta</translation>
    </message>
    <message>
        <source>Decisions on both songs</source>
        <translation>Decisioni su entrambi i brani</translation>
    </message>
    <message>
        <source>{} (another ear)</source>
        <translation>{} (un altro orecchio)</translation>
    </message>
    <message>
        <source>Which decision on {} stays</source>
        <translation>Quale decisione su {} resta</translation>
    </message>
    <message>
        <source>left: {}</source>
        <translation>sinistra: {}</translation>
    </message>
    <message>
        <source>right: {}</source>
        <translation>destra: {}</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ sì</translation>
    </message>
    <message>
        <source>✕ no</source>
        <translation>✕ no</translation>
    </message>
    <message>
        <source>? unsure</source>
        <translation>? incerto</translation>
    </message>
</context>
<context>
    <name>DeformStrip</name>
    <message>
        <source>As it is</source>
        <translation>Com&apos;è</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Azzera</translation>
    </message>
    <message>
        <source>All sliders back: nothing stays</source>
        <translation>Tutti i cursori a zero: non resta nulla</translation>
    </message>
    <message>
        <source>Hear the song as it is for a moment, to compare</source>
        <translation>Ascolta un momento il brano com&apos;è, per confronto</translation>
    </message>
    <message>
        <source>No song is open</source>
        <translation>Nessun brano è aperto</translation>
    </message>
    <message>
        <source>Open one to play it.</source>
        <translation>Ne apra uno per riprodurlo.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Nessun modello in uso</translation>
    </message>
    <message>
        <source>Choose one under Models to see scores.</source>
        <translation>Ne scelga uno in Modelli per vedere i punteggi.</translation>
    </message>
    <message>
        <source>Blind mode covers the scores</source>
        <translation>La modalità alla cieca copre i punteggi</translation>
    </message>
    <message>
        <source>You hear the deformation all the same.</source>
        <translation>La deformazione si sente comunque.</translation>
    </message>
    <message>
        <source>No scores</source>
        <translation>Nessun punteggio</translation>
    </message>
    <message>
        <source>The model listens …</source>
        <translation>Il modello ascolta …</translation>
    </message>
    <message>
        <source>Move a slider: you hear it at once, and see which scores move.</source>
        <translation>Muova un cursore: si sente subito, e si vede quali punteggi si muovono.</translation>
    </message>
    <message>
        <source>No score moves by {} or more with {}.</source>
        <translation>Nessun punteggio si muove di {} o più con {}.</translation>
    </message>
    <message>
        <source>“{}” rises by {}</source>
        <translation>«{}» sale di {}</translation>
    </message>
    <message>
        <source>“{}” falls by {}</source>
        <translation>«{}» scende di {}</translation>
    </message>
    <message>
        <source>{} with {}.</source>
        <translation>{} con {}.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>Non si sente niente: non c&apos;è un&apos;uscita audio.</translation>
    </message>
    <message>
        <source>{} by “{}”; grey: as it is, blue: deformed. Nothing of it is kept.</source>
        <translation>{} di «{}»; grigio: com&apos;è, blu: deformato. Nulla viene conservato.</translation>
    </message>
    <message>
        <source>Move a slider and see which scores move.</source>
        <translation>Muova un cursore e veda quali punteggi cambiano.</translation>
    </message>
</context>
<context>
    <name>DepositContents</name>
    <message>
        <source>All annotators&apos;</source>
        <translation>Di tutti gli annotatori</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Solo le mie</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modello</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuno</translation>
    </message>
    <message>
        <source>Without them only its card and its numbers on your songs go in</source>
        <translation>Senza, entrano solo la sua scheda e i suoi numeri sui suoi brani</translation>
    </message>
    <message>
        <source>Checksums of the sound files</source>
        <translation>Somme di controllo dei file sonori</translation>
    </message>
    <message>
        <source>Reads every file; others find out with it whether theirs are the same</source>
        <translation>Legge ogni file; gli altri vedono così se i loro sono uguali</translation>
    </message>
    <message>
        <source>The model “{name}” goes in, with its weights.</source>
        <translation>Entra il modello «{name}», con i suoi pesi.</translation>
    </message>
    <message>
        <source>Card and numbers of the model “{name}” go in.</source>
        <translation>Entrano la scheda e i numeri del modello «{name}».</translation>
    </message>
    <message>
        <source>Its weights, too</source>
        <translation>Anche i suoi pesi</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>File sonori</translation>
    </message>
    <message>
        <source>They stay here: only their checksums go in.</source>
        <translation>Restano qui: entrano solo le loro somme di controllo.</translation>
    </message>
</context>
<context>
    <name>DepositDialog</name>
    <message>
        <source>Prepare a deposit</source>
        <translation>Prepara un deposito</translation>
    </message>
    <message>
        <source>Where the folder of the deposit goes</source>
        <translation>Dove va la cartella del deposito</translation>
    </message>
    <message>
        <source>Preparing the deposit</source>
        <translation>Preparazione del deposito</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Interrotto; nulla è stato scritto.</translation>
    </message>
    <message>
        <source>Counting what goes in</source>
        <translation>Conteggio di ciò che entra</translation>
    </message>
    <message>
        <source>There is no song whose decisions could go in.</source>
        <translation>Non c&apos;è alcun brano le cui decisioni possano entrare.</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {n:# decision|# decisions} by {who:# annotator|# annotators} go in; no audio, no paths.</source>
        <translation>Entrano {songs:# brano|# brani} e {n:# decisione|# decisioni} di {who:# annotatore|# annotatori}; nessun audio, nessun percorso.</translation>
    </message>
    <message>
        <source>It becomes a new folder, named after “{name}”.</source>
        <translation>Diventa una nuova cartella, chiamata come «{name}».</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>Gli dia un titolo.</translation>
    </message>
    <message>
        <source>Give it a version, such as 1.0.0.</source>
        <translation>Gli dia una versione, come 1.0.0.</translation>
    </message>
    <message>
        <source>Write who made it.</source>
        <translation>Scriva chi l&apos;ha fatto.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Manca un nome.</translation>
    </message>
    <message>
        <source>“{orcid}” is no ORCID. Write it as 0000-0002-1825-0097, or leave it empty.</source>
        <translation>«{orcid}» non è un ORCID. Lo scriva come 0000-0002-1825-0097, o lo lasci vuoto.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrizione</translation>
    </message>
    <message>
        <source>Which music, why these tags, who judged, and how</source>
        <translation>Quale musica, perché questi tag, chi ha giudicato e come</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versione</translation>
    </message>
    <message>
        <source>Prepare…</source>
        <translation>Prepara…</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <source>Free to use for all who name you (CC BY 4.0)</source>
        <translation>Libera per chi la cita (CC BY 4.0)</translation>
    </message>
    <message>
        <source>Likewise, if what they make is as free (CC BY-SA 4.0)</source>
        <translation>Anche così, se il nuovo resta libero (CC BY-SA 4.0)</translation>
    </message>
    <message>
        <source>For all who name you, not for profit (CC BY-NC 4.0)</source>
        <translation>Per chi la cita, senza profitto (CC BY-NC 4.0)</translation>
    </message>
    <message>
        <source>Not for profit, if what they make is as free (CC BY-NC-SA 4.0)</source>
        <translation>Senza profitto, se il nuovo resta libero (CC BY-NC-SA 4.0)</translation>
    </message>
    <message>
        <source>Free to use, without any condition (CC0 1.0)</source>
        <translation>Libera, senza condizioni (CC0 1.0)</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>Che cosa dice di sé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Non scrive nulla (Esc)</translation>
    </message>
</context>
<context>
    <name>DisputeLine</name>
    <message>
        <source>I was right</source>
        <translation>Avevo ragione</translation>
    </message>
    <message>
        <source>The decision stays, and is not asked about again</source>
        <translation>La decisione resta, e non si chiede più</translation>
    </message>
    <message>
        <source>I was wrong</source>
        <translation>Mi sbagliavo</translation>
    </message>
    <message>
        <source>The decision becomes the contrary</source>
        <translation>La decisione diventa il contrario</translation>
    </message>
    <message>
        <source>The word is unclear</source>
        <translation>La parola non è chiara</translation>
    </message>
    <message>
        <source>It is left out of learning until you settle it in the codebook</source>
        <translation>Non se ne impara finché non la chiarisce nel codebook</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>{tag}: you said yes, the model hears {score}.</source>
        <translation>{tag}: lei ha detto sì, il modello sente {score}.</translation>
    </message>
    <message>
        <source>{tag}: you said no, the model hears {score}.</source>
        <translation>{tag}: lei ha detto no, il modello sente {score}.</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>The same recording twice</source>
        <translation>La stessa registrazione due volte</translation>
    </message>
    <message>
        <source>Pairs of songs that sound alike</source>
        <translation>Coppie di brani che suonano uguali</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Uniscili</translation>
    </message>
    <message>
        <source>These are different</source>
        <translation>Questi sono diversi</translation>
    </message>
    <message>
        <source>Two recordings: never offer them again (undo takes it back)</source>
        <translation>Due registrazioni: non proporle più (Annulla lo revoca)</translation>
    </message>
    <message>
        <source>Pairs that sound alike: {}</source>
        <translation>Coppie che suonano uguali: {}</translation>
    </message>
    <message>
        <source>No two songs are the same recording.</source>
        <translation>Non ci sono due brani con la stessa registrazione.</translation>
    </message>
    <message>
        <source>One song with the decisions of both; one undo takes it back</source>
        <translation>Un brano con le decisioni di entrambi; un solo Annulla lo revoca</translation>
    </message>
    <message>
        <source>{} ({} % alike)</source>
        <translation>{} ({} % uguali)</translation>
    </message>
    <message>
        <source>Two files of one song, such as a FLAC and an MP3 of it.</source>
        <translation>Due file di un brano, per esempio un FLAC e un MP3.</translation>
    </message>
    <message>
        <source>The one shown differs in places, perhaps in a note: listen to both before you join them.</source>
        <translation>Quella mostrata differisce in alcuni punti, forse in una nota: le ascolti entrambe prima di unirle.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Leave the other pairs as they are (Esc)</source>
        <translation>Lascia le altre coppie come sono (Esc)</translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Learn on another machine</source>
        <translation>Imparare su un altro computer</translation>
    </message>
    <message>
        <source>A training bundle takes this round of learning there.</source>
        <translation>Un pacchetto porta là questo apprendimento.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Scrivi…</translation>
    </message>
    <message>
        <source>Choose a name, and write the bundle</source>
        <translation>Scegliere un nome e scrivere il pacchetto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Non scrivere nulla (Esc)</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>circa {size}; {free} sono liberi</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Si impara da</translation>
    </message>
    <message>
        <source>{n:# song|# songs}</source>
        <translation>{n:# brano|# brani}</translation>
    </message>
    <message>
        <source>Learned there</source>
        <translation>Là si impara</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Heard first</source>
        <translation>Si ascolta prima</translation>
    </message>
    <message>
        <source>Training bundle (*{})</source>
        <translation>Pacchetto di apprendimento (*{})</translation>
    </message>
    <message>
        <source>Packing {}</source>
        <translation>Si prepara {}</translation>
    </message>
    <message>
        <source>the tags alone</source>
        <translation>solo i tag</translation>
    </message>
    <message>
        <source>the tags and the sense of time</source>
        <translation>i tag e il senso del tempo</translation>
    </message>
    <message>
        <source>all of the network</source>
        <translation>tutta la rete</translation>
    </message>
    <message>
        <source>It is one file with the model to start from, your decisions and what is heard of the songs; no sound, and no names of songs or artists. There, “rhythmcap train-bundle FILE” learns from it and writes a zip; Model ▸ Import a model… takes that in here.</source>
        <translation>È un solo file con il modello di partenza, le sue decisioni e ciò che si ascolta dei brani; senza suono e senza nomi di brani o artisti. Là «rhythmcap train-bundle FILE» ne impara e scrive uno zip; qui lo accoglie Modello ▸ Importa un modello…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Interrotto; nulla è stato scritto.</translation>
    </message>
    <message>
        <source>{n:# song|# songs}; takes about {size} on this computer</source>
        <translation>{n:# brano|# brani}; richiede circa {size} su questo computer</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Leave that out</source>
        <translation>Escludi questo</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Mostra tutti i brani</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Svuota la ricerca</translation>
    </message>
    <message>
        <source>No songs yet</source>
        <translation>Ancora nessun brano</translation>
    </message>
    <message>
        <source>Drop files or a folder here.</source>
        <translation>Trascini qui file o una cartella.</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or press {key} to add songs.</source>
        <translation>Trascini qui file o una cartella, o prema {key} per aggiungere brani.</translation>
    </message>
    <message>
        <source>Every song has tags</source>
        <translation>Ogni brano ha tag</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nulla da rivedere</translation>
    </message>
    <message>
        <source>Nothing is unsure</source>
        <translation>Nulla è incerto</translation>
    </message>
    <message>
        <source>No file is missing</source>
        <translation>Nessun file manca</translation>
    </message>
    <message>
        <source>No song matches “{query}”</source>
        <translation>Nessun brano corrisponde a «{query}»</translation>
    </message>
    <message>
        <source>“{query}” is not understood</source>
        <translation>«{query}» non è comprensibile</translation>
    </message>
    <message>
        <source>Try fewer letters, or another word or tag.</source>
        <translation>Provi con meno lettere, o con un&apos;altra parola o un altro tag.</translation>
    </message>
    <message>
        <source>No song at all matches “{part}”.</source>
        <translation>Nessun brano corrisponde a «{part}».</translation>
    </message>
    <message>
        <source>Each part finds songs, but no song has all of them.</source>
        <translation>Ogni parte trova brani, ma nessun brano le ha tutte.</translation>
    </message>
    <message>
        <source>No song has all of this. Join the words with OR, or use fewer.</source>
        <translation>Nessun brano ha tutto questo. Unisca le parole con OR, o ne usi di meno.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Hear “{tag}”</source>
        <translation>Ascolta «{tag}»</translation>
    </message>
    <message>
        <source>The model has no scores of this tag along the song</source>
        <translation>Il modello non ha punteggi di questo tag lungo il brano</translation>
    </message>
    <message>
        <source>No other song that the model knows was judged so</source>
        <translation>Nessun altro brano che il modello conosce è stato giudicato così</translation>
    </message>
    <message>
        <source>{start} to {end}, score {score}</source>
        <translation>da {start} a {end}, punteggio {score}</translation>
    </message>
    <message>
        <source>{song}, similarity {similarity}, as loud as this song</source>
        <translation>{song}, somiglianza {similarity}, forte come questo brano</translation>
    </message>
    <message>
        <source>Reading the sounds</source>
        <translation>Lettura dei suoni</translation>
    </message>
    <message>
        <source>Nothing to hear yet</source>
        <translation>Ancora nulla da ascoltare</translation>
    </message>
    <message>
        <source>this song</source>
        <translation>questo brano</translation>
    </message>
    <message>
        <source>All as loud as this song</source>
        <translation>Tutti forti come questo brano</translation>
    </message>
    <message>
        <source>For</source>
        <translation>A favore</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contro</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Senza</translation>
    </message>
    <message>
        <source>The seconds that speak most for it</source>
        <translation>I secondi che parlano di più a favore</translation>
    </message>
    <message>
        <source>The seconds that speak most against it</source>
        <translation>I secondi che parlano di più contro</translation>
    </message>
    <message>
        <source>The nearest judged song with it</source>
        <translation>Il brano giudicato più simile che ha il tag</translation>
    </message>
    <message>
        <source>The nearest judged song without it</source>
        <translation>Il brano giudicato più simile che non ha il tag</translation>
    </message>
    <message>
        <source>{start} to {end}; the score around them is {score}, without them {without}</source>
        <translation>da {start} a {end}; il punteggio attorno è {score}, senza di essi {without}</translation>
    </message>
    <message>
        <source>Looking for the exact seconds</source>
        <translation>Si cercano i secondi esatti</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Examples</source>
        <translation>Esempi</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Lo è: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>Non lo è: {song}</translation>
    </message>
    <message>
        <source>Space, held: hear it · A, held: the open song, as loud</source>
        <translation>Spazio, premuto: lo si sente · A, premuto: il brano aperto, allo stesso volume</translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>An example of which tag?</source>
        <translation>Un esempio di quale tag?</translation>
    </message>
    <message>
        <source>Enter: it is one · Shift+Enter: it is not</source>
        <translation>Invio: lo è · Maiusc+Invio: non lo è</translation>
    </message>
</context>
<context>
    <name>ExamplePlayback</name>
    <message>
        <source>Read an example</source>
        <translation>Leggere un esempio</translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>{title} – click to take it off the list</source>
        <translation>{title} – un clic lo toglie dall&apos;elenco</translation>
    </message>
    <message>
        <source>Take {title} off the list</source>
        <translation>Togli {title} dall&apos;elenco</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export decisions</source>
        <translation>Esporta le decisioni</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Le mie</translation>
    </message>
    <message>
        <source>All annotators&apos;</source>
        <translation>Quelle di tutti gli annotatori</translation>
    </message>
    <message>
        <source>Paths as seen from the file</source>
        <translation>Percorsi visti dal file</translation>
    </message>
    <message>
        <source>For a file that moves together with the songs, such as on a drive</source>
        <translation>Per un file che si sposta insieme ai brani, per esempio su un disco</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Scrittura di {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Interrotto; nulla è stato scritto.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formati</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Scegliere la cartella in cui scrivere</translation>
    </message>
    <message>
        <source>No format is known.</source>
        <translation>Nessun formato è noto.</translation>
    </message>
    <message>
        <source>Not kept by this format:</source>
        <translation>Questo formato non conserva:</translation>
    </message>
    <message>
        <source>All that was decided is kept.</source>
        <translation>Delle decisioni si conserva tutto.</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Non scrivere nulla (Esc)</translation>
    </message>
    <message>
        <source>A column with the song&apos;s caption</source>
        <translation>Una colonna con l&apos;elenco dei tag</translation>
    </message>
    <message>
        <source>The song&apos;s tags, also those that the model predicts, as you would list them</source>
        <translation>I tag del brano, anche quelli previsti dal modello, come li elencherebbe lei</translation>
    </message>
</context>
<context>
    <name>FacetButton</name>
    <message>
        <source>Click: songs with it · Alt+click: songs without it</source>
        <translation>Clic: brani con · Alt+clic: brani senza</translation>
    </message>
    <message>
        <source>{count:# more has|# more have} it in a part only: right click</source>
        <translation>{count:un altro lo ha|altri # lo hanno} solo in una parte: clic destro</translation>
    </message>
    <message>
        <source>Songs with it</source>
        <translation>Brani con</translation>
    </message>
    <message>
        <source>Songs without it</source>
        <translation>Brani senza</translation>
    </message>
    <message>
        <source>Songs with it in a part</source>
        <translation>Brani che lo hanno in una parte</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>How many of these songs have each tag</source>
        <translation>Quanti di questi brani hanno ciascun tag</translation>
    </message>
    <message>
        <source>Tags of these songs</source>
        <translation>Tag di questi brani</translation>
    </message>
</context>
<context>
    <name>FaultsPage</name>
    <message>
        <source>Line</source>
        <translation>Riga</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Rows that are not read</source>
        <translation>Righe che non si leggono</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy all of these rows, for a spreadsheet</source>
        <translation>Copia tutte queste righe, per un foglio di calcolo</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Salva come CSV…</translation>
    </message>
    <message>
        <source>Every row of the file was read.</source>
        <translation>Ogni riga del file è stata letta.</translation>
    </message>
    <message>
        <source>{n:#|#} rows do not come in, or not as they stand; the first {shown:#|#} are listed.</source>
        <translation>{n:#|#} righe non entrano, o non così come sono; sono elencate le prime {shown:#|#}.</translation>
    </message>
    <message>
        <source>{n:This row does|These # rows do} not come in, or not as {n:it stands|they stand}; the rest does.</source>
        <translation>{n:Questa riga non entra|Queste # righe non entrano}, o non così {n:com&apos;è|come sono}; tutte le altre sì.</translation>
    </message>
    <message>
        <source>rows not read.csv</source>
        <translation>righe non lette.csv</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Salva come CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <source>What changes</source>
        <translation>Che cosa cambia</translation>
    </message>
    <message>
        <source>File and field</source>
        <translation>File e campo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Poi</translation>
    </message>
    <message>
        <source>Choose into which field of the files the tags of a category go. Then you see every change before it is made.

Only your yes on whole songs is written. All else in the files stays as it is, and what was there can be brought back.</source>
        <translation>Scelga in quale campo dei file vanno i tag di una categoria. Poi vede ogni modifica prima che sia fatta.

Si scrive solo il suo sì su brani interi. Tutto il resto nei file resta com&apos;è, e quello che c&apos;era si può recuperare.</translation>
    </message>
    <message>
        <source>The files say all of it already.</source>
        <translation>Nei file c&apos;è già tutto.</translation>
    </message>
    <message>
        <source>Nothing that was written is left to be taken back.</source>
        <translation>Non resta nulla di scritto da annullare.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would change.</source>
        <translation>{n:# file cambierebbe|# file cambierebbero}.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would have former tags again.</source>
        <translation>{n:# file avrebbe|# file avrebbero} di nuovo i tag di prima.</translation>
    </message>
    <message>
        <source>{n:# cannot|# cannot} be written.</source>
        <translation>{n:# non si può|# non si possono} scrivere.</translation>
    </message>
    <message>
        <source>… and {n:# more file|# more files}</source>
        <translation>… e {n:# altro file|# altri file}</translation>
    </message>
    <message>
        <source>“Take back…” shows what was written, and brings the former tags back.</source>
        <translation>«Annulla scrittura…» mostra quello che è stato scritto e recupera i tag di prima.</translation>
    </message>
    <message>
        <source>another program has changed it since</source>
        <translation>un altro programma lo ha cambiato nel frattempo</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Resta com&apos;è: {reason}</translation>
    </message>
</context>
<context>
    <name>FileTagsDialog</name>
    <message>
        <source>Write tags to files</source>
        <translation>Scrivi tag nei file</translation>
    </message>
    <message>
        <source>Keep the files&apos; times</source>
        <translation>Conserva le date dei file</translation>
    </message>
    <message>
        <source>Programs that go by the time do not notice the change then</source>
        <translation>I programmi che guardano la data non notano allora la modifica</translation>
    </message>
    <message>
        <source>Stop after this file; what is written stays</source>
        <translation>Ferma dopo questo file; ciò che è scritto resta</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Annulla scrittura…</translation>
    </message>
    <message>
        <source>Show what was written into these songs&apos; files before</source>
        <translation>Mostra che cosa è stato scritto prima nei file di questi brani</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# file scritto|# file scritti}.</translation>
    </message>
    <message>
        <source>{n:# file has|# files have} former tags again.</source>
        <translation>{n:# file ha|# file hanno} di nuovo i tag di prima.</translation>
    </message>
    <message>
        <source>{n:# was|# were} left alone.</source>
        <translation>{n:# è rimasto|# sono rimasti} com&apos;{n:era|erano}.</translation>
    </message>
    <message>
        <source>In {n:# file|# files} a field was left alone.</source>
        <translation>In {n:# file|# file} un campo è rimasto com&apos;era.</translation>
    </message>
    <message>
        <source>Stopped: {n:# is|# are} left.</source>
        <translation>Fermato: ne {n:resta #|restano #}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Fermato.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Annullamento</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Scrittura</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Esame dei file</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostra le modifiche</translation>
    </message>
    <message>
        <source>Write {n:# file|# files}</source>
        <translation>Scrivi {n:# file|# file}</translation>
    </message>
    <message>
        <source>Take back in {n:# file|# files}</source>
        <translation>Annulla in {n:# file|# file}</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>non scritta</translation>
    </message>
    <message>
        <source>Field for {category}</source>
        <translation>Campo per {category}</translation>
    </message>
    <message>
        <source>A field that players show, or a name of your own</source>
        <translation>Un campo che i lettori mostrano, o un nome proprio</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campi</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Copying the library</source>
        <translation>Copia della raccolta</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Aggiungi brani</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Aggiungi una cartella</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Apri una raccolta</translation>
    </message>
    <message>
        <source>Open a library, or name a new one</source>
        <translation>Apri una raccolta, o dai nome a una nuova</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Raccolte (*.db)</translation>
    </message>
    <message>
        <source>Name a new library</source>
        <translation>Dia un nome a una nuova raccolta</translation>
    </message>
    <message>
        <source>Searching in {}</source>
        <translation>Ricerca in {}</translation>
    </message>
    <message>
        <source>Checking the file of every song</source>
        <translation>Controllo del file di ogni brano</translation>
    </message>
    <message>
        <source>Comparing songs of the same length</source>
        <translation>Confronto dei brani della stessa durata</translation>
    </message>
    <message>
        <source>Reading the copies</source>
        <translation>Lettura delle copie</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
</context>
<context>
    <name>FilterDetail</name>
    <message>
        <source>Filter {number} of {n}</source>
        <translation>Filtro {number} di {n}</translation>
    </message>
    <message>
        <source>, channel {channel}</source>
        <translation>, canale {channel}</translation>
    </message>
    <message>
        <source>weights from {low} to {high}, strength {strength}</source>
        <translation>pesi da {low} a {high}, forza {strength}</translation>
    </message>
</context>
<context>
    <name>FilterGrid</name>
    <message>
        <source>Filters</source>
        <translation>Filtri</translation>
    </message>
    <message>
        <source>The arrow keys go from filter to filter</source>
        <translation>Le frecce passano da un filtro all&apos;altro</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>Which filters</source>
        <translation>Quali filtri</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Per numero</translation>
    </message>
    <message>
        <source>The strongest first</source>
        <translation>Prima i più forti</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>Ordine dei filtri</translation>
    </message>
    <message>
        <source>A scale for every filter</source>
        <translation>Una scala per ogni filtro</translation>
    </message>
    <message>
        <source>Shows the shape of weak filters, too</source>
        <translation>Mostra anche la forma dei filtri deboli</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>Tutti i filtri</translation>
    </message>
</context>
<context>
    <name>FindMissing</name>
    <message>
        <source>Find missing files</source>
        <translation>Trova i file mancanti</translation>
    </message>
    <message>
        <source>A folder was moved or renamed. It was:</source>
        <translation>Una cartella è stata spostata o rinominata. Era:</translation>
    </message>
    <message>
        <source>Search a folder for songs with the very same sound</source>
        <translation>Cerca sotto una cartella brani identici fino all&apos;ultimo campione</translation>
    </message>
    <message>
        <source>Where the folder was</source>
        <translation>Dov&apos;era la cartella</translation>
    </message>
    <message>
        <source>The folder to search in</source>
        <translation>La cartella in cui cercare</translation>
    </message>
    <message>
        <source>Choose the folder to search in</source>
        <translation>Scegli la cartella in cui cercare</translation>
    </message>
    <message>
        <source>Search there</source>
        <translation>Cerca lì</translation>
    </message>
    <message>
        <source>Searching changes nothing</source>
        <translation>Cercare non cambia nulla</translation>
    </message>
    <message>
        <source>One undo brings the former files back</source>
        <translation>Un solo Annulla ripristina i file di prima</translation>
    </message>
    <message>
        <source>Use these files ({})</source>
        <translation>Usa questi file ({})</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>Search in:</source>
        <translation>Cerca in:</translation>
    </message>
    <message>
        <source>Where the songs are now</source>
        <translation>Dove sono ora i brani</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Songs whose files are not there: {}</source>
        <translation>Brani i cui file non ci sono: {}</translation>
    </message>
    <message>
        <source>Every song&apos;s file is where it was.</source>
        <translation>Il file di ogni brano è dov&apos;era.</translation>
    </message>
    <message>
        <source>None of the missing songs was found there.</source>
        <translation>Lì non è stato trovato nessuno dei brani mancanti.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Change nothing more (Esc)</source>
        <translation>Non cambiare altro (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Salva la tabella…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Salva la tabella</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>My songs</source>
        <translation>I miei brani</translation>
    </message>
    <message>
        <source>Choose a folder: songs stay where they are and are never changed.</source>
        <translation>Scegliere una cartella: i brani restano dove sono e non vengono mai modificati.</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>La demo</translation>
    </message>
    <message>
        <source>Short songs composed for you, some of them tagged; heard at once.</source>
        <translation>Brevi brani composti per lei, alcuni già taggati; si ascoltano subito.</translation>
    </message>
    <message>
        <source>A library that I have</source>
        <translation>Una raccolta che ho già</translation>
    </message>
    <message>
        <source>Open its file, with all songs, tags and models in it.</source>
        <translation>Apre il suo file, con tutti i brani, i tag e i modelli.</translation>
    </message>
    <message>
        <source>Begins with {:# word|# words}; choose others…</source>
        <translation>Comincia con {:# parola|# parole}; scegli altre…</translation>
    </message>
    <message>
        <source>with a model that knows recordings: {model}, {size} MB, {data}</source>
        <translation>con un modello che conosce le registrazioni: {model}, {size} MB, {data}</translation>
    </message>
    <message>
        <source>{title} by {artist}</source>
        <translation>{title} di {artist}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Aggiunta di brani</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
    <message>
        <source>Listen, tag by ear, and let the machine learn your words</source>
        <translation>Ascolti, assegni i tag a orecchio, e la macchina impara le sue parole</translation>
    </message>
    <message>
        <source>This library has no songs yet.</source>
        <translation>Questa raccolta non ha ancora brani.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Nessuna raccolta è aperta.</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere on this window.</source>
        <translation>Oppure trascini file e cartelle in questa finestra.</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Brano successivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>FlipOffers</name>
    <message>
        <source>“{new}” changed its mind about {n:# tag|# tags} in {songs:# song|# songs}.</source>
        <translation>«{new}» ha cambiato idea su {n:# tag|# tag} in {songs:# brano|# brani}.</translation>
    </message>
    <message>
        <source>Later: Model ▸ Go through what changed its mind ({key}).</source>
        <translation>Più tardi: Modello ▸ Ripercorri dove ha cambiato idea ({key}).</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>This tag has too few songs for a learning curve.</source>
        <translation>Questo tag ha troppo pochi brani per una curva di apprendimento.</translation>
    </message>
    <message>
        <source>Learning curve of {}</source>
        <translation>Curva di apprendimento di {}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>basta così</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>a caso</translation>
    </message>
    <message>
        <source>{n:# more song|# more songs}</source>
        <translation>{n:# brano|# brani} in più</translation>
    </message>
    <message>
        <source>fit, with its 95 % range</source>
        <translation>curva adattata, con l&apos;intervallo al 95 %</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>brani</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>coppie su 100</translation>
    </message>
    <message>
        <source>{n:# song|# songs} with it</source>
        <translation>{n:# brano|# brani} con il tag</translation>
    </message>
    <message>
        <source>measured: {} of 100 pairs</source>
        <translation>misurate: {} coppie su 100</translation>
    </message>
    <message>
        <source>forecast: {pairs} ({low}–{high}) of 100 pairs</source>
        <translation>previsione: {pairs} ({low}–{high}) coppie su 100</translation>
    </message>
</context>
<context>
    <name>ForecastController</name>
    <message>
        <source>Learning the tags from parts of the songs</source>
        <translation>Si imparano i tag da parti dei brani</translation>
    </message>
</context>
<context>
    <name>ForecastDialog</name>
    <message>
        <source>How many more songs?</source>
        <translation>Quanti brani ancora?</translation>
    </message>
    <message>
        <source>Stopped: nothing is known yet.</source>
        <translation>Fermato: non si sa ancora nulla.</translation>
    </message>
    <message>
        <source>Your decisions or the model have changed since then: forecast again.</source>
        <translation>Le sue decisioni o il modello sono cambiati da allora: preveda di nuovo.</translation>
    </message>
    <message>
        <source>Ask me about this tag</source>
        <translation>Chiedimi di questo tag</translation>
    </message>
    <message>
        <source>Judge it song by song (Enter in the list)</source>
        <translation>Giudicarlo brano per brano (Invio nell&apos;elenco)</translation>
    </message>
    <message>
        <source>Open in the codebook</source>
        <translation>Apri nel codebook</translation>
    </message>
    <message>
        <source>Its meaning, when to use it, and sounding examples</source>
        <translation>Il suo significato, quando usarlo, ed esempi sonori</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Che cosa giudicare ora</translation>
    </message>
    <message>
        <source>Forecast again</source>
        <translation>Prevedi di nuovo</translation>
    </message>
    <message>
        <source>Learn the tags from parts of the songs once more</source>
        <translation>Impara di nuovo i tag da parti dei brani</translation>
    </message>
    <message>
        <source>Of no tag can a forecast be made yet.</source>
        <translation>Per nessun tag si può ancora fare una previsione.</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} more songs</source>
        <translation>{n:# tag richiede|# tag richiedono} più brani</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} a clearer definition</source>
        <translation>{n:# tag richiede|# tag richiedono} una definizione più chiara</translation>
    </message>
    <message>
        <source>for {n:# tag|# tags} it cannot be told yet</source>
        <translation>per {n:# tag|# tag} non si può ancora dire</translation>
    </message>
    <message>
        <source>It takes songs judged yes and songs judged no, beside those that the network was trained on. Judge some first.</source>
        <translation>Servono brani giudicati sì e brani giudicati no, oltre a quelli con cui la rete è stata addestrata. Ne giudichi prima alcuni.</translation>
    </message>
    <message>
        <source>All tags as a CSV file</source>
        <translation>Tutti i tag come file CSV</translation>
    </message>
    <message>
        <source>{n:# tag is|# tags are} good enough</source>
        <translation>{n:# tag è sufficiente|# tag sono sufficienti}</translation>
    </message>
    <message>
        <source>Forecast on {when} from {n:# decision|# decisions} and what “{model}” hears. Every tag was learned from parts of the songs, whole artists at a time, and tested on others. It takes the songs to come to be like the present ones.</source>
        <translation>Previsione del {when} da {n:# decisione|# decisioni} e da ciò che sente «{model}». Ogni tag è stato appreso da parti dei brani, artisti interi per volta, e provato su altri. Suppone che i brani a venire somiglino a quelli presenti.</translation>
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
        <translation>Sì</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
    </message>
    <message>
        <source>With twice as many</source>
        <translation>Con il doppio</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Cosa gli manca</translation>
    </message>
    <message>
        <source>Songs judged yes</source>
        <translation>Brani giudicati sì</translation>
    </message>
    <message>
        <source>A forecast of the pairs with twice as many songs with it</source>
        <translation>Una previsione delle coppie con il doppio dei brani con il tag</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Cosa manca ai tag</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Era</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Trovato in</translation>
    </message>
    <message>
        <source>Missing songs and where they were found</source>
        <translation>Brani mancanti e dove sono stati trovati</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>non ancora cercato</translation>
    </message>
    <message>
        <source>folder or drive not there</source>
        <translation>cartella o disco assente</translation>
    </message>
    <message>
        <source>not found there</source>
        <translation>non trovato lì</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glossario</translation>
    </message>
    <message>
        <source>Filter by word or meaning</source>
        <translation>Filtra per parola o significato</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>Parole del glossario</translation>
    </message>
    <message>
        <source>No word matches</source>
        <translation>Nessuna parola corrisponde</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Provi con meno lettere.</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Fonte: {}</translation>
    </message>
</context>
<context>
    <name>GrammarController</name>
    <message>
        <source>Looking for rules</source>
        <translation>Ricerca delle regole</translation>
    </message>
    <message>
        <source>Looking what the rules imply</source>
        <translation>Ricerca di ciò che le regole implicano</translation>
    </message>
</context>
<context>
    <name>GrammarDialog</name>
    <message>
        <source>Word grammar</source>
        <translation>Grammatica delle parole</translation>
    </message>
    <message>
        <source>Which rules are listed</source>
        <translation>Quali regole sono elencate</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regola</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Sostegno</translation>
    </message>
    <message>
        <source>Share (95 %)</source>
        <translation>Quota (95 %)</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Eccezioni</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Accepted rules warn you and offer tags as you judge. They decide nothing.</source>
        <translation>Le regole accettate avvertono e propongono tag mentre lei giudica. Non decidono nulla.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Other tag</source>
        <translation>Altro tag</translation>
    </message>
    <message>
        <source>Rules between tags</source>
        <translation>Regole tra tag</translation>
    </message>
    <message>
        <source>Songs that follow it, of those that it speaks of</source>
        <translation>Brani che la seguono, di quelli di cui parla</translation>
    </message>
    <message>
        <source>How many follow it, with the 95 % range (Wilson)</source>
        <translation>Quanti la seguono, con l&apos;intervallo del 95 % (Wilson)</translation>
    </message>
    <message>
        <source>Songs that break it: Enter lists them</source>
        <translation>Brani che la violano: Invio li elenca</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accetta</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Scarta</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Forget what was decided on it, or that it was written</source>
        <translation>Dimenticare ciò che si è deciso su di essa, o che è stata scritta</translation>
    </message>
    <message>
        <source>List the exceptions</source>
        <translation>Elenca le eccezioni</translation>
    </message>
    <message>
        <source>The songs that break it, in the song list, to hear</source>
        <translation>I brani che la violano, nell&apos;elenco, da ascoltare</translation>
    </message>
    <message>
        <source>Apply to songs…</source>
        <translation>Applica ai brani…</translation>
    </message>
    <message>
        <source>What accepted rules imply for the selected songs, or all of the list; you see it first</source>
        <translation>Che cosa implicano le regole accettate per i brani selezionati, o per tutti quelli dell&apos;elenco; lo si vede prima</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>To decide on ({})</source>
        <translation>Da decidere ({})</translation>
    </message>
    <message>
        <source>Accepted ({})</source>
        <translation>Accettate ({})</translation>
    </message>
    <message>
        <source>Dismissed ({})</source>
        <translation>Scartate ({})</translation>
    </message>
    <message>
        <source>All ({})</source>
        <translation>Tutte ({})</translation>
    </message>
    <message>
        <source>Judge more songs, with yes and with no, or write a rule yourself.</source>
        <translation>Giudichi altri brani, con sì e con no, o scriva una regola.</translation>
    </message>
    <message>
        <source>All rules that were found are decided on.</source>
        <translation>Su tutte le regole trovate si è deciso.</translation>
    </message>
    <message>
        <source>No rule is accepted yet. Accept one that was found, or write one.</source>
        <translation>Nessuna regola è ancora accettata. Ne accetti una trovata, o ne scriva una.</translation>
    </message>
    <message>
        <source>No rule is dismissed.</source>
        <translation>Nessuna regola è scartata.</translation>
    </message>
</context>
<context>
    <name>GraphicsController</name>
    <message>
        <source>Installing for the graphics card</source>
        <translation>Installazione per la scheda grafica</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Rimozione</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>Ricerca di una scheda grafica</translation>
    </message>
</context>
<context>
    <name>GraphicsDialog</name>
    <message>
        <source>Use my graphics card</source>
        <translation>Usa la mia scheda grafica</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Delete what was installed; learning goes on without it</source>
        <translation>Elimina ciò che è stato installato; si continua a imparare senza</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close; an installation stops and can go on later</source>
        <translation>Chiude; un&apos;installazione si ferma e può continuare più tardi</translation>
    </message>
    <message>
        <source>Stop; installing can go on from here later</source>
        <translation>Ferma; l&apos;installazione può continuare da qui più tardi</translation>
    </message>
    <message>
        <source>The graphics card of this Mac is used already.</source>
        <translation>La scheda grafica di questo Mac viene già usata.</translation>
    </message>
    <message>
        <source>Nothing has to be installed.</source>
        <translation>Non occorre installare nulla.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>Non è stata trovata alcuna scheda grafica NVIDIA.</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but its driver does not answer.</source>
        <translation>C&apos;è una scheda NVIDIA, ma il suo driver non risponde.</translation>
    </message>
    <message>
        <source>Install or update NVIDIA&apos;s driver ({address}, or your system&apos;s package), restart the computer, and open this again.</source>
        <translation>Installi o aggiorni il driver di NVIDIA ({address}, o il pacchetto del sistema), riavvii il computer e apra di nuovo questa finestra.</translation>
    </message>
    <message>
        <source>{card} cannot be used with driver {driver}.</source>
        <translation>{card} non si può usare con il driver {driver}.</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver ({address}), restart the computer, and open this again. Cards from before 2014 stay too old.</source>
        <translation>Aggiorni il driver di NVIDIA ({address}), riavvii il computer e apra di nuovo questa finestra. Le schede di prima del 2014 restano troppo vecchie.</translation>
    </message>
    <message>
        <source>What is installed for {card} is not complete.</source>
        <translation>Ciò che è installato per {card} non è completo.</translation>
    </message>
    <message>
        <source>It is not used. Installing goes on where it stopped; removing gives back its room.</source>
        <translation>Non viene usato. L&apos;installazione continua da dove si è fermata; la rimozione libera lo spazio.</translation>
    </message>
    <message>
        <source>{card} can learn for you.</source>
        <translation>{card} può imparare per lei.</translation>
    </message>
    <message>
        <source>RhythmCap learns on the processor. A card helps where the whole network is trained: one by NVIDIA with its driver installed, or a Mac with Apple&apos;s own chip. A round of learning can also be taken to another machine: Model ▸ Learn on another machine…</source>
        <translation>RhythmCap impara sul processore. Una scheda aiuta quando si addestra tutta la rete: una NVIDIA con il suo driver, o un Mac con il chip di Apple. L&apos;apprendimento si può anche portare su un altro computer: Modello ▸ Imparare su un altro computer…</translation>
    </message>
    <message>
        <source>The network itself learns on {card}.</source>
        <translation>La rete stessa impara su {card}.</translation>
    </message>
    <message>
        <source>Where more than tags is learned, the sense of time or all of the network, it runs there in a process of its own; if that fails, the processor goes on. Tags alone are learned on the processor within seconds.</source>
        <translation>Quando si impara più dei tag, il senso del tempo o tutta la rete, avviene lì in un processo a parte; se fallisce, continua il processore. I soli tag si imparano sul processore in pochi secondi.</translation>
    </message>
    <message>
        <source>A second Python with PyTorch for CUDA is installed in the data folder and tried: a short song must get the processor&apos;s scores. From then on the network itself learns there. RhythmCap stays as it is, and all can be removed here again.</source>
        <translation>Un secondo Python con PyTorch per CUDA viene installato nella cartella dei dati e provato: un breve brano deve avere gli stessi punteggi che dà il processore. Da allora la rete stessa impara lì. RhythmCap resta com&apos;è, e tutto si può rimuovere da qui.</translation>
    </message>
    <message>
        <source>driver {version}</source>
        <translation>driver {version}</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Scheda grafica</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installato</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>circa {size}</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Da scaricare</translation>
    </message>
    <message>
        <source>about {size} while installing; {free} are free</source>
        <translation>circa {size} durante l&apos;installazione; liberi {free}</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>nothing found: install uv (docs.astral.sh/uv) or Python 3.11</source>
        <translation>non trovato: installi uv (docs.astral.sh/uv) o Python 3.11</translation>
    </message>
    <message>
        <source>Installed by</source>
        <translation>Installato da</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Cartella</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept, and installing goes on from there.</source>
        <translation>Fermato; ciò che è arrivato resta, e l&apos;installazione continua da lì.</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Continua a installare</translation>
    </message>
    <message>
        <source>RhythmCap uses {card} already.</source>
        <translation>RhythmCap usa già {card}.</translation>
    </message>
</context>
<context>
    <name>ImportLabelsDialog</name>
    <message>
        <source>Import decisions</source>
        <translation>Importa decisioni</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lettura di {name}</translation>
    </message>
    <message>
        <source>Reading the songs&apos; files</source>
        <translation>Lettura dei file dei brani</translation>
    </message>
    <message>
        <source>Counting what comes in</source>
        <translation>Conteggio di ciò che entra</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
    <message>
        <source>Rows not read</source>
        <translation>Righe non lette</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Letto come</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Non cambiare nulla (Esc)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Take in what is shown; one undo takes all of it back</source>
        <translation>Accogliere ciò che è mostrato; un solo annullamento riporta tutto com&apos;era</translation>
    </message>
    <message>
        <source>Choose a file or a folder, drop a file here, or read what stands in the songs&apos; own files. You see first what would come in, and nothing is changed before you say so.</source>
        <translation>Scelga un file o una cartella, trascini qui un file, oppure legga quello che sta nei file dei brani. Vede prima che cosa entrerebbe, e nulla cambia prima che lo dica lei.</translation>
    </message>
</context>
<context>
    <name>ImportModelDialog</name>
    <message>
        <source>Import a model</source>
        <translation>Importa un modello</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Da un file…</translation>
    </message>
    <message>
        <source>A .zip from a colleague, or .pth, .h5, .safetensors, .onnx</source>
        <translation>Uno .zip di un collega, o .pth, .h5, .safetensors, .onnx</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lettura del file</translation>
    </message>
    <message>
        <source>Finding out which network it is</source>
        <translation>Si accerta di quale rete si tratta</translation>
    </message>
    <message>
        <source>It fits this network.</source>
        <translation>Corrisponde a questa rete.</translation>
    </message>
    <message>
        <source>It fits several networks; choose one.</source>
        <translation>Corrisponde a più reti; ne scelga una.</translation>
    </message>
    <message>
        <source>It fits no network that RhythmCap knows.</source>
        <translation>Non corrisponde a nessuna rete che RhythmCap conosca.</translation>
    </message>
    <message>
        <source>Typed or pasted below, one per line</source>
        <translation>Scritte o incollate sotto, una per riga</translation>
    </message>
    <message>
        <source>as the weights were trained (recommended)</source>
        <translation>come sono stati addestrati i pesi (consigliato)</translation>
    </message>
    <message>
        <source>as their README computes it</source>
        <translation>come lo calcola il loro README</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Calcolato</translation>
    </message>
    <message>
        <source>Words, one per line</source>
        <translation>Parole, una per riga</translation>
    </message>
    <message>
        <source>{}; a word occurs twice</source>
        <translation>{}; una parola compare due volte</translation>
    </message>
    <message>
        <source>A list of words, one per line</source>
        <translation>Un elenco di parole, una per riga</translation>
    </message>
    <message>
        <source>It can be run. Made with {}.</source>
        <translation>Può essere eseguito. Fatto con {}.</translation>
    </message>
    <message>
        <source>It can be run.</source>
        <translation>Può essere eseguito.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Annullato; nulla è stato conservato.</translation>
    </message>
    <message>
        <source>Which network is it?</source>
        <translation>Quale rete è?</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Elenco di parole</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>{:# word|# words}</source>
        <translation>{:# parola|# parole}</translation>
    </message>
    <message>
        <source>{:# word|# words}; the file has {:# output|# outputs}</source>
        <translation>{:# parola|# parole}; il file ha {:# uscita|# uscite}</translation>
    </message>
    <message>
        <source>Text (*.txt *.csv);;All files (*)</source>
        <translation>Testo (*.txt *.csv);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>No songs were added yet.</source>
        <translation>Non è stato ancora aggiunto nessun brano.</translation>
    </message>
    <message>
        <source>Progress of adding songs</source>
        <translation>Avanzamento dell&apos;aggiunta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Stop adding; the songs added so far stay</source>
        <translation>Interrompe; i brani già aggiunti restano</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copia l&apos;elenco</translation>
    </message>
    <message>
        <source>Copy the list of files, with their reasons</source>
        <translation>Copia l&apos;elenco dei file con i motivi</translation>
    </message>
    <message>
        <source>Follow links</source>
        <translation>Segui i collegamenti</translation>
    </message>
    <message>
        <source>Add the songs, too, that the links lead to</source>
        <translation>Aggiungi anche i brani a cui portano i collegamenti</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Aggiunta di brani</translation>
    </message>
    <message>
        <source>Adding songs was cancelled</source>
        <translation>L&apos;aggiunta è stata annullata</translation>
    </message>
    <message>
        <source>Songs added</source>
        <translation>Brani aggiunti</translation>
    </message>
    <message>
        <source>No songs were added yet</source>
        <translation>Nessun brano ancora aggiunto</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} di {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
    <message>
        <source>{} added</source>
        <translation>{:# aggiunto|# aggiunti}</translation>
    </message>
    <message>
        <source>{} already there</source>
        <translation>{:# già presente|# già presenti}</translation>
    </message>
    <message>
        <source>{} could not be read</source>
        <translation>{} illeggibili</translation>
    </message>
    <message>
        <source>{} with a remark</source>
        <translation>{} con un&apos;osservazione</translation>
    </message>
    <message>
        <source>links out of the folder passed over: {}</source>
        <translation>collegamenti fuori dalla cartella ignorati: {}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Perché</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Che fare</translation>
    </message>
    <message>
        <source>Files that could not be read, or have a remark</source>
        <translation>File che non è stato possibile leggere o con un&apos;osservazione</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Non leggibile</translation>
    </message>
    <message>
        <source>A remark</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>ImportSource</name>
    <message>
        <source>No file is chosen yet</source>
        <translation>Nessun file è ancora scelto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Scegli un file…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Scegli una cartella…</translation>
    </message>
    <message>
        <source>Read the songs&apos; files</source>
        <translation>Leggi i file dei brani</translation>
    </message>
    <message>
        <source>Genre, mood, grouping and comment, as other programs wrote them there</source>
        <translation>Genere, atmosfera, raggruppamento e commento, come li hanno scritti altri programmi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>found by what is in it</source>
        <translation>riconosciuto dal contenuto</translation>
    </message>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Tag nei file dei brani</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Importa decisioni</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
</context>
<context>
    <name>IndexStrip</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
    <message>
        <source>Let it listen</source>
        <translation>Fai ascoltare</translation>
    </message>
    <message>
        <source>Listening to {:# song|# songs}…</source>
        <translation>Ascolto di {:# brano|# brani}…</translation>
    </message>
    <message>
        <source>Reading what is known of the songs…</source>
        <translation>Lettura di ciò che è noto dei brani…</translation>
    </message>
    <message>
        <source>{:# song|# songs} compared</source>
        <translation>{:# brano confrontato|# brani confrontati}</translation>
    </message>
    <message>
        <source>{:# is|# are} still being listened to</source>
        <translation>{:# è ancora in ascolto|# sono ancora in ascolto}</translation>
    </message>
    <message>
        <source>{:# was|# were} never listened to</source>
        <translation>{:# non è mai stato ascoltato|# non sono mai stati ascoltati}</translation>
    </message>
    <message>
        <source>{:# cannot be compared: its file is missing, silent or too short|# cannot be compared: their files are missing, silent or too short}</source>
        <translation>{:# non si può confrontare: il file manca, è muto o troppo breve|# non si possono confrontare: i file mancano, sono muti o troppo brevi}</translation>
    </message>
</context>
<context>
    <name>InsideDialog</name>
    <message>
        <source>Inside {}</source>
        <translation>Dentro {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>Non è stato possibile scrivere {}: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Interrotto.</translation>
    </message>
    <message>
        <source>No filters</source>
        <translation>Nessun filtro</translation>
    </message>
    <message>
        <source>This network has no convolution that reads the sound. See the singular values of its other layers.</source>
        <translation>Questa rete non ha convoluzioni che leggono il suono. Veda i valori singolari degli altri strati.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtri</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Valori singolari</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Salva come immagine…</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Salva i valori (CSV)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Immagine</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation>Azione</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Azioni e relativi tasti</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nuovo tasto</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predefinito</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key.</source>
        <translation>Scelga un&apos;azione, poi prema il nuovo tasto.</translation>
    </message>
    <message>
        <source>none: taken by {categories}</source>
        <translation>nessuno: preso da {categories}</translation>
    </message>
    <message>
        <source>{} begins the tags of the category “{}”</source>
        <translation>{} inizia i tag della categoria «{}»</translation>
    </message>
    <message>
        <source>{} is the key of: {}</source>
        <translation>{} è il tasto di: {}</translation>
    </message>
    <message>
        <source>{} from now on.</source>
        <translation>{} d&apos;ora in poi.</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>il predefinito</translation>
    </message>
    <message>
        <source>The default key from now on.</source>
        <translation>D&apos;ora in poi il tasto predefinito.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Single letters work while no text field has the focus. Keys can be changed in the settings.</source>
        <translation>Le lettere singole valgono quando nessun campo di testo è attivo. I tasti si cambiano nelle impostazioni.</translation>
    </message>
</context>
<context>
    <name>LabelsController</name>
    <message>
        <source>decisions</source>
        <translation>decisioni</translation>
    </message>
</context>
<context>
    <name>LearnDock</name>
    <message>
        <source>Learn</source>
        <translation>Impara</translation>
    </message>
    <message>
        <source>Progress of learning</source>
        <translation>Avanzamento dell&apos;apprendimento</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Impara dai miei tag</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Impara ora</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Cosa manca ai tag</translation>
    </message>
    <message>
        <source>The new one stays in the library, under Models</source>
        <translation>Il nuovo resta nella raccolta, in Modelli</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Risultato…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, with the songs it got wrong</source>
        <translation>Quanto è bravo, tag per tag, con i brani che ha sbagliato</translation>
    </message>
    <message>
        <source>Use it although it is worse</source>
        <translation>Usalo anche se è peggiore</translation>
    </message>
    <message>
        <source>Some tags cannot be learned yet</source>
        <translation>Alcuni tag non sono ancora pronti</translation>
    </message>
    <message>
        <source>All tags can be learned</source>
        <translation>Tutti i tag si possono imparare</translation>
    </message>
    <message>
        <source>Learned, not in the library yet: {}</source>
        <translation>Imparato, non ancora nella raccolta: {}</translation>
    </message>
    <message>
        <source>Teach a model your tags</source>
        <translation>Insegni a un modello i suoi tag</translation>
    </message>
    <message>
        <source>It is added to the library as soon as the library can be written again.</source>
        <translation>Entra nella raccolta appena vi si può scrivere di nuovo.</translation>
    </message>
    <message>
        <source>It learns from all songs you have judged, in the background; go on tagging meanwhile.</source>
        <translation>Impara da tutti i brani che ha giudicato, in secondo piano; intanto continui ad assegnare tag.</translation>
    </message>
    <message>
        <source>{:# tag|# tags} left out: too few songs judged.</source>
        <translation>{:# tag escluso|# tag esclusi}: troppo pochi brani giudicati.</translation>
    </message>
    <message>
        <source>Too few songs to test how well it learned.</source>
        <translation>Troppo pochi brani per provare quanto bene ha imparato.</translation>
    </message>
    <message>
        <source>On {:# song|# songs} kept aside for testing it puts a right song above a wrong one in {} of 100 pairs.</source>
        <translation>Su {:# brano di prova|# brani di prova} mette un brano giusto sopra uno sbagliato in {} coppie su 100.</translation>
    </message>
    <message>
        <source>The model before: {} of 100.</source>
        <translation>Il modello di prima: {} su 100.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Usa il nuovo modello</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Tieni il vecchio</translation>
    </message>
    <message>
        <source>Learning from {:# song|# songs}</source>
        <translation>Impara da {:# brano|# brani}</translation>
    </message>
    <message>
        <source>There is nothing to learn yet</source>
        <translation>Non c&apos;è ancora nulla da imparare</translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation>Non ha imparato nulla</translation>
    </message>
    <message>
        <source>Learning was cancelled</source>
        <translation>Apprendimento annullato</translation>
    </message>
    <message>
        <source>Learned: {}</source>
        <translation>Imparato: {}</translation>
    </message>
    <message>
        <source>The model is as it was.</source>
        <translation>Il modello è com&apos;era.</translation>
    </message>
    <message>
        <source>{:# song|# songs} could not be read.</source>
        <translation>{:# brano illeggibile|# brani illeggibili}.</translation>
    </message>
    <message>
        <source>In use: {}</source>
        <translation>In uso: {}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparazione…</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>ancora circa {}</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>epoca {} di {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
    <message>
        <source>It is used as soon as it has been compared with the model in use.</source>
        <translation>Sarà usato appena confrontato con il modello in uso.</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Quanti brani ancora?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Prevede cosa manca ai tag dalle curve di apprendimento</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>my ear · {}</source>
        <translation>il mio orecchio · {}</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>«{}» ora è nella raccolta, in Modelli.</translation>
    </message>
    <message>
        <source>It is kept in {} and added as soon as the library can be written again. After a restart, “rhythmcap doctor --repair” adds it.</source>
        <translation>È conservato in {} e si aggiunge appena si può di nuovo scrivere nella raccolta. Dopo un riavvio lo aggiunge «rhythmcap doctor --repair».</translation>
    </message>
    <message>
        <source>Learned from “{library}”: the new model is there when you open it.</source>
        <translation>Imparato da «{library}»: il nuovo modello è lì quando la apre.</translation>
    </message>
    <message>
        <source>The model was learned, but the library could not take it over.</source>
        <translation>Il modello è stato imparato, ma la raccolta non ha potuto prenderlo.</translation>
    </message>
</context>
<context>
    <name>LearningCurve</name>
    <message>
        <source>The curve begins with the first epoch.</source>
        <translation>La curva comincia con la prima epoca.</translation>
    </message>
    <message>
        <source>Learning curve: nothing yet</source>
        <translation>Curva di apprendimento: ancora nulla</translation>
    </message>
    <message>
        <source>Learning curve: epoch {}, loss {}</source>
        <translation>Curva di apprendimento: epoca {}, perdita {}</translation>
    </message>
    <message>
        <source>loss {}</source>
        <translation>perdita {}</translation>
    </message>
    <message>
        <source>WAUC on songs kept aside {}</source>
        <translation>WAUC sui brani di prova {}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoca</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>epoca {} di {}</translation>
    </message>
    <message>
        <source>learned from {:# song|# songs}, {} kept aside</source>
        <translation>imparato da {:# brano|# brani}, {:# tenuto|# tenuti} da parte per la prova</translation>
    </message>
    <message>
        <source>before {}</source>
        <translation>prima {}</translation>
    </message>
    <message>
        <source>kept: epoch {}</source>
        <translation>tenuta: epoca {}</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Choose a song on the left</source>
        <translation>Scelga un brano a sinistra</translation>
    </message>
    <message>
        <source>or drop files and folders here.</source>
        <translation>oppure rilasci qui file e cartelle.</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analisi…</translation>
    </message>
    <message>
        <source>The picture appears once the song was read.</source>
        <translation>L&apos;immagine appare appena letto il brano.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>Il modello ascolta…</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>Il file non è più dov&apos;era</translation>
    </message>
    <message>
        <source>Blind mode</source>
        <translation>Modalità alla cieca</translation>
    </message>
    <message>
        <source>The model&apos;s guesses stay hidden until you have judged.</source>
        <translation>Le ipotesi del modello restano nascoste finché non ha giudicato.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Nessun modello in uso</translation>
    </message>
    <message>
        <source>Choose one in the list of models, or learn one from your tags.</source>
        <translation>Ne scelga uno nell&apos;elenco dei modelli, o ne impari uno dai suoi tag.</translation>
    </message>
    <message>
        <source>No scores over time</source>
        <translation>Nessun punteggio nel tempo</translation>
    </message>
    <message>
        <source>This model judges whole songs only.</source>
        <translation>Questo modello giudica solo brani interi.</translation>
    </message>
    <message>
        <source>The model needs the file to listen to it</source>
        <translation>Al modello serve il file per ascoltarlo</translation>
    </message>
    <message>
        <source>{path}
Its tags are kept. Add it, or the folder it is in now, again.</source>
        <translation>{path}
I tag restano. Lo aggiunga di nuovo, o la cartella in cui è ora.</translation>
    </message>
    <message>
        <source>Picture and guesses are covered; sound and tags go on. {key} or Esc uncovers them.</source>
        <translation>Immagine e ipotesi sono coperte; suono e tag continuano. {key} o Esc le scopre.</translation>
    </message>
    <message>
        <source>Closed listening</source>
        <translation>Ascolto chiuso</translation>
    </message>
</context>
<context>
    <name>LiveAlong</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Impara da ogni decisione</translation>
    </message>
</context>
<context>
    <name>LiveLearning</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Impara da ogni decisione</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Learn</source>
        <translation>Impara</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Brani simili</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Drop songs and folders, a model or a file of decisions</source>
        <translation>Lasciare qui brani e cartelle, un modello o un file di decisioni</translation>
    </message>
    <message>
        <source>Choose a model, or step with Tab on a search of your own, to rename it.</source>
        <translation>Scelga un modello, o vada con Tab su una sua ricerca, per rinominarli.</translation>
    </message>
    <message>
        <source>Deform</source>
        <translation>Deforma</translation>
    </message>
</context>
<context>
    <name>MapChoices</name>
    <message>
        <source>How songs are laid out</source>
        <translation>Come sono disposti i brani</translation>
    </message>
    <message>
        <source>Largest differences (PCA)</source>
        <translation>Differenze maggiori (PCA)</translation>
    </message>
    <message>
        <source>Neighbourhoods (t-SNE)</source>
        <translation>Vicinati (t-SNE)</translation>
    </message>
    <message>
        <source>What songs are coloured by</source>
        <translation>In base a che cosa si colorano i brani</translation>
    </message>
    <message>
        <source>Your decisions on a tag</source>
        <translation>Le sue decisioni su un tag</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Ciò che sente il modello</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Dove il modello è in disaccordo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niente</translation>
    </message>
    <message>
        <source>Choose the tag</source>
        <translation>Scegli il tag</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Disegna di nuovo</translation>
    </message>
    <message>
        <source>Lay all songs out again, with those that have come</source>
        <translation>Dispone di nuovo tutti i brani, anche quelli arrivati dopo</translation>
    </message>
    <message>
        <source>Colour the map by which tag?</source>
        <translation>Per quale tag colorare la mappa?</translation>
    </message>
    <message>
        <source>Enter: the songs with this tag stand out</source>
        <translation>Invio: i brani con questo tag risaltano</translation>
    </message>
    <message>
        <source>Choose a tag…</source>
        <translation>Scegli un tag…</translation>
    </message>
    <message>
        <source>Blind mode hides what the model makes of the songs.</source>
        <translation>La modalità alla cieca nasconde ciò che il modello ricava dai brani.</translation>
    </message>
    <message>
        <source>Choose a tag: its songs stand out.</source>
        <translation>Scelga un tag: i suoi brani risaltano.</translation>
    </message>
    <message>
        <source>The model in use does not know this tag.</source>
        <translation>Il modello in uso non conosce questo tag.</translation>
    </message>
    <message>
        <source>Coloured by “{}”, which parts your songs most evenly; choose any tag.</source>
        <translation>Colorata secondo «{}», che divide i brani nel modo più uniforme; scelga qualsiasi tag.</translation>
    </message>
</context>
<context>
    <name>MapDock</name>
    <message>
        <source>How the map is made</source>
        <translation>Come si ottiene la mappa</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Che cosa mostra la mappa</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Mostra tutti i brani</translation>
    </message>
    <message>
        <source>Laying the songs out…</source>
        <translation>Disposizione dei brani…</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>{:# song that came since is|# songs that came since are} not on it.</source>
        <translation>{:# brano arrivato dopo non vi è|# brani arrivati dopo non vi sono} ancora.</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>I brani si confrontano in base a ciò che sente un modello. Ne scelga uno in Modelli.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>Il modello non ha ancora ascoltato alcun brano. Lo faccia ascoltare qui sotto.</translation>
    </message>
    <message>
        <source>There is no map yet. Draw it again.</source>
        <translation>Non c&apos;è ancora una mappa. La disegni di nuovo.</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Show these songs on the map</source>
        <translation>Mostra questi brani sulla mappa</translation>
    </message>
</context>
<context>
    <name>MapPlot</name>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>The arrow keys go from song to song, Enter opens one, + and − zoom, 0 shows all</source>
        <translation>I tasti freccia passano da un brano all&apos;altro, Invio ne apre uno, + e − ingrandiscono e riducono, 0 mostra tutto</translation>
    </message>
</context>
<context>
    <name>MergeCategoryDialog</name>
    <message>
        <source>Merge “{category}”</source>
        <translation>Fondi «{category}»</translation>
    </message>
    <message>
        <source>The category that stays</source>
        <translation>La categoria che resta</translation>
    </message>
    <message>
        <source>{n:Its tag goes|Its # tags go} there: {names}. No decision changes; a tag whose key is taken there gets another one.</source>
        <translation>{n:Il suo tag va|I suoi # tag vanno} lì: {names}. Nessuna decisione cambia; un tag il cui tasto lì è occupato ne riceve un altro.</translation>
    </message>
    <message>
        <source>It has no tags.</source>
        <translation>Non ha tag.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fondi</translation>
    </message>
    <message>
        <source>“{category}” becomes one with</source>
        <translation>«{category}» diventa una sola con</translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message>
        <source>Merge “{tag}”</source>
        <translation>Fondi «{tag}»</translation>
    </message>
    <message>
        <source>The tag that stays</source>
        <translation>Il tag che resta</translation>
    </message>
    <message>
        <source>{category}: {tag}</source>
        <translation>{category}: {tag}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fondi</translation>
    </message>
    <message>
        <source>“{tag}” becomes one with</source>
        <translation>«{tag}» diventa uno solo con</translation>
    </message>
    <message>
        <source>Choose a tag; typing narrows the list.</source>
        <translation>Scelga un tag; scrivendo l&apos;elenco si restringe.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on “{tag}”, {m} of them on “{into}”, too. “{tag}” stays as another name of “{into}”.</source>
        <translation>{n:# brano è stato giudicato|# brani sono stati giudicati} su «{tag}», {m} di questi anche su «{into}». «{tag}» resta come altro nome di «{into}».</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} a no from “the rest is no” gives way.</source>
        <translation>Su {n:# brano|# brani} un no da «Il resto è no» cede.</translation>
    </message>
    <message>
        <source>that on “{into}”</source>
        <translation>quella su «{into}»</translation>
    </message>
    <message>
        <source>that on “{tag}”</source>
        <translation>quella su «{tag}»</translation>
    </message>
    <message>
        <source>yes, where either is yes; else that on “{into}”</source>
        <translation>sì, dove una delle due è sì; altrimenti quella su «{into}»</translation>
    </message>
    <message>
        <source>neither: these songs become unsure</source>
        <translation>nessuna: questi brani diventano incerti</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} the two answers differ. Which one counts?</source>
        <translation>Su {n:# brano|# brani} le due risposte differiscono. Quale conta?</translation>
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
        <translation>Trova la cartella…</translation>
    </message>
    <message>
        <source>Say where its folder is now, or search for it by its sound</source>
        <translation>Indica dov&apos;è ora la cartella, o cercalo dal suono</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cerca di nuovo</translation>
    </message>
    <message>
        <source>For a drive that was plugged in meanwhile</source>
        <translation>Per un disco collegato nel frattempo</translation>
    </message>
    <message>
        <source>Find the folder of this song</source>
        <translation>Trova la cartella di questo brano</translation>
    </message>
    <message>
        <source>Look again for this song</source>
        <translation>Cerca di nuovo questo brano</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>Il file non è più dov&apos;era</translation>
    </message>
    <message>
        <source>Its tags are kept, and more can be given.</source>
        <translation>I suoi tag restano, e se ne possono aggiungere altri.</translation>
    </message>
    <message>
        <source>Its file has changed</source>
        <translation>Il suo file è cambiato</translation>
    </message>
    <message>
        <source>It is read now, to know whether it is still the same sound.</source>
        <translation>Lo si sta leggendo per sapere se è ancora lo stesso suono.</translation>
    </message>
    <message>
        <source>Its file holds another sound now</source>
        <translation>Il suo file contiene ora un altro suono</translation>
    </message>
    <message>
        <source>Its tags are kept. The other sound is a song of its own.</source>
        <translation>I suoi tag sono conservati. L&apos;altro suono è un brano a sé.</translation>
    </message>
    <message>
        <source>Its folder or drive is not there</source>
        <translation>La sua cartella o il suo disco non c&apos;è</translation>
    </message>
    <message>
        <source>Plug the drive in, or find where the folder is now. Its tags are kept.</source>
        <translation>Colleghi il disco, o cerchi dove si trova ora la cartella. I tag restano.</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card: {}</source>
        <translation>Scheda del modello: {}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Measures, and technical facts such as the checksum</source>
        <translation>Misure e dati tecnici come la somma di controllo</translation>
    </message>
    <message>
        <source>How well, by tag</source>
        <translation>Quanto bene, per tag</translation>
    </message>
    <message>
        <source>Its {:# word|# words}</source>
        <translation>{:La sua # parola|Le sue # parole}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In uso</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Articolo</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>Adatto a</translation>
    </message>
    <message>
        <source>How well</source>
        <translation>Quanto bene</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Ingresso</translation>
    </message>
    <message>
        <source>{window} s at once, the next {hop} s later; {n:# number|# numbers} for each</source>
        <translation>{window} s alla volta, la finestra successiva {hop} s dopo; {n:# numero|# numeri} per ciascuna</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Ha imparato da</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Partito da</translation>
    </message>
    <message>
        <source>WAUC</source>
        <translation>WAUC</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Come ha imparato</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fatto con</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Osservazioni</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indicata</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creato</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Guarda dentro…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>I suoi filtri come immagini, e quanti ne servono</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Salva un rapporto…</translation>
    </message>
    <message>
        <source>How well it knows your tags, as one page</source>
        <translation>Quanto bene conosce i suoi tag, in una pagina</translation>
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
        <translation>Sui brani di prova</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
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
        <translation>Quanto bene, per tag</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Use</source>
        <translation>Usa</translation>
    </message>
    <message>
        <source>Predict with this model from now on</source>
        <translation>D&apos;ora in poi usa questo modello per le previsioni</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Risultato…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, and on which songs</source>
        <translation>Quanto è bravo, tag per tag, e con quali brani</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Scheda…</translation>
    </message>
    <message>
        <source>All that is known of this model</source>
        <translation>Tutto ciò che si sa di questo modello</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Confronta…</translation>
    </message>
    <message>
        <source>The marked models (Ctrl+click) on the same songs; one alone is compared with the model in use</source>
        <translation>I modelli scelti (Ctrl+clic) sugli stessi brani; uno solo è confrontato con quello in uso</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Parole…</translation>
    </message>
    <message>
        <source>What this model&apos;s words mean in mine</source>
        <translation>Che cosa significano le parole di questo modello nelle mie</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rinomina</translation>
    </message>
    <message>
        <source>Give this model another name</source>
        <translation>Dà un altro nome a questo modello</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>As a zip for a colleague, or as ONNX</source>
        <translation>Come zip per un collega, o come ONNX</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Rimuovi…</translation>
    </message>
    <message>
        <source>Remove the model with its file</source>
        <translation>Rimuove il modello con il suo file</translation>
    </message>
    <message>
        <source>Pairs right</source>
        <translation>Coppie giuste</translation>
    </message>
    <message>
        <source>On songs kept aside for testing; a dash where it was not tested: see its result</source>
        <translation>Sui brani di prova; un trattino se non è stato provato: vedi il risultato</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>file mancante</translation>
    </message>
    <message>
        <source>It knows no words yet: start from it under Learn</source>
        <translation>Non conosce ancora parole: parta da esso in Impara</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>A model from a file or a colleague&apos;s zip</source>
        <translation>Un modello da un file o dallo zip di un collega</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Scarica un modello…</translation>
    </message>
    <message>
        <source>Download one that was trained on real music</source>
        <translation>Ne scarica uno addestrato su musica vera</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modello</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Ha imparato da</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creato</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>{} · recommended to learn from</source>
        <translation>{} · consigliato come base per imparare</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In uso</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Rimuovi un modello</translation>
    </message>
    <message>
        <source>Remove {}? Its file and its predictions go, too; your tags stay.</source>
        <translation>Rimuovere {}? Vanno via anche il file e le previsioni; i suoi tag restano.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Guarda dentro…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>I suoi filtri come immagini, e quanti ne servono</translation>
    </message>
</context>
<context>
    <name>ModelOfferBar</name>
    <message>
        <source>Get it</source>
        <translation>Scarica</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usalo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>It stays under Models, to be used or learned from</source>
        <translation>Resta in Modelli, da usare o come base per imparare</translation>
    </message>
    <message>
        <source>It can be got later, under Models</source>
        <translation>Si può scaricare più tardi, in Modelli</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>“{}” has arrived</source>
        <translation>«{}» è qui</translation>
    </message>
    <message>
        <source>Getting {}</source>
        <translation>Scaricamento di {}</translation>
    </message>
    <message>
        <source>Get a model that knows recordings ({} MB)</source>
        <translation>Scarica un modello che conosce registrazioni ({} MB)</translation>
    </message>
    <message>
        <source>It is the one recommended to learn from. Use it now?</source>
        <translation>È quello consigliato come base per imparare. Usarlo ora?</translation>
    </message>
    <message>
        <source>{network}, licence {licence}, trained on the recordings of {data}: a better start for your words</source>
        <translation>{network}, licenza {licence}, addestrato su {data}: base migliore per le sue parole</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>Getting {}</source>
        <translation>Scaricamento di {}</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importazione</translation>
    </message>
    <message>
        <source>Listening to my songs</source>
        <translation>Ascolta i miei brani</translation>
    </message>
    <message>
        <source>Reading the result</source>
        <translation>Legge il risultato</translation>
    </message>
    <message>
        <source>Open a song to see it as each model hears it.</source>
        <translation>Apra un brano per vederlo come lo sente ogni modello.</translation>
    </message>
    <message>
        <source>Listening to the open song</source>
        <translation>Ascolto del brano aperto</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>Esporta {}</translation>
    </message>
    <message>
        <source>For a colleague (*.zip);;ONNX, for other programs (*.onnx)</source>
        <translation>Per un collega (*.zip);;ONNX, per altri programmi (*.onnx)</translation>
    </message>
    <message>
        <source>“{}” is in the library now. Use it, or compare it with yours, under Models.</source>
        <translation>«{}» ora è nella raccolta. Lo usi, o lo confronti con il suo, in Modelli.</translation>
    </message>
    <message>
        <source>“{}” is in the library now. It knows no words yet: start from it under Learn.</source>
        <translation>«{}» ora è nella raccolta. Non conosce ancora parole: parta da esso in Impara.</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Lettura dei pesi</translation>
    </message>
    <message>
        <source>Estimating its size</source>
        <translation>Si stima la dimensione</translation>
    </message>
</context>
<context>
    <name>NewLibraryDialog</name>
    <message>
        <source>New library “{name}”</source>
        <translation>Nuova raccolta «{name}»</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>Crea la raccolta</translation>
    </message>
    <message>
        <source>Which words shall it begin with? All of them can be renamed, moved, merged and deleted later, and others added.</source>
        <translation>Con quali parole deve cominciare? Tutte si possono poi rinominare, spostare, fondere ed eliminare, e altre aggiungere.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note on this song</source>
        <translation>Nota su questo brano</translation>
    </message>
    <message>
        <source>Saved as you pause. Esc returns to tagging.</source>
        <translation>Si salva nelle pause. Esc torna ai tag.</translation>
    </message>
    <message>
        <source>Note on the selected songs</source>
        <translation>Nota sui brani selezionati</translation>
    </message>
    <message>
        <source>Saved as you leave it, with one undo. Esc returns to tagging.</source>
        <translation>Si salva quando si esce, con un solo Annulla. Esc torna ai tag.</translation>
    </message>
    <message>
        <source>Different notes; what you write is added to each</source>
        <translation>Note diverse; ciò che scrive si aggiunge a ciascuna</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Show in folder</source>
        <translation>Mostra nella cartella</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Mostra nel gestore di file ciò che è stato scritto</translation>
    </message>
    <message>
        <source>All messages since the start, with their details</source>
        <translation>Tutti i messaggi dall&apos;avvio, con i loro dettagli</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Copia causa, file, rimedio e dettagli tecnici</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
    <message>
        <source>{:# message|# messages}</source>
        <translation>{:# messaggio|# messaggi}</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Tutti i messaggi</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Copia causa, file, rimedio e dettagli tecnici</translation>
    </message>
</context>
<context>
    <name>NoticesView</name>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Nulla da segnalare.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>It is in the log, too: {}</source>
        <translation>È anche nel registro: {}</translation>
    </message>
    <message>
        <source>RhythmCap ended unexpectedly the last time.</source>
        <translation>L&apos;ultima volta RhythmCap si è chiuso in modo imprevisto.</translation>
    </message>
    <message>
        <source>Every decision made until then is stored. Copy details for a report.</source>
        <translation>Ogni decisione presa fino ad allora è salvata. Copia i dettagli per una segnalazione.</translation>
    </message>
    <message>
        <source>{}: done</source>
        <translation>{}: fatto</translation>
    </message>
    <message>
        <source>{}: did not work</source>
        <translation>{}: non riuscito</translation>
    </message>
</context>
<context>
    <name>OnnxFields</name>
    <message>
        <source>The rate it was trained at, in Hz</source>
        <translation>La frequenza con cui è stato addestrato, in Hz</translation>
    </message>
    <message>
        <source>as long as the window</source>
        <translation>lungo quanto la finestra</translation>
    </message>
    <message>
        <source>RhythmCap tries the file on noise and on silence. It knows no words; start from it when you learn from your tags.</source>
        <translation>RhythmCap prova il file su rumore e su silenzio. Non conosce parole; parta da esso quando impara dai suoi tag.</translation>
    </message>
    <message>
        <source>the waveform</source>
        <translation>la forma d&apos;onda</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>come dice il file</translation>
    </message>
    <message>
        <source>how many seconds?</source>
        <translation>quanti secondi?</translation>
    </message>
    <message>
        <source>Sampling rate</source>
        <translation>Frequenza di campionamento</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Ingresso</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Finestra</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Its window is {} s at this rate.</source>
        <translation>A questa frequenza la sua finestra è di {} s.</translation>
    </message>
    <message>
        <source>the log-mel spectrogram “{}”</source>
        <translation>lo spettrogramma log-mel «{}»</translation>
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
        <translation>Panoramica del brano intero</translation>
    </message>
    <message>
        <source>Click to go there, drag to choose the seconds that are shown below</source>
        <translation>Clic per andarci, trascini per scegliere i secondi mostrati sotto</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>not judged: nothing is known</source>
        <translation>non giudicato: non si sa nulla</translation>
    </message>
    <message>
        <source>no, where the song has any decision</source>
        <translation>no, dove il brano ha qualche decisione</translation>
    </message>
    <message>
        <source>Whose decisions they are</source>
        <translation>Di chi sono le decisioni</translation>
    </message>
    <message>
        <source>Take the {n:note|# notes} on songs, too</source>
        <translation>Prendere anche {n:la nota|le # note} sui brani</translation>
    </message>
    <message>
        <source>The file names: {names}.</source>
        <translation>Il file nomina: {names}.</translation>
    </message>
    <message>
        <source>All are by {names}.</source>
        <translation>Tutte sono di {names}.</translation>
    </message>
    <message>
        <source>The file names {n:# annotator|# annotators}.</source>
        <translation>Il file nomina {n:# annotatore|# annotatori}.</translation>
    </message>
    <message>
        <source>me ({name})</source>
        <translation>me ({name})</translation>
    </message>
    <message>
        <source>me</source>
        <translation>me</translation>
    </message>
    <message>
        <source>are added</source>
        <translation>si aggiungono</translation>
    </message>
    <message>
        <source>change a decision that is here</source>
        <translation>cambiano una decisione che è qui</translation>
    </message>
    <message>
        <source>take the place of a no from “the rest is no”</source>
        <translation>prendono il posto di un no da «Il resto è no»</translation>
    </message>
    <message>
        <source>are here already</source>
        <translation>sono già qui</translation>
    </message>
    <message>
        <source>contradict a decision that is here (see Conflicts)</source>
        <translation>contraddicono una decisione che è qui (vedere Conflitti)</translation>
    </message>
    <message>
        <source>are on songs that were not found or confirmed (see Songs)</source>
        <translation>sono su brani non trovati o non confermati (vedere Brani)</translation>
    </message>
    <message>
        <source>are on words that are left out (see Words)</source>
        <translation>sono su parole escluse (vedere Parole)</translation>
    </message>
    <message>
        <source>are decided again by a later row, which counts</source>
        <translation>sono decise di nuovo da una riga successiva, che vale</translation>
    </message>
    <message>
        <source>are on regions that are cut off where the song ends</source>
        <translation>riguardano parti che sono tagliate dove finisce il brano</translation>
    </message>
    <message>
        <source>are on regions behind the end of the song, and are left out</source>
        <translation>riguardano parti dopo la fine del brano e sono tralasciate</translation>
    </message>
    <message>
        <source>are in this file</source>
        <translation>sono in questo file</translation>
    </message>
    <message>
        <source>Of the decisions</source>
        <translation>Delle decisioni</translation>
    </message>
    <message>
        <source>A tag that the file does not give for a song means</source>
        <translation>Un tag che il file non dà a un brano significa</translation>
    </message>
    <message>
        <source>“No” is right for closed lists only, in which every song was judged on every word; from what is not judged nothing is learned.</source>
        <translation>«No» è giusto solo per elenchi chiusi, in cui ogni brano è stato giudicato su ogni parola; da ciò che non è giudicato non si impara nulla.</translation>
    </message>
    <message>
        <source>Decisions without a name are by</source>
        <translation>Le decisioni senza nome sono di</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Keep this file</source>
        <translation>Tieni questo file</translation>
    </message>
    <message>
        <source>The other file stays on the disk and is remembered</source>
        <translation>L&apos;altro file resta sul disco e viene ricordato</translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation>Tieni {}</translation>
    </message>
    <message>
        <source>{} · {} · {:g} kHz · {} ch</source>
        <translation>{} · {} · {:g} kHz · {} can.</translation>
    </message>
    <message>
        <source>{} (not there now) in {}</source>
        <translation>{} (ora assente) in {}</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} in {}</translation>
    </message>
    <message>
        <source>Decisions of both; where they differ, choose which one stays:</source>
        <translation>Decisioni di entrambi; dove differiscono, scelga quale resta:</translation>
    </message>
</context>
<context>
    <name>PairsDialog</name>
    <message>
        <source>Confused words</source>
        <translation>Parole confuse</translation>
    </message>
    <message>
        <source>Word A</source>
        <translation>Parola A</translation>
    </message>
    <message>
        <source>Word B</source>
        <translation>Parola B</translation>
    </message>
    <message>
        <source>Test the ear</source>
        <translation>Prova l&apos;orecchio</translation>
    </message>
    <message>
        <source>Taken for one another more often than other words are, the most so first.</source>
        <translation>Prese l&apos;una per l&apos;altra più spesso di altre parole, prima le più confuse.</translation>
    </message>
    <message>
        <source>No two words are taken for one another so far. It takes a second opinion: songs heard again, another annotator, or a model. Any two words can be tested below.</source>
        <translation>Finora nessuna coppia di parole è confusa. Serve una seconda opinione: brani riascoltati, un altro annotatore o un modello. Qui sotto si possono provare due parole qualsiasi.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>non provato</translation>
    </message>
    <message>
        <source>{n} your own</source>
        <translation>{n} proprie</translation>
    </message>
    <message>
        <source>{n} of others</source>
        <translation>{n} di altri</translation>
    </message>
    <message>
        <source>{n} of the model</source>
        <translation>{n} del modello</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Twelve times: is X like A or like B? About two minutes</source>
        <translation>Dodici volte: X è come A o come B? Circa due minuti</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Taken for one another</source>
        <translation>Scambiate</translation>
    </message>
    <message>
        <source>Your ear</source>
        <translation>L&apos;orecchio</translation>
    </message>
    <message>
        <source>Of songs with one of the words alone: second opinions that say it is the other one</source>
        <translation>Dei brani con una sola delle due parole: secondi pareri secondo cui è l&apos;altra</translation>
    </message>
    <message>
        <source>What the last listening test of the two has shown</source>
        <translation>Che cosa ha mostrato l&apos;ultima prova d&apos;ascolto delle due</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} su {of}</translation>
    </message>
</context>
<context>
    <name>ParentChoice</name>
    <message>
        <source>Start from</source>
        <translation>Parti da</translation>
    </message>
    <message>
        <source>The new model hears as this one does, and learns your tags</source>
        <translation>Il nuovo modello sente come questo e impara i suoi tag</translation>
    </message>
    <message>
        <source>All models together</source>
        <translation>Tutti i modelli insieme</translation>
    </message>
    <message>
        <source>Slower, and a little better: your tags are learned from what all your models hear</source>
        <translation>Più lento e un po&apos; migliore: i suoi tag si imparano da ciò che sentono tutti i modelli</translation>
    </message>
    <message>
        <source>{} (in use)</source>
        <translation>{} (in uso)</translation>
    </message>
    <message>
        <source>{} (recommended)</source>
        <translation>{} (consigliato)</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>Brightness</source>
        <translation>Luminosità</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Ingrandisci il loop</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostra tutto il brano</translation>
    </message>
    <message>
        <source>Scroll along while playing</source>
        <translation>Scorri durante la riproduzione</translation>
    </message>
    <message>
        <source>Otherwise the view moves on at its end</source>
        <translation>Altrimenti la vista avanza alla fine</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Come misurato</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Riproduci</translation>
    </message>
</context>
<context>
    <name>PositionLabel</name>
    <message>
        <source>Position</source>
        <translation>Posizione</translation>
    </message>
</context>
<context>
    <name>PretrainedDialog</name>
    <message>
        <source>Get a pretrained model</source>
        <translation>Scarica un modello addestrato</translation>
    </message>
    <message>
        <source>Filter by name, data or network</source>
        <translation>Filtra per nome, dati o rete</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Get this model</source>
        <translation>Scarica questo modello</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>«{}» ora è nella raccolta, in Modelli.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Annullato; nulla è stato conservato.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modello</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Addestrato su</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Public models</source>
        <translation>Modelli pubblici</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Informazioni sul modello</translation>
    </message>
    <message>
        <source>{} · recommended</source>
        <translation>{} · consigliato</translation>
    </message>
    <message>
        <source>In the library already</source>
        <translation>Già nella raccolta</translation>
    </message>
    <message>
        <source>Its checksum is known and will be compared.</source>
        <translation>La sua somma di controllo è nota e verrà confrontata.</translation>
    </message>
    <message>
        <source>Nobody has noted its checksum yet; what arrives is written into its card.</source>
        <translation>Nessuno ne ha ancora annotato la somma di controllo; quella che arriva finisce nella scheda.</translation>
    </message>
    <message>
        <source>{:# word|# words}: {} …</source>
        <translation>{:# parola|# parole}: {} …</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Da citare</translation>
    </message>
</context>
<context>
    <name>PrevalenceChart</name>
    <message>
        <source>How common the tag is over the years</source>
        <translation>Quanto è frequente il tag negli anni</translation>
    </message>
    <message>
        <source>No song of this library has a year.</source>
        <translation>Nessun brano di questa raccolta ha un anno.</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>stima</translation>
    </message>
    <message>
        <source>adjusted count</source>
        <translation>conteggio corretto</translation>
    </message>
    <message>
        <source>predicted, do not cite</source>
        <translation>previsto, da non citare</translation>
    </message>
    <message>
        <source>year</source>
        <translation>anno</translation>
    </message>
    <message>
        <source>songs of 100</source>
        <translation>brani su 100</translation>
    </message>
    <message>
        <source>{n} of {songs} songs judged at random</source>
        <translation>{n} di {songs} brani estratti a caso e giudicati</translation>
    </message>
    <message>
        <source>estimate: {}</source>
        <translation>stima: {}</translation>
    </message>
    <message>
        <source>adjusted count: {}</source>
        <translation>conteggio corretto: {}</translation>
    </message>
</context>
<context>
    <name>PrevalenceDialog</name>
    <message>
        <source>How common is it?</source>
        <translation>Quanto è frequente?</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Che cosa giudicare ora</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>How the songs are divided</source>
        <translation>Come sono divisi i brani</translation>
    </message>
    <message>
        <source>By decade</source>
        <translation>Per decennio</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Per anno</translation>
    </message>
    <message>
        <source>By artist</source>
        <translation>Per artista</translation>
    </message>
    <message>
        <source>By album</source>
        <translation>Per album</translation>
    </message>
    <message>
        <source>No song drawn at random is judged yet.</source>
        <translation>Nessun brano estratto a caso è ancora giudicato.</translation>
    </message>
    <message>
        <source>A queue of what to judge next draws some of its songs at random: judge these, and this window says how common your tags are.</source>
        <translation>Una coda di ciò che resta da giudicare estrae a caso una parte dei suoi brani: li giudichi, e questa finestra dirà quanto sono frequenti i suoi tag.</translation>
    </message>
    <message>
        <source>All tags and groups as a CSV file</source>
        <translation>Tutti i tag e i gruppi come file CSV</translation>
    </message>
    <message>
        <source>About {share} of 100 songs have the tag {tag}.</source>
        <translation>Circa {share} brani su 100 hanno il tag {tag}.</translation>
    </message>
    <message>
        <source>It rests on {n:# song drawn at random and judged|# songs drawn at random and judged}, {yes} of them yes, for {songs:# song|# songs}</source>
        <translation>Si basa su {n:# brano estratto a caso e giudicato|# brani estratti a caso e giudicati}, {yes} con sì, per {songs:# brano|# brani}</translation>
    </message>
    <message>
        <source>and on scores of {model} that had not learned from them</source>
        <translation>e sui punteggi di {model}, che non aveva imparato da essi</translation>
    </message>
    <message>
        <source>Judged before the draw and counted as judged: {}.</source>
        <translation>Giudicati prima dell&apos;estrazione e contati così: {}.</translation>
    </message>
    <message>
        <source>Left unsure and not counted: {}.</source>
        <translation>Rimasti incerti e non contati: {}.</translation>
    </message>
    <message>
        <source>Judged with the model&apos;s guess on screen, which may lead the ear: {}.</source>
        <translation>Giudicati con l&apos;ipotesi del modello sullo schermo, che può guidare l&apos;orecchio: {}.</translation>
    </message>
    <message>
        <source>Songs left out, as they have no such score: {}.</source>
        <translation>Brani esclusi, perché non hanno un tale punteggio: {}.</translation>
    </message>
    <message>
        <source>By {n:# song|# songs} from every tenth of the scores: {share} of 100 songs; the model puts {pairs} of 100 pairs in order.</source>
        <translation>Da {n:# brano|# brani} di ogni decimo dei punteggi: {share} brani su 100; il modello ordina bene {pairs} coppie su 100.</translation>
    </message>
    <message>
        <source>Judged on other tags, but not on this one: {}.</source>
        <translation>Giudicati su altri tag, ma non su questo: {}.</translation>
    </message>
    <message>
        <source>{share} of 100 songs have the tag {tag}.</source>
        <translation>{share} brani su 100 hanno il tag {tag}.</translation>
    </message>
</context>
<context>
    <name>PrevalenceTable</name>
    <message>
        <source>Songs that the model has a score of</source>
        <translation>Brani di cui il modello ha un punteggio</translation>
    </message>
    <message>
        <source>Songs of them drawn at random and judged yes or no</source>
        <translation>Di questi, estratti a caso e giudicati con sì o no</translation>
    </message>
    <message>
        <source>Prediction-powered (PPI++): the judged songs, made more precise by the scores of all songs; in brackets the 95 % range</source>
        <translation>Sostenuta dalle previsioni (PPI++): i brani giudicati, resi più precisi dai punteggi di tutti i brani; tra parentesi l&apos;intervallo del 95 %</translation>
    </message>
    <message>
        <source>The model&apos;s count, corrected for how often it errs on songs drawn at random from all groups: it takes a yes to sound alike in all of them</source>
        <translation>Il conteggio del modello, corretto per quanto spesso sbaglia sui brani estratti a caso da tutti i gruppi: presume che un sì suoni uguale in tutti</translation>
    </message>
    <message>
        <source>What the model alone calls a yes: it errs, do not cite it</source>
        <translation>Ciò che il solo modello chiama sì: sbaglia, non lo citi</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Judged at random</source>
        <translation>Giudicati a caso</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>Of 100 songs</source>
        <translation>Su 100 brani</translation>
    </message>
    <message>
        <source>Adjusted count</source>
        <translation>Conteggio corretto</translation>
    </message>
    <message>
        <source>(Predicted: do not cite)</source>
        <translation>(Previsto: non citare)</translation>
    </message>
    <message>
        <source>How common the tag is in each group</source>
        <translation>Quanto è frequente il tag in ogni gruppo</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Tutti i brani</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
</context>
<context>
    <name>ProblemLabel</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>Che cosa non va nella ricerca</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The library used last is not there: {}</source>
        <translation>L&apos;ultima raccolta usata non c&apos;è: {}</translation>
    </message>
    <message>
        <source>Plug its drive in, then open it from File ▸ Recent libraries.</source>
        <translation>Colleghi il suo disco, poi la apra da File ▸ Raccolte recenti.</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>The curve begins with ten decisions that count.</source>
        <translation>La curva comincia con dieci decisioni che contano.</translation>
    </message>
    <message>
        <source>surprise (log loss)</source>
        <translation>sorpresa (log loss)</translation>
    </message>
    <message>
        <source>pairs of 100 in order</source>
        <translation>coppie su 100 in ordine</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>decisioni</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>a caso</translation>
    </message>
    <message>
        <source>after {n:# decision|# decisions}, the last {window} of them</source>
        <translation>dopo {n:# decisione|# decisioni}, le ultime {window}</translation>
    </message>
    <message>
        <source>pairs of 100 in order: {}</source>
        <translation>coppie su 100 in ordine: {}</translation>
    </message>
    <message>
        <source>log loss: {}</source>
        <translation>log loss: {}</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Is it getting better?</source>
        <translation>Sta migliorando?</translation>
    </message>
    <message>
        <source>All tags together</source>
        <translation>Tutti i tag insieme</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Misura</translation>
    </message>
    <message>
        <source>Pairs in order</source>
        <translation>Coppie in ordine</translation>
    </message>
    <message>
        <source>Surprise (log loss)</source>
        <translation>Sorpresa (log loss)</translation>
    </message>
    <message>
        <source>Too few decisions count yet to tell.</source>
        <translation>Contano ancora troppo poche decisioni per dirlo.</translation>
    </message>
    <message>
        <source>Whether it became better cannot be told yet.</source>
        <translation>Non si può ancora dire se sia migliorato.</translation>
    </message>
    <message>
        <source>It became better: its later predictions surprise less.</source>
        <translation>È migliorato: le sue ultime previsioni sorprendono meno.</translation>
    </message>
    <message>
        <source>It became worse: its later predictions surprise more.</source>
        <translation>È peggiorato: le sue ultime previsioni sorprendono di più.</translation>
    </message>
    <message>
        <source>Neither better nor worse, as far as can be told.</source>
        <translation>Né meglio né peggio, per quanto si può dire.</translation>
    </message>
    <message>
        <source>Of 100 pairs of the last decisions {pairs} were in order.</source>
        <translation>Su 100 coppie delle ultime decisioni, in ordine: {pairs}.</translation>
    </message>
    <message>
        <source>Each decision was predicted before it was made: {n:# decision counts|# decisions count}. Left out, as the guess was on screen: {left}. Judge blind, or songs drawn at random, and more count.</source>
        <translation>Ogni decisione è stata prevista prima di essere presa: {n:ne conta #|ne contano #}. Escluse perché l&apos;ipotesi era visibile: {left}. Giudicando alla cieca, o brani estratti a caso, ne contano di più.</translation>
    </message>
    <message>
        <source>Decided for many songs at once, so not predicted one by one: {}.</source>
        <translation>Decise per molti brani insieme, quindi non previste una per una: {}.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maiusc</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Canc</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Giù</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Cosa le manca</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Songs to judge</source>
        <translation>Da giudicare</translation>
    </message>
    <message>
        <source>Weak no</source>
        <translation>No debole</translation>
    </message>
    <message>
        <source>What each tag needs</source>
        <translation>Cosa manca a ogni tag</translation>
    </message>
    <message>
        <source>Weak no: songs not judged on the tag count a little as no when it is learned.</source>
        <translation>No debole: i brani non giudicati sul tag contano un poco come no quando lo si impara.</translation>
    </message>
    <message>
        <source>Judge what is left of a category as no</source>
        <translation>Giudica «no» il resto di una categoria</translation>
    </message>
    <message>
        <source>Where you judged a tag of a category, its tags not judged become no:</source>
        <translation>Dove ha giudicato un tag di una categoria, gli altri non giudicati diventano no:</translation>
    </message>
    <message>
        <source>Open these songs as a list, to judge them on this tag</source>
        <translation>Apre questi brani come elenco, per giudicarli su questo tag</translation>
    </message>
    <message>
        <source>The rest is no</source>
        <translation>Il resto è no</translation>
    </message>
    <message>
        <source>Songs not judged on {tag} are a weak no</source>
        <translation>I brani non giudicati su {tag} sono un no debole</translation>
    </message>
    <message>
        <source>{category}: {songs:# song|# songs}</source>
        <translation>{category}: {songs:# brano|# brani}</translation>
    </message>
    <message>
        <source>{n:# decision; one undo takes it back|# decisions; one undo takes them back}</source>
        <translation>{n:# decisione; un solo Annulla la ritira|# decisioni; un solo Annulla le ritira}</translation>
    </message>
</context>
<context>
    <name>ReadingBanner</name>
    <message>
        <source>Open for writing</source>
        <translation>Apri in scrittura</translation>
    </message>
    <message>
        <source>Works as soon as the other window is closed, or the folder can be written</source>
        <translation>Funziona appena l&apos;altra finestra è chiusa o la cartella è scrivibile</translation>
    </message>
    <message>
        <source>Reading only: you can listen, look and search here; tags, notes, songs and models cannot be changed.</source>
        <translation>Sola lettura: qui può ascoltare, guardare e cercare; tag, note, brani e modelli non si possono cambiare.</translation>
    </message>
</context>
<context>
    <name>RecentTags</name>
    <message>
        <source>Recent</source>
        <translation>Recenti</translation>
    </message>
    <message>
        <source>The tags you used last, at hand</source>
        <translation>Gli ultimi tag usati, a portata di mano</translation>
    </message>
    <message>
        <source>tags appear here as you use them</source>
        <translation>qui appaiono i tag usati</translation>
    </message>
    <message>
        <source>Recently used tags</source>
        <translation>Tag usati di recente</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Click to loop it, drag it or an edge to move it, Delete removes it</source>
        <translation>Clic: in loop; trascinando si sposta, anche un bordo; Canc lo rimuove</translation>
    </message>
    <message>
        <source>Loop it</source>
        <translation>Mettilo in loop</translation>
    </message>
    <message>
        <source>Move it to the loop</source>
        <translation>Spostalo sul loop</translation>
    </message>
    <message>
        <source>Remove “{tag}” here</source>
        <translation>Rimuovi «{tag}» qui</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Which tag, from {start} to {end}?</source>
        <translation>Quale tag, da {start} a {end}?</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Invio: sì · Maiusc+Invio: no · Alt+Invio: incerto</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>What was read as what</source>
        <translation>Che cosa è stato letto come che cosa</translation>
    </message>
    <message>
        <source>All of it was read as it stands.</source>
        <translation>Tutto è stato letto così com&apos;è.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove from the library</source>
        <translation>Rimuovi dalla raccolta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Remove “{title}” from the library?</source>
        <translation>Rimuovere «{title}» dalla raccolta?</translation>
    </message>
    <message>
        <source>Remove {songs:1 song|# songs} from the library?</source>
        <translation>Rimuovere {songs:1 brano|# brani} dalla raccolta?</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions}</source>
        <translation>{n:# decisione|# decisioni}</translation>
    </message>
    <message>
        <source>{n:# note|# notes}</source>
        <translation>{n:# nota|# note}</translation>
    </message>
    <message>
        <source>{songs:With it goes|With them go}: {what}.</source>
        <translation>{songs:Se ne va con esso|Se ne va con essi}: {what}.</translation>
    </message>
    <message>
        <source>No decision and no note is lost.</source>
        <translation>Non si perde nessuna decisione né nota.</translation>
    </message>
    <message>
        <source>No file on the disk is touched.</source>
        <translation>Nessun file sul disco viene toccato.</translation>
    </message>
    <message>
        <source>{songs:1 file lies|# files lie} in a watched folder and will not be added again unless you add it yourself.</source>
        <translation>{songs:1 file si trova|# file si trovano} in una cartella sorvegliata e non {songs:viene aggiunto|vengono aggiunti} di nuovo, a meno che non lo faccia lei.</translation>
    </message>
    <message>
        <source>One undo brings all of it back.</source>
        <translation>Un solo Annulla riporta tutto.</translation>
    </message>
    <message>
        <source>One undo ({key}) brings all of it back.</source>
        <translation>Un solo Annulla ({key}) riporta tutto.</translation>
    </message>
</context>
<context>
    <name>RepairOffer</name>
    <message>
        <source>Damaged copy</source>
        <translation>Copia danneggiata</translation>
    </message>
    <message>
        <source>The copy of {} is damaged.</source>
        <translation>La copia del {} è danneggiata.</translation>
    </message>
    <message>
        <source>The newest undamaged copy is of {}.</source>
        <translation>La copia integra più recente è del {}.</translation>
    </message>
    <message>
        <source>There is no undamaged copy.</source>
        <translation>Non c&apos;è alcuna copia integra.</translation>
    </message>
    <message>
        <source>RhythmCap can restore what can still be read of it, and lists what is lost. The copy itself is not changed.</source>
        <translation>RhythmCap può ripristinare ciò che se ne legge ancora ed elenca ciò che è perduto. La copia stessa non viene modificata.</translation>
    </message>
    <message>
        <source>Restore the undamaged one</source>
        <translation>Ripristina quella integra</translation>
    </message>
    <message>
        <source>RhythmCap can save all that can still be read of it, fill the gaps from the newest undamaged copy, and list what is lost. The damaged file is kept beside it.</source>
        <translation>RhythmCap può salvare ciò che si legge ancora, colmare le lacune con la copia integra più recente ed elencare ciò che è perduto. Il file danneggiato resta accanto.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Ripara</translation>
    </message>
    <message>
        <source>Restore what can be read</source>
        <translation>Ripristina ciò che si legge</translation>
    </message>
    <message>
        <source>Damaged library</source>
        <translation>Raccolta danneggiata</translation>
    </message>
    <message>
        <source>The library {} is damaged.</source>
        <translation>La raccolta {} è danneggiata.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save a report</source>
        <translation>Salva un rapporto</translation>
    </message>
    <message>
        <source>One page on how well “{}” knows your tags: for reading, for printing on A4, for an appendix. It needs no network, and tables with the same numbers lie beside it. Judged songs that the model has not learned from are scored first.</source>
        <translation>Una pagina su quanto bene «{}» conosce i suoi tag: da leggere, da stampare su A4, per un&apos;appendice. Non ha bisogno di rete, e accanto ci sono tabelle con gli stessi numeri. I brani giudicati da cui il modello non ha imparato ricevono prima un punteggio.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>How well “{}” knows these tags</source>
        <translation>Quanto bene «{}» conosce questi tag</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autore</translation>
    </message>
    <message>
        <source>Also a table of every song&apos;s scores</source>
        <translation>Anche una tabella dei punteggi di ogni brano</translation>
    </message>
    <message>
        <source>With title and artist; leave it out where the songs shall not be named</source>
        <translation>Con titolo e artista; la ometta se i brani non devono essere nominati</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Pagine (*.html)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Scrittura di {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Interrotto; non è stato scritto nulla.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>Non scrivere nulla (Esc)</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>A colleague&apos;s request</source>
        <translation>Richiesta di un collega</translation>
    </message>
    <message>
        <source>found before</source>
        <translation>già trovati</translation>
    </message>
    <message>
        <source>none is chosen yet</source>
        <translation>nessuna ancora scelta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Choose the folder with your songs</source>
        <translation>Scegli la cartella con i propri brani</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>{name} asks you to judge {n:# song|# songs}.</source>
        <translation>{name} le chiede di giudicare {n:# brano|# brani}.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un collega</translation>
    </message>
    <message>
        <source>Tags: {}</source>
        <translation>Tag: {}</translation>
    </message>
    <message>
        <source>Blind: nobody&apos;s decisions and no guesses are shown.</source>
        <translation>Alla cieca: non si vedono né decisioni altrui né ipotesi.</translation>
    </message>
    <message>
        <source>{name}&apos;s decisions are shown beside yours, once you have made them.</source>
        <translation>Le decisioni di {name} appaiono accanto alle sue, una volta prese.</translation>
    </message>
    <message>
        <source>A library of its own is made for it beside the file; your own stays as it is.</source>
        <translation>Per questo nasce accanto al file una raccolta a sé; la propria resta com&apos;è.</translation>
    </message>
    <message>
        <source>{name} is who asks. Write your own name.</source>
        <translation>La richiesta è di {name}. Scriva il suo nome.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Il proprio nome</translation>
    </message>
    <message>
        <source>Folder with your songs</source>
        <translation>Cartella con i propri brani</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>RestButton</name>
    <message>
        <source>✕ rest</source>
        <translation>✕ resto</translation>
    </message>
    <message>
        <source>The rest of {category} is no</source>
        <translation>Il resto di {category} è no</translation>
    </message>
    <message>
        <source>Tags of {category} that are not judged become no</source>
        <translation>I tag di {category} non giudicati diventano no</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore {}</source>
        <translation>Ripristina {}</translation>
    </message>
    <message>
        <source>Replace the library by the chosen copy; the present one is kept</source>
        <translation>Sostituisce la raccolta con la copia scelta; quella attuale è conservata</translation>
    </message>
    <message>
        <source>{} is missing. Choose one of these copies and former files to restore. If its drive is not plugged in, close this window and plug it in first.</source>
        <translation>{} manca. Scelga una di queste copie o uno di questi file precedenti da ripristinare. Se il suo disco non è collegato, chiuda questa finestra e prima lo colleghi.</translation>
    </message>
    <message>
        <source>A copy is made every day the library is used; the last ten stay, and one of each month. Restoring keeps the present library beside the restored one.</source>
        <translation>Ogni giorno in cui la raccolta è usata se ne fa una copia; restano le ultime dieci, e una per mese. Il ripristino conserva la raccolta attuale accanto a quella ripristinata.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Copia ora</translation>
    </message>
    <message>
        <source>Begin a new library</source>
        <translation>Inizia una nuova raccolta</translation>
    </message>
    <message>
        <source>Start with an empty one; the copies stay</source>
        <translation>Parte da una vuota; le copie restano</translation>
    </message>
    <message>
        <source>Copy the library as it is</source>
        <translation>Copia la raccolta così com&apos;è</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>There is no copy of this library yet.</source>
        <translation>Di questa raccolta non c&apos;è ancora una copia.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illeggibile</translation>
    </message>
    <message>
        <source>The library becomes what it was on {}: later decisions are only in the present one, which is kept beside it. Press again to restore.</source>
        <translation>La raccolta torna com&apos;era il {}: le decisioni successive sono solo in quella attuale, che resta accanto. Prema ancora per ripristinare.</translation>
    </message>
    <message>
        <source>Yes, restore it</source>
        <translation>Sì, ripristina</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creato</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Perché</translation>
    </message>
    <message>
        <source>Copies of the library</source>
        <translation>Copie della raccolta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Non cambiare nulla (Esc)</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Result: {}</source>
        <translation>Risultato: {}</translation>
    </message>
    <message>
        <source>Choose a tag to see its songs.</source>
        <translation>Scelga un tag per vederne i brani.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annullato.</translation>
    </message>
    <message>
        <source>Not tested on your songs yet</source>
        <translation>Non ancora provato sui suoi brani</translation>
    </message>
    <message>
        <source>Test it on all judged songs that it has not learned from.</source>
        <translation>Lo provi su tutti i brani giudicati da cui non ha imparato.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Measures such as AUC, F1 and MCC, and thresholds</source>
        <translation>Misure come AUC, F1 e MCC, e soglie</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Show and hide columns</source>
        <translation>Mostra e nascondi colonne</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copia la tabella</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Con tabulazioni fra le colonne, per un foglio di calcolo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>The table as a CSV file</source>
        <translation>La tabella come file CSV</translation>
    </message>
    <message>
        <source>Test on my songs</source>
        <translation>Prova sui miei brani</translation>
    </message>
    <message>
        <source>Listen to all judged songs that it has not learned from, and count them, too</source>
        <translation>Ascolta tutti i brani giudicati da cui non ha imparato, e conta anche loro</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Ha guardato i risultati di questi brani {} volte: un modello scelto più volte in base a essi sembra migliore di quanto sia.</translation>
    </message>
    <message>
        <source>Puts a right song above a wrong one in {} of 100 pairs: {:# tag|# tags}, {:# song|# songs} by {:# artist|# artists}.</source>
        <translation>Mette un brano giusto sopra uno sbagliato in {} coppie su 100: {} tag, {:# brano|# brani} di {:# artista|# artisti}.</translation>
    </message>
    <message>
        <source>Songs that it learned from count, too, so it looks better than it is.</source>
        <translation>Contano anche i brani da cui ha imparato, perciò sembra migliore di quanto sia.</translation>
    </message>
    <message>
        <source>For testing, each song was kept aside in turn: its score is by a model that had not learned from it.</source>
        <translation>Per la prova ogni brano è stato tenuto da parte a turno: il suo punteggio è di un modello che non ne aveva imparato.</translation>
    </message>
    <message>
        <source>It learned from {n:# of them; for testing, it was|# of them; for testing, they were} kept aside in turn.</source>
        <translation>Ha imparato da {n:# di essi; per la prova è stato tenuto|# di essi; per la prova sono stati tenuti} da parte a turno.</translation>
    </message>
    <message>
        <source>Left out, as they were not kept aside: {}.</source>
        <translation>Esclusi, perché non tenuti da parte: {}.</translation>
    </message>
    <message>
        <source>Compared with the model before: {}.</source>
        <translation>A confronto con il modello di prima: {}.</translation>
    </message>
    <message>
        <source>WAUC changed by {}; a tag not known before counts as .5.</source>
        <translation>La WAUC è cambiata di {}; un tag prima sconosciuto conta .5.</translation>
    </message>
    <message>
        <source>When it learned, it was {} of 100: decisions have changed since.</source>
        <translation>Quando ha imparato erano {} su 100: da allora le decisioni sono cambiate.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Esporta la tabella</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>Scritto: {}</translation>
    </message>
    <message>
        <source>Tags it has no word for: {}.</source>
        <translation>Tag per cui non ha una parola: {}.</translation>
    </message>
    <message>
        <source>Songs without an artist count as one of their own: {}.</source>
        <translation>I brani senza artista contano ciascuno come uno a sé: {}.</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Salva un rapporto…</translation>
    </message>
    <message>
        <source>All of it as one page, to read and to print</source>
        <translation>Tutto in una pagina, da leggere e da stampare</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Su che cosa ha cambiato idea?</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost since the model before</source>
        <translation>Tag che i brani hanno guadagnato e perso rispetto al modello precedente</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Quanti brani ancora?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Prevede cosa manca ai tag dalle curve di apprendimento</translation>
    </message>
</context>
<context>
    <name>ResultTree</name>
    <message>
        <source>Result for each tag</source>
        <translation>Risultato per ogni tag</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>Sui brani di prova</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Coppie, disegno</translation>
    </message>
    <message>
        <source>Since before</source>
        <translation>Rispetto a prima</translation>
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
        <translation>Precisione</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Richiamo</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>La barra è l&apos;intervallo al 95 %; la linea punteggiata è il caso (50); il punto vuoto è il modello di prima.</translation>
    </message>
    <message>
        <source>Whether it is done better than by the model before, on the same songs</source>
        <translation>Se riesce meglio che al modello di prima, sugli stessi brani</translation>
    </message>
    <message>
        <source>AUC now minus before, on the same songs, with its 95 % range; a tag not known before counts as .5</source>
        <translation>AUC ora meno prima, sugli stessi brani, con l&apos;intervallo al 95 %; un tag prima sconosciuto conta .5</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} coppie su 100</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Change of AUC</source>
        <translation>Cambiamento dell&apos;AUC</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Sì da</translation>
    </message>
    <message>
        <source>90 % right from</source>
        <translation>90 % giusto da</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Altri</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Brani con il tag</translation>
    </message>
    <message>
        <source>You set it</source>
        <translation>Fissata da lei</translation>
    </message>
    <message>
        <source>Estimated; you can set it</source>
        <translation>Stimata; può fissarla lei</translation>
    </message>
    <message>
        <source>With its 95 % range</source>
        <translation>Con il suo intervallo al 95 %</translation>
    </message>
    <message>
        <source>Own ear (F1)</source>
        <translation>Il proprio orecchio (F1)</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged again. Your second hearing, scored as the model is: F1 {second}. The model on the same songs: F1 {model}.</source>
        <translation>{n:# brano è stato giudicato|# brani sono stati giudicati} di nuovo. Il suo secondo ascolto, misurato come il modello: F1 {second}. Il modello sugli stessi brani: F1 {model}.</translation>
    </message>
    <message>
        <source>F1 of your own second judgments of the same songs: the ceiling, as no model can learn what an ear does not agree on with itself</source>
        <translation>F1 dei suoi secondi giudizi sugli stessi brani: il limite, perché ciò su cui un orecchio non concorda con se stesso, nessun modello può impararlo</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Cosa gli manca</translation>
    </message>
    <message>
        <source>A forecast from its learning curve: see How many more songs?</source>
        <translation>Una previsione dalla curva di apprendimento: vedi Quanti brani ancora?</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Retire “{tag}”</source>
        <translation>Ritira «{tag}»</translation>
    </message>
    <message>
        <source>A retired tag is neither shown nor learned. Its decisions are kept, and come back with it when you restore it.</source>
        <translation>Un tag ritirato non viene né mostrato né imparato. Le sue decisioni restano, e tornano con esso quando lo ripristina.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on its {m:# tag|# tags}: {names}.</source>
        <translation>{n:# brano giudicato|# brani giudicati} {m:sul suo # tag|sui suoi # tag}: {names}.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# brano giudicato|# brani giudicati}: {yes} sì, {no} no, {unsure} incerti.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure, {parts} only on a part.</source>
        <translation>{n:# brano giudicato|# brani giudicati}: {yes} sì, {no} no, {unsure} incerti, {parts} solo in una parte.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Ritira</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Open one song of the list first.</source>
        <translation>Apra prima un brano dell&apos;elenco.</translation>
    </message>
    <message>
        <source>Choosing what to judge next …</source>
        <translation>Scelta di che cosa giudicare ora …</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Judge song by song: which tag?</source>
        <translation>Giudicare brano per brano: quale tag?</translation>
    </message>
    <message>
        <source>Enter: the songs of this search that are not judged on it, one after another</source>
        <translation>Invio: i brani di questa ricerca non ancora giudicati su di essa, uno dopo l&apos;altro</translation>
    </message>
    <message>
        <source>Comparing annotators</source>
        <translation>Confronto degli annotatori</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Somma in corso</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Stima in corso</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Skip</source>
        <translation>Salta</translation>
    </message>
    <message>
        <source>Loop for</source>
        <translation>A favore</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contro</translation>
    </message>
    <message>
        <source>No answer; the next question</source>
        <translation>Nessuna risposta; la domanda successiva</translation>
    </message>
    <message>
        <source>The skipped ones again</source>
        <translation>Di nuovo quelle saltate</translation>
    </message>
    <message>
        <source>Listen to them</source>
        <translation>Ascoltarli</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Tutti i brani</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Back to all songs</source>
        <translation>Torna a tutti i brani</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for the tag</source>
        <translation>Ripete i secondi che più parlano a favore del tag</translation>
    </message>
    <message>
        <source>Loop the seconds that speak least for the tag</source>
        <translation>Ripete i secondi che meno parlano a favore del tag</translation>
    </message>
    <message>
        <source>Order of the songs</source>
        <translation>Ordine dei brani</translation>
    </message>
    <message>
        <source>least certain first</source>
        <translation>prima i meno certi</translation>
    </message>
    <message>
        <source>highest score first</source>
        <translation>prima il punteggio più alto</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>come nell&apos;elenco</translation>
    </message>
    <message>
        <source>Answer, and go to the next question</source>
        <translation>Rispondere e passare alla domanda successiva</translation>
    </message>
    <message>
        <source>The question before</source>
        <translation>La domanda precedente</translation>
    </message>
    <message>
        <source>Blind first</source>
        <translation>Prima alla cieca</translation>
    </message>
    <message>
        <source>Cover what the model hears until you have answered, then show it</source>
        <translation>Copre ciò che il modello sente finché non ha risposto, poi lo mostra</translation>
    </message>
    <message>
        <source>some of every score</source>
        <translation>alcuni di ogni punteggio</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Mostra l&apos;elenco</translation>
    </message>
    <message>
        <source>The tags that songs gained and lost, the most surprising first</source>
        <translation>I tag che i brani hanno guadagnato e perso, prima i più sorprendenti</translation>
    </message>
</context>
<context>
    <name>RobustnessChoiceRows</name>
    <message>
        <source>middle {:.0f} s</source>
        <translation>{:.0f} s centrali</translation>
    </message>
    <message>
        <source>up to 5 minutes</source>
        <translation>fino a 5 minuti</translation>
    </message>
    <message>
        <source>learned ones, too</source>
        <translation>anche quelli appresi</translation>
    </message>
    <message>
        <source>Songs the model has learned from: its WAUC is too good on them, changes count</source>
        <translation>Brani da cui il modello ha imparato: lì la sua WAUC è troppo buona, contano i cambiamenti</translation>
    </message>
    <message>
        <source>No model here knows words: learn, or get one (Models).</source>
        <translation>Nessun modello qui conosce parole: ne impari o ne scarichi uno (Modelli).</translation>
    </message>
    <message>
        <source>Tick at least one deformation.</source>
        <translation>Selezioni almeno una deformazione.</translation>
    </message>
    <message>
        <source>There is no such song. Judge some, or choose other songs.</source>
        <translation>Non c&apos;è un brano così. Ne giudichi qualcuno, o scelga altri brani.</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# brano giudicato|# brani giudicati}</translation>
    </message>
    <message>
        <source>{:# selected song|# selected songs}</source>
        <translation>{:# brano selezionato|# brani selezionati}</translation>
    </message>
    <message>
        <source>all, {:# song|# songs}</source>
        <translation>tutti, {:# brano|# brani}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modello</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Of each song</source>
        <translation>Di ogni brano</translation>
    </message>
    <message>
        <source>Of 30 seconds there is no excerpt of 30 seconds: take more of each song.</source>
        <translation>Di 30 secondi non c&apos;è un estratto di 30 secondi: prenda di più di ogni brano.</translation>
    </message>
</context>
<context>
    <name>RobustnessController</name>
    <message>
        <source>Deforming songs, and listening to them</source>
        <translation>Deforma brani e li ascolta</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
</context>
<context>
    <name>RobustnessDialog</name>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>Ascolta la musica o il mastering?</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>I punteggi si muovono di</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Ordine mantenuto</translation>
    </message>
    <message>
        <source>Stopped; nothing of it is kept.</source>
        <translation>Interrotto; nulla viene conservato.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copia la tabella</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Salva come tabella (CSV)…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Misura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Immagine</translation>
    </message>
    <message>
        <source>Measure of the picture</source>
        <translation>Misura dell&apos;immagine</translation>
    </message>
    <message>
        <source>This model was not measured yet</source>
        <translation>Questo modello non è stato ancora misurato</translation>
    </message>
    <message>
        <source>The same songs are scored as they are, and again faster, slower, shifted, compressed, with noise, with other treble, as MP3, louder, in mono. What moves the scores, the model listens to. Choose songs and press Measure; it runs in the background.</source>
        <translation>Gli stessi brani vengono valutati come sono, e di nuovo più veloci, più lenti, in altra altezza, compressi, con rumore, con altri acuti, come MP3, più forti, in mono. Ciò che muove i punteggi è ciò che il modello ascolta. Scelga i brani e prema Misura; lavora in secondo piano.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Misura di nuovo</translation>
    </message>
    <message>
        <source>All deformations</source>
        <translation>Tutte le deformazioni</translation>
    </message>
    <message>
        <source>{}, by strength</source>
        <translation>{}, per intensità</translation>
    </message>
    <message>
        <source>No number with a range: judge more songs, of five artists at least.</source>
        <translation>Nessun numero con un intervallo: giudichi più brani, di almeno cinque artisti.</translation>
    </message>
    <message>
        <source>Measured {when} on {n:# song|# songs} by {artists:# artist|# artists}, {judged} of them judged.</source>
        <translation>Misurato {when} su {n:# brano|# brani} di {artists:# artista|# artisti}, giudicati: {judged}.</translation>
    </message>
    <message>
        <source>Without decisions there is no WAUC: scores and order are compared with the model&apos;s own of the songs as they are.</source>
        <translation>Senza decisioni non c&apos;è WAUC: punteggi e ordine sono confrontati con quelli del modello stesso per i brani come sono.</translation>
    </message>
    <message>
        <source>WAUC as they are: {}.</source>
        <translation>WAUC come sono: {}.</translation>
    </message>
    <message>
        <source>Of {n:# song|# songs} the middle {s} s.</source>
        <translation>Di {n:# brano|# brani} i {s} s centrali.</translation>
    </message>
    <message>
        <source>Of these songs it has learned from {}: its WAUC is too good, look at the changes.</source>
        <translation>Di questi brani ha imparato da {}: la sua WAUC è troppo buona, guardi i cambiamenti.</translation>
    </message>
    <message>
        <source>Left out: {n:# song that it learned from|# songs that it learned from}.</source>
        <translation>Lasciati fuori: {n:# brano da cui ha imparato|# brani da cui ha imparato}.</translation>
    </message>
    <message>
        <source>Could not be read or scored: {}.</source>
        <translation>Non si è potuto leggere o valutare: {}.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Salva come tabella</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
    <message>
        <source>{} Numbers without one are of these songs alone.</source>
        <translation>{} I numeri senza intervallo valgono solo per questi brani.</translation>
    </message>
</context>
<context>
    <name>RobustnessPlot</name>
    <message>
        <source>as they are</source>
        <translation>come sono</translation>
    </message>
    <message>
        <source>{}, {:# song|# songs}</source>
        <translation>{}, {:# brano|# brani}</translation>
    </message>
</context>
<context>
    <name>RobustnessTable</name>
    <message>
        <source>Deformed songs</source>
        <translation>Brani deformati</translation>
    </message>
    <message>
        <source>Songs scored both as they are and deformed</source>
        <translation>Brani valutati sia come sono sia deformati</translation>
    </message>
    <message>
        <source>WAUC deformed minus WAUC as they are, on the same songs</source>
        <translation>WAUC deformati meno WAUC come sono, sugli stessi brani</translation>
    </message>
    <message>
        <source>Deformation</source>
        <translation>Deformazione</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensità</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiamento</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>I punteggi si muovono di</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Ordine mantenuto</translation>
    </message>
    <message>
        <source>{percent} % of the samples are cut off at full scale</source>
        <translation>{percent} % dei campioni è tagliato al fondo scala</translation>
    </message>
    <message>
        <source>Most: {}</source>
        <translation>Di più: {}</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Not in this song</source>
        <translation>Non in questo brano</translation>
    </message>
    <message>
        <source>By your rules “{tag}” implies:</source>
        <translation>Secondo le sue regole «{tag}» implica:</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” implies “{other}”.</source>
        <translation>La sua regola dice che «{tag}» implica «{other}».</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” excludes “{other}”.</source>
        <translation>La sua regola dice che «{tag}» esclude «{other}».</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” goes with “{other}”.</source>
        <translation>La sua regola dice che «{tag}» va con «{other}».</translation>
    </message>
    <message>
        <source>Yes, {tag}</source>
        <translation>Sì, {tag}</translation>
    </message>
    <message>
        <source>It is decided as if you had clicked the chip</source>
        <translation>Si decide come se lei avesse fatto clic sul tag</translation>
    </message>
</context>
<context>
    <name>SaliencyBar</name>
    <message>
        <source>How the map is made</source>
        <translation>Come si fa la mappa</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradiente × ingresso</translation>
    </message>
    <message>
        <source>By covering (occlusion)</source>
        <translation>Coprendo (occlusione)</translation>
    </message>
    <message>
        <source>Which part is judged</source>
        <translation>Quale parte si giudica</translation>
    </message>
    <message>
        <source>The whole song</source>
        <translation>Tutto il brano</translation>
    </message>
    <message>
        <source>The loop</source>
        <translation>Il loop</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>La parte visibile</translation>
    </message>
    <message>
        <source>Strength of the colours</source>
        <translation>Intensità dei colori</translation>
    </message>
    <message>
        <source>How much of it is played</source>
        <translation>Quanto se ne sente</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Che cosa parla per «{tag}»</translation>
    </message>
    <message>
        <source>Finding out what speaks for it</source>
        <translation>Ricerca di ciò che parla a favore</translation>
    </message>
    <message>
        <source>Comparing with networks of random weights</source>
        <translation>Confronto con reti di pesi casuali</translation>
    </message>
    <message>
        <source>Filtering the sound</source>
        <translation>Filtraggio del suono</translation>
    </message>
    <message>
        <source>Play only what mattered</source>
        <translation>Suona solo ciò che conta</translation>
    </message>
    <message>
        <source>Now the original</source>
        <translation>Ora l&apos;originale</translation>
    </message>
    <message>
        <source>Now what mattered</source>
        <translation>Ora ciò che conta</translation>
    </message>
    <message>
        <source>In place of the song, as loud; again: the original in the same loudness</source>
        <translation>Al posto del brano, con lo stesso volume; di nuovo: l&apos;originale altrettanto forte</translation>
    </message>
    <message>
        <source>The song as it is</source>
        <translation>Il brano com&apos;è</translation>
    </message>
    <message>
        <source>Play the song&apos;s file again, in its own loudness</source>
        <translation>Suona di nuovo il file del brano, con il suo volume</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Salva come WAV…</translation>
    </message>
    <message>
        <source>Only what mattered, as a sound file</source>
        <translation>Solo ciò che conta, come file audio</translation>
    </message>
    <message>
        <source>Is it learned?</source>
        <translation>È imparato?</translation>
    </message>
    <message>
        <source>Compare this map with those of networks whose weights are random</source>
        <translation>Confronta questa mappa con quelle di reti dai pesi casuali</translation>
    </message>
    <message>
        <source>Remove the map</source>
        <translation>Togli la mappa</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
</context>
<context>
    <name>SaliencyController</name>
    <message>
        <source>Save only what mattered</source>
        <translation>Salva solo ciò che conta</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Suono</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Every song, or all that the search finds</source>
        <translation>Tutti i brani, o tutti quelli trovati dalla ricerca</translation>
    </message>
    <message>
        <source>Not tagged</source>
        <translation>Senza tag</translation>
    </message>
    <message>
        <source>No decision on the whole song yet</source>
        <translation>Ancora nessuna decisione sul brano intero</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Da rivedere</translation>
    </message>
    <message>
        <source>The model is sure of the contrary of what you decided</source>
        <translation>Il modello è sicuro del contrario di ciò che ha deciso lei</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerti</translation>
    </message>
    <message>
        <source>You were unsure of a tag</source>
        <translation>Di un tag non era sicuro</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recenti</translation>
    </message>
    <message>
        <source>Judged lately</source>
        <translation>Giudicati di recente</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Conserva questa ricerca</translation>
    </message>
    <message>
        <source>Keep what the search line says as a search of your own</source>
        <translation>Conserva la riga di ricerca come ricerca propria</translation>
    </message>
    <message>
        <source>Name of the search “{}”</source>
        <translation>Nome della ricerca «{}»</translation>
    </message>
    <message>
        <source>Another name for “{}”</source>
        <translation>Un altro nome per «{}»</translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation>Rinomina questa ricerca</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rinomina…</translation>
    </message>
    <message>
        <source>Let it be what the search line says</source>
        <translation>Sostituisci con ciò che dice la riga di ricerca</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Sposta a sinistra</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Sposta a destra</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Dimentica questa ricerca</translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Scores as they are, and deformed</source>
        <translation>Punteggi come sono e deformati</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Searching</source>
        <translation>Cercare</translation>
    </message>
    <message>
        <source>Press an example to try it; Esc in the search line clears it.</source>
        <translation>Prema un esempio per provarlo; Esc svuota la riga di ricerca.</translation>
    </message>
    <message>
        <source>Try {example}</source>
        <translation>Prova {example}</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search: words, tags, house &gt; 0.5, -drums</source>
        <translation>Cerca: parole, house &gt; 0.5, -drums</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Cerca nella raccolta</translation>
    </message>
    <message>
        <source>Search the library. Words, tags, -tag without, ?tag unsure,
house &gt; 0.7 by the model, region:tag, year:1990..1995, untagged, missing.
Esc clears.</source>
        <translation>Cerca nella raccolta. Parole, tag, -tag senza, ?tag incerto,
house &gt; 0.7 secondo il modello, region:tag, year:1990..1995, untagged, missing.
Esc svuota.</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Suggerimenti</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Press {key}, then a tag&apos;s letter. Shift: no. Alt: unsure.</source>
        <translation>Prema {key}, poi la lettera del tag. Maiusc: no. Alt: incerto.</translation>
    </message>
    <message>
        <source>Leaving a song on which a tag was judged: the rest is no.</source>
        <translation>Lasciando un brano in cui è stato giudicato un tag: il resto è no.</translation>
    </message>
    <message>
        <source>A click folds the category, or opens it again.</source>
        <translation>Un clic chiude la categoria o la riapre.</translation>
    </message>
    <message>
        <source>{yes} yes · {no} no</source>
        <translation>{yes} sì · {no} no</translation>
    </message>
    <message>
        <source>{yes} of {total}</source>
        <translation>{yes} di {total}</translation>
    </message>
    <message>
        <source>rest: no · {count}</source>
        <translation>resto: no · {count}</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>chiusa</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotatore</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprendere</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Cartelle</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>Quella del sistema</translation>
    </message>
    <message>
        <source>{} (not there now)</source>
        <translation>{} (ora non presente)</translation>
    </message>
    <message>
        <source>Play a song as soon as it is opened</source>
        <translation>Riproduci un brano appena aperto</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Uscita</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>A new language takes effect at the next start.</source>
        <translation>Una nuova lingua vale dal prossimo avvio.</translation>
    </message>
    <message>
        <source>Stored with every decision, so that several annotators can be told apart.</source>
        <translation>È salvato con ogni decisione, per distinguere più annotatori.</translation>
    </message>
    <message>
        <source>Your tags are learned in the way that proved best; nothing has to be set.</source>
        <translation>I suoi tag si imparano nel modo che ha reso meglio; non serve impostare nulla.</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Esperti</translation>
    </message>
    <message>
        <source>How deep and how long is learned, and on what processor</source>
        <translation>Quanto a fondo e quanto a lungo si impara, e su quale processore</translation>
    </message>
    <message>
        <source>Automatic: the tags alone, which proved best</source>
        <translation>Automatica: solo i tag, come ha reso meglio</translation>
    </message>
    <message>
        <source>Tags only: quickest</source>
        <translation>Solo i tag: la più rapida</translation>
    </message>
    <message>
        <source>Tags and the sense of time (LSTM)</source>
        <translation>Tag e senso del tempo (LSTM)</translation>
    </message>
    <message>
        <source>All of the network: for many songs, takes long</source>
        <translation>Tutta la rete: per molti brani, richiede tempo</translation>
    </message>
    <message>
        <source>Add a sense of time (LSTM) to models without one</source>
        <translation>Aggiungi un senso del tempo (LSTM) ai modelli che non l&apos;hanno</translation>
    </message>
    <message>
        <source>Automatic: the graphics card where there is one</source>
        <translation>Automatico: la scheda grafica, se c&apos;è</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Processore (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Scheda grafica (CUDA)</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Tassi di apprendimento</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spettrogramma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>As in the thesis</source>
        <translation>Come nella tesi</translation>
    </message>
    <message>
        <source>As the public taggers</source>
        <translation>Come i modelli pubblici</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondità</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Epoche al massimo</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Calcola su</translation>
    </message>
    <message>
        <source>Keep spectrograms up to</source>
        <translation>Conserva spettrogrammi fino a</translation>
    </message>
    <message>
        <source>Of the songs asked about: only these tell how common a tag is</source>
        <translation>Dei brani su cui si chiede: solo questi dicono quanto è frequente un tag</translation>
    </message>
    <message>
        <source>never</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Songs judged so long ago come again unannounced, to tell how steady you judge</source>
        <translation>I brani giudicati così tanto tempo fa tornano senza avviso, per dire quanto è costante il suo giudizio</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Estratti a caso</translation>
    </message>
    <message>
        <source>Ask again after</source>
        <translation>Chiedere di nuovo dopo</translation>
    </message>
    <message>
        <source>Record which seconds of a song sounded before each decision</source>
        <translation>Registra quali secondi di un brano sono suonati prima di ogni decisione</translation>
    </message>
    <message>
        <source>Off unless you switch it on. It is kept in the library, beside the decision, and goes with it by undo; it is never sent, and saved as a table only where you do so (Tags ▸ Where my time went).</source>
        <translation>Spento finché non lo attiva. Resta nella raccolta, accanto alla decisione, e con essa si annulla; non viene mai inviato, e si salva come tabella solo se lo fa lei (Tag ▸ Dove è andato il mio tempo).</translation>
    </message>
    <message>
        <source>days</source>
        <translation>giorni</translation>
    </message>
</context>
<context>
    <name>ShellController</name>
    <message>
        <source>About RhythmCap</source>
        <translation>Informazioni su RhythmCap</translation>
    </message>
    <message>
        <source>Tagging by two letters</source>
        <translation>Tag con due lettere</translation>
    </message>
</context>
<context>
    <name>SimilarDock</name>
    <message>
        <source>Only the loop</source>
        <translation>Solo il loop</translation>
    </message>
    <message>
        <source>Songs like the part of the song that is looped; like all of it otherwise</source>
        <translation>Brani simili alla parte in loop; altrimenti a tutto il brano</translation>
    </message>
    <message>
        <source>Like the open song</source>
        <translation>Simili al brano aperto</translation>
    </message>
    <message>
        <source>The list stays as it is while songs are opened from it; show now what the open song is like</source>
        <translation>L&apos;elenco resta com&apos;è mentre se ne aprono i brani; mostra ora ciò che somiglia al brano aperto</translation>
    </message>
    <message>
        <source>More like these</source>
        <translation>Più simili a questi</translation>
    </message>
    <message>
        <source>Look for songs like those selected in the list of songs, or like the open one</source>
        <translation>Cerca brani simili a quelli selezionati nell&apos;elenco dei brani, o a quello aperto</translation>
    </message>
    <message>
        <source>Less like these</source>
        <translation>Meno simili a questi</translation>
    </message>
    <message>
        <source>Look for songs unlike those selected in the list of songs, or unlike the open one</source>
        <translation>Cerca brani diversi da quelli selezionati nell&apos;elenco dei brani, o da quello aperto</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Forget the chosen songs: the list follows the open song</source>
        <translation>Dimentica i brani scelti: l&apos;elenco segue il brano aperto</translation>
    </message>
    <message>
        <source>drag songs here</source>
        <translation>trascinare qui i brani</translation>
    </message>
    <message>
        <source>More like</source>
        <translation>Più simili a</translation>
    </message>
    <message>
        <source>Less like</source>
        <translation>Meno simili a</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Somiglianza</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Shared tags</source>
        <translation>Tag in comune</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Brani simili</translation>
    </message>
    <message>
        <source>Listening to the loop…</source>
        <translation>Ascolto del loop…</translation>
    </message>
    <message>
        <source>The first is nearer than {} of 100 pairs of songs; 1 is the same sound.</source>
        <translation>Il primo è più vicino di {} coppie di brani su 100; 1 è lo stesso suono.</translation>
    </message>
    <message>
        <source>Nothing is really near: the first is nearer than only {} of 100 pairs.</source>
        <translation>Niente è davvero vicino: il primo è più vicino solo di {} coppie su 100.</translation>
    </message>
    <message>
        <source>Most like {:# chosen song|# chosen songs}</source>
        <translation>I più simili a {:# brano scelto|# brani scelti}</translation>
    </message>
    <message>
        <source>Most like {start}–{end} of {song}</source>
        <translation>I più simili a {start}–{end} di {song}</translation>
    </message>
    <message>
        <source>Most like {song}</source>
        <translation>I più simili a {song}</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>I brani si confrontano in base a ciò che sente un modello. Ne scelga uno in Modelli.</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The model has not listened to this yet: {songs}. Let it listen below.</source>
        <translation>Il modello non ha ancora ascoltato: {songs}. Lo faccia ascoltare qui sotto.</translation>
    </message>
    <message>
        <source>Open a song, or drag songs here: what is like them is listed.</source>
        <translation>Apra un brano, o trascini qui dei brani: viene elencato ciò che vi somiglia.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>Il modello non ha ancora ascoltato alcun brano. Lo faccia ascoltare qui sotto.</translation>
    </message>
    <message>
        <source>There is no other song to compare with.</source>
        <translation>Non c&apos;è un altro brano con cui confrontare.</translation>
    </message>
</context>
<context>
    <name>SongCaption</name>
    <message>
        <source>Copied: {}</source>
        <translation>Copiato: {}</translation>
    </message>
    <message>
        <source>Learn how tags are listed</source>
        <translation>Imparare come si elencano i tag</translation>
    </message>
    <message>
        <source>Write the caption</source>
        <translation>Scrivere l&apos;elenco dei tag</translation>
    </message>
</context>
<context>
    <name>SongChoice</name>
    <message>
        <source>All {n:# song|# songs}</source>
        <translation>{n:Il solo brano|Tutti i # brani}</translation>
    </message>
    <message>
        <source>No song is here yet</source>
        <translation>Non c&apos;è ancora alcun brano</translation>
    </message>
    <message>
        <source>Those of the search (there is none)</source>
        <translation>Quelli della ricerca (non ce n&apos;è)</translation>
    </message>
    <message>
        <source>The {n:song|# songs} of the search</source>
        <translation>{n:Il brano|I # brani} della ricerca</translation>
    </message>
    <message>
        <source>The selected ones (none is)</source>
        <translation>Quelli selezionati (nessuno)</translation>
    </message>
    <message>
        <source>The selected {n:song|# songs}</source>
        <translation>{n:Il brano selezionato|I # brani selezionati}</translation>
    </message>
</context>
<context>
    <name>SongEvidence</name>
    <message>
        <source>Right click a tag to hear what speaks for it.</source>
        <translation>Clic destro su un tag per ascoltare che cosa parla a favore.</translation>
    </message>
    <message>
        <source>Read what speaks for a tag</source>
        <translation>Leggere che cosa parla per un tag</translation>
    </message>
</context>
<context>
    <name>SongHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Sort by a predicted tag…</source>
        <translation>Ordina per un tag previsto…</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Prima i maggiori</translation>
    </message>
    <message>
        <source>Tags of one category</source>
        <translation>Tag di una categoria</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Che cosa sente il modello</translation>
    </message>
    <message>
        <source>Another tag…</source>
        <translation>Un altro tag…</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Colonna {name}</translation>
    </message>
    <message>
        <source>Sort by title</source>
        <translation>Ordina per titolo</translation>
    </message>
    <message>
        <source>Sort by artist</source>
        <translation>Ordina per artista</translation>
    </message>
    <message>
        <source>Sort by album</source>
        <translation>Ordina per album</translation>
    </message>
    <message>
        <source>Sort by year</source>
        <translation>Ordina per anno</translation>
    </message>
    <message>
        <source>Sort by length</source>
        <translation>Ordina per durata</translation>
    </message>
    <message>
        <source>Sort by when it was added</source>
        <translation>Ordina per data di aggiunta</translation>
    </message>
    <message>
        <source>Sort by number of tags</source>
        <translation>Ordina per numero di tag</translation>
    </message>
    <message>
        <source>Sort by folder and file</source>
        <translation>Ordina per cartella e file</translation>
    </message>
</context>
<context>
    <name>SongHeading</name>
    <message>
        <source>Untitled</source>
        <translation>Senza titolo</translation>
    </message>
    <message>
        <source>⚠ damaged, or not read whole</source>
        <translation>⚠ danneggiato o non letto per intero</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Dati suoi; il file dice altro.</translation>
    </message>
    <message>
        <source>Double click: title, artists, album and year</source>
        <translation>Doppio clic: titolo, artisti, album e anno</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerti</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>non giudicati</translation>
    </message>
</context>
<context>
    <name>SongList</name>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
</context>
<context>
    <name>SongPanes</name>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostra tutto il brano</translation>
    </message>
    <message>
        <source>Colours, brightness and contrast</source>
        <translation>Colori, luminosità e contrasto</translation>
    </message>
</context>
<context>
    <name>SongPreview</name>
    <message>
        <source>Songs it touches</source>
        <translation>Brani interessati</translation>
    </message>
    <message>
        <source>and {n:# more|# more}</source>
        <translation>e {n:un altro|altri #}</translation>
    </message>
    <message>
        <source>No song was judged on it.</source>
        <translation>Nessun brano è stato giudicato così.</translation>
    </message>
</context>
<context>
    <name>SongRowDelegate</name>
    <message>
        <source>missing since {day}</source>
        <translation>manca dal {day}</translation>
    </message>
    <message>
        <source>folder not there</source>
        <translation>cartella assente</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>file mancante</translation>
    </message>
</context>
<context>
    <name>SongTable</name>
    <message>
        <source>Sort by what the model hears: which tag?</source>
        <translation>Ordina per ciò che sente il modello: quale tag?</translation>
    </message>
    <message>
        <source>Enter: songs with the highest score first</source>
        <translation>Invio: prima i brani con il punteggio più alto</translation>
    </message>
    <message>
        <source>Show what the model hears: which tag?</source>
        <translation>Mostra ciò che sente il modello: quale tag?</translation>
    </message>
    <message>
        <source>Enter: a column with its scores</source>
        <translation>Invio: una colonna con i suoi punteggi</translation>
    </message>
    <message>
        <source>No song matches. Esc shows all songs.</source>
        <translation>Nessun brano corrisponde. Esc mostra tutti i brani.</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Colonne e ordine</translation>
    </message>
    <message>
        <source>Choose the columns of the table and their order</source>
        <translation>Scegli le colonne della tabella e il loro ordine</translation>
    </message>
    <message>
        <source>Drop to add these songs</source>
        <translation>Rilasci per aggiungere questi brani</translation>
    </message>
</context>
<context>
    <name>SongTableModel</name>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durata</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Model hears</source>
        <translation>Il modello</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Anno</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{} is not there; perhaps its drive is not plugged in.</source>
        <translation>{} non c&apos;è; forse il suo disco non è collegato.</translation>
    </message>
    <message>
        <source>Missing since {day}. Its tags are kept; plug in the disk or locate the file.</source>
        <translation>Manca dal {day}. I tag restano; colleghi il disco o trovi il file.</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Dati suoi; il file dice altro.</translation>
    </message>
    <message>
        <source>{count:# tag|# tags}</source>
        <translation>{count} tag</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>file mancante</translation>
    </message>
    <message>
        <source>Unsure: {tags}</source>
        <translation>Incerto: {tags}</translation>
    </message>
    <message>
        <source>No: {tags}</source>
        <translation>No: {tags}</translation>
    </message>
</context>
<context>
    <name>SongsController</name>
    <message>
        <source>Open a song first.</source>
        <translation>Aprire prima un brano.</translation>
    </message>
    <message>
        <source>No song is selected in the list.</source>
        <translation>Nell&apos;elenco non è selezionato alcun brano.</translation>
    </message>
</context>
<context>
    <name>SongsPage</name>
    <message>
        <source>Which songs of the file are shown</source>
        <translation>Quali brani del file sono mostrati</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Conferma tutti</translation>
    </message>
    <message>
        <source>Take every song that looks alike for the right one</source>
        <translation>Prendere ogni brano simile per quello giusto</translation>
    </message>
    <message>
        <source>Confirm none</source>
        <translation>Non confermare nessuno</translation>
    </message>
    <message>
        <source>Leave out every song that only looks alike</source>
        <translation>Escludere ogni brano che è solo simile</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Nel file</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Nella raccolta</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trovato da</translation>
    </message>
    <message>
        <source>Songs of the file</source>
        <translation>Brani del file</translation>
    </message>
    <message>
        <source>All: {n}</source>
        <translation>Tutti: {n}</translation>
    </message>
</context>
<context>
    <name>SpectraPage</name>
    <message>
        <source>Singular values</source>
        <translation>Valori singolari</translation>
    </message>
    <message>
        <source>Choose one or several layers in the table.</source>
        <translation>Scelga uno o più strati nella tabella.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Strato</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Directions used</source>
        <translation>Direzioni usate</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>per caso</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiato</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Strati</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convoluzione</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>densa</translation>
    </message>
    <message>
        <source>recurrent</source>
        <translation>ricorrente</translation>
    </message>
    <message>
        <source>{rank} of {n}</source>
        <translation>{rank} di {n}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesi</translation>
    </message>
</context>
<context>
    <name>SpectrogramPane</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spettrogramma</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop, wheel to zoom, Shift and wheel to scroll</source>
        <translation>Clic per andarci, trascini per il loop, rotella per lo zoom, Maiusc e rotella per scorrere</translation>
    </message>
    <message>
        <source>{start} – {end} · {length} s</source>
        <translation>{start} – {end} · {length} s</translation>
    </message>
    <message>
        <source>against the word: {}</source>
        <translation>contro la parola: {}</translation>
    </message>
    <message>
        <source>for the word: {}</source>
        <translation>per la parola: {}</translation>
    </message>
</context>
<context>
    <name>SpeedButton</name>
    <message>
        <source>Slower or faster, in the same pitch</source>
        <translation>Più lento o più veloce, alla stessa altezza</translation>
    </message>
    <message>
        <source>Speed, {}</source>
        <translation>Velocità, {}</translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>Seconds a decision, one session after another</source>
        <translation>Secondi per decisione, una sessione dopo l&apos;altra</translation>
    </message>
    <message>
        <source>Two decisions one after another have a time between them.</source>
        <translation>Tra due decisioni consecutive c&apos;è un tempo.</translation>
    </message>
    <message>
        <source>Seconds a decision: median, with its quartiles</source>
        <translation>Secondi per decisione: mediana con i quartili</translation>
    </message>
    <message>
        <source>days</source>
        <translation>giorni</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sessioni</translation>
    </message>
    <message>
        <source>seconds a decision</source>
        <translation>secondi per decisione</translation>
    </message>
    <message>
        <source>{median} s a decision, half of them {lower} to {upper} s</source>
        <translation>{median} s per decisione, la metà da {lower} a {upper} s</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# decisione|# decisioni}</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{tag}”</source>
        <translation>Dividi «{tag}»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>The word for the other meaning</source>
        <translation>La parola per l&apos;altro significato</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definizione</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Che cosa significa per lei</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividi</translation>
    </message>
    <message>
        <source>the {n:# selected song|# selected songs}</source>
        <translation>{n:# brano selezionato|# brani selezionati}</translation>
    </message>
    <message>
        <source>the songs this search finds</source>
        <translation>i brani che questa ricerca trova</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ricerca</translation>
    </message>
    <message>
        <source>as in the search line: house, path:live, year:1990..1995</source>
        <translation>come nella riga di ricerca: house, path:live, year:1990..1995</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nuovo tag</translation>
    </message>
    <message>
        <source>To it go the decisions on “{tag}” of</source>
        <translation>Vi passano le decisioni su «{tag}» di</translation>
    </message>
    <message>
        <source>{n:# song goes|# songs go} over, of {m}: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# brano passa|# brani passano}, su {m}: {yes} sì, {no} no, {unsure} incerti.</translation>
    </message>
    <message>
        <source>All of them would go over: say which, with a search or a selection.</source>
        <translation>Passerebbero tutti: dica quali, con una ricerca o una selezione.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the import</source>
        <translation>Mostra l&apos;importazione</translation>
    </message>
    <message>
        <source>Show the messages</source>
        <translation>Mostra i messaggi</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Mostra tutti i tasti</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Aggiunta di brani</translation>
    </message>
    <message>
        <source>Import: {:# file|# files} could not be read</source>
        <translation>Importazione: {:# file illeggibile|# file illeggibili}</translation>
    </message>
    <message>
        <source>✓ all decisions saved</source>
        <translation>✓ tutto salvato</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>senza nome</translation>
    </message>
    <message>
        <source>Annotator: {name}</source>
        <translation>Annotatore: {name}</translation>
    </message>
    <message>
        <source>Whose decisions are shown and made</source>
        <translation>Di chi sono le decisioni mostrate e prese</translation>
    </message>
    <message>
        <source>Another annotator…</source>
        <translation>Altro annotatore…</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>The model suggests</source>
        <translation>Il modello suggerisce</translation>
    </message>
    <message>
        <source>Chips, keys and note are about all of them; what you do not touch stays as it is. One undo takes a change back for all.</source>
        <translation>Tag, tasti e nota valgono per tutti; ciò che non tocca resta com&apos;è. Un solo Annulla ritira una modifica per tutti.</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggerimento</translation>
    </message>
    <message>
        <source>Scores of the whole song</source>
        <translation>Punteggi del brano intero</translation>
    </message>
    <message>
        <source>Scores of the song from its beginning to the playhead</source>
        <translation>Punteggi del brano dall&apos;inizio al cursore</translation>
    </message>
    <message>
        <source>Scores of what sounds under the playhead</source>
        <translation>Punteggi di ciò che suona ora</translation>
    </message>
    <message>
        <source>song</source>
        <translation>brano</translation>
    </message>
    <message>
        <source>here</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>fin qui</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accetta</translation>
    </message>
    <message>
        <source>Yes, it is. Shift+click: and the next song</source>
        <translation>Sì, è così. Maiusc+clic: e al brano seguente</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rifiuta</translation>
    </message>
    <message>
        <source>No, it is not</source>
        <translation>No, non è così</translation>
    </message>
    <message>
        <source>Show the guesses</source>
        <translation>Mostra le ipotesi</translation>
    </message>
    <message>
        <source>Uncover the model&apos;s guesses for this song</source>
        <translation>Scopre le ipotesi del modello su questo brano</translation>
    </message>
    <message>
        <source>Hear why</source>
        <translation>Senti perché</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for it</source>
        <translation>Loop sui secondi che più lo suggeriscono</translation>
    </message>
    <message>
        <source>Accept {word}</source>
        <translation>Accetta {word}</translation>
    </message>
    <message>
        <source>Reject {word}</source>
        <translation>Rifiuta {word}</translation>
    </message>
    <message>
        <source>Hear why {word}</source>
        <translation>Senti perché {word}</translation>
    </message>
    <message>
        <source>then {words}</source>
        <translation>poi {words}</translation>
    </message>
    <message>
        <source>No model in use.</source>
        <translation>Nessun modello in uso.</translation>
    </message>
    <message>
        <source>Too short to go by: nothing is suggested.</source>
        <translation>Troppo breve per giudicare: nessun suggerimento.</translation>
    </message>
    <message>
        <source>The model needs the file.</source>
        <translation>Il modello ha bisogno del file.</translation>
    </message>
    <message>
        <source>Nothing to suggest: no tag scores high enough.</source>
        <translation>Nessun suggerimento: punteggi bassi.</translation>
    </message>
    <message>
        <source>Open a song first.</source>
        <translation>Prima apra un brano.</translation>
    </message>
    <message>
        <source>Select a song in the list to tag it.</source>
        <translation>Per taggare, selezioni un brano nell&apos;elenco.</translation>
    </message>
    <message>
        <source>Blind: guesses are covered.</source>
        <translation>Alla cieca: ipotesi coperte.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>Il modello ascolta…</translation>
    </message>
    <message>
        <source>All suggestions judged.</source>
        <translation>Tutti i suggerimenti giudicati.</translation>
    </message>
    <message>
        <source>Closed listening: guesses are covered.</source>
        <translation>Ascolto chiuso: le ipotesi sono coperte.</translation>
    </message>
</context>
<context>
    <name>SystemChoice</name>
    <message>
        <source>Saved as {}, with what its columns mean beside it.</source>
        <translation>Salvato come {}, con accanto il significato delle colonne.</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>Nessun modello è in uso.</translation>
    </message>
    <message>
        <source>Choose one under Models.</source>
        <translation>Ne scelga uno in Modelli.</translation>
    </message>
</context>
<context>
    <name>SystemChoiceDialog</name>
    <message>
        <source>Which system suits my tags?</source>
        <translation>Quale sistema è adatto ai miei tag?</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Ferma; ciò che è finito resta</translation>
    </message>
    <message>
        <source>Systems are being tried on your songs</source>
        <translation>Si provano sistemi sui suoi brani</translation>
    </message>
    <message>
        <source>How should your tags be learned?</source>
        <translation>Come vanno imparati i suoi tag?</translation>
    </message>
    <message>
        <source>{systems:# system|# systems} from RhythmCap&apos;s own way to timbre alone will learn {tags:# tag|# tags} from a part of {songs:# judged song|# judged songs}, and be tested on the songs of artists they have not learned from ({artists:# artist|# artists}).</source>
        <translation>{systems:# sistema impara|# sistemi, dal metodo di RhythmCap al solo timbro, imparano} {tags:# tag|# tag} da una parte di {songs:# brano giudicato|# brani giudicati} e si provano sui brani di artisti da cui non hanno imparato ({artists:# artista|# artisti}).</translation>
    </message>
    <message>
        <source>Go on tagging: it uses the decisions of when it began. This window can be closed meanwhile.</source>
        <translation>Continui a lavorare: valgono le decisioni dell&apos;inizio. Questa finestra si può chiudere.</translation>
    </message>
    <message>
        <source>It takes about {} and runs in the background: you can go on tagging.</source>
        <translation>Richiede circa {} e lavora in sottofondo: può continuare a lavorare.</translation>
    </message>
    <message>
        <source>It was stopped before: what was finished is kept, and it goes on from there.</source>
        <translation>È stato fermato prima: ciò che era finito è conservato, e si riparte da lì.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>È stato fermato.</translation>
    </message>
    <message>
        <source>Systems are being tried for “{}”; after that it can be begun here.</source>
        <translation>Si provano sistemi per «{}»; poi si può cominciare qui.</translation>
    </message>
    <message>
        <source>{moment}, with “{model}”, from {n:# decision|# decisions}.</source>
        <translation>{moment}, con «{model}», da {n:# decisione|# decisioni}.</translation>
    </message>
    <message>
        <source>{:# decision|# decisions} since.</source>
        <translation>Da allora {:# decisione|# decisioni}.</translation>
    </message>
    <message>
        <source>The new run was stopped; what was finished is kept.</source>
        <translation>La nuova prova è stata fermata; ciò che era finito resta.</translation>
    </message>
    <message>
        <source>Trying systems</source>
        <translation>Prova dei sistemi</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Try the systems</source>
        <translation>Prova i sistemi</translation>
    </message>
    <message>
        <source>Learn with a sense of time</source>
        <translation>Impara con senso del tempo</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Impara dai miei tag</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Cosa manca ancora ai tag</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Salva la tabella…</translation>
    </message>
    <message>
        <source>All numbers with their ranges, for a spreadsheet (CSV)</source>
        <translation>Tutti i numeri con i loro intervalli, per un foglio di calcolo (CSV)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Che cosa si è trovato</translation>
    </message>
    <message>
        <source>Pairs of 100 in order, by the number of songs learned from</source>
        <translation>Coppie in ordine su 100, per numero di brani da cui si impara</translation>
    </message>
    <message>
        <source>So that it stays short, {:only one judged song is drawn|only # judged songs are drawn}.</source>
        <translation>Perché resti breve, {:si estrae solo un brano giudicato|si estraggono solo # brani giudicati}.</translation>
    </message>
</context>
<context>
    <name>SystemController</name>
    <message>
        <source>Save the table</source>
        <translation>Salva la tabella</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabella</translation>
    </message>
</context>
<context>
    <name>SystemCurves</name>
    <message>
        <source>The curves come with the result.</source>
        <translation>Le curve arrivano con il risultato.</translation>
    </message>
    <message>
        <source>Learning curves: {}</source>
        <translation>Curve di apprendimento: {}</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>brani</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>coppie su 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>a caso</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# brano giudicato|# brani giudicati}</translation>
    </message>
</context>
<context>
    <name>SystemTable</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Coppie, disegno</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenza</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersione</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprendimento</translation>
    </message>
    <message>
        <source>A song</source>
        <translation>Un brano</translation>
    </message>
    <message>
        <source>How much it varies between repetitions with other parts of the songs</source>
        <translation>Quanto varia fra ripetizioni con altre parti dei brani</translation>
    </message>
    <message>
        <source>Tags that it could learn, on average; the others count as guessed</source>
        <translation>Tag che ha potuto imparare, in media; gli altri contano come indovinati a caso</translation>
    </message>
    <message>
        <source>Time to learn from all songs</source>
        <translation>Tempo per imparare da tutti i brani</translation>
    </message>
    <message>
        <source>Time to score a song that was listened to before</source>
        <translation>Tempo per i punteggi di un brano già ascoltato</translation>
    </message>
    <message>
        <source>Systems that were tried</source>
        <translation>Sistemi provati</translation>
    </message>
    <message>
        <source>To RhythmCap&apos;s own way, on the same songs; the ranges of all systems hold at once.</source>
        <translation>Rispetto al metodo di RhythmCap, sugli stessi brani; gli intervalli di tutti i sistemi valgono insieme.</translation>
    </message>
    <message>
        <source>By song</source>
        <translation>Per brano</translation>
    </message>
</context>
<context>
    <name>TagChecks</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Tags to be judged</source>
        <translation>Tag da giudicare</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>the model disagrees</source>
        <translation>il modello non è d&apos;accordo</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Edit tag</source>
        <translation>Modifica tag</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nuovo tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>The word, as you would say it</source>
        <translation>La parola, come la direbbe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Name of the new category</source>
        <translation>Nome della nuova categoria</translation>
    </message>
    <message>
        <source>Key of the new category</source>
        <translation>Tasto della nuova categoria</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tasto</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definizione</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Che cosa significa per lei la parola</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usare quando</translation>
    </message>
    <message>
        <source>What must be heard</source>
        <translation>Che cosa si deve sentire</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Non quando</translation>
    </message>
    <message>
        <source>What it is easily mistaken for</source>
        <translation>Con che cosa si confonde facilmente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>Crea il tag</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Il suo nome</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Il suo tasto</translation>
    </message>
    <message>
        <source>Its colour</source>
        <translation>Il suo colore</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Nuova categoria…</translation>
    </message>
    <message>
        <source>Free here: {keys}</source>
        <translation>Liberi qui: {keys}</translation>
    </message>
    <message>
        <source>Looks like {names}. Is it the same?</source>
        <translation>Somiglia a {names}. È lo stesso?</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tags</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Trova un tag</translation>
    </message>
    <message>
        <source>Find a tag by typing its name</source>
        <translation>Trova un tag scrivendone il nome</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nuovo tag…</translation>
    </message>
    <message>
        <source>Make a new tag with category and key</source>
        <translation>Crea un nuovo tag con categoria e tasto</translation>
    </message>
</context>
<context>
    <name>TagFinder</name>
    <message>
        <source>Find a tag by its name</source>
        <translation>Trova un tag per nome</translation>
    </message>
    <message>
        <source>Create new tag “{word}”…</source>
        <translation>Crea il nuovo tag «{word}»…</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure
-tag: no · ?tag: unsure · =tag: not judged · category: tag · Esc: done</source>
        <translation>Invio: sì · Maiusc+Invio: no · Alt+Invio: incerto
-tag: no · ?tag: incerto · =tag: non giudicato · categoria: tag · Esc: fine</translation>
    </message>
    <message>
        <source>Enter: {state}, intensity {level} of 9</source>
        <translation>Invio: {state}, intensità {level} di 9</translation>
    </message>
    <message>
        <source>Enter: {state}</source>
        <translation>Invio: {state}</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Invio: sì · Maiusc+Invio: no · Alt+Invio: incerto</translation>
    </message>
    <message>
        <source>There is {names}, which looks alike.</source>
        <translation>C&apos;è {names}, che è simile.</translation>
    </message>
    <message>
        <source>No such tag. Press Enter to step on the line above, again to make it.</source>
        <translation>Nessun tag simile. Invio va alla riga sopra, ancora Invio lo crea.</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags found</source>
        <translation>Tag trovati</translation>
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
        <translation>Sui brani di prova</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Coppie, disegno</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>La barra è l&apos;intervallo al 95 %; la linea punteggiata è il caso (50); il punto vuoto è il modello di prima.</translation>
    </message>
    <message>
        <source>Result for each tag</source>
        <translation>Risultato per ogni tag</translation>
    </message>
</context>
<context>
    <name>TagSections</name>
    <message>
        <source>No tags yet. Make the first one with “New tag…”: it gets a category and a key.</source>
        <translation>Ancora nessun tag. Crei il primo con «Nuovo tag…»: avrà categoria e tasto.</translation>
    </message>
</context>
<context>
    <name>TagSongsPane</name>
    <message>
        <source>Yes from this score on</source>
        <translation>Sì da questo punteggio</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Stima</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Sì da</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punteggio</translation>
    </message>
    <message>
        <source>Songs behind the numbers</source>
        <translation>Brani dietro i numeri</translation>
    </message>
    <message>
        <source>Go back to the estimated threshold</source>
        <translation>Torna alla soglia stimata</translation>
    </message>
    <message>
        <source>Each song was decided by a threshold estimated without its artist, so a song near it may be on the other side. Double-click a song to hear it.</source>
        <translation>Ogni brano è stato deciso con una soglia stimata senza il suo artista; uno vicino può quindi stare dall&apos;altra parte. Doppio clic su un brano: ascoltarlo.</translation>
    </message>
    <message>
        <source>Double-click a song to hear it.</source>
        <translation>Doppio clic su un brano: ascoltarlo.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Mancati</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsi allarmi</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trovati</translation>
    </message>
    <message>
        <source>Rightly not found</source>
        <translation>Giustamente non trovati</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>non più nella raccolta</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>e {:un altro|altri #}</translation>
    </message>
</context>
<context>
    <name>TaggedProgress</name>
    <message>
        <source>{found} of {total:# song|# songs}</source>
        <translation>{found} di {total:# brano|# brani}</translation>
    </message>
    <message>
        <source>{} tagged</source>
        <translation>{} con tag</translation>
    </message>
    <message>
        <source>{total:The one song|All # songs} tagged</source>
        <translation>{total:L&apos;unico brano|Tutti i # brani} con tag</translation>
    </message>
    <message>
        <source>{done} of {total:# song|# songs} tagged</source>
        <translation>{done} di {total:# brano|# brani} con tag</translation>
    </message>
    <message>
        <source>{left:# song has|# songs have} no decision yet</source>
        <translation>{left:# brano è|# brani sono} ancora senza decisione</translation>
    </message>
</context>
<context>
    <name>TaggramPane</name>
    <message>
        <source>Taggram: what the model hears over time</source>
        <translation>Taggramma: che cosa sente il modello nel tempo</translation>
    </message>
    <message>
        <source>{word}: song {score}, seconds {seconds}</source>
        <translation>{word}: brano {score}, secondi {seconds}</translation>
    </message>
    <message>
        <source>Click: loop where it is heard most · Shift: least</source>
        <translation>Clic: loop dove si sente di più · Maiusc: di meno</translation>
    </message>
    <message>
        <source>not yet heard</source>
        <translation>non ancora ascoltato</translation>
    </message>
</context>
<context>
    <name>TaggramStack</name>
    <message>
        <source>Tags that every model has a word for</source>
        <translation>Tag per cui ogni modello ha una parola</translation>
    </message>
    <message>
        <source>Each model&apos;s strongest words</source>
        <translation>Le parole più forti di ogni modello</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Quali righe</translation>
    </message>
    <message>
        <source>Another song was opened; compare again to see it.</source>
        <translation>È aperto un altro brano; confronti di nuovo per vederlo.</translation>
    </message>
    <message>
        <source>{}: click to hear, drag to loop</source>
        <translation>{}: clic per ascoltare, trascini per il loop</translation>
    </message>
    <message>
        <source>{} · {}, windows of {} s</source>
        <translation>{} · {}, finestre di {} s</translation>
    </message>
</context>
<context>
    <name>TagsController</name>
    <message>
        <source>Yes for the {songs:song|# songs} selected</source>
        <translation>Sì per {songs:il brano selezionato|i # brani selezionati}</translation>
    </message>
    <message>
        <source>Yes for “{title}”</source>
        <translation>Sì per «{title}»</translation>
    </message>
    <message>
        <source>New tag “{tag}”, keys: {keys}</source>
        <translation>Nuovo tag «{tag}», tasti: {keys}</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Where my time went</source>
        <translation>Dove è andato il mio tempo</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Per sessione</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Per giorno</translation>
    </message>
    <message>
        <source>How the time is divided</source>
        <translation>Come è suddiviso il tempo</translation>
    </message>
    <message>
        <source>The sessions or days as a CSV file</source>
        <translation>Le sessioni o i giorni come file CSV</translation>
    </message>
    <message>
        <source>You have not decided anything one by one in this library yet: then there is no time to add up.</source>
        <translation>In questa raccolta non ha ancora deciso nulla singolarmente: non c&apos;è tempo da sommare.</translation>
    </message>
    <message>
        <source>Half of them took less than {median} s; an hour yields {rate}, {yes} of them yes.</source>
        <translation>La metà ha richiesto meno di {median} s; un&apos;ora ne dà {rate}, di cui {yes} sì.</translation>
    </message>
    <message>
        <source>Read from the journal of this library; nothing of it is sent anywhere.</source>
        <translation>Letto dal registro di questa raccolta; nulla viene inviato.</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} in {minutes:# minute|# minutes} of work, on {songs:# song|# songs}.</source>
        <translation>{n:# decisione|# decisioni} in {minutes:# minuto|# minuti} di lavoro, su {songs:# brano|# brani}.</translation>
    </message>
    <message>
        <source>Gaps of more than two minutes are breaks and are not counted: {}.</source>
        <translation>Gli intervalli di oltre due minuti sono pause e non contano: {}.</translation>
    </message>
    <message>
        <source>The clock was set back {:once|# times}: that time is not known.</source>
        <translation>L&apos;orologio è stato spostato indietro {:una volta|# volte}: quel tempo non è noto.</translation>
    </message>
    <message>
        <source>No decision on a tag that the model would have suggested yet.</source>
        <translation>Ancora nessuna decisione su un tag che il modello avrebbe suggerito.</translation>
    </message>
    <message>
        <source>On equal tags at like scores the difference is {gap}.</source>
        <translation>A parità di tag e con punteggi simili la differenza è {gap}.</translation>
    </message>
    <message>
        <source>Nobody drew by lot which guesses were hidden: the difference may have other causes than seeing them.</source>
        <translation>Nessuno ha estratto a sorte quali ipotesi nascondere: la differenza può avere cause diverse dall&apos;averle viste.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}); none was decided with it hidden.</source>
        <translation>Su 100 suggerimenti dice sì a {shown} con l&apos;ipotesi visibile (decisioni: {n_shown}); nessuno è stato deciso con l&apos;ipotesi nascosta.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {hidden} with the guess hidden (decisions: {n_hidden}); none was decided with it on screen.</source>
        <translation>Su 100 suggerimenti dice sì a {hidden} con l&apos;ipotesi nascosta (decisioni: {n_hidden}); nessuno è stato deciso con l&apos;ipotesi visibile.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to lead your ear: you say yes to it more often than you do blind. Blind mode (B) helps; so does revealing it only after a decision.</source>
        <translation>Vedere l&apos;ipotesi sembra guidare il suo orecchio: le dice sì più spesso che alla cieca. Aiuta decidere alla cieca (B), o scoprirla solo dopo la decisione.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to turn your ear away: you say yes to it less often than you do blind.</source>
        <translation>Vedere l&apos;ipotesi sembra respingere il suo orecchio: le dice sì meno spesso che alla cieca.</translation>
    </message>
    <message>
        <source>Save what was heard…</source>
        <translation>Salva l&apos;ascoltato…</translation>
    </message>
    <message>
        <source>The seconds that sounded before each decision, as a CSV file</source>
        <translation>I secondi suonati prima di ogni decisione, come file CSV</translation>
    </message>
    <message>
        <source>A model first put {pairs} of 100 pairs in order after {n:# decision|# decisions} and {minutes:# minute|# minutes}.</source>
        <translation>Un modello ha messo in ordine {pairs} coppie su 100 per la prima volta dopo {n:# decisione|# decisioni} e {minutes:# minuto|# minuti}.</translation>
    </message>
    <message>
        <source>Left out: {:# other change|# other changes}, such as an import or many decisions at once.</source>
        <translation>Escluse: {:# altra modifica|# altre modifiche}, come un&apos;importazione o molte decisioni insieme.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}), and to {hidden} where it was hidden ({n_hidden}).</source>
        <translation>Su 100 suggerimenti dice sì a {shown} con l&apos;ipotesi visibile (decisioni: {n_shown}) e a {hidden} quando era nascosta ({n_hidden}).</translation>
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Time ruler</source>
        <translation>Righello del tempo</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop</source>
        <translation>Clic per andarci, trascini per il loop</translation>
    </message>
</context>
<context>
    <name>TimeTable</name>
    <message>
        <source>Gaps of more than two minutes between decisions are not counted</source>
        <translation>Gli intervalli di oltre due minuti tra le decisioni non contano</translation>
    </message>
    <message>
        <source>The median: half of the decisions took less</source>
        <translation>La mediana: metà delle decisioni ha richiesto meno</translation>
    </message>
    <message>
        <source>Seconds of the song that sounded before a decision, each once</source>
        <translation>Secondi del brano suonati prima di una decisione, ciascuno una volta</translation>
    </message>
    <message>
        <source>Decisions that were undone: their time counts, they do not</source>
        <translation>Decisioni annullate: il loro tempo conta, loro no</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>Active minutes</source>
        <translation>Minuti attivi</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Brani</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Secondi l&apos;una</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>All&apos;ora</translation>
    </message>
    <message>
        <source>Yes an hour</source>
        <translation>Sì all&apos;ora</translation>
    </message>
    <message>
        <source>Minutes heard</source>
        <translation>Minuti ascoltati</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annullate</translation>
    </message>
    <message>
        <source>Sessions of work</source>
        <translation>Sessioni di lavoro</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Impara dai miei tag</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Alla cieca</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Aggiungi brani…</translation>
    </message>
    <message>
        <source>Model {}: {} of 100 pairs right, {:# song|# songs}</source>
        <translation>Modello {}: {} coppie su 100 giuste, {:# brano|# brani}</translation>
    </message>
    <message>
        <source>No model in use</source>
        <translation>Nessun modello in uso</translation>
    </message>
    <message>
        <source>Model {}</source>
        <translation>Modello {}</translation>
    </message>
    <message>
        <source>Model {} + {:# decision|# decisions}</source>
        <translation>Modello {} + {:# decisione|# decisioni}</translation>
    </message>
    <message>
        <source>The decisions are those that the model itself has not learned from; ones on songs not listened to yet join them once they are.</source>
        <translation>Sono le decisioni da cui il modello stesso non ha imparato; quelle su brani che non ha ancora ascoltato si aggiungono appena li ha ascoltati.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>as the model hears it</source>
        <translation>come sente il modello</translation>
    </message>
    <message>
        <source>Loop {span}</source>
        <translation>Loop {span}</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Looping these seconds; click to go on</source>
        <translation>Loop su questi secondi; clic per proseguire</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Riproduci o pausa</translation>
    </message>
    <message>
        <source>Show the song as the model hears it</source>
        <translation>Mostra il brano come lo sente il modello</translation>
    </message>
    <message>
        <source>Show only what the model is given: 96 bands up to 6 kHz</source>
        <translation>Mostra solo ciò che riceve il modello: 96 bande fino a 6 kHz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Audio attivo</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muto</translation>
    </message>
    <message>
        <source>Volume {percent} %</source>
        <translation>Volume {percent} %</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>Uscita di sistema</translation>
    </message>
    <message>
        <source>Plays on: {device}</source>
        <translation>Suona su: {device}</translation>
    </message>
    <message>
        <source>Output device, {device}</source>
        <translation>Dispositivo di uscita, {device}</translation>
    </message>
    <message>
        <source> (the system&apos;s)</source>
        <translation> (quello del sistema)</translation>
    </message>
</context>
<context>
    <name>UnmappedWords</name>
    <message>
        <source>The model&apos;s own words</source>
        <translation>Le parole del modello</translation>
    </message>
    <message>
        <source>Words of the model that are no tags of yours</source>
        <translation>Parole del modello che non sono suoi tag</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Abbina…</translation>
    </message>
    <message>
        <source>Say which of your tags these words stand for</source>
        <translation>Indica per quali suoi tag stanno queste parole</translation>
    </message>
    <message>
        <source>In its own words ({})</source>
        <translation>Con parole sue ({})</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message>
        <source>New songs in these folders are added to {} by themselves.</source>
        <translation>I nuovi brani in queste cartelle entrano da soli in {}.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Cartelle sorvegliate</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Sorveglia una cartella…</translation>
    </message>
    <message>
        <source>Choose a folder; the ones inside it are watched, too</source>
        <translation>Scegli una cartella; anche quelle al suo interno sono sorvegliate</translation>
    </message>
    <message>
        <source>Watch it no more</source>
        <translation>Non sorvegliarla più</translation>
    </message>
    <message>
        <source>Its songs stay in the library</source>
        <translation>I suoi brani restano nella raccolta</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Sorveglia una cartella</translation>
    </message>
</context>
<context>
    <name>WordMappingDialog</name>
    <message>
        <source>What the words of {} mean</source>
        <translation>Che cosa significano le parole di {}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Filtra le parole</translation>
    </message>
    <message>
        <source>Only words without a meaning</source>
        <translation>Solo parole senza significato</translation>
    </message>
    <message>
        <source>Take the clear ones</source>
        <translation>Prendi quelle chiare</translation>
    </message>
    <message>
        <source>Set each open word to the tag that is spelled like it</source>
        <translation>Assegna a ogni parola libera il tag scritto allo stesso modo</translation>
    </message>
    <message>
        <source>The model&apos;s word</source>
        <translation>Parola del modello</translation>
    </message>
    <message>
        <source>stands for my tag</source>
        <translation>sta per il mio tag</translation>
    </message>
    <message>
        <source>The model&apos;s words and my tags</source>
        <translation>Le parole del modello e i miei tag</translation>
    </message>
    <message>
        <source>The model has learned this tag from your decisions</source>
        <translation>Il modello ha imparato questo tag dalle sue decisioni</translation>
    </message>
    <message>
        <source>“{}” and “{}” both stand for {}: the higher score counts.</source>
        <translation>«{}» e «{}» stanno entrambe per {}: conta il punteggio più alto.</translation>
    </message>
    <message>
        <source>What {} means</source>
        <translation>Che cosa significa {}</translation>
    </message>
    <message>
        <source>A word that stands for one of your tags counts as its suggestion, and for predicted:TAG in the search line. This holds for every model that did not learn the word from you.</source>
        <translation>Una parola che sta per un suo tag vale come suo suggerimento, e per predicted:TAG nella ricerca. Questo vale per ogni modello che non ha imparato quella parola da lei.</translation>
    </message>
    <message>
        <source>{} (the same word)</source>
        <translation>{} (la stessa parola)</translation>
    </message>
    <message>
        <source>none of my tags</source>
        <translation>nessuno dei miei tag</translation>
    </message>
    <message>
        <source>{} (spelled alike)</source>
        <translation>{} (scritto in modo simile)</translation>
    </message>
    <message>
        <source>{} of {:# word stands|# words stand} for a tag.</source>
        <translation>{} di {:# parola sta|# parole stanno} per un tag.</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Meaning</source>
        <translation>Significato</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>It is clear now</source>
        <translation>Ora è chiaro</translation>
    </message>
    <message>
        <source>These decisions are learned from again</source>
        <translation>Da queste decisioni si impara di nuovo</translation>
    </message>
    <message>
        <source>As long as the button is held, as loud as the open song</source>
        <translation>Finché il pulsante è premuto, allo stesso volume del brano aperto</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Esempio</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>Brano aperto</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Segna…</translation>
    </message>
    <message>
        <source>Make the loop, or the open song, an example of this tag</source>
        <translation>Rende il loop, o il brano aperto, un esempio di questo tag</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Esempi</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usare quando</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Non quando</translation>
    </message>
    <message>
        <source>No definition yet: Edit… writes one</source>
        <translation>Ancora nessuna definizione: «Modifica…» ne scrive una</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} decided before this meaning was changed.</source>
        <translation>{n:# brano è stato deciso|# brani sono stati decisi} prima che questo significato cambiasse.</translation>
    </message>
    <message>
        <source>Called unclear in {n:# song|# songs}: left out of learning until it is settled.</source>
        <translation>Detta non chiara in {n:# brano|# brani}: non se ne impara finché non è chiarita.</translation>
    </message>
    <message>
        <source>No example yet. Loop a part of a song that is one, or is not, and mark it.</source>
        <translation>Ancora nessun esempio. Metta in loop una parte di un brano che lo è, o non lo è, e la segni.</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Lo è: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>Non lo è: {song}</translation>
    </message>
    <message>
        <source>Hear them again</source>
        <translation>Riascolta</translation>
    </message>
    <message>
        <source>Hear them</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>There is no tag yet: New tag… makes one, Add words… takes a list.</source>
        <translation>Non c&apos;è ancora nessun tag: «Nuovo tag…» ne crea uno, «Aggiungi parole…» prende una lista.</translation>
    </message>
    <message>
        <source>Choose a tag above: its meaning, examples and history stand here.</source>
        <translation>Scelga un tag qui sopra: qui compaiono significato, esempi e storia.</translation>
    </message>
    <message>
        <source>Never changed.</source>
        <translation>Mai cambiato.</translation>
    </message>
</context>
<context>
    <name>WordTarget</name>
    <message>
        <source>What the selected words become</source>
        <translation>Che cosa diventano le parole scelte</translation>
    </message>
    <message>
        <source>this tag</source>
        <translation>questo tag</translation>
    </message>
    <message>
        <source>another name of this tag</source>
        <translation>un altro nome di questo tag</translation>
    </message>
    <message>
        <source>a new tag</source>
        <translation>un nuovo tag</translation>
    </message>
    <message>
        <source>nothing: leave them out</source>
        <translation>nulla: si escludono</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>Il tag</translation>
    </message>
    <message>
        <source>The new tag&apos;s name</source>
        <translation>Nome del nuovo tag</translation>
    </message>
    <message>
        <source>The new tag&apos;s category</source>
        <translation>Categoria del nuovo tag</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>{tag} (spelled alike)</source>
        <translation>{tag} (si scrive quasi uguale)</translation>
    </message>
    <message>
        <source>{tag} (new, spelled alike)</source>
        <translation>{tag} (nuovo, si scrive quasi uguale)</translation>
    </message>
</context>
<context>
    <name>WordsChoice</name>
    <message>
        <source>Where the words come from</source>
        <translation>Da dove vengono le parole</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Da un file…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definizione</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>File: {name}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuova</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>c&apos;è già</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ritirato</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Artisti</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Anno</translation>
    </message>
    <message>
        <source>several</source>
        <translation>diversi</translation>
    </message>
    <message>
        <source>Several artists are separated by a semicolon. The files are not changed.</source>
        <translation>Più artisti si separano con il punto e virgola. I file non vengono modificati.</translation>
    </message>
    <message>
        <source>Only what you type is changed, in all of these songs at once.</source>
        <translation>Cambia solo ciò che si scrive, in tutti questi brani insieme.</translation>
    </message>
    <message>
        <source>This is no year. Write it as in 1932, c1965 or 1980–1990, of which the first counts.</source>
        <translation>Questo non è un anno. Lo scriva come 1932, c1965 o 1980–1990, di cui conta il primo.</translation>
    </message>
    <message>
        <source>“{}” is the wrong way round: {} comes after {}.</source>
        <translation>«{}» è al contrario: {} viene dopo {}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Data of {n} songs</source>
        <translation>Dati di {n} brani</translation>
    </message>
    <message>
        <source>Song data</source>
        <translation>Dati del brano</translation>
    </message>
    <message>
        <source>✎ Yours. The file says: {word}</source>
        <translation>✎ Suo. Il file dice: {word}</translation>
    </message>
    <message>
        <source>✎ Yours. The file says nothing.</source>
        <translation>✎ Suo. Il file non dice nulla.</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>Prendi dal file</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Filtra le parole</translation>
    </message>
    <message>
        <source>Only new words</source>
        <translation>Solo le parole nuove</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisioni</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Diventa</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>Parole del file</translation>
    </message>
    <message>
        <source>{tag} (retired)</source>
        <translation>{tag} (ritirato)</translation>
    </message>
    <message>
        <source>{tag}, and another name of it</source>
        <translation>{tag}, e un altro suo nome</translation>
    </message>
    <message>
        <source>new: {name} in {category}</source>
        <translation>nuovo: {name} in {category}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>esclusa</translation>
    </message>
    <message>
        <source>new: {name} in {category}, and another name of it</source>
        <translation>nuovo: {name} in {category}, e un suo altro nome</translation>
    </message>
    <message>
        <source>new: {name} in {category}; looks like {tag}</source>
        <translation>nuovo: {name} in {category}; somiglia a {tag}</translation>
    </message>
    <message>
        <source>{n:# word becomes|# words become}</source>
        <translation>{n:# parola diventa|# parole diventano}</translation>
    </message>
    <message>
        <source>No word is selected</source>
        <translation>Nessuna parola è scelta</translation>
    </message>
    <message>
        <source>Select one or several words and say what they become. What is here already, or looks alike here or in the file, is offered first.</source>
        <translation>Selezioni una o più parole e dica che cosa diventano. Ciò che c&apos;è già, o che è simile qui o nel file, è proposto per primo.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Interrotto; nulla è stato cambiato.</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Stop; nothing is kept of it</source>
        <translation>Interrompe; nulla viene conservato</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation>Copia il messaggio con i dettagli</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>ancora {}</translation>
    </message>
</context>
<context>
    <name>WriteRuleRow</name>
    <message>
        <source>What the tag says of the other one</source>
        <translation>Che cosa il tag dice dell&apos;altro</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Go by this rule from now on</source>
        <translation>Segui questa regola d&apos;ora in poi</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>Il tag</translation>
    </message>
    <message>
        <source>The other tag</source>
        <translation>L&apos;altro tag</translation>
    </message>
    <message>
        <source>Write a rule:</source>
        <translation>Scrivi una regola:</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>un tag</translation>
    </message>
</context>
<context>
    <name>YieldChart</name>
    <message>
        <source>What learned models were worth, by the time before them</source>
        <translation>Quanto valevano i modelli appresi, secondo il tempo prima di loro</translation>
    </message>
    <message>
        <source>Learn from your tags: then it shows what your time has bought.</source>
        <translation>Impari dai suoi tag: qui si vedrà che cosa ha reso il suo tempo.</translation>
    </message>
    <message>
        <source>Learned models: pairs of 100 in order</source>
        <translation>Modelli appresi: coppie su 100 in ordine</translation>
    </message>
    <message>
        <source>active minutes</source>
        <translation>minuti attivi</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>coppie su 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>a caso</translation>
    </message>
    <message>
        <source>{} of 100 pairs in order</source>
        <translation>{} coppie su 100 in ordine</translation>
    </message>
    <message>
        <source>after {} active minutes</source>
        <translation>dopo {} minuti attivi</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# decisione|# decisioni}</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>for it</source>
        <translation>a favore</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>contro</translation>
    </message>
    <message>
        <source>Orange: for the word, blue: against it</source>
        <translation>Arancione: per la parola, blu: contro</translation>
    </message>
</context>
<context>
    <name>_TagLine</name>
    <message>
        <source>{tag} (also {alias})</source>
        <translation>{tag} (anche {alias})</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Listen to songs, tag them by ear in your own words, and have a CNN+LSTM learn them.</source>
        <translation>Ascolti brani, assegni tag a orecchio con parole sue, e una CNN+LSTM le impara.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libero sotto la GNU General Public License, versione 3 o successiva.</translation>
    </message>
</context>
<context>
    <name>abx_test</name>
    <message>
        <source>Read songs to compare</source>
        <translation>Leggere brani da confrontare</translation>
    </message>
    <message>
        <source>A song of this test was removed.</source>
        <translation>Un brano di questa prova è stato rimosso.</translation>
    </message>
</context>
<context>
    <name>abx_texts</name>
    <message>
        <source>{right} of {n}, p {p}</source>
        <translation>{right} su {n}, p {p}</translation>
    </message>
    <message>
        <source>tells them apart: {result}</source>
        <translation>le distingue: {result}</translation>
    </message>
    <message>
        <source>not clear: {result}</source>
        <translation>non è chiaro: {result}</translation>
    </message>
    <message>
        <source>does not tell them apart: {result}</source>
        <translation>non le distingue: {result}</translation>
    </message>
    <message>
        <source>{age}, before a meaning was changed</source>
        <translation>{age}, prima che un significato cambiasse</translation>
    </message>
    <message>
        <source>before: {tests}</source>
        <translation>prima: {tests}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Riproduzione</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>M&amp;odello</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aiuto</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Aggiungi brani…</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Aggiungi brani</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Aggiungi una cartella…</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Aggiungi una cartella</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>Apri una raccolta…</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Apri una raccolta</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Nuova raccolta…</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Nuova raccolta</translation>
    </message>
    <message>
        <source>Open my own library</source>
        <translation>Apri la mia raccolta</translation>
    </message>
    <message>
        <source>Open the demo library</source>
        <translation>Apri la raccolta dimostrativa</translation>
    </message>
    <message>
        <source>Find missing files…</source>
        <translation>Trova i file mancanti…</translation>
    </message>
    <message>
        <source>Find missing files</source>
        <translation>Trova i file mancanti</translation>
    </message>
    <message>
        <source>Same recording twice…</source>
        <translation>Stessa registrazione doppia…</translation>
    </message>
    <message>
        <source>Same recording twice</source>
        <translation>Stessa registrazione doppia</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Ripristina…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Write tags to files…</source>
        <translation>Scrivi tag nei file…</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Scrivi tag nei file</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostra nella cartella</translation>
    </message>
    <message>
        <source>Open in the system&apos;s player</source>
        <translation>Apri nel lettore del sistema</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copia il percorso</translation>
    </message>
    <message>
        <source>Prepare a deposit…</source>
        <translation>Prepara un deposito…</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Prepara un deposito</translation>
    </message>
    <message>
        <source>Ask a colleague…</source>
        <translation>Chiedi a un collega…</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Chiedi a un collega</translation>
    </message>
    <message>
        <source>Open a request…</source>
        <translation>Apri una richiesta…</translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation>Apri una richiesta</translation>
    </message>
    <message>
        <source>Send answers…</source>
        <translation>Invia risposte…</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Invia risposte</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Cerca nella raccolta</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Scrivi una nota</translation>
    </message>
    <message>
        <source>Title, artists, album and year…</source>
        <translation>Titolo, artisti, album e anno…</translation>
    </message>
    <message>
        <source>Title, artists, album and year</source>
        <translation>Titolo, artisti, album e anno</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Rimuovi dalla raccolta…</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Rimuovi dalla raccolta</translation>
    </message>
    <message>
        <source>Rename the model or search…</source>
        <translation>Rinomina il modello o la ricerca…</translation>
    </message>
    <message>
        <source>Rename the model or search</source>
        <translation>Rinomina il modello o la ricerca</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Blind mode: hide the model&apos;s guesses</source>
        <translation>Alla cieca: nascondi le ipotesi del modello</translation>
    </message>
    <message>
        <source>Show the guesses for this song</source>
        <translation>Mostra le ipotesi per questo brano</translation>
    </message>
    <message>
        <source>Scores of the second under the playhead</source>
        <translation>Punteggi del secondo sotto il cursore</translation>
    </message>
    <message>
        <source>Scores of the song up to the playhead</source>
        <translation>Punteggi del brano fino al cursore</translation>
    </message>
    <message>
        <source>See the song as the model hears it</source>
        <translation>Vedi il brano come lo sente il modello</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostra tutto il brano</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Ingrandisci il loop</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Scorri indietro</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>Scorri avanti</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>Alla parte successiva della finestra</translation>
    </message>
    <message>
        <source>To the part before</source>
        <translation>Alla parte precedente</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Schermo intero</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Riproduci o pausa</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>Indietro di 5 s</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>Avanti di 5 s</translation>
    </message>
    <message>
        <source>Back 15 s</source>
        <translation>Indietro di 15 s</translation>
    </message>
    <message>
        <source>Forward 15 s</source>
        <translation>Avanti di 15 s</translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation>Indietro di 1 s</translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation>Avanti di 1 s</translation>
    </message>
    <message>
        <source>Slower, in the same pitch</source>
        <translation>Più lento, alla stessa altezza</translation>
    </message>
    <message>
        <source>Faster, in the same pitch</source>
        <translation>Più veloce, alla stessa altezza</translation>
    </message>
    <message>
        <source>At its own speed</source>
        <translation>Alla sua velocità</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Brano precedente</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Brano successivo</translation>
    </message>
    <message>
        <source>Loop begins here</source>
        <translation>Il loop comincia qui</translation>
    </message>
    <message>
        <source>Loop ends here</source>
        <translation>Il loop finisce qui</translation>
    </message>
    <message>
        <source>Loop on or off</source>
        <translation>Loop sì o no</translation>
    </message>
    <message>
        <source>Accept the first suggestion</source>
        <translation>Accetta il primo suggerimento</translation>
    </message>
    <message>
        <source>Reject the first suggestion</source>
        <translation>Rifiuta il primo suggerimento</translation>
    </message>
    <message>
        <source>Accept it and go to the next song</source>
        <translation>Accetta e passa al brano seguente</translation>
    </message>
    <message>
        <source>Hear why: loop what speaks most for the suggestion</source>
        <translation>Senti perché: loop su ciò che più sostiene il suggerimento</translation>
    </message>
    <message>
        <source>Hear what speaks against it</source>
        <translation>Senti che cosa parla contro</translation>
    </message>
    <message>
        <source>Hear what speaks for the tag and against it</source>
        <translation>Ascolta che cosa parla per il tag e contro</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most for it</source>
        <translation>Ascolta i secondi che più parlano a favore</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most against it</source>
        <translation>Ascolta i secondi che più parlano contro</translation>
    </message>
    <message>
        <source>Hear the nearest judged song with the tag</source>
        <translation>Ascolta il brano giudicato più simile con il tag</translation>
    </message>
    <message>
        <source>Hear the nearest judged song without it</source>
        <translation>Ascolta il brano giudicato più simile senza</translation>
    </message>
    <message>
        <source>The rest is no: in the category judged last, or after its letter</source>
        <translation>Il resto è no: nella categoria giudicata per ultima, o dopo il suo tasto</translation>
    </message>
    <message>
        <source>The rest is no: in all categories</source>
        <translation>Il resto è no: in tutte le categorie</translation>
    </message>
    <message>
        <source>Find a tag by typing</source>
        <translation>Trova un tag scrivendo</translation>
    </message>
    <message>
        <source>Tag this region…</source>
        <translation>Assegna un tag a questa parte…</translation>
    </message>
    <message>
        <source>Tag this region</source>
        <translation>Assegna un tag a questa parte</translation>
    </message>
    <message>
        <source>Copy tags from the song before</source>
        <translation>Copia i tag dal brano di prima</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nuovo tag…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nuovo tag</translation>
    </message>
    <message>
        <source>Codebook…</source>
        <translation>Codebook…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebook</translation>
    </message>
    <message>
        <source>Agreement of annotators</source>
        <translation>Accordo degli annotatori</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Impara dai miei tag</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Usa il nuovo modello</translation>
    </message>
    <message>
        <source>Keep the old model</source>
        <translation>Tieni il vecchio modello</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Dove il modello non è d&apos;accordo</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Interrompi l&apos;apprendimento</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean…</source>
        <translation>Che cosa significano le parole del modello…</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean</source>
        <translation>Che cosa significano le parole del modello</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Brani simili</translation>
    </message>
    <message>
        <source>More songs like these</source>
        <translation>Più brani come questi</translation>
    </message>
    <message>
        <source>Fewer songs like these</source>
        <translation>Meno brani come questi</translation>
    </message>
    <message>
        <source>Map of the songs</source>
        <translation>Mappa dei brani</translation>
    </message>
    <message>
        <source>Get a pretrained model…</source>
        <translation>Scarica un modello addestrato…</translation>
    </message>
    <message>
        <source>Get a pretrained model</source>
        <translation>Scarica un modello addestrato</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Importa un modello…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importa un modello</translation>
    </message>
    <message>
        <source>Learn on another machine…</source>
        <translation>Impara su un altro computer…</translation>
    </message>
    <message>
        <source>Learn on another machine</source>
        <translation>Impara su un altro computer</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primi passi</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Cercare</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossario</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Show the log file</source>
        <translation>Mostra il file di registro</translation>
    </message>
    <message>
        <source>About RhythmCap</source>
        <translation>Informazioni su RhythmCap</translation>
    </message>
    <message>
        <source>letter, letter</source>
        <translation>lettera, lettera</translation>
    </message>
    <message>
        <source>The category, then the tag: yes. The same again: not judged</source>
        <translation>La categoria, poi il tag: sì. Di nuovo: non giudicato</translation>
    </message>
    <message>
        <source>letter, Shift+letter</source>
        <translation>lettera, Maiusc+lettera</translation>
    </message>
    <message>
        <source>The tag: no</source>
        <translation>Il tag: no</translation>
    </message>
    <message>
        <source>letter, Alt+letter</source>
        <translation>lettera, Alt+lettera</translation>
    </message>
    <message>
        <source>The tag: unsure</source>
        <translation>Il tag: incerto</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>After the two letters, or on a chip reached by Tab: how strongly it holds; 0 takes that back</source>
        <translation>Dopo le due lettere, o su un tag raggiunto con Tab: quanto vale; 0 lo annulla</translation>
    </message>
    <message>
        <source>Not this category after all</source>
        <translation>Non questa categoria</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Read song data from files again</source>
        <translation>Rileggi i dati dei file</translation>
    </message>
    <message>
        <source>Import decisions…</source>
        <translation>Importa decisioni…</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Importa decisioni</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>End the loop; leave the questions</source>
        <translation>Termina il loop; lascia le domande</translation>
    </message>
    <message>
        <source>Question: yes, keep, right</source>
        <translation>Domanda: sì, mantieni, giusto</translation>
    </message>
    <message>
        <source>Question: no, change, wrong</source>
        <translation>Domanda: no, cambia, sbagliato</translation>
    </message>
    <message>
        <source>Question: unsure</source>
        <translation>Domanda: incerto</translation>
    </message>
    <message>
        <source>Questions: back to all songs</source>
        <translation>Domande: torna a tutti i brani</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Cosa manca ancora ai tag</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Raccolte recenti</translation>
    </message>
    <message>
        <source>Deform the sound as it plays</source>
        <translation>Deforma il suono durante l&apos;ascolto</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>Il suono com&apos;è</translation>
    </message>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>Ascolta la musica o il mastering?</translation>
    </message>
    <message>
        <source>What speaks for this word?</source>
        <translation>Che cosa parla per questa parola?</translation>
    </message>
    <message>
        <source>Play only what mattered, or the original as loud</source>
        <translation>Suona solo ciò che conta, o l&apos;originale altrettanto forte</translation>
    </message>
    <message>
        <source>Look inside the model…</source>
        <translation>Guarda dentro il modello…</translation>
    </message>
    <message>
        <source>Look inside the model</source>
        <translation>Guarda dentro il modello</translation>
    </message>
    <message>
        <source>Which system suits my tags?</source>
        <translation>Quale sistema è adatto ai miei tag?</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Salva un rapporto…</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Salva un rapporto</translation>
    </message>
    <message>
        <source>Where my time went</source>
        <translation>Dove è andato il mio tempo</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example…</source>
        <translation>Segna il loop o il brano come esempio…</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example</source>
        <translation>Segna il loop o il brano come esempio</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Che cosa giudicare ora</translation>
    </message>
    <message>
        <source>Ask me about one tag…</source>
        <translation>Domande su un tag…</translation>
    </message>
    <message>
        <source>Ask me about one tag</source>
        <translation>Domande su un tag</translation>
    </message>
    <message>
        <source>How common is it?</source>
        <translation>Quanto è frequente?</translation>
    </message>
    <message>
        <source>Learn from each decision</source>
        <translation>Impara da ogni decisione</translation>
    </message>
    <message>
        <source>Keep what it learned as a model</source>
        <translation>Conserva come modello ciò che ha imparato</translation>
    </message>
    <message>
        <source>Word grammar</source>
        <translation>Grammatica delle parole</translation>
    </message>
    <message>
        <source>Yes to the first tag that a rule implies</source>
        <translation>Sì al primo tag che una regola implica</translation>
    </message>
    <message>
        <source>Closed listening: no picture, no guesses</source>
        <translation>Ascolto chiuso: niente immagine, niente ipotesi</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Copia l&apos;elenco dei tag</translation>
    </message>
    <message>
        <source>Is it getting better?</source>
        <translation>Sta migliorando?</translation>
    </message>
    <message>
        <source>Go through what changed its mind</source>
        <translation>Ripercorri dove ha cambiato idea</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>Su che cosa ha cambiato idea?</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>Quanti brani ancora?</translation>
    </message>
    <message>
        <source>Use my graphics card…</source>
        <translation>Usa la mia scheda grafica…</translation>
    </message>
    <message>
        <source>Use my graphics card</source>
        <translation>Usa la mia scheda grafica</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>Compare annotators</source>
        <translation>Confronta gli annotatori</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Copy the library</source>
        <translation>Copia la raccolta</translation>
    </message>
    <message>
        <source>Read the copies</source>
        <translation>Leggi le copie</translation>
    </message>
    <message>
        <source>Restore the library</source>
        <translation>Ripristina la raccolta</translation>
    </message>
    <message>
        <source>The library was put together from what can be read of a damaged copy of {}.</source>
        <translation>La raccolta è stata ricomposta da ciò che si legge di una copia danneggiata del {}.</translation>
    </message>
    <message>
        <source>The library is as it was on {}, with the later changes of its log.</source>
        <translation>La raccolta è com&apos;era il {}, con le modifiche successive del suo registro.</translation>
    </message>
    <message>
        <source>The library is as it was on {}.</source>
        <translation>La raccolta è com&apos;era il {}.</translation>
    </message>
    <message>
        <source>The former one was kept: {}</source>
        <translation>Quella di prima è stata conservata: {}</translation>
    </message>
    <message>
        <source>Its log, which may hold some of them, was kept: {}</source>
        <translation>Il suo registro, che può contenerne alcune, è stato conservato: {}</translation>
    </message>
    <message>
        <source>The library is as it was on {}. Later changes are missing.</source>
        <translation>La raccolta è com&apos;era il {}. Mancano modifiche successive.</translation>
    </message>
    <message>
        <source>A log found there was kept: {}</source>
        <translation>Un registro che si trovava lì è stato conservato: {}</translation>
    </message>
</context>
<context>
    <name>booklets</name>
    <message>
        <source>The booklet is saved: {name}. A browser prints it, or saves it as PDF.</source>
        <translation>L&apos;opuscolo è salvato: {name}. Un browser lo stampa, o lo salva come PDF.</translation>
    </message>
    <message>
        <source>Write the booklet</source>
        <translation>Scrivere l&apos;opuscolo</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Say how strongly “{tag}” holds in those of {songs} songs that have it?</source>
        <translation>Indicare quanto vale «{tag}» nei {songs} brani, là dove c&apos;è?</translation>
    </message>
    <message>
        <source>Note added to each song.</source>
        <translation>Nota aggiunta a ogni brano.</translation>
    </message>
    <message>
        <source>Note written for each song.</source>
        <translation>Nota scritta per ogni brano.</translation>
    </message>
    <message>
        <source>Write this note on {songs} songs?</source>
        <translation>Scrivere questa nota su {songs} brani?</translation>
    </message>
    <message>
        <source>Stored for the {songs:song that has|# songs that have} “{tag}”.</source>
        <translation>Salvato per {songs:il brano che ha|i # brani che hanno} «{tag}».</translation>
    </message>
    <message>
        <source>Tag {songs} songs with “{tag}”?</source>
        <translation>Assegnare «{tag}» a {songs} brani?</translation>
    </message>
    <message>
        <source>Say no to “{tag}” for {songs} songs?</source>
        <translation>Dire no a «{tag}» per {songs} brani?</translation>
    </message>
    <message>
        <source>Mark “{tag}” as unsure for {songs} songs?</source>
        <translation>Segnare «{tag}» come incerto per {songs} brani?</translation>
    </message>
    <message>
        <source>Take back what was decided on “{tag}” for {songs} songs?</source>
        <translation>Ritirare le decisioni su «{tag}» per {songs} brani?</translation>
    </message>
    <message>
        <source>None of the selected songs has “{tag}”.</source>
        <translation>Nessuno dei brani selezionati ha «{tag}».</translation>
    </message>
</context>
<context>
    <name>changed</name>
    <message>
        <source>Compare with the former model</source>
        <translation>Confrontare con il modello precedente</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>guadagnato</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perso</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Brano</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiamento</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punteggio</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Sorpresa</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost</source>
        <translation>Tag che i brani hanno guadagnato e perso</translation>
    </message>
    <message>
        <source>The former model&apos;s score and the new one&apos;s</source>
        <translation>Il punteggio del modello precedente e quello del nuovo</translation>
    </message>
    <message>
        <source>How improbable the former model held it, in bits: 1 for one in two, 3.3 for one in ten, 6.6 for one in a hundred</source>
        <translation>Quanto il modello precedente lo riteneva improbabile, in bit: 1 per uno su due, 3,3 per uno su dieci, 6,6 per uno su cento</translation>
    </message>
</context>
<context>
    <name>changed_files</name>
    <message>
        <source>“{title}”: its file holds another sound now.</source>
        <translation>«{title}»: il suo file contiene ora un altro suono.</translation>
    </message>
    <message>
        <source>The song keeps its tags and is missing; the new sound is a song of its own.</source>
        <translation>Il brano conserva i suoi tag e risulta mancante; il nuovo suono è un brano a sé.</translation>
    </message>
    <message>
        <source>The rest of “{title}” has arrived: its tags are on the whole song now.</source>
        <translation>È arrivato il resto di «{title}»: i suoi tag sono ora sul brano intero.</translation>
    </message>
    <message>
        <source>Their songs keep their tags and are missing; the sounds are new songs.</source>
        <translation>I loro brani conservano i tag e risultano mancanti; i suoni sono brani nuovi.</translation>
    </message>
    <message>
        <source>Half songs whose rest has arrived, with their tags: {}</source>
        <translation>Brani a metà di cui è arrivato il resto, con i loro tag: {}</translation>
    </message>
    <message>
        <source>Files that hold other sounds now: {}</source>
        <translation>File che contengono ora altri suoni: {}</translation>
    </message>
</context>
<context>
    <name>chip_state</name>
    <message>
        <source>yes in {yes} of {songs:# song|# songs} · no {no} · unsure {unsure} · not judged {rest}</source>
        <translation>sì in {yes} di {songs:# brano|# brani} · no {no} · incerti {unsure} · non giudicati {rest}</translation>
    </message>
</context>
<context>
    <name>closer_evidence</name>
    <message>
        <source>Find the seconds that speak most</source>
        <translation>Trovare i secondi che parlano di più</translation>
    </message>
</context>
<context>
    <name>colleague</name>
    <message>
        <source>A request about {songs:# song|# songs} and {tags:# tag|# tags} is in {file}.</source>
        <translation>Una richiesta su {songs:# brano|# brani} e {tags:# tag|# tag} è in {file}.</translation>
    </message>
    <message>
        <source>Send it; the answer comes in by File ▸ Import decisions…</source>
        <translation>La invii; la risposta entra con File ▸ Importa decisioni…</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} by {name} {n:is|are} in {file}.</source>
        <translation>{n:# decisione|# decisioni} di {name}: {n:scritta|scritte} in {file}.</translation>
    </message>
    <message>
        <source>Found of the request: {found} of {n:# song|# songs}.</source>
        <translation>Trovati della richiesta: {found} di {n:# brano|# brani}.</translation>
    </message>
    <message>
        <source>Judge them, then File ▸ Send answers…</source>
        <translation>Li giudichi, poi File ▸ Invia risposte…</translation>
    </message>
    <message>
        <source>Write a request</source>
        <translation>Scrittura di una richiesta</translation>
    </message>
    <message>
        <source>Looking for the songs of the request</source>
        <translation>Ricerca dei brani della richiesta</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Scrittura di una risposta</translation>
    </message>
    <message>
        <source>Send it to {name}.</source>
        <translation>La invii a {name}.</translation>
    </message>
    <message>
        <source>your colleague</source>
        <translation>il collega</translation>
    </message>
    <message>
        <source>Not found: {}</source>
        <translation>Non trovati: {}</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Something went wrong: {}</source>
        <translation>Qualcosa è andato storto: {}</translation>
    </message>
    <message>
        <source>The details are in the log file, too.</source>
        <translation>I dettagli sono anche nel file di registro.</translation>
    </message>
</context>
<context>
    <name>contradiction</name>
    <message>
        <source>“{tag}” of this song is left out of learning until you settle it in the codebook.</source>
        <translation>«{tag}» di questo brano non si impara finché non lo chiarisce nel codebook.</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>There was no song before this one.</source>
        <translation>Prima di questo non c&apos;era nessun brano.</translation>
    </message>
    <message>
        <source>Tags copied from “{}”: {}</source>
        <translation>Tag copiati da «{}»: {}</translation>
    </message>
    <message>
        <source>“{}” has no tag that is not judged here.</source>
        <translation>«{}» non ha tag che qui non siano giudicati.</translation>
    </message>
</context>
<context>
    <name>deform_sliders</name>
    <message>
        <source>{} treble</source>
        <translation>{} di acuti</translation>
    </message>
    <message>
        <source>noise of {} of the peak</source>
        <translation>rumore di {} del picco</translation>
    </message>
    <message>
        <source>{} level</source>
        <translation>{} di livello</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Acuti</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Altezza</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rumore</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Tilts the spectrum around 1 kHz: so much more at 16 kHz, as much less at 62 Hz</source>
        <translation>Inclina lo spettro attorno a 1 kHz: tanto di più a 16 kHz, altrettanto di meno a 62 Hz</translation>
    </message>
    <message>
        <source>Shifts all pitches by up to a semitone; the tempo stays</source>
        <translation>Sposta tutte le altezze fino a un semitono; il tempo resta</translation>
    </message>
    <message>
        <source>Adds white noise; its peak is this share of the song&apos;s own</source>
        <translation>Aggiunge rumore bianco; il suo picco è questa parte di quello del brano</translation>
    </message>
    <message>
        <source>Louder or softer; what goes beyond full scale is cut off</source>
        <translation>Più forte o più piano; ciò che supera il fondo scala viene tagliato</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} semitoni</translation>
    </message>
</context>
<context>
    <name>deformation_words</name>
    <message>
        <source>Speed</source>
        <translation>Velocità</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Altezza</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compressione</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rumore</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Acuti</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Estratto</translation>
    </message>
    <message>
        <source>Slower or faster, 0.7 to 1.4 times, with the pitch kept</source>
        <translation>Più lento o più veloce, da 0,7 a 1,4 volte, alla stessa altezza</translation>
    </message>
    <message>
        <source>Up to a semitone lower or higher, with the tempo kept</source>
        <translation>Fino a un semitono più grave o più acuto, allo stesso tempo</translation>
    </message>
    <message>
        <source>Loud becomes quieter and quiet louder, as on air: two presets</source>
        <translation>Il forte diventa più piano e il piano più forte, come in radio: due impostazioni</translation>
    </message>
    <message>
        <source>White noise, its peak up to .4 of the song&apos;s own</source>
        <translation>Rumore bianco, con un picco fino a .4 di quello del brano</translation>
    </message>
    <message>
        <source>Up to 6 dB more treble and less bass, or less treble and more bass</source>
        <translation>Fino a 6 dB di acuti in più e bassi in meno, o viceversa</translation>
    </message>
    <message>
        <source>As a small MP3 file, 64 kbit/s</source>
        <translation>Come piccolo file MP3, 64 kbit/s</translation>
    </message>
    <message>
        <source>20 dB quieter to 6 dB louder; what goes beyond full scale is cut off</source>
        <translation>Da 20 dB più piano a 6 dB più forte; ciò che supera il fondo scala viene tagliato</translation>
    </message>
    <message>
        <source>Both channels mixed to one</source>
        <translation>I due canali mescolati in uno</translation>
    </message>
    <message>
        <source>Only 30 seconds from the middle</source>
        <translation>Solo 30 secondi dal centro</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>un canale</translation>
    </message>
    <message>
        <source>{} ×</source>
        <translation>{} ×</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} semitoni</translation>
    </message>
    <message>
        <source>{} of the peak</source>
        <translation>{} del picco</translation>
    </message>
    <message>
        <source>music</source>
        <translation>musica</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>parlato</translation>
    </message>
</context>
<context>
    <name>deformed_playback</name>
    <message>
        <source>The song&apos;s file is not there, or it is another sound now.</source>
        <translation>Il file del brano non c&apos;è, o ora è un altro suono.</translation>
    </message>
    <message>
        <source>Listen to {} deformed</source>
        <translation>Ascolta {} deformato</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>Composing the demo library</source>
        <translation>Composizione della raccolta dimostrativa</translation>
    </message>
</context>
<context>
    <name>deposits</name>
    <message>
        <source>Count what goes in</source>
        <translation>Conta ciò che entra</translation>
    </message>
    <message>
        <source>Read its README.md first: it is what others will see.</source>
        <translation>Legga prima il suo README.md: è ciò che vedranno gli altri.</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Prepara un deposito</translation>
    </message>
    <message>
        <source>The deposit is prepared: {name}, {n:# file|# files}.</source>
        <translation>Il deposito è pronto: {name}, {n:# file|# file}.</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>Look for the same recording twice</source>
        <translation>Cerca registrazioni doppie</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Undone on “{song}”: {edit}</source>
        <translation>Annullato in «{song}»: {edit}</translation>
    </message>
    <message>
        <source>Done again on “{song}”: {edit}</source>
        <translation>Ripetuto in «{song}»: {edit}</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Annullato: {}</translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation>Ripetuto: {}</translation>
    </message>
    <message>
        <source>Undoing: {}</source>
        <translation>Annullamento: {}</translation>
    </message>
    <message>
        <source>Doing again: {}</source>
        <translation>Ripetizione: {}</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} written to {path}</source>
        <translation>{n:# tag scritto|# tag scritti} in {path}</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>Open a song first.</source>
        <translation>Apra prima un brano.</translation>
    </message>
    <message>
        <source>“{tag}” has an example more.</source>
        <translation>«{tag}» ha un esempio in più.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>{n:# row was|# rows were} written: {names}</source>
        <translation>{n:# riga scritta|# righe scritte}: {names}</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Esporta le decisioni</translation>
    </message>
    <message>
        <source>No decision is there to be exported.</source>
        <translation>Non c&apos;è nessuna decisione da esportare.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} left out:</source>
        <translation>{n:# brano escluso|# brani esclusi}:</translation>
    </message>
    <message>
        <source>{n:# more file|# more files}</source>
        <translation>{n:un altro file|altri # file}</translation>
    </message>
</context>
<context>
    <name>file_tags</name>
    <message>
        <source>Compare files</source>
        <translation>Confronta i file</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Scrivi tag nei file</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# file scritto|# file scritti}.</translation>
    </message>
</context>
<context>
    <name>filter_detail</name>
    <message>
        <source>frequency: {n} of {bands} bands →</source>
        <translation>frequenza: {n} di {bands} bande →</translation>
    </message>
    <message>
        <source>time: {length} ms →</source>
        <translation>tempo: {length} ms →</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>band {band} from below, {ms} ms</source>
        <translation>banda {band} dal basso, {ms} ms</translation>
    </message>
    <message>
        <source>frequency: {n} bands →</source>
        <translation>frequenza: {n} bande →</translation>
    </message>
    <message>
        <source>at {ms} ms</source>
        <translation>a {ms} ms</translation>
    </message>
    <message>
        <source>time: {n} samples ({length} ms) →</source>
        <translation>tempo: {n} campioni ({length} ms) →</translation>
    </message>
</context>
<context>
    <name>filters_page</name>
    <message>
        <source>{name}: {n:# filter|# filters} of {size}</source>
        <translation>{name}: {n:# filtro|# filtri} di {size}</translation>
    </message>
    <message>
        <source>This network reads the waveform, sample by sample: its first filters are only a few samples long, and what they find becomes tones and rhythms in later layers.</source>
        <translation>Questa rete legge la forma d&apos;onda, campione per campione: i suoi primi filtri sono lunghi pochi campioni, e ciò che trovano diventa suoni e ritmi negli strati successivi.</translation>
    </message>
    <message>
        <source>A curve is a filter over the numbers that the network gets of the sound.</source>
        <translation>Una curva è un filtro sui numeri che la rete riceve del suono.</translation>
    </message>
    <message>
        <source>A curve is a filter over time: how the loudness has to move for it to answer ({across}).</source>
        <translation>Una curva è un filtro nel tempo: come deve muoversi l&apos;intensità perché risponda ({across}).</translation>
    </message>
    <message>
        <source>A picture is a filter: what it is looking for in the spectrogram. Orange: louder there, blue: softer there ({upward}, {across}).</source>
        <translation>Un&apos;immagine è un filtro: che cosa cerca nello spettrogramma. Arancione: lì più forte, blu: lì più piano ({upward}, {across}).</translation>
    </message>
</context>
<context>
    <name>first_steps</name>
    <message>
        <source>Your songs</source>
        <translation>I Suoi brani</translation>
    </message>
    <message>
        <source>Click a song, or step with {previous} and {next}. Folders and files can be dropped anywhere on the window: they are added where they lie, and never changed.</source>
        <translation>Faccia clic su un brano, o passi da uno all&apos;altro con {previous} e {next}. Cartelle e file si possono trascinare ovunque nella finestra: vengono aggiunti dove sono, e mai modificati.</translation>
    </message>
    <message>
        <source>See and hear</source>
        <translation>Vedere e ascoltare</translation>
    </message>
    <message>
        <source>{play} plays. A click goes there, a drag makes a loop, the wheel zooms. Below, the taggram: what the model hears, second by second.</source>
        <translation>{play} riproduce. Un clic va in quel punto, trascinando si fa un loop, la rotella ingrandisce. Sotto, il taggramma: ciò che il modello sente, secondo per secondo.</translation>
    </message>
    <message>
        <source>Tag by ear</source>
        <translation>Assegnare tag a orecchio</translation>
    </message>
    <message>
        <source>Press a category&apos;s letter, then a tag&apos;s: yes. Shift with the second letter says no, Alt says unsure, the same again takes it back. Or click. What you have not judged counts as nothing.</source>
        <translation>Prema la lettera di una categoria, poi quella di un tag: sì. Maiusc con la seconda lettera dice no, Alt dice incerto, di nuovo lo stesso lo annulla. Oppure faccia clic. Ciò che non ha giudicato non conta nulla.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggerimenti</translation>
    </message>
    <message>
        <source>{accept} accepts what the model suggests, {reject} rejects it, {why} plays the seconds that speak most for it. {blind} hides all guesses until you have judged.</source>
        <translation>{accept} accetta ciò che il modello suggerisce, {reject} lo rifiuta, {why} riproduce i secondi che più lo sostengono. {blind} nasconde tutte le ipotesi finché non ha giudicato.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprendere</translation>
    </message>
    <message>
        <source>{learn} teaches the model your words, from one yes and one no on. You go on meanwhile; then you choose between the new model and the old one.</source>
        <translation>{learn} insegna al modello le sue parole, a partire da un sì e un no. Lei intanto continua; poi sceglie tra il modello nuovo e il vecchio.</translation>
    </message>
</context>
<context>
    <name>forecast</name>
    <message>
        <source>Forecast how many songs tags need</source>
        <translation>Prevedere quanti brani servono ai tag</translation>
    </message>
    <message>
        <source>{needs}, from {n:# artist|# artists}</source>
        <translation>{needs}, di {n:# artista|# artisti}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>basta così</translation>
    </message>
    <message>
        <source>a clearer definition</source>
        <translation>una definizione più chiara</translation>
    </message>
    <message>
        <source>cannot be told yet</source>
        <translation>non si può ancora dire</translation>
    </message>
    <message>
        <source>about {n:# more song|# more songs}</source>
        <translation>circa {n:# brano|# brani} in più</translation>
    </message>
</context>
<context>
    <name>glossary</name>
    <message>
        <source>Rests on: {}</source>
        <translation>Si basa su: {}</translation>
    </message>
    <message>
        <source>What is this: {}</source>
        <translation>Che cos&apos;è: {}</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Che cos&apos;è?</translation>
    </message>
</context>
<context>
    <name>graphics</name>
    <message>
        <source>Look for a graphics card</source>
        <translation>Ricerca della scheda grafica</translation>
    </message>
    <message>
        <source>Install for the graphics card</source>
        <translation>Installazione per la scheda grafica</translation>
    </message>
    <message>
        <source>Remove what was installed</source>
        <translation>Rimuovere ciò che è installato</translation>
    </message>
</context>
<context>
    <name>import_overview</name>
    <message>
        <source>{n:# decision|# decisions} on {songs:# song|# songs} {n:comes|come} in</source>
        <translation>{n:Entra # decisione|Entrano # decisioni} su {songs:# brano|# brani}</translation>
    </message>
    <message>
        <source>{n:# decision contradicts|# decisions contradict} yours</source>
        <translation>{n:# decisione contraddice|# decisioni contraddicono} le sue</translation>
    </message>
    <message>
        <source>No new decision comes in: nothing of the file is chosen</source>
        <translation>Non entra nessuna decisione nuova: del file non è scelto nulla</translation>
    </message>
    <message>
        <source>No new decision comes in: none was found</source>
        <translation>Non entra nessuna decisione nuova: non ne è stata trovata nessuna</translation>
    </message>
    <message>
        <source>No new decision comes in: no song of the file was found</source>
        <translation>Non entra nessuna decisione nuova: nessun brano del file è stato trovato</translation>
    </message>
    <message>
        <source>No new decision comes in: all that is chosen is here already</source>
        <translation>Non entra nessuna decisione nuova: tutto ciò che è scelto è già qui</translation>
    </message>
    <message>
        <source>{n:# note comes|# notes come} in</source>
        <translation>{n:entra # nota|entrano # note}</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} not found</source>
        <translation>{n:# brano non trovato|# brani non trovati}</translation>
    </message>
    <message>
        <source>{n:# song|# songs} would have to be confirmed</source>
        <translation>{n:# brano sarebbe da confermare|# brani sarebbero da confermare}</translation>
    </message>
    <message>
        <source>{n:# word is|# words are} new</source>
        <translation>{n:# parola è nuova|# parole sono nuove}</translation>
    </message>
    <message>
        <source>{n:# region is|# regions are} cut off where the song ends</source>
        <translation>{n:# parte è tagliata|# parti sono tagliate} dove finisce il brano</translation>
    </message>
    <message>
        <source>{n:# row does|# rows do} not come in</source>
        <translation>{n:# riga non entra|# righe non entrano}</translation>
    </message>
    <message>
        <source>Only words come in, and no decision</source>
        <translation>Entrano solo parole, nessuna decisione</translation>
    </message>
    <message>
        <source>No new decision comes in</source>
        <translation>Non entra nessuna decisione nuova</translation>
    </message>
</context>
<context>
    <name>import_songs</name>
    <message>
        <source>To be confirmed: {n}</source>
        <translation>Da confermare: {n}</translation>
    </message>
    <message>
        <source>Not found: {n}</source>
        <translation>Non trovati: {n}</translation>
    </message>
    <message>
        <source>Several fit: {n}</source>
        <translation>Più d&apos;uno va bene: {n}</translation>
    </message>
    <message>
        <source>Found: {n}</source>
        <translation>Trovati: {n}</translation>
    </message>
    <message>
        <source>Tick a song (Space) if it is the right one. Only then its decisions come in.</source>
        <translation>Spunti un brano (Spazio) se è quello giusto. Solo allora entrano le sue decisioni.</translation>
    </message>
    <message>
        <source>Add these songs to the library, then import the file again: what is here already is not taken twice.</source>
        <translation>Aggiunga questi brani alla raccolta, poi importi di nuovo il file: ciò che è già qui non si prende due volte.</translation>
    </message>
    <message>
        <source>Several songs, or several rows, fit equally well; none is guessed.</source>
        <translation>Più brani, o più righe, vanno ugualmente bene; nessuno è indovinato.</translation>
    </message>
    <message>
        <source>its sound</source>
        <translation>suo suono</translation>
    </message>
    <message>
        <source>its path</source>
        <translation>suo percorso</translation>
    </message>
    <message>
        <source>{n:its file name|the last # parts of its path}</source>
        <translation>{n:nome del file|ultime # parti del percorso}</translation>
    </message>
    <message>
        <source>artist and title</source>
        <translation>artista e titolo</translation>
    </message>
    <message>
        <source>likeness: {percent} %</source>
        <translation>somiglianza: {percent} %</translation>
    </message>
    <message>
        <source>several fit</source>
        <translation>più d&apos;uno va bene</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>non trovato</translation>
    </message>
    <message>
        <source>another length: {here} in the library, {there} in the file</source>
        <translation>altra durata: {here} nella raccolta, {there} nel file</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Add songs</source>
        <translation>Aggiungi brani</translation>
    </message>
    <message>
        <source>Adding songs to “{library}” stopped, as another library was opened.</source>
        <translation>L&apos;aggiunta di brani a «{library}» si è fermata: è stata aperta un&apos;altra raccolta.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>Nessuna raccolta è aperta.</translation>
    </message>
    <message>
        <source>Open one: File ▸ Open a library…</source>
        <translation>Ne apra una: File ▸ Apri una raccolta…</translation>
    </message>
</context>
<context>
    <name>inside_dialog</name>
    <message>
        <source>Nothing to show</source>
        <translation>Niente da mostrare</translation>
    </message>
    <message>
        <source>This model has no layer with several inputs. Choose another model.</source>
        <translation>Questo modello non ha strati con più ingressi. Scelga un altro modello.</translation>
    </message>
    <message>
        <source>This network is a program of its own</source>
        <translation>Questa rete è un programma a sé</translation>
    </message>
    <message>
        <source>It came as an ONNX file, which is run and not read. Look inside it with the program it was made with, or look inside another model here. What in a song speaks for a word can be found for it all the same, by covering (occlusion).</source>
        <translation>È arrivata come file ONNX, che si esegue e non si legge. La guardi con il programma con cui è stata fatta, o guardi qui dentro un altro modello. Che cosa in un brano parla per una parola si trova anche per lei, coprendo (occlusione).</translation>
    </message>
</context>
<context>
    <name>kept_queues</name>
    <message>
        <source>Choose what to judge next</source>
        <translation>Scegliere che cosa giudicare ora</translation>
    </message>
</context>
<context>
    <name>known_ground</name>
    <message>
        <source>its file does not say what it learned from</source>
        <translation>il suo file non dice da che cosa ha imparato</translation>
    </message>
    <message>
        <source>unsure ground</source>
        <translation>terreno incerto</translation>
    </message>
    <message>
        <source>To the model this song is unlike all it learned from: farther from each of them than 99 of 100 are from their nearest. Trust its scores less here.</source>
        <translation>Per il modello questo brano non somiglia a nessuno di quelli da cui ha imparato: è più lontano da ciascuno di quanto 99 su 100 lo siano dal loro più vicino. Si fidi meno dei suoi punteggi qui.</translation>
    </message>
    <message>
        <source>hears instruments and pace; no sung words</source>
        <translation>sente strumenti e andatura; nessuna parola cantata</translation>
    </message>
    <message>
        <source>learned from {songs} of your songs, {words:# tag|# tags}</source>
        <translation>ha imparato da {songs} dei suoi brani, {words:# tag|# tag}</translation>
    </message>
    <message>
        <source>learned from {songs} of another&apos;s songs, {words:# tag|# tags}</source>
        <translation>ha imparato da {songs} brani altrui, {words:# tag|# tag}</translation>
    </message>
    <message>
        <source>learned from one label&apos;s music, tagged in a game ({data})</source>
        <translation>ha imparato dalla musica di una casa discografica, con tag dati in un gioco ({data})</translation>
    </message>
    <message>
        <source>learned from songs with listeners&apos; tags ({data})</source>
        <translation>ha imparato da brani con tag di ascoltatori ({data})</translation>
    </message>
    <message>
        <source>learned from free music with its makers&apos; tags ({data})</source>
        <translation>ha imparato da musica libera con i tag dei suoi autori ({data})</translation>
    </message>
    <message>
        <source>learned from {data}</source>
        <translation>ha imparato da {data}</translation>
    </message>
</context>
<context>
    <name>label_import</name>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Tag nei file dei brani</translation>
    </message>
    <message>
        <source>Read decisions</source>
        <translation>Lettura delle decisioni</translation>
    </message>
    <message>
        <source>Count decisions</source>
        <translation>Conteggio delle decisioni</translation>
    </message>
    <message>
        <source>Nothing of {name} is new: all of it is here already.</source>
        <translation>Nulla di {name} è nuovo: c&apos;è già tutto.</translation>
    </message>
    <message>
        <source>the split was stored</source>
        <translation>la suddivisione è stata salvata</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importati</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>{n:# decision was|# decisions were} added</source>
        <translation>{n:# decisione aggiunta|# decisioni aggiunte}</translation>
    </message>
    <message>
        <source>{n:# was|# were} changed</source>
        <translation>{n:# cambiata|# cambiate}</translation>
    </message>
    <message>
        <source>{n:# note was|# notes were} added</source>
        <translation>{n:# nota aggiunta|# note aggiunte}</translation>
    </message>
    <message>
        <source>the words were added</source>
        <translation>le parole sono state aggiunte</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importazione di {name}</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Scritto: {path}</translation>
    </message>
</context>
<context>
    <name>learning</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Impara dai miei tag</translation>
    </message>
</context>
<context>
    <name>library_name</name>
    <message>
        <source>My library</source>
        <translation>La mia raccolta</translation>
    </message>
    <message>
        <source>Demo library</source>
        <translation>Raccolta dimostrativa</translation>
    </message>
</context>
<context>
    <name>live_source</name>
    <message>
        <source>By “{}” and {:# decision|# decisions} since.</source>
        <translation>Di «{}» e di {:# decisione|# decisioni} da allora.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone: the song cannot be listened to again now. Decisions since are in the song&apos;s score.</source>
        <translation>I secondi sono del solo modello «{}»: il brano ora non si può riascoltare. Le decisioni da allora sono nel punteggio del brano.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone; decisions since follow.</source>
        <translation>I secondi sono del solo modello «{}»; le decisioni da allora seguono.</translation>
    </message>
    <message>
        <source>By the model “{}”.</source>
        <translation>Del modello «{}».</translation>
    </message>
    <message>
        <source>By “{}”, which learns from each decision.</source>
        <translation>Di «{}», che impara da ogni decisione.</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>If a newer file or a copy has them, File ▸ Restore… brings it back.</source>
        <translation>Se un file più recente o una copia le contiene, File ▸ Ripristina… le recupera.</translation>
    </message>
    <message>
        <source>{name} was repaired. Decisions that are lost: {n}.</source>
        <translation>{name} è stata riparata. Decisioni perse: {n}.</translation>
    </message>
    <message>
        <source>{name} was repaired. Not everything is as it was.</source>
        <translation>{name} è stata riparata. Non tutto è com&apos;era.</translation>
    </message>
    <message>
        <source>Check what is named here, and correct it.</source>
        <translation>Riveda ciò che è elencato qui e lo corregga.</translation>
    </message>
    <message>
        <source>Judge these songs again. A copy of yours may have more: File ▸ Restore… counts the decisions of each.</source>
        <translation>Giudichi di nuovo questi brani. Una delle sue copie potrebbe averne di più: File ▸ Ripristina… conta le decisioni di ciascuna.</translation>
    </message>
    <message>
        <source>{} is not as it was saved last.</source>
        <translation>{} non è com&apos;era all&apos;ultimo salvataggio.</translation>
    </message>
</context>
<context>
    <name>masked_playback</name>
    <message>
        <source>Write {}</source>
        <translation>Scrivi {}</translation>
    </message>
    <message>
        <source>Filter {}</source>
        <translation>Filtra {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Salvato come {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>Non è stato possibile scrivere {}: {}</translation>
    </message>
</context>
<context>
    <name>metric_texts</name>
    <message>
        <source>95 % range: with other artists of this kind it would mostly lie there.</source>
        <translation>Intervallo al 95 %: con altri artisti di questo tipo il numero vi cadrebbe quasi sempre.</translation>
    </message>
    <message>
        <source>Perhaps chance: the 95 % range of the change, on the same songs, holds 0.</source>
        <translation>Forse il caso: l&apos;intervallo al 95 % del cambiamento, sugli stessi brani, contiene 0.</translation>
    </message>
    <message>
        <source>{}, {:one false alarm|# false alarms} among {:# other|# others}</source>
        <translation>{}, {:un falso allarme|# falsi allarmi} su {:# altro|# altri}</translation>
    </message>
    <message>
        <source>Puts a song with the tag above one without it in {} of 100 pairs; 50 is guessing.</source>
        <translation>Mette un brano con il tag sopra uno senza in {} coppie su 100; 50 è il caso.</translation>
    </message>
    <message>
        <source>Worse than the model in use, on the same songs: WAUC {}, and that is more than chance. It is not used unless you insist.</source>
        <translation>Peggiore del modello in uso, sugli stessi brani: WAUC {}, ed è più del caso. Non viene usato a meno che lei non insista.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>non provato</translation>
    </message>
    <message>
        <source>no song with it to find</source>
        <translation>nessun brano da trovare</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meglio</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peggio</translation>
    </message>
    <message>
        <source>no clear change</source>
        <translation>nessun cambiamento chiaro</translation>
    </message>
    <message>
        <source>Not tested.</source>
        <translation>Non provato.</translation>
    </message>
    <message>
        <source>Tested by an earlier RhythmCap, without a range.</source>
        <translation>Provato da un RhythmCap precedente, senza intervallo.</translation>
    </message>
    <message>
        <source>Better, beyond chance: {}.</source>
        <translation>Migliori, oltre il caso: {}.</translation>
    </message>
    <message>
        <source>Worse, beyond chance: {}.</source>
        <translation>Peggiori, oltre il caso: {}.</translation>
    </message>
    <message>
        <source>{} Of these songs alone: {}.</source>
        <translation>{} Di questi brani soltanto: {}.</translation>
    </message>
    <message>
        <source>95 % range of so few songs, as if they were independent of one another.</source>
        <translation>Intervallo al 95 % di così pochi brani, come se fossero indipendenti fra loro.</translation>
    </message>
    <message>
        <source>Better: the 95 % range of the change, on the same songs, lies above 0.</source>
        <translation>Meglio: l&apos;intervallo al 95 % del cambiamento, sugli stessi brani, sta sopra 0.</translation>
    </message>
    <message>
        <source>Worse: the 95 % range of the change, on the same songs, lies below 0.</source>
        <translation>Peggio: l&apos;intervallo al 95 % del cambiamento, sugli stessi brani, sta sotto 0.</translation>
    </message>
    <message>
        <source>finds {} of {}</source>
        <translation>ne trova {} su {}</translation>
    </message>
    <message>
        <source>{}, no false alarm among {:# other|# others}</source>
        <translation>{}, nessun falso allarme su {:# altro|# altri}</translation>
    </message>
    <message>
        <source>{}, no other song to tell it from</source>
        <translation>{}, nessun altro brano da cui distinguerli</translation>
    </message>
    <message>
        <source>{:# song|# songs} with it, of {}</source>
        <translation>{:# brano|# brani} con il tag, su {}</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Coppie su 100</translation>
    </message>
</context>
<context>
    <name>model_inside</name>
    <message>
        <source>Look inside {}</source>
        <translation>Guarda dentro {}</translation>
    </message>
</context>
<context>
    <name>model_words</name>
    <message>
        <source>Hears {seconds} s at once; {size}</source>
        <translation>Ascolta {seconds} s alla volta; {size}</translation>
    </message>
    <message>
        <source>composed music, sampled instruments</source>
        <translation>musica composta, strumenti campionati</translation>
    </message>
    <message>
        <source>{} million numbers</source>
        <translation>{} milioni di numeri</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs}</source>
        <translation>{pairs} su 100, {songs:# brano|# brani}</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs} of its makers</source>
        <translation>{pairs} su 100, {songs:# brano|# brani} degli autori</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs})</source>
        <translation>mette un brano giusto sopra uno sbagliato in {pairs} coppie su 100 ({songs:# brano|# brani})</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs} of its makers)</source>
        <translation>mette un brano giusto sopra uno sbagliato in {pairs} coppie su 100 ({songs:# brano|# brani} degli autori)</translation>
    </message>
    <message>
        <source>{score} on {songs:# song|# songs}</source>
        <translation>{score} su {songs:# brano|# brani}</translation>
    </message>
    <message>
        <source>How well it does on your songs has not been tested.</source>
        <translation>Quanto sia bravo sui suoi brani non è stato provato.</translation>
    </message>
    <message>
        <source>Tested by its makers, on songs of theirs.</source>
        <translation>Provato dai suoi autori, su brani loro.</translation>
    </message>
    <message>
        <source>Tested on your judged songs; it has learned from none of them.</source>
        <translation>Provato sui suoi brani giudicati; da nessuno di essi ha imparato.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside in turn, artist by artist.</source>
        <translation>Ha imparato da tutti i brani giudicati. Per la prova sono stati tenuti da parte a turno, artista per artista.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside one by one, but not others of the same artist.</source>
        <translation>Ha imparato da tutti i brani giudicati. Per la prova sono stati tenuti da parte uno a uno, ma non altri dello stesso artista.</translation>
    </message>
    <message>
        <source>Tested on songs kept aside, by artists it has never heard.</source>
        <translation>Provato sui brani di prova, di artisti che non ha mai sentito.</translation>
    </message>
    <message>
        <source>Tested on songs that it has not learned from.</source>
        <translation>Provato su brani da cui non ha imparato.</translation>
    </message>
    <message>
        <source>{} of my songs</source>
        <translation>{} dei miei brani</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>“{name}” is written to {path}.</source>
        <translation>«{name}» è stato scritto in {path}.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Confronta modelli</translation>
    </message>
    <message>
        <source>Pack {} for another machine</source>
        <translation>Preparare {} per un altro computer</translation>
    </message>
    <message>
        <source>The Learn panel says by how much, and has a button to use it anyway.</source>
        <translation>Il pannello Apprendi dice di quanto, e ha un pulsante per usarlo comunque.</translation>
    </message>
    <message>
        <source>“{}” is worse than the model in use: it is not used.</source>
        <translation>«{}» è peggiore del modello in uso: non viene usato.</translation>
    </message>
    <message>
        <source>Listen to {} with each model</source>
        <translation>Ascolta {} con ogni modello</translation>
    </message>
    <message>
        <source>Read the result</source>
        <translation>Legge il risultato</translation>
    </message>
    <message>
        <source>Measure a model</source>
        <translation>Misura un modello</translation>
    </message>
    <message>
        <source>Read {}</source>
        <translation>Leggi {}</translation>
    </message>
    <message>
        <source>Get {}</source>
        <translation>Scarica {}</translation>
    </message>
    <message>
        <source>Import {}</source>
        <translation>Importa {}</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>Esporta {}</translation>
    </message>
    <message>
        <source>Report on {}</source>
        <translation>Rapporto su {}</translation>
    </message>
    <message>
        <source>The report is saved: {name}.</source>
        <translation>Il rapporto è salvato: {name}.</translation>
    </message>
    <message>
        <source>Compare with the model in use</source>
        <translation>Confronta con il modello in uso</translation>
    </message>
    <message>
        <source>{file}: {n:# song|# songs}, {size}. There: rhythmcap train-bundle {name}</source>
        <translation>{file}: {n:# brano|# brani}, {size}. Là: rhythmcap train-bundle {name}</translation>
    </message>
    <message>
        <source>It writes a zip, which Model ▸ Import a model… takes in here. No sound and no names of songs or artists are in the bundle.</source>
        <translation>Scrive uno zip, che Modello ▸ Importa un modello… accoglie qui. Nel pacchetto non ci sono suoni né nomi di brani o artisti.</translation>
    </message>
    <message>
        <source>Estimate how large a bundle will be</source>
        <translation>Stimare quanto sarà grande un pacchetto</translation>
    </message>
</context>
<context>
    <name>number_format</name>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>{n:# day ago|# days ago}</source>
        <translation>{n:# giorno fa|# giorni fa}</translation>
    </message>
</context>
<context>
    <name>predicting</name>
    <message>
        <source>Listen to all songs</source>
        <translation>Ascolta tutti i brani</translation>
    </message>
    <message>
        <source>Choose another one in the list of models, such as the starter; or bring the file back and use it again. Until then you can tag without guesses.</source>
        <translation>Ne scelga un altro nell&apos;elenco dei modelli, per esempio quello iniziale; o rimetta il file e lo usi di nuovo. Fino ad allora può assegnare tag senza ipotesi.</translation>
    </message>
    <message>
        <source>Listen to {}</source>
        <translation>Ascolta {}</translation>
    </message>
</context>
<context>
    <name>prevalence</name>
    <message>
        <source>Estimate how common tags are</source>
        <translation>Stimare quanto sono frequenti i tag</translation>
    </message>
    <message>
        <source>{}s</source>
        <translation>anni {}</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Compare predictions with decisions</source>
        <translation>Confronta previsioni e decisioni</translation>
    </message>
</context>
<context>
    <name>question_texts</name>
    <message>
        <source>{title} · {number} of {n}</source>
        <translation>{title} · {number} di {n}</translation>
    </message>
    <message>
        <source>“{tag}”: {before} → {score}, so {state} now. Is that right?</source>
        <translation>«{tag}»: {before} → {score}, quindi ora {state}. È giusto?</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Dove il modello non è d&apos;accordo</translation>
    </message>
    <message>
        <source>What changed its mind</source>
        <translation>Dove ha cambiato idea</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incerto</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerto</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. The model hears {score}.</source>
        <translation>Ha detto «{tag}»: {state}. Il modello sente {score}.</translation>
    </message>
    <message>
        <source>“{tag}”: {state}. Is that right?</source>
        <translation>«{tag}»: {state}. È giusto?</translation>
    </message>
    <message>
        <source>The first {n} of {all}; the others come when you begin again.</source>
        <translation>Le prime {n} di {all}; le altre vengono quando ricomincia.</translation>
    </message>
    <message>
        <source>It learned from this song; the score is of models that had not learned from its artist.</source>
        <translation>Ha imparato da questo brano; il punteggio è di modelli che non avevano imparato dal suo artista.</translation>
    </message>
    <message>
        <source>This tag is gone.</source>
        <translation>Questo tag non c&apos;è più.</translation>
    </message>
    <message>
        <source>Of the songs not judged before, {share} of 100 have “{tag}”, and the model puts {pairs} of 100 pairs in order: from {n:# song|# songs} of every tenth of the scores, {yes} with it.</source>
        <translation>Dei brani non giudicati prima, {share} su 100 hanno «{tag}» e il modello mette in ordine {pairs} coppie su 100: da {n:# brano|# brani} di ogni decimo dei punteggi, di cui {yes} con il tag.</translation>
    </message>
    <message>
        <source>It has not learned this tag from this song.</source>
        <translation>Non ha imparato questo tag da questo brano.</translation>
    </message>
    <message>
        <source>It learned from this song, and only its own score is known: it may repeat what you said.</source>
        <translation>Ha imparato da questo brano, e se ne conosce solo il suo punteggio: forse ripete ciò che ha detto lei.</translation>
    </message>
    <message>
        <source>Through: {n:# question|# questions}</source>
        <translation>Finito: {n:# domanda|# domande}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Giusto</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Sbagliato</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantenute</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiate</translation>
    </message>
    <message>
        <source>right</source>
        <translation>giusto</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>sbagliato</translation>
    </message>
    <message>
        <source>A rare tag: the model hears “{tag}”, which few songs have so far.</source>
        <translation>Un tag raro: il modello sente «{tag}», che finora hanno pochi brani.</translation>
    </message>
    <message>
        <source>“{tag}”?</source>
        <translation>«{tag}»?</translation>
    </message>
    <message>
        <source>“{tag}”? The model hears {score}.</source>
        <translation>«{tag}»? Il modello sente {score}.</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it?</source>
        <translation>Ha detto «{tag}»: {state}. È così?</translation>
    </message>
    <message>
        <source>Judge “{tag}”</source>
        <translation>Giudica «{tag}»</translation>
    </message>
    <message>
        <source>{n:# skipped|# skipped}</source>
        <translation>{n:# saltata|# saltate}</translation>
    </message>
    <message>
        <source>{n:# more waits|# more wait}: begin again.</source>
        <translation>{n:Un&apos;altra aspetta|Altre # aspettano}: ricominci.</translation>
    </message>
    <message>
        <source>The score of the former model, then of “{new}”.</source>
        <translation>Il punteggio del modello precedente, poi di «{new}».</translation>
    </message>
    <message>
        <source>{key} takes the last answer back.</source>
        <translation>{key} annulla l&apos;ultima risposta.</translation>
    </message>
    <message>
        <source>{n:# of {all} songs is|# of {all} songs are} drawn at random: only these tell how common a tag is.</source>
        <translation>{n:# brano su {all} è estratto|# brani su {all} sono estratti} a caso: solo questi dicono quanto è frequente un tag.</translation>
    </message>
    <message>
        <source>It is certain that 8 of 10 are found once {needed} songs with the tag that were drawn at random are among those found: {found} so far.</source>
        <translation>È certo che 8 su 10 sono trovati quando {needed} brani con il tag estratti a caso sono tra quelli trovati: finora {found}.</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Che cosa giudicare ora</translation>
    </message>
    <message>
        <source>Unsure: the model could go either way on several tags here.</source>
        <translation>Incerto: su più tag qui il modello potrebbe decidere in un modo o nell&apos;altro.</translation>
    </message>
    <message>
        <source>You disagree: the model is sure of the contrary of a decision.</source>
        <translation>Disaccordo: il modello è sicuro del contrario di una decisione.</translation>
    </message>
    <message>
        <source>Nothing like it yet: no song that is judged sounds like this one.</source>
        <translation>Ancora niente di simile: nessun brano giudicato suona come questo.</translation>
    </message>
    <message>
        <source>A rare tag: the model hears one that few songs have so far.</source>
        <translation>Un tag raro: il modello ne sente uno che finora hanno pochi brani.</translation>
    </message>
    <message>
        <source>Judge the tags that you hear or miss, then go on.</source>
        <translation>Giudichi i tag che sente o che mancano, poi prosegua.</translation>
    </message>
    <message>
        <source>You may stop: with 95 % certainty at least 8 of 10 songs with “{tag}” are found.</source>
        <translation>Può fermarsi: con una certezza del 95 % almeno 8 brani su 10 con «{tag}» sono trovati.</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>estratto a caso</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Brano successivo</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>giudicati</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>Estratto a caso.</translation>
    </message>
    <message>
        <source>Blind: no scores, and the song from its middle.</source>
        <translation>Alla cieca: nessun punteggio, e il brano dalla metà.</translation>
    </message>
    <message>
        <source>The model does not know this word: the song plays from its middle.</source>
        <translation>Il modello non conosce questa parola: il brano parte dalla metà.</translation>
    </message>
    <message>
        <source>{yes} yes, {no} no</source>
        <translation>{yes} sì, {no} no</translation>
    </message>
    <message>
        <source>{n} a minute</source>
        <translation>{n} al minuto</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it, as its meaning is now?</source>
        <translation>Lei ha detto «{tag}»: {state}. Lo è, secondo il significato di ora?</translation>
    </message>
    <message>
        <source>Hear “{tag}” again</source>
        <translation>Riascoltare «{tag}»</translation>
    </message>
    <message>
        <source>You disagree on “{tag}”: the model is sure of the contrary.</source>
        <translation>Disaccordo su «{tag}»: il modello è sicuro del contrario.</translation>
    </message>
    <message>
        <source>In the last {recent:# song|# songs} the model was wrong {wrong:once|# times}. Left: {left}, with about {expected} yes to come.</source>
        <translation>{recent:Nell&apos;ultimo # brano|Negli ultimi # brani} il modello ha sbagliato {wrong:una volta|# volte}. Restano: {left}, di cui circa {expected} sì, a quanto pare.</translation>
    </message>
    <message>
        <source>You have heard this song before: {alike} of {n:# tag|# tags} as then. What you said then is shown, and kept beside what you say now.</source>
        <translation>Ha già sentito questo brano: {alike} su {n:# tag|# tag} come allora. Si vede ciò che disse allora; restano entrambi.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>The model contradicts none of your decisions clearly.</source>
        <translation>Il modello non contraddice chiaramente nessuna delle sue decisioni.</translation>
    </message>
    <message>
        <source>It does where you said yes and it hears .20 or less, or no and .80 or more.</source>
        <translation>Lo fa dove lei ha detto sì e sente .20 o meno, oppure no e .80 o più.</translation>
    </message>
    <message>
        <source>“{new}” changed its mind about no tag that you have not judged.</source>
        <translation>«{new}» non ha cambiato idea su nessun tag che lei non abbia giudicato.</translation>
    </message>
    <message>
        <source>It also changed its mind about {n:# tag|# tags} that you have judged: in {agreeing} of them it agrees with you now.</source>
        <translation>Ha cambiato idea anche su {n:# tag|# tag} che lei ha giudicato: in {agreeing} di essi ora è d&apos;accordo con lei.</translation>
    </message>
    <message>
        <source>Blind mode is on: what the model hears is covered, and so is what it contradicts.</source>
        <translation>La modalità alla cieca è attiva: ciò che il modello sente è coperto, e così ciò che contraddice.</translation>
    </message>
    <message>
        <source>Choose one in the list of models: Model ▸ Models.</source>
        <translation>Ne scelga uno nell&apos;elenco dei modelli: Modello ▸ Modelli.</translation>
    </message>
    <message>
        <source>Nothing is judged yet: there is nothing the model could contradict.</source>
        <translation>Non è ancora giudicato nulla: non c&apos;è niente che il modello possa contraddire.</translation>
    </message>
    <message>
        <source>The model has not listened to your songs yet.</source>
        <translation>Il modello non ha ancora ascoltato i suoi brani.</translation>
    </message>
    <message>
        <source>You kept {n:# decision|# decisions} against it; {n:it does|they do} not come again.</source>
        <translation>Ha mantenuto {n:# decisione|# decisioni} contro di esso; non {n:torna|tornano} più.</translation>
    </message>
    <message>
        <source>“{model}” has no former model to be compared with.</source>
        <translation>«{model}» non ha un modello precedente con cui confrontarlo.</translation>
    </message>
    <message>
        <source>Learn from your tags and use the new model: then it has one.</source>
        <translation>Faccia imparare dai suoi tag e usi il nuovo modello: allora ne avrà uno.</translation>
    </message>
    <message>
        <source>It is still listening to your songs: try again when it is through.</source>
        <translation>Sta ancora ascoltando i suoi brani: riprovi quando ha finito.</translation>
    </message>
    <message>
        <source>The search finds no song.</source>
        <translation>La ricerca non trova nessun brano.</translation>
    </message>
    <message>
        <source>Find them: File ▸ Find missing files….</source>
        <translation>Li trovi: File ▸ Trova i file mancanti….</translation>
    </message>
    <message>
        <source>{key} ends blind mode; then begin again.</source>
        <translation>{key} termina la modalità alla cieca; poi ricominci.</translation>
    </message>
    <message>
        <source>Search for other songs, or clear the search.</source>
        <translation>Cerchi altri brani, o svuoti la ricerca.</translation>
    </message>
    <message>
        <source>Search for other songs, or choose another tag.</source>
        <translation>Cerchi altri brani, o scelga un altro tag.</translation>
    </message>
    <message>
        <source>The files of all songs not judged on “{tag}” are missing.</source>
        <translation>Mancano i file di tutti i brani non giudicati su «{tag}».</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>Nessun modello è in uso.</translation>
    </message>
    <message>
        <source>Judge some songs first.</source>
        <translation>Giudichi prima alcuni brani.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Riprovi tra un momento.</translation>
    </message>
    <message>
        <source>All songs of this search are judged on “{tag}”.</source>
        <translation>Tutti i brani di questa ricerca sono giudicati su «{tag}».</translation>
    </message>
    <message>
        <source>All songs whose files are there are judged.</source>
        <translation>Tutti i brani i cui file sono presenti sono giudicati.</translation>
    </message>
    <message>
        <source>Add songs, or judge one tag.</source>
        <translation>Aggiunga brani, o giudichi un tag.</translation>
    </message>
</context>
<context>
    <name>ranked_again</name>
    <message>
        <source>Rank what waits again</source>
        <translation>Riordinare i brani in attesa</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Every song that can be played is judged on “{tag}”.</source>
        <translation>Ogni brano riproducibile è giudicato su «{tag}».</translation>
    </message>
    <message>
        <source>songs likely yes</source>
        <translation>probabili sì</translation>
    </message>
    <message>
        <source>Songs not judged on this tag count a twentieth of a no when it is learned. Good where you give the tag wherever you hear it; bad where most songs were never listened to for it.</source>
        <translation>I brani non giudicati su questo tag contano un ventesimo di no quando lo si impara. Bene se dà il tag ovunque lo sente; male se la maggior parte dei brani non è mai stata ascoltata per esso.</translation>
    </message>
    <message>
        <source>songs likely no</source>
        <translation>probabili no</translation>
    </message>
    <message>
        <source>other artists</source>
        <translation>altri artisti</translation>
    </message>
</context>
<context>
    <name>redefined</name>
    <message>
        <source>The files of all songs decided on “{tag}” are missing.</source>
        <translation>Mancano i file di tutti i brani decisi su «{tag}».</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>Loop the part first: drag over the spectrogram, or press [ and ].</source>
        <translation>Prima metta la parte in loop: trascini sullo spettrogramma, o prema [ e ].</translation>
    </message>
</context>
<context>
    <name>removing</name>
    <message>
        <source>Removed from the library: {songs:# song|# songs}. Undo brings {songs:it|them} back.</source>
        <translation>{songs:Rimosso|Rimossi} dalla raccolta: {songs:# brano|# brani}. Annulla {songs:lo|li} riporta.</translation>
    </message>
</context>
<context>
    <name>repair</name>
    <message>
        <source>Repair the library</source>
        <translation>Ripara la raccolta</translation>
    </message>
    <message>
        <source>The newest undamaged copy was restored. Songs: {}. Decisions: {}.</source>
        <translation>È stata ripristinata la copia integra più recente. Brani: {}. Decisioni: {}.</translation>
    </message>
    <message>
        <source>Nothing could be read of {}, and there is no copy of it.</source>
        <translation>Di {} non si è potuto leggere nulla, e non ce n&apos;è una copia.</translation>
    </message>
    <message>
        <source>Bring the file back from a backup of your own; it was not changed.</source>
        <translation>Riprenda il file da un suo backup; non è stato modificato.</translation>
    </message>
    <message>
        <source>What could be read was saved. Songs: {}. Decisions: {}.</source>
        <translation>Ciò che si leggeva è stato salvato. Brani: {}. Decisioni: {}.</translation>
    </message>
    <message>
        <source>The library is undamaged. Songs: {}. Decisions: {}.</source>
        <translation>La raccolta è integra. Brani: {}. Decisioni: {}.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation>Il file danneggiato è stato conservato: {}</translation>
    </message>
</context>
<context>
    <name>replaced_library</name>
    <message>
        <source>Another program has put another file in the place of the library {}.</source>
        <translation>Un altro programma ha messo un altro file al posto della raccolta {}.</translation>
    </message>
    <message>
        <source>The file of the library {} was deleted while it was open.</source>
        <translation>Il file della raccolta {} è stato eliminato mentre era aperta.</translation>
    </message>
    <message>
        <source>Another program has damaged the file of the library {}.</source>
        <translation>Un altro programma ha danneggiato il file della raccolta {}.</translation>
    </message>
    <message>
        <source>It was written anew with all that it held; no decision is lost.</source>
        <translation>È stata riscritta con tutto ciò che conteneva; nessuna decisione è andata persa.</translation>
    </message>
    <message>
        <source>It was opened as it is.</source>
        <translation>È stato aperto così com&apos;è.</translation>
    </message>
    <message>
        <source>If that was the right one, File ▸ Restore… brings it back.</source>
        <translation>Se era quella giusta, File ▸ Ripristina… la riporta.</translation>
    </message>
    <message>
        <source>Not all of it could be saved:</source>
        <translation>Non è stato possibile salvare tutto:</translation>
    </message>
    <message>
        <source>Your last step was not done; do it again.</source>
        <translation>L&apos;ultima operazione non è stata eseguita; la ripeta.</translation>
    </message>
    <message>
        <source>What the former file held was kept: {}</source>
        <translation>Ciò che conteneva il file precedente è stato conservato: {}</translation>
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>Say no to everything not judged, for {songs} songs?</source>
        <translation>Dire no a tutto ciò che non è giudicato, per {songs} brani?</translation>
    </message>
    <message>
        <source>Say no to the rest of “{category}”, for {songs} songs?</source>
        <translation>Dire no al resto di «{category}», per {songs} brani?</translation>
    </message>
    <message>
        <source>The rest is no: {n}. {undo}</source>
        <translation>Tutto il resto è no: {n}. {undo}</translation>
    </message>
    <message>
        <source>“{title}”, the rest of {category} is no: {n}. {undo}</source>
        <translation>«{title}», il resto di {category} è no: {n}. {undo}</translation>
    </message>
    <message>
        <source>Judge a tag first, or press the key of its category before this.</source>
        <translation>Giudichi prima un tag, o prema prima il tasto della sua categoria.</translation>
    </message>
    <message>
        <source>Nothing was left to say no to.</source>
        <translation>Non restava nulla a cui dire no.</translation>
    </message>
    <message>
        <source>The rest of {category} is no: {n}. {undo}</source>
        <translation>Il resto di {category} è no: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest is no, in {songs} songs: {n}. {undo}</source>
        <translation>Tutto il resto è no, in {songs} brani: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest of {category} is no, in {songs} songs: {n}. {undo}</source>
        <translation>Il resto di {category} è no, in {songs} brani: {n}. {undo}</translation>
    </message>
    <message>
        <source>{key} takes it back.</source>
        <translation>{key} annulla.</translation>
    </message>
</context>
<context>
    <name>robustness</name>
    <message>
        <source>Deform songs for {}</source>
        <translation>Deforma brani per {}</translation>
    </message>
</context>
<context>
    <name>room_watch</name>
    <message>
        <source>Listening to all songs waits until there is room on the disk, and then goes on by itself.</source>
        <translation>L&apos;ascolto di tutti i brani attende che ci sia spazio sul disco, poi prosegue da solo.</translation>
    </message>
    <message>
        <source>There is room on the disk again; all songs were listened to.</source>
        <translation>C&apos;è di nuovo spazio sul disco; tutti i brani sono stati ascoltati.</translation>
    </message>
</context>
<context>
    <name>rule_texts</name>
    <message>
        <source>{follow} of {n:# song|# songs} with {tag}</source>
        <translation>{follow} di {n:# brano|# brani} con {tag}</translation>
    </message>
    <message>
        <source>no song to go by</source>
        <translation>nessun brano su cui basarsi</translation>
    </message>
    <message>
        <source>{follow} of {n:# song|# songs} with either</source>
        <translation>{follow} di {n:# brano|# brani} con uno dei due</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accettata</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>scartata</translation>
    </message>
    <message>
        <source>By chance it would be {share}. Followed in songs by {n:# artist|# artists}.</source>
        <translation>Per caso sarebbe {share}. Seguita in brani di {n:# artista|# artisti}.</translation>
    </message>
    <message>
        <source>No song is judged yet: rules are found in your own decisions.</source>
        <translation>Nessun brano è ancora giudicato: le regole si trovano nelle sue decisioni.</translation>
    </message>
    <message>
        <source>{found:# rule|# rules} found in {songs:# song|# songs}; {n:# rule|# rules} looked for in all. Of what is found, about one in twenty at most is there by chance.</source>
        <translation>{found:# regola trovata|# regole trovate} in {songs:# brano|# brani}; {n:# regola cercata|# regole cercate} in tutto. Di quelle trovate, circa una su venti al massimo c&apos;è per caso.</translation>
    </message>
    <message>
        <source>implies</source>
        <translation>implica</translation>
    </message>
    <message>
        <source>excludes</source>
        <translation>esclude</translation>
    </message>
    <message>
        <source>goes together with</source>
        <translation>va insieme a</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>scritta a mano</translation>
    </message>
    <message>
        <source>The decisions alone do not speak for it with certainty.</source>
        <translation>Le sole decisioni non parlano con certezza a suo favore.</translation>
    </message>
    <message>
        <source>No rule is certain enough in {songs:# song|# songs}, of {n:# rule|# rules} that could be. A rule needs five songs of three artists that follow it, and holds for at least four in five songs with certainty.</source>
        <translation>Nessuna regola è abbastanza certa in {songs:# brano|# brani}, di {n:# possibile|# possibili}. Una regola richiede cinque brani di tre artisti che la seguano, e vale con certezza per almeno quattro brani su cinque.</translation>
    </message>
</context>
<context>
    <name>saliency_texts</name>
    <message>
        <source>Random weights give maps like this one by {mean} ({low} to {high}, rank correlation of {n} points, {networks} networks): {meaning}</source>
        <translation>Le mappe di pesi casuali somigliano a questa di {mean} (da {low} a {high}, correlazione dei ranghi di {n} punti, {networks} reti): {meaning}</translation>
    </message>
    <message>
        <source>Orange: without it “{word}” ({score} by {model}) loses score, blue: it gains. Measured by covering {seconds} s of {bands} bands at a time; it says what this model goes by, not what the music is.</source>
        <translation>Arancione: senza di ciò «{word}» ({score} secondo {model}) perde punteggio, blu: ne guadagna. Misurato coprendo {seconds} s di {bands} bande alla volta; dice su che cosa si basa questo modello, non che cos&apos;è la musica.</translation>
    </message>
    <message>
        <source>it shows what was learned.</source>
        <translation>mostra ciò che è stato imparato.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>Non si sente niente: non c&apos;è un&apos;uscita audio.</translation>
    </message>
    <message>
        <source>The strip below: orange, where the sound raises “{word}” ({score} by {model}), blue, where it lowers it. This model takes the waveform, which has no frequencies to draw over. A straight-line estimate of what it goes by, not of what the music is.</source>
        <translation>La striscia in basso: arancione dove il suono alza «{word}» ({score} secondo {model}), blu dove lo abbassa. Questo modello prende la forma d&apos;onda, che non ha frequenze su cui disegnare. Una stima lineare di ciò su cui si basa, non di che cos&apos;è la musica.</translation>
    </message>
    <message>
        <source>Orange: sound there raises “{word}” ({score} by {model}), blue: it lowers it. A straight-line estimate of what this model goes by, not of what the music is.</source>
        <translation>Arancione: il suono lì alza «{word}» ({score} secondo {model}), blu: lo abbassa. Una stima lineare di ciò su cui si basa questo modello, non di che cos&apos;è la musica.</translation>
    </message>
    <message>
        <source>it shows partly what was learned, partly only where sound is.</source>
        <translation>mostra in parte ciò che è stato imparato, in parte solo dove c&apos;è suono.</translation>
    </message>
    <message>
        <source>it shows mostly where sound is, hardly what was learned.</source>
        <translation>mostra soprattutto dove c&apos;è suono, poco ciò che è stato imparato.</translation>
    </message>
    <message>
        <source>You hear only what mattered.</source>
        <translation>Sente solo ciò che conta.</translation>
    </message>
    <message>
        <source>You hear the original, as loud as what mattered.</source>
        <translation>Sente l&apos;originale, forte come ciò che conta.</translation>
    </message>
    <message>
        <source>the strongest {percent} %</source>
        <translation>il {percent} % più forte</translation>
    </message>
</context>
<context>
    <name>score_format</name>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerto</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>non giudicato</translation>
    </message>
    <message>
        <source>too few songs to tell</source>
        <translation>troppo pochi brani per saperlo</translation>
    </message>
    <message>
        <source>How good this model is at “{word}” in your songs has not been tested.</source>
        <translation>Quanto sia bravo questo modello con «{word}» nei suoi brani non è stato provato.</translation>
    </message>
    <message>
        <source>right in {times} of 100 pairs</source>
        <translation>giusto in {times} coppie su 100</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>perché il resto è no</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>con una nota</translation>
    </message>
    <message>
        <source>{songs:# song|# songs} selected</source>
        <translation>{songs:# brano selezionato|# brani selezionati}</translation>
    </message>
    <message>
        <source>The model puts a song with “{word}” above one without it in {times} of 100 pairs (tested on {songs:# song|# songs} with it).</source>
        <translation>Il modello mette un brano con «{word}» sopra uno senza in {times} coppie su 100 (provato su {songs:# brano|# brani} che lo hanno).</translation>
    </message>
    <message>
        <source>someone without a name</source>
        <translation>qualcuno senza nome</translation>
    </message>
    <message>
        <source>Tested on {songs:# song|# songs} with “{word}”: too few to say how good it is.</source>
        <translation>Provato su {songs:# brano|# brani} con «{word}»: troppo pochi per dire quanto è bravo.</translation>
    </message>
    <message>
        <source>right in {times} of 10 like this</source>
        <translation>giusto in {times} casi su 10 come questo</translation>
    </message>
    <message>
        <source>model {score}</source>
        <translation>modello {score}</translation>
    </message>
    <message>
        <source>yes in {percent} % of the songs</source>
        <translation>sì nel {percent} % dei brani</translation>
    </message>
    <message>
        <source>intensity {level} of 9</source>
        <translation>intensità {level} di 9</translation>
    </message>
</context>
<context>
    <name>search_help</name>
    <message>
        <source>these words in title, artist, album, path or note, or tags of that name; in quotation marks as they stand</source>
        <translation>queste parole in titolo, artista, album, percorso o nota, o tag con questo nome; tra virgolette così come stanno</translation>
    </message>
    <message>
        <source>with the tag; without it; unsure; judged no</source>
        <translation>con il tag; senza; incerto; giudicato no</translation>
    </message>
    <message>
        <source>judged one way or the other; a tag of several words</source>
        <translation>giudicato in un modo o nell&apos;altro; un tag di più parole</translation>
    </message>
    <message>
        <source>the tag on a part of the song; any tagged part; alone it is about the whole song, and only whole songs are learned from</source>
        <translation>il tag su una parte del brano; una qualsiasi parte con un tag; da solo riguarda tutto il brano, e si impara solo da brani interi</translation>
    </message>
    <message>
        <source>by the score of the model in use, also with &lt;, &gt;=, &lt;=; without a number, at least .5</source>
        <translation>secondo il punteggio del modello in uso, anche con &lt;, &gt;=, &lt;=; senza numero, almeno .5</translation>
    </message>
    <message>
        <source>by how strongly you said it holds</source>
        <translation>secondo quanto ha detto che vale</translation>
    </message>
    <message>
        <source>by year or length</source>
        <translation>per anno o durata</translation>
    </message>
    <message>
        <source>by when it came in; by the day of your latest decision on it: a year, a month, a day, today, yesterday</source>
        <translation>secondo quando è stato aggiunto; secondo il giorno della sua ultima decisione: un anno, un mese, un giorno, today (oggi), yesterday (ieri)</translation>
    </message>
    <message>
        <source>with a decision that you made by ear; by accepting or by rejecting the model&apos;s guess; by “the rest is no”; that a rule implied; that was imported</source>
        <translation>con una decisione presa a orecchio; accettando o rifiutando l&apos;ipotesi del modello; con «Il resto è no»; implicata da una regola; importata</translation>
    </message>
    <message>
        <source>words of one field</source>
        <translation>parole di un solo campo</translation>
    </message>
    <message>
        <source>without any tag; without any of a category; with a note. “has:” is the contrary of “empty:”; both take a category, a field, “regions”</source>
        <translation>senza alcun tag; senza alcuno di una categoria; con una nota. «has:» è il contrario di «empty:»; entrambi accettano una categoria, un campo, «regions»</translation>
    </message>
    <message>
        <source>no decision on the whole song yet; something unsure; the model is sure of the contrary of what you decided, and you have not kept it (Ctrl+D asks one by one); judged lately; the file is gone</source>
        <translation>ancora nessun giudizio sull&apos;intero brano; qualcosa di incerto; il modello è sicuro del contrario di ciò che ha deciso, e non lo ha mantenuto (Ctrl+D chiede uno per uno); giudicato di recente; il file non c&apos;è più</translation>
    </message>
    <message>
        <source>combined by AND, OR, NOT and brackets; side by side means AND</source>
        <translation>combinati con AND (e), OR (o), NOT (non) e parentesi; affiancati significa AND</translation>
    </message>
</context>
<context>
    <name>similar</name>
    <message>
        <source>Look for similar songs</source>
        <translation>Cerca brani simili</translation>
    </message>
    <message>
        <source>Compare songs</source>
        <translation>Confronta i brani</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>Disegna la mappa</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>brani</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>incerto</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>non giudicato</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>nessun punteggio</translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>in discussione</translation>
    </message>
    <message>
        <source>judged, not in dispute</source>
        <translation>giudicati, non in discussione</translation>
    </message>
</context>
<context>
    <name>song_files</name>
    <message>
        <source>Find missing files</source>
        <translation>Trova i file mancanti</translation>
    </message>
    <message>
        <source>Look where the files are</source>
        <translation>Cerca dove sono i file</translation>
    </message>
    <message>
        <source>Found again: {}</source>
        <translation>Ritrovati: {}</translation>
    </message>
    <message>
        <source>Still not there: {}</source>
        <translation>Ancora assenti: {}</translation>
    </message>
</context>
<context>
    <name>song_paths</name>
    <message>
        <source>Copied: {paths:the path|# paths}.</source>
        <translation>Copiati: {paths:il percorso|# percorsi}.</translation>
    </message>
    <message>
        <source>{} is no longer in its folder.</source>
        <translation>{} non è più nella sua cartella.</translation>
    </message>
    <message>
        <source>The first {opened} of {found} were opened.</source>
        <translation>Aperti i primi {opened} di {found}.</translation>
    </message>
    <message>
        <source>{} is not there now.</source>
        <translation>{} ora non c&apos;è.</translation>
    </message>
    <message>
        <source>The system has no program for {}.</source>
        <translation>Il sistema non ha un programma per {}.</translation>
    </message>
</context>
<context>
    <name>song_saliency</name>
    <message>
        <source>Compare with random weights</source>
        <translation>Confronta con pesi casuali</translation>
    </message>
    <message>
        <source>The model hears none of your tags in this song; right-click a tag.</source>
        <translation>Il modello non sente nessuno dei suoi tag in questo brano; faccia clic destro su un tag.</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Che cosa parla per «{tag}»</translation>
    </message>
</context>
<context>
    <name>songs</name>
    <message>
        <source>{} is not there now.</source>
        <translation>{} ora non c&apos;è.</translation>
    </message>
</context>
<context>
    <name>spectra_page</name>
    <message>
        <source>{name}: weights of {shape}; directions used is the effective rank</source>
        <translation>{name}: pesi di {shape}; le direzioni usate sono il rango effettivo</translation>
    </message>
    <message>
        <source>Learning changed {n} of the {shared} layers that “{parent}” has.</source>
        <translation>L&apos;apprendimento ha cambiato {n} dei {shared} strati che ha «{parent}».</translation>
    </message>
    <message>
        <source>weights drawn at random</source>
        <translation>pesi estratti a caso</translation>
    </message>
    <message>
        <source>No layer uses fewer than half of the directions that random weights of its size would use: none is nearly of low rank.</source>
        <translation>Nessuno strato usa meno della metà delle direzioni che userebbero pesi casuali della sua misura: nessuno è quasi di rango basso.</translation>
    </message>
    <message>
        <source>All layers that “{parent}” has are the same here, to the last bit: learning taught only the words.</source>
        <translation>Tutti gli strati che ha «{parent}» sono qui gli stessi, fino all&apos;ultimo bit: si sono imparate solo le parole.</translation>
    </message>
    <message>
        <source>{n:# layer uses|# layers use} fewer than half of the directions that random weights of that size would use, and could be made smaller: {names}.</source>
        <translation>{n:# strato usa|# strati usano} meno della metà delle direzioni che userebbero pesi casuali di quella misura, e potrebbero essere più piccoli: {names}.</translation>
    </message>
    <message>
        <source>directions, strongest first (%)</source>
        <translation>direzioni, dalla più forte (%)</translation>
    </message>
    <message>
        <source>singular value (strongest = 1)</source>
        <translation>valore singolare (il più forte = 1)</translation>
    </message>
    <message>
        <source>{percent} % of the directions</source>
        <translation>{percent} % delle direzioni</translation>
    </message>
</context>
<context>
    <name>system_choice</name>
    <message>
        <source>Trying systems</source>
        <translation>Prova dei sistemi</translation>
    </message>
</context>
<context>
    <name>tag_draft</name>
    <message>
        <source>Give the tag a name.</source>
        <translation>Dia un nome al tag.</translation>
    </message>
    <message>
        <source>“{name}” is a retired tag. Restore it in the codebook.</source>
        <translation>«{name}» è un tag ritirato. Lo ripristini nel codebook.</translation>
    </message>
    <message>
        <source>The key {key} belongs to “{name}” in this category.</source>
        <translation>Il tasto {key} è di «{name}» in questa categoria.</translation>
    </message>
    <message>
        <source>Give the new category a name.</source>
        <translation>Dia un nome alla nuova categoria.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the category “{name}”.</source>
        <translation>Il tasto {key} è della categoria «{name}».</translation>
    </message>
    <message>
        <source>Merge the two…</source>
        <translation>Fondi i due…</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Scelga una categoria.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which would be without it.</source>
        <translation>{key} è il tasto di «{command}», che ne resterebbe senza.</translation>
    </message>
    <message>
        <source>{key} alone is “{command}”.</source>
        <translation>{key} da solo è «{command}».</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>«{name}» c&apos;è già.</translation>
    </message>
    <message>
        <source>The category “{name}” is there already.</source>
        <translation>La categoria «{name}» c&apos;è già.</translation>
    </message>
</context>
<context>
    <name>tag_menu</name>
    <message>
        <source>Yes, from {start} to {end}</source>
        <translation>Sì, da {start} a {end}</translation>
    </message>
    <message>
        <source>Note on this decision…</source>
        <translation>Nota su questa decisione…</translation>
    </message>
    <message>
        <source>Judge song by song</source>
        <translation>Giudica brano per brano</translation>
    </message>
    <message>
        <source>Hear evidence</source>
        <translation>Ascolta le prove</translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation>Modifica tag…</translation>
    </message>
    <message>
        <source>Edit its category…</source>
        <translation>Modifica la sua categoria…</translation>
    </message>
    <message>
        <source>What you heard; it stays with this decision.</source>
        <translation>Che cosa ha sentito; resta con questa decisione.</translation>
    </message>
    <message>
        <source>The rest of this category is no</source>
        <translation>Il resto di questa categoria è no</translation>
    </message>
    <message>
        <source>New tag in this category…</source>
        <translation>Nuovo tag in questa categoria…</translation>
    </message>
    <message>
        <source>Edit category…</source>
        <translation>Modifica categoria…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebook</translation>
    </message>
    <message>
        <source>The model&apos;s score for {where}: {score}, not a probability.</source>
        <translation>Punteggio del modello per {where}: {score}, non una probabilità.</translation>
    </message>
    <message>
        <source>Click: yes · Shift+click: no · Alt+click: unsure · again: not judged</source>
        <translation>Clic: sì · Maiusc+clic: no · Alt+clic: incerto · di nuovo: non giudicato</translation>
    </message>
    <message>
        <source>Intensity {level} of 9 ({value})</source>
        <translation>Intensità {level} di 9 ({value})</translation>
    </message>
    <message>
        <source>by ear</source>
        <translation>a orecchio</translation>
    </message>
    <message>
        <source>accepted from the model</source>
        <translation>accettato dal modello</translation>
    </message>
    <message>
        <source>the model&apos;s suggestion was rejected</source>
        <translation>il suggerimento del modello è stato rifiutato</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importato</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>perché il resto è no</translation>
    </message>
    <message>
        <source>No definition yet</source>
        <translation>Ancora nessuna definizione</translation>
    </message>
    <message>
        <source>Use when: </source>
        <translation>Usare quando: </translation>
    </message>
    <message>
        <source>Not when: </source>
        <translation>Non quando: </translation>
    </message>
    <message>
        <source>here</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>the song so far</source>
        <translation>il brano fin qui</translation>
    </message>
    <message>
        <source>the song</source>
        <translation>il brano</translation>
    </message>
    <message>
        <source>The model disagrees: see Model ▸ Where the model disagrees.</source>
        <translation>Il modello non è d&apos;accordo: veda Modello ▸ Dove il modello non è d&apos;accordo.</translation>
    </message>
    <message>
        <source>Reached by Tab: 1 to 9 say how strongly, 0 takes that back</source>
        <translation>Raggiunto con Tab: da 1 a 9 quanto vale, 0 lo annulla</translation>
    </message>
    <message>
        <source>Note on “{tag}”</source>
        <translation>Nota su «{tag}»</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Nota: </translation>
    </message>
    <message>
        <source>{key}+click</source>
        <translation>{key}+clic</translation>
    </message>
    <message>
        <source>What speaks for it?</source>
        <translation>Che cosa parla a favore?</translation>
    </message>
    <message>
        <source>Mark as an example</source>
        <translation>Segna come esempio</translation>
    </message>
    <message>
        <source>It is one</source>
        <translation>Lo è</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Non lo è</translation>
    </message>
    <message>
        <source>, under its meaning of {day}</source>
        <translation>, secondo il significato del {day}</translation>
    </message>
    <message>
        <source>, before its meaning changed on {day}</source>
        <translation>, prima che il significato cambiasse il {day}</translation>
    </message>
    <message>
        <source>implied by a rule</source>
        <translation>dedotto da una regola</translation>
    </message>
</context>
<context>
    <name>tagging</name>
    <message>
        <source>No song selected.</source>
        <translation>Nessun brano selezionato.</translation>
    </message>
</context>
<context>
    <name>taggram_rows</name>
    <message>
        <source>The song is scored by following it from beginning to end; each second by itself.</source>
        <translation>Il brano è valutato seguendolo dall&apos;inizio alla fine; ogni secondo da solo.</translation>
    </message>
    <message>
        <source>The song is scored once, by all of its sound together; that is neither the mean of the seconds nor the strongest of them.</source>
        <translation>Il brano è valutato una volta sola, su tutto il suo suono insieme; non è né la media dei secondi né il più forte di essi.</translation>
    </message>
    <message>
        <source>The song&apos;s score is the mean of its parts.</source>
        <translation>Il punteggio del brano è la media delle sue parti.</translation>
    </message>
</context>
<context>
    <name>time_ledger</name>
    <message>
        <source>Add up the time</source>
        <translation>Somma il tempo</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>Look into watched folders</source>
        <translation>Guarda nelle cartelle sorvegliate</translation>
    </message>
    <message>
        <source>Links out of the watched folders were passed over: {}</source>
        <translation>Collegamenti che portano fuori dalle cartelle sorvegliate, saltati: {}</translation>
    </message>
    <message>
        <source>New songs in watched folders: {}</source>
        <translation>Nuovi brani nelle cartelle sorvegliate: {}</translation>
    </message>
</context>
<context>
    <name>word_actions</name>
    <message>
        <source>Merge into…</source>
        <translation>Fondi con…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Dividi…</translation>
    </message>
    <message>
        <source>Other names…</source>
        <translation>Altri nomi…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Ritira…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Show in the codebook</source>
        <translation>Mostra nel codebook</translation>
    </message>
</context>
<context>
    <name>word_grammar</name>
    <message>
        <source>Look for rules between tags</source>
        <translation>Cercare regole tra tag</translation>
    </message>
    <message>
        <source>Look what rules imply</source>
        <translation>Cercare ciò che le regole implicano</translation>
    </message>
    <message>
        <source>Rules applied: {n:# decision|# decisions}. Undo takes all of them back.</source>
        <translation>Regole applicate: {n:# decisione|# decisioni}. Annulla le ritira tutte.</translation>
    </message>
</context>
<context>
    <name>word_history</name>
    <message>
        <source>made</source>
        <translation>creata</translation>
    </message>
    <message>
        <source>meaning changed</source>
        <translation>significato cambiato</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>rinominata</translation>
    </message>
    <message>
        <source>another word was merged into it</source>
        <translation>un&apos;altra parola vi è stata unita</translation>
    </message>
    <message>
        <source>split</source>
        <translation>divisa</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ritirata</translation>
    </message>
    <message>
        <source>used again</source>
        <translation>di nuovo in uso</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminata</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usare quando</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>Non quando</translation>
    </message>
</context>
<context>
    <name>word_pairs</name>
    <message>
        <source>Find confused words</source>
        <translation>Cercare le parole confuse</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Change the data of {songs} songs?</source>
        <translation>Cambiare i dati di {songs} brani?</translation>
    </message>
    <message>
        <source>Read song data again</source>
        <translation>Rileggere i dati</translation>
    </message>
    <message>
        <source>Files that hold another sound now: {n}; their songs stay as they were.</source>
        <translation>File che ora contengono un altro suono: {n}; i loro brani restano come erano.</translation>
    </message>
    <message>
        <source>Songs with new data: {n}.</source>
        <translation>Brani con dati nuovi: {n}.</translation>
    </message>
    <message>
        <source>Files that could not be read: {n}.</source>
        <translation>File che non si sono potuti leggere: {n}.</translation>
    </message>
</context>
<context>
    <name>words_choice</name>
    <message>
        <source>Sankaran 2017: 63 tags</source>
        <translation>Sankaran 2017: 63 tag</translation>
    </message>
    <message>
        <source>Neutral: any music</source>
        <translation>Neutro: ogni musica</translation>
    </message>
    <message>
        <source>Orchestral music</source>
        <translation>Musica orchestrale</translation>
    </message>
    <message>
        <source>Pop and rock</source>
        <translation>Pop e rock</translation>
    </message>
    <message>
        <source>Electronic music</source>
        <translation>Musica elettronica</translation>
    </message>
    <message>
        <source>No words: I make my own</source>
        <translation>Nessuna parola: faccio le mie</translation>
    </message>
</context>
</TS>
