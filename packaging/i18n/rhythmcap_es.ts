<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AbxDialog</name>
    <message>
        <source>Does the ear tell them apart?</source>
        <translation>¿Las distingue el oído?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>{number} of {n}: is X like A ({first}) or like B ({second})?</source>
        <translation>{number} de {n}: ¿X es como A ({first}) o como B ({second})?</translation>
    </message>
    <message>
        <source>Like A: {word}</source>
        <translation>Como A: {word}</translation>
    </message>
    <message>
        <source>Like B: {word}</source>
        <translation>Como B: {word}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Reading the songs…</source>
        <translation>Leyendo las piezas…</translation>
    </message>
    <message>
        <source>A, B, X: hear it · Space: silence · 1, 2: answer</source>
        <translation>A, B, X: oír · Espacio: silencio · 1, 2: responder</translation>
    </message>
    <message>
        <source>It is kept beside the two words.</source>
        <translation>El resultado se guarda junto a las dos palabras.</translation>
    </message>
    <message>
        <source>Hear A and B, and X before you answer. All three are equally loud.</source>
        <translation>Oiga A y B, y X antes de responder. Los tres suenan igual de fuerte.</translation>
    </message>
    <message>
        <source>X is another song than A and B. What was right is told at the end, not before.</source>
        <translation>X es otra pieza que A y B. Lo que era correcto se dice al final, no antes.</translation>
    </message>
</context>
<context>
    <name>ActionSet</name>
    <message>
        <source>not possible while the library is open for reading only</source>
        <translation>no es posible mientras la biblioteca esté abierta solo para lectura</translation>
    </message>
