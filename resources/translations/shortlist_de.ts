<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n cuts inside</source>
        <translation>
            <numerusform>%n Schnitt innen</numerusform>
            <numerusform>%n Schnitte innen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported, {failed} failed.</source>
        <translation>
            <numerusform>%n Datei exportiert, {failed} fehlgeschlagen.</numerusform>
            <numerusform>%n Dateien exportiert, {failed} fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported, {number} to look at.</source>
        <translation>
            <numerusform>%n Datei exportiert, {number} zu prüfen.</numerusform>
            <numerusform>%n Dateien exportiert, {number} zu prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported.</source>
        <translation>
            <numerusform>%n Datei exportiert.</numerusform>
            <numerusform>%n Dateien exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported, {failed} failed.</source>
        <translation>
            <numerusform>%n Datei von „{name}“ exportiert, {failed} fehlgeschlagen.</numerusform>
            <numerusform>%n Dateien von „{name}“ exportiert, {failed} fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported, {number} to look at.</source>
        <translation>
            <numerusform>%n Datei von „{name}“ exportiert, {number} zu prüfen.</numerusform>
            <numerusform>%n Dateien von „{name}“ exportiert, {number} zu prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported.</source>
        <translation>
            <numerusform>%n Datei von „{name}“ exportiert.</numerusform>
            <numerusform>%n Dateien von „{name}“ exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs ready, {failed} failed.</source>
        <translation>
            <numerusform>%n Durchlauf fertig, {failed} fehlgeschlagen.</numerusform>
            <numerusform>%n Durchläufe fertig, {failed} fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are in the queue now. You can go on here.</source>
        <translation>
            <numerusform>%n Video steht jetzt in der Warteschlange. Hier kann es weitergehen.</numerusform>
            <numerusform>%n Videos stehen jetzt in der Warteschlange. Hier kann es weitergehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>D&amp;urchlauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>(its price is not known)</source>
        <translation>(Preis nicht bekannt)</translation>
    </message>
    <message>
        <source>A crop that follows whoever speaks, or the people you choose.</source>
        <translation>Ein Ausschnitt, der folgt, wer spricht oder ausgewählt ist.</translation>
    </message>
    <message>
        <source>A part of “{name}” could not be read. The source report says what, and what was done.</source>
        <translation>Ein Teil von „{name}“ war nicht lesbar. Der Quellenbericht sagt, welcher, und was getan wurde.</translation>
    </message>
    <message>
        <source>A shared screen, and whoever presents it below.</source>
        <translation>Ein geteilter Bildschirm, darunter wer ihn zeigt.</translation>
    </message>
    <message>
        <source>Adjust the framing by hand</source>
        <translation>Bildausschnitt von Hand anpassen</translation>
    </message>
    <message numerus="yes">
        <source>All %n runs are ready.</source>
        <translation>
            <numerusform>Der Durchlauf ist fertig.</numerusform>
            <numerusform>Alle %n Durchläufe sind fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs failed.</source>
        <translation>
            <numerusform>Der Durchlauf ist fehlgeschlagen.</numerusform>
            <numerusform>Alle %n Durchläufe sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>Beliebige Farbe…</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve a clip first, then export it</source>
        <translation>Erst einen Clip annehmen, dann exportieren</translation>
    </message>
    <message>
        <source>Approve, reject and export clips as always: the ranking learns from that, on this computer alone.</source>
        <translation>Clips wie immer annehmen, ablehnen und exportieren: Die Rangfolge lernt daraus, nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Arrange panels</source>
        <translation>Bereiche anordnen</translation>
    </message>
    <message>
        <source>As the system</source>
        <comment>language</comment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As wide as the shape allows, standing still.</source>
        <translation>So breit, wie das Format erlaubt, ohne Bewegung.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back to automatic framing</source>
        <translation>Zurück zum automatischen Bildausschnitt</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Start</translation>
    </message>
    <message>
        <source>Before and after: automatic, or as recorded</source>
        <translation>Vorher und nachher: automatisch oder wie aufgenommen</translation>
    </message>
    <message>
        <source>Both change at once, whether the rest is saved or not. They are in the View menu as well.</source>
        <translation>Beides ändert sich sofort, ob der Rest gespeichert wird oder nicht. Es steht auch im Menü „Ansicht“.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Captions beside a video, as talk.srt beside talk.mp4, are used. Several videos at once form a queue.</source>
        <translation>Untertitel neben einem Video, etwa talk.srt neben talk.mp4, werden verwendet. Mehrere Videos auf einmal bilden eine Warteschlange.</translation>
    </message>
    <message>
        <source>Captions in the spoken language</source>
        <translation>Untertitel in der gesprochenen Sprache</translation>
    </message>
    <message>
        <source>Captions in {language}</source>
        <translation>Untertitel auf {language}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>Durchlauf auswählen</translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation>Ton auswählen</translation>
    </message>
    <message>
        <source>Choose music</source>
        <translation>Musik auswählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Chosen shot by shot, by who is seen and who talks.</source>
        <translation>Je Einstellung gewählt, danach, wer zu sehen ist und wer spricht.</translation>
    </message>
    <message>
        <source>Click into a panel first, or go to it by Tab; then it can be moved.</source>
        <translation>Erst in einen Bereich klicken oder mit Tab hineingehen; dann lässt er sich verschieben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Close {panel}</source>
        <translation>{panel} schließen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Correct the words at hand</source>
        <translation>Markierte Wörter korrigieren</translation>
    </message>
    <message>
        <source>Cut the selected words</source>
        <translation>Markierte Wörter herausschneiden</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Description or hashtags</source>
        <translation>Beschreibung oder Hashtags</translation>
    </message>
    <message>
        <source>Do not show this tip again</source>
        <translation>Diesen Tipp nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Down from {score}.</source>
        <translation>Gesunken von {score}.</translation>
    </message>
    <message>
        <source>Drag an axis to the left to ignore it, to the right to let it count double.</source>
        <translation>Eine Achse nach links ziehen, um sie zu ignorieren, nach rechts, damit sie doppelt zählt.</translation>
    </message>
    <message>
        <source>Drag panels by their bars: to an edge, onto each other, or out of the window. View › Arrange panels ends it.</source>
        <translation>Bereiche an ihrer Leiste ziehen: an einen Rand, aufeinander oder aus dem Fenster heraus. Ansicht › Bereiche anordnen beendet es.</translation>
    </message>
    <message>
        <source>Drop a long video here</source>
        <translation>Langes Video hier ablegen</translation>
    </message>
    <message>
        <source>Duplicate the clip</source>
        <translation>Clip duplizieren</translation>
    </message>
    <message>
        <source>Earlier decisions are kept and can count again: this can be taken back</source>
        <translation>Frühere Entscheidungen bleiben erhalten und können wieder zählen: Das lässt sich zurücknehmen</translation>
    </message>
    <message>
        <source>Earlier decisions are no longer kept to learn from: this can&apos;t be taken back</source>
        <translation>Frühere Entscheidungen werden zum Lernen nicht mehr aufbewahrt: Das lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Gefühl</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Ein Wort früher enden</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Ein Wort später enden</translation>
    </message>
    <message>
        <source>End the clip at the playhead</source>
        <translation>Clip am Abspielkopf enden lassen</translation>
    </message>
    <message>
        <source>End {old} → {new}</source>
        <translation>Ende {old} → {new}</translation>
    </message>
    <message>
        <source>Energy, pace and laughter that are heard</source>
        <translation>Hörbare Energie, Tempo und Lachen</translation>
    </message>
    <message>
        <source>Everybody who fits, in one crop.</source>
        <translation>Alle, die hineinpassen, in einem Ausschnitt.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Austausch</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>verb</comment>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n exportieren</numerusform>
            <numerusform>%n exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export approved clips</source>
        <translation>Angenommene Clips exportieren</translation>
    </message>
    <message>
        <source>Export approved clips…</source>
        <translation>Angenommene Clips exportieren…</translation>
    </message>
    <message>
        <source>Export {done} of {total}</source>
        <translation>Export {done} von {total}</translation>
    </message>
    <message>
        <source>Failed: see Runs</source>
        <translation>Fehlgeschlagen: siehe Durchläufe</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Find a command, run or clip…</source>
        <translation>Befehl, Durchlauf oder Clip finden…</translation>
    </message>
    <message>
        <source>Find in the transcript…</source>
        <translation>Im Transkript suchen…</translation>
    </message>
    <message>
        <source>Fine-tune a language model…</source>
        <translation>Sprachmodell nachtrainieren…</translation>
    </message>
    <message>
        <source>Fit on blur</source>
        <translation>Eingepasst auf Unschärfe</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Forget decisions too</source>
        <translation>Auch Entscheidungen vergessen</translation>
    </message>
    <message>
        <source>Forget what was learned? What you decided stays on your clips.</source>
        <translation>Gelerntes vergessen? Was entschieden wurde, bleibt bei den Clips.</translation>
    </message>
    <message>
        <source>Framing</source>
        <comment>group of commands</comment>
        <translation>Bildausschnitt</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Bildausschnitt</translation>
    </message>
    <message>
        <source>Free space…</source>
        <translation>Platz schaffen…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Go on to the next after a decision</source>
        <translation>Nach einer Entscheidung weiter zum nächsten</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>Zu einer Zeit springen…</translation>
    </message>
    <message>
        <source>Go to the list of runs</source>
        <translation>Zur Liste der Durchläufe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Hook “{text}”</source>
        <translation>Einstieg „{text}“</translation>
    </message>
    <message>
        <source>How clips are ranked</source>
        <translation>Rangfolge der Clips</translation>
    </message>
    <message>
        <source>How much feeling the words carry</source>
        <translation>Wie viel Gefühl in den Worten liegt</translation>
    </message>
    <message>
        <source>How much is said in the time</source>
        <translation>Wie viel in der Zeit gesagt wird</translation>
    </message>
    <message>
        <source>How much {axis} counts</source>
        <translation>Wie viel {axis} zählt</translation>
    </message>
    <message>
        <source>How strongly the first seconds hold a viewer</source>
        <translation>Wie stark die ersten Sekunden fesseln</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import video</source>
        <translation>Video importieren</translation>
    </message>
    <message>
        <source>Import video…</source>
        <translation>Video importieren…</translation>
    </message>
    <message>
        <source>In this style</source>
        <translation>In diesem Stil</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Einblicke</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Layout {number}</source>
        <translation>Anordnung {number}</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Learn from now on</source>
        <translation>Ab jetzt lernen</translation>
    </message>
    <message>
        <source>Learn from the decisions of before the fresh start as well</source>
        <translation>Auch aus den Entscheidungen vor dem Neuanfang lernen</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n decisions</source>
        <translation>
            <numerusform>Aus %n Entscheidung gelernt</numerusform>
            <numerusform>Aus %n Entscheidungen gelernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n decisions, not used</source>
        <translation>
            <numerusform>Aus %n Entscheidung gelernt, nicht verwendet</numerusform>
            <numerusform>Aus %n Entscheidungen gelernt, nicht verwendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning from %n decisions …</source>
        <translation>
            <numerusform>Lernt aus %n Entscheidung …</numerusform>
            <numerusform>Lernt aus %n Entscheidungen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Datei wird geprüft…</translation>
    </message>
    <message>
        <source>Loop the clip</source>
        <translation>Clip in Schleife</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Make this panel a window of its own</source>
        <translation>Bereich in eigenem Fenster</translation>
    </message>
    <message>
        <source>Mark where a new clip ends</source>
        <translation>Ende eines neuen Clips markieren</translation>
    </message>
    <message>
        <source>Mark where a new clip starts</source>
        <translation>Anfang eines neuen Clips markieren</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Merge with the next clip</source>
        <translation>Mit dem nächsten Clip verbinden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Move panel</source>
        <translation>Bereich verschieben</translation>
    </message>
    <message>
        <source>Move the clip a word earlier</source>
        <translation>Clip ein Wort nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move the clip a word later</source>
        <translation>Clip ein Wort nach hinten verschieben</translation>
    </message>
    <message>
        <source>Move this panel to the bottom</source>
        <translation>Bereich nach unten</translation>
    </message>
    <message>
        <source>Move this panel to the left</source>
        <translation>Bereich nach links</translation>
    </message>
    <message>
        <source>Move this panel to the right</source>
        <translation>Bereich nach rechts</translation>
    </message>
    <message>
        <source>Name of the layout; one that is known is replaced</source>
        <translation>Name der Anordnung; eine vorhandene wird ersetzt</translation>
    </message>
    <message>
        <source>Neutral</source>
        <comment>colours</comment>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>New clip of what is marked</source>
        <translation>Neuer Clip aus dem Markierten</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>Nächster Clip</translation>
    </message>
    <message>
        <source>Next clip to decide</source>
        <translation>Nächster offener Clip</translation>
    </message>
    <message>
        <source>Next crop set by hand</source>
        <translation>Nächster von Hand gesetzter Ausschnitt</translation>
    </message>
    <message>
        <source>Next disagreement with a newer transcription</source>
        <translation>Nächste Abweichung von einer neueren Transkription</translation>
    </message>
    <message>
        <source>Next place that was found</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Next words to read again</source>
        <translation>Nächste Stelle zum Nachlesen</translation>
    </message>
    <message>
        <source>No clip was found that fits the options. Change them under Import and try again.</source>
        <translation>Es wurde kein Clip gefunden, der zu den Optionen passt. Sie lassen sich unter Importieren ändern; dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No hook</source>
        <translation>Kein Einstieg</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>Keine Tipps mehr</translation>
    </message>
    <message>
        <source>No music</source>
        <translation>Keine Musik</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Keine Notizen</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Durchläufe</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>No stressed words</source>
        <translation>Keine betonten Wörter</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Kein Titel</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>Noch keine gespeichert</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Nicht entschieden</translation>
    </message>
    <message>
        <source>Notes “{text}”</source>
        <translation>Notizen „{text}“</translation>
    </message>
    <message>
        <source>Nothing cut inside</source>
        <translation>Innen nichts geschnitten</translation>
    </message>
    <message>
        <source>Nothing is at work</source>
        <translation>Nichts in Arbeit</translation>
    </message>
    <message>
        <source>Nothing learned yet</source>
        <translation>Noch nichts gelernt</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second forward</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <source>Only in {shapes}</source>
        <translation>Nur in {shapes}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Options for new runs…</source>
        <translation>Optionen für neue Durchläufe…</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>group of commands</comment>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Play the clip from its start</source>
        <translation>Clip von Anfang an abspielen</translation>
    </message>
    <message>
        <source>Preview 16:9</source>
        <translation>Vorschau 16:9</translation>
    </message>
    <message>
        <source>Preview 1:1</source>
        <translation>Vorschau 1:1</translation>
    </message>
    <message>
        <source>Preview 4:5</source>
        <translation>Vorschau 4:5</translation>
    </message>
    <message>
        <source>Preview 9:16</source>
        <translation>Vorschau 9:16</translation>
    </message>
    <message>
        <source>Previous clip</source>
        <translation>Voriger Clip</translation>
    </message>
    <message>
        <source>Previous crop set by hand</source>
        <translation>Voriger von Hand gesetzter Ausschnitt</translation>
    </message>
    <message>
        <source>Previous place that was found</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Previous words to read again</source>
        <translation>Vorige Stelle zum Nachlesen</translation>
    </message>
    <message>
        <source>Project</source>
        <comment>group of commands</comment>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Questions and changes of speaker</source>
        <translation>Fragen und Sprecherwechsel</translation>
    </message>
    <message>
        <source>Quotable</source>
        <translation>Zitierbar</translation>
    </message>
    <message>
        <source>Rank by what was learned</source>
        <translation>Nach Gelerntem ordnen</translation>
    </message>
    <message>
        <source>Ranked by your sliders</source>
        <translation>Nach eigenen Reglern geordnet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove music</source>
        <translation>Musik entfernen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Remove the sound</source>
        <translation>Ton entfernen</translation>
    </message>
    <message>
        <source>Replace in the transcript…</source>
        <translation>Im Transkript ersetzen…</translation>
    </message>
    <message>
        <source>Replay from a stage…</source>
        <translation>Ab einem Schritt erneut ausführen…</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Reset to usual</source>
        <translation>Auf üblich zurücksetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume the queue</source>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Resume, or retry what failed</source>
        <translation>Fortsetzen oder Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>group of commands</comment>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>group of commands</comment>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>noun</comment>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Save the layout…</source>
        <translation>Anordnung speichern…</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Set up Shortlist…</source>
        <translation>Shortlist einrichten…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Shapes as the export asks</source>
        <translation>Formate wie beim Export</translation>
    </message>
    <message>
        <source>Shortlist finds the moments worth posting. Everything stays on this computer.</source>
        <translation>Shortlist findet die Momente, die sich zu veröffentlichen lohnen. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Shortlist is done</source>
        <translation>Shortlist ist fertig</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show safe zones</source>
        <translation>Sichere Bereiche zeigen</translation>
    </message>
    <message>
        <source>Show the dashboard</source>
        <translation>Übersicht zeigen</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Show tips again</source>
        <translation>Tipps wieder zeigen</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Slower, then backwards</source>
        <translation>Langsamer, dann rückwärts</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Some files failed: see Runs</source>
        <translation>Einige Dateien fehlgeschlagen: siehe Durchläufe</translation>
    </message>
    <message>
        <source>Something went wrong inside Shortlist. What you did is kept, and you can go on.</source>
        <translation>In Shortlist ist etwas schiefgegangen. Die Arbeit ist gesichert, es kann weitergehen.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Source report</source>
        <translation>Quellenbericht</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Split the clip at the playhead</source>
        <translation>Clip am Abspielkopf teilen</translation>
    </message>
    <message>
        <source>Start a word earlier</source>
        <translation>Ein Wort früher beginnen</translation>
    </message>
    <message>
        <source>Start a word later</source>
        <translation>Ein Wort später beginnen</translation>
    </message>
    <message>
        <source>Start afresh…</source>
        <translation>Neu anfangen…</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Start the clip at the playhead</source>
        <translation>Clip am Abspielkopf beginnen lassen</translation>
    </message>
    <message>
        <source>Start {old} → {new}</source>
        <translation>Anfang {old} → {new}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>Diesen Durchlauf anhalten</translation>
    </message>
    <message>
        <source>Stop “{name}”</source>
        <translation>„{name}“ anhalten</translation>
    </message>
    <message>
        <source>Stop: {name}</source>
        <translation>Anhalten: {name}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped. What was finished is kept.</source>
        <translation>Angehalten. Was fertig war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Storage…</source>
        <translation>Speicherplatz…</translation>
    </message>
    <message>
        <source>Stressed words “{text}”</source>
        <translation>Betonte Wörter „{text}“</translation>
    </message>
    <message>
        <source>Style {old} → {new}</source>
        <translation>Stil {old} → {new}</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>Swear words shown</source>
        <translation>Schimpfwörter ausgeschrieben</translation>
    </message>
    <message>
        <source>Swear words starred</source>
        <translation>Schimpfwörter mit Sternchen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>The details are copied. Paste them into a report of the fault.</source>
        <translation>Die Details sind kopiert und lassen sich in eine Fehlermeldung einfügen.</translation>
    </message>
    <message>
        <source>The layout is kept as “{name}”, in View › Layouts.</source>
        <translation>Die Anordnung ist als „{name}“ gespeichert, unter Ansicht › Anordnungen.</translation>
    </message>
    <message>
        <source>The layout “{name}” can&apos;t be read any more; the usual one is shown.</source>
        <translation>Die Anordnung „{name}“ ist nicht mehr lesbar; die übliche wird gezeigt.</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>Der Durchlauf ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The run is ready.</source>
        <translation>Der Durchlauf ist fertig.</translation>
    </message>
    <message>
        <source>The usual ranking stays until learning is clearly better.</source>
        <translation>Die übliche Rangfolge bleibt, bis das Gelernte deutlich besser ist.</translation>
    </message>
    <message>
        <source>The whole picture over its blurred self.</source>
        <translation>Das ganze Bild über sich selbst, unscharf.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Design: wie das System</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Design: dunkel</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Design: hell</translation>
    </message>
    <message>
        <source>Timeline</source>
        <comment>group of commands</comment>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Timeline: a page earlier</source>
        <translation>Timeline: eine Seite zurück</translation>
    </message>
    <message>
        <source>Timeline: a page later</source>
        <translation>Timeline: eine Seite vor</translation>
    </message>
    <message>
        <source>Timeline: clip or whole episode</source>
        <translation>Timeline: Clip oder ganze Folge</translation>
    </message>
    <message>
        <source>Timeline: farther</source>
        <translation>Timeline: verkleinern</translation>
    </message>
    <message>
        <source>Timeline: nearer</source>
        <translation>Timeline: vergrößern</translation>
    </message>
    <message>
        <source>Timeline: whole episode</source>
        <translation>Timeline: ganze Folge</translation>
    </message>
    <message>
        <source>Tip: {text}</source>
        <translation>Tipp: {text}</translation>
    </message>
    <message>
        <source>Title “{text}”</source>
        <translation>Titel „{text}“</translation>
    </message>
    <message>
        <source>Translate captions…</source>
        <translation>Untertitel übersetzen…</translation>
    </message>
    <message>
        <source>Tried on decisions it had not seen, it put {learned} % of pairs of clips in your order, the usual ranking {usual} %.</source>
        <translation>An ungesehenen Entscheidungen erprobt, brachte es {learned} % der Clip-Paare in Ihre Reihenfolge, die übliche Rangfolge {usual} %.</translation>
    </message>
    <message>
        <source>Trim</source>
        <comment>group of commands</comment>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Two people, one above the other.</source>
        <translation>Zwei Personen, eine über der anderen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Up from {score}.</source>
        <translation>Gestiegen von {score}.</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Usual ranking</source>
        <translation>Übliche Rangfolge</translation>
    </message>
    <message numerus="yes">
        <source>Usual ranking · %n decisions so far</source>
        <translation>
            <numerusform>Übliche Rangfolge · bisher %n Entscheidung</numerusform>
            <numerusform>Übliche Rangfolge · bisher %n Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usual ranking · learning from %n decisions</source>
        <translation>
            <numerusform>Übliche Rangfolge · lernt aus %n Entscheidung</numerusform>
            <numerusform>Übliche Rangfolge · lernt aus %n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>View</source>
        <comment>group of commands</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Visual</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for its turn. You can work on something else meanwhile.</source>
        <translation>Wartet, bis die Reihe daran ist. Solange kann anderes erledigt werden.</translation>
    </message>
    <message>
        <source>Watch the whole source</source>
        <translation>Ganze Quelle ansehen</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>What language models cost this month; the budget is in Settings › Providers</source>
        <translation>Was Sprachmodelle in diesem Monat kosten; das Budget steht unter Einstellungen › Anbieter</translation>
    </message>
    <message>
        <source>What you approve is exported with {export}. Everything is saved as you do it.</source>
        <translation>Angenommenes wird mit {export} exportiert. Alles wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>Whether a line can stand alone</source>
        <translation>Ob ein Satz für sich stehen kann</translation>
    </message>
    <message>
        <source>Whether it lands without what was said before</source>
        <translation>Ob es ohne das zuvor Gesagte ankommt</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Without it clips are ranked as usual; learning goes on either way</source>
        <translation>Ohne dies werden Clips wie üblich geordnet; gelernt wird so oder so</translation>
    </message>
    <message>
        <source>Words</source>
        <comment>group of commands</comment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Write a note on the clip</source>
        <translation>Notiz zum Clip schreiben</translation>
    </message>
    <message>
        <source>You can close the window: work goes on where it was when you open it again. {jobs} shows all that runs.</source>
        <translation>Das Fenster darf geschlossen werden: Beim nächsten Öffnen geht die Arbeit weiter, wo sie war. {jobs} zeigt alles, was läuft.</translation>
    </message>
    <message>
        <source>Your sliders count.</source>
        <translation>Die eigenen Regler zählen.</translation>
    </message>
    <message numerus="yes">
        <source>Your sliders · learned from %n decisions</source>
        <translation>
            <numerusform>Eigene Regler · aus %n Entscheidung gelernt</numerusform>
            <numerusform>Eigene Regler · aus %n Entscheidungen gelernt</numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation>etwa {hours} Std.</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min</source>
        <translation>etwa {hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} Min.</translation>
    </message>
    <message>
        <source>about {subjects}</source>
        <translation>über {subjects}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>double</source>
        <comment>weight</comment>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>for less than a cent</source>
        <translation>für weniger als einen Cent</translation>
    </message>
    <message>
        <source>for {price}</source>
        <translation>für {price}</translation>
    </message>
    <message>
        <source>from “{first}” to “{last}”</source>
        <translation>von „{first}“ bis „{last}“</translation>
    </message>
    <message>
        <source>ignored</source>
        <comment>weight</comment>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>none</source>
        <comment>style</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>not judged: the picture was not looked at</source>
        <translation>nicht bewertet: Das Bild wurde nicht angesehen</translation>
    </message>
    <message>
        <source>not judged: there was no sound to listen to</source>
        <translation>nicht bewertet: Es gab keinen Ton</translation>
    </message>
    <message>
        <source>not judged: {reasons}</source>
        <translation>nicht bewertet: {reasons}</translation>
    </message>
    <message>
        <source>ready to review</source>
        <translation>bereit zur Sichtung</translation>
    </message>
    <message>
        <source>some files failed</source>
        <translation>einige Dateien fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>usual</source>
        <comment>weight</comment>
        <translation>üblich</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{in_later} and {out_earlier} move start and end by a word; {undo} takes back whatever it was, also tomorrow.</source>
        <translation>{in_later} und {out_earlier} verschieben Anfang und Ende um ein Wort; {undo} nimmt alles zurück, auch morgen noch.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} Min. {seconds} Sek.</translation>
    </message>
    <message>
        <source>{name}, exactly</source>
        <translation>{name}, genau</translation>
    </message>
    <message>
        <source>{name}: choose</source>
        <comment>a colour</comment>
        <translation>{name}: auswählen</translation>
    </message>
    <message>
        <source>{panel}: a window of its own, or back in place</source>
        <translation>{panel}: eigenes Fenster oder zurück an den Platz</translation>
    </message>
    <message>
        <source>{play_pause} plays, {approve} approves, {reject} rejects, {maybe} is for maybe. All keys: {show_keys}</source>
        <translation>{play_pause} spielt ab, {approve} nimmt an, {reject} lehnt ab, {maybe} heißt vielleicht. Alle Tasten: {show_keys}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} Sek.</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} Sek.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <comment>of a disk</comment>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>“{name}” failed.</source>
        <translation>„{name}“ ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>“{name}” has files that failed.</source>
        <translation>„{name}“ hat fehlgeschlagene Dateien.</translation>
    </message>
    <message>
        <source>“{name}” is being worked on. You can go on here.</source>
        <translation>„{name}“ ist in Arbeit. Hier kann es weitergehen.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <comment>quotation marks</comment>
        <translation>„{text}“</translation>
    </message>
</context>
</TS>
