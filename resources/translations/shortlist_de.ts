<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>#hashtags</source>
        <translation>#hashtags</translation>
    </message>
    <message numerus="yes">
        <source>%n answered from memory</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n aus dem Speicher beantwortet</numerusform>
            <numerusform>%n aus dem Speicher beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n angenommen</numerusform>
            <numerusform>%n angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are as before</source>
        <translation>
            <numerusform>%n ist wie zuvor</numerusform>
            <numerusform>%n sind wie zuvor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts: {endings}</source>
        <translation>
            <numerusform>%n Versuch: {endings}</numerusform>
            <numerusform>%n Versuche: {endings}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters a minute</source>
        <translation>
            <numerusform>%n Zeichen pro Minute</numerusform>
            <numerusform>%n Zeichen pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips changed there</source>
        <translation>
            <numerusform>%n Clip wurde dort geändert</numerusform>
            <numerusform>%n Clips wurden dort geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips handed over, counted at {rate} frames a second</source>
        <translation>
            <numerusform>%n Clip übergeben, gezählt mit {rate} Bildern pro Sekunde</numerusform>
            <numerusform>%n Clips übergeben, gezählt mit {rate} Bildern pro Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips in shapes of their own</source>
        <translation>
            <numerusform>%n Clip in eigenen Formaten</numerusform>
            <numerusform>%n Clips in eigenen Formaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips will be captioned again</source>
        <translation>
            <numerusform>%n Clip erhält neue Untertitel</numerusform>
            <numerusform>%n Clips erhalten neue Untertitel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cuts inside</source>
        <translation>
            <numerusform>%n Schnitt innen</numerusform>
            <numerusform>%n Schnitte innen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episodes of {podcast}</source>
        <translation>
            <numerusform>%n Folge von {podcast}</numerusform>
            <numerusform>%n Folgen von {podcast}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examples in {file}, and {other} to validate with.</source>
        <translation>
            <numerusform>%n Beispiel in {file}, dazu {other} zum Prüfen.</numerusform>
            <numerusform>%n Beispiele in {file}, dazu {other} zum Prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examples in {file}.</source>
        <translation>
            <numerusform>%n Beispiel in {file}.</numerusform>
            <numerusform>%n Beispiele in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed files</source>
        <translation>
            <numerusform>%n fehlgeschlagene Datei</numerusform>
            <numerusform>%n fehlgeschlagene Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed stages</source>
        <translation>
            <numerusform>%n fehlgeschlagenen Schritt</numerusform>
            <numerusform>%n fehlgeschlagene Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed. Show the log of “{title}”</source>
        <translation>
            <numerusform>%n fehlgeschlagen. Protokoll von „{title}“ zeigen</numerusform>
            <numerusform>%n fehlgeschlagen. Protokoll von „{title}“ zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported</source>
        <translation>
            <numerusform>%n Datei exportiert</numerusform>
            <numerusform>%n Dateien exportiert</numerusform>
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
        <source>%n files will be rendered again</source>
        <translation>
            <numerusform>%n Datei wird neu gerendert</numerusform>
            <numerusform>%n Dateien werden neu gerendert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fillers (“um”, “you know”) can be cut.</source>
        <translation>
            <numerusform>%n Füllwort („ähm“, „sozusagen“) kann entfernt werden.</numerusform>
            <numerusform>%n Füllwörter („ähm“, „sozusagen“) können entfernt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines translated{price}, {missing} are missing.</source>
        <translation>
            <numerusform>%n Zeile übersetzt{price}, {missing} fehlen.</numerusform>
            <numerusform>%n Zeilen übersetzt{price}, {missing} fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines translated{price}.</source>
        <translation>
            <numerusform>%n Zeile übersetzt{price}.</numerusform>
            <numerusform>%n Zeilen übersetzt{price}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
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
        <source>%n more failed; the log tells all of them.</source>
        <translation>
            <numerusform>%n weiterer Fehler; alle stehen im Protokoll.</numerusform>
            <numerusform>%n weitere Fehler; alle stehen im Protokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more runs in the queue…</source>
        <translation>
            <numerusform>%n weiterer Durchlauf in der Warteschlange…</numerusform>
            <numerusform>%n weitere Durchläufe in der Warteschlange…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <comment>what was found in a source</comment>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} other clips have shots of the same set-up:</source>
        <translation>
            <numerusform>%n von {total} anderen Clips hat Einstellungen desselben Aufbaus:</numerusform>
            <numerusform>%n von {total} anderen Clips haben Einstellungen desselben Aufbaus:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people talk</source>
        <translation>
            <numerusform>%n Person spricht</numerusform>
            <numerusform>%n Personen sprechen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <comment>jobs of a stage</comment>
        <translation>
            <numerusform>%n wiederverwendet</numerusform>
            <numerusform>%n wiederverwendet</numerusform>
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
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps between are not shown.</source>
        <translation>
            <numerusform>%n Schritt dazwischen ist nicht aufgeführt.</numerusform>
            <numerusform>%n Schritte dazwischen sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to look at</source>
        <translation>
            <numerusform>%n Punkt zu prüfen</numerusform>
            <numerusform>%n Punkte zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <comment>of speaking</comment>
        <translation>
            <numerusform>%n Redebeitrag</numerusform>
            <numerusform>%n Redebeiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are in the queue now. You can go on here.</source>
        <translation>
            <numerusform>%n Video steht jetzt in der Warteschlange. Hier kann es weitergehen.</numerusform>
            <numerusform>%n Videos stehen jetzt in der Warteschlange. Hier kann es weitergehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another original by now</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n mit inzwischen anderem Original</numerusform>
            <numerusform>%n mit inzwischen anderem Original</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words a minute</source>
        <translation>
            <numerusform>%n Wort pro Minute</numerusform>
            <numerusform>%n Wörter pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n eigene</numerusform>
            <numerusform>%n eigene</numerusform>
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
        <source>+ or wheel</source>
        <translation>+ oder Mausrad</translation>
    </message>
    <message>
        <source>- or wheel</source>
        <translation>- oder Mausrad</translation>
    </message>
    <message>
        <source>0 seconds: there is no card</source>
        <translation>0 Sekunden: keine Tafel</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>95 of 100 jobs took no longer than this</source>
        <translation>95 von 100 Aufgaben dauerten höchstens so lange</translation>
    </message>
    <message>
        <source>A Dask scheduler</source>
        <translation>Ein Dask-Scheduler</translation>
    </message>
    <message>
        <source>A card that fails, also in the middle of the work, is given up for the processor. Takes effect with the next run.</source>
        <translation>Versagt eine Karte, auch mitten in der Arbeit, übernimmt der Prozessor. Gilt ab dem nächsten Durchlauf.</translation>
    </message>
    <message>
        <source>A colour</source>
        <translation>Eine Farbe</translation>
    </message>
    <message>
        <source>A crop that follows whoever speaks, or the people you choose.</source>
        <translation>Ein Ausschnitt, der folgt, wer spricht oder ausgewählt ist.</translation>
    </message>
    <message>
        <source>A description for YouTube is on the clipboard.</source>
        <translation>Eine Beschreibung für YouTube liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>A file of each clip alone</source>
        <translation>Eine Datei für jeden Clip</translation>
    </message>
    <message>
        <source>A language model writes the insights</source>
        <translation>Ein Sprachmodell schreibt die Einblicke</translation>
    </message>
    <message>
        <source>A logo must be there</source>
        <translation>Ein Logo muss da sein</translation>
    </message>
    <message>
        <source>A newer transcription hears nothing here.</source>
        <translation>Eine neuere Transkription hört hier nichts.</translation>
    </message>
    <message>
        <source>A newer transcription hears “{words}” here.</source>
        <translation>Eine neuere Transkription hört hier „{words}“.</translation>
    </message>
    <message>
        <source>A page with a video, a media file, or the feed of a podcast. Fetch only what you may.</source>
        <translation>Eine Seite mit einem Video, eine Mediendatei oder der Feed eines Podcasts. Bitte nur laden, was erlaubt ist.</translation>
    </message>
    <message>
        <source>A part of “{name}” could not be read. The source report says what, and what was done.</source>
        <translation>Ein Teil von „{name}“ war nicht lesbar. Der Quellenbericht sagt, welcher, und was getan wurde.</translation>
    </message>
    <message>
        <source>A run takes the first that can be had; if it fails, the next one is tried, and the run says so. A transcript that you give, or a choice in the run’s own options, goes before.</source>
        <translation>Ein Durchlauf nimmt das Erste, was verfügbar ist; schlägt es fehl, kommt das Nächste an die Reihe, und der Durchlauf sagt es. Ein mitgegebenes Transkript oder eine Wahl in den Optionen des Durchlaufs hat Vorrang.</translation>
    </message>
    <message>
        <source>A shared screen, and whoever presents it below.</source>
        <translation>Ein geteilter Bildschirm, darunter wer ihn zeigt.</translation>
    </message>
    <message>
        <source>A style package; it can be dropped here, too</source>
        <translation>Ein Stilpaket; es lässt sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Add a font</source>
        <translation>Schrift hinzufügen</translation>
    </message>
    <message>
        <source>Add a font file…</source>
        <translation>Schriftdatei hinzufügen…</translation>
    </message>
    <message>
        <source>Add as a second key</source>
        <translation>Als zweite Taste hinzufügen</translation>
    </message>
    <message>
        <source>Add to “{field}”</source>
        <translation>Zu „{field}“ hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of the language endpoint</source>
        <translation>Adresse des Sprachmodells</translation>
    </message>
    <message>
        <source>Address of the speech endpoint</source>
        <translation>Adresse der Spracherkennung</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Adjust the framing by hand</source>
        <translation>Bildausschnitt von Hand anpassen</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>Afrikaans</translation>
    </message>
    <message>
        <source>After words they go with</source>
        <translation>Nach Wörtern, zu denen sie passen</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
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
        <source>All capitals</source>
        <translation>Nur Großbuchstaben</translation>
    </message>
    <message>
        <source>All clips in one project, and each in one of its own. Captions are titles.</source>
        <translation>Alle Clips in einem Projekt und jeder in einem eigenen. Untertitel sind Titel.</translation>
    </message>
    <message>
        <source>All clips in “{style}”</source>
        <translation>Alle Clips in „{style}“</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>All of them mixed</source>
        <translation>Alle gemischt</translation>
    </message>
    <message>
        <source>All rules are kept</source>
        <translation>Alle Regeln sind eingehalten</translation>
    </message>
    <message>
        <source>All shapes</source>
        <translation>Alle Formate</translation>
    </message>
    <message>
        <source>All shots in {aspect}</source>
        <translation>Alle Einstellungen in {aspect}</translation>
    </message>
    <message>
        <source>All shots that have no choice of their own, in every shape</source>
        <translation>Alle Einstellungen ohne eigene Wahl, in jedem Format</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>All styles</source>
        <translation>Alle Stile</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Also ask a language model that I name</source>
        <translation>Auch ein von mir genanntes Sprachmodell fragen</translation>
    </message>
    <message>
        <source>Always kept free</source>
        <translation>Immer frei gehalten</translation>
    </message>
    <message>
        <source>An image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Answers in talks</source>
        <translation>Antworten in Gesprächen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible address will do. You can leave this empty and set it later in Settings.</source>
        <translation>Jede OpenAI-kompatible Adresse ist geeignet. Dies darf leer bleiben und später in den Einstellungen gesetzt werden.</translation>
    </message>
    <message>
        <source>Any colour…</source>
        <translation>Beliebige Farbe…</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Anything good, or for example: about pricing</source>
        <translation>Alles Interessante, oder etwa: über Preise</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve a clip first</source>
        <translation>Nimm zuerst einen Clip an</translation>
    </message>
    <message>
        <source>Approve a clip first, then export it</source>
        <translation>Erst einen Clip annehmen, dann exportieren</translation>
    </message>
    <message>
        <source>Approve all that are selected</source>
        <translation>Alle ausgewählten annehmen</translation>
    </message>
    <message>
        <source>Approve the best clips and make their files at once</source>
        <translation>Die besten Clips annehmen und ihre Dateien gleich erstellen</translation>
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
        <source>Approved clips</source>
        <translation>Angenommene Clips</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Arrange panels</source>
        <translation>Bereiche anordnen</translation>
    </message>
    <message>
        <source>As above, but a language model that you name gets the transcripts, to find and judge clips. It may run on this computer as well (Ollama, LM Studio, llama.cpp).</source>
        <translation>Wie oben, aber ein von Ihnen genanntes Sprachmodell erhält die Transkripte, um Clips zu finden und zu bewerten. Es darf auch auf diesem Computer laufen (Ollama, LM Studio, llama.cpp).</translation>
    </message>
    <message>
        <source>As it is written: capitals count</source>
        <translation>Wie geschrieben: Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>As it is; kept in the system&apos;s keyring</source>
        <translation>Unverändert; im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>As it was found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>As it was recorded; the clip shows what is in the frame.</source>
        <translation>Wie aufgenommen; der Clip zeigt, was im Rahmen liegt.</translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation>Wie gesprochen</translation>
    </message>
    <message>
        <source>As the export asks</source>
        <translation>Wie beim Export gewählt</translation>
    </message>
    <message>
        <source>As the ledger has it: main.py costs tells every call</source>
        <translation>Laut Kostenbuch: main.py costs zeigt jeden Aufruf</translation>
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
        <source>Aspect ratio</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <source>At most; phrases are kept together</source>
        <translation>Höchstens; Wortgruppen bleiben zusammen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>At their feet</source>
        <translation>Am unteren Rand der Buchstaben</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic again</source>
        <translation>Wieder automatisch</translation>
    </message>
    <message>
        <source>Automatic, by length</source>
        <translation>Automatisch, nach Länge</translation>
    </message>
    <message>
        <source>Automatic: in the order of Settings › Speech</source>
        <translation>Automatisch: in der Reihenfolge unter Einstellungen › Sprache</translation>
    </message>
    <message>
        <source>Automatic: the best that keeps up with this machine</source>
        <translation>Automatisch: das beste für diesen Computer</translation>
    </message>
    <message>
        <source>Automatic: the one that is meant to be heard</source>
        <translation>Automatisch: die zum Hören bestimmte</translation>
    </message>
    <message>
        <source>Automatic: {number}</source>
        <translation>Automatisch: {number}</translation>
    </message>
    <message>
        <source>Automatic: {reason}</source>
        <translation>Automatisch: {reason}</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Aserbaidschanisch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Zurück zu automatisch</translation>
    </message>
    <message>
        <source>Back to automatic framing</source>
        <translation>Zurück zum automatischen Bildausschnitt</translation>
    </message>
    <message>
        <source>Back to automatic…</source>
        <translation>Zurück zu automatisch…</translation>
    </message>
    <message>
        <source>Back to local</source>
        <translation>Zurück zu lokal</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Start</translation>
    </message>
    <message>
        <source>Back to what suits this computer: {width}</source>
        <translation>Zurück zu dem, was zu diesem Rechner passt: {width}</translation>
    </message>
    <message>
        <source>Back to what was heard</source>
        <translation>Zurück zum Gehörten</translation>
    </message>
    <message>
        <source>Back to {model}</source>
        <translation>Zurück zu {model}</translation>
    </message>
    <message>
        <source>Back to {words}</source>
        <translation>Zurück zu {words}</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>Verbotene Wörter</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before and after: automatic, or as recorded</source>
        <translation>Vorher und nachher: automatisch oder wie aufgenommen</translation>
    </message>
    <message>
        <source>Behind the picture</source>
        <translation>Hinter dem Bild</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>Belarussisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>Beste Wertung</translation>
    </message>
    <message>
        <source>Between letters, of the type size</source>
        <translation>Zwischen Buchstaben, Anteil der Schriftgröße</translation>
    </message>
    <message>
        <source>Black pictures</source>
        <translation>Schwarze Bilder</translation>
    </message>
    <message>
        <source>Bleeped</source>
        <translation>Überpiept</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Both change at once, whether the rest is saved or not. They are in the View menu as well.</source>
        <translation>Beides ändert sich sofort, ob der Rest gespeichert wird oder nicht. Es steht auch im Menü „Ansicht“.</translation>
    </message>
    <message>
        <source>Both parts of a clip need half a second. Move the playhead into the clip, then split it.</source>
        <translation>Beide Teile eines Clips brauchen eine halbe Sekunde. Den Abspielkopf in den Clip setzen, dann teilen.</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>Hüpfen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
    <message>
        <source>Box corners</source>
        <translation>Kastenecken</translation>
    </message>
    <message>
        <source>Box margin</source>
        <translation>Kastenrand</translation>
    </message>
    <message>
        <source>Brand check</source>
        <translation>Markenprüfung</translation>
    </message>
    <message>
        <source>Brand check of “{title}”</source>
        <translation>Markenprüfung von „{title}“</translation>
    </message>
    <message>
        <source>Brand rules</source>
        <translation>Markenregeln</translation>
    </message>
    <message>
        <source>Bringing models in</source>
        <translation>Modelle werden importiert</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Verletzt</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budget for a month in US dollars</source>
        <translation>Budget für einen Monat in US-Dollar</translation>
    </message>
    <message>
        <source>Budget for a run in US dollars</source>
        <translation>Budget für einen Durchlauf in US-Dollar</translation>
    </message>
    <message>
        <source>Build captions</source>
        <translation>Untertitel erstellen</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>By Shortlist</source>
        <translation>Von Shortlist</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel {model}</source>
        <translation>{model} abbrechen</translation>
    </message>
    <message>
        <source>Caption style</source>
        <translation>Untertitelstil</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Captions (ASS)</source>
        <translation>Untertitel (ASS)</translation>
    </message>
    <message>
        <source>Captions (SRT)</source>
        <translation>Untertitel (SRT)</translation>
    </message>
    <message>
        <source>Captions (WebVTT)</source>
        <translation>Untertitel (WebVTT)</translation>
    </message>
    <message>
        <source>Captions beside a video are used first. Without them a Whisper model writes down what is said: larger ones make fewer mistakes and take longer. Times are estimates for this computer.</source>
        <translation>Untertitel neben einem Video werden zuerst verwendet. Ohne sie schreibt ein Whisper-Modell mit: Größere machen weniger Fehler und brauchen länger. Zeiten sind Schätzungen für diesen Computer.</translation>
    </message>
    <message>
        <source>Captions beside a video, as talk.srt beside talk.mp4, are used. Several videos at once form a queue.</source>
        <translation>Untertitel neben einem Video, etwa talk.srt neben talk.mp4, werden verwendet. Mehrere Videos auf einmal bilden eine Warteschlange.</translation>
    </message>
    <message>
        <source>Captions beside the file</source>
        <translation>Untertitel neben der Datei</translation>
    </message>
    <message>
        <source>Captions come from a draft transcript. Read them first, or choose the style “No captions”.</source>
        <translation>Die Untertitel stammen aus einem Rohtranskript. Zuerst durchlesen oder den Stil „No captions“ wählen.</translation>
    </message>
    <message>
        <source>Captions in another language: {name}</source>
        <translation>Untertitel in einer anderen Sprache: {name}</translation>
    </message>
    <message>
        <source>Captions in the picture</source>
        <translation>Untertitel im Bild</translation>
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
        <source>Captions inside the safe zone</source>
        <translation>Untertitel im sicheren Bereich</translation>
    </message>
    <message>
        <source>Captions move out of their way where there is room</source>
        <translation>Untertitel weichen ihnen aus, wo Platz ist</translation>
    </message>
    <message>
        <source>Captions, and files beside the video</source>
        <translation>Untertitel und Dateien neben dem Video</translation>
    </message>
    <message>
        <source>Captions: letters</source>
        <translation>Untertitel: Schrift</translation>
    </message>
    <message>
        <source>Captions: outline, shadow, box</source>
        <translation>Untertitel: Kontur, Schatten, Kasten</translation>
    </message>
    <message>
        <source>Captions: pages and place</source>
        <translation>Untertitel: Seiten und Position</translation>
    </message>
    <message>
        <source>Captions: the word being said</source>
        <translation>Untertitel: das gesprochene Wort</translation>
    </message>
    <message>
        <source>Captions’ language</source>
        <translation>Sprache der Untertitel</translation>
    </message>
    <message>
        <source>Card after the clip</source>
        <translation>Tafel nach dem Clip</translation>
    </message>
    <message>
        <source>Card before the clip</source>
        <translation>Tafel vor dem Clip</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Change how much is done at once, and see how it went lately  (D)</source>
        <translation>Festlegen, wie viel gleichzeitig läuft, und sehen, wie es zuletzt lief  (D)</translation>
    </message>
    <message>
        <source>Changes are for</source>
        <translation>Änderungen gelten für</translation>
    </message>
    <message>
        <source>Changes in {name}</source>
        <translation>Änderungen in {name}</translation>
    </message>
    <message numerus="yes">
        <source>Changes of %n clips taken over</source>
        <translation>
            <numerusform>Änderungen an %n Clip übernommen</numerusform>
            <numerusform>Änderungen an %n Clips übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of clips</source>
        <translation>Änderungen an Clips</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapters for YouTube (*.txt)</source>
        <translation>Kapitel für YouTube (*.txt)</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check the parts</source>
        <translation>Teile prüfen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checked before a version is published.</source>
        <translation>Wird geprüft, bevor eine Version veröffentlicht wird.</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Choose a clip</source>
        <translation>Wähle einen Clip</translation>
    </message>
    <message>
        <source>Choose a command to give it other keys. Hold K and press J or L for one frame. Plain keys rest while you type in a field.</source>
        <translation>Einen Befehl auswählen, um ihm andere Tasten zu geben. K halten und J oder L drücken: ein Bild. Einfache Tasten ruhen, solange in ein Feld getippt wird.</translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Wähle einen Ordner für die Dateien.</translation>
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
        <source>Choose a shape</source>
        <translation>Format auswählen</translation>
    </message>
    <message>
        <source>Choose a shape for the files.</source>
        <translation>Wähle ein Format für die Dateien.</translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation>Ton auswählen</translation>
    </message>
    <message>
        <source>Choose a whole path, from the disk on.</source>
        <translation>Einen vollständigen Pfad wählen, vom Datenträger an.</translation>
    </message>
    <message>
        <source>Choose at least one run.</source>
        <translation>Mindestens einen Durchlauf wählen.</translation>
    </message>
    <message>
        <source>Choose emphasis</source>
        <translation>Betonungen wählen</translation>
    </message>
    <message>
        <source>Choose music</source>
        <translation>Musik auswählen</translation>
    </message>
    <message>
        <source>Choose the folder of runs</source>
        <translation>Ordner der Durchläufe auswählen</translation>
    </message>
    <message>
        <source>Choose what to learn from.</source>
        <translation>Auswählen, woraus gelernt wird.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Chosen by the machine</source>
        <translation>Automatisch gewählt</translation>
    </message>
    <message>
        <source>Chosen shot by shot, by who is seen and who talks.</source>
        <translation>Je Einstellung gewählt, danach, wer zu sehen ist und wer spricht.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Click into a panel first, or go to it by Tab; then it can be moved.</source>
        <translation>Erst in einen Bereich klicken oder mit Tab hineingehen; dann lässt er sich verschieben.</translation>
    </message>
    <message>
        <source>Click, or press Enter, to go there. Delete stops it</source>
        <translation>Klick oder Eingabetaste führt dorthin, Entf stoppt</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Clip</source>
        <comment>noun</comment>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Clip or whole episode</source>
        <translation>Clip oder ganze Folge</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Clips appear here once they are found.</source>
        <translation>Clips erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>Clips are made by</source>
        <translation>Clips entstehen auf</translation>
    </message>
    <message>
        <source>Clips can be prepared and rendered by Dask workers that see the same folders; everything else stays on this computer. Takes effect when Shortlist is started the next time.</source>
        <translation>Clips können von Dask-Workern vorbereitet und gerendert werden, die dieselben Ordner sehen; alles andere bleibt auf diesem Computer. Gilt ab dem nächsten Start von Shortlist.</translation>
    </message>
    <message>
        <source>Clips of the same set-up</source>
        <translation>Clips desselben Aufbaus</translation>
    </message>
    <message>
        <source>Clips side by side</source>
        <translation>Clips nebeneinander</translation>
    </message>
    <message>
        <source>Clips to export</source>
        <translation>Zu exportierende Clips</translation>
    </message>
    <message>
        <source>Clips to find</source>
        <translation>Zu findende Clips</translation>
    </message>
    <message>
        <source>Clips to hand over</source>
        <translation>Clips, die übergeben werden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the dashboard</source>
        <translation>Übersicht schließen</translation>
    </message>
    <message>
        <source>Close the jobs</source>
        <translation>Aufgaben schließen</translation>
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
        <source>Codecs, picture size, colours</source>
        <translation>Codecs, Bildgröße, Farben</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Comes with Shortlist</source>
        <translation>Mit Shortlist geliefert</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Comparing {name} with the clips…</source>
        <translation>{name} wird mit den Clips verglichen…</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Zusammensetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Contrast, least</source>
        <translation>Mindestkontrast</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied to {folder}.</source>
        <translation>Nach {folder} kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy a description for YouTube: what it is about, chapters, hashtags</source>
        <translation>Beschreibung für YouTube kopieren: worum es geht, Kapitel, Hashtags</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy everything as Markdown</source>
        <translation>Alles als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy post</source>
        <translation>Beitrag kopieren</translation>
    </message>
    <message>
        <source>Copy questions and answers</source>
        <translation>Fragen und Antworten kopieren</translation>
    </message>
    <message>
        <source>Copy the chapters for YouTube</source>
        <translation>Kapitel für YouTube kopieren</translation>
    </message>
    <message>
        <source>Copy the description</source>
        <translation>Beschreibung kopieren</translation>
    </message>
    <message>
        <source>Copy the framing to similar clips</source>
        <translation>Bildausschnitt auf ähnliche Clips kopieren</translation>
    </message>
    <message>
        <source>Copy the hashtags</source>
        <translation>Hashtags kopieren</translation>
    </message>
    <message>
        <source>Copy the quote</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy the quotes</source>
        <translation>Zitate kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Ausgewählte oder alle gezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Copy the talk times</source>
        <translation>Redezeiten kopieren</translation>
    </message>
    <message>
        <source>Copy the topics</source>
        <translation>Themen kopieren</translation>
    </message>
    <message>
        <source>Copy these models?</source>
        <translation>Diese Modelle kopieren?</translation>
    </message>
    <message>
        <source>Copy title, description and hashtags</source>
        <translation>Titel, Beschreibung und Hashtags kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy to %n clips</source>
        <translation>
            <numerusform>Auf %n Clip kopieren</numerusform>
            <numerusform>Auf %n Clips kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to similar clips…</source>
        <translation>Auf ähnliche Clips übertragen…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Kopieren nach…</translation>
    </message>
    <message>
        <source>Copy {model} to</source>
        <translation>{model} kopieren nach</translation>
    </message>
    <message>
        <source>Copy {model} to a folder</source>
        <translation>{model} in einen Ordner kopieren</translation>
    </message>
    <message>
        <source>Copying models</source>
        <translation>Modelle werden kopiert</translation>
    </message>
    <message>
        <source>Copying: {message}</source>
        <translation>Kopieren: {message}</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Correct the words</source>
        <translation>Wörter korrigieren</translation>
    </message>
    <message>
        <source>Correct the words at hand</source>
        <translation>Markierte Wörter korrigieren</translation>
    </message>
    <message>
        <source>Correct {words}</source>
        <translation>{words} korrigieren</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Could not change the priority.</source>
        <translation>Die Priorität konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>Could not check the style.</source>
        <translation>Der Stil konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Could not count the examples.</source>
        <translation>Die Beispiele konnten nicht gezählt werden.</translation>
    </message>
    <message>
        <source>Could not delete the run.</source>
        <translation>Der Durchlauf konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Could not export {pin}.</source>
        <translation>{pin} konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Could not export.</source>
        <translation>Der Export ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Could not fetch {address}.</source>
        <translation>{address} konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Could not follow the fine-tune.</source>
        <translation>Das Fine-Tuning konnte nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>Could not free space.</source>
        <translation>Es konnte kein Speicher freigegeben werden.</translation>
    </message>
    <message>
        <source>Could not go back to the local insights.</source>
        <translation>Zu den lokalen Einblicken konnte nicht zurückgekehrt werden.</translation>
    </message>
    <message>
        <source>Could not hand the clips over.</source>
        <translation>Die Clips konnten nicht übergeben werden.</translation>
    </message>
    <message>
        <source>Could not have the insights written.</source>
        <translation>Die Einblicke konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not have the texts written.</source>
        <translation>Die Texte konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not import {file}.</source>
        <translation>{file} konnte nicht importiert werden.</translation>
    </message>
    <message>
        <source>Could not keep the change.</source>
        <translation>Die Änderung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not keep the correction.</source>
        <translation>Die Korrektur konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not keep the setting.</source>
        <translation>Die Einstellung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not keep the settings.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not keep the translation.</source>
        <translation>Die Übersetzung konnte nicht behalten werden.</translation>
    </message>
    <message>
        <source>Could not keep what you decided.</source>
        <translation>Die Entscheidung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not look at the address.</source>
        <translation>Die Adresse konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look at the disk.</source>
        <translation>Der Datenträger konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look at the finished file.</source>
        <translation>Die fertige Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look at the folder.</source>
        <translation>Der Ordner konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look at the fonts.</source>
        <translation>Die Schriften konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look at the workspace.</source>
        <translation>Der Arbeitsbereich konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not look for clips of the same set-up.</source>
        <translation>Clips mit gleicher Kameraposition konnten nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Could not look for models.</source>
        <translation>Modelle konnten nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Could not look for the same words elsewhere.</source>
        <translation>Gleiche Worte anderswo konnten nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Could not merge {speaker} into {into}.</source>
        <translation>{speaker} konnte nicht mit {into} zusammengelegt werden.</translation>
    </message>
    <message>
        <source>Could not move the run.</source>
        <translation>Der Durchlauf konnte nicht verschoben werden.</translation>
    </message>
    <message>
        <source>Could not prepare the clips.</source>
        <translation>Die Clips konnten nicht vorbereitet werden.</translation>
    </message>
    <message>
        <source>Could not prepare the preview.</source>
        <translation>Die Vorschau konnte nicht vorbereitet werden.</translation>
    </message>
    <message>
        <source>Could not publish the style.</source>
        <translation>Der Stil konnte nicht veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Could not read the analysis.</source>
        <translation>Die Analyse konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the changes.</source>
        <translation>Die Änderungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the transcript.</source>
        <translation>Das Transkript konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the translation.</source>
        <translation>Die Übersetzung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read what was found in a source.</source>
        <translation>Der Bericht über eine Quelle konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not reckon the export.</source>
        <translation>Der Export konnte nicht abgeschätzt werden.</translation>
    </message>
    <message>
        <source>Could not redo the run.</source>
        <translation>Der Durchlauf konnte nicht erneut ausgeführt werden.</translation>
    </message>
    <message>
        <source>Could not redo.</source>
        <translation>Wiederholen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Could not remember where you are.</source>
        <translation>Die aktuelle Stelle konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>Could not remove the download.</source>
        <translation>Der Download konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not remove the model.</source>
        <translation>Das Modell konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not remove the version.</source>
        <translation>Die Version konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not rename {speaker}.</source>
        <translation>{speaker} konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>Could not replace “{find}”.</source>
        <translation>„{find}“ konnte nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>Could not resume the run.</source>
        <translation>Der Durchlauf konnte nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Could not save the insights.</source>
        <translation>Die Einblicke konnten nicht gesichert werden.</translation>
    </message>
    <message>
        <source>Could not save the insights. {why}</source>
        <translation>Die Einblicke ließen sich nicht speichern. {why}</translation>
    </message>
    <message>
        <source>Could not save the translation.</source>
        <translation>Die Übersetzung konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>Could not say that {speaker} talks.</source>
        <translation>{speaker} konnte nicht zugeordnet werden.</translation>
    </message>
    <message>
        <source>Could not see what is out of date.</source>
        <translation>Es konnte nicht geprüft werden, was veraltet ist.</translation>
    </message>
    <message>
        <source>Could not show a face.</source>
        <translation>Ein Gesicht konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Could not show a thumbnail.</source>
        <translation>Ein Vorschaubild konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Could not show the clip.</source>
        <translation>Der Clip konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Could not show the timeline.</source>
        <translation>Die Timeline konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Could not start the fine-tune.</source>
        <translation>Das Fine-Tuning konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not stop the download.</source>
        <translation>Das Laden konnte nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Could not stop the export.</source>
        <translation>Der Export konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>Could not stop the fine-tune.</source>
        <translation>Das Fine-Tuning konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>Could not stop the run.</source>
        <translation>Der Durchlauf konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>Could not take the changes over.</source>
        <translation>Die Änderungen konnten nicht übernommen werden.</translation>
    </message>
    <message>
        <source>Could not take the correction back.</source>
        <translation>Die Korrektur konnte nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Could not tell what the talk is about.</source>
        <translation>Der Inhalt des Gesprächs konnte nicht bestimmt werden.</translation>
    </message>
    <message>
        <source>Could not translate the captions.</source>
        <translation>Die Untertitel konnten nicht übersetzt werden.</translation>
    </message>
    <message>
        <source>Could not try the failed files again.</source>
        <translation>Die fehlgeschlagenen Dateien konnten nicht erneut versucht werden.</translation>
    </message>
    <message>
        <source>Could not undo.</source>
        <translation>Rückgängigmachen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Could not use this music.</source>
        <translation>Diese Musik kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Could not work on {name}.</source>
        <translation>{name} konnte nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>Could not write the examples.</source>
        <translation>Die Beispiele konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not write what to post.</source>
        <translation>Der Beitragstext konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählen…</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Cut from the clip</source>
        <translation>Aus dem Clip schneiden</translation>
    </message>
    <message>
        <source>Cut the selected words</source>
        <translation>Markierte Wörter herausschneiden</translation>
    </message>
    <message>
        <source>Cut the selected words out of the clip  (Del)</source>
        <translation>Ausgewählte Wörter aus dem Clip schneiden  (Entf)</translation>
    </message>
    <message>
        <source>Cut words</source>
        <translation>Wörter schneiden</translation>
    </message>
    <message>
        <source>Cut “um”, “you know” and their like</source>
        <translation>„Äh“, „weißt du“ und Ähnliches herausschneiden</translation>
    </message>
    <message>
        <source>Cuts alone, for Avid and whatever else conforms. Captions lie beside it.</source>
        <translation>Nur Schnitte, für Avid und alles, was Schnittlisten liest. Untertitel liegen daneben.</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Damaged packets</source>
        <translation>Beschädigte Pakete</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
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
        <source>Dashboard…</source>
        <translation>Übersicht…</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Decisions on clips</source>
        <translation>Entscheidungen über Clips</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Durchlauf löschen</translation>
    </message>
    <message>
        <source>Delete the run of “{source}”?</source>
        <translation>Durchlauf von „{source}“ löschen?</translation>
    </message>
    <message>
        <source>Delete this run</source>
        <translation>Diesen Durchlauf löschen</translation>
    </message>
    <message>
        <source>Delete this run?</source>
        <translation>Diesen Durchlauf löschen?</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Deliver the file</source>
        <translation>Datei ausliefern</translation>
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
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Description for the post</source>
        <translation>Beschreibung für den Beitrag</translation>
    </message>
    <message>
        <source>Description or hashtags</source>
        <translation>Beschreibung oder Hashtags</translation>
    </message>
    <message>
        <source>Different from {style}</source>
        <translation>Anders als {style}</translation>
    </message>
    <message>
        <source>Different in {shapes}</source>
        <translation>Anders in {shapes}</translation>
    </message>
    <message>
        <source>Digest {digest}…</source>
        <translation>Prüfsumme {digest}…</translation>
    </message>
    <message>
        <source>Do not show this tip again</source>
        <translation>Diesen Tipp nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Double-click a word of the clip in the transcript to correct it; select words and press Del to cut them.</source>
        <translation>Ein Wort des Clips im Transkript doppelklicken, um es zu korrigieren; Wörter auswählen und Entf drücken, um sie zu schneiden.</translation>
    </message>
    <message>
        <source>Down from {score}.</source>
        <translation>Gesunken von {score}.</translation>
    </message>
    <message>
        <source>Draft captions</source>
        <translation>Untertitel als Entwurf</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Entwurf gesichert</translation>
    </message>
    <message>
        <source>Draft of version {version}</source>
        <translation>Entwurf von Version {version}</translation>
    </message>
    <message>
        <source>Draft transcript: made without a full speech model. Read it before you publish captions.</source>
        <translation>Transkript-Entwurf: ohne vollständiges Sprachmodell entstanden. Vor dem Veröffentlichen von Untertiteln lesen.</translation>
    </message>
    <message>
        <source>Draft “{title}”</source>
        <translation>Entwurf „{title}“</translation>
    </message>
    <message>
        <source>Draft, never published</source>
        <translation>Entwurf, nie veröffentlicht</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Drag an axis to the left to ignore it, to the right to let it count double.</source>
        <translation>Eine Achse nach links ziehen, um sie zu ignorieren, nach rechts, damit sie doppelt zählt.</translation>
    </message>
    <message>
        <source>Drag and scale the crop, choose whom to follow</source>
        <translation>Ausschnitt ziehen und skalieren, wählen, wem er folgt</translation>
    </message>
    <message>
        <source>Drag it into another program, or copy it (Ctrl+C). Double-click, or press Enter, to play it</source>
        <translation>In ein anderes Programm ziehen oder kopieren (Strg+C). Doppelklick oder Eingabetaste spielt ab</translation>
    </message>
    <message>
        <source>Drag panels by their bars: to an edge, onto each other, or out of the window. View › Arrange panels ends it.</source>
        <translation>Bereiche an ihrer Leiste ziehen: an einen Rand, aufeinander oder aus dem Fenster heraus. Ansicht › Bereiche anordnen beendet es.</translation>
    </message>
    <message>
        <source>Drag the picture, scale it by wheel or corners, click a face to follow it.  Esc leaves.</source>
        <translation>Bild ziehen, mit Mausrad oder Ecken skalieren, ein Gesicht anklicken, um ihm zu folgen.  Esc beendet.</translation>
    </message>
    <message>
        <source>Dressed after the clip&apos;s style, for players and encoders.</source>
        <translation>Im Stil des Clips, für Abspieler und Encoder.</translation>
    </message>
    <message>
        <source>Drop a long video here</source>
        <translation>Langes Video hier ablegen</translation>
    </message>
    <message>
        <source>Duplicate frames</source>
        <translation>Doppelte Bilder</translation>
    </message>
    <message>
        <source>Duplicate the clip</source>
        <translation>Clip duplizieren</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Each clip keeps its style</source>
        <translation>Jeder Clip behält seinen Stil</translation>
    </message>
    <message>
        <source>Each line is translated by the language model that you set; the original stays. What you write is yours: no model changes it, and it stays when the source is transcribed again.</source>
        <translation>Jede Zeile übersetzt das eingestellte Sprachmodell; das Original bleibt. Selbst Geschriebenes gehört Ihnen: Kein Modell ändert es, und es bleibt, wenn die Quelle neu transkribiert wird.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
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
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Kopie bearbeiten</translation>
    </message>
    <message>
        <source>Editing program</source>
        <translation>Schnittprogramm</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Gefühl</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
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
        <source>End at the playhead</source>
        <translation>Am Abspielkopf enden</translation>
    </message>
    <message>
        <source>End of the clip in the source</source>
        <translation>Ende des Clips in der Quelle</translation>
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
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was.</source>
        <translation>Eingabetaste übernimmt, Esc lässt es, wie es war.</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was. Empty hides the words.</source>
        <translation>Eingabetaste übernimmt, Esc lässt es, wie es war. Leer blendet die Wörter aus.</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Every platform&apos;s upload takes them.</source>
        <translation>Jede Plattform nimmt sie beim Hochladen.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Everybody who fits, in one crop.</source>
        <translation>Alle, die hineinpassen, in einem Ausschnitt.</translation>
    </message>
    <message>
        <source>Everything is on the clipboard as Markdown.</source>
        <translation>Alles liegt als Markdown in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Everything that you did is kept as you do it, and work that was cut off goes on by itself. A report was written. It says where in the program it happened, and holds no file names, titles or words of yours. Nothing is sent.</source>
        <translation>Alles wird sofort gespeichert, und unterbrochene Arbeit geht von selbst weiter. Ein Bericht wurde geschrieben. Er sagt, wo im Programm es geschah, und enthält keine Dateinamen, Titel oder Wörter von Ihnen. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Everything works without these. An endpoint you set here is asked over the network: the language model gets the transcript to find and judge clips, the speech endpoint gets the sound. Any OpenAI-compatible address will do, also one on this machine.</source>
        <translation>Alles funktioniert auch ohne. Ein hier gesetzter Endpunkt wird über das Netz gefragt: Das Sprachmodell erhält das Transkript, um Clips zu finden und zu bewerten, die Spracherkennung den Ton. Jede OpenAI-kompatible Adresse ist geeignet, auch eine auf diesem Computer.</translation>
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
    <message>
        <source>Export</source>
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
        <source>Export the examples</source>
        <translation>Beispiele exportieren</translation>
    </message>
    <message>
        <source>Export the insights</source>
        <translation>Einblicke exportieren</translation>
    </message>
    <message>
        <source>Export {done} of {total}</source>
        <translation>Export {done} von {total}</translation>
    </message>
    <message>
        <source>Export {style}</source>
        <translation>{style} exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export: {done} of %n files</source>
        <translation>
            <numerusform>Export: {done} von %n Datei</numerusform>
            <numerusform>Export: {done} von %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Faces inside the picture</source>
        <translation>Gesichter im Bild</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>Fade in</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Fade out of the music</source>
        <translation>Ausblenden der Musik</translation>
    </message>
    <message>
        <source>Fades out in</source>
        <translation>Blendet aus in</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
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
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n episodes</source>
        <translation>
            <numerusform>%n Folge laden</numerusform>
            <numerusform>%n Folgen laden</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch a missing model by itself when a run needs it</source>
        <translation>Ein fehlendes Modell selbst holen, wenn ein Durchlauf es braucht</translation>
    </message>
    <message>
        <source>Fetch {model}</source>
        <translation>{model} holen</translation>
    </message>
    <message>
        <source>Fetched before</source>
        <translation>Schon geladen</translation>
    </message>
    <message>
        <source>Fetching from the network</source>
        <translation>Wird aus dem Netz geladen</translation>
    </message>
    <message>
        <source>Fetching the model {name}</source>
        <translation>Modell {name} wird geladen</translation>
    </message>
    <message>
        <source>Fields: {fields}. {{index:02d}} counts 01, 02, …</source>
        <translation>Felder: {fields}. {{index:02d}} zählt 01, 02, …</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>Datei: {path}</translation>
    </message>
    <message>
        <source>Files are made</source>
        <translation>Dateien entstehen</translation>
    </message>
    <message>
        <source>Files that were delivered stay; new ones lie beside them.</source>
        <translation>Gelieferte Dateien bleiben; neue liegen daneben.</translation>
    </message>
    <message>
        <source>Files that were written</source>
        <translation>Geschriebene Dateien</translation>
    </message>
    <message>
        <source>Fillers</source>
        <translation>Füllwörter</translation>
    </message>
    <message>
        <source>Fillers are not listed for the language that is spoken.</source>
        <translation>Für die gesprochene Sprache sind keine Füllwörter bekannt.</translation>
    </message>
    <message>
        <source>Filter by score, length, speaker or notes</source>
        <translation>Nach Wertung, Länge, Sprecher oder Notizen filtern</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find a command, run or clip</source>
        <translation>Befehl, Durchlauf oder Clip finden</translation>
    </message>
    <message>
        <source>Find a command, run or clip…</source>
        <translation>Befehl, Durchlauf oder Clip finden…</translation>
    </message>
    <message>
        <source>Find and score clips</source>
        <translation>Clips finden und bewerten</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Im Transkript suchen</translation>
    </message>
    <message>
        <source>Find in the transcript…</source>
        <translation>Im Transkript suchen…</translation>
    </message>
    <message>
        <source>Find sentences and shots</source>
        <translation>Sätze und Einstellungen finden</translation>
    </message>
    <message>
        <source>Find {words}</source>
        <translation>{words} suchen</translation>
    </message>
    <message>
        <source>Fine</source>
        <comment>check</comment>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Fine-tune a language model</source>
        <translation>Sprachmodell nachtrainieren</translation>
    </message>
    <message>
        <source>Fine-tune a language model…</source>
        <translation>Sprachmodell nachtrainieren…</translation>
    </message>
    <message>
        <source>Fine-tune of {model}: {state}</source>
        <translation>Fine-Tuning von {model}: {state}</translation>
    </message>
    <message>
        <source>Fine-tunes</source>
        <translation>Nachtrainierte Modelle</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Finished files take {size} in your folders; they always stay.</source>
        <translation>Fertige Dateien belegen {size} in Ihren Ordnern; sie bleiben immer.</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>Fit on blur</source>
        <translation>Eingepasst auf Unschärfe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>Ordner der Durchläufe</translation>
    </message>
    <message>
        <source>Folders there</source>
        <translation>Ordner dort</translation>
    </message>
    <message>
        <source>Folders there must look like ours=theirs, for example /home/ana/shared=/mnt/shared.</source>
        <translation>Ordner dort müssen die Form hier=dort haben, etwa /home/ana/shared=/mnt/shared.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Fonts (*.ttf *.otf)</source>
        <translation>Schriften (*.ttf *.otf)</translation>
    </message>
    <message>
        <source>Fonts, colours, a logo and banned words are checked once they are set in the section Brand rules.</source>
        <translation>Schriften, Farben, Logo und verbotene Wörter werden geprüft, sobald sie im Abschnitt „Markenregeln“ festgelegt sind.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>For DaVinci Resolve, Kdenlive and others that open timelines. Captions lie beside it.</source>
        <translation>Für DaVinci Resolve, Kdenlive und andere, die Zeitleisten öffnen. Untertitel liegen daneben.</translation>
    </message>
    <message>
        <source>For File › Import in Premiere Pro: a sequence of all clips, and one of each. Captions are titles.</source>
        <translation>Für Datei › Importieren in Premiere Pro: eine Sequenz aller Clips und eine von jedem. Untertitel sind Titel.</translation>
    </message>
    <message>
        <source>For YouTube</source>
        <translation>Für YouTube</translation>
    </message>
    <message>
        <source>For a month, $</source>
        <translation>Für einen Monat, $</translation>
    </message>
    <message>
        <source>For a run, $</source>
        <translation>Für einen Durchlauf, $</translation>
    </message>
    <message>
        <source>For example https://example.org/talk</source>
        <translation>Zum Beispiel https://example.org/talk</translation>
    </message>
    <message>
        <source>For players of web pages; says who speaks.</source>
        <translation>Für Abspieler in Webseiten; sagt, wer spricht.</translation>
    </message>
    <message>
        <source>For spreadsheets, and for times to type into Descript. Times, titles and notes may be changed there and read back.</source>
        <translation>Für Tabellenkalkulationen und Zeiten, die man in Descript eintippt. Zeiten, Titel und Notizen lassen sich dort ändern und zurücklesen.</translation>
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
        <source>Found by listening</source>
        <translation>Durch Zuhören ermittelt</translation>
    </message>
    <message>
        <source>Frame shots of other clips alike that show the same people at the same places</source>
        <translation>Einstellungen anderer Clips gleich zuschneiden, die dieselben Personen an denselben Stellen zeigen</translation>
    </message>
    <message>
        <source>Frame the speakers</source>
        <translation>Bildausschnitt wählen</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
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
        <source>Free</source>
        <comment>space</comment>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Free space…</source>
        <translation>Platz schaffen…</translation>
    </message>
    <message>
        <source>Free {size}</source>
        <comment>verb</comment>
        <translation>{size} freigeben</translation>
    </message>
    <message>
        <source>Free {size} on the disk of the workspace.</source>
        <translation>{size} auf dem Datenträger des Arbeitsbereichs freigeben.</translation>
    </message>
    <message>
        <source>Freeing…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>From cut to cut as it is seen, in the shape that is previewed</source>
        <translation>Von Schnitt zu Schnitt, im Format der Vorschau</translation>
    </message>
    <message>
        <source>From which stage on shall “{name}” be done again?</source>
        <translation>Ab welchem Schritt soll „{name}“ erneut ausgeführt werden?</translation>
    </message>
    <message>
        <source>Frozen pictures</source>
        <translation>Eingefrorene Bilder</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galicisch</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Getting ready to scrub, {share} %</source>
        <translation>Bildsuche wird vorbereitet, {share} %</translation>
    </message>
    <message>
        <source>Give all clips of these runs the style “{style}”:</source>
        <translation>Allen Clips dieser Durchläufe den Stil „{style}“ geben:</translation>
    </message>
    <message>
        <source>Give all that are selected a style</source>
        <translation>Allen ausgewählten einen Stil geben</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>Go back to: {name}</source>
        <translation>Zurückkehren zu: {name}</translation>
    </message>
    <message>
        <source>Go here</source>
        <translation>Hierher springen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>Dort weiter</translation>
    </message>
    <message>
        <source>Go on to the next after a decision</source>
        <translation>Nach einer Entscheidung weiter zum nächsten</translation>
    </message>
    <message>
        <source>Go on with what suits most; Help leads back here</source>
        <translation>Weiter mit dem, was den meisten passt; die Hilfe führt hierher zurück</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin springen</translation>
    </message>
    <message>
        <source>Go there in the preview</source>
        <translation>In der Vorschau dorthin springen</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit springen</translation>
    </message>
    <message>
        <source>Go to a time…</source>
        <translation>Zu einer Zeit springen…</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Hinspringen</translation>
    </message>
    <message>
        <source>Go to the list of runs</source>
        <translation>Zur Liste der Durchläufe</translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation>Zu {time} springen</translation>
    </message>
    <message>
        <source>Go to {time}: {what}</source>
        <translation>Zu {time} springen: {what}</translation>
    </message>
    <message>
        <source>Go to “{title}”</source>
        <translation>Zu „{title}“ springen</translation>
    </message>
    <message>
        <source>Gradient to</source>
        <translation>Verlauf zu</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>Grafikkarte, wo vorhanden</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Grundfarbe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Half of the jobs took no longer than this</source>
        <translation>Die Hälfte der Aufgaben dauerte höchstens so lange</translation>
    </message>
    <message>
        <source>Hand off</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Hand off to an editor</source>
        <translation>An ein Schnittprogramm übergeben</translation>
    </message>
    <message>
        <source>Hand off to an editor…</source>
        <translation>An ein Schnittprogramm übergeben…</translation>
    </message>
    <message>
        <source>Handing over the examples…</source>
        <translation>Beispiele werden übergeben…</translation>
    </message>
    <message>
        <source>Has the chosen lines translated anew, also those that are yours</source>
        <translation>Übersetzt die ausgewählten Zeilen neu, auch die eigenen</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Hashtags</translation>
    </message>
    <message>
        <source>Hashtags for the post</source>
        <translation>Hashtags für den Beitrag</translation>
    </message>
    <message>
        <source>Have {model} write summary, titles of chapters, quotes and a description. The talk&apos;s words are sent to it, which may cost money; your budget holds.</source>
        <translation>{model} Zusammenfassung, Kapiteltitel, Zitate und eine Beschreibung schreiben lassen. Der Wortlaut wird dorthin gesendet, was Geld kosten kann; das Budget gilt.</translation>
    </message>
    <message>
        <source>Have {model} write title, hook, description, hashtags and the words to stress, as one step of undo. What is said in the clip is sent to it, which may cost money; your budget holds.</source>
        <translation>{model} Titel, Einstieg, Beschreibung, Hashtags und betonte Wörter schreiben lassen, in einem Schritt rückgängig zu machen. Der Wortlaut des Clips wird dorthin gesendet, was Geld kosten kann; das Budget gilt.</translation>
    </message>
    <message>
        <source>Heard as they are</source>
        <translation>Unverändert hörbar</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hiss, hum and fans go; the voice stays.</source>
        <translation>Rauschen, Brummen und Lüfter verschwinden; die Stimme bleibt.</translation>
    </message>
    <message>
        <source>History of this clip</source>
        <translation>Verlauf dieses Clips</translation>
    </message>
    <message>
        <source>Hold to see the automatic framing  (B shows it until pressed again)</source>
        <translation>Gedrückt halten, um den automatischen Bildausschnitt zu sehen  (B zeigt ihn bis zum nächsten Drücken)</translation>
    </message>
    <message>
        <source>Hold to see what was recorded  (B shows it until pressed again)</source>
        <translation>Gedrückt halten, um die Aufnahme zu sehen  (B zeigt sie bis zum nächsten Drücken)</translation>
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
        <source>How clips are exported</source>
        <translation>Wie Clips exportiert werden</translation>
    </message>
    <message>
        <source>How clips are ranked</source>
        <translation>Rangfolge der Clips</translation>
    </message>
    <message>
        <source>How clips are ranked: what counts, and what was learned from you</source>
        <translation>Wie Clips gereiht werden: was zählt und was aus Entscheidungen gelernt wurde</translation>
    </message>
    <message>
        <source>How files are called</source>
        <translation>Wie Dateien heißen</translation>
    </message>
    <message>
        <source>How long to wait for an answer of the language endpoint</source>
        <translation>Wie lange auf eine Antwort des Sprachmodells gewartet wird</translation>
    </message>
    <message>
        <source>How long to wait for an answer of the speech endpoint</source>
        <translation>Wie lange auf eine Antwort der Spracherkennung gewartet wird</translation>
    </message>
    <message>
        <source>How many jobs of a kind run side by side. Takes effect at once; what runs is finished.</source>
        <translation>Wie viele Aufgaben einer Art nebeneinander laufen. Gilt sofort; was läuft, wird beendet.</translation>
    </message>
    <message>
        <source>How many may run at once. Takes effect now; what runs is finished.</source>
        <translation>Wie viele gleichzeitig laufen dürfen. Gilt sofort; was läuft, wird beendet.</translation>
    </message>
    <message>
        <source>How many of the clips are decided</source>
        <translation>Wie viele der Clips entschieden sind</translation>
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
        <source>How often a job was given to a worker, tries again included</source>
        <translation>Wie oft eine Aufgabe ausgeführt wurde, Wiederholungen eingeschlossen</translation>
    </message>
    <message>
        <source>How strongly the first seconds hold a viewer</source>
        <translation>Wie stark die ersten Sekunden fesseln</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>If you start anyway, the work pauses where the space ends and goes on by itself once there is more.</source>
        <translation>Bei einem Start trotzdem pausiert die Arbeit, wo der Platz endet, und geht von selbst weiter, sobald es mehr gibt.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a style</source>
        <translation>Stil importieren</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>Aus einem Ordner importieren…</translation>
    </message>
    <message>
        <source>Import from address</source>
        <translation>Von Adresse importieren</translation>
    </message>
    <message>
        <source>Import from address…</source>
        <translation>Von Adresse importieren…</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>Import models from a folder</source>
        <translation>Modelle aus einem Ordner importieren</translation>
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
        <source>Imported {style}.</source>
        <translation>{style} importiert.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message>
        <source>Importing: {message}</source>
        <translation>Importieren: {message}</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In US dollars, by the price list that comes with Shortlist. A question that could pass a budget is not asked: what was judged by then is kept, and the rest is scored on this computer. A model whose price is not known counts as nothing.</source>
        <translation>In US-Dollar, nach der mitgelieferten Preisliste. Eine Frage, die ein Budget überschreiten könnte, wird nicht gestellt: Bis dahin Bewertetes bleibt, der Rest wird auf diesem Computer bewertet. Ein Modell ohne bekannten Preis zählt als kostenlos.</translation>
    </message>
    <message>
        <source>In a picture of 1080 × 1920; in other sizes in proportion</source>
        <translation>In einem Bild von 1080 × 1920; in anderen Größen im Verhältnis</translation>
    </message>
    <message>
        <source>In the draft in hand</source>
        <translation>Im aktuellen Entwurf</translation>
    </message>
    <message>
        <source>In this preview</source>
        <translation>In dieser Vorschau</translation>
    </message>
    <message>
        <source>In this style</source>
        <translation>In diesem Stil</translation>
    </message>
    <message>
        <source>In titles, hooks, reasons, your notes, and in what is said</source>
        <translation>In Titeln, Einstiegen, Gründen, Notizen und im Gesagten</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>In use for “{name}”</source>
        <translation>In Gebrauch für „{name}“</translation>
    </message>
    <message>
        <source>In use: {style}, version {version}.</source>
        <translation>In Gebrauch: {style}, Version {version}.</translation>
    </message>
    <message>
        <source>In use: {style}, version {version}. Version {newest} is there.</source>
        <translation>In Gebrauch: {style}, Version {version}. Es gibt Version {newest}.</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
    <message>
        <source>Index clips</source>
        <translation>Clips indizieren</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Einblicke</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Instagram feed</source>
        <translation>Instagram-Feed</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Irisch</translation>
    </message>
    <message>
        <source>It failed without a reason.</source>
        <translation>Fehlgeschlagen, ohne Angabe eines Grundes.</translation>
    </message>
    <message>
        <source>It goes on while Shortlist is closed.</source>
        <translation>Es läuft weiter, wenn Shortlist geschlossen ist.</translation>
    </message>
    <message>
        <source>It takes {time}.</source>
        <translation>Dauer: {time}.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Its clips, decisions and edits are removed. The video and exported files stay.</source>
        <translation>Clips, Entscheidungen und Bearbeitungen werden entfernt. Das Video und exportierte Dateien bleiben.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Jobs: {what}</source>
        <translation>Aufgaben: {what}</translation>
    </message>
    <message>
        <source>Jump here instead of moving</source>
        <translation>Hier springen statt bewegen</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Karaoke</source>
        <translation>Karaoke</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>Kasachisch</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep and go on</source>
        <translation>Übernehmen und weiter</translation>
    </message>
    <message>
        <source>Keep clear of faces</source>
        <translation>Gesichter freihalten</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Keep to {name}</source>
        <translation>Bei {name} bleiben</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>Wird gesichert…</translation>
    </message>
    <message>
        <source>Keeps the line as yours and takes the next one</source>
        <translation>Übernimmt die Zeile als eigene und geht zur nächsten</translation>
    </message>
    <message>
        <source>Keeps to {name} where they are seen. Choose a second one for both.</source>
        <translation>Bleibt bei {name}, wo sichtbar. Eine zweite Person wählen, um beide zu zeigen.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>secret</comment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key of the language endpoint</source>
        <translation>Schlüssel des Sprachmodells</translation>
    </message>
    <message>
        <source>Key of the speech endpoint</source>
        <translation>Schlüssel der Spracherkennung</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>of the keyboard</comment>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message numerus="yes">
        <source>Language model: {price} for %n questions</source>
        <translation>
            <numerusform>Sprachmodell: {price} für %n Anfrage</numerusform>
            <numerusform>Sprachmodell: {price} für %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Language of the translation</source>
        <translation>Sprache der Übersetzung</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Lay the two over each other; the pointer says how much of which is seen</source>
        <translation>Beide übereinanderlegen; der Mauszeiger bestimmt, wie viel von welchem zu sehen ist</translation>
    </message>
    <message>
        <source>Layout</source>
        <comment>framing</comment>
        <translation>Aufteilung</translation>
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
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length from</source>
        <translation>Länge ab</translation>
    </message>
    <message>
        <source>Length to</source>
        <translation>Länge bis</translation>
    </message>
    <message>
        <source>Length {time}</source>
        <translation>Länge {time}</translation>
    </message>
    <message>
        <source>Let all that are selected go out in some shapes</source>
        <translation>Formate für alle ausgewählten festlegen</translation>
    </message>
    <message>
        <source>Let the machine frame this shot again  (Shift+C)</source>
        <translation>Diese Einstellung wieder automatisch zuschneiden  (Umschalt+C)</translation>
    </message>
    <message>
        <source>Let the machine write it</source>
        <translation>Automatisch schreiben lassen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Level the sound</source>
        <translation>Ton angleichen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Lines a page</source>
        <translation>Zeilen pro Seite</translation>
    </message>
    <message>
        <source>Lines and their translations</source>
        <translation>Zeilen und ihre Übersetzungen</translation>
    </message>
    <message>
        <source>Listening to what is said… {share} %</source>
        <translation>Es wird zugehört… {share} %</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log of {source}</source>
        <translation>Protokoll von {source}</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Long work and trouble</source>
        <translation>Lange Arbeit und Ärger</translation>
    </message>
    <message>
        <source>Longer than the {limit} that {platform} takes: {clips}.</source>
        <translation>Länger als die {limit}, die {platform} erlaubt: {clips}.</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Longest clip</source>
        <translation>Längster Clip</translation>
    </message>
    <message>
        <source>Longest time for one job</source>
        <translation>Längste Zeit für eine Aufgabe</translation>
    </message>
    <message>
        <source>Longest turn</source>
        <translation>Längster Beitrag</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Suchen nach</translation>
    </message>
    <message>
        <source>Look for faces</source>
        <translation>Gesichter suchen</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n files</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation>Bildanalyse</translation>
    </message>
    <message>
        <source>Looking at the address</source>
        <translation>Adresse wird gelesen</translation>
    </message>
    <message>
        <source>Looking at the address…</source>
        <translation>Adresse wird gelesen…</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Datei wird geprüft…</translation>
    </message>
    <message>
        <source>Looking at the workspace…</source>
        <translation>Arbeitsbereich wird geprüft…</translation>
    </message>
    <message>
        <source>Looking for shots of the same set-up…</source>
        <translation>Einstellungen desselben Aufbaus werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for shots of the same set-up… clip {number} of {total}</source>
        <translation>Einstellungen desselben Aufbaus werden gesucht… Clip {number} von {total}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Loop the clip</source>
        <translation>Clip in Schleife</translation>
    </message>
    <message>
        <source>Louder or softer</source>
        <translation>Lauter oder leiser</translation>
    </message>
    <message>
        <source>Loudest instant</source>
        <translation>Lautester Moment</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Lower third</source>
        <translation>Bauchbinde</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>Mazedonisch</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Entstanden durch</translation>
    </message>
    <message>
        <source>Made of a draft transcript: read it before you publish any of this.</source>
        <translation>Aus einem Transkript-Entwurf entstanden: vor dem Veröffentlichen lesen.</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Make a clip of the marked stretch  (Shift+N)</source>
        <translation>Aus der markierten Strecke einen Clip machen  (Umschalt+N)</translation>
    </message>
    <message>
        <source>Make the clip what it was then; it can be undone</source>
        <translation>Den Clip so machen, wie er damals war; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Make this panel a window of its own</source>
        <translation>Bereich in eigenem Fenster</translation>
    </message>
    <message>
        <source>Making files</source>
        <translation>Dateien werden erstellt</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Malaiisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Map of the whole episode</source>
        <translation>Karte der ganzen Folge</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
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
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Maybe for all that are selected</source>
        <translation>Vielleicht für alle ausgewählten</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measured {lufs} LUFS, lowered by {db} dB.</source>
        <translation>Gemessen: {lufs} LUFS, um {db} dB gesenkt.</translation>
    </message>
    <message>
        <source>Measured {lufs} LUFS, raised by {db} dB.</source>
        <translation>Gemessen: {lufs} LUFS, um {db} dB angehoben.</translation>
    </message>
    <message>
        <source>Measuring letters on the clips…</source>
        <translation>Schrift auf den Clips wird gemessen…</translation>
    </message>
    <message>
        <source>Merge with the next clip</source>
        <translation>Mit dem nächsten Clip verbinden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Missing frames</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model of the language endpoint</source>
        <translation>Modell des Sprachmodell-Endpunkts</translation>
    </message>
    <message>
        <source>Model of the speech endpoint</source>
        <translation>Modell der Spracherkennung</translation>
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
        <source>Mongolian</source>
        <translation>Mongolisch</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about this draft</source>
        <translation>Mehr zu diesem Entwurf</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>Mehr zu {title}</translation>
    </message>
    <message>
        <source>More places; find them in the transcript with Ctrl+F</source>
        <translation>Weitere Stellen; im Transkript mit Strg+F zu finden</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
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
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Music (*.mp3 *.m4a *.aac *.wav *.flac *.ogg *.opus *.aif *.aiff *.mp4 *.mov *.mka);;All files (*)</source>
        <translation>Musik (*.mp3 *.m4a *.aac *.wav *.flac *.ogg *.opus *.aif *.aiff *.mp4 *.mov *.mka);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the layout; one that is known is replaced</source>
        <translation>Name der Anordnung; eine vorhandene wird ersetzt</translation>
    </message>
    <message>
        <source>Name of the speaker</source>
        <translation>Name des Sprechers</translation>
    </message>
    <message>
        <source>Name of the style</source>
        <translation>Name des Stils</translation>
    </message>
    <message>
        <source>Names and terms to keep</source>
        <translation>Namen und Begriffe, die bleiben</translation>
    </message>
    <message>
        <source>Names and terms to keep, with commas</source>
        <translation>Namen und Begriffe, die bleiben, mit Kommas</translation>
    </message>
    <message>
        <source>Names and words that are hard to hear, with commas</source>
        <translation>Namen und schwer verständliche Wörter, mit Kommas</translation>
    </message>
    <message>
        <source>Names of files</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Needed</source>
        <comment>space</comment>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>Needs {what}</source>
        <translation>Braucht {what}</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Neutral</source>
        <comment>colours</comment>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New clip</source>
        <translation>Neuer Clip</translation>
    </message>
    <message>
        <source>New clip  {length}</source>
        <translation>Neuer Clip  {length}</translation>
    </message>
    <message>
        <source>New clip of question and answer</source>
        <translation>Neuer Clip aus Frage und Antwort</translation>
    </message>
    <message>
        <source>New clip of these words</source>
        <translation>Neuer Clip aus diesen Wörtern</translation>
    </message>
    <message>
        <source>New clip of this quote</source>
        <translation>Neuer Clip aus diesem Zitat</translation>
    </message>
    <message>
        <source>New clip of what is marked</source>
        <translation>Neuer Clip aus dem Markierten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
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
        <source>Next disagreement</source>
        <translation>Nächste Abweichung</translation>
    </message>
    <message>
        <source>Next disagreement with a newer transcription</source>
        <translation>Nächste Abweichung von einer neueren Transkription</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next place that was found</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Next words to read again</source>
        <translation>Nächste Stelle zum Nachlesen</translation>
    </message>
    <message numerus="yes">
        <source>Next words to read again, %n in all</source>
        <translation>
            <numerusform>Nächste Wörter zum Nachlesen, insgesamt %n</numerusform>
            <numerusform>Nächste Wörter zum Nachlesen, insgesamt %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No animation</source>
        <translation>Keine Animation</translation>
    </message>
    <message>
        <source>No clip begins after this one, so there is nothing to merge it with.</source>
        <translation>Nach diesem beginnt kein Clip, mit dem er verbunden werden könnte.</translation>
    </message>
    <message>
        <source>No clip matches.</source>
        <translation>Kein Clip passt.</translation>
    </message>
    <message>
        <source>No clip was found that fits the options. Change them under Import and try again.</source>
        <translation>Es wurde kein Clip gefunden, der zu den Optionen passt. Sie lassen sich unter Importieren ändern; dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No command and no key is called so.</source>
        <translation>Kein Befehl und keine Taste heißt so.</translation>
    </message>
    <message>
        <source>No fillers are heard in this clip.</source>
        <translation>In diesem Clip sind keine Füllwörter zu hören.</translation>
    </message>
    <message>
        <source>No hook</source>
        <translation>Kein Einstieg</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>No language model is set, so none can be fine-tuned. Set one in Settings › Providers, or export.</source>
        <translation>Es ist kein Sprachmodell eingestellt, also kann keines nachtrainiert werden. Eines unter Einstellungen › Anbieter setzen oder exportieren.</translation>
    </message>
    <message>
        <source>No language model is set, so nothing is translated for you. Set one in Settings › Providers (one on this machine will do), or write the translation by hand below.</source>
        <translation>Es ist kein Sprachmodell eingestellt, also wird nichts übersetzt. Eines unter Einstellungen › Anbieter setzen (eines auf diesem Computer genügt) oder die Übersetzung unten von Hand schreiben.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
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
        <source>No other clip of this run has a shot of the same set-up.</source>
        <translation>Kein anderer Clip dieses Durchlaufs hat eine Einstellung desselben Aufbaus.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No problems were logged.</source>
        <translation>Keine Probleme protokolliert.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Durchläufe</translation>
    </message>
    <message>
        <source>No runs yet. Import a video to start one.</source>
        <translation>Noch keine Durchläufe. Ein Video importieren, um einen zu beginnen.</translation>
    </message>
    <message>
        <source>No safe zones</source>
        <translation>Ohne sichere Bereiche</translation>
    </message>
    <message>
        <source>No score: made by hand</source>
        <translation>Keine Wertung: von Hand erstellt</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Kein Audiogerät</translation>
    </message>
    <message>
        <source>No sound in the source</source>
        <translation>Kein Ton in der Quelle</translation>
    </message>
    <message>
        <source>No sound to measure.</source>
        <translation>Kein Ton zu messen.</translation>
    </message>
    <message>
        <source>No speech was found in this source.</source>
        <translation>In dieser Quelle wurde keine Sprache gefunden.</translation>
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
        <source>Nobody is chosen: the machine decides who is shown.</source>
        <translation>Niemand gewählt: Wer zu sehen ist, wird automatisch entschieden.</translation>
    </message>
    <message>
        <source>Nobody is seen in this clip.</source>
        <translation>In diesem Clip ist niemand zu sehen.</translation>
    </message>
    <message>
        <source>Nobody needs to look, as overnight. Each video has its own folder in this one.</source>
        <translation>Niemand muss dabei sein, etwa über Nacht. Jedes Video hat darin seinen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>colours</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>Noch keine gespeichert</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>None yet. Edit a copy of a style and publish it.</source>
        <translation>Noch keine. Die Kopie eines Stils bearbeiten und veröffentlichen.</translation>
    </message>
    <message>
        <source>None, or for example /home/ana/shared=/mnt/shared</source>
        <translation>Keine, oder etwa /home/ana/shared=/mnt/shared</translation>
    </message>
    <message>
        <source>None, or for example http://localhost:11434/v1</source>
        <translation>Keine, oder etwa http://localhost:11434/v1</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Nicht entschieden</translation>
    </message>
    <message>
        <source>Not enough space</source>
        <translation>Nicht genug Platz</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not on this machine</source>
        <translation>Nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Not told apart</source>
        <translation>Nicht unterschieden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Noted while it was made</source>
        <translation>Beim Erstellen notiert</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notes on the clip</source>
        <translation>Notizen zum Clip</translation>
    </message>
    <message>
        <source>Notes “{text}”</source>
        <translation>Notizen „{text}“</translation>
    </message>
    <message>
        <source>Notes, only for you</source>
        <translation>Private Notizen</translation>
    </message>
    <message>
        <source>Nothing approved yet</source>
        <translation>Noch nichts angenommen</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}. Choose a folder of your own.</source>
        <translation>In {path} lässt sich nichts schreiben. Einen eigenen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing cut inside</source>
        <translation>Innen nichts geschnitten</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing here can open {path}</source>
        <translation>Nichts hier kann {path} öffnen</translation>
    </message>
    <message>
        <source>Nothing is at work</source>
        <translation>Nichts in Arbeit</translation>
    </message>
    <message>
        <source>Nothing is being worked on.</source>
        <translation>Nichts ist in Arbeit.</translation>
    </message>
    <message>
        <source>Nothing is called so. Try fewer letters.</source>
        <translation>Nichts heißt so. Mit weniger Buchstaben versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is changed: all %n clips in it are as they are here.</source>
        <translation>
            <numerusform>Nichts ist geändert: Der %n Clip darin ist wie hier.</numerusform>
            <numerusform>Nichts ist geändert: Alle %n Clips darin sind wie hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Noch nichts ist fertig.</translation>
    </message>
    <message>
        <source>Nothing is painted over the picture, {style}</source>
        <translation>Nichts liegt über dem Bild, {style}</translation>
    </message>
    <message>
        <source>Nothing is rendered yet: clips are in this style from now on.</source>
        <translation>Noch nichts gerendert: Clips haben von nun an diesen Stil.</translation>
    </message>
    <message>
        <source>Nothing is running. Import a video, and what is done with it shows here.</source>
        <translation>Nichts läuft. Ein Video importieren, und hier erscheint, was damit geschieht.</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>Nichts zu sehen</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Nothing learned yet</source>
        <translation>Noch nichts gelernt</translation>
    </message>
    <message>
        <source>Nothing of this clip was changed yet.</source>
        <translation>An diesem Clip wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing to free</source>
        <translation>Nichts freizugeben</translation>
    </message>
    <message>
        <source>Nothing unusual was found</source>
        <translation>Nichts Auffälliges gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done in the last %n days. Import a video, and its stages appear here.</source>
        <translation>
            <numerusform>Am letzten Tag wurde nichts ausgeführt. Ein Video importieren, und seine Schritte erscheinen hier.</numerusform>
            <numerusform>In den letzten %n Tagen wurde nichts ausgeführt. Ein Video importieren, und seine Schritte erscheinen hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was logged.</source>
        <translation>Nichts protokolliert.</translation>
    </message>
    <message>
        <source>Nothing was missing.</source>
        <translation>Es fehlte nichts.</translation>
    </message>
    <message>
        <source>Nothing was spent this month.</source>
        <translation>In diesem Monat wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing was written{price}.</source>
        <translation>Nichts geschrieben{price}.</translation>
    </message>
    <message>
        <source>Nothing: they paint the same.</source>
        <translation>Nichts: Beide sehen gleich aus.</translation>
    </message>
    <message>
        <source>Of letters against what is behind them. WCAG asks 3 : 1 of large letters, 4.5 : 1 of others</source>
        <translation>Der Schrift gegen das, was dahinter liegt. WCAG verlangt 3 : 1 für große Schrift, 4,5 : 1 für andere</translation>
    </message>
    <message>
        <source>Of the height, from the top: of the middle of what stands there</source>
        <translation>Anteil der Höhe von oben, bezogen auf die Mitte</translation>
    </message>
    <message>
        <source>Of the speakers’ words, in order of appearance</source>
        <translation>Der Wörter der Sprecher, in der Reihenfolge ihres Auftretens</translation>
    </message>
    <message>
        <source>Offline draft (English)</source>
        <translation>Offline-Entwurf (Englisch)</translation>
    </message>
    <message>
        <source>Offline draft (English, a quarter of the words wrong)</source>
        <translation>Offline-Entwurf (Englisch, ein Viertel der Wörter falsch)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>On top of what brings the clip to the loudness of where it goes.</source>
        <translation>Zusätzlich zur Anpassung an die Lautheit des Ziels.</translation>
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
        <source>Only captions beside the file</source>
        <translation>Nur Untertitel neben der Datei</translation>
    </message>
    <message>
        <source>Only clips with notes</source>
        <translation>Nur Clips mit Notizen</translation>
    </message>
    <message>
        <source>Only in {aspect}</source>
        <translation>Nur in {aspect}</translation>
    </message>
    <message>
        <source>Only in {shapes}</source>
        <translation>Nur in {shapes}</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>verb</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a run to have captions measured on its clips.</source>
        <translation>Einen Durchlauf öffnen, um Untertitel auf seinen Clips zu messen.</translation>
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
        <source>Opening line</source>
        <translation>Einstiegszeile</translation>
    </message>
    <message>
        <source>Opening your workspace…</source>
        <translation>Arbeitsbereich wird geöffnet…</translation>
    </message>
    <message>
        <source>Options for new runs</source>
        <translation>Optionen für neue Durchläufe</translation>
    </message>
    <message>
        <source>Options for new runs…</source>
        <translation>Optionen für neue Durchläufe…</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <source>Outline colour</source>
        <translation>Konturfarbe</translation>
    </message>
    <message>
        <source>Outside the clip</source>
        <translation>Außerhalb des Clips</translation>
    </message>
    <message>
        <source>Page stays until the next</source>
        <translation>Seite bleibt bis zur nächsten</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Painting…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>Paints the same as before.</source>
        <translation>Sieht aus wie zuvor.</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>verb</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Pause {model}</source>
        <translation>{model} anhalten</translation>
    </message>
    <message>
        <source>Paused. {reason}</source>
        <translation>Pausiert. {reason}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture: {facts}</source>
        <translation>Bild: {facts}</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>group of commands</comment>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
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
        <source>Play the file</source>
        <translation>Datei abspielen</translation>
    </message>
    <message>
        <source>Plays to its end</source>
        <translation>Bis zum Ende abspielbar</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Pop</source>
        <translation>Aufspringen</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Position in all clips</source>
        <translation>Position in allen Clips</translation>
    </message>
    <message>
        <source>Position in the clip</source>
        <translation>Position im Clip</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>Vorschau wird vorbereitet…</translation>
    </message>
    <message numerus="yes">
        <source>Preparing {number} of %n pictures…</source>
        <translation>
            <numerusform>Bild {number} von %n wird vorbereitet…</numerusform>
            <numerusform>Bild {number} von %n wird vorbereitet…</numerusform>
        </translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Preset as above</source>
        <translation>Voreinstellung wie oben</translation>
    </message>
    <message>
        <source>Preset of {shape}</source>
        <translation>Voreinstellung für {shape}</translation>
    </message>
    <message>
        <source>Press Enter, or double-click, to see the clip as it is now</source>
        <translation>Eingabetaste oder Doppelklick zeigt den Clip, wie er jetzt ist</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
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
        <source>Preview picture</source>
        <translation>Vorschaubild</translation>
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
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
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
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Progress bar</source>
        <translation>Fortschrittsbalken</translation>
    </message>
    <message>
        <source>Project</source>
        <comment>group of commands</comment>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish {style}</source>
        <translation>{style} veröffentlichen</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Published {style}.</source>
        <translation>{style} veröffentlicht.</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen…</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Punjabi</translation>
    </message>
    <message>
        <source>Questions and changes of speaker</source>
        <translation>Fragen und Sprecherwechsel</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Beantwortete Fragen</translation>
    </message>
    <message>
        <source>Queue paused</source>
        <translation>Warteschlange pausiert</translation>
    </message>
    <message>
        <source>Quicker, but larger for the same quality. An encoder is tried before it is used; where it fails, the file is made without it and says so.</source>
        <translation>Schneller, aber bei gleicher Qualität größer. Ein Encoder wird vor der Verwendung erprobt; versagt er, entsteht die Datei ohne ihn, mit einem Hinweis.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quotable</source>
        <translation>Zitierbar</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
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
        <source>Read changes back</source>
        <translation>Änderungen zurücklesen</translation>
    </message>
    <message>
        <source>Read changes back…</source>
        <translation>Änderungen zurücklesen…</translation>
    </message>
    <message>
        <source>Read the video</source>
        <translation>Video einlesen</translation>
    </message>
    <message>
        <source>Read this before you publish it: {doubts}</source>
        <translation>Vor dem Veröffentlichen lesen: {doubts}</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Dateien lesen</translation>
    </message>
    <message>
        <source>Reading the talk…</source>
        <translation>Das Gespräch wird gelesen…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready to review</source>
        <translation>Bereit zur Durchsicht</translation>
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
        <source>Redo</source>
        <comment>do again</comment>
        <translation>Erneut ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Redo %n jobs</source>
        <translation>
            <numerusform>%n Aufgabe erneut ausführen</numerusform>
            <numerusform>%n Aufgaben erneut ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo: {stages}.</source>
        <translation>Neu: {stages}.</translation>
    </message>
    <message>
        <source>Redo: {stages}; kept: {kept}.</source>
        <translation>Neu: {stages}; behalten: {kept}.</translation>
    </message>
    <message>
        <source>Reduce noise</source>
        <translation>Rauschen mindern</translation>
    </message>
    <message>
        <source>Reduce noise in every clip</source>
        <translation>Rauschen in jedem Clip mindern</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject all that are selected</source>
        <translation>Alle ausgewählten ablehnen</translation>
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
        <source>Remove fillers</source>
        <translation>Füllwörter entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove music</source>
        <translation>Musik entfernen</translation>
    </message>
    <message>
        <source>Remove the last of “{field}”</source>
        <translation>Letzte von „{field}“ entfernen</translation>
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
        <source>Remove this keyframe</source>
        <translation>Diesen Keyframe entfernen</translation>
    </message>
    <message>
        <source>Remove {model}</source>
        <translation>{model} entfernen</translation>
    </message>
    <message>
        <source>Remove {model}?</source>
        <translation>{model} entfernen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Rename, merge or assign this speaker</source>
        <translation>Sprecher umbenennen, zusammenführen oder zuweisen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Repeated where it is shorter than the clip, softer while somebody speaks.</source>
        <translation>Wird wiederholt, wenn kürzer als der Clip; leiser, während jemand spricht.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace every place, as one step of undo</source>
        <translation>Alle Stellen ersetzen, in einem Schritt rückgängig zu machen</translation>
    </message>
    <message>
        <source>Replace in the transcript…</source>
        <translation>Im Transkript ersetzen…</translation>
    </message>
    <message>
        <source>Replay from a stage</source>
        <translation>Ab einem Schritt erneut ausführen</translation>
    </message>
    <message>
        <source>Replay from a stage…</source>
        <translation>Ab einem Schritt erneut ausführen…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
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
        <source>Reset “{field}”</source>
        <translation>„{field}“ zurücksetzen</translation>
    </message>
    <message>
        <source>Restore cut words</source>
        <translation>Geschnittene Wörter zurückholen</translation>
    </message>
    <message>
        <source>Restyle</source>
        <translation>Stil anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Restyle %n runs</source>
        <translation>
            <numerusform>Auf %n Durchlauf anwenden</numerusform>
            <numerusform>Auf %n Durchläufe anwenden</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Retry %n failed files</source>
        <translation>
            <numerusform>%n fehlgeschlagene Datei erneut versuchen</numerusform>
            <numerusform>%n fehlgeschlagene Dateien erneut versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed stages</source>
        <translation>
            <numerusform>%n fehlgeschlagenen Schritt erneut versuchen</numerusform>
            <numerusform>%n fehlgeschlagene Schritte erneut versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene erneut versuchen</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>Fehlgeschlagenes erneut versuchen</translation>
    </message>
    <message>
        <source>Retry {stages} and {files}</source>
        <translation>{stages} und {files} erneut versuchen</translation>
    </message>
    <message>
        <source>Reused</source>
        <translation>Wiederverwendet</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>group of commands</comment>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Review clips</source>
        <translation>Clips sichten</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
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
        <source>Run</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Runs, decisions and intermediate results are kept in one folder, best on a fast disk with room. Your videos stay where they are. Before each run you are told how much it will need.</source>
        <translation>Durchläufe, Entscheidungen und Zwischenergebnisse liegen in einem Ordner, am besten auf einem schnellen Datenträger mit Platz. Videos bleiben, wo sie sind. Vor jedem Durchlauf wird gesagt, wie viel er braucht.</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Safe zones</source>
        <translation>Sichere Bereiche</translation>
    </message>
    <message numerus="yes">
        <source>Said %n times</source>
        <translation>
            <numerusform>%n-mal gesagt</numerusform>
            <numerusform>%n-mal gesagt</numerusform>
        </translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gesagt von</translation>
    </message>
    <message>
        <source>Sample of the style</source>
        <translation>Muster des Stils</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
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
        <source>Save the translation</source>
        <translation>Übersetzung speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Als {file} gesichert.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Scheduler’s address</source>
        <translation>Adresse des Schedulers</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Wertung ab</translation>
    </message>
    <message>
        <source>Score {score:.0f} of 100</source>
        <translation>Wertung {score:.0f} von 100</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Search by command or key, like “trim” or “Ctrl+E”</source>
        <translation>Nach Befehl oder Taste suchen, etwa „Clip“ oder „Strg+E“</translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation>Clips suchen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>See in all shapes…</source>
        <translation>In allen Formaten ansehen…</translation>
    </message>
    <message>
        <source>Seen where the picture is shown whole, with room around it.</source>
        <translation>Zu sehen, wo das Bild ganz und mit Rand gezeigt wird.</translation>
    </message>
    <message>
        <source>Segments to cut without encoding again. Captions lie beside it.</source>
        <translation>Abschnitte zum Schneiden ohne neue Kodierung. Untertitel liegen daneben.</translation>
    </message>
    <message>
        <source>Select only the clip in hand</source>
        <translation>Nur den aktuellen Clip auswählen</translation>
    </message>
    <message>
        <source>Send it to whoever mends Shortlist. It holds nothing private.</source>
        <translation>Zum Senden an alle, die Shortlist reparieren. Er enthält nichts Privates.</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Set up Shortlist</source>
        <translation>Shortlist einrichten</translation>
    </message>
    <message>
        <source>Set up Shortlist…</source>
        <translation>Shortlist einrichten…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Shadow colour</source>
        <translation>Schattenfarbe</translation>
    </message>
    <message>
        <source>Shadow, down</source>
        <translation>Schatten, Versatz</translation>
    </message>
    <message>
        <source>Shadow, soft</source>
        <translation>Schatten, weich</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Shapes as the export asks</source>
        <translation>Formate wie beim Export</translation>
    </message>
    <message>
        <source>Shapes…</source>
        <translation>Formate…</translation>
    </message>
    <message>
        <source>Share that failed or lost its worker</source>
        <translation>Anteil, der fehlschlug oder abbrach</translation>
    </message>
    <message>
        <source>Share that was there already and needed no work</source>
        <translation>Anteil, der schon da war und keine Arbeit brauchte</translation>
    </message>
    <message>
        <source>Short pauses</source>
        <translation>Kurze Pausen</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Shortest clip</source>
        <translation>Kürzester Clip</translation>
    </message>
    <message>
        <source>Shortlist did not come to a proper end last time</source>
        <translation>Shortlist wurde letztes Mal nicht ordentlich beendet</translation>
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
        <source>Shots</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a progress bar</source>
        <translation>Fortschrittsbalken zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show captions</source>
        <translation>Untertitel zeigen</translation>
    </message>
    <message>
        <source>Show clips</source>
        <translation>Clips zeigen</translation>
    </message>
    <message>
        <source>Show clips with</source>
        <translation>Clips zeigen mit</translation>
    </message>
    <message>
        <source>Show everything that runs or waits  (Ctrl+J)</source>
        <translation>Alles zeigen, was läuft oder wartet  (Strg+J)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Durchläufe zeigen</translation>
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
        <source>Show the opening line</source>
        <translation>Einstiegszeile zeigen</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
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
        <source>Show the workspace folder</source>
        <translation>Ordner des Arbeitsbereichs zeigen</translation>
    </message>
    <message>
        <source>Show tips again</source>
        <translation>Tipps wieder zeigen</translation>
    </message>
    <message>
        <source>Show what is made on this computer again; what the model wrote is forgotten</source>
        <translation>Wieder zeigen, was auf diesem Rechner entsteht; was das Modell schrieb, wird verworfen</translation>
    </message>
    <message>
        <source>Show who speaks</source>
        <translation>Zeigen, wer spricht</translation>
    </message>
    <message>
        <source>Shown over the first seconds. Clear it to let the machine write it.</source>
        <translation>Erscheint in den ersten Sekunden. Leeren, um sie automatisch schreiben zu lassen.</translation>
    </message>
    <message>
        <source>Shows f*** in the captions; the sound is another matter (Sound)</source>
        <translation>Zeigt f*** in den Untertiteln; der Ton wird getrennt eingestellt (Ton)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Slower, then backwards</source>
        <translation>Langsamer, dann rückwärts</translation>
    </message>
    <message>
        <source>Small pictures of the clip are made so that dragging shows it at once; the grey part is ready.</source>
        <translation>Kleine Bilder des Clips entstehen, damit Ziehen ihn sofort zeigt; der graue Teil ist bereit.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>So far {spent}.</source>
        <comment>money</comment>
        <translation>Bisher {spent}.</translation>
    </message>
    <message>
        <source>Some files failed</source>
        <translation>Einige Dateien fehlgeschlagen</translation>
    </message>
    <message>
        <source>Some files failed: see Runs</source>
        <translation>Einige Dateien fehlgeschlagen: siehe Durchläufe</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Jemand anderes…</translation>
    </message>
    <message>
        <source>Something went wrong inside Shortlist</source>
        <translation>In Shortlist ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong inside Shortlist. What you did is kept, and you can go on.</source>
        <translation>In Shortlist ist etwas schiefgegangen. Die Arbeit ist gesichert, es kann weitergehen.</translation>
    </message>
    <message>
        <source>Sort clips by</source>
        <translation>Clips sortieren nach</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound (*.mp3 *.m4a *.wav *.flac *.ogg *.opus *.aac)</source>
        <translation>Ton (*.mp3 *.m4a *.wav *.flac *.ogg *.opus *.aac)</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>Ton und Bild</translation>
    </message>
    <message>
        <source>Sound in step with the picture</source>
        <translation>Ton synchron zum Bild</translation>
    </message>
    <message>
        <source>Sound {number}</source>
        <translation>Ton {number}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source report</source>
        <translation>Quellenbericht</translation>
    </message>
    <message>
        <source>Source: nothing unusual was found</source>
        <translation>Quelle: nichts Auffälliges gefunden</translation>
    </message>
    <message>
        <source>Source: {found}</source>
        <translation>Quelle: {found}</translation>
    </message>
    <message>
        <source>Space always kept free</source>
        <translation>Immer frei gehaltener Platz</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Speech to text</source>
        <translation>Spracherkennung</translation>
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
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Stage</source>
        <comment>of a run</comment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Stage to redo from</source>
        <translation>Schritt, ab dem erneut ausgeführt wird</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stands out by</source>
        <translation>Hebt sich ab durch</translation>
    </message>
    <message>
        <source>Star swear words</source>
        <translation>Schimpfwörter mit Sternchen</translation>
    </message>
    <message>
        <source>Star swear words in the captions</source>
        <translation>Schimpfwörter in Untertiteln mit Sternchen</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>verb</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
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
        <source>Start anyway</source>
        <translation>Trotzdem starten</translation>
    </message>
    <message>
        <source>Start at the playhead</source>
        <translation>Am Abspielkopf beginnen</translation>
    </message>
    <message>
        <source>Start for {price}</source>
        <translation>Für {price} starten</translation>
    </message>
    <message>
        <source>Start of the clip in the source</source>
        <translation>Anfang des Clips in der Quelle</translation>
    </message>
    <message>
        <source>Start of the music</source>
        <translation>Anfang der Musik</translation>
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
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Stay fully local</source>
        <translation>Ganz lokal bleiben</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>Schritt {number} von {total}</translation>
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
        <source>Stop writing</source>
        <translation>Schreiben beenden</translation>
    </message>
    <message>
        <source>Stop “{name}”</source>
        <translation>„{name}“ anhalten</translation>
    </message>
    <message>
        <source>Stop: {job}</source>
        <translation>Stoppen: {job}</translation>
    </message>
    <message>
        <source>Stop: {name}</source>
        <translation>Anhalten: {name}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>Stopped, {done} of %n files done</source>
        <translation>
            <numerusform>Gestoppt, {done} von %n Datei fertig</numerusform>
            <numerusform>Gestoppt, {done} von %n Dateien fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped, {percent} %</source>
        <translation>Gestoppt, {percent} %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Gestoppt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Stopped. What was finished is kept.</source>
        <translation>Angehalten. Was fertig war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped. What was there before stays.</source>
        <translation>Gestoppt. Was vorher da war, bleibt.</translation>
    </message>
    <message>
        <source>Stopped. What was translated stays.</source>
        <translation>Gestoppt. Bereits Übersetztes bleibt.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Storage…</source>
        <translation>Speicherplatz…</translation>
    </message>
    <message>
        <source>Stressed words</source>
        <translation>Betonte Wörter</translation>
    </message>
    <message>
        <source>Stressed words “{text}”</source>
        <translation>Betonte Wörter „{text}“</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
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
        <source>Styles (*{suffix} *.zip)</source>
        <translation>Stile (*{suffix} *.zip)</translation>
    </message>
    <message>
        <source>Styles on clips</source>
        <translation>Stile auf Clips</translation>
    </message>
    <message>
        <source>SubRip captions</source>
        <translation>SubRip-Untertitel</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>Suaheli</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Beide tauschen</translation>
    </message>
    <message>
        <source>Swear words</source>
        <translation>Schimpfwörter</translation>
    </message>
    <message>
        <source>Swear words in the sound</source>
        <translation>Schimpfwörter im Ton</translation>
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
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take effect with the next job that starts.</source>
        <translation>Gilt ab der nächsten Aufgabe, die beginnt.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n changes</source>
        <translation>
            <numerusform>%n Änderung übernehmen</numerusform>
            <numerusform>%n Änderungen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the new words</source>
        <translation>Neue Wörter übernehmen</translation>
    </message>
    <message>
        <source>Taken by itself: {reason}</source>
        <translation>Wird von selbst gewählt: {reason}</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Redezeit</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Tell me when all is done</source>
        <translation>Melden, wenn alles fertig ist</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Textfarbe</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Texts to post</source>
        <translation>Texte zum Posten</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>That may be used, with commas; empty: any</source>
        <translation>Die erlaubt sind, mit Kommas; leer: alle</translation>
    </message>
    <message>
        <source>That may be used; none: any</source>
        <translation>Die erlaubt sind; keine: alle</translation>
    </message>
    <message>
        <source>The automatic framing beside yours</source>
        <translation>Der automatische Bildausschnitt neben dem eigenen</translation>
    </message>
    <message>
        <source>The budget for a month is no amount, as 5 or 0.50.</source>
        <translation>Das Budget für einen Monat ist kein Betrag wie 5 oder 0,50.</translation>
    </message>
    <message>
        <source>The budget for a run is no amount, as 5 or 0.50.</source>
        <translation>Das Budget für einen Durchlauf ist kein Betrag wie 5 oder 0,50.</translation>
    </message>
    <message>
        <source>The captions of all clips are in {language} now; each clip can be changed under Captions.</source>
        <translation>Die Untertitel aller Clips sind jetzt auf {language}; jeder Clip lässt sich unter Untertitel ändern.</translation>
    </message>
    <message>
        <source>The clip must start before it ends, inside the video.</source>
        <translation>Der Clip muss vor seinem Ende beginnen und innerhalb des Videos liegen.</translation>
    </message>
    <message>
        <source>The clips could not be measured: {error}</source>
        <translation>Die Clips ließen sich nicht messen: {error}</translation>
    </message>
    <message>
        <source>The clips were changed here since the file was read. Nothing was taken over.</source>
        <translation>Die Clips wurden hier geändert, seit die Datei gelesen wurde. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>The clips will be composed again</source>
        <translation>Die Clips werden neu zusammengestellt</translation>
    </message>
    <message>
        <source>The details are copied. Paste them into a report of the fault.</source>
        <translation>Die Details sind kopiert und lassen sich in eine Fehlermeldung einfügen.</translation>
    </message>
    <message>
        <source>The draft against its brand’s rules, and how well it can be read on the clips</source>
        <translation>Den Entwurf gegen die Markenregeln prüfen, und wie gut er auf den Clips lesbar ist</translation>
    </message>
    <message>
        <source>The draft beside another style or version</source>
        <translation>Den Entwurf neben einem anderen Stil oder einer anderen Version</translation>
    </message>
    <message>
        <source>The draft on several clips, in every shape at once</source>
        <translation>Den Entwurf auf mehreren Clips, in allen Formaten zugleich</translation>
    </message>
    <message>
        <source>The endpoint may have its turn by itself: the sound is sent there</source>
        <translation>Der Endpunkt darf von selbst an die Reihe kommen: Der Ton wird dorthin gesendet</translation>
    </message>
    <message>
        <source>The examples go to {address}.</source>
        <translation>Die Beispiele gehen an {address}.</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>Das Handbuch</translation>
    </message>
    <message>
        <source>The language model is {model} now.</source>
        <translation>Das Sprachmodell ist jetzt {model}.</translation>
    </message>
    <message>
        <source>The language model: {problem}</source>
        <translation>Das Sprachmodell: {problem}</translation>
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
        <source>The model&apos;s name there</source>
        <translation>Name des Modells dort</translation>
    </message>
    <message>
        <source>The name, when they are first heard in the clip</source>
        <translation>Der Name, sobald die Person im Clip zum ersten Mal zu hören ist</translation>
    </message>
    <message>
        <source>The picture that was chosen for the clip.</source>
        <translation>Das Bild, das für den Clip gewählt wurde.</translation>
    </message>
    <message>
        <source>The picture, blurred</source>
        <translation>Das Bild, unscharf</translation>
    </message>
    <message>
        <source>The playhead is before the start of the clip. Move it behind the start, then set the end.</source>
        <translation>Der Abspielkopf steht vor dem Anfang des Clips. Hinter den Anfang setzen, dann das Ende festlegen.</translation>
    </message>
    <message>
        <source>The playhead is behind the end of the clip. Move it before the end, then set the start.</source>
        <translation>Der Abspielkopf steht hinter dem Ende des Clips. Vor das Ende setzen, dann den Anfang festlegen.</translation>
    </message>
    <message>
        <source>The queue is open.</source>
        <translation>Die Warteschlange ist offen.</translation>
    </message>
    <message>
        <source>The queue is paused. Resume it in the status bar or with Ctrl+P.</source>
        <translation>Die Warteschlange ist pausiert. Fortsetzen in der Statusleiste oder mit Strg+P.</translation>
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
        <source>The scheduler’s address must look like tcp://host:port, for example tcp://192.168.1.20:8786.</source>
        <translation>Die Adresse des Schedulers muss die Form tcp://host:port haben, etwa tcp://192.168.1.20:8786.</translation>
    </message>
    <message>
        <source>The selected words are said by {speaker}</source>
        <translation>Die ausgewählten Wörter sagt {speaker}</translation>
    </message>
    <message>
        <source>The shortest clip can&apos;t be longer than the longest.</source>
        <translation>Der kürzeste Clip kann nicht länger sein als der längste.</translation>
    </message>
    <message>
        <source>The speech endpoint</source>
        <translation>Der Endpunkt für Spracherkennung</translation>
    </message>
    <message>
        <source>The speech endpoint that is set</source>
        <translation>Der eingestellte Endpunkt für Spracherkennung</translation>
    </message>
    <message>
        <source>The speech endpoint: {problem}</source>
        <translation>Die Spracherkennung: {problem}</translation>
    </message>
    <message>
        <source>The timeline appears once the video is read</source>
        <translation>Die Timeline erscheint, sobald das Video gelesen ist</translation>
    </message>
    <message>
        <source>The transcript appears here as soon as it is written.</source>
        <translation>Das Transkript erscheint hier, sobald es geschrieben ist.</translation>
    </message>
    <message>
        <source>The transcript is a draft: read the captions before you publish them</source>
        <translation>Das Transkript ist ein Entwurf: Untertitel vor dem Veröffentlichen lesen</translation>
    </message>
    <message>
        <source>The transcript is not there yet, so the clip can’t be moved by words.</source>
        <translation>Das Transkript ist noch nicht da, daher kann der Clip nicht wortweise verschoben werden.</translation>
    </message>
    <message>
        <source>The usual ranking stays until learning is clearly better.</source>
        <translation>Die übliche Rangfolge bleibt, bis das Gelernte deutlich besser ist.</translation>
    </message>
    <message>
        <source>The whole clip, every shape</source>
        <translation>Der ganze Clip, jedes Format</translation>
    </message>
    <message>
        <source>The whole episode: drag the window to move, its ends to zoom, click to go there</source>
        <translation>Die ganze Folge: Fenster ziehen zum Verschieben, seine Enden zum Zoomen, klicken zum Hinspringen</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Die ganze Meldung</translation>
    </message>
    <message>
        <source>The whole picture over its blurred self.</source>
        <translation>Das ganze Bild über sich selbst, unscharf.</translation>
    </message>
    <message>
        <source>The words are an unread draft: write the description yourself</source>
        <translation>Der Wortlaut ist ein ungelesener Entwurf: Beschreibung selbst schreiben</translation>
    </message>
    <message>
        <source>The workspace is empty. {free} free on its disk.</source>
        <translation>Der Arbeitsbereich ist leer. {free} frei auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>The workspace is in {folder}</source>
        <translation>Der Arbeitsbereich liegt in {folder}</translation>
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
        <source>There is no model in this folder. A Whisper model has model.bin, config.json, tokenizer.json and vocabulary.json.</source>
        <translation>In diesem Ordner ist kein Modell. Ein Whisper-Modell hat model.bin, config.json, tokenizer.json und vocabulary.json.</translation>
    </message>
    <message>
        <source>There is no version any more.</source>
        <translation>Es gibt keine Version mehr.</translation>
    </message>
    <message>
        <source>There is no whole model in this folder</source>
        <translation>In diesem Ordner ist kein ganzes Modell</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet. Approve and reject clips, or import talks with questions and answers.</source>
        <translation>Noch gibt es nichts, woraus gelernt werden kann. Clips annehmen und ablehnen oder Gespräche mit Fragen und Antworten importieren.</translation>
    </message>
    <message>
        <source>There is nothing to redo from here.</source>
        <translation>Ab hier gibt es nichts erneut auszuführen.</translation>
    </message>
    <message>
        <source>There is space enough for “{name}” now</source>
        <translation>Für „{name}“ ist jetzt Platz genug</translation>
    </message>
    <message>
        <source>This can&apos;t be shown: {error}</source>
        <translation>Nicht darstellbar: {error}</translation>
    </message>
    <message>
        <source>This clip can&apos;t be shown: {error}</source>
        <translation>Dieser Clip ist nicht darstellbar: {error}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This frame can&apos;t be shown: {error}</source>
        <translation>Dieses Bild ist nicht darstellbar: {error}</translation>
    </message>
    <message>
        <source>This preview could not be prepared.</source>
        <translation>Diese Vorschau ließ sich nicht vorbereiten.</translation>
    </message>
    <message>
        <source>This run was made by an older version. Redoing it changes: {stages}.</source>
        <translation>Dieser Durchlauf stammt von einer älteren Version. Erneutes Ausführen ändert: {stages}.</translation>
    </message>
    <message>
        <source>This shot</source>
        <translation>Diese Einstellung</translation>
    </message>
    <message>
        <source>This source has not been looked at yet. What is found in it will stand here.</source>
        <translation>Diese Quelle wurde noch nicht geprüft. Was darin gefunden wird, steht dann hier.</translation>
    </message>
    <message>
        <source>This source has sound but no picture.</source>
        <translation>Diese Quelle hat Ton, aber kein Bild.</translation>
    </message>
    <message>
        <source>This turn is said by</source>
        <translation>Diesen Beitrag sagt</translation>
    </message>
    <message>
        <source>Through the system, while you are in another program</source>
        <translation>Über das System, während ein anderes Programm offen ist</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Throw this draft away…</source>
        <translation>Diesen Entwurf verwerfen…</translation>
    </message>
    <message>
        <source>Throw “{title}” away? Nothing can bring it back.</source>
        <translation>„{title}“ verwerfen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Throw “{title}” away…</source>
        <translation>„{title}“ verwerfen…</translation>
    </message>
    <message>
        <source>Thumbnail (JPEG)</source>
        <translation>Vorschaubild (JPEG)</translation>
    </message>
    <message>
        <source>Thumbnails, transcripts, backups, database</source>
        <translation>Vorschaubilder, Transkripte, Sicherungen, Datenbank</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time in the source</source>
        <translation>Zeit in der Quelle</translation>
    </message>
    <message>
        <source>Time in the source, as 12:41, 1:02:03 or 00:12:41:08</source>
        <translation>Zeit in der Quelle, etwa 12:41, 1:02:03 oder 00:12:41:08</translation>
    </message>
    <message>
        <source>Time in the source: hours, minutes, seconds, frame</source>
        <translation>Zeit in der Quelle: Stunden, Minuten, Sekunden, Bild</translation>
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
        <source>Timeline of the whole episode</source>
        <translation>Timeline der ganzen Folge</translation>
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
        <source>Timelines and lists</source>
        <translation>Zeitleisten und Listen</translation>
    </message>
    <message>
        <source>Tip: {text}</source>
        <translation>Tipp: {text}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the clip</source>
        <translation>Titel des Clips</translation>
    </message>
    <message>
        <source>Title “{text}”</source>
        <translation>Titel „{text}“</translation>
    </message>
    <message>
        <source>Title, description, hashtags, and all that is said.</source>
        <translation>Titel, Beschreibung, Hashtags und alles Gesagte.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>To move to another computer: close Shortlist, copy this folder as a whole, and start there with the copy as the workspace (README, “Where files go”). Your videos are not in it; import them again where their path differs.</source>
        <translation>Für den Umzug auf einen anderen Computer: Shortlist schließen, diesen Ordner als Ganzes kopieren und dort mit der Kopie als Arbeitsbereich starten (README, „Where files go“). Die Videos sind nicht darin; wo ihr Pfad abweicht, neu importieren.</translation>
    </message>
    <message>
        <source>To the end of the clip</source>
        <translation>Zum Ende des Clips</translation>
    </message>
    <message>
        <source>To the front of the queue</source>
        <translation>An den Anfang der Warteschlange</translation>
    </message>
    <message>
        <source>To the start of the clip</source>
        <translation>Zum Anfang des Clips</translation>
    </message>
    <message>
        <source>Told once it is ready.</source>
        <translation>Erscheint, sobald bereit.</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Oben rechts</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>Spur {number}</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>Transcribing</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>Neu übersetzen</translation>
    </message>
    <message>
        <source>Translate captions</source>
        <translation>Untertitel übersetzen</translation>
    </message>
    <message>
        <source>Translate captions…</source>
        <translation>Untertitel übersetzen…</translation>
    </message>
    <message>
        <source>Translate what is missing</source>
        <translation>Fehlendes übersetzen</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Übersetzen…</translation>
    </message>
    <message>
        <source>Translating into {language}</source>
        <translation>Übersetzung in: {language}</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Translation of the chosen line</source>
        <translation>Übersetzung der ausgewählten Zeile</translation>
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
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s ({reason})</source>
        <translation>Neuer Versuch in {seconds} s ({reason})</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Two people, one above the other.</source>
        <translation>Zwei Personen, eine über der anderen.</translation>
    </message>
    <message>
        <source>Two styles</source>
        <translation>Zwei Stile</translation>
    </message>
    <message>
        <source>Typewriter</source>
        <translation>Schreibmaschine</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Until then, what was made before is shown.</source>
        <translation>Bis dahin wird das Bisherige gezeigt.</translation>
    </message>
    <message>
        <source>Untitled clip</source>
        <translation>Clip ohne Titel</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>Unused is what no clip you keep needs; it is made again should it be wanted.</source>
        <translation>Ungenutzt ist, was kein behaltener Clip braucht; bei Bedarf entsteht es neu.</translation>
    </message>
    <message>
        <source>Up from {score}.</source>
        <translation>Gestiegen von {score}.</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use for all clips</source>
        <translation>Für alle Clips verwenden</translation>
    </message>
    <message>
        <source>Use for new runs</source>
        <translation>Für neue Durchläufe verwenden</translation>
    </message>
    <message>
        <source>Use for runs…</source>
        <translation>Für Durchläufe verwenden…</translation>
    </message>
    <message>
        <source>Use for this clip</source>
        <translation>Für diesen Clip verwenden</translation>
    </message>
    <message>
        <source>Use graphics hardware for encoding where it works</source>
        <translation>Grafikhardware zum Kodieren nutzen, wo es geht</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste verwenden</translation>
    </message>
    <message>
        <source>Use {style} for runs</source>
        <translation>{style} für Durchläufe verwenden</translation>
    </message>
    <message>
        <source>Used by {names}</source>
        <translation>Verwendet von {names}</translation>
    </message>
    <message numerus="yes">
        <source>Used by {names} and %n more</source>
        <translation>
            <numerusform>Verwendet von {names} und %n weiteren</numerusform>
            <numerusform>Verwendet von {names} und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>Usual order</source>
        <translation>Übliche Reihenfolge</translation>
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
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version} by {author}</source>
        <translation>Version {version} von {author}</translation>
    </message>
    <message>
        <source>Version {version}, comes with Shortlist</source>
        <translation>Version {version}, mit Shortlist geliefert</translation>
    </message>
    <message>
        <source>Version {version}, {author}</source>
        <translation>Version {version}, {author}</translation>
    </message>
    <message>
        <source>Versions of “{title}”</source>
        <translation>Versionen von „{title}“</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versionen…</translation>
    </message>
    <message>
        <source>Video and sound</source>
        <translation>Video und Ton</translation>
    </message>
    <message>
        <source>Videos, words and decisions never leave this computer. There is no account and nothing is counted. The network is used to fetch models that are missing, and for nothing else.</source>
        <translation>Videos, Wörter und Entscheidungen verlassen diesen Computer nie. Es gibt kein Konto, und nichts wird gezählt. Das Netz dient nur dazu, fehlende Modelle zu holen.</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
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
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Wait for</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis die Reihe daran ist</translation>
    </message>
    <message>
        <source>Waiting for its turn. You can work on something else meanwhile.</source>
        <translation>Wartet, bis die Reihe daran ist. Solange kann anderes erledigt werden.</translation>
    </message>
    <message>
        <source>Waiting for space</source>
        <translation>Wartet auf Speicherplatz</translation>
    </message>
    <message>
        <source>Waiting: next in line</source>
        <translation>Wartet: als Nächstes dran</translation>
    </message>
    <message>
        <source>Waiting: {place} in line</source>
        <translation>Wartet: Platz {place}</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Watch the whole source</source>
        <translation>Ganze Quelle ansehen</translation>
    </message>
    <message>
        <source>WebVTT captions</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>What captions stress. Clear it to let the machine choose.</source>
        <translation>Was Untertitel betonen. Leeren, um automatisch wählen zu lassen.</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What else was found</source>
        <translation>Was sonst gefunden wurde</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>What is done to all selected clips</source>
        <translation>Aktionen für alle ausgewählten Clips</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>What is new in this version, for those who will use it</source>
        <translation>Was in dieser Version neu ist, für alle, die sie verwenden</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>What language and speech endpoints charged</source>
        <translation>Was Sprachdienste berechnet haben</translation>
    </message>
    <message>
        <source>What language models cost this month; the budget is in Settings › Providers</source>
        <translation>Was Sprachmodelle in diesem Monat kosten; das Budget steht unter Einstellungen › Anbieter</translation>
    </message>
    <message>
        <source>What may leave this computer?</source>
        <translation>Was darf diesen Computer verlassen?</translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation>Was hier bleibt</translation>
    </message>
    <message>
        <source>What takes up space</source>
        <translation>Was Platz belegt</translation>
    </message>
    <message>
        <source>What the talk is about appears here as soon as its transcript is written.</source>
        <translation>Worum es geht, erscheint hier, sobald das Transkript geschrieben ist.</translation>
    </message>
    <message>
        <source>What there is to learn from</source>
        <translation>Woraus gelernt werden kann</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>What was checked in the finished file</source>
        <translation>Was in der fertigen Datei geprüft wurde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What was found in the source</source>
        <translation>Was in der Quelle gefunden wurde</translation>
    </message>
    <message>
        <source>What you approve is exported with {export}. Everything is saved as you do it.</source>
        <translation>Angenommenes wird mit {export} exportiert. Alles wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>What you approved and rejected, and questions that somebody answers in your talks, can teach the language model at your endpoint. Nothing is sent before you start.</source>
        <translation>Angenommenes und Abgelehntes sowie Fragen, die in Ihren Gesprächen beantwortet werden, können das Sprachmodell an Ihrem Endpunkt schulen. Vor dem Start wird nichts gesendet.</translation>
    </message>
    <message>
        <source>When exactly words are said is not known here, so fillers can&apos;t be cut.</source>
        <translation>Wann genau Wörter gesprochen werden, ist hier nicht bekannt; Füllwörter können daher nicht entfernt werden.</translation>
    </message>
    <message>
        <source>When you have cut there, export the sequence and read it with Run › Read changes back.</source>
        <translation>Wenn du dort geschnitten hast, exportiere die Sequenz und lies sie mit Durchlauf › Änderungen zurücklesen.</translation>
    </message>
    <message>
        <source>When you wrote it, “{words}” was heard.</source>
        <translation>Beim Schreiben war „{words}“ zu hören.</translation>
    </message>
    <message>
        <source>Where a platform covers the picture with its own controls</source>
        <translation>Wo eine Plattform das Bild mit Bedienelementen verdeckt</translation>
    </message>
    <message>
        <source>Where shall files live?</source>
        <translation>Wo sollen Dateien liegen?</translation>
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
        <source>Which language model?</source>
        <translation>Welches Sprachmodell?</translation>
    </message>
    <message>
        <source>Which speech model?</source>
        <translation>Welches Modell für Spracherkennung?</translation>
    </message>
    <message>
        <source>While somebody speaks</source>
        <translation>Während jemand spricht</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>Whisper model</source>
        <translation>Whisper-Modell</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>Whisper auf diesem Computer</translation>
    </message>
    <message>
        <source>Whisper works on</source>
        <translation>Whisper arbeitet auf</translation>
    </message>
    <message>
        <source>Who does the work</source>
        <translation>Wer die Arbeit macht</translation>
    </message>
    <message>
        <source>Who is asked first</source>
        <translation>Wer zuerst gefragt wird</translation>
    </message>
    <message>
        <source>Who is asked first for what is said</source>
        <translation>Wer zuerst nach dem Gesagten gefragt wird</translation>
    </message>
    <message>
        <source>Whole clip</source>
        <translation>Ganzer Clip</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischblende</translation>
    </message>
    <message>
        <source>With commas</source>
        <translation>Mit Kommas</translation>
    </message>
    <message>
        <source>Without it clips are ranked as usual; learning goes on either way</source>
        <translation>Ohne dies werden Clips wie üblich geordnet; gelernt wird so oder so</translation>
    </message>
    <message>
        <source>Without, the picture is clean. The preview shows captions all the same.</source>
        <translation>Ohne sie bleibt das Bild sauber. Die Vorschau zeigt Untertitel trotzdem.</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message>
        <source>Words</source>
        <comment>group of commands</comment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words a page</source>
        <translation>Wörter pro Seite</translation>
    </message>
    <message>
        <source>Words of the clip that its captions emphasise, with spaces between them</source>
        <translation>Wörter des Clips, die Untertitel hervorheben, mit Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Words the recogniser was not sure of, and stretches to read before you publish  (F8, Shift+F8)</source>
        <translation>Wörter, bei denen die Erkennung unsicher war, und Stellen, die vor dem Veröffentlichen zu lesen sind  (F8, Umschalt+F8)</translation>
    </message>
    <message>
        <source>Words, cues, scores and ranges, for other programs.</source>
        <translation>Wörter, Einblendungen, Bewertungen und Bereiche, für andere Programme.</translation>
    </message>
    <message>
        <source>Words, framing and style</source>
        <translation>Wörter, Bildausschnitt und Stil</translation>
    </message>
    <message>
        <source>Work on this computer this time</source>
        <translation>Diesmal auf diesem Computer arbeiten</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Working, {percent} % · {stage}</source>
        <translation>In Arbeit, {percent} % · {stage}</translation>
    </message>
    <message>
        <source>Write a note on the clip</source>
        <translation>Notiz zum Clip schreiben</translation>
    </message>
    <message>
        <source>Write a time as minutes and seconds, like 1:23.5.</source>
        <translation>Zeit als Minuten und Sekunden schreiben, etwa 1:23,5.</translation>
    </message>
    <message>
        <source>Write insights</source>
        <translation>Einblicke schreiben</translation>
    </message>
    <message>
        <source>Write texts</source>
        <translation>Texte schreiben</translation>
    </message>
    <message>
        <source>Write with a model</source>
        <translation>Mit einem Modell schreiben</translation>
    </message>
    <message>
        <source>Write with {name}</source>
        <translation>Mit {name} schreiben</translation>
    </message>
    <message>
        <source>Writing the examples…</source>
        <translation>Beispiele werden geschrieben…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Written by the machine</source>
        <translation>Automatisch geschrieben</translation>
    </message>
    <message>
        <source>Written from what is said; yours once you edit it</source>
        <translation>Aus dem Gesagten geschrieben; nach dem ersten Bearbeiten eigener Text</translation>
    </message>
    <message>
        <source>Written{price}.</source>
        <translation>Geschrieben{price}.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You can close the window: work goes on where it was when you open it again. {jobs} shows all that runs.</source>
        <translation>Das Fenster darf geschlossen werden: Beim nächsten Öffnen geht die Arbeit weiter, wo sie war. {jobs} zeigt alles, was läuft.</translation>
    </message>
    <message>
        <source>You corrected this</source>
        <translation>Von Hand korrigiert</translation>
    </message>
    <message>
        <source>You corrected this; heard was “{heard}”</source>
        <translation>Von Hand korrigiert; gehört wurde „{heard}“</translation>
    </message>
    <message>
        <source>You hid it.</source>
        <translation>Es ist ausgeblendet.</translation>
    </message>
    <message>
        <source>You wrote {words}</source>
        <translation>Geschrieben: {words}</translation>
    </message>
    <message>
        <source>Your decisions, titles and cuts stay.</source>
        <translation>Entscheidungen, Titel und Schnitte bleiben.</translation>
    </message>
    <message>
        <source>Your name, shown beside the version</source>
        <translation>Eigener Name, steht neben der Version</translation>
    </message>
    <message>
        <source>Your notes: {notes}</source>
        <translation>Notizen: {notes}</translation>
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
        <source>Yours</source>
        <translation>Eigener</translation>
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
        <source>about {amount}</source>
        <translation>etwa {amount}</translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation>etwa {hours} h</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min</source>
        <translation>etwa {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {price}</source>
        <translation>etwa {price}</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>about {subjects}</source>
        <translation>über {subjects}</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>all decided</source>
        <translation>alles entschieden</translation>
    </message>
    <message>
        <source>another language than what is around it</source>
        <translation>andere Sprache als ringsum</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>as loud</source>
        <translation>gleich laut</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>höchstens {size}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>automatic: {width}</source>
        <translation>automatisch: {width}</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>vom Modell</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>captions alone</source>
        <translation>nur Untertitel</translation>
    </message>
    <message>
        <source>captions beside the file</source>
        <translation>Untertitel neben der Datei</translation>
    </message>
    <message>
        <source>changing rate, about {fps} fps</source>
        <translation>wechselnde Bildrate, etwa {fps} fps</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>dd MMM HH:mm:ss</source>
        <comment>format of a date</comment>
        <translation>dd. MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>dd MMM, HH:mm</source>
        <comment>format of a date</comment>
        <translation>dd. MMM, HH:mm</translation>
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
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>ends as before</source>
        <translation>endet wie zuvor</translation>
    </message>
    <message>
        <source>ends {seconds} s earlier</source>
        <translation>endet {seconds} s früher</translation>
    </message>
    <message>
        <source>ends {seconds} s later</source>
        <translation>endet {seconds} s später</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
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
        <source>for {length}</source>
        <translation>für {length}</translation>
    </message>
    <message>
        <source>for {price}</source>
        <translation>für {price}</translation>
    </message>
    <message>
        <source>from {seconds} s</source>
        <translation>ab {seconds} s</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>from “{first}” to “{last}”</source>
        <translation>von „{first}“ bis „{last}“</translation>
    </message>
    <message>
        <source>has no notes any more</source>
        <translation>hat keine Notizen mehr</translation>
    </message>
    <message>
        <source>has other notes</source>
        <translation>hat andere Notizen</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hohe Priorität</translation>
    </message>
    <message>
        <source>ignored</source>
        <comment>weight</comment>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>is called “{title}”</source>
        <translation>heißt „{title}“</translation>
    </message>
    <message>
        <source>is cut otherwise inside</source>
        <translation>ist innen anders geschnitten</translation>
    </message>
    <message>
        <source>it needs both an address and a model, or neither.</source>
        <translation>Nötig sind eine Adresse und ein Modell, oder keines von beiden.</translation>
    </message>
    <message>
        <source>its address must start with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>longest turn</source>
        <translation>längster Beitrag</translation>
    </message>
    <message>
        <source>looking at pictures</source>
        <translation>analysiert Bilder</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>niedrige Priorität</translation>
    </message>
    <message>
        <source>making files</source>
        <translation>erstellt Dateien</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>more words than anybody can say in that time</source>
        <translation>mehr Wörter, als sich in dieser Zeit sagen lassen</translation>
    </message>
    <message>
        <source>needs {needed}, only {free} free</source>
        <translation>braucht {needed}, nur {free} frei</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>new</source>
        <comment>clip</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>no voice was heard here</source>
        <translation>hier war keine Stimme zu hören</translation>
    </message>
    <message>
        <source>none</source>
        <comment>style</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none</source>
        <comment>places found</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>none</source>
        <comment>keys</comment>
        <translation>keine</translation>
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
        <source>nothing is running</source>
        <translation>nichts läuft</translation>
    </message>
    <message>
        <source>offline draft</source>
        <translation>Offline-Entwurf</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between keys</comment>
        <translation>oder</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>problem in its source</source>
        <translation>Problem in der Quelle</translation>
    </message>
    <message>
        <source>reading files</source>
        <translation>liest Dateien</translation>
    </message>
    <message>
        <source>ready to review</source>
        <translation>bereit zur Sichtung</translation>
    </message>
    <message>
        <source>redo {what}</source>
        <comment>do again</comment>
        <translation>erneut {what}</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>rendert</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>wiederverwendet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>score from {least}</source>
        <translation>Wertung ab {least}</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>Wertung {score}</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>bewertet</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>some files failed</source>
        <translation>einige Dateien fehlgeschlagen</translation>
    </message>
    <message>
        <source>sound starts {ms} ms after the picture</source>
        <translation>Ton beginnt {ms} ms nach dem Bild</translation>
    </message>
    <message>
        <source>sound starts {ms} ms before the picture</source>
        <translation>Ton beginnt {ms} ms vor dem Bild</translation>
    </message>
    <message>
        <source>speech endpoint</source>
        <translation>Sprachdienst</translation>
    </message>
    <message>
        <source>start together</source>
        <translation>beginnen zugleich</translation>
    </message>
    <message numerus="yes">
        <source>started again %n times</source>
        <translation>
            <numerusform>%n-mal neu gestartet</numerusform>
            <numerusform>%n-mal neu gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>starts as before</source>
        <translation>beginnt wie zuvor</translation>
    </message>
    <message>
        <source>starts {seconds} s earlier</source>
        <translation>beginnt {seconds} s früher</translation>
    </message>
    <message>
        <source>starts {seconds} s later</source>
        <translation>beginnt {seconds} s später</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>still picture</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>the recogniser was not sure of this word</source>
        <translation>bei diesem Wort war die Erkennung unsicher</translation>
    </message>
    <message>
        <source>the text repeats itself as no speaker does</source>
        <translation>der Text wiederholt sich, wie niemand spricht</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transkribiert</translation>
    </message>
    <message>
        <source>turned {degrees}°</source>
        <translation>um {degrees}° gedreht</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>up to {fps} fps</source>
        <translation>bis {fps} fps</translation>
    </message>
    <message>
        <source>up to {length}</source>
        <translation>bis {length}</translation>
    </message>
    <message>
        <source>up to {seconds} s</source>
        <translation>bis {seconds} s</translation>
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
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>warning in its source</source>
        <translation>Warnung in der Quelle</translation>
    </message>
    <message>
        <source>with notes</source>
        <translation>mit Notizen</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>worker ended unexpectedly</source>
        <translation>Prozess unerwartet beendet</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>{amount} of {budget} this month</source>
        <translation>{amount} von {budget} in diesem Monat</translation>
    </message>
    <message>
        <source>{amount} this month</source>
        <translation>{amount} in diesem Monat</translation>
    </message>
    <message numerus="yes">
        <source>{clips} and %n more clips</source>
        <translation>
            <numerusform>{clips} und %n weiterer Clip</numerusform>
            <numerusform>{clips} und %n weitere Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} approved</source>
        <translation>{count} angenommen</translation>
    </message>
    <message>
        <source>{count} maybe</source>
        <translation>{count} vielleicht</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} abgelehnt</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>{count} ersetzt</translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>{db} dB softer</source>
        <translation>{db} dB leiser</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n files done</source>
        <translation>
            <numerusform>{done} von %n Datei fertig</numerusform>
            <numerusform>{done} von %n Dateien fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message numerus="yes">
        <source>{ending} (%n times)</source>
        <translation>
            <numerusform>{ending} (%n-mal)</numerusform>
            <numerusform>{ending} (%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is copied. Paste it where you need it.</source>
        <translation>{file} ist kopiert und kann überall eingefügt werden.</translation>
    </message>
    <message>
        <source>{file} is not in its folder any more. Export it again to have it.</source>
        <translation>{file} ist nicht mehr im Ordner. Für eine neue Datei erneut exportieren.</translation>
    </message>
    <message>
        <source>{first} and {second}: in one frame where both fit, in that order in a split.</source>
        <translation>{first} und {second}: in einem Bild, wo beide hineinpassen, in dieser Reihenfolge in geteilten Bildern.</translation>
    </message>
    <message numerus="yes">
        <source>{font}, {animation}, up to %n words, {style}</source>
        <translation>
            <numerusform>{font}, {animation}, %n Wort, {style}</numerusform>
            <numerusform>{font}, {animation}, bis zu %n Wörter, {style}</numerusform>
        </translation>
    </message>
    <message>
        <source>{fps} fps</source>
        <translation>{fps} fps</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{in_later} and {out_earlier} move start and end by a word; {undo} takes back whatever it was, also tomorrow.</source>
        <translation>{in_later} und {out_earlier} verschieben Anfang und Ende um ein Wort; {undo} nimmt alles zurück, auch morgen noch.</translation>
    </message>
    <message numerus="yes">
        <source>{job} and %n more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>{job} und %n weitere</numerusform>
            <numerusform>{job} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{keys}  (yours)</source>
        <translation>{keys}  (eigene)</translation>
    </message>
    <message>
        <source>{keys} belongs to {commands}, which would lose it.</source>
        <translation>{keys} gehört zu {commands} und ginge dort verloren.</translation>
    </message>
    <message>
        <source>{keys} moves the focus or closes things everywhere. Press another key.</source>
        <translation>{keys} verschiebt überall den Fokus oder schließt etwas. Eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>{lane}: how many at once</source>
        <translation>{lane}: wie viele gleichzeitig</translation>
    </message>
    <message>
        <source>{lane}: places in use</source>
        <translation>{lane}: belegte Plätze</translation>
    </message>
    <message>
        <source>{length} long</source>
        <translation>{length} lang</translation>
    </message>
    <message numerus="yes">
        <source>{length} long, %n cut out</source>
        <translation>
            <numerusform>{length} lang, %n Schnitt darin</numerusform>
            <numerusform>{length} lang, %n Schnitte darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n clips</source>
        <translation>
            <numerusform>{length}, %n Clip</numerusform>
            <numerusform>{length}, %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}; by {model}</source>
        <translation>{lines}; von {model}</translation>
    </message>
    <message>
        <source>{lu} LU under speech</source>
        <translation>{lu} LU unter der Sprache</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>{model}, %n examples</source>
        <translation>
            <numerusform>{model}, %n Beispiel</numerusform>
            <numerusform>{model}, %n Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>{model}, {size}: an unknown model.</source>
        <translation>{model}, {size}: ein unbekanntes Modell.</translation>
    </message>
    <message>
        <source>{model}, {size}: looks like a listed model; its checksum is compared.</source>
        <translation>{model}, {size}: sieht wie ein bekanntes Modell aus; die Prüfsumme wird verglichen.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be used as a font. Choose a .ttf or .otf file.</source>
        <translation>{name} ist nicht als Schrift verwendbar. Eine .ttf- oder .otf-Datei wählen.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} wurde entfernt.</translation>
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
        <source>{name}: {score:.0f} of 100</source>
        <translation>{name}: {score:.0f} von 100</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>{panel}: a window of its own, or back in place</source>
        <translation>{panel}: eigenes Fenster oder zurück an den Platz</translation>
    </message>
    <message>
        <source>{path} is a file. Choose a folder.</source>
        <translation>{path} ist eine Datei. Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>{platform}: nothing covered</source>
        <translation>{platform}: nichts verdeckt</translation>
    </message>
    <message>
        <source>{play_pause} plays, {approve} approves, {reject} rejects, {maybe} is for maybe. All keys: {show_keys}</source>
        <translation>{play_pause} spielt ab, {approve} nimmt an, {reject} lehnt ab, {maybe} heißt vielleicht. Alle Tasten: {show_keys}</translation>
    </message>
    <message>
        <source>{rate}×, no sound</source>
        <translation>{rate}×, kein Ton</translation>
    </message>
    <message>
        <source>{reason} ({count} of {total})</source>
        <translation>{reason} ({count} von {total})</translation>
    </message>
    <message>
        <source>{running} of {places}</source>
        <translation>{running} von {places}</translation>
    </message>
    <message>
        <source>{running} of {width}</source>
        <translation>{running} von {width}</translation>
    </message>
    <message numerus="yes">
        <source>{running} of {width} · %n waiting</source>
        <translation>
            <numerusform>{running} von {width} · %n wartet</numerusform>
            <numerusform>{running} von {width} · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running, {waiting} waiting</source>
        <translation>{running} laufend, {waiting} wartend</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s cut out inside</source>
        <translation>{seconds} s innen herausgeschnitten</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>noch {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s of work</source>
        <translation>{seconds} s Arbeit</translation>
    </message>
    <message>
        <source>{seconds} s put back inside</source>
        <translation>{seconds} s innen wieder eingefügt</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <comment>ends a sentence</comment>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{share} % decided</source>
        <translation>{share} % entschieden</translation>
    </message>
    <message>
        <source>{shown} of {there}</source>
        <translation>{shown} von {there}</translation>
    </message>
    <message>
        <source>{size} are free again. Runs that want it by name then ask for it.</source>
        <translation>{size} werden frei. Durchläufe, die es beim Namen nennen, fragen dann danach.</translation>
    </message>
    <message>
        <source>{size} fetched so far</source>
        <translation>bisher {size} geholt</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{size} free</source>
        <comment>of a disk</comment>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{size} free on its disk</source>
        <translation>{size} frei auf dem Datenträger</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>{size} freigegeben.</translation>
    </message>
    <message>
        <source>{size} in the workspace, {free} free on its disk</source>
        <translation>{size} im Arbeitsbereich, {free} frei auf dem Datenträger</translation>
    </message>
    <message>
        <source>{source} (not finished yet)</source>
        <translation>{source} (noch nicht fertig)</translation>
    </message>
    <message>
        <source>{speaker} is the same as</source>
        <translation>{speaker} ist dieselbe Person wie</translation>
    </message>
    <message>
        <source>{speaker}: {share} % of the talk</source>
        <translation>{speaker}: {share} % der Redezeit</translation>
    </message>
    <message>
        <source>{state},
original changed</source>
        <translation>{state},
Original geändert</translation>
    </message>
    <message>
        <source>{style} is in {file}.</source>
        <translation>{style} liegt in {file}.</translation>
    </message>
    <message>
        <source>{style} was here already: nothing changed.</source>
        <translation>{style} war schon da: nichts geändert.</translation>
    </message>
    <message>
        <source>{times} · score {score} · approved</source>
        <translation>{times} · Wertung {score} · angenommen</translation>
    </message>
    <message>
        <source>{times} · score {score} · maybe</source>
        <translation>{times} · Wertung {score} · vielleicht</translation>
    </message>
    <message>
        <source>{times} · score {score} · rejected</source>
        <translation>{times} · Wertung {score} · abgelehnt</translation>
    </message>
    <message>
        <source>{times} · score {score} · undecided</source>
        <translation>{times} · Wertung {score} · offen</translation>
    </message>
    <message>
        <source>{time}  {layout} · by hand</source>
        <translation>{time}  {layout} · von Hand</translation>
    </message>
    <message>
        <source>{time} · {length} long</source>
        <translation>{time} · {length} lang</translation>
    </message>
    <message>
        <source>{title}, folded</source>
        <translation>{title}, zugeklappt</translation>
    </message>
    <message>
        <source>{title}, open</source>
        <translation>{title}, aufgeklappt</translation>
    </message>
    <message>
        <source>{title}: how many at once</source>
        <translation>{title}: wie viele gleichzeitig</translation>
    </message>
    <message>
        <source>{title}: places in use</source>
        <translation>{title}: belegte Plätze</translation>
    </message>
    <message>
        <source>{title}: {failed} failed. Show the log</source>
        <translation>{title}: {failed} fehlgeschlagen. Protokoll zeigen</translation>
    </message>
    <message>
        <source>{track} (not used)</source>
        <translation>{track} (nicht verwendet)</translation>
    </message>
    <message>
        <source>{verb} {step}</source>
        <comment>undo or redo, and what</comment>
        <translation>{verb}: {step}</translation>
    </message>
    <message>
        <source>{what} from {start} to {end} ({seconds} s)</source>
        <translation>{what} von {start} bis {end} ({seconds} s)</translation>
    </message>
    <message>
        <source>{what}; nothing is transcribed or analysed again.</source>
        <translation>{what}; nichts wird neu transkribiert oder analysiert.</translation>
    </message>
    <message>
        <source>{what}; older versions of the program made these: more is done again than the style asks for.</source>
        <translation>{what}; ältere Programmversionen haben sie erstellt: es wird mehr wiederholt, als der Stil verlangt.</translation>
    </message>
    <message>
        <source>{when} · as it is now</source>
        <translation>{when} · aktueller Stand</translation>
    </message>
    <message>
        <source>{writer} wrote this{price}.</source>
        <translation>Geschrieben von {writer}{price}.</translation>
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
        <source>“{name}” has no key. Press one in the field.</source>
        <translation>„{name}“ hat keine Taste. Im Feld eine drücken.</translation>
    </message>
    <message>
        <source>“{name}” has {keys}. Press another one in the field.</source>
        <translation>„{name}“ hat {keys}. Im Feld eine andere drücken.</translation>
    </message>
    <message>
        <source>“{name}” is being worked on. You can go on here.</source>
        <translation>„{name}“ ist in Arbeit. Hier kann es weitergehen.</translation>
    </message>
    <message>
        <source>“{name}” was open. Go on where you were?</source>
        <translation>„{name}“ war offen. Dort weitermachen?</translation>
    </message>
    <message>
        <source>“{name}” will not fit</source>
        <translation>„{name}“ passt nicht hinein</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <comment>quotation marks</comment>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>“{title}” becomes {style}. Runs and clips that use it keep it for good.</source>
        <translation>„{title}“ wird zu {style}. Durchläufe und Clips, die es verwenden, behalten es dauerhaft.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Approval of {clips}</source>
        <translation>Annahme von {clips}</translation>
    </message>
    <message>
        <source>Automatic framing of {clips}</source>
        <translation>Automatischer Bildausschnitt von {clips}</translation>
    </message>
    <message>
        <source>Bleep swear words in {clips}</source>
        <translation>Kraftausdrücke überpiepen in {clips}</translation>
    </message>
    <message>
        <source>Captions’ language of all clips</source>
        <translation>Untertitelsprache aller Clips</translation>
    </message>
    <message>
        <source>Captions’ language of {clips}</source>
        <translation>Untertitelsprache von {clips}</translation>
    </message>
    <message>
        <source>Change the loudness of {clips}</source>
        <translation>Lautheit ändern von {clips}</translation>
    </message>
    <message>
        <source>Change the music of {clips}</source>
        <translation>Musik ändern von {clips}</translation>
    </message>
    <message>
        <source>Choose who is shown in {clips}</source>
        <translation>Gezeigte Personen wählen in {clips}</translation>
    </message>
    <message>
        <source>Clearing the decision on {clips}</source>
        <translation>Entscheidung aufheben für {clips}</translation>
    </message>
    <message>
        <source>Copy the framing to {clips}</source>
        <translation>Bildausschnitt übertragen auf {clips}</translation>
    </message>
    <message>
        <source>Crop by hand {clips}</source>
        <translation>Ausschnitt von Hand in {clips}</translation>
    </message>
    <message>
        <source>Cut in {clips}</source>
        <translation>Schnitt in {clips}</translation>
    </message>
    <message>
        <source>Describe {clips}</source>
        <translation>Beschreibung von {clips}</translation>
    </message>
    <message>
        <source>Duplicate of {clips}</source>
        <translation>Duplikat von {clips}</translation>
    </message>
    <message>
        <source>Fade in {clips}</source>
        <translation>Einblenden von {clips}</translation>
    </message>
    <message>
        <source>Fade out {clips}</source>
        <translation>Ausblenden von {clips}</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Hook of {clips}</source>
        <translation>Einstieg von {clips}</translation>
    </message>
    <message>
        <source>Jump to a keyframe of {clips}</source>
        <translation>Sprung zu einem Keyframe in {clips}</translation>
    </message>
    <message>
        <source>Keep the noise of {clips}</source>
        <translation>Rauschen behalten in {clips}</translation>
    </message>
    <message>
        <source>Lay music under {clips}</source>
        <translation>Musik unterlegen in {clips}</translation>
    </message>
    <message>
        <source>Lay out {clips}</source>
        <translation>Aufteilung von {clips}</translation>
    </message>
    <message>
        <source>Let swear words be heard in {clips}</source>
        <translation>Kraftausdrücke hörbar lassen in {clips}</translation>
    </message>
    <message>
        <source>Merger of “{title}” with “{other}”</source>
        <translation>Verbinden von „{title}“ mit „{other}“</translation>
    </message>
    <message>
        <source>Move of {clips}</source>
        <translation>Verschieben von {clips}</translation>
    </message>
    <message>
        <source>Move to a keyframe of {clips}</source>
        <translation>Fahrt zu einem Keyframe in {clips}</translation>
    </message>
    <message>
        <source>New clip</source>
        <translation>Neuer Clip</translation>
    </message>
    <message>
        <source>Note on {clips}</source>
        <translation>Notiz zu {clips}</translation>
    </message>
    <message>
        <source>Reduce the noise of {clips}</source>
        <translation>Rauschen mindern in {clips}</translation>
    </message>
    <message>
        <source>Rejection of {clips}</source>
        <translation>Ablehnung von {clips}</translation>
    </message>
    <message>
        <source>Removal of fillers from {clips}</source>
        <translation>Füllwörter entfernen aus {clips}</translation>
    </message>
    <message>
        <source>Remove a keyframe of {clips}</source>
        <translation>Keyframe entfernen aus {clips}</translation>
    </message>
    <message>
        <source>Remove the music of {clips}</source>
        <translation>Musik entfernen aus {clips}</translation>
    </message>
    <message>
        <source>Rename “{title}”</source>
        <translation>Umbenennen von „{title}“</translation>
    </message>
    <message>
        <source>Reset {what} of “{title}”</source>
        <translation>Zurücksetzen von {what} in „{title}“</translation>
    </message>
    <message>
        <source>Restored words of {clips}</source>
        <translation>Wörter wiederherstellen in {clips}</translation>
    </message>
    <message>
        <source>Return to an earlier version of {clips}</source>
        <translation>Zurück zu einer früheren Version von {clips}</translation>
    </message>
    <message>
        <source>Shapes of {clips}</source>
        <translation>Formate von {clips}</translation>
    </message>
    <message>
        <source>Shown swear words in {clips}</source>
        <translation>Kraftausdrücke zeigen in {clips}</translation>
    </message>
    <message>
        <source>Silence swear words in {clips}</source>
        <translation>Kraftausdrücke stummschalten in {clips}</translation>
    </message>
    <message>
        <source>Split of {clips}</source>
        <translation>Teilen von {clips}</translation>
    </message>
    <message>
        <source>Starred swear words in {clips}</source>
        <translation>Kraftausdrücke mit Sternchen in {clips}</translation>
    </message>
    <message>
        <source>Stressed words of {clips}</source>
        <translation>Betonte Wörter von {clips}</translation>
    </message>
    <message>
        <source>Style of {clips}</source>
        <translation>Stil von {clips}</translation>
    </message>
    <message>
        <source>Swap the split of {clips}</source>
        <translation>Aufteilung tauschen in {clips}</translation>
    </message>
    <message>
        <source>Tag {clips}</source>
        <translation>Hashtags von {clips}</translation>
    </message>
    <message>
        <source>Title of {clips}</source>
        <translation>Titel von {clips}</translation>
    </message>
    <message>
        <source>Trim of {clips}</source>
        <translation>Zuschnitt von {clips}</translation>
    </message>
    <message>
        <source>the opening line</source>
        <translation>der Einstieg</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>der Titel</translation>
    </message>
    <message>
        <source>{count} clips</source>
        <translation>{count} Clips</translation>
    </message>
    <message>
        <source>{what} in {aspect} of “{title}”</source>
        <translation>{what} in {aspect} von „{title}“</translation>
    </message>
    <message>
        <source>{what} of “{title}”</source>
        <translation>{what} von „{title}“</translation>
    </message>
    <message>
        <source>“Maybe” for {clips}</source>
        <translation>„Vielleicht“ für {clips}</translation>
    </message>
</context>
</TS>