</context>
<context>
    <name>AddWordsDialog</name>
    <message>
        <source>Add words</source>
        <translation>Añadir palabras</translation>
    </message>
    <message>
        <source>In place of the words here, of which none is used yet</source>
        <translation>En lugar de las palabras de aquí, ninguna de ellas usada todavía</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Ticked words are added. Your own words stay as they are.</source>
        <translation>Se añaden las palabras marcadas. Las suyas quedan como están.</translation>
    </message>
    <message>
        <source>{n:# word takes|# words take} their place</source>
        <translation>{n:# palabra ocupa|# palabras ocupan} su lugar</translation>
    </message>
    <message>
        <source>{n:# new word is|# new words are} added</source>
        <translation>{n:Se añade # palabra nueva|Se añaden # palabras nuevas}</translation>
    </message>
    <message>
        <source>All these words take the place of those that are here now.</source>
        <translation>Todas estas palabras ocupan el lugar de las que hay ahora.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement of annotators</source>
        <translation>Acuerdo de los anotadores</translation>
    </message>
    <message>
        <source>Whose decisions are compared</source>
        <translation>De quién se comparan las decisiones</translation>
    </message>
    <message>
        <source>Between annotators</source>
        <translation>Entre anotadores</translation>
    </message>
    <message>
        <source>Your own ear, heard twice</source>
        <translation>Su propio oído, escuchado dos veces</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Measures such as kappa, alpha and AC1</source>
        <translation>Medidas como kappa, alfa y AC1</translation>
    </message>
    <message>
        <source>Annotators and their decisions: {}</source>
        <translation>Anotadores y sus decisiones: {}</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that you answered again later, the answer was the same on {agreed}. What an ear does not agree on with itself, no model can learn.</source>
        <translation>De {n:# pregunta|# preguntas} (una pieza y una etiqueta) que usted respondió de nuevo más tarde, la respuesta fue la misma en {agreed}. Aquello en lo que un oído no coincide consigo mismo, ningún modelo puede aprenderlo.</translation>
    </message>
    <message>
        <source>No tag of any song was decided on by two annotators. Take in a colleague&apos;s decisions, or let another annotator decide here.</source>
        <translation>Sobre ninguna etiqueta de una pieza han decidido dos anotadores. Importe las decisiones de otra persona o deje que otro anotador decida aquí.</translation>
    </message>
    <message>
        <source>Of {n:# question|# questions} (a song and a tag) that two or more annotators answered, all agree on {agreed}.</source>
        <translation>De {n:# pregunta|# preguntas} (una pieza y una etiqueta) que contestaron dos o más anotadores, todos coinciden en {agreed}.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>Acordado</translation>
    </message>
    <message>
        <source>Songs on which annotators disagree</source>
        <translation>Piezas en las que los anotadores no coinciden</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Open the song and play it (Enter in the list)</source>
        <translation>Abrir la pieza y reproducirla (Intro en la lista)</translation>
    </message>
    <message>
        <source>Agree on yes</source>
        <translation>Acordar sí</translation>
    </message>
    <message>
        <source>Agree on no</source>
        <translation>Acordar no</translation>
    </message>
    <message>
        <source>Agree on unsure</source>
        <translation>Acordar dudosa</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Sin acordar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No song is listed on which they disagree.</source>
        <translation>No figura ninguna pieza en la que discrepen.</translation>
    </message>
    <message>
        <source>{n:# answer differs|# answers differ}. Choose one to listen to its song, and to settle it.</source>
        <translation>{n:# respuesta difiere|# respuestas difieren}. Elija una para escuchar su pieza y acordarla.</translation>
    </message>
    <message>
        <source>In blind mode nobody&apos;s decisions are shown: switch it off to see them.</source>
        <translation>A ciegas no se muestran las decisiones ajenas: desactive el modo para verlas.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} on tags that you have not decided: they show after that.</source>
        <translation>{:# más trata|# más tratan} de etiquetas que usted no ha juzgado: aparecerán después.</translation>
    </message>
    <message>
        <source>{:# more is|# more are} not listed.</source>
        <translation>{:# más no aparece|# más no aparecen} en la lista.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosas</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Bruto</translation>
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
        <translation>Acuerdo en cada etiqueta</translation>
    </message>
    <message>
        <source>All agree on {agreed} of {n:# song|# songs}.</source>
        <translation>Todos coinciden en {agreed} de {n:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>The same answer again on {agreed} of {n:# song|# songs}.</source>
        <translation>De nuevo la misma respuesta en {agreed} de {n:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>{} A rare tag.</source>
        <translation>{} Una etiqueta rara.</translation>
    </message>
</context>
<context>
    <name>AliasesDialog</name>
    <message>
        <source>Other names of “{tag}”</source>
        <translation>Otros nombres de «{tag}»</translation>
    </message>
    <message>
        <source>“{tag}” is found by these, too, when you type, search or import.</source>
        <translation>«{tag}» se encuentra también con estos al escribir, buscar o importar.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Otros nombres</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>«{name}» ya existe.</translation>
    </message>
</context>
<context>
    <name>ApplyRulesDialog</name>
    <message>
        <source>Apply rules to songs</source>
        <translation>Aplicar reglas a piezas</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>What the rules imply</source>
        <translation>Lo que implican las reglas</translation>
    </message>
    <message>
        <source>Only what is not judged is decided, and marked as implied by a rule: it is learned from, but does not count as heard. One undo takes all of it back.</source>
        <translation>Solo se decide lo que está sin juzgar, y se marca como deducido de una regla: se aprende de ello, pero no cuenta como oído. Un solo deshacer lo retira todo.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply {n:# decision|# decisions}.</source>
        <translation>Para {songs:# pieza|# piezas} las reglas implican {n:# decisión|# decisiones}.</translation>
    </message>
    <message>
        <source>For {songs:# song|# songs} the rules imply nothing that is not judged.</source>
        <translation>Para {songs:# pieza|# piezas} las reglas no implican nada que esté sin juzgar.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask a colleague</source>
        <translation>Preguntar a un colega</translation>
    </message>
    <message>
        <source>That I judged on these tags, else all</source>
        <translation>Que juzgué con estas etiquetas, si no todas</translation>
    </message>
    <message>
        <source>That the search finds</source>
        <translation>Que encuentra la búsqueda</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>Fewer are drawn by lot</source>
        <translation>Si son menos, se sortean</translation>
    </message>
    <message>
        <source>The same number draws the same songs</source>
        <translation>El mismo número sortea las mismas piezas</translation>
    </message>
    <message>
        <source>Blind: my own decisions are not sent along</source>
        <translation>A ciegas: mis decisiones no se envían</translation>
    </message>
    <message>
        <source>Otherwise your colleague sees yours beside each decision, once it is made</source>
        <translation>Si no, las suyas se ven junto a cada decisión, una vez tomada</translation>
    </message>
    <message>
        <source>A few words, if you like</source>
        <translation>Unas palabras, si quiere</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Choose where the file goes that you send</source>
        <translation>Elegir dónde se guarda el archivo que envía</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {tags:# tag|# tags}</source>
        <translation>{songs:# pieza|# piezas}, {tags:# etiqueta|# etiquetas}</translation>
    </message>
    <message>
        <source>Tick the tags first.</source>
        <translation>Marque primero las etiquetas.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántas</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>No escribir nada (Esc)</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>One small file is written: songs by the sound of their samples, titles and lengths, and the tags with what they mean. No audio and no folder is in it.</source>
        <translation>Se escribe un archivo pequeño: las piezas con la huella de su sonido, títulos y duraciones, y las etiquetas con su significado. No contiene audio ni carpetas.</translation>
    </message>
    <message>
        <source>Which tags</source>
        <translation>Qué etiquetas</translation>
    </message>
    <message>
        <source>Which songs</source>
        <translation>Qué piezas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BeyondChance</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
    <message>
        <source>How many more of 100 pairs of a right and a wrong song it puts in order than the model before, on the same songs, with the 95 % range</source>
        <translation>Cuántos pares más, de 100 de una pieza correcta y una incorrecta, ordena que el modelo anterior, con las mismas piezas, con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>Tags better and worse beyond chance</source>
        <translation>Etiquetas mejores y peores más que por azar</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Many songs</source>
        <translation>Muchas piezas</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Un solo Deshacer lo revierte todo.</translation>
    </message>
    <message>
        <source>All {songs} songs</source>
        <translation>Las {songs} piezas</translation>
    </message>
    <message>
        <source>Do it; it can be cancelled on the way</source>
        <translation>Hacerlo; se puede cancelar sobre la marcha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>No cambiar nada (Esc)</translation>
    </message>
</context>
<context>
    <name>CaptionLine</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Copiar la enumeración de etiquetas</translation>
    </message>
    <message>
        <source>The song&apos;s tags in the order in which you would list them.</source>
        <translation>Las etiquetas de la pieza en el orden en que usted las enumeraría.</translation>
    </message>
    <message>
        <source>Left out, as seldom in this company: {}</source>
        <translation>Omitidas, por ser raras en esta compañía: {}</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>Edit category</source>
        <translation>Editar categoría</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Nueva categoría</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Free: {keys}</source>
        <translation>Libres: {keys}</translation>
    </message>
    <message>
        <source>Leaving a song means no for the rest</source>
        <translation>Dejar una pieza significa no para el resto</translation>
    </message>
    <message>
        <source>After you judged a tag of this category and go to the next song, its tags that you did not judge become no. A song on which you judged none of them stays as it is. Undo takes it back.</source>
        <translation>Si ha juzgado una etiqueta de esta categoría y pasa a la pieza siguiente, sus etiquetas sin juzgar se convierten en no. Una pieza en la que no juzgó ninguna queda como está. Deshacer lo revierte.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Make the category</source>
        <translation>Crear la categoría</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
</context>
<context>
    <name>ChangedController</name>
    <message>
        <source>Comparing with the former model</source>
        <translation>Comparación con el modelo anterior</translation>
    </message>
</context>
<context>
    <name>ChangedDialog</name>
    <message>
        <source>What did it change its mind about?</source>
        <translation>¿Sobre qué ha cambiado de opinión?</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Gained and lost</source>
        <translation>Ganadas y perdidas</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Ganadas</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Better and worse beyond chance</source>
        <translation>Mejores y peores, más que por azar</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Open the song and play the seconds that speak most for the tag</source>
        <translation>Abre la pieza y reproduce los segundos que más hablan por la etiqueta</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Incorrecto</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>Una tras otra</translation>
    </message>
    <message>
        <source>Be asked about each of them in the window</source>
        <translation>Que se pregunte por cada una en la ventana</translation>
    </message>
    <message>
        <source>The listed rows as a CSV file</source>
        <translation>Las filas listadas como archivo CSV</translation>
    </message>
    <message>
        <source>Your decision on the tag of this song</source>
        <translation>Su decisión sobre la etiqueta de esta pieza</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>In blind mode nothing of it is shown: switch it off to see it.</source>
        <translation>A ciegas no se muestra nada de ello: desactive el modo para verlo.</translation>
    </message>
    <message>
        <source>“{now}” says of no tag that you have not judged otherwise than “{before}”.</source>
        <translation>«{now}» no dice otra cosa que «{before}» de ninguna etiqueta que usted no haya juzgado.</translation>
    </message>
    <message>
        <source>“{now}” says otherwise than “{before}” of {n:# tag|# tags} that you have not judged.</source>
        <translation>«{now}» dice otra cosa que «{before}» de {n:# etiqueta que usted no ha juzgado|# etiquetas que usted no ha juzgado}.</translation>
    </message>
    <message>
        <source>Of {n:# judged tag|# judged tags} that changed, {agreeing} agree with your decisions now.</source>
        <translation>De {n:# etiqueta juzgada que cambió|# etiquetas juzgadas que cambiaron}, {agreeing} concuerdan ahora con sus decisiones.</translation>
    </message>
    <message>
        <source>The {:# greatest change is|# greatest changes are} listed.</source>
        <translation>Se listan {:el # cambio mayor|los # cambios mayores}.</translation>
    </message>
    <message>
        <source>The most surprising comes first. Space plays and pauses.</source>
        <translation>Lo más sorprendente va primero. Espacio reproduce y pausa.</translation>
    </message>
    <message>
        <source>No tag could be compared on the same songs.</source>
        <translation>Ninguna etiqueta pudo compararse con las mismas piezas.</translation>
    </message>
    <message>
        <source>Of {n:# tag|# tags} none became better or worse by more than chance.</source>
        <translation>De {n:# etiqueta|# etiquetas} ninguna mejoró o empeoró más que por azar.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>The arrow keys tell the values, + and − zoom; the menu key saves them.</source>
        <translation>Las flechas dicen los valores, + y − amplían; la tecla de menú los guarda.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Copiar los valores</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Guardar los valores (CSV)…</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Guardar como imagen…</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>No se pudo escribir {}: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Guardar los valores</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Drawing, sharp at any size</source>
        <translation>Dibujo, nítido a cualquier tamaño</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>ChordFilter</name>
    <message>
        <source>No category has the key {key}.</source>
        <translation>Ninguna categoría tiene la tecla {key}.</translation>
    </message>
    <message>
        <source>The letter before no longer counts, so {key} did nothing.</source>
        <translation>La letra anterior ya no cuenta, por eso {key} no hizo nada.</translation>
    </message>
    <message>
        <source>No tag of “{category}” has the key {key}.</source>
        <translation>Ninguna etiqueta de «{category}» tiene la tecla {key}.</translation>
    </message>
    <message>
        <source>A digit says how strongly a tag holds, right after its two letters.</source>
        <translation>Una cifra dice con qué fuerza vale una etiqueta, justo después de sus dos letras.</translation>
    </message>
    <message>
        <source>“{tag}”: intensity {level} of 9</source>
        <translation>«{tag}»: intensidad {level} de 9</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Unsaved library</source>
        <translation>Biblioteca sin guardar</translation>
    </message>
    <message>
        <source>Its decisions are only in this window now. Make room or bring its folder back and try again, or save it somewhere else.</source>
        <translation>Sus decisiones están ahora solo en esta ventana. Libere espacio o recupere su carpeta e inténtelo de nuevo, o guárdela en otro lugar.</translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation>Guardar en otro lugar…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Cerrar y perderla</translation>
    </message>
    <message>
        <source>{:Close and lose # decision|Close and lose # decisions}</source>
        <translation>{:Cerrar y perder # decisión|Cerrar y perder # decisiones}</translation>
    </message>
    <message>
        <source>Save the library</source>
        <translation>Guardar la biblioteca</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotecas (*.db)</translation>
    </message>
</context>
<context>
    <name>CodebookController</name>
    <message>
        <source>Export the codebook</source>
        <translation>Exportar el libro de códigos</translation>
    </message>
    <message>
        <source>Codebooks (*.json)</source>
        <translation>Libros de códigos (*.json)</translation>
    </message>
    <message>
        <source>Words from a file</source>
        <translation>Palabras de un archivo</translation>
    </message>
    <message>
        <source>Codebooks and lists of words</source>
        <translation>Libros de códigos y listas de palabras</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>libro-de-códigos</translation>
    </message>
</context>
<context>
    <name>CodebookDialog</name>
    <message>
        <source>Codebook</source>
        <translation>Libro de códigos</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Filtrar las palabras</translation>
    </message>
    <message>
        <source>Retired words, too</source>
        <translation>También las retiradas</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nueva etiqueta…</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Nueva categoría…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Add words…</source>
        <translation>Añadir palabras…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Words of a template or a file: you see first what of it is new</source>
        <translation>Palabras de una plantilla o un archivo: antes se ve qué hay de nuevo</translation>
    </message>
    <message>
        <source>Write the words with keys and definitions, for another library or colleague</source>
        <translation>Escribe las palabras con teclas y definiciones, para otra biblioteca o colegas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Drag, or Alt+↑ and Alt+↓: move it. F2: rename. Enter: edit. Delete: retire.</source>
        <translation>Arrastrar, o Alt+↑ y Alt+↓: mover. F2: renombrar. Intro: editar. Supr: retirar.</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} in {m:# category|# categories}, {k} retired</source>
        <translation>{n:# etiqueta|# etiquetas} en {m:# categoría|# categorías}, {k} retiradas</translation>
    </message>
    <message>
        <source>Songs were judged with it: retire it, or merge it into another</source>
        <translation>Hay piezas juzgadas con ella: retírela, o fúndala con otra</translation>
    </message>
    <message>
        <source>{done}. Ctrl+Z takes it back.</source>
        <translation>{done}. Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Otra tecla</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>The category&apos;s colour</source>
        <translation>El color de la categoría</translation>
    </message>
    <message>
        <source>Words of which you said that they are unclear</source>
        <translation>Palabras que usted calificó de poco claras</translation>
    </message>
    <message>
        <source>Unclear words ({n})</source>
        <translation>Palabras poco claras ({n})</translation>
    </message>
    <message>
        <source>Booklet…</source>
        <translation>Cuaderno…</translation>
    </message>
    <message>
        <source>All words with meaning, examples and history, to be read or printed</source>
        <translation>Todas las palabras con significado, ejemplos e historial, para leer o imprimir</translation>
    </message>
    <message>
        <source>Confused words…</source>
        <translation>Palabras confundidas…</translation>
    </message>
    <message>
        <source>Words that are taken for one another, and whether the ear tells them apart</source>
        <translation>Palabras que se toman una por otra, y si el oído las distingue</translation>
    </message>
</context>
<context>
    <name>CodebookTools</name>
    <message>
        <source>Save the booklet</source>
        <translation>Guardar el cuaderno</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Páginas web (*.html)</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>libro-de-códigos</translation>
    </message>
    <message>
        <source>Finding confused words</source>
        <translation>Buscando palabras confundidas</translation>
    </message>
    <message>
        <source>It takes two songs that are “{one}” and not “{other}”, whose files are there.</source>
        <translation>Hacen falta dos piezas que sean «{one}» y no «{other}», con sus archivos presentes.</translation>
    </message>
</context>
<context>
    <name>CodebookTree</name>
    <message>
        <source>Categories and tags</source>
        <translation>Categorías y etiquetas</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Otros nombres</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirada</translation>
    </message>
</context>
<context>
    <name>ColleagueController</name>
    <message>
        <source>Open a request</source>
        <translation>Abrir una petición</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Enviar respuestas</translation>
    </message>
    <message>
        <source>The folder with your songs</source>
        <translation>La carpeta con sus piezas</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Preguntar a un colega</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>The category&apos;s colour</source>
        <translation>El color de la categoría</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Otro…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
</context>
<context>
    <name>CompareChoice</name>
    <message>
        <source>Compare songs by</source>
        <translation>Comparar las piezas por</translation>
    </message>
    <message>
        <source>What songs are compared by</source>
        <translation>Según qué se comparan las piezas</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>el modelo en uso</translation>
    </message>
    <message>
        <source>What {model} hears</source>
        <translation>Lo que oye {model}</translation>
    </message>
    <message>
        <source>Timbre alone</source>
        <translation>Solo el timbre</translation>
    </message>
    <message>
        <source>What songs sound like, whatever is played: no model has learned it</source>
        <translation>Cómo suenan las piezas, se toque lo que se toque: ningún modelo lo ha aprendido</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare models</source>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Measure of the plot</source>
        <translation>Medida del gráfico</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>My songs</source>
        <translation>Mis piezas</translation>
    </message>
    <message>
        <source>The open song</source>
        <translation>La pieza abierta</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copiar la tabla</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Con tabuladores entre columnas, para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Measures such as ROC-AUC, AP and MCC</source>
        <translation>Medidas como ROC-AUC, AP y MCC</translation>
    </message>
    <message>
        <source>These models have no word in common</source>
        <translation>Estos modelos no tienen ninguna palabra en común</translation>
    </message>
    <message>
        <source>Say what their words mean in yours (Words…), or compare fewer of them.</source>
        <translation>Diga qué significan sus palabras en las de usted (Palabras…), o compare menos modelos.</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} de 100 pares</translation>
    </message>
    <message>
        <source>Songs: {}. Tags that every model has a word for: {}. For testing, a song that a model learned from was kept aside.</source>
        <translation>Piezas: {}. Etiquetas para las que todo modelo tiene una palabra: {}. Para la prueba, una pieza de la que un modelo aprendió se apartó.</translation>
    </message>
    <message>
        <source>Could not be read: {}.</source>
        <translation>No se pudieron leer: {}.</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Ha mirado resultados de estas piezas {} veces: un modelo elegido por ellas una y otra vez parece mejor de lo que es.</translation>
    </message>
    <message>
        <source>{} compared with {}: {}.</source>
        <translation>{} comparado con {}: {}.</translation>
    </message>
    <message>
        <source>WAUC of {} minus {}: {}.</source>
        <translation>WAUC de {} menos {}: {}.</translation>
    </message>
    <message>
        <source>{} alone, over all its own words: WAUC {}.</source>
        <translation>{} por separado, con todas sus palabras: WAUC {}.</translation>
    </message>
    <message>
        <source>Not compared: {}.</source>
        <translation>Sin comparar: {}.</translation>
    </message>
</context>
<context>
    <name>ComparisonPlot</name>
    <message>
        <source>Plot, means: {}</source>
        <translation>Gráfico, medias: {}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>{}: {} of {:# song|# songs}</source>
        <translation>{}: {} de {:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>Mean of {:# tag|# tags}, {:# song|# songs}</source>
        <translation>Media de {:# etiqueta|# etiquetas}, {:# pieza|# piezas}</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Comparison by tag</source>
        <translation>Comparación por etiqueta</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Piezas con la etiqueta</translation>
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
        <translation>conservar lo que hay aquí</translation>
    </message>
    <message>
        <source>take the file&apos;s decision</source>
        <translation>tomar la decisión del archivo</translation>
    </message>
    <message>
        <source>keep both, the file&apos;s under a name of its own</source>
        <translation>conservar ambas, la del archivo con un nombre propio</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Decisions that contradict</source>
        <translation>Decisiones que se contradicen</translation>
    </message>
    <message>
        <source>No decision of the file contradicts one that is here.</source>
        <translation>Ninguna decisión del archivo contradice una que hay aquí.</translation>
    </message>
    <message>
        <source>The first {shown} of {n} are listed. Enter opens a song.</source>
        <translation>Se muestran las primeras {shown} de {n}. Intro abre una pieza.</translation>
    </message>
    <message>
        <source>Enter, or a double click, opens a song.</source>
        <translation>Intro, o un doble clic, abre una pieza.</translation>
    </message>
    <message>
        <source>Where the two differ</source>
        <translation>Donde las dos difieren</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha ido mal</translation>
    </message>
    <message>
        <source>Your decisions are stored: each was saved as you made it. You can go on; if something looks odd, close RhythmCap and open it again. A report helps to find the fault; it stays on this computer until you send it to someone.</source>
        <translation>Sus decisiones están guardadas: cada una se guardó en el momento. Puede continuar; si algo parece extraño, cierre RhythmCap y vuelva a abrirlo. Un informe ayuda a encontrar el fallo; se queda en este equipo hasta que usted lo envíe a alguien.</translation>
    </message>
    <message>
        <source>Log file: {}</source>
        <translation>Archivo de registro: {}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>The report cannot be saved: {}</source>
        <translation>No se puede guardar el informe: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>CreatorsTable</name>
    <message>
        <source>Creators</source>
        <translation>Autores</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Apellido, nombre</translation>
    </message>
    <message>
        <source>ORCID</source>
        <translation>ORCID</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>An organisation has one name, without a comma</source>
        <translation>Una organización tiene un solo nombre, sin coma</translation>
    </message>
    <message>
        <source>Sixteen digits that name a scholar; may be left empty</source>
        <translation>Dieciséis cifras que identifican a una persona; puede quedar vacío</translation>
    </message>
    <message>
        <source>University or institute; may be left empty</source>
        <translation>Universidad o instituto; puede quedar vacío</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the chosen person (Del)</source>
        <translation>Quita a la persona elegida (Supr)</translation>
    </message>
</context>
<context>
    <name>DecisionPairs</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Queda</translation>
    </message>
    <message>
        <source>Decisions on both songs</source>
        <translation>Decisiones sobre ambas piezas</translation>
    </message>
    <message>
        <source>{} (another ear)</source>
        <translation>{} (otro oído)</translation>
    </message>
    <message>
        <source>Which decision on {} stays</source>
        <translation>Qué decisión sobre {} queda</translation>
    </message>
    <message>
        <source>left: {}</source>
        <translation>izquierda: {}</translation>
    </message>
    <message>
        <source>right: {}</source>
        <translation>derecha: {}</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ sí</translation>
    </message>
    <message>
        <source>✕ no</source>
        <translation>✕ no</translation>
    </message>
    <message>
        <source>? unsure</source>
        <translation>? dudosa</translation>
    </message>
</context>
<context>
    <name>DeformStrip</name>
    <message>
        <source>As it is</source>
        <translation>Tal como es</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>All sliders back: nothing stays</source>
        <translation>Todos los controles a cero: no queda nada</translation>
    </message>
    <message>
        <source>Hear the song as it is for a moment, to compare</source>
        <translation>Oír un momento la pieza tal como es, para comparar</translation>
    </message>
    <message>
        <source>No song is open</source>
        <translation>No hay ninguna pieza abierta</translation>
    </message>
    <message>
        <source>Open one to play it.</source>
        <translation>Abra una para reproducirla.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Ningún modelo en uso</translation>
    </message>
    <message>
        <source>Choose one under Models to see scores.</source>
        <translation>Elija uno en Modelos para ver puntuaciones.</translation>
    </message>
    <message>
        <source>Blind mode covers the scores</source>
        <translation>El modo a ciegas cubre las puntuaciones</translation>
    </message>
    <message>
        <source>You hear the deformation all the same.</source>
        <translation>La deformación se oye de todos modos.</translation>
    </message>
    <message>
        <source>No scores</source>
        <translation>Sin puntuaciones</translation>
    </message>
    <message>
        <source>The model listens …</source>
        <translation>El modelo escucha …</translation>
    </message>
    <message>
        <source>Move a slider: you hear it at once, and see which scores move.</source>
        <translation>Mueva un control: se oye enseguida, y se ve qué puntuaciones se mueven.</translation>
    </message>
    <message>
        <source>No score moves by {} or more with {}.</source>
        <translation>Ninguna puntuación se mueve {} o más con {}.</translation>
    </message>
    <message>
        <source>“{}” rises by {}</source>
        <translation>«{}» sube {}</translation>
    </message>
    <message>
        <source>“{}” falls by {}</source>
        <translation>«{}» baja {}</translation>
    </message>
    <message>
        <source>{} with {}.</source>
        <translation>{} con {}.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>No se oye nada: no hay salida de sonido.</translation>
    </message>
    <message>
        <source>{} by “{}”; grey: as it is, blue: deformed. Nothing of it is kept.</source>
        <translation>{} de «{}»; gris: tal como es, azul: deformada. No se conserva nada.</translation>
    </message>
    <message>
        <source>Move a slider and see which scores move.</source>
        <translation>Mueva un control y vea qué puntuaciones cambian.</translation>
    </message>
</context>
<context>
    <name>DepositContents</name>
    <message>
        <source>All annotators&apos;</source>
        <translation>De todos los anotadores</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Solo las mías</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Without them only its card and its numbers on your songs go in</source>
        <translation>Sin ellos solo entran su ficha y sus números sobre sus piezas</translation>
    </message>
    <message>
        <source>Checksums of the sound files</source>
        <translation>Sumas de comprobación de los archivos de sonido</translation>
    </message>
    <message>
        <source>Reads every file; others find out with it whether theirs are the same</source>
        <translation>Lee cada archivo; así otros ven si los suyos son iguales</translation>
    </message>
    <message>
        <source>The model “{name}” goes in, with its weights.</source>
        <translation>Entra el modelo «{name}», con sus pesos.</translation>
    </message>
    <message>
        <source>Card and numbers of the model “{name}” go in.</source>
        <translation>Entran la ficha y los números del modelo «{name}».</translation>
    </message>
    <message>
        <source>Its weights, too</source>
        <translation>También sus pesos</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Sound files</source>
        <translation>Archivos de sonido</translation>
    </message>
    <message>
        <source>They stay here: only their checksums go in.</source>
        <translation>Se quedan aquí: solo entran sus sumas de comprobación.</translation>
    </message>
</context>
<context>
    <name>DepositDialog</name>
    <message>
        <source>Prepare a deposit</source>
        <translation>Preparar un depósito</translation>
    </message>
    <message>
        <source>Where the folder of the deposit goes</source>
        <translation>Dónde va la carpeta del depósito</translation>
    </message>
    <message>
        <source>Preparing the deposit</source>
        <translation>Preparando el depósito</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se escribió nada.</translation>
    </message>
    <message>
        <source>Counting what goes in</source>
        <translation>Contando lo que entra</translation>
    </message>
    <message>
        <source>There is no song whose decisions could go in.</source>
        <translation>No hay ninguna pieza cuyas decisiones puedan entrar.</translation>
    </message>
    <message>
        <source>{songs:# song|# songs}, {n:# decision|# decisions} by {who:# annotator|# annotators} go in; no audio, no paths.</source>
        <translation>Entran {songs:# pieza|# piezas} y {n:# decisión|# decisiones} de {who:# anotador|# anotadores}; ni audio ni rutas.</translation>
    </message>
    <message>
        <source>It becomes a new folder, named after “{name}”.</source>
        <translation>Será una carpeta nueva, con el nombre de «{name}».</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>Póngale un título.</translation>
    </message>
    <message>
        <source>Give it a version, such as 1.0.0.</source>
        <translation>Póngale una versión, como 1.0.0.</translation>
    </message>
    <message>
        <source>Write who made it.</source>
        <translation>Escriba quién lo hizo.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Falta un nombre.</translation>
    </message>
    <message>
        <source>“{orcid}” is no ORCID. Write it as 0000-0002-1825-0097, or leave it empty.</source>
        <translation>«{orcid}» no es un ORCID. Escríbalo como 0000-0002-1825-0097 o déjelo vacío.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Which music, why these tags, who judged, and how</source>
        <translation>Qué música, por qué estas etiquetas, quién juzgó y cómo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Prepare…</source>
        <translation>Preparar…</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Free to use for all who name you (CC BY 4.0)</source>
        <translation>Libre para quien le cite (CC BY 4.0)</translation>
    </message>
    <message>
        <source>Likewise, if what they make is as free (CC BY-SA 4.0)</source>
        <translation>Igual, si lo nuevo es igual de libre (CC BY-SA 4.0)</translation>
    </message>
    <message>
        <source>For all who name you, not for profit (CC BY-NC 4.0)</source>
        <translation>Para quien le cite, sin lucro (CC BY-NC 4.0)</translation>
    </message>
    <message>
        <source>Not for profit, if what they make is as free (CC BY-NC-SA 4.0)</source>
        <translation>Sin lucro, si lo nuevo es igual de libre (CC BY-NC-SA 4.0)</translation>
    </message>
    <message>
        <source>Free to use, without any condition (CC0 1.0)</source>
        <translation>Libre, sin condiciones (CC0 1.0)</translation>
    </message>
    <message>
        <source>What it says of itself</source>
        <translation>Lo que dice de sí</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>No escribir nada (Esc)</translation>
    </message>
</context>
<context>
    <name>DisputeLine</name>
    <message>
        <source>I was right</source>
        <translation>Tenía razón</translation>
    </message>
    <message>
        <source>The decision stays, and is not asked about again</source>
        <translation>La decisión queda, y no se vuelve a preguntar</translation>
    </message>
    <message>
        <source>I was wrong</source>
        <translation>Me equivocaba</translation>
    </message>
    <message>
        <source>The decision becomes the contrary</source>
        <translation>La decisión pasa a ser la contraria</translation>
    </message>
    <message>
        <source>The word is unclear</source>
        <translation>La palabra no está clara</translation>
    </message>
    <message>
        <source>It is left out of learning until you settle it in the codebook</source>
        <translation>No se aprende de ella hasta que la aclare en el libro de códigos</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{tag}: you said yes, the model hears {score}.</source>
        <translation>{tag}: usted dijo sí, el modelo oye {score}.</translation>
    </message>
    <message>
        <source>{tag}: you said no, the model hears {score}.</source>
        <translation>{tag}: usted dijo no, el modelo oye {score}.</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>The same recording twice</source>
        <translation>La misma grabación dos veces</translation>
    </message>
    <message>
        <source>Pairs of songs that sound alike</source>
        <translation>Pares de piezas que suenan igual</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Unirlas</translation>
    </message>
    <message>
        <source>These are different</source>
        <translation>Estas son distintas</translation>
    </message>
    <message>
        <source>Two recordings: never offer them again (undo takes it back)</source>
        <translation>Dos grabaciones: no volver a ofrecerlas (Deshacer lo revierte)</translation>
    </message>
    <message>
        <source>Pairs that sound alike: {}</source>
        <translation>Pares que suenan igual: {}</translation>
    </message>
    <message>
        <source>No two songs are the same recording.</source>
        <translation>No hay dos piezas con la misma grabación.</translation>
    </message>
    <message>
        <source>One song with the decisions of both; one undo takes it back</source>
        <translation>Una pieza con las decisiones de ambas; un solo Deshacer lo revierte</translation>
    </message>
    <message>
        <source>{} ({} % alike)</source>
        <translation>{} ({} % iguales)</translation>
    </message>
    <message>
        <source>Two files of one song, such as a FLAC and an MP3 of it.</source>
        <translation>Dos archivos de una pieza, como un FLAC y un MP3.</translation>
    </message>
    <message>
        <source>The one shown differs in places, perhaps in a note: listen to both before you join them.</source>
        <translation>La que se muestra difiere en algunos puntos, quizá en una nota: escuche ambas antes de unirlas.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Leave the other pairs as they are (Esc)</source>
        <translation>Dejar los otros pares como están (Esc)</translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Learn on another machine</source>
        <translation>Aprender en otro ordenador</translation>
    </message>
    <message>
        <source>A training bundle takes this round of learning there.</source>
        <translation>Un paquete lleva allí este aprendizaje.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Escribir…</translation>
    </message>
    <message>
        <source>Choose a name, and write the bundle</source>
        <translation>Elegir un nombre y escribir el paquete</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>No escribir nada (Esc)</translation>
    </message>
    <message>
        <source>about {size}; {free} are free</source>
        <translation>unos {size}; {free} están libres</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Se aprende de</translation>
    </message>
    <message>
        <source>{n:# song|# songs}</source>
        <translation>{n:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>Learned there</source>
        <translation>Allí se aprende</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Heard first</source>
        <translation>Se oye antes</translation>
    </message>
    <message>
        <source>Training bundle (*{})</source>
        <translation>Paquete de aprendizaje (*{})</translation>
    </message>
    <message>
        <source>Packing {}</source>
        <translation>Se prepara {}</translation>
    </message>
    <message>
        <source>the tags alone</source>
        <translation>solo las etiquetas</translation>
    </message>
    <message>
        <source>the tags and the sense of time</source>
        <translation>las etiquetas y el sentido del tiempo</translation>
    </message>
    <message>
        <source>all of the network</source>
        <translation>toda la red</translation>
    </message>
    <message>
        <source>It is one file with the model to start from, your decisions and what is heard of the songs; no sound, and no names of songs or artists. There, “rhythmcap train-bundle FILE” learns from it and writes a zip; Model ▸ Import a model… takes that in here.</source>
        <translation>Es un solo archivo con el modelo de partida, sus decisiones y lo que se oye de las piezas; sin sonido y sin nombres de piezas o artistas. Allí «rhythmcap train-bundle ARCHIVO» aprende de él y escribe un zip; aquí lo recibe Modelo ▸ Importar un modelo…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>{n:# song|# songs}; takes about {size} on this computer</source>
        <translation>{n:# pieza|# piezas}; ocupa unos {size} en este ordenador</translation>
    </message>
</context>
<context>
    <name>EmptyResult</name>
    <message>
        <source>Leave that out</source>
        <translation>Quitar eso</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Mostrar todas las piezas</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
    <message>
        <source>No songs yet</source>
        <translation>Aún no hay piezas</translation>
    </message>
    <message>
        <source>Drop files or a folder here.</source>
        <translation>Arrastre aquí archivos o una carpeta.</translation>
    </message>
    <message>
        <source>Drop files or a folder here, or press {key} to add songs.</source>
        <translation>Arrastre aquí archivos o una carpeta, o pulse {key} para añadir piezas.</translation>
    </message>
    <message>
        <source>Every song has tags</source>
        <translation>Todas las piezas tienen etiquetas</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nada que revisar</translation>
    </message>
    <message>
        <source>Nothing is unsure</source>
        <translation>Nada está en duda</translation>
    </message>
    <message>
        <source>No file is missing</source>
        <translation>No falta ningún archivo</translation>
    </message>
    <message>
        <source>No song matches “{query}”</source>
        <translation>Ninguna pieza coincide con «{query}»</translation>
    </message>
    <message>
        <source>“{query}” is not understood</source>
        <translation>«{query}» no se entiende</translation>
    </message>
    <message>
        <source>Try fewer letters, or another word or tag.</source>
        <translation>Pruebe con menos letras, u otra palabra o etiqueta.</translation>
    </message>
    <message>
        <source>No song at all matches “{part}”.</source>
        <translation>Ninguna pieza coincide con «{part}».</translation>
    </message>
    <message>
        <source>Each part finds songs, but no song has all of them.</source>
        <translation>Cada parte encuentra piezas, pero ninguna las reúne todas.</translation>
    </message>
    <message>
        <source>No song has all of this. Join the words with OR, or use fewer.</source>
        <translation>Ninguna pieza tiene todo esto. Una las palabras con OR, o use menos.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Hear “{tag}”</source>
        <translation>Oír «{tag}»</translation>
    </message>
    <message>
        <source>The model has no scores of this tag along the song</source>
        <translation>El modelo no tiene puntuaciones de esta etiqueta a lo largo de la pieza</translation>
    </message>
    <message>
        <source>No other song that the model knows was judged so</source>
        <translation>Ninguna otra pieza que el modelo conoce se juzgó así</translation>
    </message>
    <message>
        <source>{start} to {end}, score {score}</source>
        <translation>de {start} a {end}, puntuación {score}</translation>
    </message>
    <message>
        <source>{song}, similarity {similarity}, as loud as this song</source>
        <translation>{song}, semejanza {similarity}, tan fuerte como esta pieza</translation>
    </message>
    <message>
        <source>Reading the sounds</source>
        <translation>Leyendo los sonidos</translation>
    </message>
    <message>
        <source>Nothing to hear yet</source>
        <translation>Aún nada que oír</translation>
    </message>
    <message>
        <source>this song</source>
        <translation>esta pieza</translation>
    </message>
    <message>
        <source>All as loud as this song</source>
        <translation>Todos tan fuertes como esta pieza</translation>
    </message>
    <message>
        <source>For</source>
        <translation>A favor</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>En contra</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sin</translation>
    </message>
    <message>
        <source>The seconds that speak most for it</source>
        <translation>Los segundos que más hablan a favor</translation>
    </message>
    <message>
        <source>The seconds that speak most against it</source>
        <translation>Los segundos que más hablan en contra</translation>
    </message>
    <message>
        <source>The nearest judged song with it</source>
        <translation>La pieza juzgada más parecida que tiene la etiqueta</translation>
    </message>
    <message>
        <source>The nearest judged song without it</source>
        <translation>La pieza juzgada más parecida que no tiene la etiqueta</translation>
    </message>
    <message>
        <source>{start} to {end}; the score around them is {score}, without them {without}</source>
        <translation>de {start} a {end}; la puntuación alrededor es {score}, sin ellos {without}</translation>
    </message>
    <message>
        <source>Looking for the exact seconds</source>
        <translation>Se buscan los segundos exactos</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Lo es: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>No lo es: {song}</translation>
    </message>
    <message>
        <source>Space, held: hear it · A, held: the open song, as loud</source>
        <translation>Espacio, pulsado: se oye · A, pulsada: la pieza abierta, con igual volumen</translation>
    </message>
</context>
<context>
    <name>ExamplePicker</name>
    <message>
        <source>An example of which tag?</source>
        <translation>¿Un ejemplo de qué etiqueta?</translation>
    </message>
    <message>
        <source>Enter: it is one · Shift+Enter: it is not</source>
        <translation>Intro: lo es · Mayús+Intro: no lo es</translation>
    </message>
</context>
<context>
    <name>ExamplePlayback</name>
    <message>
        <source>Read an example</source>
        <translation>Leer un ejemplo</translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>{title} – click to take it off the list</source>
        <translation>{title} – un clic la quita de la lista</translation>
    </message>
    <message>
        <source>Take {title} off the list</source>
        <translation>Quitar {title} de la lista</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export decisions</source>
        <translation>Exportar las decisiones</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Las mías</translation>
    </message>
    <message>
        <source>All annotators&apos;</source>
        <translation>Las de todos los anotadores</translation>
    </message>
    <message>
        <source>Paths as seen from the file</source>
        <translation>Rutas vistas desde el archivo</translation>
    </message>
    <message>
        <source>For a file that moves together with the songs, such as on a drive</source>
        <translation>Para un archivo que se mueve junto con las piezas, por ejemplo en una unidad</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Se escribe {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Elegir la carpeta en que se escribe</translation>
    </message>
    <message>
        <source>No format is known.</source>
        <translation>No se conoce ningún formato.</translation>
    </message>
    <message>
        <source>Not kept by this format:</source>
        <translation>Este formato no conserva:</translation>
    </message>
    <message>
        <source>All that was decided is kept.</source>
        <translation>De las decisiones se conserva todo.</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>No escribir nada (Esc)</translation>
    </message>
    <message>
        <source>A column with the song&apos;s caption</source>
        <translation>Una columna con la enumeración de etiquetas</translation>
    </message>
    <message>
        <source>The song&apos;s tags, also those that the model predicts, as you would list them</source>
        <translation>Las etiquetas de la pieza, también las que predice el modelo, como las enumeraría usted</translation>
    </message>
</context>
<context>
    <name>FacetButton</name>
    <message>
        <source>Click: songs with it · Alt+click: songs without it</source>
        <translation>Clic: piezas con ella · Alt+clic: piezas sin ella</translation>
    </message>
    <message>
        <source>{count:# more has|# more have} it in a part only: right click</source>
        <translation>{count:# más la tiene|# más la tienen} solo en un pasaje: clic derecho</translation>
    </message>
    <message>
        <source>Songs with it</source>
        <translation>Piezas con ella</translation>
    </message>
    <message>
        <source>Songs without it</source>
        <translation>Piezas sin ella</translation>
    </message>
    <message>
        <source>Songs with it in a part</source>
        <translation>Piezas que la tienen en un pasaje</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>How many of these songs have each tag</source>
        <translation>Cuántas de estas piezas tienen cada etiqueta</translation>
    </message>
    <message>
        <source>Tags of these songs</source>
        <translation>Etiquetas de estas piezas</translation>
    </message>
</context>
<context>
    <name>FaultsPage</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Rows that are not read</source>
        <translation>Filas que no se leen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all of these rows, for a spreadsheet</source>
        <translation>Copiar todas estas filas, para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>Every row of the file was read.</source>
        <translation>Se ha leído cada fila del archivo.</translation>
    </message>
    <message>
        <source>{n:#|#} rows do not come in, or not as they stand; the first {shown:#|#} are listed.</source>
        <translation>{n:#|#} filas no entran, o no tal como están; se muestran las primeras {shown:#|#}.</translation>
    </message>
    <message>
        <source>{n:This row does|These # rows do} not come in, or not as {n:it stands|they stand}; the rest does.</source>
        <translation>{n:Esta fila no entra|Estas # filas no entran}, o no tal como {n:está|están}; todas las demás sí.</translation>
    </message>
    <message>
        <source>rows not read.csv</source>
        <translation>filas no leídas.csv</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Guardar como CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>File and field</source>
        <translation>Archivo y campo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Choose into which field of the files the tags of a category go. Then you see every change before it is made.

Only your yes on whole songs is written. All else in the files stays as it is, and what was there can be brought back.</source>
        <translation>Elija a qué campo de los archivos van las etiquetas de una categoría. Después ve cada cambio antes de que se haga.

Solo se escribe su sí a piezas enteras. Todo lo demás de los archivos queda como está, y lo que había se puede recuperar.</translation>
    </message>
    <message>
        <source>The files say all of it already.</source>
        <translation>Los archivos ya lo dicen todo.</translation>
    </message>
    <message>
        <source>Nothing that was written is left to be taken back.</source>
        <translation>No queda nada escrito que retirar.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would change.</source>
        <translation>{n:# archivo cambiaría|# archivos cambiarían}.</translation>
    </message>
    <message>
        <source>{n:# file|# files} would have former tags again.</source>
        <translation>{n:# archivo tendría|# archivos tendrían} de nuevo las etiquetas de antes.</translation>
    </message>
    <message>
        <source>{n:# cannot|# cannot} be written.</source>
        <translation>{n:# no se puede|# no se pueden} escribir.</translation>
    </message>
    <message>
        <source>… and {n:# more file|# more files}</source>
        <translation>… y {n:# archivo más|# archivos más}</translation>
    </message>
    <message>
        <source>“Take back…” shows what was written, and brings the former tags back.</source>
        <translation>«Retirar…» muestra lo que se escribió y recupera las etiquetas anteriores.</translation>
    </message>
    <message>
        <source>another program has changed it since</source>
        <translation>otro programa lo ha cambiado desde entonces</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Queda como está: {reason}</translation>
    </message>
</context>
<context>
    <name>FileTagsDialog</name>
    <message>
        <source>Write tags to files</source>
        <translation>Escribir etiquetas en los archivos</translation>
    </message>
    <message>
        <source>Keep the files&apos; times</source>
        <translation>Conservar las fechas de los archivos</translation>
    </message>
    <message>
        <source>Programs that go by the time do not notice the change then</source>
        <translation>Los programas que se guían por la fecha no notan entonces el cambio</translation>
    </message>
    <message>
        <source>Stop after this file; what is written stays</source>
        <translation>Detener tras este archivo; lo escrito se conserva</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Show what was written into these songs&apos; files before</source>
        <translation>Mostrar lo que se escribió antes en los archivos de estas piezas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# archivo escrito|# archivos escritos}.</translation>
    </message>
    <message>
        <source>{n:# file has|# files have} former tags again.</source>
        <translation>{n:# archivo tiene|# archivos tienen} otra vez las etiquetas de antes.</translation>
    </message>
    <message>
        <source>{n:# was|# were} left alone.</source>
        <translation>{n:# quedó|# quedaron} como {n:estaba|estaban}.</translation>
    </message>
    <message>
        <source>In {n:# file|# files} a field was left alone.</source>
        <translation>En {n:# archivo|# archivos} un campo quedó como estaba.</translation>
    </message>
    <message>
        <source>Stopped: {n:# is|# are} left.</source>
        <translation>Detenido: {n:queda #|quedan #}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Retirando</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Mirando los archivos</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostrar los cambios</translation>
    </message>
    <message>
        <source>Write {n:# file|# files}</source>
        <translation>Escribir {n:# archivo|# archivos}</translation>
    </message>
    <message>
        <source>Take back in {n:# file|# files}</source>
        <translation>Retirar en {n:# archivo|# archivos}</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>no se escribe</translation>
    </message>
    <message>
        <source>Field for {category}</source>
        <translation>Campo para {category}</translation>
    </message>
    <message>
        <source>A field that players show, or a name of your own</source>
        <translation>Un campo que muestran los reproductores, o un nombre propio</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Copying the library</source>
        <translation>Copiando la biblioteca</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Añadir piezas</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Abrir una biblioteca</translation>
    </message>
    <message>
        <source>Open a library, or name a new one</source>
        <translation>Abrir una biblioteca, o nombrar una nueva</translation>
    </message>
    <message>
        <source>Libraries (*.db)</source>
        <translation>Bibliotecas (*.db)</translation>
    </message>
    <message>
        <source>Name a new library</source>
        <translation>Dé nombre a una nueva biblioteca</translation>
    </message>
    <message>
        <source>Searching in {}</source>
        <translation>Buscando en {}</translation>
    </message>
    <message>
        <source>Checking the file of every song</source>
        <translation>Comprobando el archivo de cada pieza</translation>
    </message>
    <message>
        <source>Comparing songs of the same length</source>
        <translation>Comparando piezas de igual duración</translation>
    </message>
    <message>
        <source>Reading the copies</source>
        <translation>Leyendo las copias</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>FilterDetail</name>
    <message>
        <source>Filter {number} of {n}</source>
        <translation>Filtro {number} de {n}</translation>
    </message>
    <message>
        <source>, channel {channel}</source>
        <translation>, canal {channel}</translation>
    </message>
    <message>
        <source>weights from {low} to {high}, strength {strength}</source>
        <translation>pesos de {low} a {high}, fuerza {strength}</translation>
    </message>
</context>
<context>
    <name>FilterGrid</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>The arrow keys go from filter to filter</source>
        <translation>Las flechas pasan de un filtro a otro</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>Which filters</source>
        <translation>Qué filtros</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Por número</translation>
    </message>
    <message>
        <source>The strongest first</source>
        <translation>Primero los más fuertes</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>Orden de los filtros</translation>
    </message>
    <message>
        <source>A scale for every filter</source>
        <translation>Una escala por filtro</translation>
    </message>
    <message>
        <source>Shows the shape of weak filters, too</source>
        <translation>Muestra también la forma de los filtros débiles</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>Todos los filtros</translation>
    </message>
</context>
<context>
    <name>FindMissing</name>
    <message>
        <source>Find missing files</source>
        <translation>Buscar archivos que faltan</translation>
    </message>
    <message>
        <source>A folder was moved or renamed. It was:</source>
        <translation>Se movió o renombró una carpeta. Era:</translation>
    </message>
    <message>
        <source>Search a folder for songs with the very same sound</source>
        <translation>Buscar bajo una carpeta piezas idénticas hasta la última muestra</translation>
    </message>
    <message>
        <source>Where the folder was</source>
        <translation>Dónde estaba la carpeta</translation>
    </message>
    <message>
        <source>The folder to search in</source>
        <translation>La carpeta donde buscar</translation>
    </message>
    <message>
        <source>Choose the folder to search in</source>
        <translation>Elegir la carpeta donde buscar</translation>
    </message>
    <message>
        <source>Search there</source>
        <translation>Buscar ahí</translation>
    </message>
    <message>
        <source>Searching changes nothing</source>
        <translation>Buscar no cambia nada</translation>
    </message>
    <message>
        <source>One undo brings the former files back</source>
        <translation>Un solo Deshacer recupera los archivos anteriores</translation>
    </message>
    <message>
        <source>Use these files ({})</source>
        <translation>Usar estos archivos ({})</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>Search in:</source>
        <translation>Buscar en:</translation>
    </message>
    <message>
        <source>Where the songs are now</source>
        <translation>Dónde están ahora las piezas</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Songs whose files are not there: {}</source>
        <translation>Piezas cuyos archivos no están: {}</translation>
    </message>
    <message>
        <source>Every song&apos;s file is where it was.</source>
        <translation>El archivo de cada pieza está donde estaba.</translation>
    </message>
    <message>
        <source>None of the missing songs was found there.</source>
        <translation>Allí no se halló ninguna de las piezas que faltan.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Change nothing more (Esc)</source>
        <translation>No cambiar nada más (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Guardar la tabla…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>My songs</source>
        <translation>Mis piezas</translation>
    </message>
    <message>
        <source>Choose a folder: songs stay where they are and are never changed.</source>
        <translation>Elegir una carpeta: las piezas se quedan donde están y nunca se modifican.</translation>
    </message>
    <message>
        <source>The demo</source>
        <translation>La demo</translation>
    </message>
    <message>
        <source>Short songs composed for you, some of them tagged; heard at once.</source>
        <translation>Piezas breves compuestas para usted, algunas etiquetadas; se oyen enseguida.</translation>
    </message>
    <message>
        <source>A library that I have</source>
        <translation>Una biblioteca que ya tengo</translation>
    </message>
    <message>
        <source>Open its file, with all songs, tags and models in it.</source>
        <translation>Abre su archivo, con todas las piezas, etiquetas y modelos.</translation>
    </message>
    <message>
        <source>Begins with {:# word|# words}; choose others…</source>
        <translation>Empieza con {:# palabra|# palabras}; elige otras…</translation>
    </message>
    <message>
        <source>with a model that knows recordings: {model}, {size} MB, {data}</source>
        <translation>con un modelo que conoce grabaciones: {model}, {size} MB, {data}</translation>
    </message>
    <message>
        <source>{title} by {artist}</source>
        <translation>{title} de {artist}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Añadiendo piezas</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
    <message>
        <source>Listen, tag by ear, and let the machine learn your words</source>
        <translation>Escuche, etiquete de oído y deje que la máquina aprenda sus palabras</translation>
    </message>
    <message>
        <source>This library has no songs yet.</source>
        <translation>Esta biblioteca aún no tiene piezas.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>No hay ninguna biblioteca abierta.</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere on this window.</source>
        <translation>O arrastre archivos y carpetas a esta ventana.</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Pieza siguiente</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FlipOffers</name>
    <message>
        <source>“{new}” changed its mind about {n:# tag|# tags} in {songs:# song|# songs}.</source>
        <translation>«{new}» ha cambiado de opinión sobre {n:# etiqueta|# etiquetas} en {songs:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>Later: Model ▸ Go through what changed its mind ({key}).</source>
        <translation>Más tarde: Modelo ▸ Recorrer dónde ha cambiado de opinión ({key}).</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>This tag has too few songs for a learning curve.</source>
        <translation>Esta etiqueta tiene muy pocas piezas para una curva de aprendizaje.</translation>
    </message>
    <message>
        <source>Learning curve of {}</source>
        <translation>Curva de aprendizaje de {}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>suficiente</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>{n:# more song|# more songs}</source>
        <translation>{n:# pieza|# piezas} más</translation>
    </message>
    <message>
        <source>fit, with its 95 % range</source>
        <translation>curva ajustada, con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>piezas</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>pares de 100</translation>
    </message>
    <message>
        <source>{n:# song|# songs} with it</source>
        <translation>{n:# pieza|# piezas} con ella</translation>
    </message>
    <message>
        <source>measured: {} of 100 pairs</source>
        <translation>medidos: {} de 100 pares</translation>
    </message>
    <message>
        <source>forecast: {pairs} ({low}–{high}) of 100 pairs</source>
        <translation>previsión: {pairs} ({low}–{high}) de 100 pares</translation>
    </message>
</context>
<context>
    <name>ForecastController</name>
    <message>
        <source>Learning the tags from parts of the songs</source>
        <translation>Se aprenden las etiquetas de partes de las piezas</translation>
    </message>
</context>
<context>
    <name>ForecastDialog</name>
    <message>
        <source>How many more songs?</source>
        <translation>¿Cuántas piezas más?</translation>
    </message>
    <message>
        <source>Stopped: nothing is known yet.</source>
        <translation>Detenido: aún no se sabe nada.</translation>
    </message>
    <message>
        <source>Your decisions or the model have changed since then: forecast again.</source>
        <translation>Sus decisiones o el modelo han cambiado desde entonces: prevea de nuevo.</translation>
    </message>
    <message>
        <source>Ask me about this tag</source>
        <translation>Preguntar por esta etiqueta</translation>
    </message>
    <message>
        <source>Judge it song by song (Enter in the list)</source>
        <translation>Juzgarla pieza por pieza (Intro en la lista)</translation>
    </message>
    <message>
        <source>Open in the codebook</source>
        <translation>Abrir en el libro de códigos</translation>
    </message>
    <message>
        <source>Its meaning, when to use it, and sounding examples</source>
        <translation>Su significado, cuándo usarla y ejemplos sonoros</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Qué juzgar a continuación</translation>
    </message>
    <message>
        <source>Forecast again</source>
        <translation>Prever de nuevo</translation>
    </message>
    <message>
        <source>Learn the tags from parts of the songs once more</source>
        <translation>Aprende de nuevo las etiquetas de partes de las piezas</translation>
    </message>
    <message>
        <source>Of no tag can a forecast be made yet.</source>
        <translation>Aún no se puede hacer una previsión para ninguna etiqueta.</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} more songs</source>
        <translation>{n:# etiqueta necesita|# etiquetas necesitan} más piezas</translation>
    </message>
    <message>
        <source>{n:# tag needs|# tags need} a clearer definition</source>
        <translation>{n:# etiqueta necesita|# etiquetas necesitan} una definición más clara</translation>
    </message>
    <message>
        <source>for {n:# tag|# tags} it cannot be told yet</source>
        <translation>de {n:# etiqueta|# etiquetas} no se puede decir aún</translation>
    </message>
    <message>
        <source>It takes songs judged yes and songs judged no, beside those that the network was trained on. Judge some first.</source>
        <translation>Hacen falta piezas juzgadas con sí y piezas juzgadas con no, aparte de aquellas con las que se entrenó la red. Juzgue antes algunas.</translation>
    </message>
    <message>
        <source>All tags as a CSV file</source>
        <translation>Todas las etiquetas como archivo CSV</translation>
    </message>
    <message>
        <source>{n:# tag is|# tags are} good enough</source>
        <translation>{n:# etiqueta es suficiente|# etiquetas son suficientes}</translation>
    </message>
    <message>
        <source>Forecast on {when} from {n:# decision|# decisions} and what “{model}” hears. Every tag was learned from parts of the songs, whole artists at a time, and tested on others. It takes the songs to come to be like the present ones.</source>
        <translation>Previsión del {when} a partir de {n:# decisión|# decisiones} y de lo que oye «{model}». Cada etiqueta se aprendió de partes de las piezas, artistas enteros cada vez, y se probó con otras. Supone que las piezas por venir se parecen a las que hay.</translation>
    </message>
</context>
<context>
    <name>ForecastTable</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
    <message>
        <source>With twice as many</source>
        <translation>Con el doble</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Qué le falta</translation>
    </message>
    <message>
        <source>Songs judged yes</source>
        <translation>Piezas juzgadas con sí</translation>
    </message>
    <message>
        <source>A forecast of the pairs with twice as many songs with it</source>
        <translation>Una previsión de los pares con el doble de piezas con la etiqueta</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Qué falta a las etiquetas</translation>
    </message>
</context>
<context>
    <name>FoundTable</name>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Estaba</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Hallada en</translation>
    </message>
    <message>
        <source>Missing songs and where they were found</source>
        <translation>Piezas que faltan y dónde se hallaron</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>aún no buscada</translation>
    </message>
    <message>
        <source>folder or drive not there</source>
        <translation>falta la carpeta o la unidad</translation>
    </message>
    <message>
        <source>not found there</source>
        <translation>no hallada allí</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Filter by word or meaning</source>
        <translation>Filtrar por palabra o significado</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>Palabras del glosario</translation>
    </message>
    <message>
        <source>No word matches</source>
        <translation>Ninguna palabra coincide</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Pruebe con menos letras.</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Fuente: {}</translation>
    </message>
</context>
<context>
    <name>GrammarController</name>
    <message>
        <source>Looking for rules</source>
        <translation>Buscando reglas</translation>
    </message>
    <message>
        <source>Looking what the rules imply</source>
        <translation>Buscando lo que implican las reglas</translation>
    </message>
</context>
<context>
    <name>GrammarDialog</name>
    <message>
        <source>Word grammar</source>
        <translation>Gramática de palabras</translation>
    </message>
    <message>
        <source>Which rules are listed</source>
        <translation>Qué reglas se muestran</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Apoyo</translation>
    </message>
    <message>
        <source>Share (95 %)</source>
        <translation>Proporción (95 %)</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Excepciones</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Accepted rules warn you and offer tags as you judge. They decide nothing.</source>
        <translation>Las reglas aceptadas le avisan y proponen etiquetas mientras juzga. No deciden nada.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Other tag</source>
        <translation>Otra etiqueta</translation>
    </message>
    <message>
        <source>Rules between tags</source>
        <translation>Reglas entre etiquetas</translation>
    </message>
    <message>
        <source>Songs that follow it, of those that it speaks of</source>
        <translation>Piezas que la siguen, de aquellas de las que habla</translation>
    </message>
    <message>
        <source>How many follow it, with the 95 % range (Wilson)</source>
        <translation>Cuántas la siguen, con el intervalo del 95 % (Wilson)</translation>
    </message>
    <message>
        <source>Songs that break it: Enter lists them</source>
        <translation>Piezas que la incumplen: Intro las muestra</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Forget what was decided on it, or that it was written</source>
        <translation>Olvidar lo que se decidió sobre ella, o que se escribió</translation>
    </message>
    <message>
        <source>List the exceptions</source>
        <translation>Mostrar las excepciones</translation>
    </message>
    <message>
        <source>The songs that break it, in the song list, to hear</source>
        <translation>Las piezas que la incumplen, en la lista, para oírlas</translation>
    </message>
    <message>
        <source>Apply to songs…</source>
        <translation>Aplicar a piezas…</translation>
    </message>
    <message>
        <source>What accepted rules imply for the selected songs, or all of the list; you see it first</source>
        <translation>Lo que implican las reglas aceptadas para las piezas seleccionadas, o todas las de la lista; lo ve antes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>To decide on ({})</source>
        <translation>Por decidir ({})</translation>
    </message>
    <message>
        <source>Accepted ({})</source>
        <translation>Aceptadas ({})</translation>
    </message>
    <message>
        <source>Dismissed ({})</source>
        <translation>Descartadas ({})</translation>
    </message>
    <message>
        <source>All ({})</source>
        <translation>Todas ({})</translation>
    </message>
    <message>
        <source>Judge more songs, with yes and with no, or write a rule yourself.</source>
        <translation>Juzgue más piezas, con sí y con no, o escriba una regla.</translation>
    </message>
    <message>
        <source>All rules that were found are decided on.</source>
        <translation>Se ha decidido sobre todas las reglas encontradas.</translation>
    </message>
    <message>
        <source>No rule is accepted yet. Accept one that was found, or write one.</source>
        <translation>Aún no hay ninguna regla aceptada. Acepte una encontrada, o escriba una.</translation>
    </message>
    <message>
        <source>No rule is dismissed.</source>
        <translation>Ninguna regla está descartada.</translation>
    </message>
</context>
<context>
    <name>GraphicsController</name>
    <message>
        <source>Installing for the graphics card</source>
        <translation>Instalación para la tarjeta gráfica</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Eliminación</translation>
    </message>
    <message>
        <source>Looking for a graphics card</source>
        <translation>Búsqueda de una tarjeta gráfica</translation>
    </message>
</context>
<context>
    <name>GraphicsDialog</name>
    <message>
        <source>Use my graphics card</source>
        <translation>Usar mi tarjeta gráfica</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Delete what was installed; learning goes on without it</source>
        <translation>Borra lo instalado; se sigue aprendiendo sin ello</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close; an installation stops and can go on later</source>
        <translation>Cierra; una instalación se detiene y puede seguir más tarde</translation>
    </message>
    <message>
        <source>Stop; installing can go on from here later</source>
        <translation>Detiene; la instalación puede seguir desde aquí más tarde</translation>
    </message>
    <message>
        <source>The graphics card of this Mac is used already.</source>
        <translation>La tarjeta gráfica de este Mac ya se usa.</translation>
    </message>
    <message>
        <source>Nothing has to be installed.</source>
        <translation>No hay que instalar nada.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>No se encontró ninguna tarjeta gráfica de NVIDIA.</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but its driver does not answer.</source>
        <translation>Hay una tarjeta de NVIDIA, pero su controlador no responde.</translation>
    </message>
    <message>
        <source>Install or update NVIDIA&apos;s driver ({address}, or your system&apos;s package), restart the computer, and open this again.</source>
        <translation>Instale o actualice el controlador de NVIDIA ({address}, o el paquete de su sistema), reinicie el ordenador y abra esto otra vez.</translation>
    </message>
    <message>
        <source>{card} cannot be used with driver {driver}.</source>
        <translation>{card} no se puede usar con el controlador {driver}.</translation>
    </message>
    <message>
        <source>Update NVIDIA&apos;s driver ({address}), restart the computer, and open this again. Cards from before 2014 stay too old.</source>
        <translation>Actualice el controlador de NVIDIA ({address}), reinicie el ordenador y abra esto otra vez. Las tarjetas anteriores a 2014 siguen siendo demasiado antiguas.</translation>
    </message>
    <message>
        <source>What is installed for {card} is not complete.</source>
        <translation>Lo instalado para {card} no está completo.</translation>
    </message>
    <message>
        <source>It is not used. Installing goes on where it stopped; removing gives back its room.</source>
        <translation>No se usa. La instalación sigue donde se detuvo; quitarlo libera su sitio.</translation>
    </message>
    <message>
        <source>{card} can learn for you.</source>
        <translation>{card} puede aprender para usted.</translation>
    </message>
    <message>
        <source>RhythmCap learns on the processor. A card helps where the whole network is trained: one by NVIDIA with its driver installed, or a Mac with Apple&apos;s own chip. A round of learning can also be taken to another machine: Model ▸ Learn on another machine…</source>
        <translation>RhythmCap aprende en el procesador. Una tarjeta ayuda cuando se entrena toda la red: una de NVIDIA con su controlador, o un Mac con el chip de Apple. El aprendizaje también se puede llevar a otro ordenador: Modelo ▸ Aprender en otro ordenador…</translation>
    </message>
    <message>
        <source>The network itself learns on {card}.</source>
        <translation>La red misma aprende en {card}.</translation>
    </message>
    <message>
        <source>Where more than tags is learned, the sense of time or all of the network, it runs there in a process of its own; if that fails, the processor goes on. Tags alone are learned on the processor within seconds.</source>
        <translation>Cuando se aprende más que etiquetas, el sentido del tiempo o toda la red, ocurre allí en un proceso propio; si falla, sigue el procesador. Las etiquetas solas se aprenden en el procesador en segundos.</translation>
    </message>
    <message>
        <source>A second Python with PyTorch for CUDA is installed in the data folder and tried: a short song must get the processor&apos;s scores. From then on the network itself learns there. RhythmCap stays as it is, and all can be removed here again.</source>
        <translation>Se instala un segundo Python con PyTorch para CUDA en la carpeta de datos y se prueba: una pieza corta debe tener las mismas puntuaciones que da el procesador. Desde entonces la red misma aprende allí. RhythmCap queda como está, y todo se puede quitar aquí.</translation>
    </message>
    <message>
        <source>driver {version}</source>
        <translation>controlador {version}</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>unos {size}</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Por descargar</translation>
    </message>
    <message>
        <source>about {size} while installing; {free} are free</source>
        <translation>unos {size} durante la instalación; hay {free} libres</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sitio</translation>
    </message>
    <message>
        <source>nothing found: install uv (docs.astral.sh/uv) or Python 3.11</source>
        <translation>no se encontró nada: instale uv (docs.astral.sh/uv) o Python 3.11</translation>
    </message>
    <message>
        <source>Installed by</source>
        <translation>Instalado por</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Stopped; what has arrived is kept, and installing goes on from there.</source>
        <translation>Detenido; lo que ha llegado se conserva, y la instalación sigue desde ahí.</translation>
    </message>
    <message>
        <source>Go on installing</source>
        <translation>Seguir instalando</translation>
    </message>
    <message>
        <source>RhythmCap uses {card} already.</source>
        <translation>RhythmCap ya usa {card}.</translation>
    </message>
</context>
<context>
    <name>ImportLabelsDialog</name>
    <message>
        <source>Import decisions</source>
        <translation>Importar decisiones</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Se lee {name}</translation>
    </message>
    <message>
        <source>Reading the songs&apos; files</source>
        <translation>Leyendo los archivos de las piezas</translation>
    </message>
    <message>
        <source>Counting what comes in</source>
        <translation>Se cuenta lo que entra</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>Rows not read</source>
        <translation>Filas no leídas</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Leído como</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>No cambiar nada (Esc)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Take in what is shown; one undo takes all of it back</source>
        <translation>Tomar lo que se muestra; deshacer una vez lo retira todo</translation>
    </message>
    <message>
        <source>Choose a file or a folder, drop a file here, or read what stands in the songs&apos; own files. You see first what would come in, and nothing is changed before you say so.</source>
        <translation>Elija un archivo o una carpeta, suelte aquí un archivo, o lea lo que hay en los archivos de las piezas. Primero ve lo que entraría, y nada cambia antes de que usted lo diga.</translation>
    </message>
</context>
<context>
    <name>ImportModelDialog</name>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>A .zip from a colleague, or .pth, .h5, .safetensors, .onnx</source>
        <translation>Un .zip de un colega, o .pth, .h5, .safetensors, .onnx</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Finding out which network it is</source>
        <translation>Se averigua qué red es</translation>
    </message>
    <message>
        <source>It fits this network.</source>
        <translation>Encaja con esta red.</translation>
    </message>
    <message>
        <source>It fits several networks; choose one.</source>
        <translation>Encaja con varias redes; elija una.</translation>
    </message>
    <message>
        <source>It fits no network that RhythmCap knows.</source>
        <translation>No encaja con ninguna red que RhythmCap conozca.</translation>
    </message>
    <message>
        <source>Typed or pasted below, one per line</source>
        <translation>Escritas o pegadas abajo, una por línea</translation>
    </message>
    <message>
        <source>as the weights were trained (recommended)</source>
        <translation>como se entrenaron los pesos (recomendado)</translation>
    </message>
    <message>
        <source>as their README computes it</source>
        <translation>como lo calcula su README</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Calculado</translation>
    </message>
    <message>
        <source>Words, one per line</source>
        <translation>Palabras, una por línea</translation>
    </message>
    <message>
        <source>{}; a word occurs twice</source>
        <translation>{}; una palabra está repetida</translation>
    </message>
    <message>
        <source>A list of words, one per line</source>
        <translation>Una lista de palabras, una por línea</translation>
    </message>
    <message>
        <source>It can be run. Made with {}.</source>
        <translation>Se puede ejecutar. Hecho con {}.</translation>
    </message>
    <message>
        <source>It can be run.</source>
        <translation>Se puede ejecutar.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Cancelado; no se conservó nada.</translation>
    </message>
    <message>
        <source>Which network is it?</source>
        <translation>¿Qué red es?</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Lista de palabras</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>{:# word|# words}</source>
        <translation>{:# palabra|# palabras}</translation>
    </message>
    <message>
        <source>{:# word|# words}; the file has {:# output|# outputs}</source>
        <translation>{:# palabra|# palabras}; el archivo tiene {:# salida|# salidas}</translation>
    </message>
    <message>
        <source>Text (*.txt *.csv);;All files (*)</source>
        <translation>Texto (*.txt *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>No songs were added yet.</source>
        <translation>Aún no se han añadido piezas.</translation>
    </message>
    <message>
        <source>Progress of adding songs</source>
        <translation>Progreso de la incorporación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop adding; the songs added so far stay</source>
        <translation>Detener; las piezas ya añadidas se quedan</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copiar lista</translation>
    </message>
    <message>
        <source>Copy the list of files, with their reasons</source>
        <translation>Copiar la lista de archivos con sus motivos</translation>
    </message>
    <message>
        <source>Follow links</source>
        <translation>Seguir los enlaces</translation>
    </message>
    <message>
        <source>Add the songs, too, that the links lead to</source>
        <translation>Añadir también las piezas a las que llevan los enlaces</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Añadiendo piezas</translation>
    </message>
    <message>
        <source>Adding songs was cancelled</source>
        <translation>Se canceló la incorporación</translation>
    </message>
    <message>
        <source>Songs added</source>
        <translation>Piezas añadidas</translation>
    </message>
    <message>
        <source>No songs were added yet</source>
        <translation>Aún sin piezas añadidas</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
    <message>
        <source>{} added</source>
        <translation>{:# añadida|# añadidas}</translation>
    </message>
    <message>
        <source>{} already there</source>
        <translation>{:# ya estaba|# ya estaban}</translation>
    </message>
    <message>
        <source>{} could not be read</source>
        <translation>{} ilegibles</translation>
    </message>
    <message>
        <source>{} with a remark</source>
        <translation>{} con una observación</translation>
    </message>
    <message>
        <source>links out of the folder passed over: {}</source>
        <translation>enlaces fuera de la carpeta pasados por alto: {}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Files that could not be read, or have a remark</source>
        <translation>Archivos que no se pudieron leer o que llevan una observación</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>No se pudo leer</translation>
    </message>
    <message>
        <source>A remark</source>
        <translation>Observación</translation>
    </message>
</context>
<context>
    <name>ImportSource</name>
    <message>
        <source>No file is chosen yet</source>
        <translation>Aún no se ha elegido un archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Read the songs&apos; files</source>
        <translation>Leer los archivos de las piezas</translation>
    </message>
    <message>
        <source>Genre, mood, grouping and comment, as other programs wrote them there</source>
        <translation>Género, ánimo, agrupación y comentario, tal como los escribieron otros programas</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>found by what is in it</source>
        <translation>reconocido por el contenido</translation>
    </message>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Etiquetas en los archivos de las piezas</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Importar decisiones</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>IndexStrip</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
    <message>
        <source>Let it listen</source>
        <translation>Dejar que escuche</translation>
    </message>
    <message>
        <source>Listening to {:# song|# songs}…</source>
        <translation>Escuchando {:# pieza|# piezas}…</translation>
    </message>
    <message>
        <source>Reading what is known of the songs…</source>
        <translation>Leyendo lo que se sabe de las piezas…</translation>
    </message>
    <message>
        <source>{:# song|# songs} compared</source>
        <translation>{:# pieza comparada|# piezas comparadas}</translation>
    </message>
    <message>
        <source>{:# is|# are} still being listened to</source>
        <translation>{:# se está escuchando aún|# se están escuchando aún}</translation>
    </message>
    <message>
        <source>{:# was|# were} never listened to</source>
        <translation>{:# no se ha escuchado nunca|# no se han escuchado nunca}</translation>
    </message>
    <message>
        <source>{:# cannot be compared: its file is missing, silent or too short|# cannot be compared: their files are missing, silent or too short}</source>
        <translation>{:# no se puede comparar: su archivo falta, está en silencio o es demasiado corto|# no se pueden comparar: sus archivos faltan, están en silencio o son demasiado cortos}</translation>
    </message>
</context>
<context>
    <name>InsideDialog</name>
    <message>
        <source>Inside {}</source>
        <translation>Dentro de {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>No se pudo escribir {}: {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>No filters</source>
        <translation>Sin filtros</translation>
    </message>
    <message>
        <source>This network has no convolution that reads the sound. See the singular values of its other layers.</source>
        <translation>Esta red no tiene ninguna convolución que lea el sonido. Vea los valores singulares de sus otras capas.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>Valores singulares</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Guardar como imagen…</translation>
    </message>
    <message>
        <source>Save the values (CSV)…</source>
        <translation>Guardar los valores (CSV)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nueva tecla</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminada</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key.</source>
        <translation>Elija una acción y pulse su nueva tecla.</translation>
    </message>
    <message>
        <source>none: taken by {categories}</source>
        <translation>ninguna: la tiene {categories}</translation>
    </message>
    <message>
        <source>{} begins the tags of the category “{}”</source>
        <translation>{} inicia las etiquetas de la categoría «{}»</translation>
    </message>
    <message>
        <source>{} is the key of: {}</source>
        <translation>{} es la tecla de: {}</translation>
    </message>
    <message>
        <source>{} from now on.</source>
        <translation>{} desde ahora.</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>la predeterminada</translation>
    </message>
    <message>
        <source>The default key from now on.</source>
        <translation>Desde ahora, la tecla predeterminada.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Single letters work while no text field has the focus. Keys can be changed in the settings.</source>
        <translation>Las letras sueltas funcionan mientras ningún campo de texto tenga el foco. Las teclas se cambian en los ajustes.</translation>
    </message>
</context>
<context>
    <name>LabelsController</name>
    <message>
        <source>decisions</source>
        <translation>decisiones</translation>
    </message>
</context>
<context>
    <name>LearnDock</name>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Progress of learning</source>
        <translation>Progreso del aprendizaje</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aprender de mis etiquetas</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Aprender ahora</translation>
    </message>
    <message>
        <source>What tags need</source>
        <translation>Qué falta a las etiquetas</translation>
    </message>
    <message>
        <source>The new one stays in the library, under Models</source>
        <translation>El nuevo se queda en la biblioteca, en Modelos</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Resultado…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, with the songs it got wrong</source>
        <translation>Qué tal lo hace, etiqueta a etiqueta, con las piezas en que erró</translation>
    </message>
    <message>
        <source>Use it although it is worse</source>
        <translation>Usarlo aunque sea peor</translation>
    </message>
    <message>
        <source>Some tags cannot be learned yet</source>
        <translation>Algunas etiquetas aún no están listas</translation>
    </message>
    <message>
        <source>All tags can be learned</source>
        <translation>Todas las etiquetas se pueden aprender</translation>
    </message>
    <message>
        <source>Learned, not in the library yet: {}</source>
        <translation>Aprendido, aún no en la biblioteca: {}</translation>
    </message>
    <message>
        <source>Teach a model your tags</source>
        <translation>Enseñe a un modelo sus etiquetas</translation>
    </message>
    <message>
        <source>It is added to the library as soon as the library can be written again.</source>
        <translation>Entra en la biblioteca en cuanto se pueda volver a escribir en ella.</translation>
    </message>
    <message>
        <source>It learns from all songs you have judged, in the background; go on tagging meanwhile.</source>
        <translation>Aprende de todas las piezas que ha juzgado, en segundo plano; siga etiquetando mientras tanto.</translation>
    </message>
    <message>
        <source>{:# tag|# tags} left out: too few songs judged.</source>
        <translation>{:# etiqueta omitida|# etiquetas omitidas}: muy pocas piezas juzgadas.</translation>
    </message>
    <message>
        <source>Too few songs to test how well it learned.</source>
        <translation>Muy pocas piezas para probar lo bien que aprendió.</translation>
    </message>
    <message>
        <source>On {:# song|# songs} kept aside for testing it puts a right song above a wrong one in {} of 100 pairs.</source>
        <translation>En {:# pieza de prueba|# piezas de prueba} pone una pieza correcta sobre una errónea en {} de 100 pares.</translation>
    </message>
    <message>
        <source>The model before: {} of 100.</source>
        <translation>El modelo anterior: {} de 100.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Usar el modelo nuevo</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Conservar el anterior</translation>
    </message>
    <message>
        <source>Learning from {:# song|# songs}</source>
        <translation>Aprende de {:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>There is nothing to learn yet</source>
        <translation>Aún no hay nada que aprender</translation>
    </message>
    <message>
        <source>Nothing was learned</source>
        <translation>No se aprendió nada</translation>
    </message>
    <message>
        <source>Learning was cancelled</source>
        <translation>Aprendizaje cancelado</translation>
    </message>
    <message>
        <source>Learned: {}</source>
        <translation>Aprendido: {}</translation>
    </message>
    <message>
        <source>The model is as it was.</source>
        <translation>El modelo está como estaba.</translation>
    </message>
    <message>
        <source>{:# song|# songs} could not be read.</source>
        <translation>{:# pieza ilegible|# piezas ilegibles}.</translation>
    </message>
    <message>
        <source>In use: {}</source>
        <translation>En uso: {}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>quedan unos {}</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>época {} de {}</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
    <message>
        <source>It is used as soon as it has been compared with the model in use.</source>
        <translation>Se usará en cuanto se haya comparado con el modelo en uso.</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>¿Cuántas piezas más?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Prevé qué falta a las etiquetas a partir de sus curvas de aprendizaje</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>my ear · {}</source>
        <translation>mi oído · {}</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>«{}» está ahora en la biblioteca, en Modelos.</translation>
    </message>
    <message>
        <source>It is kept in {} and added as soon as the library can be written again. After a restart, “rhythmcap doctor --repair” adds it.</source>
        <translation>Se conserva en {} y se añade en cuanto se pueda volver a escribir en la biblioteca. Tras un reinicio, «rhythmcap doctor --repair» lo añade.</translation>
    </message>
    <message>
        <source>Learned from “{library}”: the new model is there when you open it.</source>
        <translation>Aprendido de «{library}»: el nuevo modelo está allí cuando la abra.</translation>
    </message>
    <message>
        <source>The model was learned, but the library could not take it over.</source>
        <translation>El modelo se aprendió, pero la biblioteca no pudo incorporarlo.</translation>
    </message>
</context>
<context>
    <name>LearningCurve</name>
    <message>
        <source>The curve begins with the first epoch.</source>
        <translation>La curva empieza con la primera época.</translation>
    </message>
    <message>
        <source>Learning curve: nothing yet</source>
        <translation>Curva de aprendizaje: nada aún</translation>
    </message>
    <message>
        <source>Learning curve: epoch {}, loss {}</source>
        <translation>Curva de aprendizaje: época {}, pérdida {}</translation>
    </message>
    <message>
        <source>loss {}</source>
        <translation>pérdida {}</translation>
    </message>
    <message>
        <source>WAUC on songs kept aside {}</source>
        <translation>WAUC en piezas de prueba {}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>epoch {} of {}</source>
        <translation>época {} de {}</translation>
    </message>
    <message>
        <source>learned from {:# song|# songs}, {} kept aside</source>
        <translation>aprendido de {:# pieza|# piezas}, {:# apartada|# apartadas} para la prueba</translation>
    </message>
    <message>
        <source>before {}</source>
        <translation>antes {}</translation>
    </message>
    <message>
        <source>kept: epoch {}</source>
        <translation>conservada: época {}</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Choose a song on the left</source>
        <translation>Elija una pieza a la izquierda</translation>
    </message>
    <message>
        <source>or drop files and folders here.</source>
        <translation>o suelte aquí archivos y carpetas.</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analizando…</translation>
    </message>
    <message>
        <source>The picture appears once the song was read.</source>
        <translation>La imagen aparece en cuanto se lea la pieza.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>El modelo escucha…</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>El archivo no está donde estaba</translation>
    </message>
    <message>
        <source>Blind mode</source>
        <translation>Modo a ciegas</translation>
    </message>
    <message>
        <source>The model&apos;s guesses stay hidden until you have judged.</source>
        <translation>Las conjeturas del modelo quedan ocultas hasta que usted juzgue.</translation>
    </message>
    <message>
        <source>No model is in use</source>
        <translation>Ningún modelo en uso</translation>
    </message>
    <message>
        <source>Choose one in the list of models, or learn one from your tags.</source>
        <translation>Elija uno en la lista de modelos, o aprenda uno de sus etiquetas.</translation>
    </message>
    <message>
        <source>No scores over time</source>
        <translation>Sin puntuaciones en el tiempo</translation>
    </message>
    <message>
        <source>This model judges whole songs only.</source>
        <translation>Este modelo solo juzga piezas enteras.</translation>
    </message>
    <message>
        <source>The model needs the file to listen to it</source>
        <translation>El modelo necesita el archivo para escucharlo</translation>
    </message>
    <message>
        <source>{path}
Its tags are kept. Add it, or the folder it is in now, again.</source>
        <translation>{path}
Sus etiquetas se conservan. Añádalo de nuevo, o la carpeta donde está ahora.</translation>
    </message>
    <message>
        <source>Picture and guesses are covered; sound and tags go on. {key} or Esc uncovers them.</source>
        <translation>La imagen y las conjeturas están cubiertas; el sonido y las etiquetas siguen. {key} o Esc las descubre.</translation>
    </message>
    <message>
        <source>Closed listening</source>
        <translation>Escucha cerrada</translation>
    </message>
</context>
<context>
    <name>LiveAlong</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Aprender de cada decisión</translation>
    </message>
</context>
<context>
    <name>LiveLearning</name>
    <message>
        <source>Learn from each decision</source>
        <translation>Aprender de cada decisión</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Piezas parecidas</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Drop songs and folders, a model or a file of decisions</source>
        <translation>Suelte piezas y carpetas, un modelo o un archivo de decisiones</translation>
    </message>
    <message>
        <source>Choose a model, or step with Tab on a search of your own, to rename it.</source>
        <translation>Elija un modelo, o vaya con Tab a una búsqueda suya, para renombrarlos.</translation>
    </message>
    <message>
        <source>Deform</source>
        <translation>Deformar</translation>
    </message>
</context>
<context>
    <name>MapChoices</name>
    <message>
        <source>How songs are laid out</source>
        <translation>Cómo se disponen las piezas</translation>
    </message>
    <message>
        <source>Largest differences (PCA)</source>
        <translation>Mayores diferencias (PCA)</translation>
    </message>
    <message>
        <source>Neighbourhoods (t-SNE)</source>
        <translation>Vecindades (t-SNE)</translation>
    </message>
    <message>
        <source>What songs are coloured by</source>
        <translation>Según qué se colorean las piezas</translation>
    </message>
    <message>
        <source>Your decisions on a tag</source>
        <translation>Sus decisiones sobre una etiqueta</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Lo que oye el modelo</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Donde el modelo discrepa</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Choose the tag</source>
        <translation>Elegir la etiqueta</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Dibujar otra vez</translation>
    </message>
    <message>
        <source>Lay all songs out again, with those that have come</source>
        <translation>Dispone otra vez todas las piezas, con las que han llegado</translation>
    </message>
    <message>
        <source>Colour the map by which tag?</source>
        <translation>¿Según qué etiqueta colorear el mapa?</translation>
    </message>
    <message>
        <source>Enter: the songs with this tag stand out</source>
        <translation>Intro: las piezas con esta etiqueta resaltan</translation>
    </message>
    <message>
        <source>Choose a tag…</source>
        <translation>Elegir una etiqueta…</translation>
    </message>
    <message>
        <source>Blind mode hides what the model makes of the songs.</source>
        <translation>El modo a ciegas oculta lo que el modelo obtiene de las piezas.</translation>
    </message>
    <message>
        <source>Choose a tag: its songs stand out.</source>
        <translation>Elija una etiqueta: sus piezas resaltan.</translation>
    </message>
    <message>
        <source>The model in use does not know this tag.</source>
        <translation>El modelo en uso no conoce esta etiqueta.</translation>
    </message>
    <message>
        <source>Coloured by “{}”, which parts your songs most evenly; choose any tag.</source>
        <translation>Coloreado según «{}», que reparte sus piezas de forma más pareja; elija cualquier etiqueta.</translation>
    </message>
</context>
<context>
    <name>MapDock</name>
    <message>
        <source>How the map is made</source>
        <translation>Cómo se hace el mapa</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Qué muestra el mapa</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Mostrar todas las piezas</translation>
    </message>
    <message>
        <source>Laying the songs out…</source>
        <translation>Disponiendo las piezas…</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>{:# song that came since is|# songs that came since are} not on it.</source>
        <translation>{:# pieza llegada después no está|# piezas llegadas después no están} en él.</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>Las piezas se comparan según lo que oye un modelo. Elija uno en Modelos.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>El modelo aún no ha escuchado ninguna pieza. Deje que escuche aquí abajo.</translation>
    </message>
    <message>
        <source>There is no map yet. Draw it again.</source>
        <translation>Aún no hay mapa. Dibújelo otra vez.</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Show these songs on the map</source>
        <translation>Mostrar estas piezas en el mapa</translation>
    </message>
</context>
<context>
    <name>MapPlot</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>The arrow keys go from song to song, Enter opens one, + and − zoom, 0 shows all</source>
        <translation>Las flechas pasan de pieza en pieza, Intro abre una, + y − amplían y reducen, 0 muestra todo</translation>
    </message>
</context>
<context>
    <name>MergeCategoryDialog</name>
    <message>
        <source>Merge “{category}”</source>
        <translation>Fundir «{category}»</translation>
    </message>
    <message>
        <source>The category that stays</source>
        <translation>La categoría que queda</translation>
    </message>
    <message>
        <source>{n:Its tag goes|Its # tags go} there: {names}. No decision changes; a tag whose key is taken there gets another one.</source>
        <translation>{n:Su etiqueta pasa|Sus # etiquetas pasan} allí: {names}. Ninguna decisión cambia; una etiqueta cuya tecla esté ocupada allí recibe otra.</translation>
    </message>
    <message>
        <source>It has no tags.</source>
        <translation>No tiene etiquetas.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fundir</translation>
    </message>
    <message>
        <source>“{category}” becomes one with</source>
        <translation>«{category}» se une a</translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message>
        <source>Merge “{tag}”</source>
        <translation>Fundir «{tag}»</translation>
    </message>
    <message>
        <source>The tag that stays</source>
        <translation>La etiqueta que queda</translation>
    </message>
    <message>
        <source>{category}: {tag}</source>
        <translation>{category}: {tag}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fundir</translation>
    </message>
    <message>
        <source>“{tag}” becomes one with</source>
        <translation>«{tag}» se une a</translation>
    </message>
    <message>
        <source>Choose a tag; typing narrows the list.</source>
        <translation>Elija una etiqueta; al escribir la lista se acorta.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on “{tag}”, {m} of them on “{into}”, too. “{tag}” stays as another name of “{into}”.</source>
        <translation>{n:# pieza se juzgó|# piezas se juzgaron} con «{tag}», {m} de ellas también con «{into}». «{tag}» queda como otro nombre de «{into}».</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} a no from “the rest is no” gives way.</source>
        <translation>En {n:# pieza|# piezas} un no de «El resto es no» cede.</translation>
    </message>
    <message>
        <source>that on “{into}”</source>
        <translation>la de «{into}»</translation>
    </message>
    <message>
        <source>that on “{tag}”</source>
        <translation>la de «{tag}»</translation>
    </message>
    <message>
        <source>yes, where either is yes; else that on “{into}”</source>
        <translation>sí, donde una de las dos es sí; si no, la de «{into}»</translation>
    </message>
    <message>
        <source>neither: these songs become unsure</source>
        <translation>ninguna: estas piezas quedan dudosas</translation>
    </message>
    <message>
        <source>On {n:# song|# songs} the two answers differ. Which one counts?</source>
        <translation>En {n:# pieza|# piezas} las dos respuestas difieren. ¿Cuál cuenta?</translation>
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
        <translation>Buscar la carpeta…</translation>
    </message>
    <message>
        <source>Say where its folder is now, or search for it by its sound</source>
        <translation>Decir dónde está ahora su carpeta, o buscarla por su sonido</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>For a drive that was plugged in meanwhile</source>
        <translation>Para una unidad conectada entretanto</translation>
    </message>
    <message>
        <source>Find the folder of this song</source>
        <translation>Buscar la carpeta de esta pieza</translation>
    </message>
    <message>
        <source>Look again for this song</source>
        <translation>Buscar otra vez esta pieza</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>El archivo no está donde estaba</translation>
    </message>
    <message>
        <source>Its tags are kept, and more can be given.</source>
        <translation>Sus etiquetas se conservan y se pueden añadir más.</translation>
    </message>
    <message>
        <source>Its file has changed</source>
        <translation>Su archivo ha cambiado</translation>
    </message>
    <message>
        <source>It is read now, to know whether it is still the same sound.</source>
        <translation>Se está leyendo para saber si sigue siendo el mismo sonido.</translation>
    </message>
    <message>
        <source>Its file holds another sound now</source>
        <translation>Su archivo contiene ahora otro sonido</translation>
    </message>
    <message>
        <source>Its tags are kept. The other sound is a song of its own.</source>
        <translation>Sus etiquetas se conservan. El otro sonido es una pieza aparte.</translation>
    </message>
    <message>
        <source>Its folder or drive is not there</source>
        <translation>Su carpeta o unidad no está</translation>
    </message>
    <message>
        <source>Plug the drive in, or find where the folder is now. Its tags are kept.</source>
        <translation>Conecte la unidad, o busque dónde está ahora la carpeta. Las etiquetas se conservan.</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card: {}</source>
        <translation>Ficha del modelo: {}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Measures, and technical facts such as the checksum</source>
        <translation>Medidas y datos técnicos como la suma de comprobación</translation>
    </message>
    <message>
        <source>How well, by tag</source>
        <translation>Con qué acierto, por etiqueta</translation>
    </message>
    <message>
        <source>Its {:# word|# words}</source>
        <translation>{:Su # palabra|Sus # palabras}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>Bueno en</translation>
    </message>
    <message>
        <source>How well</source>
        <translation>Con qué acierto</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>{window} s at once, the next {hop} s later; {n:# number|# numbers} for each</source>
        <translation>{window} s de una vez, la ventana siguiente {hop} s después; {n:# número|# números} para cada una</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Aprendió de</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Partió de</translation>
    </message>
    <message>
        <source>WAUC</source>
        <translation>WAUC</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Cómo aprendió</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no indicada</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Mirar dentro…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>Sus filtros como imágenes, y cuántos necesita</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Guardar un informe…</translation>
    </message>
    <message>
        <source>How well it knows your tags, as one page</source>
        <translation>Qué tan bien conoce sus etiquetas, en una página</translation>
    </message>
</context>
<context>
    <name>ModelCardTable</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>En piezas de prueba</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
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
        <translation>Con qué acierto, por etiqueta</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Predict with this model from now on</source>
        <translation>Predecir con este modelo desde ahora</translation>
    </message>
    <message>
        <source>Result…</source>
        <translation>Resultado…</translation>
    </message>
    <message>
        <source>How well it does, tag by tag, and on which songs</source>
        <translation>Qué tal lo hace, etiqueta a etiqueta, y con qué piezas</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Ficha…</translation>
    </message>
    <message>
        <source>All that is known of this model</source>
        <translation>Todo lo que se sabe de este modelo</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparar…</translation>
    </message>
    <message>
        <source>The marked models (Ctrl+click) on the same songs; one alone is compared with the model in use</source>
        <translation>Los modelos marcados (Ctrl+clic) con las mismas piezas; uno solo se compara con el que está en uso</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Palabras…</translation>
    </message>
    <message>
        <source>What this model&apos;s words mean in mine</source>
        <translation>Qué significan las palabras de este modelo en las mías</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Give this model another name</source>
        <translation>Dar otro nombre a este modelo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>As a zip for a colleague, or as ONNX</source>
        <translation>Como zip para un colega, o como ONNX</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Remove the model with its file</source>
        <translation>Quitar el modelo con su archivo</translation>
    </message>
    <message>
        <source>Pairs right</source>
        <translation>Pares correctos</translation>
    </message>
    <message>
        <source>On songs kept aside for testing; a dash where it was not tested: see its result</source>
        <translation>En piezas de prueba; un guion donde no se probó: véase su resultado</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>falta el archivo</translation>
    </message>
    <message>
        <source>It knows no words yet: start from it under Learn</source>
        <translation>Aún no conoce palabras: parta de él en Aprender</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>A model from a file or a colleague&apos;s zip</source>
        <translation>Un modelo de un archivo o del zip de un colega</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtener un modelo…</translation>
    </message>
    <message>
        <source>Download one that was trained on real music</source>
        <translation>Descargar uno entrenado con música real</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Aprendió de</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>{} · recommended to learn from</source>
        <translation>{} · recomendado para aprender a partir de él</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Quitar un modelo</translation>
    </message>
    <message>
        <source>Remove {}? Its file and its predictions go, too; your tags stay.</source>
        <translation>¿Quitar {}? Su archivo y sus predicciones se van también; sus etiquetas se quedan.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Look inside…</source>
        <translation>Mirar dentro…</translation>
    </message>
    <message>
        <source>Its filters as pictures, and how many of them it needs</source>
        <translation>Sus filtros como imágenes, y cuántos necesita</translation>
    </message>
</context>
<context>
    <name>ModelOfferBar</name>
    <message>
        <source>Get it</source>
        <translation>Obtenerlo</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>It stays under Models, to be used or learned from</source>
        <translation>Se queda en Modelos, para usarlo o aprender a partir de él</translation>
    </message>
    <message>
        <source>It can be got later, under Models</source>
        <translation>Se puede obtener más tarde, en Modelos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>“{}” has arrived</source>
        <translation>«{}» ya está aquí</translation>
    </message>
    <message>
        <source>Getting {}</source>
        <translation>Obteniendo {}</translation>
    </message>
    <message>
        <source>Get a model that knows recordings ({} MB)</source>
        <translation>Obtener un modelo que conoce grabaciones ({} MB)</translation>
    </message>
    <message>
        <source>It is the one recommended to learn from. Use it now?</source>
        <translation>Es el recomendado para aprender a partir de él. ¿Usarlo ahora?</translation>
    </message>
    <message>
        <source>{network}, licence {licence}, trained on the recordings of {data}: a better start for your words</source>
        <translation>{network}, licencia {licence}, entrenado con {data}: mejor base para sus palabras</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>Getting {}</source>
        <translation>Obteniendo {}</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Listening to my songs</source>
        <translation>Escucha mis piezas</translation>
    </message>
    <message>
        <source>Reading the result</source>
        <translation>Lee el resultado</translation>
    </message>
    <message>
        <source>Open a song to see it as each model hears it.</source>
        <translation>Abra una pieza para verla como la oye cada modelo.</translation>
    </message>
    <message>
        <source>Listening to the open song</source>
        <translation>Oyendo la pieza abierta</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>Exportar {}</translation>
    </message>
    <message>
        <source>For a colleague (*.zip);;ONNX, for other programs (*.onnx)</source>
        <translation>Para un colega (*.zip);;ONNX, para otros programas (*.onnx)</translation>
    </message>
    <message>
        <source>“{}” is in the library now. Use it, or compare it with yours, under Models.</source>
        <translation>«{}» está ahora en la biblioteca. Úselo o compárelo con el suyo en Modelos.</translation>
    </message>
    <message>
        <source>“{}” is in the library now. It knows no words yet: start from it under Learn.</source>
        <translation>«{}» está ahora en la biblioteca. Aún no conoce palabras: parta de él en Aprender.</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Leyendo los pesos</translation>
    </message>
    <message>
        <source>Estimating its size</source>
        <translation>Se calcula el tamaño</translation>
    </message>
</context>
<context>
    <name>NewLibraryDialog</name>
    <message>
        <source>New library “{name}”</source>
        <translation>Nueva biblioteca «{name}»</translation>
    </message>
    <message>
        <source>Make the library</source>
        <translation>Crear la biblioteca</translation>
    </message>
    <message>
        <source>Which words shall it begin with? All of them can be renamed, moved, merged and deleted later, and others added.</source>
        <translation>¿Con qué palabras empieza? Todas se pueden luego renombrar, mover, fundir y eliminar, y añadir otras.</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note on this song</source>
        <translation>Nota sobre esta pieza</translation>
    </message>
    <message>
        <source>Saved as you pause. Esc returns to tagging.</source>
        <translation>Se guarda en las pausas. Esc vuelve a etiquetar.</translation>
    </message>
    <message>
        <source>Note on the selected songs</source>
        <translation>Nota sobre las piezas seleccionadas</translation>
    </message>
    <message>
        <source>Saved as you leave it, with one undo. Esc returns to tagging.</source>
        <translation>Se guarda al salir, con un solo Deshacer. Esc vuelve a etiquetar.</translation>
    </message>
    <message>
        <source>Different notes; what you write is added to each</source>
        <translation>Notas distintas; lo que escriba se añade a cada una</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show what was written in the file manager</source>
        <translation>Mostrar lo escrito en el gestor de archivos</translation>
    </message>
    <message>
        <source>All messages since the start, with their details</source>
        <translation>Todos los mensajes desde el inicio, con sus detalles</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Copiar causa, archivo, remedio y detalles técnicos</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>{:# message|# messages}</source>
        <translation>{:# mensaje|# mensajes}</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy cause, file, remedy and technical details</source>
        <translation>Copiar causa, archivo, remedio y detalles técnicos</translation>
    </message>
</context>
<context>
    <name>NoticesView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Nada que comunicar.</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>It is in the log, too: {}</source>
        <translation>También está en el registro: {}</translation>
    </message>
    <message>
        <source>RhythmCap ended unexpectedly the last time.</source>
        <translation>La última vez, RhythmCap terminó de forma inesperada.</translation>
    </message>
    <message>
        <source>Every decision made until then is stored. Copy details for a report.</source>
        <translation>Todas las decisiones hasta entonces están guardadas. Copie los detalles para informar.</translation>
    </message>
    <message>
        <source>{}: done</source>
        <translation>{}: hecho</translation>
    </message>
    <message>
        <source>{}: did not work</source>
        <translation>{}: no ha funcionado</translation>
    </message>
</context>
<context>
    <name>OnnxFields</name>
    <message>
        <source>The rate it was trained at, in Hz</source>
        <translation>La frecuencia con la que se entrenó, en Hz</translation>
    </message>
    <message>
        <source>as long as the window</source>
        <translation>tan largo como la ventana</translation>
    </message>
    <message>
        <source>RhythmCap tries the file on noise and on silence. It knows no words; start from it when you learn from your tags.</source>
        <translation>RhythmCap prueba el archivo con ruido y con silencio. No conoce palabras; parta de él cuando aprenda de sus etiquetas.</translation>
    </message>
    <message>
        <source>the waveform</source>
        <translation>la forma de onda</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>como dice el archivo</translation>
    </message>
    <message>
        <source>how many seconds?</source>
        <translation>¿cuántos segundos?</translation>
    </message>
    <message>
        <source>Sampling rate</source>
        <translation>Frecuencia de muestreo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Its window is {} s at this rate.</source>
        <translation>A esta frecuencia su ventana dura {} s.</translation>
    </message>
    <message>
        <source>the log-mel spectrogram “{}”</source>
        <translation>el espectrograma log-mel «{}»</translation>
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
        <translation>Vista general de toda la pieza</translation>
    </message>
    <message>
        <source>Click to go there, drag to choose the seconds that are shown below</source>
        <translation>Clic para ir allí, arrastre para elegir los segundos mostrados abajo</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>not judged: nothing is known</source>
        <translation>sin juzgar: no se sabe nada</translation>
    </message>
    <message>
        <source>no, where the song has any decision</source>
        <translation>no, donde la pieza tiene alguna decisión</translation>
    </message>
    <message>
        <source>Whose decisions they are</source>
        <translation>De quién son las decisiones</translation>
    </message>
    <message>
        <source>Take the {n:note|# notes} on songs, too</source>
        <translation>Tomar también {n:la nota|las # notas} sobre piezas</translation>
    </message>
    <message>
        <source>The file names: {names}.</source>
        <translation>El archivo nombra a: {names}.</translation>
    </message>
    <message>
        <source>All are by {names}.</source>
        <translation>Todas son de {names}.</translation>
    </message>
    <message>
        <source>The file names {n:# annotator|# annotators}.</source>
        <translation>El archivo nombra a {n:# anotador|# anotadores}.</translation>
    </message>
    <message>
        <source>me ({name})</source>
        <translation>mí ({name})</translation>
    </message>
    <message>
        <source>me</source>
        <translation>mí</translation>
    </message>
    <message>
        <source>are added</source>
        <translation>se añaden</translation>
    </message>
    <message>
        <source>change a decision that is here</source>
        <translation>cambian una decisión que hay aquí</translation>
    </message>
    <message>
        <source>take the place of a no from “the rest is no”</source>
        <translation>ocupan el lugar de un no de «El resto es no»</translation>
    </message>
    <message>
        <source>are here already</source>
        <translation>ya están aquí</translation>
    </message>
    <message>
        <source>contradict a decision that is here (see Conflicts)</source>
        <translation>contradicen una decisión que hay aquí (véase Conflictos)</translation>
    </message>
    <message>
        <source>are on songs that were not found or confirmed (see Songs)</source>
        <translation>son sobre piezas no halladas o no confirmadas (véase Piezas)</translation>
    </message>
    <message>
        <source>are on words that are left out (see Words)</source>
        <translation>son sobre palabras omitidas (véase Palabras)</translation>
    </message>
    <message>
        <source>are decided again by a later row, which counts</source>
        <translation>se deciden de nuevo en una fila posterior, que es la que vale</translation>
    </message>
    <message>
        <source>are on regions that are cut off where the song ends</source>
        <translation>son sobre pasajes que se cortan donde termina la pieza</translation>
    </message>
    <message>
        <source>are on regions behind the end of the song, and are left out</source>
        <translation>son sobre pasajes posteriores al final de la pieza y se omiten</translation>
    </message>
    <message>
        <source>are in this file</source>
        <translation>hay en este archivo</translation>
    </message>
    <message>
        <source>Of the decisions</source>
        <translation>De las decisiones</translation>
    </message>
    <message>
        <source>A tag that the file does not give for a song means</source>
        <translation>Una etiqueta que el archivo no da a una pieza significa</translation>
    </message>
    <message>
        <source>“No” is right for closed lists only, in which every song was judged on every word; from what is not judged nothing is learned.</source>
        <translation>«No» es correcto solo en listas cerradas, en las que cada pieza se juzgó con cada palabra; de lo que está sin juzgar no se aprende nada.</translation>
    </message>
    <message>
        <source>Decisions without a name are by</source>
        <translation>Las decisiones sin nombre son de</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Keep this file</source>
        <translation>Conservar este archivo</translation>
    </message>
    <message>
        <source>The other file stays on the disk and is remembered</source>
        <translation>El otro archivo queda en el disco y se recuerda</translation>
    </message>
    <message>
        <source>Keep {}</source>
        <translation>Conservar {}</translation>
    </message>
    <message>
        <source>{} · {} · {:g} kHz · {} ch</source>
        <translation>{} · {} · {:g} kHz · {} can.</translation>
    </message>
    <message>
        <source>{} (not there now) in {}</source>
        <translation>{} (ahora ausente) en {}</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} en {}</translation>
    </message>
    <message>
        <source>Decisions of both; where they differ, choose which one stays:</source>
        <translation>Decisiones de ambas; donde difieren, elija cuál queda:</translation>
    </message>
</context>
<context>
    <name>PairsDialog</name>
    <message>
        <source>Confused words</source>
        <translation>Palabras confundidas</translation>
    </message>
    <message>
        <source>Word A</source>
        <translation>Palabra A</translation>
    </message>
    <message>
        <source>Word B</source>
        <translation>Palabra B</translation>
    </message>
    <message>
        <source>Test the ear</source>
        <translation>Probar el oído</translation>
    </message>
    <message>
        <source>Taken for one another more often than other words are, the most so first.</source>
        <translation>Tomadas una por otra más que otras palabras, primero las más confundidas.</translation>
    </message>
    <message>
        <source>No two words are taken for one another so far. It takes a second opinion: songs heard again, another annotator, or a model. Any two words can be tested below.</source>
        <translation>Hasta ahora no se confunden dos palabras. Hace falta una segunda opinión: piezas oídas otra vez, otro anotador o un modelo. Abajo se pueden probar dos palabras cualesquiera.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>{n} your own</source>
        <translation>{n} propias</translation>
    </message>
    <message>
        <source>{n} of others</source>
        <translation>{n} de otros</translation>
    </message>
    <message>
        <source>{n} of the model</source>
        <translation>{n} del modelo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Twelve times: is X like A or like B? About two minutes</source>
        <translation>Doce veces: ¿X es como A o como B? Unos dos minutos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Taken for one another</source>
        <translation>Confundidas</translation>
    </message>
    <message>
        <source>Your ear</source>
        <translation>El oído</translation>
    </message>
    <message>
        <source>Of songs with one of the words alone: second opinions that say it is the other one</source>
        <translation>De las piezas con una sola de las dos palabras: segundas opiniones que dicen que es la otra</translation>
    </message>
    <message>
        <source>What the last listening test of the two has shown</source>
        <translation>Lo que mostró la última prueba de escucha de las dos</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{n} de {of}</translation>
    </message>
</context>
<context>
    <name>ParentChoice</name>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>The new model hears as this one does, and learns your tags</source>
        <translation>El nuevo modelo oye como este y aprende sus etiquetas</translation>
    </message>
    <message>
        <source>All models together</source>
        <translation>Todos los modelos juntos</translation>
    </message>
    <message>
        <source>Slower, and a little better: your tags are learned from what all your models hear</source>
        <translation>Más lento y un poco mejor: sus etiquetas se aprenden de lo que oyen todos sus modelos</translation>
    </message>
    <message>
        <source>{} (in use)</source>
        <translation>{} (en uso)</translation>
    </message>
    <message>
        <source>{} (recommended)</source>
        <translation>{} (recomendado)</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Ampliar el bucle</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostrar toda la pieza</translation>
    </message>
    <message>
        <source>Scroll along while playing</source>
        <translation>Desplazar durante la reproducción</translation>
    </message>
    <message>
        <source>Otherwise the view moves on at its end</source>
        <translation>Si no, la vista avanza al llegar al final</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Como se midió</translation>
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
        <translation>Reproducir</translation>
    </message>
</context>
<context>
    <name>PositionLabel</name>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
</context>
<context>
    <name>PretrainedDialog</name>
    <message>
        <source>Get a pretrained model</source>
        <translation>Obtener un modelo entrenado</translation>
    </message>
    <message>
        <source>Filter by name, data or network</source>
        <translation>Filtrar por nombre, datos o red</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Get this model</source>
        <translation>Obtener este modelo</translation>
    </message>
    <message>
        <source>“{}” is in the library now, under Models.</source>
        <translation>«{}» está ahora en la biblioteca, en Modelos.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was kept.</source>
        <translation>Cancelado; no se guardó nada.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Public models</source>
        <translation>Modelos públicos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Acerca de este modelo</translation>
    </message>
    <message>
        <source>{} · recommended</source>
        <translation>{} · recomendado</translation>
    </message>
    <message>
        <source>In the library already</source>
        <translation>Ya está en la biblioteca</translation>
    </message>
    <message>
        <source>Its checksum is known and will be compared.</source>
        <translation>Su suma de comprobación es conocida y se comparará.</translation>
    </message>
    <message>
        <source>Nobody has noted its checksum yet; what arrives is written into its card.</source>
        <translation>Nadie ha anotado aún su suma de comprobación; la que llegue se escribe en su ficha.</translation>
    </message>
    <message>
        <source>{:# word|# words}: {} …</source>
        <translation>{:# palabra|# palabras}: {} …</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citar como</translation>
    </message>
</context>
<context>
    <name>PrevalenceChart</name>
    <message>
        <source>How common the tag is over the years</source>
        <translation>Cuán frecuente es la etiqueta a lo largo de los años</translation>
    </message>
    <message>
        <source>No song of this library has a year.</source>
        <translation>Ninguna pieza de esta biblioteca tiene año.</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimación</translation>
    </message>
    <message>
        <source>adjusted count</source>
        <translation>recuento corregido</translation>
    </message>
    <message>
        <source>predicted, do not cite</source>
        <translation>predicho, no citar</translation>
    </message>
    <message>
        <source>year</source>
        <translation>año</translation>
    </message>
    <message>
        <source>songs of 100</source>
        <translation>piezas de 100</translation>
    </message>
    <message>
        <source>{n} of {songs} songs judged at random</source>
        <translation>{n} de {songs} piezas sacadas al azar y juzgadas</translation>
    </message>
    <message>
        <source>estimate: {}</source>
        <translation>estimación: {}</translation>
    </message>
    <message>
        <source>adjusted count: {}</source>
        <translation>recuento corregido: {}</translation>
    </message>
</context>
<context>
    <name>PrevalenceDialog</name>
    <message>
        <source>How common is it?</source>
        <translation>¿Cuán frecuente es?</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Qué juzgar a continuación</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>How the songs are divided</source>
        <translation>Cómo se dividen las piezas</translation>
    </message>
    <message>
        <source>By decade</source>
        <translation>Por década</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Por año</translation>
    </message>
    <message>
        <source>By artist</source>
        <translation>Por artista</translation>
    </message>
    <message>
        <source>By album</source>
        <translation>Por álbum</translation>
    </message>
    <message>
        <source>No song drawn at random is judged yet.</source>
        <translation>Aún no hay ninguna pieza sacada al azar juzgada.</translation>
    </message>
    <message>
        <source>A queue of what to judge next draws some of its songs at random: judge these, and this window says how common your tags are.</source>
        <translation>Una cola de lo que conviene juzgar saca al azar una parte de sus piezas: júzguelas, y esta ventana dirá cuán frecuentes son sus etiquetas.</translation>
    </message>
    <message>
        <source>All tags and groups as a CSV file</source>
        <translation>Todas las etiquetas y grupos como archivo CSV</translation>
    </message>
    <message>
        <source>About {share} of 100 songs have the tag {tag}.</source>
        <translation>Unas {share} de 100 piezas tienen la etiqueta {tag}.</translation>
    </message>
    <message>
        <source>It rests on {n:# song drawn at random and judged|# songs drawn at random and judged}, {yes} of them yes, for {songs:# song|# songs}</source>
        <translation>Se basa en {n:# pieza sacada al azar y juzgada|# piezas sacadas al azar y juzgadas}, {yes} con sí, para {songs:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>and on scores of {model} that had not learned from them</source>
        <translation>y en puntuaciones de {model}, que no había aprendido de ellas</translation>
    </message>
    <message>
        <source>Judged before the draw and counted as judged: {}.</source>
        <translation>Juzgadas antes del sorteo y contadas así: {}.</translation>
    </message>
    <message>
        <source>Left unsure and not counted: {}.</source>
        <translation>Quedaron dudosas y no se cuentan: {}.</translation>
    </message>
    <message>
        <source>Judged with the model&apos;s guess on screen, which may lead the ear: {}.</source>
        <translation>Juzgadas con la conjetura del modelo en pantalla, que puede guiar el oído: {}.</translation>
    </message>
    <message>
        <source>Songs left out, as they have no such score: {}.</source>
        <translation>Piezas omitidas, por no tener tal puntuación: {}.</translation>
    </message>
    <message>
        <source>By {n:# song|# songs} from every tenth of the scores: {share} of 100 songs; the model puts {pairs} of 100 pairs in order.</source>
        <translation>Según {n:# pieza|# piezas} de cada décima parte de las puntuaciones: {share} de 100 piezas; el modelo ordena bien {pairs} de 100 pares.</translation>
    </message>
    <message>
        <source>Judged on other tags, but not on this one: {}.</source>
        <translation>Juzgadas en otras etiquetas, pero no en esta: {}.</translation>
    </message>
    <message>
        <source>{share} of 100 songs have the tag {tag}.</source>
        <translation>{share} de cada 100 piezas tienen la etiqueta {tag}.</translation>
    </message>
</context>
<context>
    <name>PrevalenceTable</name>
    <message>
        <source>Songs that the model has a score of</source>
        <translation>Piezas de las que el modelo tiene una puntuación</translation>
    </message>
    <message>
        <source>Songs of them drawn at random and judged yes or no</source>
        <translation>De ellas, sacadas al azar y juzgadas con sí o no</translation>
    </message>
    <message>
        <source>Prediction-powered (PPI++): the judged songs, made more precise by the scores of all songs; in brackets the 95 % range</source>
        <translation>Apoyada en predicciones (PPI++): las piezas juzgadas, con más precisión gracias a las puntuaciones de todas; entre paréntesis el intervalo del 95 %</translation>
    </message>
    <message>
        <source>The model&apos;s count, corrected for how often it errs on songs drawn at random from all groups: it takes a yes to sound alike in all of them</source>
        <translation>El recuento del modelo, corregido según cuántas veces se equivoca en piezas sacadas al azar de todos los grupos: supone que un sí suena igual en todos</translation>
    </message>
    <message>
        <source>What the model alone calls a yes: it errs, do not cite it</source>
        <translation>Lo que solo el modelo llama sí: se equivoca, no lo cite</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Judged at random</source>
        <translation>Juzgadas al azar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Of 100 songs</source>
        <translation>De 100 piezas</translation>
    </message>
    <message>
        <source>Adjusted count</source>
        <translation>Recuento corregido</translation>
    </message>
    <message>
        <source>(Predicted: do not cite)</source>
        <translation>(Predicho: no citar)</translation>
    </message>
    <message>
        <source>How common the tag is in each group</source>
        <translation>Cuán frecuente es la etiqueta en cada grupo</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Todas las piezas</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
</context>
<context>
    <name>ProblemLabel</name>
    <message>
        <source>What is wrong with the search</source>
        <translation>Qué falla en la búsqueda</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The library used last is not there: {}</source>
        <translation>La última biblioteca usada no está: {}</translation>
    </message>
    <message>
        <source>Plug its drive in, then open it from File ▸ Recent libraries.</source>
        <translation>Conecte su unidad y ábrala en Archivo ▸ Bibliotecas recientes.</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>The curve begins with ten decisions that count.</source>
        <translation>La curva empieza con diez decisiones que cuentan.</translation>
    </message>
    <message>
        <source>surprise (log loss)</source>
        <translation>sorpresa (log loss)</translation>
    </message>
    <message>
        <source>pairs of 100 in order</source>
        <translation>pares de 100 en orden</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>decisiones</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>after {n:# decision|# decisions}, the last {window} of them</source>
        <translation>tras {n:# decisión|# decisiones}, las últimas {window}</translation>
    </message>
    <message>
        <source>pairs of 100 in order: {}</source>
        <translation>pares de 100 en orden: {}</translation>
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
        <translation>¿Está mejorando?</translation>
    </message>
    <message>
        <source>All tags together</source>
        <translation>Todas las etiquetas juntas</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Pairs in order</source>
        <translation>Pares en orden</translation>
    </message>
    <message>
        <source>Surprise (log loss)</source>
        <translation>Sorpresa (log loss)</translation>
    </message>
    <message>
        <source>Too few decisions count yet to tell.</source>
        <translation>Aún cuentan muy pocas decisiones para decirlo.</translation>
    </message>
    <message>
        <source>Whether it became better cannot be told yet.</source>
        <translation>Aún no se puede decir si ha mejorado.</translation>
    </message>
    <message>
        <source>It became better: its later predictions surprise less.</source>
        <translation>Ha mejorado: sus últimas predicciones sorprenden menos.</translation>
    </message>
    <message>
        <source>It became worse: its later predictions surprise more.</source>
        <translation>Ha empeorado: sus últimas predicciones sorprenden más.</translation>
    </message>
    <message>
        <source>Neither better nor worse, as far as can be told.</source>
        <translation>Ni mejor ni peor, hasta donde se puede decir.</translation>
    </message>
    <message>
        <source>Of 100 pairs of the last decisions {pairs} were in order.</source>
        <translation>De 100 pares de las últimas decisiones, en orden: {pairs}.</translation>
    </message>
    <message>
        <source>Each decision was predicted before it was made: {n:# decision counts|# decisions count}. Left out, as the guess was on screen: {left}. Judge blind, or songs drawn at random, and more count.</source>
        <translation>Cada decisión se predijo antes de tomarla: {n:cuenta #|cuentan #}. Excluidas porque la conjetura estaba a la vista: {left}. Si se juzga a ciegas, o piezas elegidas al azar, cuentan más.</translation>
    </message>
    <message>
        <source>Decided for many songs at once, so not predicted one by one: {}.</source>
        <translation>Decididas para muchas piezas a la vez y, por tanto, no predichas una a una: {}.</translation>
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
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
</context>
<context>
    <name>ReadinessView</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Qué le falta</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Songs to judge</source>
        <translation>Por juzgar</translation>
    </message>
    <message>
        <source>Weak no</source>
        <translation>No débil</translation>
    </message>
    <message>
        <source>What each tag needs</source>
        <translation>Qué falta a cada etiqueta</translation>
    </message>
    <message>
        <source>Weak no: songs not judged on the tag count a little as no when it is learned.</source>
        <translation>No débil: las piezas sin juzgar en la etiqueta cuentan un poco como no al aprenderla.</translation>
    </message>
    <message>
        <source>Judge what is left of a category as no</source>
        <translation>Juzgar como «no» el resto de una categoría</translation>
    </message>
    <message>
        <source>Where you judged a tag of a category, its tags not judged become no:</source>
        <translation>Donde juzgó una etiqueta de una categoría, las demás sin juzgar pasan a no:</translation>
    </message>
    <message>
        <source>Open these songs as a list, to judge them on this tag</source>
        <translation>Abrir estas piezas como lista, para juzgarlas por esta etiqueta</translation>
    </message>
    <message>
        <source>The rest is no</source>
        <translation>El resto es no</translation>
    </message>
    <message>
        <source>Songs not judged on {tag} are a weak no</source>
        <translation>Las piezas sin juzgar en {tag} son un no débil</translation>
    </message>
    <message>
        <source>{category}: {songs:# song|# songs}</source>
        <translation>{category}: {songs:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>{n:# decision; one undo takes it back|# decisions; one undo takes them back}</source>
        <translation>{n:# decisión; un solo Deshacer la revierte|# decisiones; un solo Deshacer las revierte}</translation>
    </message>
</context>
<context>
    <name>ReadingBanner</name>
    <message>
        <source>Open for writing</source>
        <translation>Abrir para escribir</translation>
    </message>
    <message>
        <source>Works as soon as the other window is closed, or the folder can be written</source>
        <translation>Funciona en cuanto se cierre la otra ventana o se pueda escribir en la carpeta</translation>
    </message>
    <message>
        <source>Reading only: you can listen, look and search here; tags, notes, songs and models cannot be changed.</source>
        <translation>Solo lectura: aquí puede escuchar, mirar y buscar; etiquetas, notas, piezas y modelos no se pueden cambiar.</translation>
    </message>
</context>
<context>
    <name>RecentTags</name>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>The tags you used last, at hand</source>
        <translation>Las últimas etiquetas usadas, a mano</translation>
    </message>
    <message>
        <source>tags appear here as you use them</source>
        <translation>aquí aparecen las etiquetas usadas</translation>
    </message>
    <message>
        <source>Recently used tags</source>
        <translation>Etiquetas usadas hace poco</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Click to loop it, drag it or an edge to move it, Delete removes it</source>
        <translation>Clic: en bucle; arrastrando se mueve, o un borde; Supr lo quita</translation>
    </message>
    <message>
        <source>Loop it</source>
        <translation>Reproducir en bucle</translation>
    </message>
    <message>
        <source>Move it to the loop</source>
        <translation>Moverlo al bucle</translation>
    </message>
    <message>
        <source>Remove “{tag}” here</source>
        <translation>Quitar «{tag}» aquí</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Which tag, from {start} to {end}?</source>
        <translation>¿Qué etiqueta, de {start} a {end}?</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Intro: sí · Mayús+Intro: no · Alt+Intro: dudoso</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>What was read as what</source>
        <translation>Qué se leyó como qué</translation>
    </message>
    <message>
        <source>All of it was read as it stands.</source>
        <translation>Todo se leyó tal como está.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove from the library</source>
        <translation>Quitar de la biblioteca</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove “{title}” from the library?</source>
        <translation>¿Quitar «{title}» de la biblioteca?</translation>
    </message>
    <message>
        <source>Remove {songs:1 song|# songs} from the library?</source>
        <translation>¿Quitar {songs:1 pieza|# piezas} de la biblioteca?</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions}</source>
        <translation>{n:# decisión|# decisiones}</translation>
    </message>
    <message>
        <source>{n:# note|# notes}</source>
        <translation>{n:# nota|# notas}</translation>
    </message>
    <message>
        <source>{songs:With it goes|With them go}: {what}.</source>
        <translation>{songs:Se va con ella|Se va con ellas}: {what}.</translation>
    </message>
    <message>
        <source>No decision and no note is lost.</source>
        <translation>No se pierde ninguna decisión ni nota.</translation>
    </message>
    <message>
        <source>No file on the disk is touched.</source>
        <translation>No se toca ningún archivo del disco.</translation>
    </message>
    <message>
        <source>{songs:1 file lies|# files lie} in a watched folder and will not be added again unless you add it yourself.</source>
        <translation>{songs:1 archivo está|# archivos están} en una carpeta vigilada y no se {songs:añadirá|añadirán} otra vez, salvo que lo haga usted.</translation>
    </message>
    <message>
        <source>One undo brings all of it back.</source>
        <translation>Un solo Deshacer lo devuelve todo.</translation>
    </message>
    <message>
        <source>One undo ({key}) brings all of it back.</source>
        <translation>Un solo Deshacer ({key}) lo devuelve todo.</translation>
    </message>
</context>
<context>
    <name>RepairOffer</name>
    <message>
        <source>Damaged copy</source>
        <translation>Copia dañada</translation>
    </message>
    <message>
        <source>The copy of {} is damaged.</source>
        <translation>La copia del {} está dañada.</translation>
    </message>
    <message>
        <source>The newest undamaged copy is of {}.</source>
        <translation>La copia íntegra más reciente es del {}.</translation>
    </message>
    <message>
        <source>There is no undamaged copy.</source>
        <translation>No hay ninguna copia íntegra.</translation>
    </message>
    <message>
        <source>RhythmCap can restore what can still be read of it, and lists what is lost. The copy itself is not changed.</source>
        <translation>RhythmCap puede restaurar lo que aún se lee de ella e indica lo que se ha perdido. La copia misma no se modifica.</translation>
    </message>
    <message>
        <source>Restore the undamaged one</source>
        <translation>Restaurar la íntegra</translation>
    </message>
    <message>
        <source>RhythmCap can save all that can still be read of it, fill the gaps from the newest undamaged copy, and list what is lost. The damaged file is kept beside it.</source>
        <translation>RhythmCap puede salvar lo que aún se lee, llenar los huecos con la copia íntegra más reciente e indicar lo perdido. El archivo dañado se conserva al lado.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Restore what can be read</source>
        <translation>Restaurar lo que se lee</translation>
    </message>
    <message>
        <source>Damaged library</source>
        <translation>Biblioteca dañada</translation>
    </message>
    <message>
        <source>The library {} is damaged.</source>
        <translation>La biblioteca {} está dañada.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Save a report</source>
        <translation>Guardar un informe</translation>
    </message>
    <message>
        <source>One page on how well “{}” knows your tags: for reading, for printing on A4, for an appendix. It needs no network, and tables with the same numbers lie beside it. Judged songs that the model has not learned from are scored first.</source>
        <translation>Una página sobre qué tan bien «{}» conoce sus etiquetas: para leer, para imprimir en A4, para un apéndice. No necesita red, y junto a ella hay tablas con los mismos números. Las piezas juzgadas de las que el modelo no ha aprendido se puntúan primero.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>How well “{}” knows these tags</source>
        <translation>Qué tan bien conoce «{}» estas etiquetas</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Also a table of every song&apos;s scores</source>
        <translation>También una tabla con las puntuaciones de cada pieza</translation>
    </message>
    <message>
        <source>With title and artist; leave it out where the songs shall not be named</source>
        <translation>Con título y artista; omítala si las piezas no deben nombrarse</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Páginas (*.html)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write nothing (Esc)</source>
        <translation>No escribir nada (Esc)</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>A colleague&apos;s request</source>
        <translation>Petición de un colega</translation>
    </message>
    <message>
        <source>found before</source>
        <translation>ya encontradas</translation>
    </message>
    <message>
        <source>none is chosen yet</source>
        <translation>ninguna elegida aún</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder with your songs</source>
        <translation>Elegir la carpeta con sus piezas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>{name} asks you to judge {n:# song|# songs}.</source>
        <translation>{name} le pide que juzgue {n:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un colega</translation>
    </message>
    <message>
        <source>Tags: {}</source>
        <translation>Etiquetas: {}</translation>
    </message>
    <message>
        <source>Blind: nobody&apos;s decisions and no guesses are shown.</source>
        <translation>A ciegas: no se ven ni decisiones ajenas ni conjeturas.</translation>
    </message>
    <message>
        <source>{name}&apos;s decisions are shown beside yours, once you have made them.</source>
        <translation>Las decisiones de {name} aparecen junto a las suyas, una vez tomadas.</translation>
    </message>
    <message>
        <source>A library of its own is made for it beside the file; your own stays as it is.</source>
        <translation>Para ello se crea junto al archivo una biblioteca aparte; la suya queda como está.</translation>
    </message>
    <message>
        <source>{name} is who asks. Write your own name.</source>
        <translation>La petición es de {name}. Escriba su propio nombre.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Folder with your songs</source>
        <translation>Carpeta con sus piezas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
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
        <translation>El resto de {category} es no</translation>
    </message>
    <message>
        <source>Tags of {category} that are not judged become no</source>
        <translation>Las etiquetas de {category} sin juzgar pasan a no</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore {}</source>
        <translation>Restaurar {}</translation>
    </message>
    <message>
        <source>Replace the library by the chosen copy; the present one is kept</source>
        <translation>Sustituir la biblioteca por la copia elegida; la actual se conserva</translation>
    </message>
    <message>
        <source>{} is missing. Choose one of these copies and former files to restore. If its drive is not plugged in, close this window and plug it in first.</source>
        <translation>Falta {}. Elija una de estas copias y archivos anteriores para restaurar. Si su unidad no está conectada, cierre esta ventana y conéctela primero.</translation>
    </message>
    <message>
        <source>A copy is made every day the library is used; the last ten stay, and one of each month. Restoring keeps the present library beside the restored one.</source>
        <translation>Cada día que se usa la biblioteca se hace una copia; quedan las diez últimas y una de cada mes. Al restaurar se conserva la biblioteca actual junto a la restaurada.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Copiar ahora</translation>
    </message>
    <message>
        <source>Begin a new library</source>
        <translation>Empezar una biblioteca nueva</translation>
    </message>
    <message>
        <source>Start with an empty one; the copies stay</source>
        <translation>Empieza con una vacía; las copias se quedan</translation>
    </message>
    <message>
        <source>Copy the library as it is</source>
        <translation>Copiar la biblioteca tal como está</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>There is no copy of this library yet.</source>
        <translation>Aún no hay copia de esta biblioteca.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>The library becomes what it was on {}: later decisions are only in the present one, which is kept beside it. Press again to restore.</source>
        <translation>La biblioteca vuelve a ser como era el {}: las decisiones posteriores solo están en la actual, que se conserva al lado. Pulse otra vez para restaurar.</translation>
    </message>
    <message>
        <source>Yes, restore it</source>
        <translation>Sí, restaurarla</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Copies of the library</source>
        <translation>Copias de la biblioteca</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>No cambiar nada (Esc)</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Result: {}</source>
        <translation>Resultado: {}</translation>
    </message>
    <message>
        <source>Choose a tag to see its songs.</source>
        <translation>Elija una etiqueta para ver sus piezas.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Not tested on your songs yet</source>
        <translation>Aún no probado con sus piezas</translation>
    </message>
    <message>
        <source>Test it on all judged songs that it has not learned from.</source>
        <translation>Pruébelo con todas las piezas juzgadas de las que no aprendió.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Measures such as AUC, F1 and MCC, and thresholds</source>
        <translation>Medidas como AUC, F1 y MCC, y umbrales</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Show and hide columns</source>
        <translation>Mostrar y ocultar columnas</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copiar la tabla</translation>
    </message>
    <message>
        <source>With tabs between the columns, for a spreadsheet</source>
        <translation>Con tabuladores entre columnas, para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>The table as a CSV file</source>
        <translation>La tabla como archivo CSV</translation>
    </message>
    <message>
        <source>Test on my songs</source>
        <translation>Probar con mis piezas</translation>
    </message>
    <message>
        <source>Listen to all judged songs that it has not learned from, and count them, too</source>
        <translation>Oír todas las piezas juzgadas de las que no aprendió, y contarlas también</translation>
    </message>
    <message>
        <source>You have looked at results of these songs {} times: a model chosen by them again and again looks better than it is.</source>
        <translation>Ha mirado resultados de estas piezas {} veces: un modelo elegido por ellas una y otra vez parece mejor de lo que es.</translation>
    </message>
    <message>
        <source>Puts a right song above a wrong one in {} of 100 pairs: {:# tag|# tags}, {:# song|# songs} by {:# artist|# artists}.</source>
        <translation>Pone una pieza correcta sobre una errónea en {} de 100 pares: {:# etiqueta|# etiquetas}, {:# pieza|# piezas} de {:# artista|# artistas}.</translation>
    </message>
    <message>
        <source>Songs that it learned from count, too, so it looks better than it is.</source>
        <translation>También cuentan las piezas de las que aprendió, así que parece mejor de lo que es.</translation>
    </message>
    <message>
        <source>For testing, each song was kept aside in turn: its score is by a model that had not learned from it.</source>
        <translation>Para la prueba, cada pieza se apartó por turno: su puntuación es de un modelo que no había aprendido de ella.</translation>
    </message>
    <message>
        <source>It learned from {n:# of them; for testing, it was|# of them; for testing, they were} kept aside in turn.</source>
        <translation>Aprendió de {n:# de ellas; para la prueba se apartó|# de ellas; para la prueba se apartaron} por turno.</translation>
    </message>
    <message>
        <source>Left out, as they were not kept aside: {}.</source>
        <translation>Omitidas, porque no se apartaron: {}.</translation>
    </message>
    <message>
        <source>Compared with the model before: {}.</source>
        <translation>Comparado con el modelo anterior: {}.</translation>
    </message>
    <message>
        <source>WAUC changed by {}; a tag not known before counts as .5.</source>
        <translation>La WAUC cambió en {}; una etiqueta antes desconocida cuenta .5.</translation>
    </message>
    <message>
        <source>When it learned, it was {} of 100: decisions have changed since.</source>
        <translation>Cuando aprendió eran {} de 100: desde entonces han cambiado decisiones.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Exportar la tabla</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>Escrito: {}</translation>
    </message>
    <message>
        <source>Tags it has no word for: {}.</source>
        <translation>Etiquetas para las que no tiene palabra: {}.</translation>
    </message>
    <message>
        <source>Songs without an artist count as one of their own: {}.</source>
        <translation>Las piezas sin artista cuentan cada una como uno propio: {}.</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Guardar un informe…</translation>
    </message>
    <message>
        <source>All of it as one page, to read and to print</source>
        <translation>Todo en una página, para leer e imprimir</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>¿Sobre qué ha cambiado de opinión?</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost since the model before</source>
        <translation>Etiquetas que las piezas ganaron y perdieron desde el modelo anterior</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>¿Cuántas piezas más?</translation>
    </message>
    <message>
        <source>Forecast what tags need, from their learning curves</source>
        <translation>Prevé qué falta a las etiquetas a partir de sus curvas de aprendizaje</translation>
    </message>
</context>
<context>
    <name>ResultTree</name>
    <message>
        <source>Result for each tag</source>
        <translation>Resultado de cada etiqueta</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>En piezas de prueba</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Pares, dibujo</translation>
    </message>
    <message>
        <source>Since before</source>
        <translation>Desde antes</translation>
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
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>La barra es el intervalo del 95 %; la línea de puntos es el azar (50); el punto hueco es el modelo anterior.</translation>
    </message>
    <message>
        <source>Whether it is done better than by the model before, on the same songs</source>
        <translation>Si sale mejor que con el modelo anterior, con las mismas piezas</translation>
    </message>
    <message>
        <source>AUC now minus before, on the same songs, with its 95 % range; a tag not known before counts as .5</source>
        <translation>AUC ahora menos antes, con las mismas piezas, con su intervalo del 95 %; una etiqueta antes desconocida cuenta .5</translation>
    </message>
    <message>
        <source>{} of 100 pairs</source>
        <translation>{} de 100 pares</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Change of AUC</source>
        <translation>Cambio de la AUC</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Sí desde</translation>
    </message>
    <message>
        <source>90 % right from</source>
        <translation>90 % acierto desde</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>Songs with the tag</source>
        <translation>Piezas con la etiqueta</translation>
    </message>
    <message>
        <source>You set it</source>
        <translation>Fijado por usted</translation>
    </message>
    <message>
        <source>Estimated; you can set it</source>
        <translation>Estimado; puede fijarlo</translation>
    </message>
    <message>
        <source>With its 95 % range</source>
        <translation>Con su intervalo del 95 %</translation>
    </message>
    <message>
        <source>Own ear (F1)</source>
        <translation>El propio oído (F1)</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged again. Your second hearing, scored as the model is: F1 {second}. The model on the same songs: F1 {model}.</source>
        <translation>{n:# pieza se juzgó|# piezas se juzgaron} otra vez. Su segunda escucha, medida como el modelo: F1 {second}. El modelo en las mismas piezas: F1 {model}.</translation>
    </message>
    <message>
        <source>F1 of your own second judgments of the same songs: the ceiling, as no model can learn what an ear does not agree on with itself</source>
        <translation>F1 de sus segundos juicios sobre las mismas piezas: el límite, pues lo que un oído no repite, ningún modelo puede aprenderlo</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Qué le falta</translation>
    </message>
    <message>
        <source>A forecast from its learning curve: see How many more songs?</source>
        <translation>Una previsión a partir de su curva de aprendizaje: vea ¿Cuántas piezas más?</translation>
    </message>
</context>
<context>
    <name>RetireDialog</name>
    <message>
        <source>Retire “{tag}”</source>
        <translation>Retirar «{tag}»</translation>
    </message>
    <message>
        <source>A retired tag is neither shown nor learned. Its decisions are kept, and come back with it when you restore it.</source>
        <translation>Una etiqueta retirada no se muestra ni se aprende. Sus decisiones se conservan y vuelven con ella al restaurarla.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged on its {m:# tag|# tags}: {names}.</source>
        <translation>{n:# pieza juzgada|# piezas juzgadas} con {m:su # etiqueta|sus # etiquetas}: {names}.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# pieza juzgada|# piezas juzgadas}: {yes} sí, {no} no, {unsure} dudosas.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure, {parts} only on a part.</source>
        <translation>{n:# pieza juzgada|# piezas juzgadas}: {yes} sí, {no} no, {unsure} dudosas, {parts} solo en un pasaje.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Open one song of the list first.</source>
        <translation>Abra primero una pieza de la lista.</translation>
    </message>
    <message>
        <source>Choosing what to judge next …</source>
        <translation>Eligiendo qué juzgar a continuación …</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Judge song by song: which tag?</source>
        <translation>Juzgar pieza por pieza: ¿qué etiqueta?</translation>
    </message>
    <message>
        <source>Enter: the songs of this search that are not judged on it, one after another</source>
        <translation>Intro: las piezas de esta búsqueda aún no juzgadas en ella, una tras otra</translation>
    </message>
    <message>
        <source>Comparing annotators</source>
        <translation>Comparación de anotadores</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Sumando</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>Calculando</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Loop for</source>
        <translation>A favor</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>En contra</translation>
    </message>
    <message>
        <source>No answer; the next question</source>
        <translation>Sin respuesta; la pregunta siguiente</translation>
    </message>
    <message>
        <source>The skipped ones again</source>
        <translation>Otra vez las saltadas</translation>
    </message>
    <message>
        <source>Listen to them</source>
        <translation>Escucharlas</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>All songs</source>
        <translation>Todas las piezas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back to all songs</source>
        <translation>Volver a todas las piezas</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for the tag</source>
        <translation>Repetir los segundos que más hablan a favor de la etiqueta</translation>
    </message>
    <message>
        <source>Loop the seconds that speak least for the tag</source>
        <translation>Repetir los segundos que menos hablan a favor de la etiqueta</translation>
    </message>
    <message>
        <source>Order of the songs</source>
        <translation>Orden de las piezas</translation>
    </message>
    <message>
        <source>least certain first</source>
        <translation>primero lo menos seguro</translation>
    </message>
    <message>
        <source>highest score first</source>
        <translation>primero la puntuación más alta</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>como en la lista</translation>
    </message>
    <message>
        <source>Answer, and go to the next question</source>
        <translation>Responder y pasar a la pregunta siguiente</translation>
    </message>
    <message>
        <source>The question before</source>
        <translation>La pregunta anterior</translation>
    </message>
    <message>
        <source>Blind first</source>
        <translation>Primero a ciegas</translation>
    </message>
    <message>
        <source>Cover what the model hears until you have answered, then show it</source>
        <translation>Ocultar lo que oye el modelo hasta que haya respondido y luego mostrarlo</translation>
    </message>
    <message>
        <source>some of every score</source>
        <translation>algunas de cada puntuación</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Mostrar la lista</translation>
    </message>
    <message>
        <source>The tags that songs gained and lost, the most surprising first</source>
        <translation>Las etiquetas que las piezas ganaron y perdieron, primero las más sorprendentes</translation>
    </message>
</context>
<context>
    <name>RobustnessChoiceRows</name>
    <message>
        <source>middle {:.0f} s</source>
        <translation>{:.0f} s centrales</translation>
    </message>
    <message>
        <source>up to 5 minutes</source>
        <translation>hasta 5 minutos</translation>
    </message>
    <message>
        <source>learned ones, too</source>
        <translation>también las aprendidas</translation>
    </message>
    <message>
        <source>Songs the model has learned from: its WAUC is too good on them, changes count</source>
        <translation>Piezas de las que el modelo aprendió: ahí su WAUC es demasiado buena, cuentan los cambios</translation>
    </message>
    <message>
        <source>No model here knows words: learn, or get one (Models).</source>
        <translation>Ningún modelo conoce aquí palabras: aprenda uno o consígalo (Modelos).</translation>
    </message>
    <message>
        <source>Tick at least one deformation.</source>
        <translation>Marque al menos una deformación.</translation>
    </message>
    <message>
        <source>There is no such song. Judge some, or choose other songs.</source>
        <translation>No hay ninguna pieza así. Juzgue algunas o elija otras piezas.</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# pieza juzgada|# piezas juzgadas}</translation>
    </message>
    <message>
        <source>{:# selected song|# selected songs}</source>
        <translation>{:# pieza seleccionada|# piezas seleccionadas}</translation>
    </message>
    <message>
        <source>all, {:# song|# songs}</source>
        <translation>todas, {:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Of each song</source>
        <translation>De cada pieza</translation>
    </message>
    <message>
        <source>Of 30 seconds there is no excerpt of 30 seconds: take more of each song.</source>
        <translation>De 30 segundos no hay un fragmento de 30 segundos: tome más de cada pieza.</translation>
    </message>
</context>
<context>
    <name>RobustnessController</name>
    <message>
        <source>Deforming songs, and listening to them</source>
        <translation>Deforma piezas y las escucha</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
</context>
<context>
    <name>RobustnessDialog</name>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>¿Escucha la música o la masterización?</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>Las puntuaciones se mueven</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Orden conservado</translation>
    </message>
    <message>
        <source>Stopped; nothing of it is kept.</source>
        <translation>Detenido; no se conserva nada.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copiar la tabla</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Guardar como tabla (CSV)…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Measure of the picture</source>
        <translation>Medida de la imagen</translation>
    </message>
    <message>
        <source>This model was not measured yet</source>
        <translation>Este modelo aún no se ha medido</translation>
    </message>
    <message>
        <source>The same songs are scored as they are, and again faster, slower, shifted, compressed, with noise, with other treble, as MP3, louder, in mono. What moves the scores, the model listens to. Choose songs and press Measure; it runs in the background.</source>
        <translation>Las mismas piezas se puntúan tal como son, y otra vez más rápidas, más lentas, en otra altura, comprimidas, con ruido, con otros agudos, como MP3, más fuertes, en mono. Lo que mueve las puntuaciones es lo que el modelo escucha. Elija piezas y pulse Medir; trabaja en segundo plano.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Medir de nuevo</translation>
    </message>
    <message>
        <source>All deformations</source>
        <translation>Todas las deformaciones</translation>
    </message>
    <message>
        <source>{}, by strength</source>
        <translation>{}, por intensidad</translation>
    </message>
    <message>
        <source>No number with a range: judge more songs, of five artists at least.</source>
        <translation>Ningún número con intervalo: juzgue más piezas, de al menos cinco artistas.</translation>
    </message>
    <message>
        <source>Measured {when} on {n:# song|# songs} by {artists:# artist|# artists}, {judged} of them judged.</source>
        <translation>Medido {when} en {n:# pieza|# piezas} de {artists:# artista|# artistas}, juzgadas: {judged}.</translation>
    </message>
    <message>
        <source>Without decisions there is no WAUC: scores and order are compared with the model&apos;s own of the songs as they are.</source>
        <translation>Sin decisiones no hay WAUC: puntuaciones y orden se comparan con los del propio modelo para las piezas tal como son.</translation>
    </message>
    <message>
        <source>WAUC as they are: {}.</source>
        <translation>WAUC tal como son: {}.</translation>
    </message>
    <message>
        <source>Of {n:# song|# songs} the middle {s} s.</source>
        <translation>De {n:# pieza|# piezas} los {s} s centrales.</translation>
    </message>
    <message>
        <source>Of these songs it has learned from {}: its WAUC is too good, look at the changes.</source>
        <translation>De estas piezas aprendió de {}: su WAUC es demasiado buena, mire los cambios.</translation>
    </message>
    <message>
        <source>Left out: {n:# song that it learned from|# songs that it learned from}.</source>
        <translation>Omitidas: {n:# pieza de la que aprendió|# piezas de las que aprendió}.</translation>
    </message>
    <message>
        <source>Could not be read or scored: {}.</source>
        <translation>No se pudo leer o puntuar: {}.</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Guardar como tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>{} Numbers without one are of these songs alone.</source>
        <translation>{} Los números sin intervalo valen solo para estas piezas.</translation>
    </message>
</context>
<context>
    <name>RobustnessPlot</name>
    <message>
        <source>as they are</source>
        <translation>tal como son</translation>
    </message>
    <message>
        <source>{}, {:# song|# songs}</source>
        <translation>{}, {:# pieza|# piezas}</translation>
    </message>
</context>
<context>
    <name>RobustnessTable</name>
    <message>
        <source>Deformed songs</source>
        <translation>Piezas deformadas</translation>
    </message>
    <message>
        <source>Songs scored both as they are and deformed</source>
        <translation>Piezas puntuadas tanto tal como son como deformadas</translation>
    </message>
    <message>
        <source>WAUC deformed minus WAUC as they are, on the same songs</source>
        <translation>WAUC deformadas menos WAUC tal como son, en las mismas piezas</translation>
    </message>
    <message>
        <source>Deformation</source>
        <translation>Deformación</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Scores move by</source>
        <translation>Las puntuaciones se mueven</translation>
    </message>
    <message>
        <source>Order kept</source>
        <translation>Orden conservado</translation>
    </message>
    <message>
        <source>{percent} % of the samples are cut off at full scale</source>
        <translation>{percent} % de las muestras se corta a plena escala</translation>
    </message>
    <message>
        <source>Most: {}</source>
        <translation>Más: {}</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Not in this song</source>
        <translation>No en esta pieza</translation>
    </message>
    <message>
        <source>By your rules “{tag}” implies:</source>
        <translation>Según sus reglas, «{tag}» implica:</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” implies “{other}”.</source>
        <translation>Su regla dice que «{tag}» implica «{other}».</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” excludes “{other}”.</source>
        <translation>Su regla dice que «{tag}» excluye «{other}».</translation>
    </message>
    <message>
        <source>Your rule says that “{tag}” goes with “{other}”.</source>
        <translation>Su regla dice que «{tag}» va con «{other}».</translation>
    </message>
    <message>
        <source>Yes, {tag}</source>
        <translation>Sí, {tag}</translation>
    </message>
    <message>
        <source>It is decided as if you had clicked the chip</source>
        <translation>Se decide como si hubiera hecho clic en la etiqueta</translation>
    </message>
</context>
<context>
    <name>SaliencyBar</name>
    <message>
        <source>How the map is made</source>
        <translation>Cómo se hace el mapa</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradiente × entrada</translation>
    </message>
    <message>
        <source>By covering (occlusion)</source>
        <translation>Cubriendo (oclusión)</translation>
    </message>
    <message>
        <source>Which part is judged</source>
        <translation>Qué parte se juzga</translation>
    </message>
    <message>
        <source>The whole song</source>
        <translation>Toda la pieza</translation>
    </message>
    <message>
        <source>The loop</source>
        <translation>El bucle</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Lo que se ve</translation>
    </message>
    <message>
        <source>Strength of the colours</source>
        <translation>Intensidad de los colores</translation>
    </message>
    <message>
        <source>How much of it is played</source>
        <translation>Cuánto se oye</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Qué habla a favor de «{tag}»</translation>
    </message>
    <message>
        <source>Finding out what speaks for it</source>
        <translation>Averiguando qué habla a favor</translation>
    </message>
    <message>
        <source>Comparing with networks of random weights</source>
        <translation>Comparando con redes de pesos al azar</translation>
    </message>
    <message>
        <source>Filtering the sound</source>
        <translation>Filtrando el sonido</translation>
    </message>
    <message>
        <source>Play only what mattered</source>
        <translation>Oír solo lo que importó</translation>
    </message>
    <message>
        <source>Now the original</source>
        <translation>Ahora el original</translation>
    </message>
    <message>
        <source>Now what mattered</source>
        <translation>Ahora lo que importó</translation>
    </message>
    <message>
        <source>In place of the song, as loud; again: the original in the same loudness</source>
        <translation>En lugar de la pieza, igual de fuerte; otra vez: el original con la misma sonoridad</translation>
    </message>
    <message>
        <source>The song as it is</source>
        <translation>La pieza tal cual</translation>
    </message>
    <message>
        <source>Play the song&apos;s file again, in its own loudness</source>
        <translation>Volver a oír el archivo de la pieza, con su propia sonoridad</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Guardar como WAV…</translation>
    </message>
    <message>
        <source>Only what mattered, as a sound file</source>
        <translation>Solo lo que importó, como archivo de sonido</translation>
    </message>
    <message>
        <source>Is it learned?</source>
        <translation>¿Es aprendido?</translation>
    </message>
    <message>
        <source>Compare this map with those of networks whose weights are random</source>
        <translation>Comparar este mapa con los de redes de pesos al azar</translation>
    </message>
    <message>
        <source>Remove the map</source>
        <translation>Quitar el mapa</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
</context>
<context>
    <name>SaliencyController</name>
    <message>
        <source>Save only what mattered</source>
        <translation>Guardar solo lo que importó</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Every song, or all that the search finds</source>
        <translation>Todas las piezas, o todas las que encuentra la búsqueda</translation>
    </message>
    <message>
        <source>Not tagged</source>
        <translation>Sin etiquetas</translation>
    </message>
    <message>
        <source>No decision on the whole song yet</source>
        <translation>Aún sin decisión sobre la pieza entera</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>The model is sure of the contrary of what you decided</source>
        <translation>El modelo está seguro de lo contrario de lo que usted decidió</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosas</translation>
    </message>
    <message>
        <source>You were unsure of a tag</source>
        <translation>No estaba seguro de una etiqueta</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Judged lately</source>
        <translation>Juzgadas hace poco</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Guardar esta búsqueda</translation>
    </message>
    <message>
        <source>Keep what the search line says as a search of your own</source>
        <translation>Guardar lo que dice la línea de búsqueda como búsqueda propia</translation>
    </message>
    <message>
        <source>Name of the search “{}”</source>
        <translation>Nombre de la búsqueda «{}»</translation>
    </message>
    <message>
        <source>Another name for “{}”</source>
        <translation>Otro nombre para «{}»</translation>
    </message>
    <message>
        <source>Rename this search</source>
        <translation>Renombrar esta búsqueda</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Let it be what the search line says</source>
        <translation>Sustituir por lo que dice la línea de búsqueda</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Forget this search</source>
        <translation>Olvidar esta búsqueda</translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Scores as they are, and deformed</source>
        <translation>Puntuaciones tal como son y deformadas</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Searching</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Press an example to try it; Esc in the search line clears it.</source>
        <translation>Pulse un ejemplo para probarlo; Esc vacía la línea de búsqueda.</translation>
    </message>
    <message>
        <source>Try {example}</source>
        <translation>Probar {example}</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search: words, tags, house &gt; 0.5, -drums</source>
        <translation>Buscar: palabras, house &gt; 0.5</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>Search the library. Words, tags, -tag without, ?tag unsure,
house &gt; 0.7 by the model, region:tag, year:1990..1995, untagged, missing.
Esc clears.</source>
        <translation>Buscar en la biblioteca. Palabras, etiquetas, -etiqueta sin, ?etiqueta dudosa,
house &gt; 0.7 según el modelo, region:etiqueta, year:1990..1995, untagged, missing.
Esc vacía.</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Pistas</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>Press {key}, then a tag&apos;s letter. Shift: no. Alt: unsure.</source>
        <translation>Pulse {key} y luego la letra de la etiqueta. Mayús: no. Alt: dudosa.</translation>
    </message>
    <message>
        <source>Leaving a song on which a tag was judged: the rest is no.</source>
        <translation>Al dejar una pieza en la que se juzgó una etiqueta: el resto es no.</translation>
    </message>
    <message>
        <source>A click folds the category, or opens it again.</source>
        <translation>Un clic pliega la categoría o la vuelve a abrir.</translation>
    </message>
    <message>
        <source>{yes} yes · {no} no</source>
        <translation>{yes} sí · {no} no</translation>
    </message>
    <message>
        <source>{yes} of {total}</source>
        <translation>{yes} de {total}</translation>
    </message>
    <message>
        <source>rest: no · {count}</source>
        <translation>resto: no · {count}</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegada</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Anotador</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>La del sistema</translation>
    </message>
    <message>
        <source>{} (not there now)</source>
        <translation>{} (ahora no está)</translation>
    </message>
    <message>
        <source>Play a song as soon as it is opened</source>
        <translation>Reproducir una pieza en cuanto se abre</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>A new language takes effect at the next start.</source>
        <translation>Un idioma nuevo vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Stored with every decision, so that several annotators can be told apart.</source>
        <translation>Se guarda con cada decisión, para distinguir a varios anotadores.</translation>
    </message>
    <message>
        <source>Your tags are learned in the way that proved best; nothing has to be set.</source>
        <translation>Sus etiquetas se aprenden del modo que dio mejor resultado; no hay que ajustar nada.</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Expertos</translation>
    </message>
    <message>
        <source>How deep and how long is learned, and on what processor</source>
        <translation>Con qué profundidad y cuánto tiempo se aprende, y en qué procesador</translation>
    </message>
    <message>
        <source>Automatic: the tags alone, which proved best</source>
        <translation>Automática: solo las etiquetas, lo que dio mejor resultado</translation>
    </message>
    <message>
        <source>Tags only: quickest</source>
        <translation>Solo las etiquetas: la más rápida</translation>
    </message>
    <message>
        <source>Tags and the sense of time (LSTM)</source>
        <translation>Etiquetas y sentido del tiempo (LSTM)</translation>
    </message>
    <message>
        <source>All of the network: for many songs, takes long</source>
        <translation>Toda la red: para muchas piezas, tarda mucho</translation>
    </message>
    <message>
        <source>Add a sense of time (LSTM) to models without one</source>
        <translation>Añadir un sentido del tiempo (LSTM) a los modelos que no lo tienen</translation>
    </message>
    <message>
        <source>Automatic: the graphics card where there is one</source>
        <translation>Automático: la tarjeta gráfica, si la hay</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Tasas de aprendizaje</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>As in the thesis</source>
        <translation>Como en la tesis</translation>
    </message>
    <message>
        <source>As the public taggers</source>
        <translation>Como los modelos públicos</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Épocas como máximo</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Calcular en</translation>
    </message>
    <message>
        <source>Keep spectrograms up to</source>
        <translation>Conservar espectrogramas hasta</translation>
    </message>
    <message>
        <source>Of the songs asked about: only these tell how common a tag is</source>
        <translation>De las piezas por las que se pregunta: solo estas dicen lo frecuente que es una etiqueta</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Songs judged so long ago come again unannounced, to tell how steady you judge</source>
        <translation>Las piezas juzgadas hace tanto tiempo vuelven sin aviso, para saber lo constante que es su juicio</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Elegidas al azar</translation>
    </message>
    <message>
        <source>Ask again after</source>
        <translation>Volver a preguntar tras</translation>
    </message>
    <message>
        <source>Record which seconds of a song sounded before each decision</source>
        <translation>Registrar qué segundos de una pieza sonaron antes de cada decisión</translation>
    </message>
    <message>
        <source>Off unless you switch it on. It is kept in the library, beside the decision, and goes with it by undo; it is never sent, and saved as a table only where you do so (Tags ▸ Where my time went).</source>
        <translation>Desactivado mientras no lo active. Queda en la biblioteca, junto a la decisión, y se deshace con ella; nunca se envía, y solo se guarda como tabla si usted lo hace (Etiquetas ▸ En qué se fue mi tiempo).</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
</context>
<context>
    <name>ShellController</name>
    <message>
        <source>About RhythmCap</source>
        <translation>Acerca de RhythmCap</translation>
    </message>
    <message>
        <source>Tagging by two letters</source>
        <translation>Etiquetar con dos letras</translation>
    </message>
</context>
<context>
    <name>SimilarDock</name>
    <message>
        <source>Only the loop</source>
        <translation>Solo el bucle</translation>
    </message>
    <message>
        <source>Songs like the part of the song that is looped; like all of it otherwise</source>
        <translation>Piezas como la parte que está en bucle; si no, como toda la pieza</translation>
    </message>
    <message>
        <source>Like the open song</source>
        <translation>Como la pieza abierta</translation>
    </message>
    <message>
        <source>The list stays as it is while songs are opened from it; show now what the open song is like</source>
        <translation>La lista queda como está mientras se abren piezas de ella; mostrar ahora lo que se parece a la pieza abierta</translation>
    </message>
    <message>
        <source>More like these</source>
        <translation>Más como estas</translation>
    </message>
    <message>
        <source>Look for songs like those selected in the list of songs, or like the open one</source>
        <translation>Busca piezas como las seleccionadas en la lista de piezas, o como la abierta</translation>
    </message>
    <message>
        <source>Less like these</source>
        <translation>Menos como estas</translation>
    </message>
    <message>
        <source>Look for songs unlike those selected in the list of songs, or unlike the open one</source>
        <translation>Busca piezas distintas de las seleccionadas en la lista de piezas, o de la abierta</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Forget the chosen songs: the list follows the open song</source>
        <translation>Olvidar las piezas elegidas: la lista sigue a la pieza abierta</translation>
    </message>
    <message>
        <source>drag songs here</source>
        <translation>arrastre piezas aquí</translation>
    </message>
    <message>
        <source>More like</source>
        <translation>Más como</translation>
    </message>
    <message>
        <source>Less like</source>
        <translation>Menos como</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Shared tags</source>
        <translation>Etiquetas comunes</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Piezas parecidas</translation>
    </message>
    <message>
        <source>Listening to the loop…</source>
        <translation>Escuchando el bucle…</translation>
    </message>
    <message>
        <source>The first is nearer than {} of 100 pairs of songs; 1 is the same sound.</source>
        <translation>La primera está más cerca que {} de 100 pares de piezas; 1 es el mismo sonido.</translation>
    </message>
    <message>
        <source>Nothing is really near: the first is nearer than only {} of 100 pairs.</source>
        <translation>Nada está cerca de verdad: la primera solo está más cerca que {} de 100 pares.</translation>
    </message>
    <message>
        <source>Most like {:# chosen song|# chosen songs}</source>
        <translation>Lo más parecido a {:# pieza elegida|# piezas elegidas}</translation>
    </message>
    <message>
        <source>Most like {start}–{end} of {song}</source>
        <translation>Lo más parecido a {start}–{end} de {song}</translation>
    </message>
    <message>
        <source>Most like {song}</source>
        <translation>Lo más parecido a {song}</translation>
    </message>
    <message>
        <source>Songs are compared by what a model hears. Choose one under Models.</source>
        <translation>Las piezas se comparan según lo que oye un modelo. Elija uno en Modelos.</translation>
    </message>
    <message>
        <source>A moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The model has not listened to this yet: {songs}. Let it listen below.</source>
        <translation>El modelo aún no ha escuchado: {songs}. Deje que escuche aquí abajo.</translation>
    </message>
    <message>
        <source>Open a song, or drag songs here: what is like them is listed.</source>
        <translation>Abra una pieza o arrastre piezas aquí: se lista lo que se les parece.</translation>
    </message>
    <message>
        <source>The model has listened to no song yet. Let it listen below.</source>
        <translation>El modelo aún no ha escuchado ninguna pieza. Deje que escuche aquí abajo.</translation>
    </message>
    <message>
        <source>There is no other song to compare with.</source>
        <translation>No hay otra pieza con que comparar.</translation>
    </message>
</context>
<context>
    <name>SongCaption</name>
    <message>
        <source>Copied: {}</source>
        <translation>Copiado: {}</translation>
    </message>
    <message>
        <source>Learn how tags are listed</source>
        <translation>Aprender cómo se enumeran las etiquetas</translation>
    </message>
    <message>
        <source>Write the caption</source>
        <translation>Escribir la enumeración de etiquetas</translation>
    </message>
</context>
<context>
    <name>SongChoice</name>
    <message>
        <source>All {n:# song|# songs}</source>
        <translation>{n:La única pieza|Las # piezas}</translation>
    </message>
    <message>
        <source>No song is here yet</source>
        <translation>Aún no hay ninguna pieza</translation>
    </message>
    <message>
        <source>Those of the search (there is none)</source>
        <translation>Las de la búsqueda (no hay ninguna)</translation>
    </message>
    <message>
        <source>The {n:song|# songs} of the search</source>
        <translation>{n:La pieza|Las # piezas} de la búsqueda</translation>
    </message>
    <message>
        <source>The selected ones (none is)</source>
        <translation>Las seleccionadas (ninguna)</translation>
    </message>
    <message>
        <source>The selected {n:song|# songs}</source>
        <translation>{n:La pieza seleccionada|Las # piezas seleccionadas}</translation>
    </message>
</context>
<context>
    <name>SongEvidence</name>
    <message>
        <source>Right click a tag to hear what speaks for it.</source>
        <translation>Clic derecho en una etiqueta para oír lo que habla a favor.</translation>
    </message>
    <message>
        <source>Read what speaks for a tag</source>
        <translation>Leer lo que habla a favor de una etiqueta</translation>
    </message>
</context>
<context>
    <name>SongHeader</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Sort by a predicted tag…</source>
        <translation>Ordenar por una etiqueta predicha…</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Mayores primero</translation>
    </message>
    <message>
        <source>Tags of one category</source>
        <translation>Etiquetas de una categoría</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Lo que oye el modelo</translation>
    </message>
    <message>
        <source>Another tag…</source>
        <translation>Otra etiqueta…</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Columna {name}</translation>
    </message>
    <message>
        <source>Sort by title</source>
        <translation>Ordenar por título</translation>
    </message>
    <message>
        <source>Sort by artist</source>
        <translation>Ordenar por artista</translation>
    </message>
    <message>
        <source>Sort by album</source>
        <translation>Ordenar por álbum</translation>
    </message>
    <message>
        <source>Sort by year</source>
        <translation>Ordenar por año</translation>
    </message>
    <message>
        <source>Sort by length</source>
        <translation>Ordenar por duración</translation>
    </message>
    <message>
        <source>Sort by when it was added</source>
        <translation>Ordenar por fecha de incorporación</translation>
    </message>
    <message>
        <source>Sort by number of tags</source>
        <translation>Ordenar por número de etiquetas</translation>
    </message>
    <message>
        <source>Sort by folder and file</source>
        <translation>Ordenar por carpeta y archivo</translation>
    </message>
</context>
<context>
    <name>SongHeading</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>⚠ damaged, or not read whole</source>
        <translation>⚠ dañado o no leído entero</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Datos suyos; el archivo dice otra cosa.</translation>
    </message>
    <message>
        <source>Double click: title, artists, album and year</source>
        <translation>Doble clic: título, artistas, álbum y año</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>sin juzgar</translation>
    </message>
</context>
<context>
    <name>SongList</name>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
</context>
<context>
    <name>SongPanes</name>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostrar toda la pieza</translation>
    </message>
    <message>
        <source>Colours, brightness and contrast</source>
        <translation>Colores, brillo y contraste</translation>
    </message>
</context>
<context>
    <name>SongPreview</name>
    <message>
        <source>Songs it touches</source>
        <translation>Piezas afectadas</translation>
    </message>
    <message>
        <source>and {n:# more|# more}</source>
        <translation>y {n:otra|otras #}</translation>
    </message>
    <message>
        <source>No song was judged on it.</source>
        <translation>Ninguna pieza se juzgó con ella.</translation>
    </message>
</context>
<context>
    <name>SongRowDelegate</name>
    <message>
        <source>missing since {day}</source>
        <translation>falta desde {day}</translation>
    </message>
    <message>
        <source>folder not there</source>
        <translation>carpeta ausente</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>falta el archivo</translation>
    </message>
</context>
<context>
    <name>SongTable</name>
    <message>
        <source>Sort by what the model hears: which tag?</source>
        <translation>Ordenar por lo que oye el modelo: ¿qué etiqueta?</translation>
    </message>
    <message>
        <source>Enter: songs with the highest score first</source>
        <translation>Intro: primero las piezas con mayor puntuación</translation>
    </message>
    <message>
        <source>Show what the model hears: which tag?</source>
        <translation>Mostrar lo que oye el modelo: ¿qué etiqueta?</translation>
    </message>
    <message>
        <source>Enter: a column with its scores</source>
        <translation>Intro: una columna con sus puntuaciones</translation>
    </message>
    <message>
        <source>No song matches. Esc shows all songs.</source>
        <translation>Ninguna pieza coincide. Esc muestra todas las piezas.</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Columnas y orden</translation>
    </message>
    <message>
        <source>Choose the columns of the table and their order</source>
        <translation>Elegir las columnas de la tabla y su orden</translation>
    </message>
    <message>
        <source>Drop to add these songs</source>
        <translation>Suelte para añadir estas piezas</translation>
    </message>
</context>
<context>
    <name>SongTableModel</name>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dur.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiq.</translation>
    </message>
    <message>
        <source>Model hears</source>
        <translation>Modelo oye</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Álbum</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>{} is not there; perhaps its drive is not plugged in.</source>
        <translation>{} no está; quizá su unidad no esté conectada.</translation>
    </message>
    <message>
        <source>Missing since {day}. Its tags are kept; plug in the disk or locate the file.</source>
        <translation>Falta desde {day}. Sus etiquetas se conservan; conecte el disco o busque el archivo.</translation>
    </message>
    <message>
        <source>✎ Your own data; the file says otherwise.</source>
        <translation>✎ Datos suyos; el archivo dice otra cosa.</translation>
    </message>
    <message>
        <source>{count:# tag|# tags}</source>
        <translation>{count:# etiqueta|# etiquetas}</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>falta el archivo</translation>
    </message>
    <message>
        <source>Unsure: {tags}</source>
        <translation>Dudosa: {tags}</translation>
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
        <translation>Abra antes una pieza.</translation>
    </message>
    <message>
        <source>No song is selected in the list.</source>
        <translation>No hay ninguna pieza seleccionada en la lista.</translation>
    </message>
</context>
<context>
    <name>SongsPage</name>
    <message>
        <source>Which songs of the file are shown</source>
        <translation>Qué piezas del archivo se muestran</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Confirmar todas</translation>
    </message>
    <message>
        <source>Take every song that looks alike for the right one</source>
        <translation>Tomar cada pieza parecida por la correcta</translation>
    </message>
    <message>
        <source>Confirm none</source>
        <translation>No confirmar ninguna</translation>
    </message>
    <message>
        <source>Leave out every song that only looks alike</source>
        <translation>Omitir cada pieza que solo se parece</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>En la biblioteca</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Hallada por</translation>
    </message>
    <message>
        <source>Songs of the file</source>
        <translation>Piezas del archivo</translation>
    </message>
    <message>
        <source>All: {n}</source>
        <translation>Todas: {n}</translation>
    </message>
</context>
<context>
    <name>SpectraPage</name>
    <message>
        <source>Singular values</source>
        <translation>Valores singulares</translation>
    </message>
    <message>
        <source>Choose one or several layers in the table.</source>
        <translation>Elija una o varias capas en la tabla.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Directions used</source>
        <translation>Direcciones usadas</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>por azar</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convolución</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>densa</translation>
    </message>
    <message>
        <source>recurrent</source>
        <translation>recurrente</translation>
    </message>
    <message>
        <source>{rank} of {n}</source>
        <translation>{rank} de {n}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
</context>
<context>
    <name>SpectrogramPane</name>
    <message>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop, wheel to zoom, Shift and wheel to scroll</source>
        <translation>Clic: ir allí, arrastrar: bucle, rueda: ampliar, Mayús y rueda: desplazar</translation>
    </message>
    <message>
        <source>{start} – {end} · {length} s</source>
        <translation>{start} – {end} · {length} s</translation>
    </message>
    <message>
        <source>against the word: {}</source>
        <translation>contra la palabra: {}</translation>
    </message>
    <message>
        <source>for the word: {}</source>
        <translation>a favor de la palabra: {}</translation>
    </message>
</context>
<context>
    <name>SpeedButton</name>
    <message>
        <source>Slower or faster, in the same pitch</source>
        <translation>Más lento o más rápido, con la misma altura</translation>
    </message>
    <message>
        <source>Speed, {}</source>
        <translation>Velocidad, {}</translation>
    </message>
</context>
<context>
    <name>SpeedChart</name>
    <message>
        <source>Seconds a decision, one session after another</source>
        <translation>Segundos por decisión, una sesión tras otra</translation>
    </message>
    <message>
        <source>Two decisions one after another have a time between them.</source>
        <translation>Entre dos decisiones seguidas hay un tiempo.</translation>
    </message>
    <message>
        <source>Seconds a decision: median, with its quartiles</source>
        <translation>Segundos por decisión: mediana con sus cuartiles</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sesiones</translation>
    </message>
    <message>
        <source>seconds a decision</source>
        <translation>segundos por decisión</translation>
    </message>
    <message>
        <source>{median} s a decision, half of them {lower} to {upper} s</source>
        <translation>{median} s por decisión, la mitad de {lower} a {upper} s</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# decisión|# decisiones}</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{tag}”</source>
        <translation>Dividir «{tag}»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The word for the other meaning</source>
        <translation>La palabra para el otro significado</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Qué significa para usted</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>the {n:# selected song|# selected songs}</source>
        <translation>{n:# pieza seleccionada|# piezas seleccionadas}</translation>
    </message>
    <message>
        <source>the songs this search finds</source>
        <translation>las piezas que encuentra esta búsqueda</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>as in the search line: house, path:live, year:1990..1995</source>
        <translation>como en la línea de búsqueda: house, path:live, year:1990..1995</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nueva etiqueta</translation>
    </message>
    <message>
        <source>To it go the decisions on “{tag}” of</source>
        <translation>A ella pasan las decisiones sobre «{tag}» de</translation>
    </message>
    <message>
        <source>{n:# song goes|# songs go} over, of {m}: {yes} yes, {no} no, {unsure} unsure.</source>
        <translation>{n:# pieza pasa|# piezas pasan}, de {m}: {yes} sí, {no} no, {unsure} dudosas.</translation>
    </message>
    <message>
        <source>All of them would go over: say which, with a search or a selection.</source>
        <translation>Pasarían todas: diga cuáles, con una búsqueda o una selección.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the import</source>
        <translation>Mostrar la importación</translation>
    </message>
    <message>
        <source>Show the messages</source>
        <translation>Mostrar los mensajes</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Mostrar todas las teclas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
    <message>
        <source>Adding songs</source>
        <translation>Añadiendo piezas</translation>
    </message>
    <message>
        <source>Import: {:# file|# files} could not be read</source>
        <translation>Importación: {:# archivo ilegible|# archivos ilegibles}</translation>
    </message>
    <message>
        <source>✓ all decisions saved</source>
        <translation>✓ todo guardado</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Annotator: {name}</source>
        <translation>Anotador: {name}</translation>
    </message>
    <message>
        <source>Whose decisions are shown and made</source>
        <translation>De quién son las decisiones que se muestran y se toman</translation>
    </message>
    <message>
        <source>Another annotator…</source>
        <translation>Otro anotador…</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>The model suggests</source>
        <translation>El modelo sugiere</translation>
    </message>
    <message>
        <source>Chips, keys and note are about all of them; what you do not touch stays as it is. One undo takes a change back for all.</source>
        <translation>Etiquetas, teclas y nota valen para todas; lo que no toque queda como está. Un solo Deshacer revierte un cambio en todas.</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Sugerencia</translation>
    </message>
    <message>
        <source>Scores of the whole song</source>
        <translation>Puntuaciones de toda la pieza</translation>
    </message>
    <message>
        <source>Scores of the song from its beginning to the playhead</source>
        <translation>Puntuaciones de la pieza desde el principio hasta el cursor</translation>
    </message>
    <message>
        <source>Scores of what sounds under the playhead</source>
        <translation>Puntuaciones de lo que suena ahora</translation>
    </message>
    <message>
        <source>song</source>
        <translation>pieza</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>hasta aquí</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Yes, it is. Shift+click: and the next song</source>
        <translation>Sí, lo es. Mayús+clic: y a la pieza siguiente</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>No, it is not</source>
        <translation>No, no lo es</translation>
    </message>
    <message>
        <source>Show the guesses</source>
        <translation>Mostrar conjeturas</translation>
    </message>
    <message>
        <source>Uncover the model&apos;s guesses for this song</source>
        <translation>Descubrir las conjeturas del modelo sobre esta pieza</translation>
    </message>
    <message>
        <source>Hear why</source>
        <translation>Oír por qué</translation>
    </message>
    <message>
        <source>Loop the seconds that speak most for it</source>
        <translation>Bucle en los segundos que más hablan a su favor</translation>
    </message>
    <message>
        <source>Accept {word}</source>
        <translation>Aceptar {word}</translation>
    </message>
    <message>
        <source>Reject {word}</source>
        <translation>Rechazar {word}</translation>
    </message>
    <message>
        <source>Hear why {word}</source>
        <translation>Oír por qué {word}</translation>
    </message>
    <message>
        <source>then {words}</source>
        <translation>luego {words}</translation>
    </message>
    <message>
        <source>No model in use.</source>
        <translation>Ningún modelo en uso.</translation>
    </message>
    <message>
        <source>Too short to go by: nothing is suggested.</source>
        <translation>Demasiado corta para juzgar: sin sugerencias.</translation>
    </message>
    <message>
        <source>The model needs the file.</source>
        <translation>El modelo necesita el archivo.</translation>
    </message>
    <message>
        <source>Nothing to suggest: no tag scores high enough.</source>
        <translation>Sin sugerencias: puntuación baja.</translation>
    </message>
    <message>
        <source>Open a song first.</source>
        <translation>Abra antes una pieza.</translation>
    </message>
    <message>
        <source>Select a song in the list to tag it.</source>
        <translation>Para etiquetar, seleccione una pieza en la lista.</translation>
    </message>
    <message>
        <source>Blind: guesses are covered.</source>
        <translation>A ciegas: conjeturas ocultas.</translation>
    </message>
    <message>
        <source>The model is listening…</source>
        <translation>El modelo escucha…</translation>
    </message>
    <message>
        <source>All suggestions judged.</source>
        <translation>Todas las sugerencias juzgadas.</translation>
    </message>
    <message>
        <source>Closed listening: guesses are covered.</source>
        <translation>Escucha cerrada: las conjeturas están cubiertas.</translation>
    </message>
</context>
<context>
    <name>SystemChoice</name>
    <message>
        <source>Saved as {}, with what its columns mean beside it.</source>
        <translation>Guardado como {}, con el significado de las columnas al lado.</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>No hay ningún modelo en uso.</translation>
    </message>
    <message>
        <source>Choose one under Models.</source>
        <translation>Elija uno en Modelos.</translation>
    </message>
</context>
<context>
    <name>SystemChoiceDialog</name>
    <message>
        <source>Which system suits my tags?</source>
        <translation>¿Qué sistema conviene a mis etiquetas?</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>Parar; lo terminado se conserva</translation>
    </message>
    <message>
        <source>Systems are being tried on your songs</source>
        <translation>Se prueban sistemas con sus piezas</translation>
    </message>
    <message>
        <source>How should your tags be learned?</source>
        <translation>¿Cómo deben aprenderse sus etiquetas?</translation>
    </message>
    <message>
        <source>{systems:# system|# systems} from RhythmCap&apos;s own way to timbre alone will learn {tags:# tag|# tags} from a part of {songs:# judged song|# judged songs}, and be tested on the songs of artists they have not learned from ({artists:# artist|# artists}).</source>
        <translation>{systems:# sistema aprende|# sistemas, del método de RhythmCap al timbre solo, aprenden} {tags:# etiqueta|# etiquetas} de una parte de {songs:# pieza juzgada|# piezas juzgadas} y se prueban con piezas de artistas de los que no han aprendido ({artists:# artista|# artistas}).</translation>
    </message>
    <message>
        <source>Go on tagging: it uses the decisions of when it began. This window can be closed meanwhile.</source>
        <translation>Siga trabajando: valen las decisiones del comienzo. Esta ventana se puede cerrar.</translation>
    </message>
    <message>
        <source>It takes about {} and runs in the background: you can go on tagging.</source>
        <translation>Tarda unos {} y trabaja en segundo plano: puede seguir trabajando.</translation>
    </message>
    <message>
        <source>It was stopped before: what was finished is kept, and it goes on from there.</source>
        <translation>Se paró antes: lo terminado se conserva, y sigue desde ahí.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Se paró.</translation>
    </message>
    <message>
        <source>Systems are being tried for “{}”; after that it can be begun here.</source>
        <translation>Se prueban sistemas para «{}»; después se puede empezar aquí.</translation>
    </message>
    <message>
        <source>{moment}, with “{model}”, from {n:# decision|# decisions}.</source>
        <translation>{moment}, con «{model}», de {n:# decisión|# decisiones}.</translation>
    </message>
    <message>
        <source>{:# decision|# decisions} since.</source>
        <translation>Desde entonces, {:# decisión|# decisiones}.</translation>
    </message>
    <message>
        <source>The new run was stopped; what was finished is kept.</source>
        <translation>La nueva prueba se paró; lo terminado se conserva.</translation>
    </message>
    <message>
        <source>Trying systems</source>
        <translation>Prueba de sistemas</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Try the systems</source>
        <translation>Probar los sistemas</translation>
    </message>
    <message>
        <source>Learn with a sense of time</source>
        <translation>Aprender con sentido del tiempo</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aprender de mis etiquetas</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Qué falta aún a las etiquetas</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Guardar la tabla…</translation>
    </message>
    <message>
        <source>All numbers with their ranges, for a spreadsheet (CSV)</source>
        <translation>Todos los números con sus intervalos, para una hoja de cálculo (CSV)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>Pairs of 100 in order, by the number of songs learned from</source>
        <translation>Pares en orden de 100, según el número de piezas aprendidas</translation>
    </message>
    <message>
        <source>So that it stays short, {:only one judged song is drawn|only # judged songs are drawn}.</source>
        <translation>Para que sea breve, {:se sortea solo una pieza juzgada|se sortean solo # piezas juzgadas}.</translation>
    </message>
</context>
<context>
    <name>SystemController</name>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>SystemCurves</name>
    <message>
        <source>The curves come with the result.</source>
        <translation>Las curvas llegan con el resultado.</translation>
    </message>
    <message>
        <source>Learning curves: {}</source>
        <translation>Curvas de aprendizaje: {}</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>piezas</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>pares de 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>{:# judged song|# judged songs}</source>
        <translation>{:# pieza juzgada|# piezas juzgadas}</translation>
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
        <translation>Pares, dibujo</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersión</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizaje</translation>
    </message>
    <message>
        <source>A song</source>
        <translation>Una pieza</translation>
    </message>
    <message>
        <source>How much it varies between repetitions with other parts of the songs</source>
        <translation>Cuánto varía entre repeticiones con otras partes de las piezas</translation>
    </message>
    <message>
        <source>Tags that it could learn, on average; the others count as guessed</source>
        <translation>Etiquetas que pudo aprender, en promedio; las demás cuentan como adivinadas</translation>
    </message>
    <message>
        <source>Time to learn from all songs</source>
        <translation>Tiempo para aprender de todas las piezas</translation>
    </message>
    <message>
        <source>Time to score a song that was listened to before</source>
        <translation>Tiempo para puntuar una pieza ya escuchada</translation>
    </message>
    <message>
        <source>Systems that were tried</source>
        <translation>Sistemas probados</translation>
    </message>
    <message>
        <source>To RhythmCap&apos;s own way, on the same songs; the ranges of all systems hold at once.</source>
        <translation>Respecto al método de RhythmCap, en las mismas piezas; los intervalos de todos los sistemas valen a la vez.</translation>
    </message>
    <message>
        <source>By song</source>
        <translation>Por pieza</translation>
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
        <translation>Etiquetas que juzgar</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>the model disagrees</source>
        <translation>el modelo no está de acuerdo</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Edit tag</source>
        <translation>Editar etiqueta</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nueva etiqueta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The word, as you would say it</source>
        <translation>La palabra, como usted la diría</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Name of the new category</source>
        <translation>Nombre de la nueva categoría</translation>
    </message>
    <message>
        <source>Key of the new category</source>
        <translation>Tecla de la nueva categoría</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>What the word means to you</source>
        <translation>Qué significa la palabra para usted</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usar cuando</translation>
    </message>
    <message>
        <source>What must be heard</source>
        <translation>Qué debe oírse</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>No cuando</translation>
    </message>
    <message>
        <source>What it is easily mistaken for</source>
        <translation>Con qué se confunde fácilmente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>Crear la etiqueta</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Su tecla</translation>
    </message>
    <message>
        <source>Its colour</source>
        <translation>Su color</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Nueva categoría…</translation>
    </message>
    <message>
        <source>Free here: {keys}</source>
        <translation>Libres aquí: {keys}</translation>
    </message>
    <message>
        <source>Looks like {names}. Is it the same?</source>
        <translation>Se parece a {names}. ¿Es lo mismo?</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find a tag by typing its name</source>
        <translation>Buscar una etiqueta escribiendo su nombre</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <source>Make a new tag with category and key</source>
        <translation>Crear una etiqueta con categoría y tecla</translation>
    </message>
</context>
<context>
    <name>TagFinder</name>
    <message>
        <source>Find a tag by its name</source>
        <translation>Buscar una etiqueta por su nombre</translation>
    </message>
    <message>
        <source>Create new tag “{word}”…</source>
        <translation>Crear la etiqueta «{word}»…</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure
-tag: no · ?tag: unsure · =tag: not judged · category: tag · Esc: done</source>
        <translation>Intro: sí · Mayús+Intro: no · Alt+Intro: dudoso
-etiqueta: no · ?etiqueta: dudoso · =etiqueta: sin juzgar · categoría: etiqueta · Esc: listo</translation>
    </message>
    <message>
        <source>Enter: {state}, intensity {level} of 9</source>
        <translation>Intro: {state}, intensidad {level} de 9</translation>
    </message>
    <message>
        <source>Enter: {state}</source>
        <translation>Intro: {state}</translation>
    </message>
    <message>
        <source>Enter: yes · Shift+Enter: no · Alt+Enter: unsure</source>
        <translation>Intro: sí · Mayús+Intro: no · Alt+Intro: dudoso</translation>
    </message>
    <message>
        <source>There is {names}, which looks alike.</source>
        <translation>Existe {names}, que se parece.</translation>
    </message>
    <message>
        <source>No such tag. Press Enter to step on the line above, again to make it.</source>
        <translation>No existe. Intro va a la línea de arriba; otra vez la crea.</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Tags found</source>
        <translation>Etiquetas halladas</translation>
    </message>
</context>
<context>
    <name>TagResults</name>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>On songs kept aside</source>
        <translation>En piezas de prueba</translation>
    </message>
    <message>
        <source>Pairs, drawn</source>
        <translation>Pares, dibujo</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
    <message>
        <source>The bar is the 95 % range; the dotted line is guessing (50); the hollow dot is the model before.</source>
        <translation>La barra es el intervalo del 95 %; la línea de puntos es el azar (50); el punto hueco es el modelo anterior.</translation>
    </message>
    <message>
        <source>Result for each tag</source>
        <translation>Resultado de cada etiqueta</translation>
    </message>
</context>
<context>
    <name>TagSections</name>
    <message>
        <source>No tags yet. Make the first one with “New tag…”: it gets a category and a key.</source>
        <translation>Aún no hay etiquetas. Cree la primera con «Nueva etiqueta…»: tendrá categoría y tecla.</translation>
    </message>
</context>
<context>
    <name>TagSongsPane</name>
    <message>
        <source>Yes from this score on</source>
        <translation>Sí desde esta puntuación</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimar</translation>
    </message>
    <message>
        <source>Yes from</source>
        <translation>Sí desde</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Songs behind the numbers</source>
        <translation>Piezas tras los números</translation>
    </message>
    <message>
        <source>Go back to the estimated threshold</source>
        <translation>Volver al umbral estimado</translation>
    </message>
    <message>
        <source>Each song was decided by a threshold estimated without its artist, so a song near it may be on the other side. Double-click a song to hear it.</source>
        <translation>Cada pieza se decidió con un umbral estimado sin su artista; una cercana puede, pues, quedar al otro lado. Doble clic en una pieza: escucharla.</translation>
    </message>
    <message>
        <source>Double-click a song to hear it.</source>
        <translation>Doble clic en una pieza: escucharla.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontradas</translation>
    </message>
    <message>
        <source>Rightly not found</source>
        <translation>Bien descartadas</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>ya no está en la biblioteca</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>y {} más</translation>
    </message>
</context>
<context>
    <name>TaggedProgress</name>
    <message>
        <source>{found} of {total:# song|# songs}</source>
        <translation>{found} de {total:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>{} tagged</source>
        <translation>{} etiquetadas</translation>
    </message>
    <message>
        <source>{total:The one song|All # songs} tagged</source>
        <translation>{total:La única pieza etiquetada|Las # piezas etiquetadas}</translation>
    </message>
    <message>
        <source>{done} of {total:# song|# songs} tagged</source>
        <translation>{done} de {total:# pieza etiquetada|# piezas etiquetadas}</translation>
    </message>
    <message>
        <source>{left:# song has|# songs have} no decision yet</source>
        <translation>{left:# pieza|# piezas} aún sin decisión</translation>
    </message>
</context>
<context>
    <name>TaggramPane</name>
    <message>
        <source>Taggram: what the model hears over time</source>
        <translation>Tagrama: lo que oye el modelo en el tiempo</translation>
    </message>
    <message>
        <source>{word}: song {score}, seconds {seconds}</source>
        <translation>{word}: pieza {score}, segundos {seconds}</translation>
    </message>
    <message>
        <source>Click: loop where it is heard most · Shift: least</source>
        <translation>Clic: bucle donde más se oye · Mayús: donde menos</translation>
    </message>
    <message>
        <source>not yet heard</source>
        <translation>aún no oída</translation>
    </message>
</context>
<context>
    <name>TaggramStack</name>
    <message>
        <source>Tags that every model has a word for</source>
        <translation>Etiquetas para las que cada modelo tiene una palabra</translation>
    </message>
    <message>
        <source>Each model&apos;s strongest words</source>
        <translation>Las palabras más fuertes de cada modelo</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Qué filas</translation>
    </message>
    <message>
        <source>Another song was opened; compare again to see it.</source>
        <translation>Se abrió otra pieza; compare otra vez para verla.</translation>
    </message>
    <message>
        <source>{}: click to hear, drag to loop</source>
        <translation>{}: clic para oír, arrastre para bucle</translation>
    </message>
    <message>
        <source>{} · {}, windows of {} s</source>
        <translation>{} · {}, ventanas de {} s</translation>
    </message>
</context>
<context>
    <name>TagsController</name>
    <message>
        <source>Yes for the {songs:song|# songs} selected</source>
        <translation>Sí para {songs:la pieza seleccionada|las # piezas seleccionadas}</translation>
    </message>
    <message>
        <source>Yes for “{title}”</source>
        <translation>Sí para «{title}»</translation>
    </message>
    <message>
        <source>New tag “{tag}”, keys: {keys}</source>
        <translation>Etiqueta nueva «{tag}», teclas: {keys}</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Where my time went</source>
        <translation>En qué se fue mi tiempo</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Por sesión</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Por día</translation>
    </message>
    <message>
        <source>How the time is divided</source>
        <translation>Cómo se divide el tiempo</translation>
    </message>
    <message>
        <source>The sessions or days as a CSV file</source>
        <translation>Las sesiones o los días como archivo CSV</translation>
    </message>
    <message>
        <source>You have not decided anything one by one in this library yet: then there is no time to add up.</source>
        <translation>En esta biblioteca todavía no ha decidido nada una por una: no hay tiempo que sumar.</translation>
    </message>
    <message>
        <source>Half of them took less than {median} s; an hour yields {rate}, {yes} of them yes.</source>
        <translation>La mitad llevó menos de {median} s; una hora da {rate}, de ellas {yes} sí.</translation>
    </message>
    <message>
        <source>Read from the journal of this library; nothing of it is sent anywhere.</source>
        <translation>Leído del registro de esta biblioteca; no se envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} in {minutes:# minute|# minutes} of work, on {songs:# song|# songs}.</source>
        <translation>{n:# decisión|# decisiones} en {minutes:# minuto|# minutos} de trabajo, sobre {songs:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>Gaps of more than two minutes are breaks and are not counted: {}.</source>
        <translation>Los huecos de más de dos minutos son pausas y no cuentan: {}.</translation>
    </message>
    <message>
        <source>The clock was set back {:once|# times}: that time is not known.</source>
        <translation>El reloj se atrasó {:una vez|# veces}: ese tiempo no se conoce.</translation>
    </message>
    <message>
        <source>No decision on a tag that the model would have suggested yet.</source>
        <translation>Todavía ninguna decisión sobre una etiqueta que el modelo habría sugerido.</translation>
    </message>
    <message>
        <source>On equal tags at like scores the difference is {gap}.</source>
        <translation>Con etiquetas iguales y puntuaciones parecidas la diferencia es {gap}.</translation>
    </message>
    <message>
        <source>Nobody drew by lot which guesses were hidden: the difference may have other causes than seeing them.</source>
        <translation>Nadie sorteó qué conjeturas se ocultaban: la diferencia puede tener otras causas que el haberlas visto.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}); none was decided with it hidden.</source>
        <translation>De 100 sugerencias dice sí a {shown} con la conjetura a la vista (decisiones: {n_shown}); ninguna se decidió con ella oculta.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {hidden} with the guess hidden (decisions: {n_hidden}); none was decided with it on screen.</source>
        <translation>De 100 sugerencias dice sí a {hidden} con la conjetura oculta (decisiones: {n_hidden}); ninguna se decidió con ella a la vista.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to lead your ear: you say yes to it more often than you do blind. Blind mode (B) helps; so does revealing it only after a decision.</source>
        <translation>Ver la conjetura parece guiar su oído: le dice sí más a menudo que a ciegas. Ayuda decidir a ciegas (B), o descubrirla solo después de decidir.</translation>
    </message>
    <message>
        <source>Seeing the guess seems to turn your ear away: you say yes to it less often than you do blind.</source>
        <translation>Ver la conjetura parece apartar su oído: le dice sí menos a menudo que a ciegas.</translation>
    </message>
    <message>
        <source>Save what was heard…</source>
        <translation>Guardar lo oído…</translation>
    </message>
    <message>
        <source>The seconds that sounded before each decision, as a CSV file</source>
        <translation>Los segundos que sonaron antes de cada decisión, como archivo CSV</translation>
    </message>
    <message>
        <source>A model first put {pairs} of 100 pairs in order after {n:# decision|# decisions} and {minutes:# minute|# minutes}.</source>
        <translation>Un modelo puso en orden {pairs} de 100 pares por primera vez tras {n:# decisión|# decisiones} y {minutes:# minuto|# minutos}.</translation>
    </message>
    <message>
        <source>Left out: {:# other change|# other changes}, such as an import or many decisions at once.</source>
        <translation>No se cuentan: {:# otro cambio|# otros cambios}, como una importación o muchas decisiones a la vez.</translation>
    </message>
    <message>
        <source>Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: {n_shown}), and to {hidden} where it was hidden ({n_hidden}).</source>
        <translation>De 100 sugerencias dice sí a {shown} con la conjetura a la vista (decisiones: {n_shown}) y a {hidden} cuando estaba oculta ({n_hidden}).</translation>
    </message>
</context>
<context>
    <name>TimeRuler</name>
    <message>
        <source>Time ruler</source>
        <translation>Regla de tiempo</translation>
    </message>
    <message>
        <source>Click to go there, drag to loop</source>
        <translation>Clic: ir allí, arrastrar: bucle</translation>
    </message>
</context>
<context>
    <name>TimeTable</name>
    <message>
        <source>Gaps of more than two minutes between decisions are not counted</source>
        <translation>Los huecos de más de dos minutos entre decisiones no cuentan</translation>
    </message>
    <message>
        <source>The median: half of the decisions took less</source>
        <translation>La mediana: la mitad de las decisiones llevó menos</translation>
    </message>
    <message>
        <source>Seconds of the song that sounded before a decision, each once</source>
        <translation>Segundos de la pieza que sonaron antes de una decisión, cada uno una vez</translation>
    </message>
    <message>
        <source>Decisions that were undone: their time counts, they do not</source>
        <translation>Decisiones deshechas: su tiempo cuenta, ellas no</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Active minutes</source>
        <translation>Minutos activos</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Segundos c/u</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Por hora</translation>
    </message>
    <message>
        <source>Yes an hour</source>
        <translation>Sí por hora</translation>
    </message>
    <message>
        <source>Minutes heard</source>
        <translation>Minutos oídos</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshechas</translation>
    </message>
    <message>
        <source>Sessions of work</source>
        <translation>Sesiones de trabajo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Aprender de mis etiquetas</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>A ciegas</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Añadir piezas…</translation>
    </message>
    <message>
        <source>Model {}: {} of 100 pairs right, {:# song|# songs}</source>
        <translation>Modelo {}: {} de 100 pares bien, {:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>No model in use</source>
        <translation>Ningún modelo en uso</translation>
    </message>
    <message>
        <source>Model {}</source>
        <translation>Modelo {}</translation>
    </message>
    <message>
        <source>Model {} + {:# decision|# decisions}</source>
        <translation>Modelo {} + {:# decisión|# decisiones}</translation>
    </message>
    <message>
        <source>The decisions are those that the model itself has not learned from; ones on songs not listened to yet join them once they are.</source>
        <translation>Son las decisiones de las que el propio modelo no ha aprendido; las de piezas que aún no ha escuchado se suman en cuanto las escucha.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>as the model hears it</source>
        <translation>como oye el modelo</translation>
    </message>
    <message>
        <source>Loop {span}</source>
        <translation>Bucle {span}</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Looping these seconds; click to go on</source>
        <translation>Bucle en estos segundos; clic para seguir</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausa</translation>
    </message>
    <message>
        <source>Show the song as the model hears it</source>
        <translation>Mostrar la pieza como la oye el modelo</translation>
    </message>
    <message>
        <source>Show only what the model is given: 96 bands up to 6 kHz</source>
        <translation>Mostrar solo lo que recibe el modelo: 96 bandas hasta 6 kHz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Volume {percent} %</source>
        <translation>Volumen {percent} %</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>Salida del sistema</translation>
    </message>
    <message>
        <source>Plays on: {device}</source>
        <translation>Suena en: {device}</translation>
    </message>
    <message>
        <source>Output device, {device}</source>
        <translation>Dispositivo de salida, {device}</translation>
    </message>
    <message>
        <source> (the system&apos;s)</source>
        <translation> (el del sistema)</translation>
    </message>
</context>
<context>
    <name>UnmappedWords</name>
    <message>
        <source>The model&apos;s own words</source>
        <translation>Las palabras propias del modelo</translation>
    </message>
    <message>
        <source>Words of the model that are no tags of yours</source>
        <translation>Palabras del modelo que no son etiquetas suyas</translation>
    </message>
    <message>
        <source>Match…</source>
        <translation>Asociar…</translation>
    </message>
    <message>
        <source>Say which of your tags these words stand for</source>
        <translation>Decir qué etiquetas suyas representan estas palabras</translation>
    </message>
    <message>
        <source>In its own words ({})</source>
        <translation>Palabras propias ({})</translation>
    </message>
</context>
<context>
    <name>WatchedFolders</name>
    <message>
        <source>New songs in these folders are added to {} by themselves.</source>
        <translation>Las piezas nuevas de estas carpetas se añaden solas a {}.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Carpetas vigiladas</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder; the ones inside it are watched, too</source>
        <translation>Elija una carpeta; también se vigilan las que contiene</translation>
    </message>
    <message>
        <source>Watch it no more</source>
        <translation>No vigilarla más</translation>
    </message>
    <message>
        <source>Its songs stay in the library</source>
        <translation>Sus piezas se quedan en la biblioteca</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
</context>
<context>
    <name>WordMappingDialog</name>
    <message>
        <source>What the words of {} mean</source>
        <translation>Qué significan las palabras de {}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Filtrar las palabras</translation>
    </message>
    <message>
        <source>Only words without a meaning</source>
        <translation>Solo palabras sin significado</translation>
    </message>
    <message>
        <source>Take the clear ones</source>
        <translation>Tomar las claras</translation>
    </message>
    <message>
        <source>Set each open word to the tag that is spelled like it</source>
        <translation>Asignar a cada palabra libre la etiqueta escrita igual</translation>
    </message>
    <message>
        <source>The model&apos;s word</source>
        <translation>Palabra del modelo</translation>
    </message>
    <message>
        <source>stands for my tag</source>
        <translation>representa mi etiqueta</translation>
    </message>
    <message>
        <source>The model&apos;s words and my tags</source>
        <translation>Las palabras del modelo y mis etiquetas</translation>
    </message>
    <message>
        <source>The model has learned this tag from your decisions</source>
        <translation>El modelo aprendió esta etiqueta de sus decisiones</translation>
    </message>
    <message>
        <source>“{}” and “{}” both stand for {}: the higher score counts.</source>
        <translation>«{}» y «{}» representan ambas {}: cuenta la puntuación más alta.</translation>
    </message>
    <message>
        <source>What {} means</source>
        <translation>Qué significa {}</translation>
    </message>
    <message>
        <source>A word that stands for one of your tags counts as its suggestion, and for predicted:TAG in the search line. This holds for every model that did not learn the word from you.</source>
        <translation>Una palabra que representa una de sus etiquetas cuenta como sugerencia suya, y para predicted:TAG en la búsqueda. Vale para todo modelo que no haya aprendido esa palabra de usted.</translation>
    </message>
    <message>
        <source>{} (the same word)</source>
        <translation>{} (la misma palabra)</translation>
    </message>
    <message>
        <source>none of my tags</source>
        <translation>ninguna de mis etiquetas</translation>
    </message>
    <message>
        <source>{} (spelled alike)</source>
        <translation>{} (se escribe parecido)</translation>
    </message>
    <message>
        <source>{} of {:# word stands|# words stand} for a tag.</source>
        <translation>{} de {:# palabra representa|# palabras representan} una etiqueta.</translation>
    </message>
</context>
<context>
    <name>WordPage</name>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>It is clear now</source>
        <translation>Ahora está claro</translation>
    </message>
    <message>
        <source>These decisions are learned from again</source>
        <translation>De estas decisiones se aprende otra vez</translation>
    </message>
    <message>
        <source>As long as the button is held, as loud as the open song</source>
        <translation>Mientras se mantiene pulsado, con el mismo volumen que la pieza abierta</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Open song</source>
        <translation>Pieza abierta</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Marcar…</translation>
    </message>
    <message>
        <source>Make the loop, or the open song, an example of this tag</source>
        <translation>Hace del bucle, o de la pieza abierta, un ejemplo de esta etiqueta</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usar cuando</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>No cuando</translation>
    </message>
    <message>
        <source>No definition yet: Edit… writes one</source>
        <translation>Sin definición todavía: «Editar…» escribe una</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} decided before this meaning was changed.</source>
        <translation>{n:# pieza se decidió|# piezas se decidieron} antes de que cambiara este significado.</translation>
    </message>
    <message>
        <source>Called unclear in {n:# song|# songs}: left out of learning until it is settled.</source>
        <translation>Calificada de poco clara en {n:# pieza|# piezas}: no se aprende de ella hasta aclararla.</translation>
    </message>
    <message>
        <source>No example yet. Loop a part of a song that is one, or is not, and mark it.</source>
        <translation>Ningún ejemplo todavía. Ponga en bucle una parte de una pieza que lo sea, o no, y márquela.</translation>
    </message>
    <message>
        <source>It is one: {song}</source>
        <translation>Lo es: {song}</translation>
    </message>
    <message>
        <source>It is not: {song}</source>
        <translation>No lo es: {song}</translation>
    </message>
    <message>
        <source>Hear them again</source>
        <translation>Oírlas otra vez</translation>
    </message>
    <message>
        <source>Hear them</source>
        <translation>Oírlas</translation>
    </message>
    <message>
        <source>There is no tag yet: New tag… makes one, Add words… takes a list.</source>
        <translation>Aún no hay etiquetas: «Nueva etiqueta…» crea una, «Añadir palabras…» toma una lista.</translation>
    </message>
    <message>
        <source>Choose a tag above: its meaning, examples and history stand here.</source>
        <translation>Elija arriba una etiqueta: aquí aparecen su significado, ejemplos e historial.</translation>
    </message>
    <message>
        <source>Never changed.</source>
        <translation>Nunca ha cambiado.</translation>
    </message>
</context>
<context>
    <name>WordTarget</name>
    <message>
        <source>What the selected words become</source>
        <translation>En qué se convierten las palabras elegidas</translation>
    </message>
    <message>
        <source>this tag</source>
        <translation>esta etiqueta</translation>
    </message>
    <message>
        <source>another name of this tag</source>
        <translation>otro nombre de esta etiqueta</translation>
    </message>
    <message>
        <source>a new tag</source>
        <translation>una etiqueta nueva</translation>
    </message>
    <message>
        <source>nothing: leave them out</source>
        <translation>nada: se omiten</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>La etiqueta</translation>
    </message>
    <message>
        <source>The new tag&apos;s name</source>
        <translation>Nombre de la etiqueta nueva</translation>
    </message>
    <message>
        <source>The new tag&apos;s category</source>
        <translation>Categoría de la etiqueta nueva</translation>
    </message>
    <message>
        <source>in</source>
        <translation>en</translation>
    </message>
    <message>
        <source>{tag} (spelled alike)</source>
        <translation>{tag} (se escribe parecido)</translation>
    </message>
    <message>
        <source>{tag} (new, spelled alike)</source>
        <translation>{tag} (nueva, se escribe parecido)</translation>
    </message>
</context>
<context>
    <name>WordsChoice</name>
    <message>
        <source>Where the words come from</source>
        <translation>De dónde vienen las palabras</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Archivo: {name}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>ya está</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirada</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Artistas</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Álbum</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>several</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>Several artists are separated by a semicolon. The files are not changed.</source>
        <translation>Varios artistas se separan con punto y coma. Los archivos no se modifican.</translation>
    </message>
    <message>
        <source>Only what you type is changed, in all of these songs at once.</source>
        <translation>Solo cambia lo que escriba, en todas estas piezas a la vez.</translation>
    </message>
    <message>
        <source>This is no year. Write it as in 1932, c1965 or 1980–1990, of which the first counts.</source>
        <translation>Esto no es un año. Escríbalo como 1932, c1965 o 1980–1990, del que cuenta el primero.</translation>
    </message>
    <message>
        <source>“{}” is the wrong way round: {} comes after {}.</source>
        <translation>«{}» está al revés: {} va después de {}.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Data of {n} songs</source>
        <translation>Datos de {n} piezas</translation>
    </message>
    <message>
        <source>Song data</source>
        <translation>Datos de la pieza</translation>
    </message>
    <message>
        <source>✎ Yours. The file says: {word}</source>
        <translation>✎ Suyo. El archivo dice: {word}</translation>
    </message>
    <message>
        <source>✎ Yours. The file says nothing.</source>
        <translation>✎ Suyo. El archivo no dice nada.</translation>
    </message>
    <message>
        <source>Take the file&apos;s</source>
        <translation>Tomar del archivo</translation>
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
        <translation>Filtrar las palabras</translation>
    </message>
    <message>
        <source>Only new words</source>
        <translation>Solo palabras nuevas</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Se convierte en</translation>
    </message>
    <message>
        <source>Words of the file</source>
        <translation>Palabras del archivo</translation>
    </message>
    <message>
        <source>{tag} (retired)</source>
        <translation>{tag} (retirada)</translation>
    </message>
    <message>
        <source>{tag}, and another name of it</source>
        <translation>{tag}, y otro nombre suyo</translation>
    </message>
    <message>
        <source>new: {name} in {category}</source>
        <translation>nueva: {name} en {category}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>new: {name} in {category}, and another name of it</source>
        <translation>nueva: {name} en {category}, y otro nombre suyo</translation>
    </message>
    <message>
        <source>new: {name} in {category}; looks like {tag}</source>
        <translation>nueva: {name} en {category}; se parece a {tag}</translation>
    </message>
    <message>
        <source>{n:# word becomes|# words become}</source>
        <translation>{n:# palabra se convierte|# palabras se convierten}</translation>
    </message>
    <message>
        <source>No word is selected</source>
        <translation>No hay palabra elegida</translation>
    </message>
    <message>
        <source>Select one or several words and say what they become. What is here already, or looks alike here or in the file, is offered first.</source>
        <translation>Seleccione una o varias palabras y diga en qué se convierten. Lo que ya está aquí, o se parece aquí o en el archivo, se ofrece primero.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Detenido; no se cambió nada.</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop; nothing is kept of it</source>
        <translation>Detener; no se guarda nada</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation>Copiar el mensaje con sus detalles</translation>
    </message>
    <message>
        <source>{} left</source>
        <translation>quedan {}</translation>
    </message>
</context>
<context>
    <name>WriteRuleRow</name>
    <message>
        <source>What the tag says of the other one</source>
        <translation>Lo que la etiqueta dice de la otra</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Go by this rule from now on</source>
        <translation>Seguir esta regla desde ahora</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>La etiqueta</translation>
    </message>
    <message>
        <source>The other tag</source>
        <translation>La otra etiqueta</translation>
    </message>
    <message>
        <source>Write a rule:</source>
        <translation>Escribir una regla:</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>una etiqueta</translation>
    </message>
</context>
<context>
    <name>YieldChart</name>
    <message>
        <source>What learned models were worth, by the time before them</source>
        <translation>Lo que valían los modelos aprendidos, según el tiempo anterior</translation>
    </message>
    <message>
        <source>Learn from your tags: then it shows what your time has bought.</source>
        <translation>Aprenda de sus etiquetas: aquí se verá lo que ha rendido su tiempo.</translation>
    </message>
    <message>
        <source>Learned models: pairs of 100 in order</source>
        <translation>Modelos aprendidos: pares de 100 en orden</translation>
    </message>
    <message>
        <source>active minutes</source>
        <translation>minutos activos</translation>
    </message>
    <message>
        <source>pairs of 100</source>
        <translation>pares de 100</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>{} of 100 pairs in order</source>
        <translation>{} de 100 pares en orden</translation>
    </message>
    <message>
        <source>after {} active minutes</source>
        <translation>tras {} minutos activos</translation>
    </message>
    <message>
        <source>{:# decision|# decisions}</source>
        <translation>{:# decisión|# decisiones}</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>for it</source>
        <translation>a favor</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>en contra</translation>
    </message>
    <message>
        <source>Orange: for the word, blue: against it</source>
        <translation>Naranja: a favor de la palabra, azul: en contra</translation>
    </message>
</context>
<context>
    <name>_TagLine</name>
    <message>
        <source>{tag} (also {alias})</source>
        <translation>{tag} (también {alias})</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Listen to songs, tag them by ear in your own words, and have a CNN+LSTM learn them.</source>
        <translation>Escuche piezas, etiquételas de oído con sus palabras, y una CNN+LSTM las aprende.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre bajo la GNU General Public License, versión 3 o posterior.</translation>
    </message>
</context>
<context>
    <name>abx_test</name>
    <message>
        <source>Read songs to compare</source>
        <translation>Leer piezas para comparar</translation>
    </message>
    <message>
        <source>A song of this test was removed.</source>
        <translation>Se quitó una pieza de esta prueba.</translation>
    </message>
</context>
<context>
    <name>abx_texts</name>
    <message>
        <source>{right} of {n}, p {p}</source>
        <translation>{right} de {n}, p {p}</translation>
    </message>
    <message>
        <source>tells them apart: {result}</source>
        <translation>las distingue: {result}</translation>
    </message>
    <message>
        <source>not clear: {result}</source>
        <translation>no está claro: {result}</translation>
    </message>
    <message>
        <source>does not tell them apart: {result}</source>
        <translation>no las distingue: {result}</translation>
    </message>
    <message>
        <source>{age}, before a meaning was changed</source>
        <translation>{age}, antes de que cambiara un significado</translation>
    </message>
    <message>
        <source>before: {tests}</source>
        <translation>antes: {tests}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Reproducción</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>E&amp;tiquetas</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Add songs…</source>
        <translation>Añadir piezas…</translation>
    </message>
    <message>
        <source>Add songs</source>
        <translation>Añadir piezas</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>Abrir una biblioteca…</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Abrir una biblioteca</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Nueva biblioteca…</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Nueva biblioteca</translation>
    </message>
    <message>
        <source>Open my own library</source>
        <translation>Abrir mi biblioteca</translation>
    </message>
    <message>
        <source>Open the demo library</source>
        <translation>Abrir la biblioteca de demostración</translation>
    </message>
    <message>
        <source>Find missing files…</source>
        <translation>Buscar archivos que faltan…</translation>
    </message>
    <message>
        <source>Find missing files</source>
        <translation>Buscar archivos que faltan</translation>
    </message>
    <message>
        <source>Same recording twice…</source>
        <translation>Misma grabación repetida…</translation>
    </message>
    <message>
        <source>Same recording twice</source>
        <translation>Misma grabación repetida</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Write tags to files…</source>
        <translation>Escribir etiquetas en los archivos…</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Escribir etiquetas en los archivos</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open in the system&apos;s player</source>
        <translation>Abrir en el reproductor del sistema</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Prepare a deposit…</source>
        <translation>Preparar un depósito…</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Preparar un depósito</translation>
    </message>
    <message>
        <source>Ask a colleague…</source>
        <translation>Preguntar a un colega…</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Preguntar a un colega</translation>
    </message>
    <message>
        <source>Open a request…</source>
        <translation>Abrir una petición…</translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation>Abrir una petición</translation>
    </message>
    <message>
        <source>Send answers…</source>
        <translation>Enviar respuestas…</translation>
    </message>
    <message>
        <source>Send answers</source>
        <translation>Enviar respuestas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Title, artists, album and year…</source>
        <translation>Título, artistas, álbum y año…</translation>
    </message>
    <message>
        <source>Title, artists, album and year</source>
        <translation>Título, artistas, álbum y año</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Quitar de la biblioteca…</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Quitar de la biblioteca</translation>
    </message>
    <message>
        <source>Rename the model or search…</source>
        <translation>Renombrar el modelo o la búsqueda…</translation>
    </message>
    <message>
        <source>Rename the model or search</source>
        <translation>Renombrar el modelo o la búsqueda</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Blind mode: hide the model&apos;s guesses</source>
        <translation>A ciegas: ocultar las conjeturas del modelo</translation>
    </message>
    <message>
        <source>Show the guesses for this song</source>
        <translation>Mostrar las conjeturas de esta pieza</translation>
    </message>
    <message>
        <source>Scores of the second under the playhead</source>
        <translation>Puntuaciones del segundo bajo el cursor</translation>
    </message>
    <message>
        <source>Scores of the song up to the playhead</source>
        <translation>Puntuaciones de la pieza hasta el cursor</translation>
    </message>
    <message>
        <source>See the song as the model hears it</source>
        <translation>Ver la pieza como la oye el modelo</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Show the whole song</source>
        <translation>Mostrar toda la pieza</translation>
    </message>
    <message>
        <source>Zoom to the loop</source>
        <translation>Ampliar el bucle</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Desplazar atrás</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>Desplazar adelante</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>A la parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>To the part before</source>
        <translation>A la parte anterior</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausa</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>Atrás 5 s</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>Adelante 5 s</translation>
    </message>
    <message>
        <source>Back 15 s</source>
        <translation>Atrás 15 s</translation>
    </message>
    <message>
        <source>Forward 15 s</source>
        <translation>Adelante 15 s</translation>
    </message>
    <message>
        <source>Back 1 s</source>
        <translation>Atrás 1 s</translation>
    </message>
    <message>
        <source>Forward 1 s</source>
        <translation>Adelante 1 s</translation>
    </message>
    <message>
        <source>Slower, in the same pitch</source>
        <translation>Más lento, con la misma altura</translation>
    </message>
    <message>
        <source>Faster, in the same pitch</source>
        <translation>Más rápido, con la misma altura</translation>
    </message>
    <message>
        <source>At its own speed</source>
        <translation>A su velocidad</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Pieza anterior</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Pieza siguiente</translation>
    </message>
    <message>
        <source>Loop begins here</source>
        <translation>El bucle empieza aquí</translation>
    </message>
    <message>
        <source>Loop ends here</source>
        <translation>El bucle acaba aquí</translation>
    </message>
    <message>
        <source>Loop on or off</source>
        <translation>Bucle sí o no</translation>
    </message>
    <message>
        <source>Accept the first suggestion</source>
        <translation>Aceptar la primera sugerencia</translation>
    </message>
    <message>
        <source>Reject the first suggestion</source>
        <translation>Rechazar la primera sugerencia</translation>
    </message>
    <message>
        <source>Accept it and go to the next song</source>
        <translation>Aceptar y pasar a la pieza siguiente</translation>
    </message>
    <message>
        <source>Hear why: loop what speaks most for the suggestion</source>
        <translation>Oír por qué: bucle en lo que más apoya la sugerencia</translation>
    </message>
    <message>
        <source>Hear what speaks against it</source>
        <translation>Escuchar lo que habla en contra</translation>
    </message>
    <message>
        <source>Hear what speaks for the tag and against it</source>
        <translation>Oír lo que habla a favor de la etiqueta y en contra</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most for it</source>
        <translation>Oír los segundos que más hablan a favor</translation>
    </message>
    <message>
        <source>Hear the seconds that speak most against it</source>
        <translation>Oír los segundos que más hablan en contra</translation>
    </message>
    <message>
        <source>Hear the nearest judged song with the tag</source>
        <translation>Oír la pieza juzgada más parecida con la etiqueta</translation>
    </message>
    <message>
        <source>Hear the nearest judged song without it</source>
        <translation>Oír la pieza juzgada más parecida sin ella</translation>
    </message>
    <message>
        <source>The rest is no: in the category judged last, or after its letter</source>
        <translation>El resto es no: en la categoría juzgada en último lugar o tras su tecla</translation>
    </message>
    <message>
        <source>The rest is no: in all categories</source>
        <translation>El resto es no: en todas las categorías</translation>
    </message>
    <message>
        <source>Find a tag by typing</source>
        <translation>Buscar una etiqueta escribiendo</translation>
    </message>
    <message>
        <source>Tag this region…</source>
        <translation>Etiquetar este pasaje…</translation>
    </message>
    <message>
        <source>Tag this region</source>
        <translation>Etiquetar este pasaje</translation>
    </message>
    <message>
        <source>Copy tags from the song before</source>
        <translation>Copiar etiquetas de la pieza anterior</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Nueva etiqueta…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nueva etiqueta</translation>
    </message>
    <message>
        <source>Codebook…</source>
        <translation>Libro de códigos…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Libro de códigos</translation>
    </message>
    <message>
        <source>Agreement of annotators</source>
        <translation>Acuerdo de los anotadores</translation>
    </message>
    <message>
        <source>Learn from my tags</source>
        <translation>Aprender de mis etiquetas</translation>
    </message>
    <message>
        <source>Use the new model</source>
        <translation>Usar el modelo nuevo</translation>
    </message>
    <message>
        <source>Keep the old model</source>
        <translation>Conservar el modelo anterior</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Dónde discrepa el modelo</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Detener el aprendizaje</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean…</source>
        <translation>Qué significan las palabras del modelo…</translation>
    </message>
    <message>
        <source>What the model&apos;s words mean</source>
        <translation>Qué significan las palabras del modelo</translation>
    </message>
    <message>
        <source>Similar songs</source>
        <translation>Piezas parecidas</translation>
    </message>
    <message>
        <source>More songs like these</source>
        <translation>Más piezas como estas</translation>
    </message>
    <message>
        <source>Fewer songs like these</source>
        <translation>Menos piezas como estas</translation>
    </message>
    <message>
        <source>Map of the songs</source>
        <translation>Mapa de las piezas</translation>
    </message>
    <message>
        <source>Get a pretrained model…</source>
        <translation>Obtener un modelo entrenado…</translation>
    </message>
    <message>
        <source>Get a pretrained model</source>
        <translation>Obtener un modelo entrenado</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Importar un modelo…</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Learn on another machine…</source>
        <translation>Aprender en otro ordenador…</translation>
    </message>
    <message>
        <source>Learn on another machine</source>
        <translation>Aprender en otro ordenador</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Show the log file</source>
        <translation>Mostrar el archivo de registro</translation>
    </message>
    <message>
        <source>About RhythmCap</source>
        <translation>Acerca de RhythmCap</translation>
    </message>
    <message>
        <source>letter, letter</source>
        <translation>letra, letra</translation>
    </message>
    <message>
        <source>The category, then the tag: yes. The same again: not judged</source>
        <translation>La categoría y luego la etiqueta: sí. Otra vez: sin juzgar</translation>
    </message>
    <message>
        <source>letter, Shift+letter</source>
        <translation>letra, Mayús+letra</translation>
    </message>
    <message>
        <source>The tag: no</source>
        <translation>La etiqueta: no</translation>
    </message>
    <message>
        <source>letter, Alt+letter</source>
        <translation>letra, Alt+letra</translation>
    </message>
    <message>
        <source>The tag: unsure</source>
        <translation>La etiqueta: dudosa</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>After the two letters, or on a chip reached by Tab: how strongly it holds; 0 takes that back</source>
        <translation>Tras las dos letras, o en una etiqueta alcanzada con Tab: con qué fuerza vale; 0 lo retira</translation>
    </message>
    <message>
        <source>Not this category after all</source>
        <translation>Esta categoría no</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Read song data from files again</source>
        <translation>Volver a leer los datos de los archivos</translation>
    </message>
    <message>
        <source>Import decisions…</source>
        <translation>Importar decisiones…</translation>
    </message>
    <message>
        <source>Import decisions</source>
        <translation>Importar decisiones</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>End the loop; leave the questions</source>
        <translation>Terminar el bucle; dejar las preguntas</translation>
    </message>
    <message>
        <source>Question: yes, keep, right</source>
        <translation>Pregunta: sí, mantener, correcto</translation>
    </message>
    <message>
        <source>Question: no, change, wrong</source>
        <translation>Pregunta: no, cambiar, incorrecto</translation>
    </message>
    <message>
        <source>Question: unsure</source>
        <translation>Pregunta: dudosa</translation>
    </message>
    <message>
        <source>Questions: back to all songs</source>
        <translation>Preguntas: volver a todas las piezas</translation>
    </message>
    <message>
        <source>What tags still need</source>
        <translation>Qué falta aún a las etiquetas</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Bibliotecas recientes</translation>
    </message>
    <message>
        <source>Deform the sound as it plays</source>
        <translation>Deformar el sonido mientras suena</translation>
    </message>
    <message>
        <source>The sound as it is</source>
        <translation>El sonido tal como es</translation>
    </message>
    <message>
        <source>Does it listen to the music or to the mastering?</source>
        <translation>¿Escucha la música o la masterización?</translation>
    </message>
    <message>
        <source>What speaks for this word?</source>
        <translation>¿Qué habla a favor de esta palabra?</translation>
    </message>
    <message>
        <source>Play only what mattered, or the original as loud</source>
        <translation>Oír solo lo que importó, o el original igual de fuerte</translation>
    </message>
    <message>
        <source>Look inside the model…</source>
        <translation>Mirar dentro del modelo…</translation>
    </message>
    <message>
        <source>Look inside the model</source>
        <translation>Mirar dentro del modelo</translation>
    </message>
    <message>
        <source>Which system suits my tags?</source>
        <translation>¿Qué sistema conviene a mis etiquetas?</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>Guardar un informe…</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Guardar un informe</translation>
    </message>
    <message>
        <source>Where my time went</source>
        <translation>En qué se fue mi tiempo</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example…</source>
        <translation>Marcar el bucle o la pieza como ejemplo…</translation>
    </message>
    <message>
        <source>Mark the loop or the song as an example</source>
        <translation>Marcar el bucle o la pieza como ejemplo</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Qué juzgar a continuación</translation>
    </message>
    <message>
        <source>Ask me about one tag…</source>
        <translation>Preguntarme por una etiqueta…</translation>
    </message>
    <message>
        <source>Ask me about one tag</source>
        <translation>Preguntarme por una etiqueta</translation>
    </message>
    <message>
        <source>How common is it?</source>
        <translation>¿Cuán frecuente es?</translation>
    </message>
    <message>
        <source>Learn from each decision</source>
        <translation>Aprender de cada decisión</translation>
    </message>
    <message>
        <source>Keep what it learned as a model</source>
        <translation>Guardar como modelo lo aprendido</translation>
    </message>
    <message>
        <source>Word grammar</source>
        <translation>Gramática de palabras</translation>
    </message>
    <message>
        <source>Yes to the first tag that a rule implies</source>
        <translation>Sí a la primera etiqueta que implica una regla</translation>
    </message>
    <message>
        <source>Closed listening: no picture, no guesses</source>
        <translation>Escucha cerrada: sin imagen ni conjeturas</translation>
    </message>
    <message>
        <source>Copy the caption</source>
        <translation>Copiar la enumeración de etiquetas</translation>
    </message>
    <message>
        <source>Is it getting better?</source>
        <translation>¿Está mejorando?</translation>
    </message>
    <message>
        <source>Go through what changed its mind</source>
        <translation>Recorrer dónde ha cambiado de opinión</translation>
    </message>
    <message>
        <source>What did it change its mind about?</source>
        <translation>¿Sobre qué ha cambiado de opinión?</translation>
    </message>
    <message>
        <source>How many more songs?</source>
        <translation>¿Cuántas piezas más?</translation>
    </message>
    <message>
        <source>Use my graphics card…</source>
        <translation>Usar mi tarjeta gráfica…</translation>
    </message>
    <message>
        <source>Use my graphics card</source>
        <translation>Usar mi tarjeta gráfica</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>Compare annotators</source>
        <translation>Comparar anotadores</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Copy the library</source>
        <translation>Copiar la biblioteca</translation>
    </message>
    <message>
        <source>Read the copies</source>
        <translation>Leer las copias</translation>
    </message>
    <message>
        <source>Restore the library</source>
        <translation>Restaurar la biblioteca</translation>
    </message>
    <message>
        <source>The library was put together from what can be read of a damaged copy of {}.</source>
        <translation>La biblioteca se recompuso con lo que se lee de una copia dañada del {}.</translation>
    </message>
    <message>
        <source>The library is as it was on {}, with the later changes of its log.</source>
        <translation>La biblioteca está como el {}, con los cambios posteriores de su registro.</translation>
    </message>
    <message>
        <source>The library is as it was on {}.</source>
        <translation>La biblioteca está como el {}.</translation>
    </message>
    <message>
        <source>The former one was kept: {}</source>
        <translation>La anterior se conservó: {}</translation>
    </message>
    <message>
        <source>Its log, which may hold some of them, was kept: {}</source>
        <translation>Su registro, que puede contener algunos, se ha conservado: {}</translation>
    </message>
    <message>
        <source>The library is as it was on {}. Later changes are missing.</source>
        <translation>La biblioteca está como el {}. Faltan cambios posteriores.</translation>
    </message>
    <message>
        <source>A log found there was kept: {}</source>
        <translation>Un registro que estaba allí se ha conservado: {}</translation>
    </message>
</context>
<context>
    <name>booklets</name>
    <message>
        <source>The booklet is saved: {name}. A browser prints it, or saves it as PDF.</source>
        <translation>El cuaderno está guardado: {name}. Un navegador lo imprime, o lo guarda como PDF.</translation>
    </message>
    <message>
        <source>Write the booklet</source>
        <translation>Escribir el cuaderno</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Say how strongly “{tag}” holds in those of {songs} songs that have it?</source>
        <translation>¿Decir con qué fuerza vale «{tag}» en las piezas, de {songs}, que la tienen?</translation>
    </message>
    <message>
        <source>Note added to each song.</source>
        <translation>Nota añadida a cada pieza.</translation>
    </message>
    <message>
        <source>Note written for each song.</source>
        <translation>Nota escrita para cada pieza.</translation>
    </message>
    <message>
        <source>Write this note on {songs} songs?</source>
        <translation>¿Escribir esta nota en {songs} piezas?</translation>
    </message>
    <message>
        <source>Stored for the {songs:song that has|# songs that have} “{tag}”.</source>
        <translation>Guardado para {songs:la pieza que tiene|las # piezas que tienen} «{tag}».</translation>
    </message>
    <message>
        <source>Tag {songs} songs with “{tag}”?</source>
        <translation>¿Etiquetar {songs} piezas con «{tag}»?</translation>
    </message>
    <message>
        <source>Say no to “{tag}” for {songs} songs?</source>
        <translation>¿Decir no a «{tag}» en {songs} piezas?</translation>
    </message>
    <message>
        <source>Mark “{tag}” as unsure for {songs} songs?</source>
        <translation>¿Marcar «{tag}» como dudosa en {songs} piezas?</translation>
    </message>
    <message>
        <source>Take back what was decided on “{tag}” for {songs} songs?</source>
        <translation>¿Retirar lo decidido sobre «{tag}» en {songs} piezas?</translation>
    </message>
    <message>
        <source>None of the selected songs has “{tag}”.</source>
        <translation>Ninguna de las piezas seleccionadas tiene «{tag}».</translation>
    </message>
</context>
<context>
    <name>changed</name>
    <message>
        <source>Compare with the former model</source>
        <translation>Comparar con el modelo anterior</translation>
    </message>
    <message>
        <source>gained</source>
        <translation>ganada</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdida</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Sorpresa</translation>
    </message>
    <message>
        <source>Tags that songs gained and lost</source>
        <translation>Etiquetas que las piezas ganaron y perdieron</translation>
    </message>
    <message>
        <source>The former model&apos;s score and the new one&apos;s</source>
        <translation>La puntuación del modelo anterior y la del nuevo</translation>
    </message>
    <message>
        <source>How improbable the former model held it, in bits: 1 for one in two, 3.3 for one in ten, 6.6 for one in a hundred</source>
        <translation>Cuán improbable lo creía el modelo anterior, en bits: 1 para uno de dos, 3,3 para uno de diez, 6,6 para uno de cien</translation>
    </message>
</context>
<context>
    <name>changed_files</name>
    <message>
        <source>“{title}”: its file holds another sound now.</source>
        <translation>«{title}»: su archivo contiene ahora otro sonido.</translation>
    </message>
    <message>
        <source>The song keeps its tags and is missing; the new sound is a song of its own.</source>
        <translation>La pieza conserva sus etiquetas y falta; el nuevo sonido es una pieza aparte.</translation>
    </message>
    <message>
        <source>The rest of “{title}” has arrived: its tags are on the whole song now.</source>
        <translation>Ha llegado el resto de «{title}»: sus etiquetas están ahora en la pieza entera.</translation>
    </message>
    <message>
        <source>Their songs keep their tags and are missing; the sounds are new songs.</source>
        <translation>Sus piezas conservan las etiquetas y faltan; los sonidos son piezas nuevas.</translation>
    </message>
    <message>
        <source>Half songs whose rest has arrived, with their tags: {}</source>
        <translation>Piezas a medias cuyo resto ha llegado, con sus etiquetas: {}</translation>
    </message>
    <message>
        <source>Files that hold other sounds now: {}</source>
        <translation>Archivos que contienen ahora otros sonidos: {}</translation>
    </message>
</context>
<context>
    <name>chip_state</name>
    <message>
        <source>yes in {yes} of {songs:# song|# songs} · no {no} · unsure {unsure} · not judged {rest}</source>
        <translation>sí en {yes} de {songs:# pieza|# piezas} · no {no} · dudosas {unsure} · sin juzgar {rest}</translation>
    </message>
</context>
<context>
    <name>closer_evidence</name>
    <message>
        <source>Find the seconds that speak most</source>
        <translation>Encontrar los segundos que más hablan</translation>
    </message>
</context>
<context>
    <name>colleague</name>
    <message>
        <source>A request about {songs:# song|# songs} and {tags:# tag|# tags} is in {file}.</source>
        <translation>Una petición sobre {songs:# pieza|# piezas} y {tags:# etiqueta|# etiquetas} está en {file}.</translation>
    </message>
    <message>
        <source>Send it; the answer comes in by File ▸ Import decisions…</source>
        <translation>Envíela; la respuesta entra con Archivo ▸ Importar decisiones…</translation>
    </message>
    <message>
        <source>{n:# decision|# decisions} by {name} {n:is|are} in {file}.</source>
        <translation>{n:# decisión|# decisiones} de {name}: {n:escrita|escritas} en {file}.</translation>
    </message>
    <message>
        <source>Found of the request: {found} of {n:# song|# songs}.</source>
        <translation>Encontradas de la petición: {found} de {n:# pieza|# piezas}.</translation>
    </message>
    <message>
        <source>Judge them, then File ▸ Send answers…</source>
        <translation>Júzguelas y después Archivo ▸ Enviar respuestas…</translation>
    </message>
    <message>
        <source>Write a request</source>
        <translation>Escribir una petición</translation>
    </message>
    <message>
        <source>Looking for the songs of the request</source>
        <translation>Buscando las piezas de la petición</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>Send it to {name}.</source>
        <translation>Envíela a {name}.</translation>
    </message>
    <message>
        <source>your colleague</source>
        <translation>su colega</translation>
    </message>
    <message>
        <source>Not found: {}</source>
        <translation>Sin encontrar: {}</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>Something went wrong: {}</source>
        <translation>Algo ha ido mal: {}</translation>
    </message>
    <message>
        <source>The details are in the log file, too.</source>
        <translation>Los detalles están también en el archivo de registro.</translation>
    </message>
</context>
<context>
    <name>contradiction</name>
    <message>
        <source>“{tag}” of this song is left out of learning until you settle it in the codebook.</source>
        <translation>De «{tag}» en esta pieza no se aprende hasta que lo aclare en el libro de códigos.</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>There was no song before this one.</source>
        <translation>Antes de esta no hubo ninguna pieza.</translation>
    </message>
    <message>
        <source>Tags copied from “{}”: {}</source>
        <translation>Etiquetas copiadas de «{}»: {}</translation>
    </message>
    <message>
        <source>“{}” has no tag that is not judged here.</source>
        <translation>«{}» no tiene etiquetas que aquí falten por juzgar.</translation>
    </message>
</context>
<context>
    <name>deform_sliders</name>
    <message>
        <source>{} treble</source>
        <translation>{} de agudos</translation>
    </message>
    <message>
        <source>noise of {} of the peak</source>
        <translation>ruido de {} del pico</translation>
    </message>
    <message>
        <source>{} level</source>
        <translation>{} de nivel</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Agudos</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Tilts the spectrum around 1 kHz: so much more at 16 kHz, as much less at 62 Hz</source>
        <translation>Inclina el espectro en torno a 1 kHz: tanto más a 16 kHz, otro tanto menos a 62 Hz</translation>
    </message>
    <message>
        <source>Shifts all pitches by up to a semitone; the tempo stays</source>
        <translation>Desplaza todas las alturas hasta un semitono; el tempo queda</translation>
    </message>
    <message>
        <source>Adds white noise; its peak is this share of the song&apos;s own</source>
        <translation>Añade ruido blanco; su pico es esta parte del de la pieza</translation>
    </message>
    <message>
        <source>Louder or softer; what goes beyond full scale is cut off</source>
        <translation>Más fuerte o más suave; lo que pasa de plena escala se corta</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} semitonos</translation>
    </message>
</context>
<context>
    <name>deformation_words</name>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Treble</source>
        <translation>Agudos</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Excerpt</source>
        <translation>Fragmento</translation>
    </message>
    <message>
        <source>Slower or faster, 0.7 to 1.4 times, with the pitch kept</source>
        <translation>Más lento o más rápido, de 0,7 a 1,4 veces, en la misma altura</translation>
    </message>
    <message>
        <source>Up to a semitone lower or higher, with the tempo kept</source>
        <translation>Hasta un semitono más grave o más agudo, al mismo tempo</translation>
    </message>
    <message>
        <source>Loud becomes quieter and quiet louder, as on air: two presets</source>
        <translation>Lo fuerte se hace más suave y lo suave más fuerte, como en la radio: dos ajustes</translation>
    </message>
    <message>
        <source>White noise, its peak up to .4 of the song&apos;s own</source>
        <translation>Ruido blanco, con un pico de hasta .4 del de la pieza</translation>
    </message>
    <message>
        <source>Up to 6 dB more treble and less bass, or less treble and more bass</source>
        <translation>Hasta 6 dB más de agudos y menos de graves, o al revés</translation>
    </message>
    <message>
        <source>As a small MP3 file, 64 kbit/s</source>
        <translation>Como archivo MP3 pequeño, 64 kbit/s</translation>
    </message>
    <message>
        <source>20 dB quieter to 6 dB louder; what goes beyond full scale is cut off</source>
        <translation>De 20 dB más suave a 6 dB más fuerte; lo que pasa de plena escala se corta</translation>
    </message>
    <message>
        <source>Both channels mixed to one</source>
        <translation>Los dos canales mezclados en uno</translation>
    </message>
    <message>
        <source>Only 30 seconds from the middle</source>
        <translation>Solo 30 segundos del centro</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>un canal</translation>
    </message>
    <message>
        <source>{} ×</source>
        <translation>{} ×</translation>
    </message>
    <message>
        <source>{} semitones</source>
        <translation>{} semitonos</translation>
    </message>
    <message>
        <source>{} of the peak</source>
        <translation>{} del pico</translation>
    </message>
    <message>
        <source>music</source>
        <translation>música</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>voz</translation>
    </message>
</context>
<context>
    <name>deformed_playback</name>
    <message>
        <source>The song&apos;s file is not there, or it is another sound now.</source>
        <translation>El archivo de la pieza no está, o ahora es otro sonido.</translation>
    </message>
    <message>
        <source>Listen to {} deformed</source>
        <translation>Escuchar {} deformada</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>Composing the demo library</source>
        <translation>Componiendo la biblioteca de demostración</translation>
    </message>
</context>
<context>
    <name>deposits</name>
    <message>
        <source>Count what goes in</source>
        <translation>Contar lo que entra</translation>
    </message>
    <message>
        <source>Read its README.md first: it is what others will see.</source>
        <translation>Lea primero su README.md: es lo que verán los demás.</translation>
    </message>
    <message>
        <source>Prepare a deposit</source>
        <translation>Preparar un depósito</translation>
    </message>
    <message>
        <source>The deposit is prepared: {name}, {n:# file|# files}.</source>
        <translation>El depósito está preparado: {name}, {n:# archivo|# archivos}.</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>Look for the same recording twice</source>
        <translation>Buscar grabaciones repetidas</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Undone on “{song}”: {edit}</source>
        <translation>Deshecho en «{song}»: {edit}</translation>
    </message>
    <message>
        <source>Done again on “{song}”: {edit}</source>
        <translation>Rehecho en «{song}»: {edit}</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Deshecho: {}</translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation>Rehecho: {}</translation>
    </message>
    <message>
        <source>Undoing: {}</source>
        <translation>Deshaciendo: {}</translation>
    </message>
    <message>
        <source>Doing again: {}</source>
        <translation>Rehaciendo: {}</translation>
    </message>
    <message>
        <source>{n:# tag|# tags} written to {path}</source>
        <translation>{n:# etiqueta escrita|# etiquetas escritas} en {path}</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>Open a song first.</source>
        <translation>Abra primero una pieza.</translation>
    </message>
    <message>
        <source>“{tag}” has an example more.</source>
        <translation>«{tag}» tiene un ejemplo más.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message>
        <source>{n:# row was|# rows were} written: {names}</source>
        <translation>{n:# fila escrita|# filas escritas}: {names}</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Exportar decisiones</translation>
    </message>
    <message>
        <source>No decision is there to be exported.</source>
        <translation>No hay ninguna decisión que exportar.</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} left out:</source>
        <translation>{n:# pieza omitida|# piezas omitidas}:</translation>
    </message>
    <message>
        <source>{n:# more file|# more files}</source>
        <translation>{n:# archivo más|# archivos más}</translation>
    </message>
</context>
<context>
    <name>file_tags</name>
    <message>
        <source>Compare files</source>
        <translation>Comparar archivos</translation>
    </message>
    <message>
        <source>Write tags to files</source>
        <translation>Escribir etiquetas en los archivos</translation>
    </message>
    <message>
        <source>{n:# file was|# files were} written.</source>
        <translation>{n:# archivo escrito|# archivos escritos}.</translation>
    </message>
</context>
<context>
    <name>filter_detail</name>
    <message>
        <source>frequency: {n} of {bands} bands →</source>
        <translation>frecuencia: {n} de {bands} bandas →</translation>
    </message>
    <message>
        <source>time: {length} ms →</source>
        <translation>tiempo: {length} ms →</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>band {band} from below, {ms} ms</source>
        <translation>banda {band} desde abajo, {ms} ms</translation>
    </message>
    <message>
        <source>frequency: {n} bands →</source>
        <translation>frecuencia: {n} bandas →</translation>
    </message>
    <message>
        <source>at {ms} ms</source>
        <translation>a los {ms} ms</translation>
    </message>
    <message>
        <source>time: {n} samples ({length} ms) →</source>
        <translation>tiempo: {n} muestras ({length} ms) →</translation>
    </message>
</context>
<context>
    <name>filters_page</name>
    <message>
        <source>{name}: {n:# filter|# filters} of {size}</source>
        <translation>{name}: {n:# filtro|# filtros} de {size}</translation>
    </message>
    <message>
        <source>This network reads the waveform, sample by sample: its first filters are only a few samples long, and what they find becomes tones and rhythms in later layers.</source>
        <translation>Esta red lee la forma de onda, muestra a muestra: sus primeros filtros tienen solo unas pocas muestras, y lo que encuentran se convierte en tonos y ritmos en capas posteriores.</translation>
    </message>
    <message>
        <source>A curve is a filter over the numbers that the network gets of the sound.</source>
        <translation>Una curva es un filtro sobre los números que la red recibe del sonido.</translation>
    </message>
    <message>
        <source>A curve is a filter over time: how the loudness has to move for it to answer ({across}).</source>
        <translation>Una curva es un filtro en el tiempo: cómo debe moverse la intensidad para que responda ({across}).</translation>
    </message>
    <message>
        <source>A picture is a filter: what it is looking for in the spectrogram. Orange: louder there, blue: softer there ({upward}, {across}).</source>
        <translation>Una imagen es un filtro: lo que busca en el espectrograma. Naranja: ahí más fuerte, azul: ahí más suave ({upward}, {across}).</translation>
    </message>
</context>
<context>
    <name>first_steps</name>
    <message>
        <source>Your songs</source>
        <translation>Sus piezas</translation>
    </message>
    <message>
        <source>Click a song, or step with {previous} and {next}. Folders and files can be dropped anywhere on the window: they are added where they lie, and never changed.</source>
        <translation>Haga clic en una pieza, o pase de una a otra con {previous} y {next}. Las carpetas y los archivos se pueden soltar en cualquier parte de la ventana: se añaden donde están y nunca se modifican.</translation>
    </message>
    <message>
        <source>See and hear</source>
        <translation>Ver y oír</translation>
    </message>
    <message>
        <source>{play} plays. A click goes there, a drag makes a loop, the wheel zooms. Below, the taggram: what the model hears, second by second.</source>
        <translation>{play} reproduce. Un clic va a ese punto, arrastrar hace un bucle, la rueda amplía. Debajo, el tagrama: lo que oye el modelo, segundo a segundo.</translation>
    </message>
    <message>
        <source>Tag by ear</source>
        <translation>Etiquetar de oído</translation>
    </message>
    <message>
        <source>Press a category&apos;s letter, then a tag&apos;s: yes. Shift with the second letter says no, Alt says unsure, the same again takes it back. Or click. What you have not judged counts as nothing.</source>
        <translation>Pulse la letra de una categoría y luego la de una etiqueta: sí. Mayús con la segunda letra dice no, Alt dice dudoso, lo mismo otra vez lo deshace. O haga clic. Lo que no ha juzgado no cuenta.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>{accept} accepts what the model suggests, {reject} rejects it, {why} plays the seconds that speak most for it. {blind} hides all guesses until you have judged.</source>
        <translation>{accept} acepta lo que sugiere el modelo, {reject} lo rechaza, {why} reproduce los segundos que más hablan a su favor. {blind} oculta todas las conjeturas hasta que haya juzgado.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>{learn} teaches the model your words, from one yes and one no on. You go on meanwhile; then you choose between the new model and the old one.</source>
        <translation>{learn} enseña sus palabras al modelo, a partir de un sí y un no. Mientras tanto usted sigue; después elige entre el modelo nuevo y el antiguo.</translation>
    </message>
</context>
<context>
    <name>forecast</name>
    <message>
        <source>Forecast how many songs tags need</source>
        <translation>Prever cuántas piezas necesitan las etiquetas</translation>
    </message>
    <message>
        <source>{needs}, from {n:# artist|# artists}</source>
        <translation>{needs}, de {n:# artista|# artistas}</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>suficiente</translation>
    </message>
    <message>
        <source>a clearer definition</source>
        <translation>una definición más clara</translation>
    </message>
    <message>
        <source>cannot be told yet</source>
        <translation>aún no puede decirse</translation>
    </message>
    <message>
        <source>about {n:# more song|# more songs}</source>
        <translation>unas {n:# pieza|# piezas} más</translation>
    </message>
</context>
<context>
    <name>glossary</name>
    <message>
        <source>Rests on: {}</source>
        <translation>Se basa en: {}</translation>
    </message>
    <message>
        <source>What is this: {}</source>
        <translation>Qué es: {}</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>¿Qué es?</translation>
    </message>
</context>
<context>
    <name>graphics</name>
    <message>
        <source>Look for a graphics card</source>
        <translation>Buscar una tarjeta gráfica</translation>
    </message>
    <message>
        <source>Install for the graphics card</source>
        <translation>Instalar para la tarjeta gráfica</translation>
    </message>
    <message>
        <source>Remove what was installed</source>
        <translation>Quitar lo instalado</translation>
    </message>
</context>
<context>
    <name>import_overview</name>
    <message>
        <source>{n:# decision|# decisions} on {songs:# song|# songs} {n:comes|come} in</source>
        <translation>{n:Entra # decisión|Entran # decisiones} sobre {songs:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>{n:# decision contradicts|# decisions contradict} yours</source>
        <translation>{n:# decisión contradice|# decisiones contradicen} las suyas</translation>
    </message>
    <message>
        <source>No new decision comes in: nothing of the file is chosen</source>
        <translation>No entra ninguna decisión nueva: no se ha elegido nada del archivo</translation>
    </message>
    <message>
        <source>No new decision comes in: none was found</source>
        <translation>No entra ninguna decisión nueva: no se encontró ninguna</translation>
    </message>
    <message>
        <source>No new decision comes in: no song of the file was found</source>
        <translation>No entra ninguna decisión nueva: no se encontró ninguna pieza del archivo</translation>
    </message>
    <message>
        <source>No new decision comes in: all that is chosen is here already</source>
        <translation>No entra ninguna decisión nueva: todo lo elegido ya está aquí</translation>
    </message>
    <message>
        <source>{n:# note comes|# notes come} in</source>
        <translation>{n:entra # nota|entran # notas}</translation>
    </message>
    <message>
        <source>{n:# song was|# songs were} not found</source>
        <translation>{n:# pieza no hallada|# piezas no halladas}</translation>
    </message>
    <message>
        <source>{n:# song|# songs} would have to be confirmed</source>
        <translation>{n:# pieza estaría por confirmar|# piezas estarían por confirmar}</translation>
    </message>
    <message>
        <source>{n:# word is|# words are} new</source>
        <translation>{n:# palabra es nueva|# palabras son nuevas}</translation>
    </message>
    <message>
        <source>{n:# region is|# regions are} cut off where the song ends</source>
        <translation>{n:# pasaje se corta|# pasajes se cortan} donde termina la pieza</translation>
    </message>
    <message>
        <source>{n:# row does|# rows do} not come in</source>
        <translation>{n:# fila no entra|# filas no entran}</translation>
    </message>
    <message>
        <source>Only words come in, and no decision</source>
        <translation>Solo entran palabras, ninguna decisión</translation>
    </message>
    <message>
        <source>No new decision comes in</source>
        <translation>No entra ninguna decisión nueva</translation>
    </message>
</context>
<context>
    <name>import_songs</name>
    <message>
        <source>To be confirmed: {n}</source>
        <translation>Por confirmar: {n}</translation>
    </message>
    <message>
        <source>Not found: {n}</source>
        <translation>No halladas: {n}</translation>
    </message>
    <message>
        <source>Several fit: {n}</source>
        <translation>Varias encajan: {n}</translation>
    </message>
    <message>
        <source>Found: {n}</source>
        <translation>Halladas: {n}</translation>
    </message>
    <message>
        <source>Tick a song (Space) if it is the right one. Only then its decisions come in.</source>
        <translation>Marque una pieza (Espacio) si es la correcta. Solo entonces entran sus decisiones.</translation>
    </message>
    <message>
        <source>Add these songs to the library, then import the file again: what is here already is not taken twice.</source>
        <translation>Añada estas piezas a la biblioteca e importe el archivo otra vez: lo que ya está aquí no se toma dos veces.</translation>
    </message>
    <message>
        <source>Several songs, or several rows, fit equally well; none is guessed.</source>
        <translation>Varias piezas, o varias filas, encajan igual de bien; no se adivina ninguna.</translation>
    </message>
    <message>
        <source>its sound</source>
        <translation>su sonido</translation>
    </message>
    <message>
        <source>its path</source>
        <translation>su ruta</translation>
    </message>
    <message>
        <source>{n:its file name|the last # parts of its path}</source>
        <translation>{n:su nombre de archivo|las últimas # partes de su ruta}</translation>
    </message>
    <message>
        <source>artist and title</source>
        <translation>artista y título</translation>
    </message>
    <message>
        <source>likeness: {percent} %</source>
        <translation>parecido: {percent} %</translation>
    </message>
    <message>
        <source>several fit</source>
        <translation>varias encajan</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no hallada</translation>
    </message>
    <message>
        <source>another length: {here} in the library, {there} in the file</source>
        <translation>otra duración: {here} en la biblioteca, {there} en el archivo</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Add songs</source>
        <translation>Añadir piezas</translation>
    </message>
    <message>
        <source>Adding songs to “{library}” stopped, as another library was opened.</source>
        <translation>Se dejó de añadir piezas a «{library}» porque se abrió otra biblioteca.</translation>
    </message>
    <message>
        <source>No library is open.</source>
        <translation>No hay ninguna biblioteca abierta.</translation>
    </message>
    <message>
        <source>Open one: File ▸ Open a library…</source>
        <translation>Abra una: Archivo ▸ Abrir una biblioteca…</translation>
    </message>
</context>
<context>
    <name>inside_dialog</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nada que mostrar</translation>
    </message>
    <message>
        <source>This model has no layer with several inputs. Choose another model.</source>
        <translation>Este modelo no tiene ninguna capa con varias entradas. Elija otro modelo.</translation>
    </message>
    <message>
        <source>This network is a program of its own</source>
        <translation>Esta red es un programa propio</translation>
    </message>
    <message>
        <source>It came as an ONNX file, which is run and not read. Look inside it with the program it was made with, or look inside another model here. What in a song speaks for a word can be found for it all the same, by covering (occlusion).</source>
        <translation>Llegó como archivo ONNX, que se ejecuta y no se lee. Mírela con el programa con que se hizo, o mire aquí dentro de otro modelo. Qué habla en una pieza a favor de una palabra se encuentra también para ella, cubriendo (oclusión).</translation>
    </message>
</context>
<context>
    <name>kept_queues</name>
    <message>
        <source>Choose what to judge next</source>
        <translation>Elegir qué juzgar a continuación</translation>
    </message>
</context>
<context>
    <name>known_ground</name>
    <message>
        <source>its file does not say what it learned from</source>
        <translation>su archivo no dice de qué aprendió</translation>
    </message>
    <message>
        <source>unsure ground</source>
        <translation>terreno incierto</translation>
    </message>
    <message>
        <source>To the model this song is unlike all it learned from: farther from each of them than 99 of 100 are from their nearest. Trust its scores less here.</source>
        <translation>Para el modelo esta pieza no se parece a ninguna de las que aprendió: está más lejos de cada una que 99 de cada 100 de su más próxima. Fíese menos de sus puntuaciones aquí.</translation>
    </message>
    <message>
        <source>hears instruments and pace; no sung words</source>
        <translation>oye instrumentos y ritmo; ninguna palabra cantada</translation>
    </message>
    <message>
        <source>learned from {songs} of your songs, {words:# tag|# tags}</source>
        <translation>aprendió de {songs} de sus piezas, {words:# etiqueta|# etiquetas}</translation>
    </message>
    <message>
        <source>learned from {songs} of another&apos;s songs, {words:# tag|# tags}</source>
        <translation>aprendió de {songs} piezas ajenas, {words:# etiqueta|# etiquetas}</translation>
    </message>
    <message>
        <source>learned from one label&apos;s music, tagged in a game ({data})</source>
        <translation>aprendió de la música de un sello, etiquetada en un juego ({data})</translation>
    </message>
    <message>
        <source>learned from songs with listeners&apos; tags ({data})</source>
        <translation>aprendió de piezas con etiquetas de oyentes ({data})</translation>
    </message>
    <message>
        <source>learned from free music with its makers&apos; tags ({data})</source>
        <translation>aprendió de música libre con las etiquetas de sus autores ({data})</translation>
    </message>
    <message>
        <source>learned from {data}</source>
        <translation>aprendió de {data}</translation>
    </message>
</context>
<context>
    <name>label_import</name>
    <message>
        <source>Tags in the songs&apos; files</source>
        <translation>Etiquetas en los archivos de las piezas</translation>
    </message>
    <message>
        <source>Read decisions</source>
        <translation>Leer decisiones</translation>
    </message>
    <message>
        <source>Count decisions</source>
        <translation>Contar decisiones</translation>
    </message>
    <message>
        <source>Nothing of {name} is new: all of it is here already.</source>
        <translation>Nada de {name} es nuevo: todo está ya aquí.</translation>
    </message>
    <message>
        <source>the split was stored</source>
        <translation>la división se guardó</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importadas</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>{n:# decision was|# decisions were} added</source>
        <translation>{n:# decisión añadida|# decisiones añadidas}</translation>
    </message>
    <message>
        <source>{n:# was|# were} changed</source>
        <translation>{n:# cambiada|# cambiadas}</translation>
    </message>
    <message>
        <source>{n:# note was|# notes were} added</source>
        <translation>{n:# nota añadida|# notas añadidas}</translation>
    </message>
    <message>
        <source>the words were added</source>
        <translation>se añadieron las palabras</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Se importa {name}</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Escrito: {path}</translation>
    </message>
</context>
<context>
    <name>learning</name>
    <message>
        <source>Learn from my tags</source>
        <translation>Aprender de mis etiquetas</translation>
    </message>
</context>
<context>
    <name>library_name</name>
    <message>
        <source>My library</source>
        <translation>Mi biblioteca</translation>
    </message>
    <message>
        <source>Demo library</source>
        <translation>Biblioteca de demostración</translation>
    </message>
</context>
<context>
    <name>live_source</name>
    <message>
        <source>By “{}” and {:# decision|# decisions} since.</source>
        <translation>De «{}» y de {:# decisión|# decisiones} desde entonces.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone: the song cannot be listened to again now. Decisions since are in the song&apos;s score.</source>
        <translation>Los segundos son solo del modelo «{}»: la pieza no se puede volver a escuchar ahora. Las decisiones desde entonces están en la puntuación de la pieza.</translation>
    </message>
    <message>
        <source>The seconds are by the model “{}” alone; decisions since follow.</source>
        <translation>Los segundos son solo del modelo «{}»; las decisiones desde entonces siguen enseguida.</translation>
    </message>
    <message>
        <source>By the model “{}”.</source>
        <translation>Del modelo «{}».</translation>
    </message>
    <message>
        <source>By “{}”, which learns from each decision.</source>
        <translation>De «{}», que aprende de cada decisión.</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>If a newer file or a copy has them, File ▸ Restore… brings it back.</source>
        <translation>Si un archivo más reciente o una copia los contiene, Archivo ▸ Restaurar… los recupera.</translation>
    </message>
    <message>
        <source>{name} was repaired. Decisions that are lost: {n}.</source>
        <translation>{name} se ha reparado. Decisiones perdidas: {n}.</translation>
    </message>
    <message>
        <source>{name} was repaired. Not everything is as it was.</source>
        <translation>{name} se ha reparado. No todo está como estaba.</translation>
    </message>
    <message>
        <source>Check what is named here, and correct it.</source>
        <translation>Revise lo que se nombra aquí y corríjalo.</translation>
    </message>
    <message>
        <source>Judge these songs again. A copy of yours may have more: File ▸ Restore… counts the decisions of each.</source>
        <translation>Juzgue de nuevo estas piezas. Una de sus copias puede tener más: Archivo ▸ Restaurar… cuenta las decisiones de cada una.</translation>
    </message>
    <message>
        <source>{} is not as it was saved last.</source>
        <translation>{} no está como se guardó por última vez.</translation>
    </message>
</context>
<context>
    <name>masked_playback</name>
    <message>
        <source>Write {}</source>
        <translation>Escribir {}</translation>
    </message>
    <message>
        <source>Filter {}</source>
        <translation>Filtrar {}</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardado como {}</translation>
    </message>
    <message>
        <source>{} could not be written: {}</source>
        <translation>No se pudo escribir {}: {}</translation>
    </message>
</context>
<context>
    <name>metric_texts</name>
    <message>
        <source>95 % range: with other artists of this kind it would mostly lie there.</source>
        <translation>Intervalo del 95 %: con otros artistas de este tipo el número caería casi siempre ahí.</translation>
    </message>
    <message>
        <source>Perhaps chance: the 95 % range of the change, on the same songs, holds 0.</source>
        <translation>Quizá azar: el intervalo del 95 % del cambio, con las mismas piezas, contiene 0.</translation>
    </message>
    <message>
        <source>{}, {:one false alarm|# false alarms} among {:# other|# others}</source>
        <translation>{}, {:una falsa alarma|# falsas alarmas} entre {:# otra|# otras}</translation>
    </message>
    <message>
        <source>Puts a song with the tag above one without it in {} of 100 pairs; 50 is guessing.</source>
        <translation>Pone una pieza con la etiqueta sobre una sin ella en {} de 100 pares; 50 es el azar.</translation>
    </message>
    <message>
        <source>Worse than the model in use, on the same songs: WAUC {}, and that is more than chance. It is not used unless you insist.</source>
        <translation>Peor que el modelo en uso, con las mismas piezas: WAUC {}, y eso es más que azar. No se usa a menos que usted insista.</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>no song with it to find</source>
        <translation>ninguna pieza que encontrar</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>no clear change</source>
        <translation>sin cambio claro</translation>
    </message>
    <message>
        <source>Not tested.</source>
        <translation>Sin probar.</translation>
    </message>
    <message>
        <source>Tested by an earlier RhythmCap, without a range.</source>
        <translation>Probado por un RhythmCap anterior, sin intervalo.</translation>
    </message>
    <message>
        <source>Better, beyond chance: {}.</source>
        <translation>Mejores, más que por azar: {}.</translation>
    </message>
    <message>
        <source>Worse, beyond chance: {}.</source>
        <translation>Peores, más que por azar: {}.</translation>
    </message>
    <message>
        <source>{} Of these songs alone: {}.</source>
        <translation>{} De estas piezas solas: {}.</translation>
    </message>
    <message>
        <source>95 % range of so few songs, as if they were independent of one another.</source>
        <translation>Intervalo del 95 % de tan pocas piezas, como si fueran independientes entre sí.</translation>
    </message>
    <message>
        <source>Better: the 95 % range of the change, on the same songs, lies above 0.</source>
        <translation>Mejor: el intervalo del 95 % del cambio, con las mismas piezas, está por encima de 0.</translation>
    </message>
    <message>
        <source>Worse: the 95 % range of the change, on the same songs, lies below 0.</source>
        <translation>Peor: el intervalo del 95 % del cambio, con las mismas piezas, está por debajo de 0.</translation>
    </message>
    <message>
        <source>finds {} of {}</source>
        <translation>encuentra {} de {}</translation>
    </message>
    <message>
        <source>{}, no false alarm among {:# other|# others}</source>
        <translation>{}, ninguna falsa alarma entre {:# otra|# otras}</translation>
    </message>
    <message>
        <source>{}, no other song to tell it from</source>
        <translation>{}, ninguna otra pieza de la que distinguirlas</translation>
    </message>
    <message>
        <source>{:# song|# songs} with it, of {}</source>
        <translation>{:# pieza|# piezas} con ella, de {}</translation>
    </message>
    <message>
        <source>Pairs of 100</source>
        <translation>Pares de 100</translation>
    </message>
</context>
<context>
    <name>model_inside</name>
    <message>
        <source>Look inside {}</source>
        <translation>Mirar dentro de {}</translation>
    </message>
</context>
<context>
    <name>model_words</name>
    <message>
        <source>Hears {seconds} s at once; {size}</source>
        <translation>Oye {seconds} s de una vez; {size}</translation>
    </message>
    <message>
        <source>composed music, sampled instruments</source>
        <translation>música compuesta, instrumentos muestreados</translation>
    </message>
    <message>
        <source>{} million numbers</source>
        <translation>{} millones de números</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs}</source>
        <translation>{pairs} de 100, {songs:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>{pairs} of 100, {songs:# song|# songs} of its makers</source>
        <translation>{pairs} de 100, {songs:# pieza|# piezas} de sus autores</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs})</source>
        <translation>pone una pieza correcta sobre una errónea en {pairs} de 100 pares ({songs:# pieza|# piezas})</translation>
    </message>
    <message>
        <source>puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs} of its makers)</source>
        <translation>pone una pieza correcta sobre una errónea en {pairs} de 100 pares ({songs:# pieza|# piezas} de sus autores)</translation>
    </message>
    <message>
        <source>{score} on {songs:# song|# songs}</source>
        <translation>{score} en {songs:# pieza|# piezas}</translation>
    </message>
    <message>
        <source>How well it does on your songs has not been tested.</source>
        <translation>No se ha probado cómo acierta en sus piezas.</translation>
    </message>
    <message>
        <source>Tested by its makers, on songs of theirs.</source>
        <translation>Probado por sus autores, con piezas suyas.</translation>
    </message>
    <message>
        <source>Tested on your judged songs; it has learned from none of them.</source>
        <translation>Probado con sus piezas juzgadas; de ninguna de ellas ha aprendido.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside in turn, artist by artist.</source>
        <translation>Ha aprendido de todas las piezas juzgadas. Para la prueba se apartaron por turno, artista por artista.</translation>
    </message>
    <message>
        <source>It learned from all judged songs. For testing, they were kept aside one by one, but not others of the same artist.</source>
        <translation>Ha aprendido de todas las piezas juzgadas. Para la prueba se apartaron una a una, pero no otras del mismo artista.</translation>
    </message>
    <message>
        <source>Tested on songs kept aside, by artists it has never heard.</source>
        <translation>Probado con piezas de prueba, de artistas que nunca ha oído.</translation>
    </message>
    <message>
        <source>Tested on songs that it has not learned from.</source>
        <translation>Probado con piezas de las que no ha aprendido.</translation>
    </message>
    <message>
        <source>{} of my songs</source>
        <translation>{} de mis piezas</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>“{name}” is written to {path}.</source>
        <translation>«{name}» se ha escrito en {path}.</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Pack {} for another machine</source>
        <translation>Preparar {} para otro ordenador</translation>
    </message>
    <message>
        <source>The Learn panel says by how much, and has a button to use it anyway.</source>
        <translation>El panel Aprender dice cuánto, y tiene un botón para usarlo de todos modos.</translation>
    </message>
    <message>
        <source>“{}” is worse than the model in use: it is not used.</source>
        <translation>«{}» es peor que el modelo en uso: no se usa.</translation>
    </message>
    <message>
        <source>Listen to {} with each model</source>
        <translation>Oír {} con cada modelo</translation>
    </message>
    <message>
        <source>Read the result</source>
        <translation>Leer el resultado</translation>
    </message>
    <message>
        <source>Measure a model</source>
        <translation>Medir un modelo</translation>
    </message>
    <message>
        <source>Read {}</source>
        <translation>Leer {}</translation>
    </message>
    <message>
        <source>Get {}</source>
        <translation>Obtener {}</translation>
    </message>
    <message>
        <source>Import {}</source>
        <translation>Importar {}</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>Exportar {}</translation>
    </message>
    <message>
        <source>Report on {}</source>
        <translation>Informe sobre {}</translation>
    </message>
    <message>
        <source>The report is saved: {name}.</source>
        <translation>El informe está guardado: {name}.</translation>
    </message>
    <message>
        <source>Compare with the model in use</source>
        <translation>Comparar con el modelo en uso</translation>
    </message>
    <message>
        <source>{file}: {n:# song|# songs}, {size}. There: rhythmcap train-bundle {name}</source>
        <translation>{file}: {n:# pieza|# piezas}, {size}. Allí: rhythmcap train-bundle {name}</translation>
    </message>
    <message>
        <source>It writes a zip, which Model ▸ Import a model… takes in here. No sound and no names of songs or artists are in the bundle.</source>
        <translation>Escribe un zip, que Modelo ▸ Importar un modelo… recibe aquí. En el paquete no hay sonido ni nombres de piezas o artistas.</translation>
    </message>
    <message>
        <source>Estimate how large a bundle will be</source>
        <translation>Calcular cuánto ocupará un paquete</translation>
    </message>
</context>
<context>
    <name>number_format</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>{n:# day ago|# days ago}</source>
        <translation>{n:hace # día|hace # días}</translation>
    </message>
</context>
<context>
    <name>predicting</name>
    <message>
        <source>Listen to all songs</source>
        <translation>Oír todas las piezas</translation>
    </message>
    <message>
        <source>Choose another one in the list of models, such as the starter; or bring the file back and use it again. Until then you can tag without guesses.</source>
        <translation>Elija otro en la lista de modelos, por ejemplo el inicial; o devuelva el archivo y úselo de nuevo. Hasta entonces puede etiquetar sin conjeturas.</translation>
    </message>
    <message>
        <source>Listen to {}</source>
        <translation>Oír {}</translation>
    </message>
</context>
<context>
    <name>prevalence</name>
    <message>
        <source>Estimate how common tags are</source>
        <translation>Calcular cuán frecuentes son las etiquetas</translation>
    </message>
    <message>
        <source>{}s</source>
        <translation>años {}</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>Compare predictions with decisions</source>
        <translation>Comparar predicciones con decisiones</translation>
    </message>
</context>
<context>
    <name>question_texts</name>
    <message>
        <source>{title} · {number} of {n}</source>
        <translation>{title} · {number} de {n}</translation>
    </message>
    <message>
        <source>“{tag}”: {before} → {score}, so {state} now. Is that right?</source>
        <translation>«{tag}»: {before} → {score}, así que ahora {state}. ¿Es correcto?</translation>
    </message>
    <message>
        <source>Where the model disagrees</source>
        <translation>Dónde discrepa el modelo</translation>
    </message>
    <message>
        <source>What changed its mind</source>
        <translation>Dónde ha cambiado de opinión</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. The model hears {score}.</source>
        <translation>Usted dijo «{tag}»: {state}. El modelo oye {score}.</translation>
    </message>
    <message>
        <source>“{tag}”: {state}. Is that right?</source>
        <translation>«{tag}»: {state}. ¿Es correcto?</translation>
    </message>
    <message>
        <source>The first {n} of {all}; the others come when you begin again.</source>
        <translation>Las primeras {n} de {all}; las demás vendrán cuando empiece de nuevo.</translation>
    </message>
    <message>
        <source>It learned from this song; the score is of models that had not learned from its artist.</source>
        <translation>Aprendió de esta pieza; la puntuación es de modelos que no habían aprendido de su artista.</translation>
    </message>
    <message>
        <source>This tag is gone.</source>
        <translation>Esta etiqueta ya no existe.</translation>
    </message>
    <message>
        <source>Of the songs not judged before, {share} of 100 have “{tag}”, and the model puts {pairs} of 100 pairs in order: from {n:# song|# songs} of every tenth of the scores, {yes} with it.</source>
        <translation>De las piezas no juzgadas antes, {share} de cada 100 tienen «{tag}», y el modelo ordena {pairs} de cada 100 pares: según {n:# pieza|# piezas} de cada décimo de las puntuaciones, {yes} con ella.</translation>
    </message>
    <message>
        <source>It has not learned this tag from this song.</source>
        <translation>No ha aprendido esta etiqueta de esta pieza.</translation>
    </message>
    <message>
        <source>It learned from this song, and only its own score is known: it may repeat what you said.</source>
        <translation>Aprendió de esta pieza, y solo se conoce su propia puntuación: quizá repita lo que usted dijo.</translation>
    </message>
    <message>
        <source>Through: {n:# question|# questions}</source>
        <translation>Terminado: {n:# pregunta|# preguntas}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Incorrecto</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantenidas</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiadas</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>incorrecto</translation>
    </message>
    <message>
        <source>A rare tag: the model hears “{tag}”, which few songs have so far.</source>
        <translation>Una etiqueta rara: el modelo oye «{tag}», que hasta ahora tienen pocas piezas.</translation>
    </message>
    <message>
        <source>“{tag}”?</source>
        <translation>¿«{tag}»?</translation>
    </message>
    <message>
        <source>“{tag}”? The model hears {score}.</source>
        <translation>¿«{tag}»? El modelo oye {score}.</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it?</source>
        <translation>Usted dijo «{tag}»: {state}. ¿Es así?</translation>
    </message>
    <message>
        <source>Judge “{tag}”</source>
        <translation>Juzgar «{tag}»</translation>
    </message>
    <message>
        <source>{n:# skipped|# skipped}</source>
        <translation>{n:# saltada|# saltadas}</translation>
    </message>
    <message>
        <source>{n:# more waits|# more wait}: begin again.</source>
        <translation>{n:# más espera|# más esperan}: empiece de nuevo.</translation>
    </message>
    <message>
        <source>The score of the former model, then of “{new}”.</source>
        <translation>La puntuación del modelo anterior, luego la de «{new}».</translation>
    </message>
    <message>
        <source>{key} takes the last answer back.</source>
        <translation>{key} deshace la última respuesta.</translation>
    </message>
    <message>
        <source>{n:# of {all} songs is|# of {all} songs are} drawn at random: only these tell how common a tag is.</source>
        <translation>{n:# de {all} piezas está elegida|# de {all} piezas están elegidas} al azar: solo estas dicen lo frecuente que es una etiqueta.</translation>
    </message>
    <message>
        <source>It is certain that 8 of 10 are found once {needed} songs with the tag that were drawn at random are among those found: {found} so far.</source>
        <translation>Es seguro que se han encontrado 8 de 10 cuando {needed} piezas con la etiqueta elegidas al azar están entre las encontradas: hasta ahora {found}.</translation>
    </message>
    <message>
        <source>What to judge next</source>
        <translation>Qué juzgar a continuación</translation>
    </message>
    <message>
        <source>Unsure: the model could go either way on several tags here.</source>
        <translation>Dudoso: en varias etiquetas el modelo podría decidir aquí una cosa o la otra.</translation>
    </message>
    <message>
        <source>You disagree: the model is sure of the contrary of a decision.</source>
        <translation>Hay desacuerdo: el modelo está seguro de lo contrario de una decisión.</translation>
    </message>
    <message>
        <source>Nothing like it yet: no song that is judged sounds like this one.</source>
        <translation>Todavía nada parecido: ninguna pieza juzgada suena como esta.</translation>
    </message>
    <message>
        <source>A rare tag: the model hears one that few songs have so far.</source>
        <translation>Una etiqueta rara: el modelo oye una que hasta ahora tienen pocas piezas.</translation>
    </message>
    <message>
        <source>Judge the tags that you hear or miss, then go on.</source>
        <translation>Juzgue las etiquetas que oye o echa en falta y continúe.</translation>
    </message>
    <message>
        <source>You may stop: with 95 % certainty at least 8 of 10 songs with “{tag}” are found.</source>
        <translation>Puede parar: con un 95 % de certeza se han encontrado al menos 8 de 10 piezas con «{tag}».</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>elegida al azar</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Pieza siguiente</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>juzgadas</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>Elegida al azar.</translation>
    </message>
    <message>
        <source>Blind: no scores, and the song from its middle.</source>
        <translation>A ciegas: sin puntuaciones, y la pieza desde la mitad.</translation>
    </message>
    <message>
        <source>The model does not know this word: the song plays from its middle.</source>
        <translation>El modelo no conoce esta palabra: la pieza suena desde la mitad.</translation>
    </message>
    <message>
        <source>{yes} yes, {no} no</source>
        <translation>{yes} sí, {no} no</translation>
    </message>
    <message>
        <source>{n} a minute</source>
        <translation>{n} por minuto</translation>
    </message>
    <message>
        <source>You said “{tag}”: {state}. Is it, as its meaning is now?</source>
        <translation>Usted dijo «{tag}»: {state}. ¿Lo es, según su significado de ahora?</translation>
    </message>
    <message>
        <source>Hear “{tag}” again</source>
        <translation>Oír «{tag}» otra vez</translation>
    </message>
    <message>
        <source>You disagree on “{tag}”: the model is sure of the contrary.</source>
        <translation>Hay desacuerdo sobre «{tag}»: el modelo está seguro de lo contrario.</translation>
    </message>
    <message>
        <source>In the last {recent:# song|# songs} the model was wrong {wrong:once|# times}. Left: {left}, with about {expected} yes to come.</source>
        <translation>{recent:En la última # pieza|En las últimas # piezas} el modelo se equivocó {wrong:una vez|# veces}. Quedan: {left}, de ellas unas {expected} con sí, según parece.</translation>
    </message>
    <message>
        <source>You have heard this song before: {alike} of {n:# tag|# tags} as then. What you said then is shown, and kept beside what you say now.</source>
        <translation>Ya había oído esta pieza: {alike} de {n:# etiqueta|# etiquetas} como entonces. Se muestra lo que dijo entonces; se conservan ambas respuestas.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>The model contradicts none of your decisions clearly.</source>
        <translation>El modelo no contradice claramente ninguna de sus decisiones.</translation>
    </message>
    <message>
        <source>It does where you said yes and it hears .20 or less, or no and .80 or more.</source>
        <translation>Lo hace donde usted dijo sí y oye .20 o menos, o no y .80 o más.</translation>
    </message>
    <message>
        <source>“{new}” changed its mind about no tag that you have not judged.</source>
        <translation>«{new}» no ha cambiado de opinión sobre ninguna etiqueta que usted no haya juzgado.</translation>
    </message>
    <message>
        <source>It also changed its mind about {n:# tag|# tags} that you have judged: in {agreeing} of them it agrees with you now.</source>
        <translation>También ha cambiado de opinión sobre {n:# etiqueta|# etiquetas} que usted ha juzgado: en {agreeing} de ellas está ahora de acuerdo con usted.</translation>
    </message>
    <message>
        <source>Blind mode is on: what the model hears is covered, and so is what it contradicts.</source>
        <translation>El modo a ciegas está activado: lo que oye el modelo está cubierto, y también lo que contradice.</translation>
    </message>
    <message>
        <source>Choose one in the list of models: Model ▸ Models.</source>
        <translation>Elija uno en la lista de modelos: Modelo ▸ Modelos.</translation>
    </message>
    <message>
        <source>Nothing is judged yet: there is nothing the model could contradict.</source>
        <translation>Aún no se ha juzgado nada: no hay nada que el modelo pueda contradecir.</translation>
    </message>
    <message>
        <source>The model has not listened to your songs yet.</source>
        <translation>El modelo aún no ha escuchado sus piezas.</translation>
    </message>
    <message>
        <source>You kept {n:# decision|# decisions} against it; {n:it does|they do} not come again.</source>
        <translation>Usted mantuvo {n:# decisión|# decisiones} en contra; {n:esa no vuelve|esas no vuelven}.</translation>
    </message>
    <message>
        <source>“{model}” has no former model to be compared with.</source>
        <translation>«{model}» no tiene un modelo anterior con el que compararlo.</translation>
    </message>
    <message>
        <source>Learn from your tags and use the new model: then it has one.</source>
        <translation>Aprenda de sus etiquetas y use el modelo nuevo: entonces tendrá uno.</translation>
    </message>
    <message>
        <source>It is still listening to your songs: try again when it is through.</source>
        <translation>Todavía está escuchando sus piezas: inténtelo de nuevo cuando termine.</translation>
    </message>
    <message>
        <source>The search finds no song.</source>
        <translation>La búsqueda no encuentra ninguna pieza.</translation>
    </message>
    <message>
        <source>Find them: File ▸ Find missing files….</source>
        <translation>Búsquelos: Archivo ▸ Buscar archivos que faltan….</translation>
    </message>
    <message>
        <source>{key} ends blind mode; then begin again.</source>
        <translation>{key} termina el modo a ciegas; después empiece de nuevo.</translation>
    </message>
    <message>
        <source>Search for other songs, or clear the search.</source>
        <translation>Busque otras piezas o vacíe la búsqueda.</translation>
    </message>
    <message>
        <source>Search for other songs, or choose another tag.</source>
        <translation>Busque otras piezas o elija otra etiqueta.</translation>
    </message>
    <message>
        <source>The files of all songs not judged on “{tag}” are missing.</source>
        <translation>Faltan los archivos de todas las piezas no juzgadas en «{tag}».</translation>
    </message>
    <message>
        <source>No model is in use.</source>
        <translation>No hay ningún modelo en uso.</translation>
    </message>
    <message>
        <source>Judge some songs first.</source>
        <translation>Juzgue primero algunas piezas.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>All songs of this search are judged on “{tag}”.</source>
        <translation>Todas las piezas de esta búsqueda están juzgadas en «{tag}».</translation>
    </message>
    <message>
        <source>All songs whose files are there are judged.</source>
        <translation>Todas las piezas cuyos archivos están presentes están juzgadas.</translation>
    </message>
    <message>
        <source>Add songs, or judge one tag.</source>
        <translation>Añada piezas o juzgue una etiqueta.</translation>
    </message>
</context>
<context>
    <name>ranked_again</name>
    <message>
        <source>Rank what waits again</source>
        <translation>Reordenar las piezas en espera</translation>
    </message>
</context>
<context>
    <name>readiness</name>
    <message>
        <source>Every song that can be played is judged on “{tag}”.</source>
        <translation>Todas las piezas que se pueden reproducir están juzgadas en «{tag}».</translation>
    </message>
    <message>
        <source>songs likely yes</source>
        <translation>probables sí</translation>
    </message>
    <message>
        <source>Songs not judged on this tag count a twentieth of a no when it is learned. Good where you give the tag wherever you hear it; bad where most songs were never listened to for it.</source>
        <translation>Las piezas sin juzgar en esta etiqueta cuentan una vigésima parte de un no al aprenderla. Bien si da la etiqueta siempre que la oye; mal si la mayoría de las piezas nunca se escuchó pensando en ella.</translation>
    </message>
    <message>
        <source>songs likely no</source>
        <translation>probables no</translation>
    </message>
    <message>
        <source>other artists</source>
        <translation>otros artistas</translation>
    </message>
</context>
<context>
    <name>redefined</name>
    <message>
        <source>The files of all songs decided on “{tag}” are missing.</source>
        <translation>Faltan los archivos de todas las piezas decididas sobre «{tag}».</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>Loop the part first: drag over the spectrogram, or press [ and ].</source>
        <translation>Ponga antes el pasaje en bucle: arrastre por el espectrograma, o pulse [ y ].</translation>
    </message>
</context>
<context>
    <name>removing</name>
    <message>
        <source>Removed from the library: {songs:# song|# songs}. Undo brings {songs:it|them} back.</source>
        <translation>{songs:Quitada|Quitadas} de la biblioteca: {songs:# pieza|# piezas}. Deshacer {songs:la|las} devuelve.</translation>
    </message>
</context>
<context>
    <name>repair</name>
    <message>
        <source>Repair the library</source>
        <translation>Reparar la biblioteca</translation>
    </message>
    <message>
        <source>The newest undamaged copy was restored. Songs: {}. Decisions: {}.</source>
        <translation>Se restauró la copia íntegra más reciente. Piezas: {}. Decisiones: {}.</translation>
    </message>
    <message>
        <source>Nothing could be read of {}, and there is no copy of it.</source>
        <translation>No se pudo leer nada de {}, y no hay ninguna copia.</translation>
    </message>
    <message>
        <source>Bring the file back from a backup of your own; it was not changed.</source>
        <translation>Recupere el archivo de una copia de seguridad propia; no se ha modificado.</translation>
    </message>
    <message>
        <source>What could be read was saved. Songs: {}. Decisions: {}.</source>
        <translation>Lo que se podía leer se ha salvado. Piezas: {}. Decisiones: {}.</translation>
    </message>
    <message>
        <source>The library is undamaged. Songs: {}. Decisions: {}.</source>
        <translation>La biblioteca está íntegra. Piezas: {}. Decisiones: {}.</translation>
    </message>
    <message>
        <source>The damaged file was kept: {}</source>
        <translation>El archivo dañado se conservó: {}</translation>
    </message>
</context>
<context>
    <name>replaced_library</name>
    <message>
        <source>Another program has put another file in the place of the library {}.</source>
        <translation>Otro programa ha puesto otro archivo en el lugar de la biblioteca {}.</translation>
    </message>
    <message>
        <source>The file of the library {} was deleted while it was open.</source>
        <translation>El archivo de la biblioteca {} se borró mientras estaba abierta.</translation>
    </message>
    <message>
        <source>Another program has damaged the file of the library {}.</source>
        <translation>Otro programa ha dañado el archivo de la biblioteca {}.</translation>
    </message>
    <message>
        <source>It was written anew with all that it held; no decision is lost.</source>
        <translation>Se ha escrito de nuevo con todo lo que contenía; no se ha perdido ninguna decisión.</translation>
    </message>
    <message>
        <source>It was opened as it is.</source>
        <translation>Se ha abierto tal como está.</translation>
    </message>
    <message>
        <source>If that was the right one, File ▸ Restore… brings it back.</source>
        <translation>Si era la correcta, Archivo ▸ Restaurar… la recupera.</translation>
    </message>
    <message>
        <source>Not all of it could be saved:</source>
        <translation>No se pudo salvar todo:</translation>
    </message>
    <message>
        <source>Your last step was not done; do it again.</source>
        <translation>Su último paso no se realizó; hágalo de nuevo.</translation>
    </message>
    <message>
        <source>What the former file held was kept: {}</source>
        <translation>Lo que contenía el archivo anterior se ha conservado: {}</translation>
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>Say no to everything not judged, for {songs} songs?</source>
        <translation>¿Decir no a todo lo que está sin juzgar, en {songs} piezas?</translation>
    </message>
    <message>
        <source>Say no to the rest of “{category}”, for {songs} songs?</source>
        <translation>¿Decir no al resto de «{category}», en {songs} piezas?</translation>
    </message>
    <message>
        <source>The rest is no: {n}. {undo}</source>
        <translation>El resto es no: {n}. {undo}</translation>
    </message>
    <message>
        <source>“{title}”, the rest of {category} is no: {n}. {undo}</source>
        <translation>«{title}», el resto de {category} es no: {n}. {undo}</translation>
    </message>
    <message>
        <source>Judge a tag first, or press the key of its category before this.</source>
        <translation>Juzgue primero una etiqueta o pulse antes la tecla de su categoría.</translation>
    </message>
    <message>
        <source>Nothing was left to say no to.</source>
        <translation>No quedaba nada a lo que decir no.</translation>
    </message>
    <message>
        <source>The rest of {category} is no: {n}. {undo}</source>
        <translation>El resto de {category} es no: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest is no, in {songs} songs: {n}. {undo}</source>
        <translation>El resto es no, en {songs} piezas: {n}. {undo}</translation>
    </message>
    <message>
        <source>The rest of {category} is no, in {songs} songs: {n}. {undo}</source>
        <translation>El resto de {category} es no, en {songs} piezas: {n}. {undo}</translation>
    </message>
    <message>
        <source>{key} takes it back.</source>
        <translation>{key} lo deshace.</translation>
    </message>
</context>
<context>
    <name>robustness</name>
    <message>
        <source>Deform songs for {}</source>
        <translation>Deformar piezas para {}</translation>
    </message>
</context>
<context>
    <name>room_watch</name>
    <message>
        <source>Listening to all songs waits until there is room on the disk, and then goes on by itself.</source>
        <translation>La escucha de todas las piezas espera a que haya espacio en el disco y luego sigue por sí sola.</translation>
    </message>
    <message>
        <source>There is room on the disk again; all songs were listened to.</source>
        <translation>Vuelve a haber espacio en el disco; se escucharon todas las piezas.</translation>
    </message>
</context>
<context>
    <name>rule_texts</name>
    <message>
        <source>{follow} of {n:# song|# songs} with {tag}</source>
        <translation>{follow} de {n:# pieza|# piezas} con {tag}</translation>
    </message>
    <message>
        <source>no song to go by</source>
        <translation>ninguna pieza en que basarse</translation>
    </message>
    <message>
        <source>{follow} of {n:# song|# songs} with either</source>
        <translation>{follow} de {n:# pieza|# piezas} con una de las dos</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptada</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>descartada</translation>
    </message>
    <message>
        <source>By chance it would be {share}. Followed in songs by {n:# artist|# artists}.</source>
        <translation>Por azar sería {share}. Se sigue en piezas de {n:# artista|# artistas}.</translation>
    </message>
    <message>
        <source>No song is judged yet: rules are found in your own decisions.</source>
        <translation>Aún no se ha juzgado ninguna pieza: las reglas se encuentran en sus decisiones.</translation>
    </message>
    <message>
        <source>{found:# rule|# rules} found in {songs:# song|# songs}; {n:# rule|# rules} looked for in all. Of what is found, about one in twenty at most is there by chance.</source>
        <translation>{found:# regla encontrada|# reglas encontradas} en {songs:# pieza|# piezas}; {n:# regla buscada|# reglas buscadas} en total. De las encontradas, como mucho una de cada veinte está por azar.</translation>
    </message>
    <message>
        <source>implies</source>
        <translation>implica</translation>
    </message>
    <message>
        <source>excludes</source>
        <translation>excluye</translation>
    </message>
    <message>
        <source>goes together with</source>
        <translation>va junto con</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>escrita a mano</translation>
    </message>
    <message>
        <source>The decisions alone do not speak for it with certainty.</source>
        <translation>Las decisiones por sí solas no hablan con certeza a su favor.</translation>
    </message>
    <message>
        <source>No rule is certain enough in {songs:# song|# songs}, of {n:# rule|# rules} that could be. A rule needs five songs of three artists that follow it, and holds for at least four in five songs with certainty.</source>
        <translation>Ninguna regla es bastante cierta en {songs:# pieza|# piezas}, de {n:# posible|# posibles}. Una regla necesita cinco piezas de tres artistas que la sigan, y vale con certeza para al menos cuatro de cada cinco piezas.</translation>
    </message>
</context>
<context>
    <name>saliency_texts</name>
    <message>
        <source>Random weights give maps like this one by {mean} ({low} to {high}, rank correlation of {n} points, {networks} networks): {meaning}</source>
        <translation>Los mapas de pesos al azar se parecen a este en {mean} (de {low} a {high}, correlación de rangos de {n} puntos, {networks} redes): {meaning}</translation>
    </message>
    <message>
        <source>Orange: without it “{word}” ({score} by {model}) loses score, blue: it gains. Measured by covering {seconds} s of {bands} bands at a time; it says what this model goes by, not what the music is.</source>
        <translation>Naranja: sin ello «{word}» ({score} según {model}) pierde valor, azul: lo gana. Medido cubriendo {seconds} s de {bands} bandas cada vez; dice en qué se basa este modelo, no qué es la música.</translation>
    </message>
    <message>
        <source>it shows what was learned.</source>
        <translation>muestra lo que se aprendió.</translation>
    </message>
    <message>
        <source>Nothing can be heard: there is no sound output.</source>
        <translation>No se oye nada: no hay salida de sonido.</translation>
    </message>
    <message>
        <source>The strip below: orange, where the sound raises “{word}” ({score} by {model}), blue, where it lowers it. This model takes the waveform, which has no frequencies to draw over. A straight-line estimate of what it goes by, not of what the music is.</source>
        <translation>La franja de abajo: naranja donde el sonido sube «{word}» ({score} según {model}), azul donde lo baja. Este modelo toma la forma de onda, que no tiene frecuencias sobre las que dibujar. Una estimación lineal de en qué se basa, no de qué es la música.</translation>
    </message>
    <message>
        <source>Orange: sound there raises “{word}” ({score} by {model}), blue: it lowers it. A straight-line estimate of what this model goes by, not of what the music is.</source>
        <translation>Naranja: el sonido ahí sube «{word}» ({score} según {model}), azul: lo baja. Una estimación lineal de en qué se basa este modelo, no de qué es la música.</translation>
    </message>
    <message>
        <source>it shows partly what was learned, partly only where sound is.</source>
        <translation>muestra en parte lo que se aprendió y en parte solo dónde hay sonido.</translation>
    </message>
    <message>
        <source>it shows mostly where sound is, hardly what was learned.</source>
        <translation>muestra sobre todo dónde hay sonido, apenas lo que se aprendió.</translation>
    </message>
    <message>
        <source>You hear only what mattered.</source>
        <translation>Oye solo lo que importó.</translation>
    </message>
    <message>
        <source>You hear the original, as loud as what mattered.</source>
        <translation>Oye el original, tan fuerte como lo que importó.</translation>
    </message>
    <message>
        <source>the strongest {percent} %</source>
        <translation>el {percent} % más fuerte</translation>
    </message>
</context>
<context>
    <name>score_format</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>sin juzgar</translation>
    </message>
    <message>
        <source>too few songs to tell</source>
        <translation>muy pocas piezas para saberlo</translation>
    </message>
    <message>
        <source>How good this model is at “{word}” in your songs has not been tested.</source>
        <translation>No se ha probado lo bueno que es este modelo con «{word}» en sus piezas.</translation>
    </message>
    <message>
        <source>right in {times} of 100 pairs</source>
        <translation>acierta en {times} de 100 pares</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>porque el resto es no</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>con una nota</translation>
    </message>
    <message>
        <source>{songs:# song|# songs} selected</source>
        <translation>{songs:# pieza seleccionada|# piezas seleccionadas}</translation>
    </message>
    <message>
        <source>The model puts a song with “{word}” above one without it in {times} of 100 pairs (tested on {songs:# song|# songs} with it).</source>
        <translation>El modelo pone una pieza con «{word}» sobre una sin ella en {times} de 100 pares (probado con {songs:# pieza|# piezas} que la tienen).</translation>
    </message>
    <message>
        <source>someone without a name</source>
        <translation>alguien sin nombre</translation>
    </message>
    <message>
        <source>Tested on {songs:# song|# songs} with “{word}”: too few to say how good it is.</source>
        <translation>Probado con {songs:# pieza|# piezas} con «{word}»: muy pocas para decir lo bueno que es.</translation>
    </message>
    <message>
        <source>right in {times} of 10 like this</source>
        <translation>acierta en {times} de 10 casos así</translation>
    </message>
    <message>
        <source>model {score}</source>
        <translation>modelo {score}</translation>
    </message>
    <message>
        <source>yes in {percent} % of the songs</source>
        <translation>sí en el {percent} % de las piezas</translation>
    </message>
    <message>
        <source>intensity {level} of 9</source>
        <translation>intensidad {level} de 9</translation>
    </message>
</context>
<context>
    <name>search_help</name>
    <message>
        <source>these words in title, artist, album, path or note, or tags of that name; in quotation marks as they stand</source>
        <translation>estas palabras en título, artista, álbum, ruta o nota, o etiquetas con ese nombre; entre comillas, tal como están</translation>
    </message>
    <message>
        <source>with the tag; without it; unsure; judged no</source>
        <translation>con la etiqueta; sin ella; dudosa; juzgada no</translation>
    </message>
    <message>
        <source>judged one way or the other; a tag of several words</source>
        <translation>juzgada de un modo u otro; una etiqueta de varias palabras</translation>
    </message>
    <message>
        <source>the tag on a part of the song; any tagged part; alone it is about the whole song, and only whole songs are learned from</source>
        <translation>la etiqueta en un pasaje de la pieza; cualquier pasaje etiquetado; sola se refiere a toda la pieza, y solo se aprende de piezas enteras</translation>
    </message>
    <message>
        <source>by the score of the model in use, also with &lt;, &gt;=, &lt;=; without a number, at least .5</source>
        <translation>según la puntuación del modelo en uso, también con &lt;, &gt;=, &lt;=; sin número, al menos .5</translation>
    </message>
    <message>
        <source>by how strongly you said it holds</source>
        <translation>según con qué fuerza dijo que se da</translation>
    </message>
    <message>
        <source>by year or length</source>
        <translation>por año o duración</translation>
    </message>
    <message>
        <source>by when it came in; by the day of your latest decision on it: a year, a month, a day, today, yesterday</source>
        <translation>según cuándo se añadió; según el día de su última decisión: un año, un mes, un día, today (hoy), yesterday (ayer)</translation>
    </message>
    <message>
        <source>with a decision that you made by ear; by accepting or by rejecting the model&apos;s guess; by “the rest is no”; that a rule implied; that was imported</source>
        <translation>con una decisión tomada de oído; al aceptar o rechazar la conjetura del modelo; por «El resto es no»; implicada por una regla; importada</translation>
    </message>
    <message>
        <source>words of one field</source>
        <translation>palabras de un solo campo</translation>
    </message>
    <message>
        <source>without any tag; without any of a category; with a note. “has:” is the contrary of “empty:”; both take a category, a field, “regions”</source>
        <translation>sin ninguna etiqueta; sin ninguna de una categoría; con una nota. «has:» es lo contrario de «empty:»; ambos admiten una categoría, un campo, «regions»</translation>
    </message>
    <message>
        <source>no decision on the whole song yet; something unsure; the model is sure of the contrary of what you decided, and you have not kept it (Ctrl+D asks one by one); judged lately; the file is gone</source>
        <translation>aún sin juicio sobre la pieza entera; algo dudoso; el modelo está seguro de lo contrario de lo que decidió, y no lo ha mantenido (Ctrl+D pregunta uno por uno); juzgada hace poco; el archivo ya no está</translation>
    </message>
    <message>
        <source>combined by AND, OR, NOT and brackets; side by side means AND</source>
        <translation>combinadas con AND (y), OR (o), NOT (no) y paréntesis; juntas significa AND</translation>
    </message>
</context>
<context>
    <name>similar</name>
    <message>
        <source>Look for similar songs</source>
        <translation>Buscar piezas parecidas</translation>
    </message>
    <message>
        <source>Compare songs</source>
        <translation>Comparar piezas</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>Dibujar el mapa</translation>
    </message>
    <message>
        <source>songs</source>
        <translation>piezas</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>sin juzgar</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>sin puntuación</translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>en disputa</translation>
    </message>
    <message>
        <source>judged, not in dispute</source>
        <translation>juzgadas, sin disputa</translation>
    </message>
</context>
<context>
    <name>song_files</name>
    <message>
        <source>Find missing files</source>
        <translation>Buscar archivos que faltan</translation>
    </message>
    <message>
        <source>Look where the files are</source>
        <translation>Buscar dónde están los archivos</translation>
    </message>
    <message>
        <source>Found again: {}</source>
        <translation>Encontradas de nuevo: {}</translation>
    </message>
    <message>
        <source>Still not there: {}</source>
        <translation>Siguen sin estar: {}</translation>
    </message>
</context>
<context>
    <name>song_paths</name>
    <message>
        <source>Copied: {paths:the path|# paths}.</source>
        <translation>Copiado: {paths:la ruta|# rutas}.</translation>
    </message>
    <message>
        <source>{} is no longer in its folder.</source>
        <translation>{} ya no está en su carpeta.</translation>
    </message>
    <message>
        <source>The first {opened} of {found} were opened.</source>
        <translation>Se abrieron los primeros {opened} de {found}.</translation>
    </message>
    <message>
        <source>{} is not there now.</source>
        <translation>{} no está ahora.</translation>
    </message>
    <message>
        <source>The system has no program for {}.</source>
        <translation>El sistema no tiene ningún programa para {}.</translation>
    </message>
</context>
<context>
    <name>song_saliency</name>
    <message>
        <source>Compare with random weights</source>
        <translation>Comparar con pesos al azar</translation>
    </message>
    <message>
        <source>The model hears none of your tags in this song; right-click a tag.</source>
        <translation>El modelo no oye ninguna de sus etiquetas en esta pieza; haga clic derecho en una etiqueta.</translation>
    </message>
    <message>
        <source>What speaks for “{tag}”</source>
        <translation>Qué habla a favor de «{tag}»</translation>
    </message>
</context>
<context>
    <name>songs</name>
    <message>
        <source>{} is not there now.</source>
        <translation>{} no está ahora.</translation>
    </message>
</context>
<context>
    <name>spectra_page</name>
    <message>
        <source>{name}: weights of {shape}; directions used is the effective rank</source>
        <translation>{name}: pesos de {shape}; las direcciones usadas son el rango efectivo</translation>
    </message>
    <message>
        <source>Learning changed {n} of the {shared} layers that “{parent}” has.</source>
        <translation>El aprendizaje cambió {n} de las {shared} capas que tiene «{parent}».</translation>
    </message>
    <message>
        <source>weights drawn at random</source>
        <translation>pesos sacados al azar</translation>
    </message>
    <message>
        <source>No layer uses fewer than half of the directions that random weights of its size would use: none is nearly of low rank.</source>
        <translation>Ninguna capa usa menos de la mitad de las direcciones que usarían pesos al azar de su tamaño: ninguna es casi de rango bajo.</translation>
    </message>
    <message>
        <source>All layers that “{parent}” has are the same here, to the last bit: learning taught only the words.</source>
        <translation>Todas las capas que tiene «{parent}» son aquí las mismas, hasta el último bit: solo se aprendieron las palabras.</translation>
    </message>
    <message>
        <source>{n:# layer uses|# layers use} fewer than half of the directions that random weights of that size would use, and could be made smaller: {names}.</source>
        <translation>{n:# capa usa|# capas usan} menos de la mitad de las direcciones que usarían pesos al azar de ese tamaño, y podrían ser más pequeñas: {names}.</translation>
    </message>
    <message>
        <source>directions, strongest first (%)</source>
        <translation>direcciones, la más fuerte primero (%)</translation>
    </message>
    <message>
        <source>singular value (strongest = 1)</source>
        <translation>valor singular (el más fuerte = 1)</translation>
    </message>
    <message>
        <source>{percent} % of the directions</source>
        <translation>{percent} % de las direcciones</translation>
    </message>
</context>
<context>
    <name>system_choice</name>
    <message>
        <source>Trying systems</source>
        <translation>Prueba de sistemas</translation>
    </message>
</context>
<context>
    <name>tag_draft</name>
    <message>
        <source>Give the tag a name.</source>
        <translation>Dé un nombre a la etiqueta.</translation>
    </message>
    <message>
        <source>“{name}” is a retired tag. Restore it in the codebook.</source>
        <translation>«{name}» es una etiqueta retirada. Restáurela en el libro de códigos.</translation>
    </message>
    <message>
        <source>The key {key} belongs to “{name}” in this category.</source>
        <translation>La tecla {key} es de «{name}» en esta categoría.</translation>
    </message>
    <message>
        <source>Give the new category a name.</source>
        <translation>Dé un nombre a la nueva categoría.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the category “{name}”.</source>
        <translation>La tecla {key} es de la categoría «{name}».</translation>
    </message>
    <message>
        <source>Merge the two…</source>
        <translation>Fundir las dos…</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Elija una categoría.</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which would be without it.</source>
        <translation>{key} es la tecla de «{command}», que se quedaría sin ella.</translation>
    </message>
    <message>
        <source>{key} alone is “{command}”.</source>
        <translation>{key} sola es «{command}».</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>«{name}» ya existe.</translation>
    </message>
    <message>
        <source>The category “{name}” is there already.</source>
        <translation>La categoría «{name}» ya existe.</translation>
    </message>
</context>
<context>
    <name>tag_menu</name>
    <message>
        <source>Yes, from {start} to {end}</source>
        <translation>Sí, de {start} a {end}</translation>
    </message>
    <message>
        <source>Note on this decision…</source>
        <translation>Nota sobre esta decisión…</translation>
    </message>
    <message>
        <source>Judge song by song</source>
        <translation>Juzgar pieza por pieza</translation>
    </message>
    <message>
        <source>Hear evidence</source>
        <translation>Oír las pruebas</translation>
    </message>
    <message>
        <source>Edit tag…</source>
        <translation>Editar etiqueta…</translation>
    </message>
    <message>
        <source>Edit its category…</source>
        <translation>Editar su categoría…</translation>
    </message>
    <message>
        <source>What you heard; it stays with this decision.</source>
        <translation>Lo que oyó; se queda con esta decisión.</translation>
    </message>
    <message>
        <source>The rest of this category is no</source>
        <translation>El resto de esta categoría es no</translation>
    </message>
    <message>
        <source>New tag in this category…</source>
        <translation>Nueva etiqueta en esta categoría…</translation>
    </message>
    <message>
        <source>Edit category…</source>
        <translation>Editar categoría…</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Libro de códigos</translation>
    </message>
    <message>
        <source>The model&apos;s score for {where}: {score}, not a probability.</source>
        <translation>Puntuación del modelo para {where}: {score}, no es una probabilidad.</translation>
    </message>
    <message>
        <source>Click: yes · Shift+click: no · Alt+click: unsure · again: not judged</source>
        <translation>Clic: sí · Mayús+clic: no · Alt+clic: dudosa · otra vez: sin juzgar</translation>
    </message>
    <message>
        <source>Intensity {level} of 9 ({value})</source>
        <translation>Intensidad {level} de 9 ({value})</translation>
    </message>
    <message>
        <source>by ear</source>
        <translation>de oído</translation>
    </message>
    <message>
        <source>accepted from the model</source>
        <translation>aceptada del modelo</translation>
    </message>
    <message>
        <source>the model&apos;s suggestion was rejected</source>
        <translation>se rechazó la sugerencia del modelo</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importada</translation>
    </message>
    <message>
        <source>because the rest is no</source>
        <translation>porque el resto es no</translation>
    </message>
    <message>
        <source>No definition yet</source>
        <translation>Aún sin definición</translation>
    </message>
    <message>
        <source>Use when: </source>
        <translation>Usar cuando: </translation>
    </message>
    <message>
        <source>Not when: </source>
        <translation>No cuando: </translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>the song so far</source>
        <translation>la pieza hasta aquí</translation>
    </message>
    <message>
        <source>the song</source>
        <translation>la pieza</translation>
    </message>
    <message>
        <source>The model disagrees: see Model ▸ Where the model disagrees.</source>
        <translation>El modelo no está de acuerdo: véase Modelo ▸ Dónde discrepa el modelo.</translation>
    </message>
    <message>
        <source>Reached by Tab: 1 to 9 say how strongly, 0 takes that back</source>
        <translation>Alcanzada con Tab: de 1 a 9 con qué fuerza, 0 lo retira</translation>
    </message>
    <message>
        <source>Note on “{tag}”</source>
        <translation>Nota sobre «{tag}»</translation>
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
        <translation>¿Qué habla a su favor?</translation>
    </message>
    <message>
        <source>Mark as an example</source>
        <translation>Marcar como ejemplo</translation>
    </message>
    <message>
        <source>It is one</source>
        <translation>Lo es</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>No lo es</translation>
    </message>
    <message>
        <source>, under its meaning of {day}</source>
        <translation>, según su significado del {day}</translation>
    </message>
    <message>
        <source>, before its meaning changed on {day}</source>
        <translation>, antes de que cambiara su significado el {day}</translation>
    </message>
    <message>
        <source>implied by a rule</source>
        <translation>deducido de una regla</translation>
    </message>
</context>
<context>
    <name>tagging</name>
    <message>
        <source>No song selected.</source>
        <translation>Ninguna pieza seleccionada.</translation>
    </message>
</context>
<context>
    <name>taggram_rows</name>
    <message>
        <source>The song is scored by following it from beginning to end; each second by itself.</source>
        <translation>La pieza se puntúa siguiéndola de principio a fin; cada segundo, por sí solo.</translation>
    </message>
    <message>
        <source>The song is scored once, by all of its sound together; that is neither the mean of the seconds nor the strongest of them.</source>
        <translation>La pieza se puntúa una sola vez, por todo su sonido junto; no es ni la media de los segundos ni el más fuerte de ellos.</translation>
    </message>
    <message>
        <source>The song&apos;s score is the mean of its parts.</source>
        <translation>La puntuación de la pieza es la media de sus partes.</translation>
    </message>
</context>
<context>
    <name>time_ledger</name>
    <message>
        <source>Add up the time</source>
        <translation>Sumar el tiempo</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>Look into watched folders</source>
        <translation>Mirar en las carpetas vigiladas</translation>
    </message>
    <message>
        <source>Links out of the watched folders were passed over: {}</source>
        <translation>Enlaces que salen de las carpetas vigiladas, pasados por alto: {}</translation>
    </message>
    <message>
        <source>New songs in watched folders: {}</source>
        <translation>Piezas nuevas en carpetas vigiladas: {}</translation>
    </message>
</context>
<context>
    <name>word_actions</name>
    <message>
        <source>Merge into…</source>
        <translation>Fundir con…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Dividir…</translation>
    </message>
    <message>
        <source>Other names…</source>
        <translation>Otros nombres…</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Retirar…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Show in the codebook</source>
        <translation>Mostrar en el libro de códigos</translation>
    </message>
</context>
<context>
    <name>word_grammar</name>
    <message>
        <source>Look for rules between tags</source>
        <translation>Buscar reglas entre etiquetas</translation>
    </message>
    <message>
        <source>Look what rules imply</source>
        <translation>Buscar lo que implican las reglas</translation>
    </message>
    <message>
        <source>Rules applied: {n:# decision|# decisions}. Undo takes all of them back.</source>
        <translation>Reglas aplicadas: {n:# decisión|# decisiones}. Deshacer las retira todas.</translation>
    </message>
</context>
<context>
    <name>word_history</name>
    <message>
        <source>made</source>
        <translation>creada</translation>
    </message>
    <message>
        <source>meaning changed</source>
        <translation>significado cambiado</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>con otro nombre</translation>
    </message>
    <message>
        <source>another word was merged into it</source>
        <translation>otra palabra se unió a ella</translation>
    </message>
    <message>
        <source>split</source>
        <translation>dividida</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirada</translation>
    </message>
    <message>
        <source>used again</source>
        <translation>de nuevo en uso</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borrada</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Usar cuando</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>No cuando</translation>
    </message>
</context>
<context>
    <name>word_pairs</name>
    <message>
        <source>Find confused words</source>
        <translation>Buscar palabras confundidas</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Change the data of {songs} songs?</source>
        <translation>¿Cambiar los datos de {songs} piezas?</translation>
    </message>
    <message>
        <source>Read song data again</source>
        <translation>Volver a leer los datos</translation>
    </message>
    <message>
        <source>Files that hold another sound now: {n}; their songs stay as they were.</source>
        <translation>Archivos que ahora contienen otro sonido: {n}; sus piezas quedan como estaban.</translation>
    </message>
    <message>
        <source>Songs with new data: {n}.</source>
        <translation>Piezas con datos nuevos: {n}.</translation>
    </message>
    <message>
        <source>Files that could not be read: {n}.</source>
        <translation>Archivos que no se pudieron leer: {n}.</translation>
    </message>
</context>
<context>
    <name>words_choice</name>
    <message>
        <source>Sankaran 2017: 63 tags</source>
        <translation>Sankaran 2017: 63 etiquetas</translation>
    </message>
    <message>
        <source>Neutral: any music</source>
        <translation>Neutro: cualquier música</translation>
    </message>
    <message>
        <source>Orchestral music</source>
        <translation>Música orquestal</translation>
    </message>
    <message>
        <source>Pop and rock</source>
        <translation>Pop y rock</translation>
    </message>
    <message>
        <source>Electronic music</source>
        <translation>Música electrónica</translation>
    </message>
    <message>
        <source>No words: I make my own</source>
        <translation>Sin palabras: hago las mías</translation>
    </message>
</context>
</TS>
