<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source> kbit/s</source>
        <translation> kbit/s</translation>
    </message>
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
        <source>%n are worked on.</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n ist in Arbeit.</numerusform>
            <numerusform>%n sind in Arbeit.</numerusform>
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
        <source>%n clips are on the sheet, {size}</source>
        <translation>
            <numerusform>%n Clip ist auf dem Kontaktbogen, {size}</numerusform>
            <numerusform>%n Clips sind auf dem Kontaktbogen, {size}</numerusform>
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
        <source>%n clips decided otherwise</source>
        <translation>
            <numerusform>%n Clip anders entschieden</numerusform>
            <numerusform>%n Clips anders entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips handed over, times counted at {rate} frames a second</source>
        <translation>
            <numerusform>%n Clip übergeben, Zeiten gezählt mit {rate} Bildern pro Sekunde</numerusform>
            <numerusform>%n Clips übergeben, Zeiten gezählt mit {rate} Bildern pro Sekunde</numerusform>
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
        <source>%n clips, {length}</source>
        <translation>
            <numerusform>%n Clip, {length}</numerusform>
            <numerusform>%n Clips, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be published</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n Datei konnte nicht veröffentlicht werden</numerusform>
            <numerusform>%n Dateien konnten nicht veröffentlicht werden</numerusform>
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
        <source>%n failed</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
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
        <source>%n files no longer there</source>
        <translation>
            <numerusform>%n Datei nicht mehr da</numerusform>
            <numerusform>%n Dateien nicht mehr da</numerusform>
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
        <source>%n files published</source>
        <translation>
            <numerusform>%n Datei veröffentlicht</numerusform>
            <numerusform>%n Dateien veröffentlicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files published to {names}.</source>
        <translation>
            <numerusform>%n Datei veröffentlicht in {names}.</numerusform>
            <numerusform>%n Dateien veröffentlicht in {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files published, {failed} failed.</source>
        <translation>
            <numerusform>%n Datei veröffentlicht, {failed} fehlgeschlagen.</numerusform>
            <numerusform>%n Dateien veröffentlicht, {failed} fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files that are on their way to it will not be sent.</source>
        <translation>
            <numerusform>%n Datei, die dorthin unterwegs ist, wird nicht gesendet.</numerusform>
            <numerusform>%n Dateien, die dorthin unterwegs sind, werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files to {names}</source>
        <translation>
            <numerusform>%n Datei nach {names}</numerusform>
            <numerusform>%n Dateien nach {names}</numerusform>
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
        <source>%n need you.</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit.</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit.</numerusform>
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
            <numerusform>%n von {total} anderen Clips hat Einstellungen mit gleichem Bildaufbau:</numerusform>
            <numerusform>%n von {total} anderen Clips haben Einstellungen mit gleichem Bildaufbau:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
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
        <source>%n places</source>
        <comment>where something is said</comment>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
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
        <source>%n rejected clips are left out</source>
        <translation>
            <numerusform>%n abgelehnter Clip ist nicht dabei</numerusform>
            <numerusform>%n abgelehnte Clips sind nicht dabei</numerusform>
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
        <source>%n runs</source>
        <translation>
            <numerusform>%n Durchlauf</numerusform>
            <numerusform>%n Durchläufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are at work here.</source>
        <translation>
            <numerusform>Hier arbeitet noch %n Durchlauf.</numerusform>
            <numerusform>Hier arbeiten noch %n Durchläufe.</numerusform>
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
        <source>%n sources are still being read in</source>
        <translation>
            <numerusform>%n Quelle wird noch eingelesen</numerusform>
            <numerusform>%n Quellen werden noch eingelesen</numerusform>
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
        <source>%n stopped on the way</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n Datei unterwegs angehalten</numerusform>
            <numerusform>%n Dateien unterwegs angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are damaged.</source>
        <translation>
            <numerusform>%n Sache ist beschädigt.</numerusform>
            <numerusform>%n Sachen sind beschädigt.</numerusform>
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
        <source>%n videos</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
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
        <source>(some without a price)</source>
        <translation>(manche ohne Preis)</translation>
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
    <message numerus="yes">
        <source>1 of %n videos is made: {files}.</source>
        <translation>
            <numerusform>1 von %n Video fertig: {files}.</numerusform>
            <numerusform>1 von %n Videos fertig: {files}.</numerusform>
        </translation>
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
        <source>A page with a video, a media file, or the feed of a podcast. Only fetch what you are allowed to use.</source>
        <translation>Eine Seite mit einem Video, eine Mediendatei oder der Feed eines Podcasts. Bitte nur laden, was verwendet werden darf.</translation>
    </message>
    <message>
        <source>A part of “{name}” could not be read. The source report says what, and what was done.</source>
        <translation>Ein Teil von „{name}“ war nicht lesbar. Der Quellenbericht sagt, welcher, und was getan wurde.</translation>
    </message>
    <message>
        <source>A pattern of your own…</source>
        <translation>Ein eigenes Muster…</translation>
    </message>
    <message>
        <source>A preset says how a finished file is made. Your own come first; the program&apos;s can&apos;t be changed.</source>
        <translation>Eine Voreinstellung sagt, wie eine fertige Datei gemacht wird. Eigene stehen zuerst; die des Programms sind nicht änderbar.</translation>
    </message>
    <message>
        <source>A row for each run, for a spreadsheet (CSV)</source>
        <translation>Eine Zeile je Durchlauf, für eine Tabellenkalkulation (CSV)</translation>
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
        <source>A workspace for each client</source>
        <translation>Ein Arbeitsbereich je Kunde</translation>
    </message>
    <message>
        <source>About Shortlist</source>
        <translation>Über Shortlist</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>Ziel anlegen</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ziel anlegen…</translation>
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
        <source>Add a shape and its preset</source>
        <translation>Ein Format mit Voreinstellung hinzufügen</translation>
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
        <source>Added after the loudness is matched to where the clip goes.</source>
        <translation>Zusätzlich zur Anpassung an die Lautheit des Ziels.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of the embedding endpoint</source>
        <translation>Adresse des Embedding-Endpunkts</translation>
    </message>
    <message>
        <source>Address of the language endpoint</source>
        <translation>Adresse des Sprachmodells</translation>
    </message>
    <message>
        <source>Address of the local API</source>
        <translation>Adresse der lokalen Schnittstelle</translation>
    </message>
    <message>
        <source>Address of the speech endpoint</source>
        <translation>Adresse der Spracherkennung</translation>
    </message>
    <message>
        <source>Address of the storage</source>
        <translation>Adresse des Speichers</translation>
    </message>
    <message>
        <source>Address of the webhook</source>
        <translation>Adresse des Webhooks</translation>
    </message>
    <message>
        <source>Address that tells of new versions</source>
        <translation>Adresse, die neue Versionen nennt</translation>
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
        <source>Agrees with you</source>
        <translation>Stimmt mit Ihnen überein</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>Albanisch</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All</source>
        <comment>short for: All platforms</comment>
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
    <message numerus="yes">
        <source>All %n videos are made: {files}.</source>
        <translation>
            <numerusform>Das Video ist fertig: {files}.</numerusform>
            <numerusform>Alle %n Videos sind fertig: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>All capitals</source>
        <translation>Nur Großbuchstaben</translation>
    </message>
    <message>
        <source>All clips</source>
        <translation>Alle Clips</translation>
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
        <source>All platforms</source>
        <translation>Alle Plattformen</translation>
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
        <source>Amazon S3, Cloudflare R2, Backblaze B2, MinIO and whatever else speaks S3. The key must be allowed to list, read and write; to test it, to delete as well.</source>
        <translation>Amazon S3, Cloudflare R2, Backblaze B2, MinIO und was sonst S3 spricht. Der Schlüssel muss auflisten, lesen und schreiben dürfen, zum Testen auch löschen.</translation>
    </message>
    <message>
        <source>Amazon&apos;s own, or for example https://minio.example.org</source>
        <translation>Amazons eigener, oder zum Beispiel https://minio.example.org</translation>
    </message>
    <message>
        <source>An address of yours is told of each clip, after all other destinations. The clip itself is not sent.</source>
        <translation>Einer eigenen Adresse wird jeder Clip gemeldet, nach allen anderen Zielen. Der Clip selbst wird nicht gesendet.</translation>
    </message>
    <message>
        <source>An embedding endpoint, in Settings › Providers</source>
        <translation>Ein Embedding-Endpunkt, unter Einstellungen › Anbieter</translation>
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
        <source>Another disk, a network share, or a folder that another program synchronises. Files are copied, read back and compared.</source>
        <translation>Eine andere Festplatte, eine Netzwerkfreigabe oder ein Ordner, den ein anderes Programm abgleicht. Dateien werden kopiert, zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>Another workspace…</source>
        <translation>Anderer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Answer other programs on this computer</source>
        <translation>Anderen Programmen auf diesem Computer antworten</translation>
    </message>
    <message>
        <source>Answers in talks</source>
        <translation>Antworten in Gesprächen</translation>
    </message>
    <message>
        <source>Answers in {name}</source>
        <translation>Antworten in {name}</translation>
    </message>
    <message>
        <source>Answers of a contact sheet</source>
        <translation>Antworten eines Kontaktbogens</translation>
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
        <source>Any source</source>
        <translation>Jede Quelle</translation>
    </message>
    <message>
        <source>Any speaker</source>
        <translation>Jeder Sprecher</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <comment>short for: In clips or not</comment>
        <translation>Überall</translation>
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
        <translation>Zuerst einen Clip annehmen</translation>
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
        <source>Approve it, and reject the other one</source>
        <translation>Diesen annehmen und den anderen ablehnen</translation>
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
        <source>Archive</source>
        <translation>Archivieren</translation>
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
        <source>As it is; type to replace it</source>
        <translation>Unverändert; zum Ersetzen eintippen</translation>
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
        <source>As the style keeps clear</source>
        <translation>Wie der Stil es frei hält</translation>
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
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>At most once a day Shortlist then asks this address which version is the newest, and tells you if it is newer than yours. The request says nothing about you, this computer or your work. Nothing is fetched or installed.</source>
        <translation>Höchstens einmal am Tag fragt Shortlist dann diese Adresse, welche Version die neueste ist, und sagt Bescheid, wenn sie neuer ist als die eigene. Die Anfrage sagt nichts über Sie, diesen Computer oder Ihre Arbeit. Nichts wird geladen oder installiert.</translation>
    </message>
    <message>
        <source>At most, for language models:</source>
        <translation>Höchstens, für Sprachmodelle:</translation>
    </message>
    <message>
        <source>At most; phrases are kept together</source>
        <translation>Höchstens; Wortgruppen bleiben zusammen</translation>
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
        <translation>Automatisch: laut Einstellungen</translation>
    </message>
    <message>
        <source>Automatic: the best that keeps up with this computer</source>
        <translation>Automatisch: passend zum Computer</translation>
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
        <source>Back from the archive</source>
        <translation>Aus dem Archiv zurückholen</translation>
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
        <translation>Zurück zu dem, was zu diesem Computer passt: {width}</translation>
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
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before and after: automatic, or as recorded</source>
        <translation>Vorher und nachher vergleichen</translation>
    </message>
    <message>
        <source>Before passages</source>
        <translation>Vor Abschnitten</translation>
    </message>
    <message>
        <source>Before questions</source>
        <translation>Vor Fragen</translation>
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
        <source>Best</source>
        <comment>short for: Best score</comment>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Best quality</source>
        <translation>Beste Qualität</translation>
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
        <source>Both models are asked about clips that you approved or rejected, of talks that neither was trained with. The better one agrees with you more often. Personal data is masked where it was masked for the training.</source>
        <translation>Beide Modelle werden nach Clips gefragt, die Sie angenommen oder abgelehnt haben, aus Gesprächen, mit denen keines trainiert wurde. Das bessere stimmt öfter mit Ihnen überein. Persönliche Daten sind maskiert, wo sie es beim Training waren.</translation>
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
        <source>Bucket</source>
        <translation>Bucket</translation>
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
        <source>Budget in dollars</source>
        <translation>Budget in Dollar</translation>
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
        <source>Calls</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Can&apos;t be used: {why}</source>
        <translation>Nicht verwendbar: {why}</translation>
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
        <source>Captions alone</source>
        <translation>Nur Untertitel</translation>
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
        <source>Change a destination</source>
        <translation>Ziel ändern</translation>
    </message>
    <message>
        <source>Change how much is done at once, and see how it went lately  (D)</source>
        <translation>Festlegen, wie viel gleichzeitig läuft, und sehen, wie es zuletzt lief  (D)</translation>
    </message>
    <message>
        <source>Change the workspace</source>
        <translation>Arbeitsbereich wechseln</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
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
        <source>Check for damage</source>
        <translation>Auf Schäden prüfen</translation>
    </message>
    <message>
        <source>Check of “{name}”</source>
        <translation>Prüfung von „{name}“</translation>
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
        <translation>Einen Clip wählen</translation>
    </message>
    <message>
        <source>Choose a command to give it other keys. Hold K and press J or L for one frame. Plain keys rest while you type in a field.</source>
        <translation>Einen Befehl auswählen, um ihm andere Tasten zu geben. K halten und J oder L drücken: ein Bild. Einfache Tasten ruhen, solange in ein Feld getippt wird.</translation>
    </message>
    <message>
        <source>Choose a destination</source>
        <translation>Ein Ziel wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Einen Ordner für die Dateien wählen.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose a line to read all of it</source>
        <translation>Eine Zeile wählen, um sie ganz zu lesen</translation>
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
        <source>Choose a shape for the files.</source>
        <translation>Ein Format für die Dateien wählen.</translation>
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
        <source>Chosen by Shortlist</source>
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
        <source>Clips made by hand</source>
        <translation>Von Hand gemachte Clips</translation>
    </message>
    <message>
        <source>Clips of the same set-up</source>
        <translation>Clips mit gleichem Bildaufbau</translation>
    </message>
    <message>
        <source>Clips on the sheet</source>
        <translation>Clips auf dem Bogen</translation>
    </message>
    <message>
        <source>Clips proposed</source>
        <translation>Vorgeschlagene Clips</translation>
    </message>
    <message>
        <source>Clips side by side</source>
        <translation>Clips nebeneinander</translation>
    </message>
    <message>
        <source>Clips that say the same</source>
        <translation>Clips, die dasselbe sagen</translation>
    </message>
    <message>
        <source>Clips that say the same…</source>
        <translation>Clips, die dasselbe sagen…</translation>
    </message>
    <message>
        <source>Clips to approve at most</source>
        <translation>Höchstens anzunehmende Clips</translation>
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
        <source>Clips, shapes and presets</source>
        <translation>Clips, Formate und Voreinstellungen</translation>
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
        <source>Close the search</source>
        <translation>Suche schließen</translation>
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
        <source>Codec</source>
        <translation>Codec</translation>
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
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Compare</source>
        <comment>verb</comment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare for {price}</source>
        <translation>Für {price} vergleichen</translation>
    </message>
    <message>
        <source>Compare with the base model</source>
        <translation>Mit dem Grundmodell vergleichen</translation>
    </message>
    <message>
        <source>Compare with the base model…</source>
        <translation>Mit dem Grundmodell vergleichen…</translation>
    </message>
    <message>
        <source>Compared {when} for {price}.</source>
        <translation>Verglichen {when} für {price}.</translation>
    </message>
    <message>
        <source>Compared {when}, at no cost: all answers were remembered.</source>
        <translation>Verglichen {when}, ohne Kosten: Alle Antworten waren noch bekannt.</translation>
    </message>
    <message>
        <source>Compared {when}. The price of a model is not known.</source>
        <translation>Verglichen {when}. Der Preis eines Modells ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Comparing the clips of all runs…</source>
        <translation>Die Clips aller Durchläufe werden verglichen…</translation>
    </message>
    <message>
        <source>Comparing {name} with the clips…</source>
        <translation>{name} wird mit den Clips verglichen…</translation>
    </message>
    <message>
        <source>Comparison with {model}</source>
        <translation>Vergleich mit {model}</translation>
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
        <source>Constant quality: less is better and larger</source>
        <translation>Gleichbleibende Qualität: weniger ist besser und größer</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation>Kontaktbogen…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
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
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
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
        <source>Copy versions, folders and the list of parts as text</source>
        <translation>Versionen, Ordner und die Liste der Teile als Text kopieren</translation>
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
        <source>Copy: {what}</source>
        <translation>Kopieren: {what}</translation>
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
        <source>Could not compare the models.</source>
        <translation>Die Modelle konnten nicht verglichen werden.</translation>
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
        <source>Could not import the files.</source>
        <translation>Die Dateien konnten nicht importiert werden.</translation>
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
        <source>Could not keep the decision.</source>
        <translation>Die Entscheidung konnte nicht festgehalten werden.</translation>
    </message>
    <message>
        <source>Could not keep the destination.</source>
        <translation>Das Ziel konnte nicht gespeichert werden.</translation>
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
        <source>Could not look at the workspaces.</source>
        <translation>Die Arbeitsbereiche konnten nicht angesehen werden.</translation>
    </message>
    <message>
        <source>Could not look for clips of the same set-up.</source>
        <translation>Clips mit gleicher Kameraposition konnten nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Could not look for clips that say the same.</source>
        <translation>Nach Clips, die dasselbe sagen, konnte nicht gesucht werden.</translation>
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
        <source>Could not look up what a comparison takes.</source>
        <translation>Was ein Vergleich braucht, konnte nicht festgestellt werden.</translation>
    </message>
    <message>
        <source>Could not make the contact sheet.</source>
        <translation>Der Kontaktbogen konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Could not make the report.</source>
        <translation>Der Bericht konnte nicht erstellt werden.</translation>
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
        <source>Could not publish.</source>
        <translation>Veröffentlichen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Could not read it anew.</source>
        <translation>Es konnte nicht neu gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the analysis.</source>
        <translation>Die Analyse konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the answers.</source>
        <translation>Die Antworten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the changes.</source>
        <translation>Die Änderungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the destinations.</source>
        <translation>Die Ziele konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the preset.</source>
        <translation>Die Voreinstellung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the presets.</source>
        <translation>Die Voreinstellungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the recipe.</source>
        <translation>Das Rezept konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the recipes.</source>
        <translation>Die Rezepte konnten nicht gelesen werden.</translation>
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
        <source>Could not remember that.</source>
        <translation>Das konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>Could not remember where you are.</source>
        <translation>Die aktuelle Stelle konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>Could not remove the destination.</source>
        <translation>Das Ziel konnte nicht entfernt werden.</translation>
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
        <source>Could not remove the preset.</source>
        <translation>Die Voreinstellung konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not remove the recipe.</source>
        <translation>Das Rezept konnte nicht entfernt werden.</translation>
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
        <translation>Die Einblicke konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not save the insights. {why}</source>
        <translation>Die Einblicke ließen sich nicht speichern. {why}</translation>
    </message>
    <message>
        <source>Could not save the preset.</source>
        <translation>Die Voreinstellung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not save the recipe.</source>
        <translation>Das Rezept konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not save the translation.</source>
        <translation>Die Übersetzung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not say that {speaker} talks.</source>
        <translation>{speaker} konnte nicht zugeordnet werden.</translation>
    </message>
    <message>
        <source>Could not search.</source>
        <translation>Die Suche ist fehlgeschlagen.</translation>
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
        <source>Could not show the transcript.</source>
        <translation>Das Transkript ließ sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Could not start the fine-tune.</source>
        <translation>Das Fine-Tuning konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not stop it.</source>
        <translation>Es konnte nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Could not stop publishing.</source>
        <translation>Das Veröffentlichen konnte nicht angehalten werden.</translation>
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
        <source>Could not take the answers over.</source>
        <translation>Die Antworten konnten nicht übernommen werden.</translation>
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
        <source>Could not tell what is known.</source>
        <translation>Was bekannt ist, konnte nicht festgestellt werden.</translation>
    </message>
    <message>
        <source>Could not tell what the talk is about.</source>
        <translation>Der Inhalt des Gesprächs konnte nicht bestimmt werden.</translation>
    </message>
    <message>
        <source>Could not tell who speaks.</source>
        <translation>Es ließ sich nicht feststellen, wer spricht.</translation>
    </message>
    <message>
        <source>Could not translate the captions.</source>
        <translation>Die Untertitel konnten nicht übersetzt werden.</translation>
    </message>
    <message>
        <source>Could not try the destination.</source>
        <translation>Das Ziel konnte nicht getestet werden.</translation>
    </message>
    <message>
        <source>Could not try the failed files again.</source>
        <translation>Die fehlgeschlagenen Dateien konnten nicht erneut versucht werden.</translation>
    </message>
    <message>
        <source>Could not undo that.</source>
        <translation>Das konnte nicht rückgängig gemacht werden.</translation>
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
        <source>Could not work on {file} again.</source>
        <translation>{file} konnte nicht noch einmal bearbeitet werden.</translation>
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
        <source>Could not write the preset.</source>
        <translation>Die Voreinstellung konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not write the recipe.</source>
        <translation>Das Rezept konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not write the report.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Could not write what to post.</source>
        <translation>Der Beitragstext konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Counted out of this workspace&apos;s own records when this page was made. Nothing else is counted, and none of it leaves this computer.</source>
        <translation>Beim Öffnen dieser Seite aus den eigenen Aufzeichnungen des Arbeitsbereichs gezählt. Sonst wird nichts gezählt, und nichts davon verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählen…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
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
        <translation>„Äh“, „weißt du“ und Ähnliches entfernen</translation>
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
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message numerus="yes">
        <source>Decisions on %n clips taken over</source>
        <translation>
            <numerusform>Entscheidung zu %n Clip übernommen</numerusform>
            <numerusform>Entscheidungen zu %n Clips übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions on clips</source>
        <translation>Entscheidungen über Clips</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
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
        <source>Delete workspace</source>
        <translation>Arbeitsbereich löschen</translation>
    </message>
    <message>
        <source>Delete “{name}” with everything in it?</source>
        <translation>„{name}“ mit allem darin löschen?</translation>
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
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Destinations…</source>
        <translation>Ziele…</translation>
    </message>
    <message>
        <source>Different from “{title}”, version {version}</source>
        <translation>Anders als „{title}“, Version {version}</translation>
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
        <source>Double-click, or press Enter, to change it. Delete removes it</source>
        <translation>Doppelklick oder Eingabetaste zum Ändern, Entf zum Entfernen</translation>
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
        <translation>Entwurf gespeichert</translation>
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
        <translation>Noch Entwurf</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
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
        <source>Drag one to the left to ignore it, to the right to let it count double.</source>
        <translation>Einen Regler nach links ziehen, damit er nicht zählt, nach rechts, damit er doppelt zählt.</translation>
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
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
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
        <source>Each workspace keeps its own runs, clips, styles, recipes, budgets and keys: one per client.</source>
        <translation>Jeder Arbeitsbereich hat eigene Durchläufe, Clips, Stile, Rezepte, Budgets und Schlüssel: einer je Kunde.</translation>
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
        <source>Edit or rename…</source>
        <translation>Ändern oder umbenennen…</translation>
    </message>
    <message>
        <source>Editing program</source>
        <translation>Schnittprogramm</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Effort of encoding</source>
        <translation>Aufwand beim Kodieren</translation>
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
        <source>Everything works without these. An endpoint you set here is asked over the network: the language model gets the transcript to find and judge clips, the speech endpoint gets the sound, the embedding endpoint gets every transcript in passages and what you search for. Any OpenAI-compatible address will do, also one on this computer.</source>
        <translation>Alles geht auch ohne. Ein hier gesetzter Endpunkt wird über das Netz gefragt: Das Sprachmodell erhält das Transkript, um Clips zu finden und zu bewerten, die Spracherkennung den Ton, der Einbettungsdienst jedes Transkript in Abschnitten und Ihre Suchen. Jede OpenAI-kompatible Adresse genügt, auch eine auf diesem Computer.</translation>
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
    <message numerus="yes">
        <source>Export %n approved clips, {length} in all</source>
        <translation>
            <numerusform>%n angenommenen Clip exportieren, {length}</numerusform>
            <numerusform>%n angenommene Clips exportieren, zusammen {length}</numerusform>
        </translation>
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
        <source>Export the preset</source>
        <translation>Voreinstellung exportieren</translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation>Rezept exportieren</translation>
    </message>
    <message>
        <source>Export to one file</source>
        <translation>In eine Datei exportieren</translation>
    </message>
    <message>
        <source>Export to one file…</source>
        <translation>In eine Datei exportieren…</translation>
    </message>
    <message>
        <source>Export {done} of {total}</source>
        <translation>Export {done} von {total}</translation>
    </message>
    <message>
        <source>Export {style}</source>
        <translation>{style} exportieren</translation>
    </message>
    <message>
        <source>Export “{name}”</source>
        <translation>„{name}“ exportieren</translation>
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
        <source>Face detector, up to 2 m</source>
        <translation>Gesichter erkennen, bis 2 m</translation>
    </message>
    <message>
        <source>Face detector, up to 5 m</source>
        <translation>Gesichter erkennen, bis 5 m</translation>
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
        <source>Failed</source>
        <comment>one of five words above a narrow list</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
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
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File: {path}</source>
        <translation>Datei: {path}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <source>Files to export: clips, and shapes in presets</source>
        <translation>Zu exportierende Dateien: Clips, und Formate mit Voreinstellungen</translation>
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
        <source>Films of contact sheets</source>
        <translation>Filme von Kontaktbögen</translation>
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
        <translation>Sätze und Schnitte finden</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>Gesagtes finden</translation>
    </message>
    <message>
        <source>Find {words}</source>
        <translation>{words} suchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
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
        <source>Fine-tune of {model}</source>
        <translation>Feinabstimmung von {model}</translation>
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
        <source>Finished clips can go to folders (another disk, a network share), to storage that speaks S3, and webhooks can be told of them. Nothing is sent anywhere that is not listed here. What is changed here holds at once.</source>
        <translation>Fertige Clips können in Ordner gehen (andere Festplatte, Netzwerkfreigabe), in Speicher, der S3 spricht, und Webhooks können gemeldet werden. Nirgendwohin wird etwas gesendet, was hier nicht steht. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Finished files</source>
        <translation>Fertige Dateien</translation>
    </message>
    <message>
        <source>Finished files in its folder ({size})</source>
        <translation>Fertige Dateien in seinem Ordner ({size})</translation>
    </message>
    <message>
        <source>Finished files in {folder}</source>
        <translation>Fertige Dateien in {folder}</translation>
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
        <translation>Auf Unschärfe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <comment>kind of destination</comment>
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
        <source>Folder of the new workspace</source>
        <translation>Ordner des neuen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Folder that clips are published to</source>
        <translation>Ordner, in den Clips veröffentlicht werden</translation>
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
        <source>For example: about pricing</source>
        <translation>Zum Beispiel: über Preise</translation>
    </message>
    <message>
        <source>For example: the client&apos;s own player, quiet and small</source>
        <translation>Zum Beispiel: der eigene Player des Kunden, leise und klein</translation>
    </message>
    <message>
        <source>For example: the weekly show, to be looked through on Mondays</source>
        <translation>Zum Beispiel: die wöchentliche Sendung, montags durchzusehen</translation>
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
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
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
        <source>Frames a second, at most</source>
        <translation>Bilder je Sekunde, höchstens</translation>
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
        <source>From the open run…</source>
        <translation>Vom offenen Durchlauf…</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>Von {before} zu {after}</translation>
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
        <source>Getting started</source>
        <translation>Loslegen</translation>
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
        <source>Give it a name.</source>
        <translation>Einen Namen eingeben.</translation>
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
        <source>Go on reading for the meaning</source>
        <translation>Weiter nach der Bedeutung lesen</translation>
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
        <source>Go to the insights</source>
        <translation>Zu den Einblicken</translation>
    </message>
    <message>
        <source>Go to the list of runs</source>
        <translation>Zur Liste der Durchläufe</translation>
    </message>
    <message>
        <source>Go to the styles</source>
        <translation>Zu den Stilen</translation>
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
        <source>Gone</source>
        <comment>a file</comment>
        <translation>Fort</translation>
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
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>How far the move is</source>
        <translation>Wie weit das Verschieben ist</translation>
    </message>
    <message>
        <source>How far the sheet is</source>
        <translation>Wie weit der Bogen ist</translation>
    </message>
    <message>
        <source>How files are called</source>
        <translation>Wie Dateien heißen</translation>
    </message>
    <message>
        <source>How long to wait for an answer of the embedding endpoint</source>
        <translation>Wie lange auf eine Antwort des Embedding-Endpunkts gewartet wird</translation>
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
        <source>How many jobs of a kind run at the same time. Takes effect at once; what runs is finished.</source>
        <translation>Wie viele Aufgaben einer Art gleichzeitig laufen. Gilt sofort; was läuft, wird beendet.</translation>
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
        <translation>Wenn Sie trotzdem starten, hält die Arbeit an, sobald der Platz ausgeht, und geht von selbst weiter, sobald es mehr gibt.</translation>
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
        <source>Import a preset</source>
        <translation>Voreinstellung importieren</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Import a style</source>
        <translation>Stil importieren</translation>
    </message>
    <message>
        <source>Import a workspace from a file</source>
        <translation>Einen Arbeitsbereich aus einer Datei importieren</translation>
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
        <source>In</source>
        <translation>Ein</translation>
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
        <source>In any clip</source>
        <translation>In einem Clip</translation>
    </message>
    <message>
        <source>In approved clips</source>
        <translation>In angenommenen Clips</translation>
    </message>
    <message>
        <source>In clips for later</source>
        <translation>In Vielleicht-Clips</translation>
    </message>
    <message>
        <source>In clips or not</source>
        <translation>In Clips oder nicht</translation>
    </message>
    <message>
        <source>In rejected clips</source>
        <translation>In abgelehnten Clips</translation>
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
        <source>In undecided clips</source>
        <translation>In offenen Clips</translation>
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
        <source>Inside a library</source>
        <translation>In einer Bibliothek</translation>
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
        <source>Intermediate results: without them they are made again when needed</source>
        <translation>Zwischenergebnisse: ohne sie werden sie bei Bedarf neu erzeugt</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Irisch</translation>
    </message>
    <message>
        <source>It begins empty, with settings, keys, styles and recipes of its own.</source>
        <translation>Er beginnt leer, mit eigenen Einstellungen, Schlüsseln, Stilen und Rezepten.</translation>
    </message>
    <message>
        <source>It begins with the recipe “{name}”.</source>
        <translation>Es beginnt mit dem Rezept „{name}“.</translation>
    </message>
    <message>
        <source>It does not listen.</source>
        <translation>Nicht eingeschaltet.</translation>
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
        <source>It is in {file}. Keys are not in it.</source>
        <translation>Er ist in {file}. Schlüssel sind nicht darin.</translation>
    </message>
    <message>
        <source>It lies in {folder} now.</source>
        <translation>Er liegt jetzt in {folder}.</translation>
    </message>
    <message>
        <source>It takes {time}.</source>
        <translation>Dauer: {time}.</translation>
    </message>
    <message>
        <source>It works at once, whether the rest is saved or not.</source>
        <translation>Es wirkt sofort, ob der Rest gespeichert wird oder nicht.</translation>
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
        <source>Its key comes from the environment.</source>
        <translation>Der Schlüssel kommt aus der Umgebung.</translation>
    </message>
    <message>
        <source>Its key is in the system&apos;s keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Its key is missing.</source>
        <translation>Der Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Its licence comes without a text of its own; see its page.</source>
        <translation>Die Lizenz liegt nicht als Text bei; siehe die Seite des Teils.</translation>
    </message>
    <message>
        <source>Its settings, and its keys for services and destinations</source>
        <translation>Seine Einstellungen und seine Schlüssel für Dienste und Ziele</translation>
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
        <source>Jobs at once</source>
        <translation>Aufgaben gleichzeitig</translation>
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
        <source>Keep its choices as a recipe…</source>
        <translation>Seine Einstellungen als Rezept speichern…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Keep so many gigabytes of intermediate files</source>
        <translation>So viele Gigabyte an Zwischendateien behalten</translation>
    </message>
    <message>
        <source>Keep the choices that the open run was made with</source>
        <translation>Die Einstellungen speichern, mit denen der offene Durchlauf entstand</translation>
    </message>
    <message>
        <source>Keep the finished files in its folder</source>
        <translation>Die fertigen Dateien in seinem Ordner behalten</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Diesen behalten</translation>
    </message>
    <message>
        <source>Keep to {name}</source>
        <translation>Bei {name} bleiben</translation>
    </message>
    <message>
        <source>Keep what nobody needs so many days</source>
        <translation>So viele Tage behalten, was niemand braucht</translation>
    </message>
    <message>
        <source>Keep {clip}</source>
        <translation>{clip} behalten</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>Wird gespeichert…</translation>
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
        <source>Kept clear for</source>
        <translation>Frei gehalten für</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring, or encrypted where there is none, and never shown again.</source>
        <translation>Liegt im Schlüsselbund des Systems, oder verschlüsselt, wo es keinen gibt, und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Key</source>
        <comment>secret</comment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key of the embedding endpoint</source>
        <translation>Schlüssel des Embedding-Endpunkts</translation>
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
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of destination</source>
        <translation>Art des Ziels</translation>
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
        <source>Language and speech models</source>
        <translation>Sprach- und Hörmodelle</translation>
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
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
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
            <numerusform>Lernt aus %n Entscheidung…</numerusform>
            <numerusform>Lernt aus %n Entscheidungen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>Mindestkontrast</translation>
    </message>
    <message>
        <source>Least score of a clip to approve</source>
        <translation>Mindestwertung eines anzunehmenden Clips</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
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
        <source>Let Shortlist frame this shot again  (Shift+C)</source>
        <translation>Diese Einstellung wieder automatisch zuschneiden  (Umschalt+C)</translation>
    </message>
    <message>
        <source>Let Shortlist write it</source>
        <translation>Automatisch schreiben lassen</translation>
    </message>
    <message>
        <source>Let all that are selected go out in some shapes</source>
        <translation>Formate für alle ausgewählten festlegen</translation>
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
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
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
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Long work and trouble</source>
        <translation>Lange Arbeit und Probleme</translation>
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
    <message>
        <source>Look it up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Look through all presets, and make your own</source>
        <translation>Alle Voreinstellungen durchsehen und eigene anlegen</translation>
    </message>
    <message>
        <source>Looked for last:</source>
        <translation>Zuletzt gesucht:</translation>
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
        <translation>Einstellungen mit gleichem Bildaufbau werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for shots of the same set-up… clip {number} of {total}</source>
        <translation>Einstellungen mit gleichem Bildaufbau werden gesucht… Clip {number} von {total}</translation>
    </message>
    <message>
        <source>Looking up what there is to ask…</source>
        <translation>Es wird nachgesehen, wonach gefragt werden kann…</translation>
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
        <source>Made</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Entstanden durch</translation>
    </message>
    <message>
        <source>Made by an older version</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Made in part</source>
        <translation>Teilweise fertig</translation>
    </message>
    <message>
        <source>Made of a draft transcript: read it before you publish any of this.</source>
        <translation>Aus einem Transkript-Entwurf entstanden: vor dem Veröffentlichen lesen.</translation>
    </message>
    <message>
        <source>Made without being looked at, for example overnight. Each video has its own folder in this one.</source>
        <translation>Wird gemacht, ohne dass jemand hinsieht, etwa über Nacht. Jedes Video hat darin einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Main bar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Make a clip</source>
        <translation>Clip machen</translation>
    </message>
    <message>
        <source>Make a clip of its sentences (C)</source>
        <translation>Aus diesen Sätzen einen Clip machen (C)</translation>
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
        <source>Make the sheet</source>
        <translation>Bogen erstellen</translation>
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
        <source>Making the contact sheet…</source>
        <translation>Der Kontaktbogen entsteht…</translation>
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
        <source>Many videos at once</source>
        <translation>Viele Videos auf einmal</translation>
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
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Mask personal data</source>
        <translation>Persönliches unkenntlich machen</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
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
        <source>Mend</source>
        <translation>Reparieren</translation>
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
        <source>Model of the embedding endpoint</source>
        <translation>Modell des Embedding-Endpunkts</translation>
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
        <source>Model, fetched when it is wanted</source>
        <translation>Modell, wird bei Bedarf geladen</translation>
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
        <source>Month</source>
        <translation>Monat</translation>
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
        <source>More than {count} places</source>
        <translation>Mehr als {count} Stellen</translation>
    </message>
    <message>
        <source>More that can be done with the workspace</source>
        <translation>Was sonst mit dem Arbeitsbereich getan werden kann</translation>
    </message>
    <message>
        <source>Morning report</source>
        <translation>Morgenbericht</translation>
    </message>
    <message>
        <source>Morning report…</source>
        <translation>Morgenbericht…</translation>
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
        <source>Move the workspace</source>
        <translation>Den Arbeitsbereich verschieben</translation>
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
        <source>Move to another place…</source>
        <translation>An einen anderen Ort verschieben…</translation>
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
        <comment>of a part</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the destination</source>
        <translation>Name des Ziels</translation>
    </message>
    <message>
        <source>Name of the layout; a layout of the same name is replaced</source>
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
        <source>Name the address that tells of new versions.</source>
        <translation>Geben Sie die Adresse an, die neue Versionen nennt.</translation>
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
        <translation>Namen, schwierige Wörter, mit Kommas</translation>
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
        <source>New preset</source>
        <translation>Neue Voreinstellung</translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation>Neues Rezept</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>New versions could not be looked for.</source>
        <translation>Nach neuen Versionen konnte nicht gesehen werden.</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>New, like this one…</source>
        <translation>Neu, wie diese…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
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
        <source>No clip is approved yet. Close this, and approve those that you want: with A, or below the picture.</source>
        <translation>Noch kein Clip ist angenommen. Dieses Fenster schließen und Clips annehmen: mit A oder unter dem Bild.</translation>
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
        <source>No destination yet.</source>
        <translation>Noch kein Ziel.</translation>
    </message>
    <message>
        <source>No destination yet. Add one, and finished clips can be published to it.</source>
        <translation>Noch kein Ziel. Ist eines angelegt, können fertige Clips dorthin veröffentlicht werden.</translation>
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
        <source>No language model is set, so nothing is translated for you. Set one in Settings › Providers (one on this computer will do), or write the translation by hand below.</source>
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
        <translation>Kein anderer Clip dieses Durchlaufs hat eine Einstellung mit gleichem Bildaufbau.</translation>
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
        <source>No recipe yet. A recipe keeps all choices of a run under a name: style, shapes, lengths, what is approved by itself, where files go. Make one here, or of a run that came out well.</source>
        <translation>Noch kein Rezept. Ein Rezept hält alle Einstellungen eines Durchlaufs unter einem Namen fest: Stil, Formate, Längen, was von selbst angenommen wird, wohin Dateien gehen. Hier entsteht eines, oder aus einem Durchlauf, der gut gelungen ist.</translation>
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
        <source>No two clips of different runs say nearly the same. Pairs turn up where an episode is imported twice, or a story is told again.</source>
        <translation>Keine zwei Clips verschiedener Durchläufe sagen fast dasselbe. Paare finden sich, wo eine Folge zweimal importiert oder eine Geschichte noch einmal erzählt wurde.</translation>
    </message>
    <message>
        <source>No workspace yet: make one.</source>
        <translation>Noch kein Arbeitsbereich: Legen Sie einen an.</translation>
    </message>
    <message>
        <source>No zones</source>
        <comment>short for: No safe zones</comment>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Nobody is chosen: Shortlist decides who is shown.</source>
        <translation>Niemand gewählt: Wer zu sehen ist, wird automatisch entschieden.</translation>
    </message>
    <message>
        <source>Nobody is seen in this clip.</source>
        <translation>In diesem Clip ist niemand zu sehen.</translation>
    </message>
    <message>
        <source>Nobody says {words}. Try fewer words, or only their beginnings.</source>
        <translation>Niemand sagt {words}. Weniger Wörter helfen oft, oder nur ihre Anfänge.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no colour</comment>
        <translation>Keine</translation>
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
        <source>None yet. Edit a copy of a style and publish it.</source>
        <translation>Noch keine. Die Kopie eines Stils bearbeiten und veröffentlichen.</translation>
    </message>
    <message>
        <source>None yet. What you start above is followed here, also after Shortlist was closed.</source>
        <translation>Noch keine. Was oben begonnen wird, wird hier verfolgt, auch nachdem Shortlist geschlossen war.</translation>
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
        <source>None, or for example shows</source>
        <translation>Keiner, oder zum Beispiel sendungen</translation>
    </message>
    <message>
        <source>None: choices of my own</source>
        <translation>Keines: eigene Einstellungen</translation>
    </message>
    <message>
        <source>None: requests are not signed</source>
        <translation>Keines: Anfragen werden nicht signiert</translation>
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
        <source>Not everything is published</source>
        <translation>Nicht alles ist veröffentlicht</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dasselbe</translation>
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
        <source>Nothing</source>
        <translation>Nichts</translation>
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
        <source>Nothing exported</source>
        <translation>Nichts exportiert</translation>
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
        <source>Nothing of this run is finished yet. Export clips, then publish them.</source>
        <translation>Von diesem Durchlauf ist noch nichts fertig. Erst Clips exportieren, dann veröffentlichen.</translation>
    </message>
    <message>
        <source>Nothing to free</source>
        <translation>Nichts freizugeben</translation>
    </message>
    <message>
        <source>Nothing to mend: the draft and what was measured on clips keep all rules.</source>
        <translation>Nichts zu verbessern: Der Entwurf und was an Clips gemessen wurde halten alle Regeln ein.</translation>
    </message>
    <message>
        <source>Nothing to wait for: clips of the open run are being made ready to be seen.</source>
        <translation>Nichts, worauf zu warten wäre: Clips des offenen Durchlaufs werden zum Ansehen vorbereitet.</translation>
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
        <source>Nothing was found here with these filters.</source>
        <translation>Mit diesen Filtern wurde hier nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
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
        <source>Nothing was run in this month.</source>
        <translation>In diesem Monat lief nichts.</translation>
    </message>
    <message>
        <source>Nothing was spent this month.</source>
        <translation>In diesem Monat wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing was worked on.</source>
        <translation>Nichts wurde bearbeitet.</translation>
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
        <source>Number, title, shape</source>
        <translation>Nummer, Titel, Format</translation>
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
        <source>Offline draft</source>
        <translation>Offline-Entwurf</translation>
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
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
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
        <source>One page with small films of the clips, which any browser plays, also without a network. Whoever gets it approves, rejects and writes notes, and sends you the small file that it saves.</source>
        <translation>Eine Seite mit kleinen Filmen der Clips, die jeder Browser abspielt, auch ohne Netz. Wer sie bekommt, nimmt an, lehnt ab, schreibt Notizen und schickt die kleine Datei zurück, die sie speichert.</translation>
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
        <source>Only words are found. A service that knows meanings finds what was meant as well.</source>
        <translation>Nur Wörter werden gefunden. Ein Dienst, der Bedeutungen kennt, findet auch, was gemeint war.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
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
        <source>Open for looking</source>
        <translation>Zum Ansehen öffnen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open its run and play from here (Space)</source>
        <translation>Den Durchlauf öffnen und ab hier abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Open its run at this moment (Enter)</source>
        <translation>Den Durchlauf an dieser Stelle öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open the workspace in a folder</source>
        <translation>Den Arbeitsbereich in einem Ordner öffnen</translation>
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
        <source>Options</source>
        <translation>Optionen</translation>
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
        <source>Other folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Other programs on this computer may import, start runs, decide, edit and export as you do here, while this window is open. Nobody gets in from another computer, from a web page, or without the token.</source>
        <translation>Andere Programme auf diesem Computer dürfen importieren, Durchläufe starten, entscheiden, bearbeiten und exportieren wie Sie hier, solange dieses Fenster offen ist. Von einem anderen Computer, aus einer Webseite oder ohne das Token kommt niemand herein.</translation>
    </message>
    <message>
        <source>Otherwise they lie beside the file alone</source>
        <translation>Sonst liegen sie nur neben der Datei</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
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
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page stays until the next</source>
        <translation>Seite bleibt bis zur nächsten</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
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
        <source>Pairs of clips</source>
        <translation>Paare von Clips</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>Teile und Lizenzen</translation>
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
        <source>Play {clip}</source>
        <translation>{clip} abspielen</translation>
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
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the local API</source>
        <translation>Port der lokalen Schnittstelle</translation>
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
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Prefix of all names</source>
        <translation>Präfix aller Namen</translation>
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
        <source>Preset “{name}”</source>
        <translation>Voreinstellung „{name}“</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Presets of single shapes</source>
        <translation>Voreinstellungen einzelner Formate</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Voreinstellungen…</translation>
    </message>
    <message>
        <source>Press Enter, or double-click, to edit it</source>
        <translation>Eingabetaste oder Doppelklick, um es zu ändern</translation>
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
        <comment>verb</comment>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish finished clips…</source>
        <translation>Fertige Clips veröffentlichen…</translation>
    </message>
    <message>
        <source>Publish to {name}</source>
        <translation>Auf {name} veröffentlichen</translation>
    </message>
    <message>
        <source>Publish when finished</source>
        <translation>Veröffentlichen, sobald fertig</translation>
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
        <source>Published: {place}</source>
        <translation>Veröffentlicht: {place}</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message numerus="yes">
        <source>Publishing: {done} of %n files done</source>
        <translation>
            <numerusform>Veröffentlichen: {done} von %n Datei fertig</numerusform>
            <numerusform>Veröffentlichen: {done} von %n Dateien fertig</numerusform>
        </translation>
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
        <source>Quality (CRF)</source>
        <translation>Qualität (CRF)</translation>
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
        <source>Read all anew</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>Read answers of a contact sheet…</source>
        <translation>Antworten eines Kontaktbogens einlesen…</translation>
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
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Recipe for new runs</source>
        <translation>Rezept für neue Durchläufe</translation>
    </message>
    <message>
        <source>Recipe “{name}”</source>
        <translation>Rezept „{name}“</translation>
    </message>
    <message>
        <source>Recipe: {name}</source>
        <translation>Rezept: {name}</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>Recipes…</source>
        <translation>Rezepte…</translation>
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
        <source>Redo “{name}” from which step?</source>
        <translation>Ab welchem Schritt soll „{name}“ erneut ausgeführt werden?</translation>
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
        <source>Region</source>
        <translation>Region</translation>
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
        <source>Remove this destination?</source>
        <translation>Dieses Ziel entfernen?</translation>
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
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove “{name}” and forget its key?</source>
        <translation>„{name}“ entfernen und den Schlüssel vergessen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename workspace</source>
        <translation>Arbeitsbereich umbenennen</translation>
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
        <source>Replaces names of speakers, e-mail and web addresses, telephone and long numbers by placeholders such as [NAME 1]. Names that are only said in a talk can&apos;t be told and stay: read an export before you pass it on.</source>
        <translation>Ersetzt Namen von Sprechern, E-Mail- und Webadressen, Telefon- und lange Nummern durch Platzhalter wie [NAME 1]. Namen, die in einem Gespräch nur genannt werden, sind nicht zu erkennen und bleiben: Lesen Sie eine exportierte Datei, bevor Sie sie weitergeben.</translation>
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
        <source>Requests are not signed: no secret is set.</source>
        <translation>Anfragen werden nicht signiert: Es ist kein Signaturschlüssel gesetzt.</translation>
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
        <translation>Schnitte zurückholen</translation>
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
        <source>Result</source>
        <translation>Ergebnis</translation>
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
        <source>Right</source>
        <translation>Rechts</translation>
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
        <source>Run again with “{name}”</source>
        <translation>Noch einmal mit „{name}“</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Runs, clips, decisions with their undo, styles and recipes always go along; keys never do.</source>
        <translation>Durchläufe, Clips, Entscheidungen mit ihrem Verlauf, Stile und Rezepte gehen immer mit; Schlüssel nie.</translation>
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
        <source>S3 storage</source>
        <comment>kind of destination</comment>
        <translation>S3-Speicher</translation>
    </message>
    <message>
        <source>Safe zone</source>
        <translation>Sicherer Bereich</translation>
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
        <comment>verb</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Save as a recipe…</source>
        <translation>Als Rezept speichern…</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>Als Tabelle speichern…</translation>
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
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Abrechnung speichern</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>Übersetzung speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Als {file} gespeichert.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
    <message>
        <source>Save…</source>
        <comment>verb</comment>
        <translation>Speichern…</translation>
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
        <source>Score {score}. {decision}</source>
        <translation>Bewertung {score}. {decision}</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>verb</comment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search by command or key, like “trim” or “Ctrl+E”</source>
        <translation>Nach Befehl oder Taste suchen, etwa „Clip“ oder „Strg+E“</translation>
    </message>
    <message>
        <source>Search by meaning</source>
        <translation>Suche nach der Bedeutung</translation>
    </message>
    <message>
        <source>Search by name or licence</source>
        <translation>Nach Name oder Lizenz suchen</translation>
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
        <source>Search everything that was said</source>
        <translation>Alles Gesagte durchsuchen</translation>
    </message>
    <message>
        <source>Search everything that was said…</source>
        <translation>Alles Gesagte durchsuchen…</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Search parts</source>
        <translation>Teile suchen</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Secret that requests are signed with</source>
        <translation>Schlüssel, mit dem Anfragen signiert werden</translation>
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
        <source>Sending, {share} %</source>
        <translation>Wird gesendet, {share} %</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Separated by commas; no others may be used. Leave it empty to allow all.</source>
        <translation>Durch Kommas getrennt; andere sind nicht erlaubt. Leer sind alle erlaubt.</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Set one up…</source>
        <translation>Einrichten…</translation>
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
        <source>Shadow distance</source>
        <translation>Abstand des Schattens</translation>
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
        <source>Shapes and presets</source>
        <translation>Formate und Voreinstellungen</translation>
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
        <source>Share</source>
        <translation>Anteil</translation>
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
        <source>Shorter side</source>
        <translation>Kürzere Seite</translation>
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
        <source>Shortlist finds the moments worth posting.
Everything stays on this computer.</source>
        <translation>Shortlist findet die Momente, die sich zu veröffentlichen lohnen.
Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Shortlist is done</source>
        <translation>Shortlist ist fertig</translation>
    </message>
    <message>
        <source>Shortlist is free software under the MIT licence, without any warranty. It contains parts that others made, under their licences.</source>
        <translation>Shortlist ist freie Software unter der MIT-Lizenz, ohne jede Gewährleistung. Es enthält Teile, die andere gemacht haben, unter deren Lizenzen.</translation>
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
        <source>Show archived ones</source>
        <translation>Archivierte zeigen</translation>
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
        <source>Show everything that runs or waits</source>
        <translation>Alles zeigen, was läuft oder wartet</translation>
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
        <source>Show the folder</source>
        <translation>Den Ordner zeigen</translation>
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
        <translation>Wieder zeigen, was auf diesem Computer entsteht; was das Modell schrieb, wird verworfen</translation>
    </message>
    <message>
        <source>Show who speaks</source>
        <translation>Zeigen, wer spricht</translation>
    </message>
    <message>
        <source>Shown in the draft style</source>
        <translation>Im Stil des Entwurfs</translation>
    </message>
    <message>
        <source>Shown over the first seconds. Clear it to let Shortlist write it.</source>
        <translation>Erscheint in den ersten Sekunden. Leeren, um sie automatisch schreiben zu lassen.</translation>
    </message>
    <message>
        <source>Shows f*** in the captions; the sound is another matter (Sound)</source>
        <translation>Zeigt f*** in den Untertiteln; der Ton wird getrennt eingestellt (Ton)</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturschlüssel</translation>
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
        <source>Small files</source>
        <translation>Kleine Dateien</translation>
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
        <source>Some models of embeddings want to be told what is a question and what a passage: E5 “query: ” and “passage: ”, with the space at the end. Models that are known have it filled in. \n is a line&apos;s end. Another text before passages has all of them read anew.</source>
        <translation>Manche Embedding-Modelle wollen gesagt bekommen, was eine Frage und was ein Abschnitt ist: E5 mit „query: “ und „passage: “, samt Leerzeichen am Ende. Bei bekannten Modellen ist es eingetragen. \n ist ein Zeilenende. Ein anderer Text vor Abschnitten lässt alle neu lesen.</translation>
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
        <translation>In Shortlist ist etwas schiefgegangen. Die Arbeit ist gespeichert, es kann weitergehen.</translation>
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
        <source>Source</source>
        <comment>where something is said</comment>
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
        <source>Sources from the network</source>
        <translation>Quellen aus dem Netz</translation>
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
        <source>Speaker {number}</source>
        <translation>Sprecher {number}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Speech endpoint</source>
        <translation>Sprachdienst</translation>
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
        <source>Started</source>
        <translation>Begonnen</translation>
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
        <source>Statement</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Statement for {month}</source>
        <translation>Abrechnung für {month}</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>Abrechnung…</translation>
    </message>
    <message>
        <source>Stay fully local</source>
        <translation>Ganz lokal bleiben</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
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
        <source>Stop and change</source>
        <translation>Anhalten und wechseln</translation>
    </message>
    <message>
        <source>Stop and move</source>
        <translation>Anhalten und verschieben</translation>
    </message>
    <message>
        <source>Stop publishing</source>
        <translation>Veröffentlichen anhalten</translation>
    </message>
    <message>
        <source>Stop reading for the meaning</source>
        <translation>Das Lesen nach der Bedeutung anhalten</translation>
    </message>
    <message>
        <source>Stop testing {name}</source>
        <translation>Test von {name} abbrechen</translation>
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
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
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
        <source>Stopped: nothing was written.</source>
        <translation>Angehalten: Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
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
        <source>Swear words in captions</source>
        <translation>Schimpfwörter im Text</translation>
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
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Take away {column}</source>
        <translation>{column} wegnehmen</translation>
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
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
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
        <source>Take this column away</source>
        <translation>Diese Spalte wegnehmen</translation>
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
        <source>Tell me when there is a new version</source>
        <translation>Bescheid sagen, wenn es eine neue Version gibt</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>verb</comment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <comment>verb</comment>
        <translation>{name} testen</translation>
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
        <source>That may be used; none: any</source>
        <translation>Die erlaubt sind; keine: alle</translation>
    </message>
    <message>
        <source>The address is copied: {place}</source>
        <translation>Die Adresse ist kopiert: {place}</translation>
    </message>
    <message>
        <source>The address of new versions begins with https://.</source>
        <translation>Die Adresse für neue Versionen beginnt mit https://.</translation>
    </message>
    <message>
        <source>The address of new versions does not answer ({why}).</source>
        <translation>Die Adresse für neue Versionen antwortet nicht ({why}).</translation>
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
        <source>The choice could not be kept.</source>
        <translation>Die Wahl konnte nicht behalten werden.</translation>
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
        <source>The embedding endpoint: {problem}</source>
        <translation>Der Embedding-Endpunkt: {problem}</translation>
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
        <source>The language changes the next time Shortlist starts.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Shortlist.</translation>
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
        <source>The last 24 hours
whatever was worked on</source>
        <translation>Die letzten 24 Stunden
alles, was bearbeitet wurde</translation>
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
        <source>The licence</source>
        <translation>Die Lizenz</translation>
    </message>
    <message>
        <source>The local API can&apos;t be switched on.</source>
        <translation>Die lokale Schnittstelle lässt sich nicht einschalten.</translation>
    </message>
    <message>
        <source>The model&apos;s name there</source>
        <translation>Name des Modells dort</translation>
    </message>
    <message>
        <source>The name of the client</source>
        <translation>Der Name des Kunden</translation>
    </message>
    <message>
        <source>The name stays: what was published goes by it.</source>
        <translation>Der Name bleibt: Was veröffentlicht wurde, richtet sich nach ihm.</translation>
    </message>
    <message>
        <source>The name, when they are first heard in the clip</source>
        <translation>Der Name, sobald die Person im Clip zum ersten Mal zu hören ist</translation>
    </message>
    <message>
        <source>The old one lets nobody in any more.</source>
        <translation>Mit dem alten kommt niemand mehr herein.</translation>
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
        <source>The queue is paused. Resume it in the status bar.</source>
        <translation>Die Warteschlange ist pausiert. Fortsetzen in der Statusleiste.</translation>
    </message>
    <message>
        <source>The report is in {path}</source>
        <translation>Der Bericht steht in {path}</translation>
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
        <source>The source videos</source>
        <translation>Die Quellvideos</translation>
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
        <source>The statement can&apos;t be made.</source>
        <translation>Die Abrechnung lässt sich nicht erstellen.</translation>
    </message>
    <message>
        <source>The timeline appears once the video is read</source>
        <translation>Die Timeline erscheint, sobald das Video gelesen ist</translation>
    </message>
    <message>
        <source>The token of the local API can&apos;t be had.</source>
        <translation>Das Token der lokalen Schnittstelle ist nicht zu bekommen.</translation>
    </message>
    <message>
        <source>The token of the local API can&apos;t be renewed.</source>
        <translation>Das Token der lokalen Schnittstelle lässt sich nicht erneuern.</translation>
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
        <source>The workspace is sound.</source>
        <translation>Der Arbeitsbereich ist in Ordnung.</translation>
    </message>
    <message>
        <source>The workspace is there. Its keys have to be set anew.</source>
        <translation>Der Arbeitsbereich ist da. Seine Schlüssel müssen neu gesetzt werden.</translation>
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
        <source>There is a destination “{name}” already.</source>
        <translation>Es gibt schon ein Ziel „{name}“.</translation>
    </message>
    <message>
        <source>There is no destination “{name}” any more. Take its tick away, or add it in the settings.</source>
        <translation>Das Ziel „{name}“ gibt es nicht mehr. Den Haken entfernen oder das Ziel in den Einstellungen anlegen.</translation>
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
        <source>These two are not listed any more</source>
        <translation>Diese beiden werden nicht mehr aufgeführt</translation>
    </message>
    <message>
        <source>These two are not listed any more.</source>
        <translation>Diese beiden werden nicht mehr aufgeführt.</translation>
    </message>
    <message>
        <source>They were not compared yet.</source>
        <translation>Sie wurden noch nicht verglichen.</translation>
    </message>
    <message>
        <source>This becomes version {version} of “{title}”. Runs and clips that use it keep it for good.</source>
        <translation>Das wird Version {version} von „{title}“. Durchläufe und Clips, die sie verwenden, behalten sie für immer.</translation>
    </message>
    <message>
        <source>This can&apos;t be shown: {error}</source>
        <translation>Nicht darstellbar: {error}</translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
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
        <source>This could not be done with the workspace.</source>
        <translation>Das ließ sich mit dem Arbeitsbereich nicht tun.</translation>
    </message>
    <message>
        <source>This frame can&apos;t be shown: {error}</source>
        <translation>Dieses Bild ist nicht darstellbar: {error}</translation>
    </message>
    <message>
        <source>This is no address of the web.</source>
        <translation>Das ist keine Web-Adresse.</translation>
    </message>
    <message>
        <source>This one comes with the program: make one like it, and change that.</source>
        <translation>Diese gehört zum Programm: Legen Sie eine wie diese an und ändern Sie die.</translation>
    </message>
    <message>
        <source>This preview could not be prepared.</source>
        <translation>Diese Vorschau ließ sich nicht vorbereiten.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
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
        <source>This system has no keyring: its key is kept encrypted in keys.enc, under the passphrase in SHORTLIST_PASSPHRASE, which Shortlist needs at every start.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Der Schlüssel liegt verschlüsselt in keys.enc, unter dem Kennwort in SHORTLIST_PASSPHRASE, das Shortlist bei jedem Start braucht.</translation>
    </message>
    <message>
        <source>This system has no keyring: its key is kept encrypted in keys.enc. Who can read all of your files can read it; a passphrase in SHORTLIST_PASSPHRASE is safer.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Der Schlüssel liegt verschlüsselt in keys.enc. Wer alle Dateien dieses Benutzers lesen kann, kann ihn lesen; ein Kennwort in SHORTLIST_PASSPHRASE ist sicherer.</translation>
    </message>
    <message>
        <source>This turn is said by</source>
        <translation>Diesen Beitrag sagt</translation>
    </message>
    <message>
        <source>This workspace is open for looking: nothing is decided in it.</source>
        <translation>Dieser Arbeitsbereich ist nur zum Ansehen geöffnet: In ihm wird nichts entschieden.</translation>
    </message>
    <message>
        <source>This workspace is open for looking: nothing that you change in it is kept.</source>
        <translation>Dieser Arbeitsbereich ist zum Ansehen geöffnet: Nichts, was Sie darin ändern, wird behalten.</translation>
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
        <source>Tick a file</source>
        <translation>Eine Datei ankreuzen</translation>
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
        <source>Time of import</source>
        <translation>Zeit des Imports</translation>
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
        <source>Timeline view</source>
        <translation>Timeline-Ansicht</translation>
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
        <source>Title, shape</source>
        <translation>Titel, Format</translation>
    </message>
    <message>
        <source>To delete it, type its name: {name}</source>
        <translation>Um ihn zu löschen, tippen Sie seinen Namen: {name}</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>To take it to another computer, export it to one file under File › Workspaces › More. Your videos go along if you say so.</source>
        <translation>Für den Umzug auf einen anderen Computer unter Datei › Arbeitsbereiche › Mehr in eine Datei exportieren. Die Videos gehen auf Wunsch mit.</translation>
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
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token of the local API</source>
        <translation>Token der lokalen Schnittstelle</translation>
    </message>
    <message>
        <source>Tokens received</source>
        <translation>Empfangene Tokens</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Gesendete Tokens</translation>
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
        <source>True peak, at most</source>
        <translation>True Peak, höchstens</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again what failed</source>
        <translation>Gescheitertes erneut versuchen</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s ({reason})</source>
        <translation>Neuer Versuch in {seconds} s ({reason})</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Wird getestet…</translation>
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
        <source>Type what was said: words or their beginnings, or a phrase in quotation marks.</source>
        <translation>Hier eingeben, was gesagt wurde: Wörter oder ihre Anfänge, oder einen Wortlaut in Anführungszeichen.</translation>
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
        <source>Use none for new runs</source>
        <translation>Für neue Durchläufe keines verwenden</translation>
    </message>
    <message>
        <source>Use the endpoint by itself when it is next in order: the sound is sent there</source>
        <translation>Den Endpunkt von selbst nutzen, wenn er an der Reihe ist: der Ton wird dorthin gesendet</translation>
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
        <translation>In Gebrauch: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Used by {names} and %n more</source>
        <translation>
            <numerusform>In Gebrauch: {names} und %n mehr</numerusform>
            <numerusform>In Gebrauch: {names} und %n mehr</numerusform>
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
        <source>Usually within</source>
        <translation>Meist binnen</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
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
        <source>Version {version} is there.</source>
        <translation>Version {version} ist da.</translation>
    </message>
    <message>
        <source>Version {version} of Shortlist is there; you have {own}.</source>
        <translation>Version {version} von Shortlist ist da; Sie haben {own}.</translation>
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
        <source>Versions and folders</source>
        <translation>Versionen und Ordner</translation>
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
        <source>Video podcast feed</source>
        <translation>Videopodcast-Feed</translation>
    </message>
    <message>
        <source>Video, number, shape</source>
        <translation>Video, Nummer, Format</translation>
    </message>
    <message>
        <source>Video, number, title, shape</source>
        <translation>Video, Nummer, Titel, Format</translation>
    </message>
    <message>
        <source>Videos that are imported begin with the recipe in use. It can be chosen under Import as well.</source>
        <translation>Importierte Videos beginnen mit dem verwendeten Rezept. Es lässt sich auch unter Importieren wählen.</translation>
    </message>
    <message>
        <source>Videos that are imported from now on begin with your own choices.</source>
        <translation>Ab jetzt importierte Videos beginnen mit den eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>Videos that are imported from now on begin with {name}.</source>
        <translation>Ab jetzt importierte Videos beginnen mit {name}.</translation>
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
        <source>Voice encoder</source>
        <translation>Stimmen unterscheiden</translation>
    </message>
    <message>
        <source>Wait for</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Wait, then change</source>
        <translation>Warten, dann wechseln</translation>
    </message>
    <message>
        <source>Wait, then move</source>
        <translation>Warten, dann verschieben</translation>
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
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>WebVTT captions</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>Webhook</source>
        <comment>kind of destination</comment>
        <translation>Webhook</translation>
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
        <source>What Shortlist is made of could not be found out.</source>
        <translation>Woraus Shortlist besteht, konnte nicht festgestellt werden.</translation>
    </message>
    <message>
        <source>What became of each video</source>
        <translation>Was aus jedem Video wurde</translation>
    </message>
    <message>
        <source>What became of the videos of a batch</source>
        <translation>Was aus den Videos eines Stapels wurde</translation>
    </message>
    <message>
        <source>What captions stress. Clear it to let Shortlist choose.</source>
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
        <source>What goes</source>
        <translation>Was gelöscht wird</translation>
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
        <source>What is done is kept, and they go on when this workspace is opened again. Or wait until they end.</source>
        <translation>Was fertig ist, bleibt erhalten, und sie gehen weiter, wenn dieser Arbeitsbereich wieder geöffnet wird. Oder warten Sie, bis sie enden.</translation>
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
        <source>What is said in your videos can be searched here, once one is transcribed.</source>
        <translation>Was in den Videos gesagt wird, lässt sich hier durchsuchen, sobald eines transkribiert ist.</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>What is written before each passage</source>
        <translation>Was vor jedem Abschnitt steht</translation>
    </message>
    <message>
        <source>What is written before each question</source>
        <translation>Was vor jeder Frage steht</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
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
        <source>What no clip you keep needs can go by itself at quiet moments, the oldest first. What clips need stays.</source>
        <translation>Was kein behaltener Clip braucht, kann in ruhigen Momenten von selbst gehen, das Älteste zuerst. Was Clips brauchen, bleibt.</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
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
        <source>What the address of new versions says can&apos;t be understood.</source>
        <translation>Was die Adresse für neue Versionen sagt, ist nicht zu verstehen.</translation>
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
        <source>What was decided</source>
        <translation>Was entschieden wurde</translation>
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
        <source>What was published stays where it is.</source>
        <translation>Was veröffentlicht wurde, bleibt, wo es ist.</translation>
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
        <source>When the answers are back, take them over with Run › Read answers of a contact sheet.</source>
        <translation>Kommen die Antworten zurück, werden sie mit Durchlauf › Antworten eines Kontaktbogens einlesen übernommen.</translation>
    </message>
    <message>
        <source>When you have cut there, export the sequence and read it with Run › Read changes back.</source>
        <translation>Wenn Sie dort geschnitten haben, exportieren Sie die Sequenz und lesen sie mit Durchlauf › Änderungen zurücklesen ein.</translation>
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
        <source>Where it is said</source>
        <translation>Wo es gesagt wird</translation>
    </message>
    <message>
        <source>Where shall files live?</source>
        <translation>Wo sollen Dateien liegen?</translation>
    </message>
    <message>
        <source>Where shall “{name}” lie?</source>
        <translation>Wo soll „{name}“ liegen?</translation>
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
        <source>Whisper on this computer</source>
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
        <source>With a recipe that approves the best clips and makes their files at once, videos are worked on while nobody looks, and what became of them is told here.</source>
        <translation>Mit einem Rezept, das die besten Clips annimmt und ihre Dateien gleich erstellt, werden Videos bearbeitet, ohne dass jemand dabei ist; hier steht, was daraus wurde.</translation>
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
        <source>Words or their beginnings: climate tax
Exactly so: &quot;climate tax&quot;
Nearly so: climat~
Without: -tax
Narrowed: speaker:anna source:12 lang:de since:30d is:approved score:70</source>
        <translation>Wörter oder ihre Anfänge: klima steuer
Genau so: &quot;klima steuer&quot;
Ungefähr so: klimma~
Ohne: -steuer
Eingeschränkt: speaker:anna source:12 lang:de since:30d is:approved score:70</translation>
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
        <translation>Wörter, Bild und Stil</translation>
    </message>
    <message>
        <source>Work of this computer</source>
        <translation>Arbeit dieses Computers</translation>
    </message>
    <message>
        <source>Work on this computer this time</source>
        <translation>Diesmal auf diesem Computer arbeiten</translation>
    </message>
    <message>
        <source>Worked on</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Working</source>
        <comment>one of five words above a narrow list</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Working, {percent} % · {stage}</source>
        <translation>In Arbeit, {percent} % · {stage}</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace: {name}</source>
        <translation>Arbeitsbereich: {name}</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Workspaces…</source>
        <translation>Arbeitsbereiche…</translation>
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
        <source>Writing pages</source>
        <translation>Seiten werden geschrieben</translation>
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
        <source>Written by Shortlist</source>
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
        <source>Your first clip</source>
        <translation>Ihr erster Clip</translation>
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
        <source>Your source videos, and whatever else lies in the folder</source>
        <translation>Ihre Quellvideos, und was sonst noch im Ordner liegt</translation>
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
        <source>added</source>
        <translation>hinzugefügt</translation>
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
        <source>all found</source>
        <comment>clips</comment>
        <translation>alle gefundenen</translation>
    </message>
    <message>
        <source>another language than what is around it</source>
        <translation>andere Sprache als ringsum</translation>
    </message>
    <message>
        <source>any</source>
        <comment>score</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>jedes Alter</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>jede Größe</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
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
        <source>black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>by its meaning</source>
        <translation>nach der Bedeutung</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>vom Modell</translation>
    </message>
    <message>
        <source>by words and meaning</source>
        <translation>nach Wörtern und Bedeutung</translation>
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
        <source>changed</source>
        <translation>geändert</translation>
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
        <source>days</source>
        <comment>behind a number</comment>
        <translation>Tage</translation>
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
    <message numerus="yes">
        <source>files of the best %n at once</source>
        <comment>clips</comment>
        <translation>
            <numerusform>Dateien des besten gleich</numerusform>
            <numerusform>Dateien der besten %n gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>files of the best %n from score {score} at once</source>
        <comment>clips</comment>
        <translation>
            <numerusform>Dateien des besten ab Wertung {score} gleich</numerusform>
            <numerusform>Dateien der besten %n ab Wertung {score} gleich</numerusform>
        </translation>
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
        <source>found by words alone</source>
        <translation>nur nach Wörtern gesucht</translation>
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
        <source>green</source>
        <translation>Grün</translation>
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
        <source>in a clip</source>
        <translation>in einem Clip</translation>
    </message>
    <message>
        <source>in a clip for later</source>
        <translation>in einem Vielleicht-Clip</translation>
    </message>
    <message>
        <source>in a rejected clip</source>
        <translation>in einem abgelehnten Clip</translation>
    </message>
    <message>
        <source>in an approved clip</source>
        <translation>in einem angenommenen Clip</translation>
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
        <source>never used</source>
        <translation>nie benutzt</translation>
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
        <source>no note</source>
        <translation>keine Notiz</translation>
    </message>
    <message>
        <source>no voice was heard here</source>
        <translation>hier war keine Stimme zu hören</translation>
    </message>
    <message>
        <source>nobody says {word}, shown is {near}</source>
        <translation>niemand sagt {word}, gezeigt wird {near}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
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
        <source>not decided any more</source>
        <translation>nicht mehr entschieden</translation>
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
        <source>not shown any more</source>
        <translation>nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>not understood: {what}</source>
        <translation>nicht verstanden: {what}</translation>
    </message>
    <message>
        <source>note “{text}”</source>
        <translation>Notiz „{text}“</translation>
    </message>
    <message>
        <source>nothing is running</source>
        <translation>nichts läuft</translation>
    </message>
    <message>
        <source>nowhere are all words together</source>
        <translation>nirgends stehen alle Wörter beisammen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>open here</source>
        <translation>hier geöffnet</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between keys</comment>
        <translation>oder</translation>
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
        <translation>bereit zur Durchsicht</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
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
        <source>removed</source>
        <translation>entfernt</translation>
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
        <source>shown</source>
        <translation>gezeigt</translation>
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
        <source>the rest costs at most {price}</source>
        <translation>der Rest kostet höchstens {price}</translation>
    </message>
    <message>
        <source>the text repeats itself as no speaker does</source>
        <translation>der Text wiederholt sich, wie niemand spricht</translation>
    </message>
    <message>
        <source>to {name}</source>
        <comment>a destination</comment>
        <translation>nach {name}</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transkribiert</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>durchsichtig</translation>
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
        <source>used {when}</source>
        <translation>benutzt {when}</translation>
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
        <source>white</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>with a score from</source>
        <translation>ab Wertung</translation>
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
        <source>yellow</source>
        <translation>Gelb</translation>
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
    <message>
        <source>{approved} approved, {maybe} maybe, {rejected} rejected, {undecided} to decide</source>
        <translation>{approved} angenommen, {maybe} vielleicht, {rejected} abgelehnt, {undecided} zu entscheiden</translation>
    </message>
    <message>
        <source>{bucket} at {host}</source>
        <comment>a storage, and the computer that has it</comment>
        <translation>{bucket} bei {host}</translation>
    </message>
    <message numerus="yes">
        <source>{clips} and %n more clips</source>
        <translation>
            <numerusform>{clips} und %n weiterer Clip</numerusform>
            <numerusform>{clips} und %n weitere Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>{clip} of {source} is kept, the other one rejected.</source>
        <translation>{clip} aus {source} bleibt, der andere ist abgelehnt.</translation>
    </message>
    <message>
        <source>{colour} at {percent} %</source>
        <translation>{colour}, {percent} %</translation>
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
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
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
    <message numerus="yes">
        <source>{done} of %n videos</source>
        <translation>
            <numerusform>{done} von %n Video</numerusform>
            <numerusform>{done} von %n Videos</numerusform>
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
        <source>{files}, {length} long</source>
        <translation>{files}, {length} lang</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written.</source>
        <translation>{file} lässt sich nicht schreiben.</translation>
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
    <message numerus="yes">
        <source>{good} of %n videos are made: {files}.</source>
        <translation>
            <numerusform>{good} von %n Video fertig: {files}.</numerusform>
            <numerusform>{good} von %n Videos fertig: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>noch {hours} h</translation>
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
        <source>{known} of {all} passages are known by their meaning</source>
        <translation>{known} von {all} Abschnitten sind nach ihrer Bedeutung bekannt</translation>
    </message>
    <message>
        <source>{known} of {all} passages are known by their meaning; stopped</source>
        <translation>{known} von {all} Abschnitten sind nach ihrer Bedeutung bekannt; angehalten</translation>
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
        <source>{least} to {most} s</source>
        <translation>{least} bis {most} s</translation>
    </message>
    <message>
        <source>{length} in</source>
        <comment>of videos</comment>
        <translation>{length} hinein</translation>
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
    <message>
        <source>{length} of work</source>
        <translation>{length} Arbeit</translation>
    </message>
    <message>
        <source>{length} out</source>
        <comment>of clips</comment>
        <translation>{length} heraus</translation>
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
        <source>{name}   (used for new runs)</source>
        <translation>{name}   (für neue Durchläufe)</translation>
    </message>
    <message>
        <source>{name}   (your own)</source>
        <translation>{name}   (eigene)</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>{name} (removed)</source>
        <translation>{name} (entfernt)</translation>
    </message>
    <message>
        <source>{name} can&apos;t be used as a font. Choose a .ttf or .otf file.</source>
        <translation>{name} ist nicht als Schrift verwendbar. Eine .ttf- oder .otf-Datei wählen.</translation>
    </message>
    <message>
        <source>{name} clips</source>
        <translation>{name} Clips</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} ist gespeichert.</translation>
    </message>
    <message>
        <source>{name} is written to {path}</source>
        <translation>{name} steht in {path}</translation>
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
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
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
        <source>{part} in {shape}</source>
        <translation>{part} in {shape}</translation>
    </message>
    <message>
        <source>{path} is a file. Choose a folder.</source>
        <translation>{path} ist eine Datei. Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>{percent} of the shorter one is in both. Words that one alone has are marked.</source>
        <translation>{percent} des kürzeren sind in beiden. Wörter, die nur einer hat, sind hervorgehoben.</translation>
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
        <source>{runs} and {clips}, with every decision and its undo</source>
        <translation>{runs} und {clips}, mit jeder Entscheidung und ihrem Verlauf</translation>
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
        <source>{size} of finished files in its folder</source>
        <translation>{size} an fertigen Dateien in seinem Ordner</translation>
    </message>
    <message>
        <source>{size} of transcripts, intermediate results, styles and recipes</source>
        <translation>{size} an Transkripten, Zwischenergebnissen, Stilen und Rezepten</translation>
    </message>
    <message>
        <source>{size} went by itself last, {when}.</source>
        <translation>{size} gingen zuletzt von selbst, {when}.</translation>
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
        <source>{spent} of {budget}</source>
        <translation>{spent} von {budget}</translation>
    </message>
    <message>
        <source>{spent}: the budget of {budget} is used up</source>
        <translation>{spent}: das Budget von {budget} ist aufgebraucht</translation>
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
        <source>{title} (rejected)</source>
        <translation>{title} (abgelehnt)</translation>
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
        <source>{version} is the newest version.</source>
        <translation>{version} ist die neueste Version.</translation>
    </message>
    <message>
        <source>{version}, from source</source>
        <translation>{version}, aus dem Quelltext</translation>
    </message>
    <message>
        <source>{what} by {name}</source>
        <translation>{what} von {name}</translation>
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
        <source>“{name}” is archived; {size} were freed.</source>
        <translation>„{name}“ ist archiviert; {size} wurden frei.</translation>
    </message>
    <message>
        <source>“{name}” is being worked on. You can go on here.</source>
        <translation>„{name}“ ist in Arbeit. Hier kann es weitergehen.</translation>
    </message>
    <message>
        <source>“{name}” is copied to {folder} and compared. Only then it goes from where it was.</source>
        <translation>„{name}“ wird nach {folder} kopiert und verglichen. Erst dann verschwindet es, wo es war.</translation>
    </message>
    <message>
        <source>“{name}” is moved as soon as the work here is finished.</source>
        <translation>„{name}“ wird verschoben, sobald die Arbeit hier fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” is opened as soon as the work here is finished.</source>
        <translation>„{name}“ wird geöffnet, sobald die Arbeit hier fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” lies in {folder} now.</source>
        <translation>„{name}“ liegt jetzt in {folder}.</translation>
    </message>
    <message>
        <source>“{name}” lies in {folder}.</source>
        <translation>„{name}“ liegt in {folder}.</translation>
    </message>
    <message>
        <source>“{name}” was not moved: you stopped it. What was copied is used when you move it there again.</source>
        <translation>„{name}“ wurde nicht verschoben: angehalten. Was kopiert ist, wird verwendet, wenn es wieder dorthin verschoben wird.</translation>
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
</context>
<context>
    <name>core</name>
    <message>
        <source>(it thought for longer than an answer may be)</source>
        <translation>(es dachte länger nach, als eine Antwort sein darf)</translation>
    </message>
    <message>
        <source>1 damaged piece</source>
        <translation>1 beschädigtes Stück</translation>
    </message>
    <message>
        <source>1 processor core</source>
        <translation>1 Prozessorkern</translation>
    </message>
    <message>
        <source>1 speaker</source>
        <translation>1 Sprecher</translation>
    </message>
    <message>
        <source>1280 pixels long, which is what accounts without Premium get played. A direct message takes 140 seconds.</source>
        <translation>1280 Pixel lang, was Konten ohne Premium abgespielt bekommen. Eine Direktnachricht fasst 140 Sekunden.</translation>
    </message>
    <message>
        <source>16-bit PCM</source>
        <translation>16-Bit-PCM</translation>
    </message>
    <message>
        <source>24-bit PCM</source>
        <translation>24-Bit-PCM</translation>
    </message>
    <message>
        <source>: a picture lasts {value} to {value2} ms</source>
        <translation>: ein Bild dauert {value} bis {value2} ms</translation>
    </message>
    <message>
        <source>; it knows English alone</source>
        <translation>; es kann nur Englisch</translation>
    </message>
    <message>
        <source>A caption starts with a line such as 00:00:01,000 --&gt; 00:00:04,000.</source>
        <translation>Ein Untertitel beginnt mit einer Zeile wie 00:00:01,000 --&gt; 00:00:04,000.</translation>
    </message>
    <message>
        <source>A file for {TITLE} ends in {SUFFIX}, not in {ending}.</source>
        <translation>Eine Datei für {TITLE} endet auf {SUFFIX}, nicht auf {ending}.</translation>
    </message>
    <message>
        <source>A file of the copy is not what it was.</source>
        <translation>Eine Datei der Kopie ist nicht, was sie war.</translation>
    </message>
    <message>
        <source>A file that was never finished.</source>
        <translation>Eine Datei, die nie fertig wurde.</translation>
    </message>
    <message>
        <source>A file was in use or out of reach ({strerror}).</source>
        <translation>Eine Datei war in Gebrauch oder nicht erreichbar ({strerror}).</translation>
    </message>
    <message>
        <source>A file was written, read and removed. {value} GB are free there.</source>
        <translation>Eine Datei wurde geschrieben, gelesen und entfernt. {value} GB sind dort frei.</translation>
    </message>
    <message>
        <source>A fine-tune of {model} goes through them {epochs} times and costs {price}.</source>
        <translation>Ein Fine-Tuning von {model} geht sie {epochs}-mal durch und kostet {price}.</translation>
    </message>
    <message>
        <source>A folder is mapped twice.</source>
        <translation>Ein Ordner ist doppelt zugeordnet.</translation>
    </message>
    <message>
        <source>A language model is fine-tuned at its endpoint, and none is set.</source>
        <translation>Ein Sprachmodell wird an seinem Endpunkt angepasst, und keiner ist eingestellt.</translation>
    </message>
    <message>
        <source>A mapped folder must be named from the root on.</source>
        <translation>Ein zugeordneter Ordner muss vom Stammverzeichnis an benannt werden.</translation>
    </message>
    <message>
        <source>A moment that</source>
        <translation>Ein Moment, der</translation>
    </message>
    <message>
        <source>A moment that {parts}</source>
        <translation>Ein Moment, der {parts}</translation>
    </message>
    <message>
        <source>A name has up to 40 letters, digits, spaces, dots, dashes, and begins with a letter or digit.</source>
        <translation>Ein Name hat bis zu 40 Buchstaben, Ziffern, Leerzeichen, Punkte und Striche und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A part arrived in the storage otherwise than it was sent.</source>
        <translation>Ein Teil kam im Speicher anders an, als er gesendet wurde.</translation>
    </message>
    <message>
        <source>A picture can&apos;t be made.</source>
        <translation>Ein Bild kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>A picture of the source can&apos;t be written ({reason}).</source>
        <translation>Ein Bild der Quelle kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>A report is written as .html, .md or .json.</source>
        <translation>Ein Bericht wird als .html, .md oder .json geschrieben.</translation>
    </message>
    <message>
        <source>A sound wave is shown instead.</source>
        <translation>Stattdessen wird eine Tonwelle gezeigt.</translation>
    </message>
    <message>
        <source>A statement that</source>
        <translation>Eine Aussage, die</translation>
    </message>
    <message>
        <source>A statement that {parts}</source>
        <translation>Eine Aussage, die {parts}</translation>
    </message>
    <message>
        <source>A style has no use for a file of this kind.</source>
        <translation>Ein Stil kann eine Datei dieser Art nicht gebrauchen.</translation>
    </message>
    <message>
        <source>A style has no use for this file.</source>
        <translation>Ein Stil kann diese Datei nicht gebrauchen.</translation>
    </message>
    <message>
        <source>A video of its own rather than a Short, encoded as YouTube recommends.</source>
        <translation>Ein eigenes Video statt eines Short, codiert wie von YouTube empfohlen.</translation>
    </message>
    <message>
        <source>A workspace can&apos;t be moved into itself.</source>
        <translation>Ein Arbeitsbereich kann nicht in sich selbst verschoben werden.</translation>
    </message>
    <message>
        <source>A workspace needs a name.</source>
        <translation>Ein Arbeitsbereich braucht einen Namen.</translation>
    </message>
    <message>
        <source>Add one first: main.py destinations add, or in Settings.</source>
        <translation>Zuerst eines anlegen: main.py destinations add, oder in den Einstellungen.</translation>
    </message>
    <message>
        <source>Add the picture to the package.</source>
        <translation>Das Bild in das Paket aufnehmen.</translation>
    </message>
    <message>
        <source>Add the sound to the package.</source>
        <translation>Den Ton in das Paket aufnehmen.</translation>
    </message>
    <message>
        <source>All colours are of the brand</source>
        <translation>Alle Farben gehören zur Marke</translation>
    </message>
    <message>
        <source>All files are made.</source>
        <translation>Alle Dateien sind gemacht.</translation>
    </message>
    <message>
        <source>All of {count} source made: {made}.</source>
        <translation>Aus {count} Quelle alles fertig: {made}.</translation>
    </message>
    <message>
        <source>All of {count} sources made: {made}.</source>
        <translation>Aus {count} Quellen alles fertig: {made}.</translation>
    </message>
    <message>
        <source>All text is inside the safe zone {looked}</source>
        <translation>Aller Text liegt im sicheren Bereich {looked}</translation>
    </message>
    <message>
        <source>All {count} picture are there, {rate} a second.</source>
        <translation>Alle {count} Bilder sind da, {rate} pro Sekunde.</translation>
    </message>
    <message>
        <source>All {count} pictures are there, {rate} a second.</source>
        <translation>Alle {count} Bilder sind da, {rate} pro Sekunde.</translation>
    </message>
    <message>
        <source>Allow addresses of your own network in the settings (allows_private_addresses), or with --allow-private.</source>
        <translation>Adressen im eigenen Netz in den Einstellungen erlauben (allows_private_addresses) oder mit --allow-private.</translation>
    </message>
    <message>
        <source>An example: {DEFAULT_TEMPLATE}</source>
        <translation>Ein Beispiel: {DEFAULT_TEMPLATE}</translation>
    </message>
    <message>
        <source>An intermediate result can&apos;t be read ({strerror}).</source>
        <translation>Ein Zwischenergebnis kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>An intermediate result was damaged and has been removed.</source>
        <translation>Ein Zwischenergebnis war beschädigt und wurde entfernt.</translation>
    </message>
    <message>
        <source>An object was written to {place}, read and removed.</source>
        <translation>Ein Objekt wurde nach {place} geschrieben, gelesen und entfernt.</translation>
    </message>
    <message>
        <source>Another program holds the workspace&apos;s database.</source>
        <translation>Ein anderes Programm hält die Datenbank des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Another question was asked.</source>
        <translation>Es wurde eine andere Frage gestellt.</translation>
    </message>
    <message>
        <source>Apache Licence 2.0</source>
        <translation>Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>Approval of {clips}</source>
        <translation>Annahme von {clips}</translation>
    </message>
    <message>
        <source>Approve and reject clips, or import talks in which people answer questions.</source>
        <translation>Clips annehmen und ablehnen oder Gespräche importieren, in denen Fragen beantwortet werden.</translation>
    </message>
    <message>
        <source>Approve some clips, or choose them.</source>
        <translation>Einige Clips annehmen oder auswählen.</translation>
    </message>
    <message>
        <source>Ask for it under another number, or import its folder without package.json as a new version.</source>
        <translation>Unter einer anderen Nummer anfordern oder den Ordner ohne package.json als neue Version importieren.</translation>
    </message>
    <message>
        <source>Ask whoever made it for the file.</source>
        <translation>Die Datei beim Urheber anfragen.</translation>
    </message>
    <message>
        <source>At most 32 MB.</source>
        <translation>Höchstens 32 MB.</translation>
    </message>
    <message>
        <source>At most {MOST_FILES} files and {value} MB.</source>
        <translation>Höchstens {MOST_FILES} Dateien und {value} MB.</translation>
    </message>
    <message>
        <source>At most {MOST_SOUND_SECONDS} seconds.</source>
        <translation>Höchstens {MOST_SOUND_SECONDS} Sekunden.</translation>
    </message>
    <message>
        <source>At most {value} MB.</source>
        <translation>Höchstens {value} MB.</translation>
    </message>
    <message>
        <source>At most {value} kB.</source>
        <translation>Höchstens {value} kB.</translation>
    </message>
    <message>
        <source>At most {value} million pixels, and {MOST_SIDE_PX} along a side.</source>
        <translation>Höchstens {value} Millionen Pixel und {MOST_SIDE_PX} je Seite.</translation>
    </message>
    <message>
        <source>At {aim} LUFS its peaks would have to be pressed flat.</source>
        <translation>Bei {aim} LUFS müssten die Spitzen platt gedrückt werden.</translation>
    </message>
    <message>
        <source>Audio track {number} can&apos;t be decoded.</source>
        <translation>Tonspur {number} kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>Automatic framing of {clips}</source>
        <translation>Automatischer Bildausschnitt von {clips}</translation>
    </message>
    <message>
        <source>BT.709 colours</source>
        <translation>Farben nach BT.709</translation>
    </message>
    <message>
        <source>Bleep swear words in {clips}</source>
        <translation>Schimpfwörter überpiepen in {clips}</translation>
    </message>
    <message>
        <source>By its times the file is {value} hours long, which is too long, or they are damaged.</source>
        <translation>Nach ihren Zeiten ist die Datei {value} Stunden lang, was zu lang ist, oder sie sind beschädigt.</translation>
    </message>
    <message>
        <source>Captions and titles on a transparent ground (ProRes 4444), without sound, to lay over in an editing program.</source>
        <translation>Untertitel und Titel auf durchsichtigem Grund (ProRes 4444), ohne Ton, zum Darüberlegen in einem Schnittprogramm.</translation>
    </message>
    <message>
        <source>Captions are translated by a language model, and none is set.</source>
        <translation>Untertitel werden von einem Sprachmodell übersetzt, und keines ist eingestellt.</translation>
    </message>
    <message>
        <source>Captions, box</source>
        <translation>Untertitel, Kasten</translation>
    </message>
    <message>
        <source>Captions, gradient</source>
        <translation>Untertitel, Verlauf</translation>
    </message>
    <message>
        <source>Captions, highlight</source>
        <translation>Untertitel, Hervorhebung</translation>
    </message>
    <message>
        <source>Captions, highlight box</source>
        <translation>Untertitel, Kasten der Hervorhebung</translation>
    </message>
    <message>
        <source>Captions, outline</source>
        <translation>Untertitel, Kontur</translation>
    </message>
    <message>
        <source>Captions, speakers</source>
        <translation>Untertitel, Sprecher</translation>
    </message>
    <message>
        <source>Captions, stressed words</source>
        <translation>Untertitel, betonte Wörter</translation>
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
        <source>Card after</source>
        <translation>Karte danach</translation>
    </message>
    <message>
        <source>Card before</source>
        <translation>Karte davor</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it.</source>
        <translation>Die Zugriffsrechte ändern oder die Datei kopieren.</translation>
    </message>
    <message>
        <source>Change something, or go on using that version.</source>
        <translation>Etwas ändern oder diese Version weiterverwenden.</translation>
    </message>
    <message>
        <source>Change the ending, or choose another format.</source>
        <translation>Die Endung ändern oder ein anderes Format wählen.</translation>
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
        <source>Check access key and secret key of this destination.</source>
        <translation>Zugriffsschlüssel und geheimen Schlüssel dieses Ziels prüfen.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>Bitte prüfen.</translation>
    </message>
    <message>
        <source>Check its address and the network.</source>
        <translation>Die Adresse und das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check its name, or whether its disk is connected; if it was moved, import it from its new place.</source>
        <translation>Prüfen, ob der Name stimmt und der Datenträger angeschlossen ist; wurde die Datei verschoben, vom neuen Ort importieren.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check that both folders can be reached, and try again.</source>
        <translation>Prüfen, ob beide Ordner erreichbar sind, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Check that its disk or share is there and may be written.</source>
        <translation>Prüfen, ob der Datenträger oder die Freigabe da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check that the disk is there, and that the file and its folder may be read and written.</source>
        <translation>Prüfen, ob der Datenträger da ist und Datei und Ordner gelesen und geschrieben werden dürfen.</translation>
    </message>
    <message>
        <source>Check the address and the clock.</source>
        <translation>Die Adresse und die Uhr prüfen.</translation>
    </message>
    <message>
        <source>Check the address and the model&apos;s name in Settings › Providers.</source>
        <translation>Die Adresse und den Namen des Modells in Einstellungen › Anbieter prüfen.</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>Die Adresse und das Netzwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Die Adresse und das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the address, then try again.</source>
        <translation>Die Adresse prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the disk it is on.</source>
        <translation>Den Datenträger prüfen, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>Check the disk that it is on, and whether you may read the folder.</source>
        <translation>Den Datenträger prüfen und ob der Ordner gelesen werden darf.</translation>
    </message>
    <message>
        <source>Check the disk that it is on, and whether you may write there.</source>
        <translation>Den Datenträger prüfen und ob dort geschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check the disk that the workspace is on.</source>
        <translation>Den Datenträger des Arbeitsbereichs prüfen.</translation>
    </message>
    <message>
        <source>Check the disk, and move it again.</source>
        <translation>Prüfen Sie das Laufwerk, und verschieben Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Check the embedding endpoint in the settings; searching by words goes on without it.</source>
        <translation>Den Embedding-Endpunkt in den Einstellungen prüfen; die Suche nach Wörtern geht ohne ihn weiter.</translation>
    </message>
    <message>
        <source>Check the endpoint in the settings, or go on with the local scorer.</source>
        <translation>Den Endpunkt in den Einstellungen prüfen oder mit der lokalen Bewertung weitermachen.</translation>
    </message>
    <message>
        <source>Check the endpoint in the settings, or try again later.</source>
        <translation>Den Endpunkt in den Einstellungen prüfen oder es später erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the folder and the disk.</source>
        <translation>Den Ordner und den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s name.</source>
        <translation>Den Namen des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check the key in Settings › Providers, and whether it may fine-tune.</source>
        <translation>Den Schlüssel in Einstellungen › Anbieter prüfen und ob er Fine-Tuning erlaubt.</translation>
    </message>
    <message>
        <source>Check the key in Settings › Providers.</source>
        <translation>Den Schlüssel in Einstellungen › Anbieter prüfen.</translation>
    </message>
    <message>
        <source>Check the network and the storage&apos;s address.</source>
        <translation>Das Netzwerk und die Adresse des Speichers prüfen.</translation>
    </message>
    <message>
        <source>Check the network and try again (it continues where it was), or copy it into the model folder.</source>
        <translation>Das Netzwerk prüfen und erneut versuchen (es geht weiter, wo es war) oder das Modell in den Modellordner kopieren.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Check the secret: receiver and Shortlist must have the same.</source>
        <translation>Den Signaturschlüssel prüfen: Empfänger und Shortlist müssen denselben haben.</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>Eine Datei mit Ton wählen.</translation>
    </message>
    <message>
        <source>Choose a file with video.</source>
        <translation>Eine Datei mit Bild wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a model.</source>
        <translation>Einen Ordner wählen, der ein Modell enthält.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Choose a longer file.</source>
        <translation>Eine längere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a model in Settings › Providers.</source>
        <translation>Ein Modell in Einstellungen › Anbieter wählen.</translation>
    </message>
    <message>
        <source>Choose a piece of music.</source>
        <translation>Ein Musikstück wählen.</translation>
    </message>
    <message>
        <source>Choose a video or audio file.</source>
        <translation>Eine Video- oder Audiodatei wählen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another folder or its permissions.</source>
        <translation>Einen anderen Ordner oder andere Zugriffsrechte wählen.</translation>
    </message>
    <message>
        <source>Choose another folder, or close the program that has it open.</source>
        <translation>Einen anderen Ordner wählen oder das Programm schließen, das ihn geöffnet hat.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another language.</source>
        <translation>Eine andere Sprache wählen.</translation>
    </message>
    <message>
        <source>Choose another model folder, and try again.</source>
        <translation>Einen anderen Modellordner wählen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Choose another music file for the clip, or none.</source>
        <translation>Eine andere Musikdatei für den Clip wählen oder keine.</translation>
    </message>
    <message>
        <source>Choose another name, or replace it.</source>
        <translation>Einen anderen Namen wählen oder es ersetzen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose another preset.</source>
        <translation>Eine andere Voreinstellung wählen.</translation>
    </message>
    <message>
        <source>Choose its picture in the section Logo.</source>
        <translation>Das Bild im Abschnitt Logo wählen.</translation>
    </message>
    <message>
        <source>Choose one of the brand’s, or add it to the rules.</source>
        <translation>Eine der Marke wählen oder sie in die Regeln aufnehmen.</translation>
    </message>
    <message>
        <source>Choose one of: auto, {join}.</source>
        <translation>Eines davon wählen: auto, {join}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Eines davon wählen: {known}.</translation>
    </message>
    <message>
        <source>Choose one, or another transcriber.</source>
        <translation>Eines wählen oder einen anderen Transkriptor.</translation>
    </message>
    <message>
        <source>Choose some clips that are rejected.</source>
        <translation>Einige abgelehnte Clips wählen.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>Die Datei erneut wählen.</translation>
    </message>
    <message>
        <source>Choose the file that “Save decisions” wrote.</source>
        <translation>Die Datei wählen, die „Entscheidungen speichern“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose who is shown in {clips}</source>
        <translation>Gezeigte Personen wählen in {clips}</translation>
    </message>
    <message>
        <source>Choose {join}, or {ALL}.</source>
        <translation>{join} oder {ALL} wählen.</translation>
    </message>
    <message>
        <source>Clearing the decision on {clips}</source>
        <translation>Entscheidung aufheben für {clips}</translation>
    </message>
    <message>
        <source>Clip {number} of {clips}: “{title}”</source>
        <translation>Clip {number} von {clips}: „{title}“</translation>
    </message>
    <message>
        <source>Clips are enlarged from it and look softer.</source>
        <translation>Clips werden daraus vergrößert und wirken weicher.</translation>
    </message>
    <message>
        <source>Clips have a constant {value} a second.</source>
        <translation>Clips haben gleichbleibend {value} pro Sekunde.</translation>
    </message>
    <message>
        <source>Clips were ranked by how well they fit “{asked}”: {told}. Meaning takes a language model.</source>
        <translation>Die Clips wurden danach geordnet, wie gut sie zu „{asked}“ passen: {told}. Für die Bedeutung braucht es ein Sprachmodell.</translation>
    </message>
    <message>
        <source>Close it there first, or choose another workspace.</source>
        <translation>Dort zuerst schließen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Close it there first, or open it for looking.</source>
        <translation>Schließen Sie ihn zuerst dort, oder öffnen Sie ihn nur zum Ansehen.</translation>
    </message>
    <message>
        <source>Close it there, and try again.</source>
        <translation>Dort schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer tasks run side by side, and resume the run.</source>
        <translation>Andere Programme schließen oder weniger Aufgaben nebeneinander laufen lassen und den Durchlauf fortsetzen.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer tasks run side by side.</source>
        <translation>Andere Programme schließen oder weniger Aufgaben nebeneinander laufen lassen.</translation>
    </message>
    <message>
        <source>Close programs that use it, and try again.</source>
        <translation>Programme schließen, die sie verwenden, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Close the program that has it open, make it writable, and delete the workspace again.</source>
        <translation>Schließen Sie das Programm, das es geöffnet hat, machen Sie es beschreibbar, und löschen Sie den Arbeitsbereich noch einmal.</translation>
    </message>
    <message>
        <source>Connect the disk that it is on (there is {there}), or take it off the list.</source>
        <translation>Schließen Sie das Laufwerk an, auf dem er liegt (vorhanden ist {there}), oder nehmen Sie ihn von der Liste.</translation>
    </message>
    <message>
        <source>Convert it to MP4 with another program.</source>
        <translation>Mit einem anderen Programm in MP4 umwandeln.</translation>
    </message>
    <message>
        <source>Copy it anew; if it is a model of your own, import it under a name of its own.</source>
        <translation>Neu kopieren; ist es ein eigenes Modell, unter eigenem Namen importieren.</translation>
    </message>
    <message>
        <source>Copy the address of the podcast&apos;s RSS feed. A single video or page is fetched with main.py fetch.</source>
        <translation>Die Adresse des RSS-Feeds des Podcasts kopieren. Ein einzelnes Video oder eine Seite wird mit main.py fetch geladen.</translation>
    </message>
    <message>
        <source>Copy the framing to {clips}</source>
        <translation>Bildausschnitt übertragen auf {clips}</translation>
    </message>
    <message>
        <source>Correct the field.</source>
        <translation>Das Feld berichtigen.</translation>
    </message>
    <message>
        <source>Correct the line.</source>
        <translation>Die Zeile berichtigen.</translation>
    </message>
    <message>
        <source>Correct the words, cut them, or choose another clip.</source>
        <translation>Die Wörter berichtigen, herausschneiden oder einen anderen Clip wählen.</translation>
    </message>
    <message>
        <source>Correct words</source>
        <translation>Wörter berichtigen</translation>
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
        <source>Decide on clips of talks that were imported since.</source>
        <translation>Entscheide über Clips aus Gesprächen, die seitdem importiert wurden.</translation>
    </message>
    <message>
        <source>Decide on more clips, or import more talks.</source>
        <translation>Über mehr Clips entscheiden oder mehr Gespräche importieren.</translation>
    </message>
    <message>
        <source>Delete it again to remove the rest.</source>
        <translation>Löschen Sie ihn noch einmal, um den Rest zu entfernen.</translation>
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
        <source>English only</source>
        <translation>Nur Englisch</translation>
    </message>
    <message>
        <source>Every window holds a silence of more than {LONG_GAP} s.</source>
        <translation>Jedes Fenster enthält eine Stille von mehr als {LONG_GAP} s.</translation>
    </message>
    <message>
        <source>Examples are written as JSON lines.</source>
        <translation>Beispiele werden als JSON-Zeilen geschrieben.</translation>
    </message>
    <message>
        <source>Export it again from the editing program.</source>
        <translation>Aus dem Schnittprogramm erneut exportieren.</translation>
    </message>
    <message>
        <source>Export it again when nothing is at work in it.</source>
        <translation>Exportieren Sie ihn noch einmal, wenn nichts mehr darin arbeitet.</translation>
    </message>
    <message>
        <source>Export it first, then publish it.</source>
        <translation>Zuerst exportieren, dann veröffentlichen.</translation>
    </message>
    <message>
        <source>Export it without “jpg”.</source>
        <translation>Ohne „jpg“ exportieren.</translation>
    </message>
    <message>
        <source>Export the clip again, then publish it.</source>
        <translation>Den Clip erneut exportieren, dann veröffentlichen.</translation>
    </message>
    <message>
        <source>Export the clip again.</source>
        <translation>Den Clip erneut exportieren.</translation>
    </message>
    <message>
        <source>Export the clip with a smaller preset.</source>
        <translation>Den Clip mit einer kleineren Voreinstellung exportieren.</translation>
    </message>
    <message>
        <source>Export the cookies of your browser for this site into a file, and give it with --cookies FILE.</source>
        <translation>Die Cookies des Browsers für diese Seite in eine Datei exportieren und mit --cookies FILE angeben.</translation>
    </message>
    <message>
        <source>Export the examples instead, or set an endpoint that has it in Settings › Providers (OpenAI&apos;s has).</source>
        <translation>Stattdessen die Beispiele exportieren oder in Einstellungen › Anbieter einen Endpunkt einstellen, der es kann (der von OpenAI kann es).</translation>
    </message>
    <message>
        <source>Export the workspace again, or copy the file again.</source>
        <translation>Exportieren Sie den Arbeitsbereich noch einmal, oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Faces are inside the picture wherever they were seen.</source>
        <translation>Gesichter sind im Bild, wo immer sie zu sehen waren.</translation>
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
        <source>Fetch it again or take another.</source>
        <translation>Erneut laden oder eine andere nehmen.</translation>
    </message>
    <message>
        <source>Fetch it again with: main.py doctor --fetch</source>
        <translation>Erneut laden mit: main.py doctor --fetch</translation>
    </message>
    <message>
        <source>Fetch it in the settings.</source>
        <translation>In den Einstellungen laden.</translation>
    </message>
    <message>
        <source>Fetch it when it is over.</source>
        <translation>Laden, wenn sie vorbei ist.</translation>
    </message>
    <message>
        <source>Fetch it where this work is done, in File › Models… or with: main.py doctor --fetch</source>
        <translation>Dort laden, wo diese Arbeit geschieht, in Datei › Modelle… oder mit: main.py doctor --fetch</translation>
    </message>
    <message>
        <source>Fetch one in Settings › Models, or give a transcript file.</source>
        <translation>Eines in Einstellungen › Modelle laden oder eine Transkriptdatei angeben.</translation>
    </message>
    <message>
        <source>Fetch or import it first.</source>
        <translation>Zuerst laden oder importieren.</translation>
    </message>
    <message>
        <source>Fetch or import it in Settings › Models, or choose another model.</source>
        <translation>In Einstellungen › Modelle laden oder importieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Fetch or import one in Settings › Models, or with: main.py models</source>
        <translation>Eines in Einstellungen › Modelle laden oder importieren oder mit: main.py models</translation>
    </message>
    <message>
        <source>Fields are: {known}.</source>
        <translation>Felder sind: {known}.</translation>
    </message>
    <message>
        <source>Finding chapters</source>
        <translation>Kapitel werden gesucht</translation>
    </message>
    <message>
        <source>Finding topics</source>
        <translation>Themen werden gesucht</translation>
    </message>
    <message>
        <source>Finding windows</source>
        <translation>Fenster werden gesucht</translation>
    </message>
    <message>
        <source>Fine-tune it again.</source>
        <translation>Ein neues Fine-Tuning starten.</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>For every platform: quick to make, good enough for all of them.</source>
        <translation>Für jede Plattform: schnell gemacht, gut genug für alle.</translation>
    </message>
    <message>
        <source>Free at least {value} MB or choose another folder.</source>
        <translation>Mindestens {value} MB freigeben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Free at least {value} MB there, then publish again.</source>
        <translation>Dort mindestens {value} MB freigeben, dann erneut veröffentlichen.</translation>
    </message>
    <message>
        <source>Free some space or choose another model folder.</source>
        <translation>Speicherplatz freigeben oder einen anderen Modellordner wählen.</translation>
    </message>
    <message>
        <source>Free some space there.</source>
        <translation>Dort Speicherplatz freigeben.</translation>
    </message>
    <message>
        <source>Free some space, and make the folder writable.</source>
        <translation>Speicherplatz freigeben und den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Free some space, and make {folder_of} writable.</source>
        <translation>Speicherplatz freigeben und {folder_of} beschreibbar machen.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Speicherplatz freigeben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Free some space, or make the folder writable.</source>
        <translation>Speicherplatz freigeben oder den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Free some space, or move it to another disk. It can be opened for looking.</source>
        <translation>Schaffen Sie Platz, oder verschieben Sie ihn auf ein anderes Laufwerk. Zum Ansehen kann er geöffnet werden.</translation>
    </message>
    <message>
        <source>Free some space; the work then goes on where it was.</source>
        <translation>Speicherplatz freigeben; die Arbeit geht dann weiter, wo sie war.</translation>
    </message>
    <message>
        <source>Get a Whisper model (Settings › Models) or give a transcript file.</source>
        <translation>Ein Whisper-Modell beschaffen (Einstellungen › Modelle) oder eine Transkriptdatei angeben.</translation>
    </message>
    <message>
        <source>Get it again from whoever made it.</source>
        <translation>Beim Urheber erneut anfordern.</translation>
    </message>
    <message>
        <source>Get the file again from where it came from, or convert it to MP4 with another program.</source>
        <translation>Die Datei erneut beschaffen oder mit einem anderen Programm in MP4 umwandeln.</translation>
    </message>
    <message>
        <source>Get the file again, or cut it into shorter ones with another program.</source>
        <translation>Die Datei erneut beschaffen oder mit einem anderen Programm in kürzere schneiden.</translation>
    </message>
    <message>
        <source>Give a transcript file.</source>
        <translation>Eine Transkriptdatei angeben.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Give it that of the client.</source>
        <translation>Geben Sie ihm den des Kunden.</translation>
    </message>
    <message>
        <source>Give it together with its recording, or use captions (SRT, VTT) or JSON.</source>
        <translation>Zusammen mit der Aufnahme angeben oder Untertitel (SRT, VTT) oder JSON verwenden.</translation>
    </message>
    <message>
        <source>Give it write access to the workspace&apos;s folder.</source>
        <translation>Schreibzugriff auf den Ordner des Arbeitsbereichs geben.</translation>
    </message>
    <message>
        <source>Give its code (de, fr, ja) or its English name (German, French, Japanese).</source>
        <translation>Den Code (de, fr, ja) oder den englischen Namen (German, French, Japanese) angeben.</translation>
    </message>
    <message>
        <source>Give the address of one of them.</source>
        <translation>Die Adresse von einem davon angeben.</translation>
    </message>
    <message>
        <source>Give the file one of these endings.</source>
        <translation>Der Datei eine dieser Endungen geben.</translation>
    </message>
    <message>
        <source>Give them an outline or a box, or another colour.</source>
        <translation>Eine Kontur, einen Kasten oder eine andere Farbe geben.</translation>
    </message>
    <message>
        <source>Graphics hardware was asked for, and this encoder works here.</source>
        <translation>Grafikhardware war verlangt, und dieser Encoder funktioniert hier.</translation>
    </message>
    <message>
        <source>Graphics hardware was asked for, but none that encodes {codec} works on this computer.</source>
        <translation>Grafikhardware war verlangt, aber keine, die {codec} kodiert, funktioniert auf diesem Computer.</translation>
    </message>
    <message>
        <source>H.264 to keep or to edit again; large, and slow to make.</source>
        <translation>H.264 zum Aufheben oder Weiterbearbeiten; groß und langsam gemacht.</translation>
    </message>
    <message>
        <source>H.265 for phones and televisions of the last ten years: smaller than H.264, slower to make.</source>
        <translation>H.265 für Telefone und Fernseher der letzten zehn Jahre: kleiner als H.264, langsamer gemacht.</translation>
    </message>
    <message>
        <source>HDR mapped to SDR</source>
        <translation>HDR auf SDR umgesetzt</translation>
    </message>
    <message>
        <source>HTTP Error {status_code}</source>
        <translation>HTTP-Fehler {status_code}</translation>
    </message>
    <message>
        <source>Handing {training} examples to {base_url}</source>
        <translation>{training} Beispiele werden an {base_url} übergeben</translation>
    </message>
    <message>
        <source>Have everything read anew, or set the model that was there.</source>
        <translation>Alles neu lesen lassen, oder das Modell einstellen, das vorher dort war.</translation>
    </message>
    <message>
        <source>Hook of {clips}</source>
        <translation>Einstieg von {clips}</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Erneut importieren.</translation>
    </message>
    <message>
        <source>Import it as a source anew.</source>
        <translation>Als neue Quelle importieren.</translation>
    </message>
    <message>
        <source>Import it from a folder, or allow downloads in Settings.</source>
        <translation>Aus einem Ordner importieren oder Downloads in den Einstellungen erlauben.</translation>
    </message>
    <message>
        <source>Import the file again: it was changed.</source>
        <translation>Die Datei erneut importieren: sie wurde geändert.</translation>
    </message>
    <message>
        <source>Import the package again, or choose another version.</source>
        <translation>Das Paket erneut importieren oder eine andere Version wählen.</translation>
    </message>
    <message>
        <source>Import the source again.</source>
        <translation>Die Quelle erneut importieren.</translation>
    </message>
    <message>
        <source>In this folder are remains of a workspace.</source>
        <translation>In diesem Ordner liegen Reste eines Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>In this folder is another state of the same workspace.</source>
        <translation>In diesem Ordner liegt ein anderer Stand desselben Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Insights are written by a language model, and none is set.</source>
        <translation>Einblicke werden von einem Sprachmodell geschrieben, und keines ist eingestellt.</translation>
    </message>
    <message>
        <source>Install a font that has them, and render again.</source>
        <translation>Eine Schrift installieren, die sie enthält, und erneut rendern.</translation>
    </message>
    <message>
        <source>Install it on each computer and name it in font_families instead.</source>
        <translation>Auf jedem Computer installieren und stattdessen in font_families nennen.</translation>
    </message>
    <message>
        <source>Install the same version on both and start the worker again.</source>
        <translation>Auf beiden dieselbe Version installieren und den Worker neu starten.</translation>
    </message>
    <message>
        <source>Install {fonts} and render it again.</source>
        <translation>{fonts} installieren und erneut rendern.</translation>
    </message>
    <message>
        <source>Is this an address for speech to text?</source>
        <translation>Ist das eine Adresse für Spracherkennung?</translation>
    </message>
    <message>
        <source>It can be opened for looking. To work in it, make the folder and its files writable.</source>
        <translation>Zum Ansehen kann er geöffnet werden. Um darin zu arbeiten, machen Sie den Ordner und seine Dateien beschreibbar.</translation>
    </message>
    <message>
        <source>It can cost up to ${usd}, and ${spent_usd} of the ${budget_usd} for this month are spent.</source>
        <translation>Es kann bis zu {usd} $ kosten, und {spent_usd} $ der {budget_usd} $ für diesen Monat sind ausgegeben.</translation>
    </message>
    <message>
        <source>It can&apos;t be read ({strerror}).</source>
        <translation>Es kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>It can&apos;t be read: {value}.</source>
        <translation>Lesen ist nicht möglich: {value}.</translation>
    </message>
    <message>
        <source>It can&apos;t be written ({strerror}).</source>
        <translation>Schreiben ist nicht möglich ({strerror}).</translation>
    </message>
    <message>
        <source>It could not be fetched: {rstrip}.</source>
        <translation>Der Abruf ist fehlgeschlagen: {rstrip}.</translation>
    </message>
    <message>
        <source>It declares entities, which no editing program does.</source>
        <translation>Sie deklariert Entitäten, was kein Schnittprogramm tut.</translation>
    </message>
    <message>
        <source>It ended early.</source>
        <translation>Endete vorzeitig.</translation>
    </message>
    <message>
        <source>It failed before and is tried again.</source>
        <translation>Vorher fehlgeschlagen, wird erneut versucht.</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Gescheitert.</translation>
    </message>
    <message>
        <source>It found no others.</source>
        <translation>Weitere hat es nicht gefunden.</translation>
    </message>
    <message>
        <source>It found {new} more, of which {taken} was taken.</source>
        <translation>Es hat {new} weitere gefunden, davon wurde {taken} übernommen.</translation>
    </message>
    <message>
        <source>It found {new} more, of which {taken} were taken.</source>
        <translation>Es hat {new} weitere gefunden, davon wurden {taken} übernommen.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Es geht weiter.</translation>
    </message>
    <message>
        <source>It has no sound at all.</source>
        <translation>Es hat überhaupt keinen Ton.</translation>
    </message>
    <message>
        <source>It has the name “{name}”, which is that of {name2}.</source>
        <translation>Es trägt den Namen „{name}“, den schon {name2} hat.</translation>
    </message>
    <message>
        <source>It has to be in Netscape&apos;s format, as browser extensions export it (cookies.txt).</source>
        <translation>Sie muss im Netscape-Format sein, wie es Browser-Erweiterungen exportieren (cookies.txt).</translation>
    </message>
    <message>
        <source>It has: {have}.</source>
        <translation>Vorhanden: {have}.</translation>
    </message>
    <message>
        <source>It is a live broadcast that has not ended.</source>
        <translation>Es ist eine Live-Übertragung, die noch läuft.</translation>
    </message>
    <message>
        <source>It is kept as it is.</source>
        <translation>Bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It is kept as it is; what was cut off can&apos;t be brought back.</source>
        <translation>Bleibt, wie es ist; Abgeschnittenes lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>It is larger than the {value} GB that a download may have.</source>
        <translation>Größer als die {value} GB, die ein Download haben darf.</translation>
    </message>
    <message>
        <source>It is made whole with bwdif.</source>
        <translation>Wird mit bwdif zu ganzen Bildern gemacht.</translation>
    </message>
    <message>
        <source>It is mapped to SDR (BT.709), as platforms show it.</source>
        <translation>Wird auf SDR (BT.709) abgebildet, wie Plattformen es zeigen.</translation>
    </message>
    <message>
        <source>It is nested too deeply or too long.</source>
        <translation>Zu tief verschachtelt oder zu lang.</translation>
    </message>
    <message>
        <source>It is not known which talks this model was trained with.</source>
        <translation>Es ist nicht bekannt, mit welchen Gesprächen dieses Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>It is not searched for cuts or faces.</source>
        <translation>Schnitte und Gesichter werden darin nicht gesucht.</translation>
    </message>
    <message>
        <source>It is protected against copying (DRM).</source>
        <translation>Kopiergeschützt (DRM).</translation>
    </message>
    <message>
        <source>It is raised to the usual loudness, and its noise with it.</source>
        <translation>Wird auf die übliche Lautheit angehoben, das Rauschen mit.</translation>
    </message>
    <message>
        <source>It is served after other runs now.</source>
        <translation>Kommt jetzt nach anderen Durchläufen dran.</translation>
    </message>
    <message>
        <source>It is served before other runs now.</source>
        <translation>Kommt jetzt vor anderen Durchläufen dran.</translation>
    </message>
    <message>
        <source>It is served in its turn now.</source>
        <translation>Kommt jetzt der Reihe nach dran.</translation>
    </message>
    <message>
        <source>It is shown upright.</source>
        <translation>Wird aufrecht gezeigt.</translation>
    </message>
    <message>
        <source>It is silent from there.</source>
        <translation>Ab dort ist es still.</translation>
    </message>
    <message>
        <source>It is silent until then; both stay in step.</source>
        <translation>Bis dahin ist es still; beides bleibt synchron.</translation>
    </message>
    <message>
        <source>It is used as it is; seeking in it is slow.</source>
        <translation>Wird verwendet, wie es ist; Springen darin ist langsam.</translation>
    </message>
    <message>
        <source>It is used as it is; what comes after the first jump may be missing or out of step.</source>
        <translation>Wird verwendet, wie es ist; nach dem ersten Sprung kann etwas fehlen oder asynchron sein.</translation>
    </message>
    <message>
        <source>It is worked on, or was cut off.</source>
        <translation>In Arbeit oder abgebrochen.</translation>
    </message>
    <message>
        <source>It judged all of the clips that were found here.</source>
        <translation>Es hat alle hier gefundenen Clips beurteilt.</translation>
    </message>
    <message>
        <source>It judged {some} of {clips} of the clips that were found here.</source>
        <translation>Es hat {some} von {clips} hier gefundenen Clips beurteilt.</translation>
    </message>
    <message>
        <source>It leads to a private network, which is not fetched from.</source>
        <translation>Führt zu einem Computer in einem privaten Netz, von dem nichts geladen wird.</translation>
    </message>
    <message>
        <source>It leaves out {seconds} s about “{about}”.</source>
        <translation>Lässt {seconds} s über „{about}“ aus.</translation>
    </message>
    <message>
        <source>It leaves out {seconds} s.</source>
        <translation>Lässt {seconds} s aus.</translation>
    </message>
    <message>
        <source>It made no progress for {length} and was stopped.</source>
        <translation>Ging {length} lang nicht voran und wurde gestoppt.</translation>
    </message>
    <message>
        <source>It may have run out of memory; close other programs and resume the run.</source>
        <translation>Vielleicht ging der Speicher aus; andere Programme schließen und den Durchlauf fortsetzen.</translation>
    </message>
    <message>
        <source>It seems to belong to another recording.</source>
        <translation>Scheint zu einer anderen Aufnahme zu gehören.</translation>
    </message>
    <message>
        <source>It takes: {known}.</source>
        <translation>Möglich: {known}.</translation>
    </message>
    <message>
        <source>It took longer than its limit of {length} and was stopped.</source>
        <translation>Hat länger als die Grenze von {length} gedauert und wurde gestoppt.</translation>
    </message>
    <message>
        <source>It was asked for, or it is the default track, or the one with the most channels.</source>
        <translation>Sie wurde gewünscht, ist die Standardspur oder die mit den meisten Kanälen.</translation>
    </message>
    <message>
        <source>It was not begun: the program ended before.</source>
        <translation>Nicht begonnen: das Programm endete vorher.</translation>
    </message>
    <message>
        <source>It was not begun: there was no room for it.</source>
        <translation>Es wurde nicht begonnen: dafür war kein Platz.</translation>
    </message>
    <message>
        <source>It was not made before.</source>
        <translation>Vorher nicht erstellt.</translation>
    </message>
    <message>
        <source>It was not signed: no secret is set.</source>
        <translation>Nicht signiert: kein Signaturschlüssel eingestellt.</translation>
    </message>
    <message>
        <source>It was signed.</source>
        <translation>Signiert.</translation>
    </message>
    <message>
        <source>It was stopped before it had begun.</source>
        <translation>Es wurde angehalten, bevor es begonnen hatte.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Its cover and a sound wave are shown.</source>
        <translation>Titelbild und Tonwelle werden gezeigt.</translation>
    </message>
    <message>
        <source>Its database ({DATABASE}) is missing.</source>
        <translation>Seine Datenbank ({DATABASE}) fehlt.</translation>
    </message>
    <message>
        <source>Its model is not in use.</source>
        <translation>Das Modell ist nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>Its parts were put one after the other in a copy, without coding them anew.</source>
        <translation>Die Teile wurden in einer Kopie aneinandergesetzt, ohne sie neu zu kodieren.</translation>
    </message>
    <message>
        <source>Its price is not known, so that no budget holds for it.</source>
        <translation>Sein Preis ist nicht bekannt, daher gilt kein Budget.</translation>
    </message>
    <message>
        <source>Its quietest moments have noise of {floor} dBFS.</source>
        <translation>Die leisesten Stellen haben Rauschen von {floor} dBFS.</translation>
    </message>
    <message>
        <source>Its record is empty or no JSON.</source>
        <translation>Sein Datensatz ist leer oder kein JSON.</translation>
    </message>
    <message>
        <source>Its record is missing.</source>
        <translation>Sein Datensatz fehlt.</translation>
    </message>
    <message>
        <source>Its run was deleted.</source>
        <translation>Der Durchlauf wurde gelöscht.</translation>
    </message>
    <message>
        <source>Its streams were copied into a Matroska file with an index, without coding them anew.</source>
        <translation>Die Datenströme wurden ohne Neukodierung in eine Matroska-Datei mit Index kopiert.</translation>
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
        <source>Kinds are: {endings}.</source>
        <translation>Arten sind: {endings}.</translation>
    </message>
    <message>
        <source>Known are: {known}.</source>
        <translation>Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>Known formats: {known}.</source>
        <translation>Bekannte Formate: {known}.</translation>
    </message>
    <message>
        <source>Known ones: {join}.</source>
        <translation>Es gibt: {join}.</translation>
    </message>
    <message>
        <source>Known ones: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>Known presets: {known}.</source>
        <translation>Bekannte Voreinstellungen: {known}.</translation>
    </message>
    <message>
        <source>Known styles: {join}.</source>
        <translation>Bekannte Stile: {join}.</translation>
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
        <source>Let it begin earlier.</source>
        <translation>Früher beginnen lassen.</translation>
    </message>
    <message>
        <source>Let swear words be heard in {clips}</source>
        <translation>Schimpfwörter hörbar lassen in {clips}</translation>
    </message>
    <message>
        <source>Let the key list, read and write this bucket and prefix.</source>
        <translation>Dem Schlüssel erlauben, diesen Bucket und Präfix aufzulisten, zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>Letters of {what} stand out {contrast} : 1, less than {least} : 1</source>
        <translation>Buchstaben in {what} heben sich {contrast} : 1 ab, weniger als {least} : 1</translation>
    </message>
    <message>
        <source>Letters stand out, {lowest} : 1 or more, {looked}</source>
        <translation>Buchstaben heben sich ab, {lowest} : 1 oder mehr, {looked}</translation>
    </message>
    <message>
        <source>List them with: main.py runs</source>
        <translation>Auflisten mit: main.py runs</translation>
    </message>
    <message>
        <source>List them with: main.py styles list</source>
        <translation>Auflisten mit: main.py styles list</translation>
    </message>
    <message>
        <source>Look at the receiver&apos;s log.</source>
        <translation>Im Protokoll des Empfängers nachsehen.</translation>
    </message>
    <message>
        <source>Look at the storage&apos;s own log.</source>
        <translation>Im Protokoll des Speichers nachsehen.</translation>
    </message>
    <message>
        <source>Lower third</source>
        <translation>Bauchbinde</translation>
    </message>
    <message>
        <source>MIT Licence</source>
        <translation>MIT-Lizenz</translation>
    </message>
    <message>
        <source>Made by hand.</source>
        <translation>Von Hand erstellt.</translation>
    </message>
    <message>
        <source>Made, but something about them was found.</source>
        <translation>Fertig, aber mit Auffälligkeiten.</translation>
    </message>
    <message>
        <source>Make it smaller with another program: 3840 × 2160 is more than clips need.</source>
        <translation>Mit einem anderen Programm verkleinern: 3840 × 2160 ist mehr, als Clips brauchen.</translation>
    </message>
    <message>
        <source>Make the bucket, or check its name and the storage&apos;s address.</source>
        <translation>Den Bucket anlegen oder seinen Namen und die Adresse des Speichers prüfen.</translation>
    </message>
    <message>
        <source>Make the file and its folder writable, or choose another workspace.</source>
        <translation>Datei und Ordner beschreibbar machen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another workspace folder.</source>
        <translation>Den Ordner beschreibbar machen oder einen anderen Ordner für den Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another workspace.</source>
        <translation>Den Ordner beschreibbar machen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Make the folder writable.</source>
        <translation>Machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Make the letters smaller, or move them.</source>
        <translation>Die Buchstaben verkleinern oder verschieben.</translation>
    </message>
    <message>
        <source>Make the workspace&apos;s folder writable, and search again.</source>
        <translation>Den Ordner des Arbeitsbereichs beschreibbar machen und noch einmal suchen.</translation>
    </message>
    <message>
        <source>Make the workspace&apos;s folder writable; the index makes itself anew.</source>
        <translation>Machen Sie den Ordner des Arbeitsbereichs beschreibbar; das Verzeichnis entsteht von selbst neu.</translation>
    </message>
    <message>
        <source>Mend the file, or remove it.</source>
        <translation>Die Datei berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>Merge speakers into {into}</source>
        <translation>Sprecher zusammenlegen zu {into}</translation>
    </message>
    <message>
        <source>Merger of “{title}” with “{other}”</source>
        <translation>Verbinden von „{title}“ mit „{other}“</translation>
    </message>
    <message>
        <source>Move it away, and try again.</source>
        <translation>Räumen Sie ihn weg, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Move of {clips}</source>
        <translation>Verschieben von {clips}</translation>
    </message>
    <message>
        <source>Move or import it again, which goes on where it was, or delete this folder.</source>
        <translation>Verschieben oder importieren Sie ihn noch einmal, was dort weitergeht, wo es aufhörte, oder löschen Sie diesen Ordner.</translation>
    </message>
    <message>
        <source>Move the clip&apos;s in and out points inside the file.</source>
        <translation>Anfang und Ende des Clips in die Datei verschieben.</translation>
    </message>
    <message>
        <source>Move to a keyframe of {clips}</source>
        <translation>Fahrt zu einem Keyframe in {clips}</translation>
    </message>
    <message>
        <source>Name each shared folder once: --map LOCAL=REMOTE, both from the root on.</source>
        <translation>Jeden gemeinsamen Ordner einmal nennen: --map LOCAL=REMOTE, beide vom Stammverzeichnis an.</translation>
    </message>
    <message>
        <source>Name files, or another folder.</source>
        <translation>Dateien nennen, oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Name the folder of the one you mean.</source>
        <translation>Nennen Sie den Ordner dessen, den Sie meinen.</translation>
    </message>
    <message>
        <source>Nearly the same as “{title}” in {name}</source>
        <translation>Fast gleich wie „{title}“ in {name}</translation>
    </message>
    <message>
        <source>New clip</source>
        <translation>Neuer Clip</translation>
    </message>
    <message>
        <source>No banned word in {count} clip</source>
        <translation>Kein verbotenes Wort in {count} Clip</translation>
    </message>
    <message>
        <source>No banned word in {count} clips</source>
        <translation>Kein verbotenes Wort in {count} Clips</translation>
    </message>
    <message>
        <source>No black pictures.</source>
        <translation>Keine schwarzen Bilder.</translation>
    </message>
    <message>
        <source>No clip has a score of {approve_from} or more: the best has {highest}.</source>
        <translation>Kein Clip hat eine Wertung von {approve_from} oder mehr: der beste hat {highest}.</translation>
    </message>
    <message>
        <source>No clip has a score of {approve_from} or more; the best has {best}.</source>
        <translation>Kein Clip hat eine Wertung von {approve_from} oder mehr; der beste hat {best}.</translation>
    </message>
    <message>
        <source>No clip was found in it.</source>
        <translation>Darin wurde kein Clip gefunden.</translation>
    </message>
    <message>
        <source>No clips: {reason}.</source>
        <translation>Keine Clips: {reason}.</translation>
    </message>
    <message>
        <source>No face model could be had: pictures are shown whole. `main.py doctor` tells the way out.</source>
        <translation>Es war kein Gesichtsmodell zu bekommen: Bilder werden ganz gezeigt. `main.py doctor` sagt, was hilft.</translation>
    </message>
    <message>
        <source>No face was found in most of the clip: {get}.</source>
        <translation>Im größten Teil des Clips wurde kein Gesicht gefunden: {get}.</translation>
    </message>
    <message>
        <source>No face was found in these seconds, so the whole picture is shown.</source>
        <translation>In diesen Sekunden wurde kein Gesicht gefunden, daher wird das ganze Bild gezeigt.</translation>
    </message>
    <message>
        <source>No faces were seen.</source>
        <translation>Es waren keine Gesichter zu sehen.</translation>
    </message>
    <message>
        <source>No font on this computer has them. {remedy}</source>
        <translation>Keine Schrift auf diesem Computer hat sie. {remedy}</translation>
    </message>
    <message>
        <source>No more than {TOKENS_A_TALK} tokens are asked about one talk.</source>
        <translation>Zu einem Gespräch wird nach höchstens {TOKENS_A_TALK} Tokens gefragt.</translation>
    </message>
    <message>
        <source>No phrase comes up often enough to be a topic.</source>
        <translation>Kein Ausdruck kommt oft genug vor, um ein Thema zu sein.</translation>
    </message>
    <message>
        <source>No picture of the file can be decoded.</source>
        <translation>Kein Bild der Datei kann dekodiert werden.</translation>
    </message>
    <message>
        <source>No record names this intermediate result.</source>
        <translation>Kein Datensatz nennt dieses Zwischenergebnis.</translation>
    </message>
    <message>
        <source>No sentence here can be read alone.</source>
        <translation>Kein Satz hier lässt sich allein lesen.</translation>
    </message>
    <message>
        <source>No sound is heard, {signed} LUFS were asked for.</source>
        <translation>Kein Ton zu hören, {signed} LUFS waren verlangt.</translation>
    </message>
    <message>
        <source>No speakers are told apart here, so that nobody can be seen to ask and to answer.</source>
        <translation>Sprecher werden hier nicht unterschieden, daher ist nicht erkennbar, wer fragt und wer antwortet.</translation>
    </message>
    <message>
        <source>No swear words are listed for an unknown language.</source>
        <translation>Für eine unbekannte Sprache sind keine Schimpfwörter bekannt.</translation>
    </message>
    <message>
        <source>No swear words are listed for the language “{language}”.</source>
        <translation>Für die Sprache „{language}“ sind keine Schimpfwörter bekannt.</translation>
    </message>
    <message>
        <source>No swear words are listed for {unknown}.</source>
        <translation>Keine Schimpfwörter bekannt für {unknown}.</translation>
    </message>
    <message>
        <source>No video or sound was found at this address.</source>
        <translation>Unter dieser Adresse wurde weder Video noch Ton gefunden.</translation>
    </message>
    <message>
        <source>No worker could be started ({value}).</source>
        <translation>Es konnte kein Prozess gestartet werden ({value}).</translation>
    </message>
    <message>
        <source>No worker is connected to {address}{since}.</source>
        <translation>Kein Worker ist mit {address} verbunden{since}.</translation>
    </message>
    <message>
        <source>Nobody asks a question here that somebody else answers at some length.</source>
        <translation>Niemand stellt hier eine Frage, die jemand anders ausführlicher beantwortet.</translation>
    </message>
    <message>
        <source>Nobody is found any more where you chose a person (second {at} of the source).</source>
        <translation>Wo eine Person gewählt war, wird niemand mehr gefunden (Sekunde {at} der Quelle).</translation>
    </message>
    <message>
        <source>None are said in this clip.</source>
        <translation>In diesem Clip kommen keine vor.</translation>
    </message>
    <message>
        <source>None was approved.</source>
        <translation>Keiner wurde angenommen.</translation>
    </message>
    <message>
        <source>Not all files could be made.</source>
        <translation>Nicht alle Dateien konnten gemacht werden.</translation>
    </message>
    <message>
        <source>Not known: the file can&apos;t be opened.</source>
        <translation>Nicht bekannt: die Datei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Note on {clips}</source>
        <translation>Notiz zu {clips}</translation>
    </message>
    <message>
        <source>Nothing came for {seconds}.</source>
        <translation>Seit {seconds} kam nichts an.</translation>
    </message>
    <message>
        <source>Nothing changed since {same}.</source>
        <translation>Nichts geändert seit {same}.</translation>
    </message>
    <message>
        <source>Nothing in this talk fits “{asked}”, so clips are ranked as without it.</source>
        <translation>Nichts in diesem Gespräch passt zu „{asked}“, daher werden die Clips wie ohne es geordnet.</translation>
    </message>
    <message>
        <source>Nothing is said in this clip, so it has no captions to stress.</source>
        <translation>In diesem Clip wird nichts gesagt, daher gibt es keine Untertitel zu betonen.</translation>
    </message>
    <message>
        <source>Nothing is said in this source.</source>
        <translation>In dieser Quelle wird nichts gesagt.</translation>
    </message>
    <message>
        <source>Nothing is translated into {language_name}.</source>
        <translation>Nichts ist in {language_name} übersetzt.</translation>
    </message>
    <message>
        <source>Nothing of this source is transcribed yet.</source>
        <translation>Von dieser Quelle ist noch nichts transkribiert.</translation>
    </message>
    <message>
        <source>Nothing said can be found in it.</source>
        <translation>Gesprochenes kann darin nicht gefunden werden.</translation>
    </message>
    <message>
        <source>Nothing to mask was found.</source>
        <translation>Es fand sich nichts, was unkenntlich zu machen wäre.</translation>
    </message>
    <message>
        <source>Nothing was worked on.</source>
        <translation>Nichts wurde bearbeitet.</translation>
    </message>
    <message>
        <source>Of {decisions} decisions that it was not trained with, it agrees with you on {made_agrees} and {base_model} on {base_agrees}.</source>
        <translation>Von {decisions} Entscheidungen, mit denen es nicht trainiert wurde, stimmt es bei {made_agrees} mit Ihnen überein und {base_model} bei {base_agrees}.</translation>
    </message>
    <message>
        <source>One answer could not be used.</source>
        <translation>Eine Antwort war nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>One clip of the sheet is gone.</source>
        <translation>Ein Clip des Bogens ist nicht mehr da.</translation>
    </message>
    <message>
        <source>One of them is shown.</source>
        <translation>Eines davon wird gezeigt.</translation>
    </message>
    <message>
        <source>One picture is shown all the time.</source>
        <translation>Es ist durchgehend dasselbe Bild zu sehen.</translation>
    </message>
    <message>
        <source>One thing was masked.</source>
        <translation>Eine Stelle wurde unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>Only addresses that begin with http:// or https:// can be fetched.</source>
        <translation>Nur Adressen, die mit http:// oder https:// beginnen, können geladen werden.</translation>
    </message>
    <message>
        <source>Only that part is used.</source>
        <translation>Nur dieser Teil wird verwendet.</translation>
    </message>
    <message>
        <source>Only the sound is used.</source>
        <translation>Nur der Ton wird verwendet.</translation>
    </message>
    <message>
        <source>Only {duration} s of the {claimed} s that the file says it has can be played: it was cut off or is damaged.</source>
        <translation>Nur {duration} s der {claimed} s, die die Datei angibt, sind abspielbar: sie wurde abgeschnitten oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Only {max} s of the {duration} s of this file can be decoded: it is damaged. That is too short to make a clip from.</source>
        <translation>Nur {max} s der {duration} s dieser Datei können dekodiert werden: sie ist beschädigt. Das ist zu kurz für einen Clip.</translation>
    </message>
    <message>
        <source>Only {size_text} are free on the disk of {folder}; {size_text2} are always left free. Free {size_text3} there, or remove unused intermediate results (Storage); work then goes on by itself.</source>
        <translation>Auf dem Datenträger von {folder} sind nur {size_text} frei; {size_text2} bleiben immer frei. Dort {size_text3} freigeben oder unbenutzte Zwischenergebnisse entfernen (Speicher); die Arbeit geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Only {size_text} are free on the disk of {folder}; {size_text2} are needed to go on. Free {size_text3} there, or remove unused intermediate results (Storage); work then goes on by itself.</source>
        <translation>Auf dem Datenträger von {folder} sind nur {size_text} frei; {size_text2} werden zum Weitermachen gebraucht. Dort {size_text3} freigeben oder unbenutzte Zwischenergebnisse entfernen (Speicher); die Arbeit geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Only {spoken} s can be cut in one piece, less than the {min_seconds} s asked for.</source>
        <translation>Nur {spoken} s können am Stück geschnitten werden, weniger als die verlangten {min_seconds} s.</translation>
    </message>
    <message>
        <source>Open it for work where nobody else has it.</source>
        <translation>Zum Arbeiten öffnen, wo ihn niemand sonst offen hat.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Öffnen Sie ihn, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Open the page of one video and copy its address.</source>
        <translation>Die Seite eines Videos öffnen und dessen Adresse kopieren.</translation>
    </message>
    <message>
        <source>Opening lines: {problem}.</source>
        <translation>Einstiege: {problem}.</translation>
    </message>
    <message>
        <source>Platforms show clips in SDR.</source>
        <translation>Plattformen zeigen Clips in SDR.</translation>
    </message>
    <message>
        <source>Preset “{name}” limits the size of files whose codec can&apos;t be limited.</source>
        <translation>Die Voreinstellung „{name}“ begrenzt die Größe von Dateien, deren Codec sich nicht begrenzen lässt.</translation>
    </message>
    <message>
        <source>ProRes 422 HQ with uncompressed sound, for an editing program: about 1.5 GB a minute.</source>
        <translation>ProRes 422 HQ mit unkomprimiertem Ton, für ein Schnittprogramm: etwa 1,5 GB je Minute.</translation>
    </message>
    <message>
        <source>Progress bar</source>
        <translation>Fortschrittsbalken</translation>
    </message>
    <message>
        <source>Publish it again: that takes the file as it is now.</source>
        <translation>Erneut veröffentlichen: dann wird die Datei genommen, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Publish yours as a new version and choose that.</source>
        <translation>Die eigene als neue Version veröffentlichen und diese wählen.</translation>
    </message>
    <message>
        <source>Put captions of the same name beside it (SRT, VTT, JSON, TXT), or choose another transcriber.</source>
        <translation>Untertitel gleichen Namens danebenlegen (SRT, VTT, JSON, TXT) oder einen anderen Transkriptor wählen.</translation>
    </message>
    <message>
        <source>Put it into an MP4 file with another program.</source>
        <translation>Mit einem anderen Programm in eine MP4-Datei packen.</translation>
    </message>
    <message>
        <source>Put the file back, or choose the style again.</source>
        <translation>Die Datei zurücklegen oder den Stil erneut wählen.</translation>
    </message>
    <message>
        <source>Put the newest sound backup back ({name}); what was done since is lost.</source>
        <translation>Die neueste heile Sicherung zurückspielen ({name}); was seitdem geschah, geht verloren.</translation>
    </message>
    <message>
        <source>Quieter, at the loudness that Apple Podcasts asks for, and smaller to download.</source>
        <translation>Leiser, in der Lautheit, die Apple Podcasts verlangt, und kleiner zum Herunterladen.</translation>
    </message>
    <message>
        <source>Raise the budget (Settings › Providers, or run --budget) and ask again.</source>
        <translation>Das Budget erhöhen (Einstellungen › Anbieter oder run --budget) und erneut fragen.</translation>
    </message>
    <message>
        <source>Raise the budget in Settings › Providers, or choose a smaller model.</source>
        <translation>Das Budget in Einstellungen › Anbieter erhöhen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
        <source>Raise the limit under Settings, Performance, or resume the run to try once more.</source>
        <translation>Die Grenze unter Einstellungen, Leistung anheben oder den Durchlauf fortsetzen, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Read them into the run {run}.</source>
        <translation>Sie in den Durchlauf {run} einlesen.</translation>
    </message>
    <message>
        <source>Reading sentences</source>
        <translation>Sätze werden gelesen</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Dateien werden gelesen</translation>
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
        <source>Remove it and fetch it again.</source>
        <translation>Entfernen und erneut laden.</translation>
    </message>
    <message>
        <source>Remove it first, or import under another name.</source>
        <translation>Zuerst entfernen oder unter anderem Namen importieren.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>Remove it; it is copied again from the library of styles, where it is still there.</source>
        <translation>Entfernen; er wird wieder aus der Bibliothek der Stile kopiert, sofern er dort noch liegt.</translation>
    </message>
    <message>
        <source>Remove it; it is made again when it is needed.</source>
        <translation>Entfernen; es wird wieder erzeugt, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Remove the music of {clips}</source>
        <translation>Musik entfernen aus {clips}</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>Rename “{title}”</source>
        <translation>Umbenennen von „{title}“</translation>
    </message>
    <message>
        <source>Render it again.</source>
        <translation>Erneut rendern.</translation>
    </message>
    <message>
        <source>Render the clip again.</source>
        <translation>Den Clip erneut rendern.</translation>
    </message>
    <message>
        <source>Replace it with a PNG, JPEG or WebP picture.</source>
        <translation>Durch ein PNG-, JPEG- oder WebP-Bild ersetzen.</translation>
    </message>
    <message>
        <source>Replace it with a WAV, FLAC, MP3, OGG or AAC file.</source>
        <translation>Durch eine WAV-, FLAC-, MP3-, OGG- oder AAC-Datei ersetzen.</translation>
    </message>
    <message>
        <source>Replayed from {stage}.</source>
        <translation>Neu ab {stage}.</translation>
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
        <source>Restyle these first.</source>
        <translation>Diesen zuerst einen anderen Stil geben.</translation>
    </message>
    <message>
        <source>Resume the run: it is made again.</source>
        <translation>Den Durchlauf fortsetzen: es wird neu erstellt.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Fortgesetzt.</translation>
    </message>
    <message>
        <source>Return to an earlier version of {clips}</source>
        <translation>Zurück zu einer früheren Version von {clips}</translation>
    </message>
    <message>
        <source>Revert words</source>
        <translation>Wörter zurücksetzen</translation>
    </message>
    <message>
        <source>Run &apos;git lfs pull&apos; to fetch it.</source>
        <translation>Mit &apos;git lfs pull&apos; holen.</translation>
    </message>
    <message>
        <source>SIL Open Font Licence</source>
        <translation>SIL Open Font License</translation>
    </message>
    <message>
        <source>Safe zone</source>
        <translation>Sicherer Bereich</translation>
    </message>
    <message>
        <source>Save it anew.</source>
        <translation>Neu speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG, JPEG or WebP.</source>
        <translation>Als PNG, JPEG oder WebP speichern.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save it as WAV, FLAC, MP3, OGG or AAC, a second long at least.</source>
        <translation>Als WAV, FLAC, MP3, OGG oder AAC speichern, mindestens eine Sekunde lang.</translation>
    </message>
    <message>
        <source>Say that {label} talks</source>
        <translation>{label} als Sprecher festlegen</translation>
    </message>
    <message>
        <source>Scored locally: {why}</source>
        <translation>Lokal bewertet: {why}</translation>
    </message>
    <message>
        <source>See main.py finetune status.</source>
        <translation>Siehe main.py finetune status.</translation>
    </message>
    <message>
        <source>Set access key and secret key of this destination.</source>
        <translation>Zugriffsschlüssel und geheimen Schlüssel dieses Ziels einstellen.</translation>
    </message>
    <message>
        <source>Set its address and model in Settings › Providers.</source>
        <translation>Adresse und Modell in Einstellungen › Anbieter einstellen.</translation>
    </message>
    <message>
        <source>Set its address and model in Settings.</source>
        <translation>Adresse und Modell in den Einstellungen angeben.</translation>
    </message>
    <message>
        <source>Set one in Settings › Providers (one on this computer will do), or write the translation by hand.</source>
        <translation>Eines in Einstellungen › Anbieter einstellen (eines auf diesem Computer genügt) oder die Übersetzung von Hand schreiben.</translation>
    </message>
    <message>
        <source>Set one in Settings › Providers (one on this computer will do); those made without one are there.</source>
        <translation>Eines in Einstellungen › Anbieter einstellen (eines auf diesem Computer genügt); die ohne Modell erstellten sind da.</translation>
    </message>
    <message>
        <source>Set one in Settings › Providers.</source>
        <translation>Eines in Einstellungen › Anbieter einstellen.</translation>
    </message>
    <message>
        <source>Set that one in Settings › Providers to follow it.</source>
        <translation>Diesen in Einstellungen › Anbieter einstellen, um es zu verfolgen.</translation>
    </message>
    <message>
        <source>Set the address that it leads to: redirects are not followed.</source>
        <translation>Die Adresse einstellen, zu der sie führt: Weiterleitungen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Set the clock.</source>
        <translation>Die Uhr stellen.</translation>
    </message>
    <message>
        <source>Set the region of the bucket.</source>
        <translation>Die Region des Buckets einstellen.</translation>
    </message>
    <message>
        <source>Shapes of {clips}</source>
        <translation>Formate von {clips}</translation>
    </message>
    <message>
        <source>Share the folder with the worker, and name it with --map LOCAL=REMOTE where names differ.</source>
        <translation>Den Ordner mit dem Worker teilen und mit --map LOCAL=REMOTE benennen, wo die Namen abweichen.</translation>
    </message>
    <message>
        <source>Shorten the clip, or choose a preset with a smaller picture or a higher limit.</source>
        <translation>Den Clip kürzen oder eine Voreinstellung mit kleinerem Bild oder höherer Grenze wählen.</translation>
    </message>
    <message>
        <source>Shown swear words in {clips}</source>
        <translation>Schimpfwörter zeigen in {clips}</translation>
    </message>
    <message>
        <source>Silence swear words in {clips}</source>
        <translation>Schimpfwörter stummschalten in {clips}</translation>
    </message>
    <message>
        <source>Since another run of this source</source>
        <translation>Seit einem anderen Durchlauf dieser Quelle</translation>
    </message>
    <message>
        <source>Since it was made last</source>
        <translation>Seit der letzten Ausführung</translation>
    </message>
    <message>
        <source>So the fine-tuned model is better.</source>
        <translation>Das Modell aus dem Fine-Tuning ist also besser.</translation>
    </message>
    <message>
        <source>So the fine-tuned model is worse.</source>
        <translation>Das Modell aus dem Fine-Tuning ist also schlechter.</translation>
    </message>
    <message>
        <source>Some accounts may post only 3 or 5 minutes; TikTok lets them shorten what is longer.</source>
        <translation>Manche Konten dürfen nur 3 oder 5 Minuten veröffentlichen; Längeres lässt TikTok sie kürzen.</translation>
    </message>
    <message>
        <source>Some of what is said was corrected since this was written.</source>
        <translation>Seit dies geschrieben wurde, wurde einiges vom Gesagten berichtigt.</translation>
    </message>
    <message>
        <source>Something went wrong inside Shortlist ({kind}: {error}).</source>
        <translation>In Shortlist ist etwas schiefgegangen ({kind}: {error}).</translation>
    </message>
    <message>
        <source>Something went wrong inside Shortlist ({name}: {error}).</source>
        <translation>In Shortlist ist etwas schiefgegangen ({name}: {error}).</translation>
    </message>
    <message>
        <source>Split of {clips}</source>
        <translation>Teilen von {clips}</translation>
    </message>
    <message>
        <source>Split the file, and the recording with it.</source>
        <translation>Die Datei teilen und die Aufnahme mit ihr.</translation>
    </message>
    <message>
        <source>Square or upright, up to 3 minutes; over one minute, claimed music blocks it.</source>
        <translation>Quadratisch oder hochkant, bis zu 3 Minuten; über einer Minute wird es durch beanspruchte Musik gesperrt.</translation>
    </message>
    <message>
        <source>Starred swear words in {clips}</source>
        <translation>Schimpfwörter mit Sternchen in {clips}</translation>
    </message>
    <message>
        <source>Start a run.</source>
        <translation>Einen Durchlauf starten.</translation>
    </message>
    <message>
        <source>Start it (python -m dask scheduler), or check its address and the network between.</source>
        <translation>Starten (python -m dask scheduler) oder die Adresse und das Netzwerk dazwischen prüfen.</translation>
    </message>
    <message>
        <source>Start scheduler and workers in the program&apos;s folder, all of the same version (docs/machines.md).</source>
        <translation>Scheduler und Worker im Ordner des Programms starten, alle in derselben Version (docs/machines.md).</translation>
    </message>
    <message>
        <source>Start the worker with --no-nanny, or with DASK_DISTRIBUTED__WORKER__DAEMON=False in its environment.</source>
        <translation>Den Worker mit --no-nanny starten oder mit DASK_DISTRIBUTED__WORKER__DAEMON=False in seiner Umgebung.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Begonnen.</translation>
    </message>
    <message>
        <source>Stop that run first, or wait until it is through.</source>
        <translation>Diesen Durchlauf zuerst stoppen oder abwarten, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>Von Hand gestoppt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
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
        <source>Style {pin} asks for an unknown caption animation, “{animation}”.</source>
        <translation>Der Stil {pin} verlangt eine unbekannte Untertitelanimation, „{animation}“.</translation>
    </message>
    <message>
        <source>Style {pin} plays “{name}”, which its package lacks.</source>
        <translation>Der Stil {pin} spielt „{name}“, was in seinem Paket fehlt.</translation>
    </message>
    <message>
        <source>Style {pin} shows “{name}”, which its package lacks.</source>
        <translation>Der Stil {pin} zeigt „{name}“, was in seinem Paket fehlt.</translation>
    </message>
    <message>
        <source>Style “{name}” has no version {wanted}.</source>
        <translation>Der Stil „{name}“ hat keine Version {wanted}.</translation>
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
        <source>Take a .ttf or .otf file.</source>
        <translation>Eine .ttf- oder .otf-Datei nehmen.</translation>
    </message>
    <message>
        <source>Take another copy of it.</source>
        <translation>Eine andere Kopie nehmen.</translation>
    </message>
    <message>
        <source>Take another file of the font: TrueType or OpenType.</source>
        <translation>Eine andere Datei der Schrift nehmen: TrueType oder OpenType.</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>Etwas anderes nehmen.</translation>
    </message>
    <message>
        <source>Take it out of the package.</source>
        <translation>Aus dem Paket nehmen.</translation>
    </message>
    <message>
        <source>Take over decisions from a contact sheet</source>
        <translation>Entscheidungen von einem Kontaktbogen übernehmen</translation>
    </message>
    <message>
        <source>Texts are written by a language model, and none is set.</source>
        <translation>Texte werden von einem Sprachmodell geschrieben, und keines ist eingestellt.</translation>
    </message>
    <message>
        <source>That can&apos;t be used: {fault}. Answer again with the JSON alone.</source>
        <translation>Das ist nicht verwendbar: {fault}. Erneut nur mit dem JSON antworten.</translation>
    </message>
    <message>
        <source>That is a difference of {points} points, which could be anything from {low} to {high}.</source>
        <translation>Das ist ein Unterschied von {points} Punkten, der zwischen {low} und {high} liegen kann.</translation>
    </message>
    <message>
        <source>That is too little to tell which of them is better.</source>
        <translation>Das ist zu wenig, um zu sagen, welches besser ist.</translation>
    </message>
    <message>
        <source>The Dask scheduler can&apos;t be reached ({error}).</source>
        <translation>Der Dask-Scheduler ist nicht erreichbar ({error}).</translation>
    </message>
    <message>
        <source>The address of a storage begins with https:// or http://.</source>
        <translation>Die Adresse eines Speichers beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>The address of a webhook begins with https:// or http://.</source>
        <translation>Die Adresse eines Webhooks beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>The analysis audio can&apos;t be read.</source>
        <translation>Der Analyseton kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The analysis audio is not 16-bit mono.</source>
        <translation>Der Analyseton ist nicht 16-Bit-Mono.</translation>
    </message>
    <message>
        <source>The analysis is complete.</source>
        <translation>Die Analyse ist fertig.</translation>
    </message>
    <message>
        <source>The backup can&apos;t be put back ({strerror}).</source>
        <translation>Die Sicherung kann nicht zurückgespielt werden ({strerror}).</translation>
    </message>
    <message>
        <source>The bucket is missing.</source>
        <translation>Der Bucket fehlt.</translation>
    </message>
    <message>
        <source>The clip asks for it.</source>
        <translation>Der Clip verlangt es.</translation>
    </message>
    <message>
        <source>The clip has no captions</source>
        <translation>Der Clip hat keine Untertitel</translation>
    </message>
    <message>
        <source>The clip is meant to be {wanted} s long</source>
        <translation>Der Clip soll {wanted} s lang sein</translation>
    </message>
    <message>
        <source>The clip is meant to be {wanted} s long with its cards</source>
        <translation>Der Clip soll mit seinen Karten {wanted} s lang sein</translation>
    </message>
    <message>
        <source>The clip is silent or shorter than 0.4 s.</source>
        <translation>Der Clip ist still oder kürzer als 0,4 s.</translation>
    </message>
    <message>
        <source>The clip is silent.</source>
        <translation>Der Clip ist still.</translation>
    </message>
    <message>
        <source>The clip is too short to have a loudness.</source>
        <translation>Der Clip ist zu kurz für eine Lautheit.</translation>
    </message>
    <message>
        <source>The clip lies outside the file, which is {duration} s long.</source>
        <translation>Der Clip liegt außerhalb der Datei, die {duration} s lang ist.</translation>
    </message>
    <message>
        <source>The clock of the recording jumps {count} time, as if several were joined.</source>
        <translation>Die Uhr der Aufnahme springt {count}-mal, als wären mehrere aneinandergesetzt.</translation>
    </message>
    <message>
        <source>The clock of the recording jumps {count} times, as if several were joined.</source>
        <translation>Die Uhr der Aufnahme springt {count}-mal, als wären mehrere aneinandergesetzt.</translation>
    </message>
    <message>
        <source>The cluster at {address} could not do the work ({name}: {error}).</source>
        <translation>Der Cluster unter {address} konnte die Arbeit nicht tun ({name}: {error}).</translation>
    </message>
    <message>
        <source>The cookies can&apos;t be read ({strerror}).</source>
        <translation>Die Cookies können nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The cookies file can&apos;t be read.</source>
        <translation>Die Cookie-Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The copy is not what was read.</source>
        <translation>Die Kopie ist nicht das, was gelesen wurde.</translation>
    </message>
    <message>
        <source>The cover picture can&apos;t be read.</source>
        <translation>Das Titelbild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The database can&apos;t be read ({strerror}).</source>
        <translation>Die Datenbank kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The database in the file is damaged ({problem}).</source>
        <translation>Die Datenbank in der Datei ist beschädigt ({problem}).</translation>
    </message>
    <message>
        <source>The database is damaged: {problem}.</source>
        <translation>Die Datenbank ist beschädigt: {problem}.</translation>
    </message>
    <message>
        <source>The deleting of this workspace was cut off: it is not whole any more.</source>
        <translation>Das Löschen dieses Arbeitsbereichs wurde abgebrochen: Er ist nicht mehr vollständig.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk of the folder can&apos;t be reached ({reason}).</source>
        <translation>Der Datenträger des Ordners ist nicht erreichbar ({reason}).</translation>
    </message>
    <message>
        <source>The disk of this workspace is full.</source>
        <translation>Das Laufwerk dieses Arbeitsbereichs ist voll.</translation>
    </message>
    <message>
        <source>The disk of {folder} can&apos;t be reached ({strerror}). Work waits until it can.</source>
        <translation>Der Datenträger von {folder} ist nicht erreichbar ({strerror}). Die Arbeit wartet, bis er es ist.</translation>
    </message>
    <message>
        <source>The download broke off.</source>
        <translation>Der Download brach ab.</translation>
    </message>
    <message>
        <source>The download or copy did not finish: get it again.</source>
        <translation>Der Download oder die Kopie wurde nicht fertig: erneut beschaffen.</translation>
    </message>
    <message>
        <source>The embedding endpoint answers with {size} numbers, where the other passages have {known}: it has another model under the same name.</source>
        <translation>Der Embedding-Endpunkt antwortet mit {size} Zahlen, wo die anderen Abschnitte {known} haben: Er hat ein anderes Modell unter demselben Namen.</translation>
    </message>
    <message>
        <source>The embedding endpoint at {without_credentials} {reason}.</source>
        <translation>Der Embedding-Endpunkt {without_credentials} {reason}.</translation>
    </message>
    <message>
        <source>The encoder {name} failed: {words}.</source>
        <translation>Der Encoder {name} ist fehlgeschlagen: {words}.</translation>
    </message>
    <message>
        <source>The endpoint never began it. Start it again.</source>
        <translation>Der Endpunkt hat es nie begonnen. Erneut starten.</translation>
    </message>
    <message>
        <source>The endpoint {address} answered {status}: {said}.</source>
        <translation>Der Endpunkt {address} antwortete {status}: {said}.</translation>
    </message>
    <message>
        <source>The endpoint {address} can&apos;t be reached ({value}).</source>
        <translation>Der Endpunkt {address} ist nicht erreichbar ({value}).</translation>
    </message>
    <message>
        <source>The endpoint {address} does not know the job {remote_id}.</source>
        <translation>Der Endpunkt {address} kennt die Aufgabe {remote_id} nicht.</translation>
    </message>
    <message>
        <source>The endpoint {address} gave no answer within {timeout_seconds} s.</source>
        <translation>Der Endpunkt {address} gab binnen {timeout_seconds} s keine Antwort.</translation>
    </message>
    <message>
        <source>The endpoint {address} refuses the key ({status}: {said}).</source>
        <translation>Der Endpunkt {address} lehnt den Schlüssel ab ({status}: {said}).</translation>
    </message>
    <message>
        <source>The face model is not there, so the picture is composed without knowing where people are.</source>
        <translation>Das Gesichtsmodell ist nicht da, daher wird das Bild ohne Kenntnis der Personen gestaltet.</translation>
    </message>
    <message>
        <source>The face model {face_model} is not there.</source>
        <translation>Das Gesichtsmodell {face_model} ist nicht da.</translation>
    </message>
    <message>
        <source>The feed has no episode with a file.</source>
        <translation>Der Feed hat keine Folge mit einer Datei.</translation>
    </message>
    <message>
        <source>The file at this address has changed since its download began.</source>
        <translation>Die Datei unter dieser Adresse hat sich seit Beginn des Downloads geändert.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read ({reason}).</source>
        <translation>Die Datei kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>The file can&apos;t be read ({strerror}).</source>
        <translation>Die Datei kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The file can&apos;t be read ({value}).</source>
        <translation>Die Datei kann nicht gelesen werden ({value}).</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: {strerror}.</source>
        <translation>Die Datei kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: {value}.</source>
        <translation>Die Datei kann nicht gelesen werden: {value}.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written ({strerror}).</source>
        <translation>Die Datei kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The file can&apos;t be written ({value}).</source>
        <translation>Die Datei kann nicht geschrieben werden ({value}).</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: {words}.</source>
        <translation>Die Datei kann nicht geschrieben werden: {words}.</translation>
    </message>
    <message>
        <source>The file does not exist.</source>
        <translation>Die Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The file has a header but neither pictures nor sound.</source>
        <translation>Die Datei hat einen Kopf, aber weder Bilder noch Ton.</translation>
    </message>
    <message>
        <source>The file has no audio stream {missing} any more.</source>
        <translation>Die Datei hat keinen Tonstrom {missing} mehr.</translation>
    </message>
    <message>
        <source>The file has no audio track {audio_track}.</source>
        <translation>Die Datei hat keine Tonspur {audio_track}.</translation>
    </message>
    <message>
        <source>The file has no moving picture.</source>
        <translation>Die Datei hat kein bewegtes Bild.</translation>
    </message>
    <message>
        <source>The file has no picture.</source>
        <translation>Die Datei hat kein Bild.</translation>
    </message>
    <message>
        <source>The file has no sound track.</source>
        <translation>Die Datei hat keine Tonspur.</translation>
    </message>
    <message>
        <source>The file has no sound.</source>
        <translation>Die Datei hat keinen Ton.</translation>
    </message>
    <message>
        <source>The file has no times: it is a raw stream, or its header is damaged.</source>
        <translation>Die Datei hat keine Zeiten: sie ist ein roher Strom oder ihr Kopf ist beschädigt.</translation>
    </message>
    <message>
        <source>The file has {audio_streams} audio tracks.</source>
        <translation>Die Datei hat {audio_streams} Tonspuren.</translation>
    </message>
    <message>
        <source>The file has {file_size} ({rate} Mbit/s)</source>
        <translation>Die Datei hat {file_size} ({rate} Mbit/s)</translation>
    </message>
    <message>
        <source>The file has {value} MB, more than most mail servers take.</source>
        <translation>Die Datei hat {value} MB, mehr als die meisten Mailserver annehmen.</translation>
    </message>
    <message>
        <source>The file holds neither video nor sound.</source>
        <translation>Die Datei enthält weder Video noch Ton.</translation>
    </message>
    <message>
        <source>The file is a bare stream of pictures without times, and could not be given any.</source>
        <translation>Die Datei ist ein roher Bilderstrom ohne Zeiten und konnte keine bekommen.</translation>
    </message>
    <message>
        <source>The file is a bare stream of {pictures} pictures without times, and nothing says how fast they play.</source>
        <translation>Die Datei ist ein roher Strom von {pictures} Bildern ohne Zeiten, und nichts sagt, wie schnell sie laufen.</translation>
    </message>
    <message>
        <source>The file is a bare stream of {pictures} pictures without times.</source>
        <translation>Die Datei ist ein roher Strom von {pictures} Bildern ohne Zeiten.</translation>
    </message>
    <message>
        <source>The file is a bare stream without times.</source>
        <translation>Die Datei ist ein roher Strom ohne Zeiten.</translation>
    </message>
    <message>
        <source>The file is damaged or was cut off: its index can&apos;t be read.</source>
        <translation>Die Datei ist beschädigt oder abgeschnitten: ihr Index kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file is damaged: none of its pictures or sound can be decoded.</source>
        <translation>Die Datei ist beschädigt: weder Bild noch Ton können dekodiert werden.</translation>
    </message>
    <message>
        <source>The file is damaged: {join}.</source>
        <translation>Die Datei ist beschädigt: {join}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is encrypted (DRM): its picture and sound can&apos;t be read.</source>
        <translation>Die Datei ist verschlüsselt (DRM): Bild und Ton können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file is hard to read: {reason}, and it could not be copied into a better container ({error}).</source>
        <translation>Die Datei ist schwer lesbar: {reason}, und sie konnte nicht in einen besseren Container kopiert werden ({error}).</translation>
    </message>
    <message>
        <source>The file is hard to read: {reason}.</source>
        <translation>Die Datei ist schwer lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The file is not as it was asked for: {join}.</source>
        <translation>Die Datei ist nicht wie verlangt: {join}.</translation>
    </message>
    <message>
        <source>The file is not video or audio that can be read.</source>
        <translation>Die Datei ist kein lesbares Video oder Audio.</translation>
    </message>
    <message>
        <source>The file is only {duration} s long.</source>
        <translation>Die Datei ist nur {duration} s lang.</translation>
    </message>
    <message>
        <source>The file is too large for a list of cuts.</source>
        <translation>Die Datei ist zu groß für eine Schnittliste.</translation>
    </message>
    <message>
        <source>The file is too large for decisions of a contact sheet.</source>
        <translation>Die Datei ist zu groß für Entscheidungen eines Kontaktbogens.</translation>
    </message>
    <message>
        <source>The file is too large for this disk.</source>
        <translation>Die Datei ist zu groß für diesen Datenträger.</translation>
    </message>
    <message>
        <source>The file is used without sound.</source>
        <translation>Die Datei wird ohne Ton verwendet.</translation>
    </message>
    <message>
        <source>The file may not be read by this user.</source>
        <translation>Die Datei darf von diesem Benutzer nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file plays from its first to its last packet.</source>
        <translation>Die Datei läuft vom ersten bis zum letzten Paket.</translation>
    </message>
    <message>
        <source>The file shows captions alone.</source>
        <translation>Die Datei zeigt nur Untertitel.</translation>
    </message>
    <message>
        <source>The file uses a codec that can&apos;t be decoded.</source>
        <translation>Die Datei verwendet einen Codec, der nicht dekodiert werden kann.</translation>
    </message>
    <message>
        <source>The file uses a format that is too new or too unusual to be read.</source>
        <translation>Die Datei verwendet ein Format, das zu neu oder zu ungewöhnlich ist.</translation>
    </message>
    <message>
        <source>The file was changed since it was to be published.</source>
        <translation>Die Datei wurde geändert, seit sie veröffentlicht werden sollte.</translation>
    </message>
    <message>
        <source>The file was replaced by another one.</source>
        <translation>Die Datei wurde durch eine andere ersetzt.</translation>
    </message>
    <message>
        <source>The finished file can&apos;t be read ({reason}).</source>
        <translation>Die fertige Datei kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>The first picture is shown until then; both stay in step.</source>
        <translation>Bis dahin wird das erste Bild gezeigt; beides bleibt synchron.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be made ({value}).</source>
        <translation>Der Ordner kann nicht angelegt werden ({value}).</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read ({strerror}).</source>
        <translation>Der Ordner kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written ({reason}).</source>
        <translation>In den Ordner kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written ({strerror}).</source>
        <translation>In den Ordner kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Der Ordner ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The folder is missing.</source>
        <translation>Der Ordner fehlt.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Der Ordner ist nicht da.</translation>
    </message>
    <message>
        <source>The frame rate is variable{span}, {fps} pictures a second on average.</source>
        <translation>Die Bildrate ist variabel{span}, im Mittel {fps} Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>The frames of {name} come unevenly. Times are counted at {name2} frames a second, so that a cut may lie a frame beside where it is here.</source>
        <translation>Die Bilder von {name} kommen ungleichmäßig. Zeiten werden mit {name2} Bildern pro Sekunde gezählt, sodass ein Schnitt um ein Bild abweichen kann.</translation>
    </message>
    <message>
        <source>The index of what was said can&apos;t be written ({error}).</source>
        <translation>Das Verzeichnis des Gesagten kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>The key of {name} is missing.</source>
        <translation>Der Schlüssel von {name} fehlt.</translation>
    </message>
    <message>
        <source>The language model at {without_credentials} {reason}.</source>
        <translation>Das Sprachmodell unter {without_credentials} {reason}.</translation>
    </message>
    <message>
        <source>The language model is not needed any more.</source>
        <translation>Das Sprachmodell wird nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>The latest is told by: main.py report</source>
        <translation>Das Neueste zeigt: main.py report</translation>
    </message>
    <message>
        <source>The licence of {family} forbids handing it on inside a package.</source>
        <translation>Die Lizenz von {family} verbietet die Weitergabe in einem Paket.</translation>
    </message>
    <message>
        <source>The line broke.</source>
        <translation>Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>The list of compositions can&apos;t be written ({strerror}).</source>
        <translation>Die Liste der Kompositionen kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The list of workspaces can&apos;t be written ({reason}).</source>
        <translation>Die Liste der Arbeitsbereiche kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>The logo is missing</source>
        <translation>Das Logo fehlt</translation>
    </message>
    <message>
        <source>The logo is there</source>
        <translation>Das Logo ist da</translation>
    </message>
    <message>
        <source>The loudest instant is at {signed} dBTP, the limit is {signed2}.</source>
        <translation>Der lauteste Moment liegt bei {signed} dBTP, die Grenze ist {signed2}.</translation>
    </message>
    <message>
        <source>The manifest of this style is damaged.</source>
        <translation>Das Manifest dieses Stils ist beschädigt.</translation>
    </message>
    <message>
        <source>The manifest of this style was changed.</source>
        <translation>Das Manifest dieses Stils wurde geändert.</translation>
    </message>
    <message>
        <source>The model folder {folder} is not there. Plug its disk in, or choose another folder for models.</source>
        <translation>Der Modellordner {folder} ist nicht da. Den Datenträger anschließen oder einen anderen Ordner für Modelle wählen.</translation>
    </message>
    <message>
        <source>The model {name} is not in {weights_folder}, and is not fetched by itself.</source>
        <translation>Das Modell {name} ist nicht in {weights_folder} und wird nicht von selbst geladen.</translation>
    </message>
    <message>
        <source>The music can&apos;t be kept ({reason}).</source>
        <translation>Die Musik kann nicht behalten werden ({reason}).</translation>
    </message>
    <message>
        <source>The music can&apos;t be used. {reason}</source>
        <translation>Die Musik kann nicht verwendet werden. {reason}</translation>
    </message>
    <message>
        <source>The music can&apos;t be used: the file has no sound.</source>
        <translation>Die Musik kann nicht verwendet werden: die Datei hat keinen Ton.</translation>
    </message>
    <message>
        <source>The music is {duration} s long and can&apos;t begin at {start} s.</source>
        <translation>Die Musik ist {duration} s lang und kann nicht bei {start} s beginnen.</translation>
    </message>
    <message>
        <source>The name is too long: {MOST_NAME} characters at most.</source>
        <translation>Der Name ist zu lang: höchstens {MOST_NAME} Zeichen.</translation>
    </message>
    <message>
        <source>The name template “{template}” asks for “{field}” in a way that is not known.</source>
        <translation>Die Namensvorlage „{template}“ verlangt „{field}“ auf unbekannte Weise.</translation>
    </message>
    <message>
        <source>The name template “{template}” can&apos;t be used: {error}.</source>
        <translation>Die Namensvorlage „{template}“ kann nicht verwendet werden: {error}.</translation>
    </message>
    <message>
        <source>The name {host} can&apos;t be found ({why}).</source>
        <translation>Der Name {host} kann nicht gefunden werden ({why}).</translation>
    </message>
    <message>
        <source>The next question can cost up to ${forecast}, and ${spent}{promised} of the ${budget} for {whose} are spent or promised.</source>
        <translation>Die nächste Anfrage kann bis zu {forecast} $ kosten, und {spent} ${promised} der {budget} $ für {whose} sind ausgegeben oder zugesagt.</translation>
    </message>
    <message>
        <source>The picture before each is held.</source>
        <translation>Das Bild davor wird jeweils gehalten.</translation>
    </message>
    <message>
        <source>The picture can&apos;t be decoded.</source>
        <translation>Das Bild kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The picture has {width} × {height} pixels, which is too large.</source>
        <translation>Das Bild hat {width} × {height} Pixel, das ist zu groß.</translation>
    </message>
    <message>
        <source>The picture is HDR.</source>
        <translation>Das Bild ist HDR.</translation>
    </message>
    <message>
        <source>The picture is black</source>
        <translation>Das Bild ist schwarz</translation>
    </message>
    <message>
        <source>The picture is black {stretches}, as in the source.</source>
        <translation>Das Bild ist schwarz {stretches}, wie in der Quelle.</translation>
    </message>
    <message>
        <source>The picture is black {stretches}, where the source does not.</source>
        <translation>Das Bild ist schwarz {stretches}, wo die Quelle es nicht tut.</translation>
    </message>
    <message>
        <source>The picture is black {stretches}; the clip has no picture of the source.</source>
        <translation>Das Bild ist schwarz {stretches}; der Clip hat kein Bild der Quelle.</translation>
    </message>
    <message>
        <source>The picture is black {stretches}; the source is not there to compare it with.</source>
        <translation>Das Bild ist schwarz {stretches}; die Quelle ist zum Vergleich nicht da.</translation>
    </message>
    <message>
        <source>The picture is interlaced.</source>
        <translation>Das Bild ist im Zeilensprungverfahren.</translation>
    </message>
    <message>
        <source>The picture is only {width}×{height}.</source>
        <translation>Das Bild hat nur {width}×{height}.</translation>
    </message>
    <message>
        <source>The picture is shown as {width}×{height}.</source>
        <translation>Das Bild wird mit {width}×{height} gezeigt.</translation>
    </message>
    <message>
        <source>The picture is stored {join}, with a mark that says so.</source>
        <translation>Das Bild ist {join} gespeichert, mit einem Vermerk darüber.</translation>
    </message>
    <message>
        <source>The picture moves all the time.</source>
        <translation>Das Bild bewegt sich durchgehend.</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>Das Bild steht still</translation>
    </message>
    <message>
        <source>The picture stands still {stretches}, as in the source.</source>
        <translation>Das Bild steht still {stretches}, wie in der Quelle.</translation>
    </message>
    <message>
        <source>The picture stands still {stretches}, where the source does not.</source>
        <translation>Das Bild steht still {stretches}, wo die Quelle es nicht tut.</translation>
    </message>
    <message>
        <source>The picture stands still {stretches}; the clip has no picture of the source.</source>
        <translation>Das Bild steht still {stretches}; der Clip hat kein Bild der Quelle.</translation>
    </message>
    <message>
        <source>The picture stands still {stretches}; the source is not there to compare it with.</source>
        <translation>Das Bild steht still {stretches}; die Quelle ist zum Vergleich nicht da.</translation>
    </message>
    <message>
        <source>The picture starts {value} s after the sound.</source>
        <translation>Das Bild beginnt {value} s nach dem Ton.</translation>
    </message>
    <message>
        <source>The pictures can&apos;t be written ({strerror}).</source>
        <translation>Die Bilder können nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The pixels are not square ({sample_aspect_ratio}:1, {size} stored).</source>
        <translation>Die Pixel sind nicht quadratisch ({sample_aspect_ratio}:1, {size} gespeichert).</translation>
    </message>
    <message>
        <source>The preset can&apos;t be read ({strerror}).</source>
        <translation>Die Voreinstellung kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The preset can&apos;t be removed ({strerror}).</source>
        <translation>Die Voreinstellung kann nicht entfernt werden ({strerror}).</translation>
    </message>
    <message>
        <source>The preset can&apos;t be used: {first}.</source>
        <translation>Die Voreinstellung kann nicht verwendet werden: {first}.</translation>
    </message>
    <message>
        <source>The preset in it is called “{name}”.</source>
        <translation>Die Voreinstellung darin heißt „{name}“.</translation>
    </message>
    <message>
        <source>The preset “{title}” was removed: files are made with it as it was.</source>
        <translation>Die Voreinstellung „{title}“ wurde entfernt: Dateien werden mit ihr gemacht, wie sie war.</translation>
    </message>
    <message>
        <source>The queue is paused: what runs is finished, nothing new is started.</source>
        <translation>Die Warteschlange ist pausiert: Laufendes wird beendet, Neues nicht begonnen.</translation>
    </message>
    <message>
        <source>The recipe can&apos;t be read ({strerror}).</source>
        <translation>Das Rezept kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The recipe can&apos;t be removed ({strerror}).</source>
        <translation>Das Rezept kann nicht entfernt werden ({strerror}).</translation>
    </message>
    <message>
        <source>The rendered file can&apos;t be read ({reason}).</source>
        <translation>Die gerenderte Datei kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>The rendered file is gone.</source>
        <translation>Die gerenderte Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The rest is used.</source>
        <translation>Der Rest wird verwendet.</translation>
    </message>
    <message>
        <source>The run was deleted.</source>
        <translation>Der Durchlauf wurde gelöscht.</translation>
    </message>
    <message>
        <source>The same quality to the eye in about four fifths of the bytes; takes three times as long to encode.</source>
        <translation>Dieselbe sichtbare Qualität in etwa vier Fünfteln der Größe; das Codieren dauert dreimal so lange.</translation>
    </message>
    <message>
        <source>The same work was done before.</source>
        <translation>Dieselbe Arbeit wurde schon getan.</translation>
    </message>
    <message>
        <source>The same work was done by {by} of {when}.</source>
        <translation>Dieselbe Arbeit wurde von {by} am {when} getan.</translation>
    </message>
    <message>
        <source>The scheduler {address} is out of reach{since}.</source>
        <translation>Der Scheduler {address} ist nicht erreichbar{since}.</translation>
    </message>
    <message>
        <source>The sheet is written.</source>
        <translation>Der Bogen ist geschrieben.</translation>
    </message>
    <message>
        <source>The site does not answer.</source>
        <translation>Die Seite antwortet nicht.</translation>
    </message>
    <message>
        <source>The site does not show this in your country.</source>
        <translation>Die Seite zeigt dies in diesem Land nicht.</translation>
    </message>
    <message>
        <source>The site has had too many requests from here.</source>
        <translation>Die Seite hatte zu viele Anfragen von hier.</translation>
    </message>
    <message>
        <source>The site is out of order for now.</source>
        <translation>Die Seite ist zurzeit außer Betrieb.</translation>
    </message>
    <message>
        <source>The site refuses to hand it out.</source>
        <translation>Die Seite verweigert die Herausgabe.</translation>
    </message>
    <message>
        <source>The site shows this only to people who are signed in.</source>
        <translation>Die Seite zeigt dies nur angemeldeten Personen.</translation>
    </message>
    <message>
        <source>The site wants to see that a person asks.</source>
        <translation>Die Seite will sehen, dass ein Mensch fragt.</translation>
    </message>
    <message>
        <source>The site&apos;s certificate is not valid.</source>
        <translation>Das Zertifikat der Seite ist ungültig.</translation>
    </message>
    <message>
        <source>The site&apos;s name can&apos;t be found.</source>
        <translation>Der Name der Seite kann nicht gefunden werden.</translation>
    </message>
    <message>
        <source>The smallest files. Plays in browsers and on recent devices; not every platform takes it.</source>
        <translation>Die kleinsten Dateien. Läuft in Browsern und auf neueren Geräten; nicht jede Plattform nimmt es an.</translation>
    </message>
    <message>
        <source>The sound can&apos;t be decoded.</source>
        <translation>Der Ton kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The sound ends at {clock}, {short} s before the file does.</source>
        <translation>Der Ton endet bei {clock}, {short} s vor der Datei.</translation>
    </message>
    <message>
        <source>The sound is at {signed} LUFS</source>
        <translation>Der Ton liegt bei {signed} LUFS</translation>
    </message>
    <message>
        <source>The sound is overdriven: {mean} of it reaches full scale.</source>
        <translation>Der Ton ist übersteuert: {mean} davon erreicht Vollaussteuerung.</translation>
    </message>
    <message>
        <source>The sound is very quiet: its loudest peak is {peak_db} dB below full scale.</source>
        <translation>Der Ton ist sehr leise: seine lauteste Spitze liegt {peak_db} dB unter Vollaussteuerung.</translation>
    </message>
    <message>
        <source>The sound starts {offset} s after the picture.</source>
        <translation>Der Ton beginnt {offset} s nach dem Bild.</translation>
    </message>
    <message>
        <source>The sound track is silent from beginning to end.</source>
        <translation>Die Tonspur ist von Anfang bis Ende still.</translation>
    </message>
    <message>
        <source>The source has no moving picture.</source>
        <translation>Die Quelle hat kein bewegtes Bild.</translation>
    </message>
    <message>
        <source>The source is interlaced.</source>
        <translation>Die Quelle ist im Zeilensprungverfahren.</translation>
    </message>
    <message>
        <source>The source is not analysed yet.</source>
        <translation>Die Quelle ist noch nicht analysiert.</translation>
    </message>
    <message>
        <source>The storage {place} can&apos;t be reached ({why}).</source>
        <translation>Der Speicher {place} ist nicht erreichbar ({why}).</translation>
    </message>
    <message>
        <source>The storage {place} can&apos;t be used: {error}</source>
        <translation>Der Speicher {place} kann nicht verwendet werden: {error}</translation>
    </message>
    <message>
        <source>The storage {place} refused: {reason}.</source>
        <translation>Der Speicher {place} lehnte ab: {reason}.</translation>
    </message>
    <message>
        <source>The style can&apos;t be read: {value}.</source>
        <translation>Der Stil kann nicht gelesen werden: {value}.</translation>
    </message>
    <message>
        <source>The style can&apos;t be written: {value}.</source>
        <translation>Der Stil kann nicht geschrieben werden: {value}.</translation>
    </message>
    <message>
        <source>The style is {style_pin} now.</source>
        <translation>Der Stil ist jetzt {style_pin}.</translation>
    </message>
    <message>
        <source>The style shows no captions</source>
        <translation>Der Stil zeigt keine Untertitel</translation>
    </message>
    <message>
        <source>The thumbnail can&apos;t be made.</source>
        <translation>Das Vorschaubild kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>The thumbnail can&apos;t be written ({strerror}).</source>
        <translation>Das Vorschaubild kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The transcript can&apos;t be read ({strerror}).</source>
        <translation>Das Transkript kann nicht gelesen werden ({strerror}).</translation>
    </message>
    <message>
        <source>The translation was stopped.</source>
        <translation>Die Übersetzung wurde gestoppt.</translation>
    </message>
    <message>
        <source>The webhook at {place} answered {status}{quoted}.</source>
        <translation>Der Webhook unter {place} antwortete {status}{quoted}.</translation>
    </message>
    <message>
        <source>The webhook at {place} can&apos;t be reached ({why}).</source>
        <translation>Der Webhook unter {place} ist nicht erreichbar ({why}).</translation>
    </message>
    <message>
        <source>The webhook&apos;s address can&apos;t be used ({error}).</source>
        <translation>Die Adresse des Webhooks kann nicht verwendet werden ({error}).</translation>
    </message>
    <message>
        <source>The whole picture is shown, with everybody in it.</source>
        <translation>Das ganze Bild wird gezeigt, mit allen darin.</translation>
    </message>
    <message>
        <source>The words are an unread draft; write a hook yourself, or transcribe with a better model.</source>
        <translation>Die Wörter sind ein ungelesener Entwurf; einen Einstieg selbst schreiben oder mit einem besseren Modell transkribieren.</translation>
    </message>
    <message>
        <source>The worker died ({error}).</source>
        <translation>Der Prozess ist abgestürzt ({error}).</translation>
    </message>
    <message>
        <source>The worker process ended unexpectedly. {sentence}</source>
        <translation>Der Arbeitsprozess endete unerwartet. {sentence}</translation>
    </message>
    <message>
        <source>The worker {address} can&apos;t write into {parent} ({strerror}).</source>
        <translation>Der Worker {address} kann nicht in {parent} schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>The worker {address} does not see the workspace at {workspace}.</source>
        <translation>Der Worker {address} sieht den Arbeitsbereich unter {workspace} nicht.</translation>
    </message>
    <message>
        <source>The worker {address} does not see {path}.</source>
        <translation>Der Worker {address} sieht {path} nicht.</translation>
    </message>
    <message>
        <source>The worker {address} may not start processes of its own.</source>
        <translation>Der Worker {address} darf keine eigenen Prozesse starten.</translation>
    </message>
    <message>
        <source>The worker {address} runs Shortlist {ours}, and this computer {told}.</source>
        <translation>Auf dem Worker {address} läuft Shortlist {ours}, auf diesem Computer {told}.</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be brought up to date: no backup of it could be made before ({error}).</source>
        <translation>Der Arbeitsbereich kann nicht aktualisiert werden: vorher konnte keine Sicherung gemacht werden ({error}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be exported ({strerror}).</source>
        <translation>Der Arbeitsbereich kann nicht exportiert werden ({strerror}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be imported ({reason}).</source>
        <translation>Der Arbeitsbereich kann nicht importiert werden ({reason}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be locked ({strerror}).</source>
        <translation>Der Arbeitsbereich kann nicht gesperrt werden ({strerror}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be made ({strerror}).</source>
        <translation>Der Arbeitsbereich kann nicht angelegt werden ({strerror}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be moved ({reason}).</source>
        <translation>Der Arbeitsbereich kann nicht verschoben werden ({reason}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be read ({value}).</source>
        <translation>Der Arbeitsbereich kann nicht gelesen werden ({value}).</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be written.</source>
        <translation>In den Arbeitsbereich kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The workspace folder can&apos;t be written ({strerror}).</source>
        <translation>In den Ordner des Arbeitsbereichs kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>The workspace was changed while it was exported.</source>
        <translation>Der Arbeitsbereich wurde verändert, während er exportiert wurde.</translation>
    </message>
    <message>
        <source>The workspace&apos;s database can&apos;t be opened or used ({error}).</source>
        <translation>Die Datenbank des Arbeitsbereichs kann nicht geöffnet oder verwendet werden ({error}).</translation>
    </message>
    <message>
        <source>The workspace&apos;s database can&apos;t be written.</source>
        <translation>In die Datenbank des Arbeitsbereichs kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The workspace&apos;s database is damaged ({problem}).</source>
        <translation>Die Datenbank des Arbeitsbereichs ist beschädigt ({problem}).</translation>
    </message>
    <message>
        <source>The workspace&apos;s disk can&apos;t be reached ({reason}).</source>
        <translation>Der Datenträger des Arbeitsbereichs ist nicht erreichbar ({reason}).</translation>
    </message>
    <message>
        <source>There are no chapters.</source>
        <translation>Es gibt keine Kapitel.</translation>
    </message>
    <message>
        <source>There are {entries} videos at this address.</source>
        <translation>Unter dieser Adresse gibt es {entries} Videos.</translation>
    </message>
    <message>
        <source>There are {gaps} gaps in the {what}, {total_duration} s together; the longest is {duration} s at {clock}.</source>
        <translation>Es gibt {gaps} Lücken ({what}), zusammen {total_duration} s; die längste dauert {duration} s bei {clock}.</translation>
    </message>
    <message>
        <source>There are {join}.</source>
        <translation>Es gibt {join}.</translation>
    </message>
    <message>
        <source>There are {training} of the {FEWEST} examples that a fine-tune takes at least.</source>
        <translation>Es gibt {training} der mindestens {FEWEST} Beispiele, die ein Fine-Tuning braucht.</translation>
    </message>
    <message>
        <source>There are {unseen} of the {FEWEST_COMPARED} decisions that a comparison takes at least, of talks that the model was not trained with.</source>
        <translation>Es gibt {unseen} der mindestens {FEWEST_COMPARED} Entscheidungen, die ein Vergleich braucht, aus Gesprächen, mit denen das Modell nicht trainiert wurde.</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is a gap of {duration} s in the {what} at {clock}.</source>
        <translation>Es gibt eine Lücke von {duration} s ({what}) bei {clock}.</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Es gibt schon eine Voreinstellung „{name}“.</translation>
    </message>
    <message>
        <source>There is a recipe “{name}” already.</source>
        <translation>Es gibt schon ein Rezept „{name}“.</translation>
    </message>
    <message>
        <source>There is a recipe “{new_name}” already.</source>
        <translation>Es gibt schon ein Rezept „{new_name}“.</translation>
    </message>
    <message>
        <source>There is a workspace here already.</source>
        <translation>Hier ist schon ein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is another {pin} here already, and a version never changes.</source>
        <translation>Es gibt hier schon ein anderes {pin}, und eine Version ändert sich nie.</translation>
    </message>
    <message>
        <source>There is no backup of it. Restore the file from a copy of your own, or choose another workspace.</source>
        <translation>Es gibt keine Sicherung. Die Datei aus einer eigenen Kopie wiederherstellen oder einen anderen Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>There is no clip to hand over.</source>
        <translation>Es gibt keinen Clip zu übergeben.</translation>
    </message>
    <message>
        <source>There is no clip to show.</source>
        <translation>Es gibt keinen Clip zu zeigen.</translation>
    </message>
    <message>
        <source>There is no clip {clip_id} in this workspace.</source>
        <translation>Es gibt keinen Clip {clip_id} in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no destination “{name}” any more.</source>
        <translation>Das Ziel „{name}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no destination “{name}”.</source>
        <translation>Es gibt kein Ziel „{name}“.</translation>
    </message>
    <message>
        <source>There is no draft named “{name}”.</source>
        <translation>Es gibt keinen Entwurf namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no feed at this address.</source>
        <translation>Unter dieser Adresse ist kein Feed.</translation>
    </message>
    <message>
        <source>There is no fine-tune {job_id}.</source>
        <translation>Es gibt kein Fine-Tuning {job_id}.</translation>
    </message>
    <message>
        <source>There is no folder for your styles here.</source>
        <translation>Es gibt hier keinen Ordner für eigene Stile.</translation>
    </message>
    <message>
        <source>There is no hand-off “{kind}”.</source>
        <translation>Es gibt keine Übergabe „{kind}“.</translation>
    </message>
    <message>
        <source>There is no layout named {layout}.</source>
        <translation>Es gibt keine Aufteilung namens {layout}.</translation>
    </message>
    <message>
        <source>There is no model to compare yet.</source>
        <translation>Es gibt noch kein Modell zum Vergleichen.</translation>
    </message>
    <message>
        <source>There is no model to use: {lower}{why}</source>
        <translation>Es gibt kein verwendbares Modell: {lower}{why}</translation>
    </message>
    <message>
        <source>There is no noise to hear in its quietest moments.</source>
        <translation>In den leisesten Stellen ist kein Rauschen zu hören.</translation>
    </message>
    <message>
        <source>There is no picture.</source>
        <translation>Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <translation>Es gibt keine Voreinstellung „{name}“.</translation>
    </message>
    <message>
        <source>There is no recipe “{name}”.</source>
        <translation>Es gibt kein Rezept „{name}“.</translation>
    </message>
    <message>
        <source>There is no run {run_id} in this workspace.</source>
        <translation>Es gibt keinen Durchlauf {run_id} in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no safe zone “{safe_zone}”.</source>
        <translation>Es gibt keinen sicheren Bereich „{safe_zone}“.</translation>
    </message>
    <message>
        <source>There is no sidecar format “{name}”.</source>
        <translation>Es gibt kein Beiformat „{name}“.</translation>
    </message>
    <message>
        <source>There is no sound backup of this workspace.</source>
        <translation>Es gibt keine intakte Sicherung dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>There is no sound to have peaks.</source>
        <translation>Es gibt keinen Ton, der Spitzen hätte.</translation>
    </message>
    <message>
        <source>There is no sound, so who is speaking was judged by moving lips alone.</source>
        <translation>Es gibt keinen Ton, daher wurde nur an bewegten Lippen erkannt, wer spricht.</translation>
    </message>
    <message>
        <source>There is no source {source_id} in this workspace.</source>
        <translation>Es gibt keine Quelle {source_id} in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no style named “{name}”.</source>
        <translation>Es gibt keinen Stil namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no style package here: {STYLE_FILE} is missing.</source>
        <translation>Hier ist kein Stilpaket: {STYLE_FILE} fehlt.</translation>
    </message>
    <message>
        <source>There is no such transcript.</source>
        <translation>Dieses Transkript gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no workspace here yet.</source>
        <translation>Hier ist noch kein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no workspace here.</source>
        <translation>Hier ist kein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>There is no {pin} among your styles.</source>
        <translation>{pin} ist nicht unter den eigenen Stilen.</translation>
    </message>
    <message>
        <source>There is not enough disk space to prepare this file.</source>
        <translation>Der Speicherplatz reicht nicht, um diese Datei vorzubereiten.</translation>
    </message>
    <message>
        <source>There is nothing (any more) at this address.</source>
        <translation>Unter dieser Adresse ist nichts (mehr).</translation>
    </message>
    <message>
        <source>There is something in this folder already.</source>
        <translation>In diesem Ordner liegt schon etwas.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Arbeitsspeicher reichte nicht.</translation>
    </message>
    <message>
        <source>These decisions are of another run.</source>
        <translation>Diese Entscheidungen gehören zu einem anderen Durchlauf.</translation>
    </message>
    <message>
        <source>They are played at the {stated} a second that the pictures themselves state.</source>
        <translation>Sie laufen mit den {stated} pro Sekunde, die die Bilder selbst angeben.</translation>
    </message>
    <message>
        <source>They are played at {USUAL_FPS} a second.</source>
        <translation>Sie laufen mit {USUAL_FPS} pro Sekunde.</translation>
    </message>
    <message>
        <source>They are silent; what follows stays in step.</source>
        <translation>Sie sind still; was folgt, bleibt synchron.</translation>
    </message>
    <message>
        <source>They are used as far as they decode.</source>
        <translation>Sie werden verwendet, soweit sie sich dekodieren lassen.</translation>
    </message>
    <message>
        <source>This can&apos;t be read: {value}.</source>
        <translation>Dies kann nicht gelesen werden: {value}.</translation>
    </message>
    <message>
        <source>This can&apos;t be removed ({strerror}).</source>
        <translation>Dies kann nicht entfernt werden ({strerror}).</translation>
    </message>
    <message>
        <source>This can&apos;t be removed: {value}.</source>
        <translation>Dies kann nicht entfernt werden: {value}.</translation>
    </message>
    <message>
        <source>This clip of {seconds} seconds can&apos;t be made smaller than {size} and stay watchable.</source>
        <translation>Dieser Clip von {seconds} Sekunden lässt sich nicht unter {size} bringen und ansehnlich bleiben.</translation>
    </message>
    <message>
        <source>This endpoint has no fine-tuning</source>
        <translation>Dieser Endpunkt bietet kein Fine-Tuning</translation>
    </message>
    <message>
        <source>This file has no sound.</source>
        <translation>Diese Datei hat keinen Ton.</translation>
    </message>
    <message>
        <source>This file has no thumbnail.</source>
        <translation>Diese Datei hat kein Vorschaubild.</translation>
    </message>
    <message>
        <source>This file is no workspace that Shortlist exported, or it is damaged ({why}).</source>
        <translation>Diese Datei ist kein von Shortlist exportierter Arbeitsbereich, oder sie ist beschädigt ({why}).</translation>
    </message>
    <message>
        <source>This file is of no kind that can be read.</source>
        <translation>Dateien dieser Art können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Diese Datei ist zu groß.</translation>
    </message>
    <message>
        <source>This fine-tune is at {base_url}, which is not the endpoint that is set.</source>
        <translation>Dieses Fine-Tuning ist bei {base_url}, das ist nicht der eingestellte Endpunkt.</translation>
    </message>
    <message>
        <source>This folder holds no video or sound.</source>
        <translation>In diesem Ordner ist weder Video noch Ton.</translation>
    </message>
    <message>
        <source>This folder is in the way of the import.</source>
        <translation>Dieser Ordner steht dem Import im Weg.</translation>
    </message>
    <message>
        <source>This folder is in the way of the move.</source>
        <translation>Dieser Ordner steht dem Verschieben im Weg.</translation>
    </message>
    <message>
        <source>This folder may not be written to.</source>
        <translation>In diesen Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This font can&apos;t be read: {value}.</source>
        <translation>Diese Schrift kann nicht gelesen werden: {value}.</translation>
    </message>
    <message>
        <source>This font can&apos;t be used for painting.</source>
        <translation>Diese Schrift kann nicht zum Zeichnen verwendet werden.</translation>
    </message>
    <message>
        <source>This font is broken.</source>
        <translation>Diese Schrift ist defekt.</translation>
    </message>
    <message>
        <source>This font is too large.</source>
        <translation>Diese Schrift ist zu groß.</translation>
    </message>
    <message>
        <source>This is a Git LFS pointer, not the media itself.</source>
        <translation>Dies ist ein Git-LFS-Zeiger, nicht das Medium selbst.</translation>
    </message>
    <message>
        <source>This is a file, no folder.</source>
        <translation>Dies ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Dies ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Dies ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This is a picture, not a video.</source>
        <translation>Dies ist ein Bild, kein Video.</translation>
    </message>
    <message>
        <source>This is a single picture, not a video.</source>
        <translation>Dies ist ein einzelnes Bild, kein Video.</translation>
    </message>
    <message>
        <source>This is a text file, not video or audio.</source>
        <translation>Dies ist eine Textdatei, kein Video oder Audio.</translation>
    </message>
    <message>
        <source>This is an unfinished copy of a workspace.</source>
        <translation>Dies ist eine unfertige Kopie eines Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>This is named as a {wanted} and is a {kind}.</source>
        <translation>Dies ist als {wanted} benannt und ist {kind}.</translation>
    </message>
    <message>
        <source>This is named as a {wanted}, and is none.</source>
        <translation>Dies ist als {wanted} benannt und ist keines.</translation>
    </message>
    <message>
        <source>This is nested too deeply to be a style.</source>
        <translation>Dies ist zu tief verschachtelt für einen Stil.</translation>
    </message>
    <message>
        <source>This is no TrueType or OpenType font.</source>
        <translation>Dies ist keine TrueType- oder OpenType-Schrift.</translation>
    </message>
    <message>
        <source>This is no address of the web ({error}).</source>
        <translation>Dies ist keine Webadresse ({error}).</translation>
    </message>
    <message>
        <source>This is no file of decisions from a contact sheet.</source>
        <translation>Dies ist keine Datei mit Entscheidungen eines Kontaktbogens.</translation>
    </message>
    <message>
        <source>This is no kind of captions.</source>
        <translation>Dies ist keine Art von Untertiteln.</translation>
    </message>
    <message>
        <source>This is no kind of document.</source>
        <translation>Dies ist keine Art von Dokument.</translation>
    </message>
    <message>
        <source>This is no preset: {first}.</source>
        <translation>Das ist keine Voreinstellung: {first}.</translation>
    </message>
    <message>
        <source>This is no recipe that can be used: {what}{more}.</source>
        <translation>Dies ist kein verwendbares Rezept: {what}{more}.</translation>
    </message>
    <message>
        <source>This is no recipe that can be used: {where}: {what}{more}.</source>
        <translation>Dies ist kein verwendbares Rezept: {where}: {what}{more}.</translation>
    </message>
    <message>
        <source>This is no valid TOML: {error}.</source>
        <translation>Dies ist kein gültiges TOML: {error}.</translation>
    </message>
    <message>
        <source>This is no {what} that can be read ({error}).</source>
        <translation>Dies ist kein lesbares {what} ({error}).</translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation>Dies ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>This is too large to be a style.</source>
        <translation>Dies ist zu groß für einen Stil.</translation>
    </message>
    <message>
        <source>This is too long for a preset.</source>
        <translation>Für eine Voreinstellung ist das zu lang.</translation>
    </message>
    <message>
        <source>This is too long for a recipe.</source>
        <translation>Dies ist zu lang für ein Rezept.</translation>
    </message>
    <message>
        <source>This package is too large: {sizes} files, {value} MB.</source>
        <translation>Dieses Paket ist zu groß: {sizes} Dateien, {value} MB.</translation>
    </message>
    <message>
        <source>This picture can&apos;t be decoded.</source>
        <translation>Dieses Bild kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>This picture is broken.</source>
        <translation>Dieses Bild ist defekt.</translation>
    </message>
    <message>
        <source>This picture is too large: {width}×{height} pixels.</source>
        <translation>Dieses Bild ist zu groß: {width}×{height} Pixel.</translation>
    </message>
    <message>
        <source>This run has no clip {join}.</source>
        <translation>Dieser Durchlauf hat keinen Clip {join}.</translation>
    </message>
    <message>
        <source>This should be {name}@{version}, and says that it is {pin}.</source>
        <translation>Dies sollte {name}@{version} sein und nennt sich {pin}.</translation>
    </message>
    <message>
        <source>This sound is {duration} seconds long.</source>
        <translation>Dieser Ton ist {duration} Sekunden lang.</translation>
    </message>
    <message>
        <source>This style is not imported: it is too large.</source>
        <translation>Dieser Stil wird nicht importiert: er ist zu groß.</translation>
    </message>
    <message>
        <source>This style is not imported: {why}.</source>
        <translation>Dieser Stil wird nicht importiert: {why}.</translation>
    </message>
    <message>
        <source>This style is not imported: “{name}”: {problem}.</source>
        <translation>Dieser Stil wird nicht importiert: „{name}“: {problem}.</translation>
    </message>
    <message>
        <source>This style is not imported: “{twice}” is in it in two spellings.</source>
        <translation>Dieser Stil wird nicht importiert: „{twice}“ ist in zwei Schreibweisen darin.</translation>
    </message>
    <message>
        <source>This style was published by a newer version of the program.</source>
        <translation>Dieser Stil wurde von einer neueren Version des Programms veröffentlicht.</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>Dieser Text ist zu lang.</translation>
    </message>
    <message>
        <source>This version has no manifest: it was never published.</source>
        <translation>Diese Version hat kein Manifest: sie wurde nie veröffentlicht.</translation>
    </message>
    <message>
        <source>This workspace has another {pin} than your styles.</source>
        <translation>Dieser Arbeitsbereich hat ein anderes {pin} als die eigenen Stile.</translation>
    </message>
    <message>
        <source>This workspace is being deleted.</source>
        <translation>Dieser Arbeitsbereich wird gerade gelöscht.</translation>
    </message>
    <message>
        <source>This workspace is open for looking: nothing in it is changed.</source>
        <translation>Dieser Arbeitsbereich ist nur zum Ansehen geöffnet: In ihm wird nichts geändert.</translation>
    </message>
    <message>
        <source>This workspace is open in another Shortlist ({holder}).</source>
        <translation>Dieser Arbeitsbereich ist in einem anderen Shortlist geöffnet ({holder}).</translation>
    </message>
    <message>
        <source>This workspace is open in another Shortlist ({value}).</source>
        <translation>Dieser Arbeitsbereich ist in einem anderen Shortlist geöffnet ({value}).</translation>
    </message>
    <message>
        <source>This workspace was exported by a newer Shortlist.</source>
        <translation>Dieser Arbeitsbereich wurde von einem neueren Shortlist exportiert.</translation>
    </message>
    <message>
        <source>This workspace was moved to {place}.</source>
        <translation>Dieser Arbeitsbereich wurde nach {place} verschoben.</translation>
    </message>
    <message>
        <source>This workspace was written by a newer Shortlist.</source>
        <translation>Dieser Arbeitsbereich wurde von einem neueren Shortlist geschrieben.</translation>
    </message>
    <message>
        <source>Title of {clips}</source>
        <translation>Titel von {clips}</translation>
    </message>
    <message>
        <source>Title, box</source>
        <translation>Titel, Kasten</translation>
    </message>
    <message>
        <source>Told {place}, which answered {answer}.</source>
        <translation>{place} gemeldet, Antwort: {answer}.</translation>
    </message>
    <message>
        <source>Too few clips were approved to tell what you like: {wanted} of at least {FEWEST_A_SIDE}.</source>
        <translation>Zu wenige Clips wurden angenommen, um Vorlieben zu erkennen: {wanted} von mindestens {FEWEST_A_SIDE}.</translation>
    </message>
    <message>
        <source>Too few clips were rejected to tell: {value} of at least {FEWEST_A_SIDE}.</source>
        <translation>Zu wenige Clips wurden abgelehnt: {value} von mindestens {FEWEST_A_SIDE}.</translation>
    </message>
    <message>
        <source>Too few decisions: {known} of at least {FEWEST}.</source>
        <translation>Zu wenige Entscheidungen: {known} von mindestens {FEWEST}.</translation>
    </message>
    <message>
        <source>Too short for chapters: YouTube wants three of ten seconds or more, and they help from two minutes on.</source>
        <translation>Zu kurz für Kapitel: YouTube verlangt drei zu je mindestens zehn Sekunden, und sie helfen ab zwei Minuten.</translation>
    </message>
    <message>
        <source>Track {used} is heard.</source>
        <translation>Spur {used} ist zu hören.</translation>
    </message>
    <message>
        <source>Tracks {used} are heard, mixed.</source>
        <translation>Die Spuren {used} sind gemischt zu hören.</translation>
    </message>
    <message>
        <source>Translated {translated} lines into {language_name}, for ${usd}.</source>
        <translation>{translated} Zeilen übersetzt ({language_name}), für {usd} $.</translation>
    </message>
    <message>
        <source>Translated {translated} lines into {language_name}.</source>
        <translation>{translated} Zeilen übersetzt ({language_name}).</translation>
    </message>
    <message>
        <source>Trim of {clips}</source>
        <translation>Zuschnitt von {clips}</translation>
    </message>
    <message>
        <source>Try again later, or use a model on this computer.</source>
        <translation>Später erneut versuchen oder ein Modell auf diesem Computer verwenden.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again: it goes on where it was.</source>
        <translation>Erneut versuchen: es geht weiter, wo es war.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>Trying again in {wait} s.</source>
        <translation>Neuer Versuch in {wait} s.</translation>
    </message>
    <message>
        <source>Trying once more.</source>
        <translation>Ein weiterer Versuch.</translation>
    </message>
    <message>
        <source>UTF-8, written twice</source>
        <translation>UTF-8, doppelt geschrieben</translation>
    </message>
    <message>
        <source>Ubuntu Font Licence</source>
        <translation>Ubuntu Font Licence</translation>
    </message>
    <message>
        <source>Up to 15 minutes are accepted, but only Reels of up to 3 minutes are recommended to new viewers.</source>
        <translation>Bis zu 15 Minuten werden angenommen, aber nur Reels bis zu 3 Minuten werden neuen Zuschauern empfohlen.</translation>
    </message>
    <message>
        <source>Update Shortlist to import it.</source>
        <translation>Aktualisieren Sie Shortlist, um ihn zu importieren.</translation>
    </message>
    <message>
        <source>Update Shortlist to open it.</source>
        <translation>Shortlist aktualisieren, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>Use .md, .json or .txt.</source>
        <translation>.md, .json oder .txt verwenden.</translation>
    </message>
    <message>
        <source>Use .srt, .vtt or .txt.</source>
        <translation>.srt, .vtt oder .txt verwenden.</translation>
    </message>
    <message>
        <source>Use SRT, VTT, ASS, JSON or TXT.</source>
        <translation>SRT, VTT, ASS, JSON oder TXT verwenden.</translation>
    </message>
    <message>
        <source>Use SRT, VTT, JSON or TXT.</source>
        <translation>SRT, VTT, JSON oder TXT verwenden.</translation>
    </message>
    <message>
        <source>Use a copy without copy protection.</source>
        <translation>Eine Kopie ohne Kopierschutz verwenden.</translation>
    </message>
    <message>
        <source>Use a name with .jsonl.</source>
        <translation>Einen Namen mit .jsonl verwenden.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, - and _ (at most 48).</source>
        <translation>Kleinbuchstaben, Ziffern, - und _ verwenden (höchstens 48).</translation>
    </message>
    <message>
        <source>Wait a while, then try again: it goes on where it was.</source>
        <translation>Etwas warten, dann erneut versuchen: es geht weiter, wo es war.</translation>
    </message>
    <message>
        <source>Wait for its end.</source>
        <translation>Das Ende abwarten.</translation>
    </message>
    <message>
        <source>Wait for the end of the fine-tune.</source>
        <translation>Das Ende des Fine-Tunings abwarten.</translation>
    </message>
    <message>
        <source>Wait until its run has written the transcript.</source>
        <translation>Warten, bis der Durchlauf das Transkript geschrieben hat.</translation>
    </message>
    <message>
        <source>Wait until the run has clips.</source>
        <translation>Warten, bis der Durchlauf Clips hat.</translation>
    </message>
    <message>
        <source>Waiting for a free worker of {address} (at {strftime}).</source>
        <translation>Wartet auf einen freien Worker von {address} (um {strftime}).</translation>
    </message>
    <message>
        <source>Waiting for the language model</source>
        <translation>Wartet auf das Sprachmodell</translation>
    </message>
    <message>
        <source>Weighing sentences</source>
        <translation>Sätze werden gewichtet</translation>
    </message>
    <message>
        <source>What a call costs can&apos;t be written down ({reason}), so none is made.</source>
        <translation>Was ein Aufruf kostet, kann nicht aufgeschrieben werden ({reason}), daher wird keiner gemacht.</translation>
    </message>
    <message>
        <source>What arrived in the storage is not the file that was sent; it was removed there.</source>
        <translation>Was im Speicher ankam, ist nicht die gesendete Datei; dort wurde es entfernt.</translation>
    </message>
    <message>
        <source>What is known of the meaning was made with another model.</source>
        <translation>Was von der Bedeutung bekannt ist, wurde mit einem anderen Modell gemacht.</translation>
    </message>
    <message>
        <source>What is not the same can&apos;t be remembered ({strerror}).</source>
        <translation>Was nicht dasselbe ist, kann nicht gemerkt werden ({strerror}).</translation>
    </message>
    <message>
        <source>What is prepared from a source can&apos;t be written: {value}.</source>
        <translation>Was aus einer Quelle vorbereitet wird, kann nicht geschrieben werden: {value}.</translation>
    </message>
    <message>
        <source>What is said is not written down yet.</source>
        <translation>Das Gesagte ist noch nicht aufgeschrieben.</translation>
    </message>
    <message>
        <source>What is seen is judged by cuts alone: {reason}.</source>
        <translation>Das Gesehene wird nur nach Schnitten beurteilt: {reason}.</translation>
    </message>
    <message>
        <source>What the search by meaning knows can&apos;t be read, nor made anew.</source>
        <translation>Was die Suche nach der Bedeutung weiß, kann weder gelesen noch neu gemacht werden.</translation>
    </message>
    <message>
        <source>What the search by meaning knows can&apos;t be written ({error}).</source>
        <translation>Was die Suche nach der Bedeutung weiß, kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>What uploads by hand and by other programs may both have.</source>
        <translation>Was von Hand und von anderen Programmen hochgeladen werden darf.</translation>
    </message>
    <message>
        <source>What was asked for could not be had.</source>
        <translation>Das Verlangte war nicht zu bekommen.</translation>
    </message>
    <message>
        <source>What was made before is gone.</source>
        <translation>Was vorher erstellt wurde, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>When exactly words are said is not known here, so listen to it before you publish.</source>
        <translation>Wann genau Wörter gesprochen werden, ist hier nicht bekannt; vor dem Veröffentlichen anhören.</translation>
    </message>
    <message>
        <source>Words overlap at every sentence, so clips may lose a few hundredths of a second of one.</source>
        <translation>Wörter überlappen an jedem Satz, daher können Clips einige Hundertstelsekunden verlieren.</translation>
    </message>
    <message>
        <source>Write a name, or name@version: clean@1.</source>
        <translation>Einen Namen schreiben oder name@version: clean@1.</translation>
    </message>
    <message>
        <source>Write texts with {model}</source>
        <translation>Texte schreiben mit {model}</translation>
    </message>
    <message>
        <source>Write the number too: {pin}@1.</source>
        <translation>Auch die Nummer schreiben: {pin}@1.</translation>
    </message>
    <message>
        <source>Writing rows</source>
        <translation>Zeilen werden geschrieben</translation>
    </message>
    <message>
        <source>You tend to approve {join}.</source>
        <translation>Meist angenommen: {join}.</translation>
    </message>
    <message>
        <source>You tend to approve {liked}.</source>
        <translation>Meist angenommen: {liked}.</translation>
    </message>
    <message>
        <source>Your decisions agree with the usual ranking.</source>
        <translation>Die Entscheidungen stimmen mit der üblichen Reihenfolge überein.</translation>
    </message>
    <message>
        <source>Your decisions can&apos;t be compared yet: approve and reject clips of the same video.</source>
        <translation>Die Entscheidungen lassen sich noch nicht vergleichen: Clips desselben Videos annehmen und ablehnen.</translation>
    </message>
    <message>
        <source>Your decisions follow no pattern that could be found yet.</source>
        <translation>Die Entscheidungen folgen noch keinem erkennbaren Muster.</translation>
    </message>
    <message>
        <source>Your decisions have a pattern.</source>
        <translation>Die Entscheidungen haben ein Muster.</translation>
    </message>
    <message>
        <source>a caption covers one of the source {stretches}</source>
        <translation>ein Untertitel verdeckt einen der Quelle {stretches}</translation>
    </message>
    <message>
        <source>a closer look at the person speaking</source>
        <translation>ein näherer Blick auf die Person, die spricht</translation>
    </message>
    <message>
        <source>a crop shows what moves and stands out</source>
        <translation>ein Ausschnitt zeigt, was sich bewegt und heraussticht</translation>
    </message>
    <message>
        <source>a cut every {value} s</source>
        <translation>alle {value} s ein Schnitt</translation>
    </message>
    <message>
        <source>a face in {value} % of it</source>
        <translation>ein Gesicht in {value} % davon</translation>
    </message>
    <message>
        <source>a file without a suffix</source>
        <translation>eine Datei ohne Endung</translation>
    </message>
    <message>
        <source>a graphics card</source>
        <translation>eine Grafikkarte</translation>
    </message>
    <message>
        <source>a head is cut off at the top {stretches}</source>
        <translation>ein Kopf ist oben abgeschnitten {stretches}</translation>
    </message>
    <message>
        <source>a screen is shared</source>
        <translation>ein Bildschirm wird gezeigt</translation>
    </message>
    <message>
        <source>a socket of this computer</source>
        <translation>ein Socket dieses Computers</translation>
    </message>
    <message>
        <source>about a minute for an hour of talk</source>
        <translation>etwa eine Minute für eine Stunde Gespräch</translation>
    </message>
    <message>
        <source>about {hours} h for an hour of talk</source>
        <translation>etwa {hours} h für eine Stunde Gespräch</translation>
    </message>
    <message>
        <source>about {minutes} min for an hour of talk</source>
        <translation>etwa {minutes} min für eine Stunde Gespräch</translation>
    </message>
    <message>
        <source>about {size_words} of memory</source>
        <translation>etwa {size_words} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>about {value} min for an hour of talk</source>
        <translation>etwa {value} min für eine Stunde Gespräch</translation>
    </message>
    <message>
        <source>all in one frame</source>
        <translation>alle in einem Bild</translation>
    </message>
    <message>
        <source>all of it lies after the end of the media ({duration} s).</source>
        <translation>alles liegt hinter dem Ende des Mediums ({duration} s).</translation>
    </message>
    <message>
        <source>all of them, in the picture&apos;s own shape</source>
        <translation>alle, im Format des Bildes selbst</translation>
    </message>
    <message>
        <source>all speech sounds like one voice</source>
        <translation>alles Gesprochene klingt nach einer Stimme</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>ein unbekannter Betrag</translation>
    </message>
    <message>
        <source>an unknown model: there is no checksum to compare it with</source>
        <translation>ein unbekanntes Modell: es gibt keine Prüfsumme zum Vergleich</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>and so are picture and sound</source>
        <translation>ebenso Bild und Ton</translation>
    </message>
    <message>
        <source>and so is the picture</source>
        <translation>ebenso das Bild</translation>
    </message>
    <message>
        <source>another Shortlist is fetching it, waiting for that</source>
        <translation>ein anderes Shortlist lädt es, darauf wird gewartet</translation>
    </message>
    <message>
        <source>another font is used instead</source>
        <translation>stattdessen wird eine andere Schrift verwendet</translation>
    </message>
    <message>
        <source>another model of this name lies there.</source>
        <translation>dort liegt ein anderes Modell dieses Namens.</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>ein anderes Programm hält es offen</translation>
    </message>
    <message>
        <source>another rate than was asked for</source>
        <translation>eine andere Rate als verlangt</translation>
    </message>
    <message>
        <source>another size was said of {name}</source>
        <translation>für {name} war eine andere Größe angegeben</translation>
    </message>
    <message>
        <source>answer to a question</source>
        <translation>Antwort auf eine Frage</translation>
    </message>
    <message>
        <source>answered twice in a form that can&apos;t be used ({record})</source>
        <translation>antwortete zweimal in unbrauchbarer Form ({record})</translation>
    </message>
    <message>
        <source>answered with an empty message{why}</source>
        <translation>antwortete mit einer leeren Nachricht{why}</translation>
    </message>
    <message>
        <source>answered with embeddings that are no vectors of one length</source>
        <translation>hat mit Embeddings geantwortet, die keine Vektoren einer Länge sind</translation>
    </message>
    <message>
        <source>answered with embeddings that can&apos;t be told apart</source>
        <translation>hat mit Embeddings geantwortet, die nicht auseinanderzuhalten sind</translation>
    </message>
    <message>
        <source>answered with embeddings that point nowhere</source>
        <translation>hat mit Embeddings geantwortet, die nirgendwohin zeigen</translation>
    </message>
    <message>
        <source>answered with more than {value} MB for {texts} passages</source>
        <translation>hat mit mehr als {value} MB für {texts} Abschnitte geantwortet</translation>
    </message>
    <message>
        <source>answered with something that are no embeddings (no JSON)</source>
        <translation>hat mit etwas geantwortet, das keine Embeddings sind (kein JSON)</translation>
    </message>
    <message>
        <source>answered with something that are no embeddings (no list of them)</source>
        <translation>hat mit etwas geantwortet, das keine Embeddings sind (keine Liste davon)</translation>
    </message>
    <message>
        <source>answered with something that are no embeddings ({name})</source>
        <translation>hat mit etwas geantwortet, das keine Embeddings sind ({name})</translation>
    </message>
    <message>
        <source>answered with something that is not a chat completion ({name})</source>
        <translation>antwortete mit etwas anderem als einer Chat-Antwort ({name})</translation>
    </message>
    <message>
        <source>answered with {rows} embeddings for {count} passages</source>
        <translation>hat mit {rows} Embeddings für {count} Abschnitte geantwortet</translation>
    </message>
    <message>
        <source>answers to questions</source>
        <translation>Antworten auf Fragen</translation>
    </message>
    <message>
        <source>answers with something else ({name})</source>
        <translation>antwortet mit etwas anderem ({name})</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>as good as the best in most languages, in half the time</source>
        <translation>so gut wie das beste in den meisten Sprachen, in der halben Zeit</translation>
    </message>
    <message>
        <source>as it was written</source>
        <translation>wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>so viele, wie Platz haben</translation>
    </message>
    <message>
        <source>as wide as it goes</source>
        <translation>so weit, wie es geht</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>boxes for {missing} letter: {shown}</source>
        <translation>Kästchen für {missing} Buchstaben: {shown}</translation>
    </message>
    <message>
        <source>boxes for {missing} letters: {shown}</source>
        <translation>Kästchen für {missing} Buchstaben: {shown}</translation>
    </message>
    <message>
        <source>broke off its answer ({name})</source>
        <translation>hat die Antwort abgebrochen ({name})</translation>
    </message>
    <message>
        <source>calm clips</source>
        <translation>ruhige Clips</translation>
    </message>
    <message>
        <source>can&apos;t be reached ({value})</source>
        <translation>ist nicht erreichbar ({value})</translation>
    </message>
    <message>
        <source>can&apos;t be read ({strerror})</source>
        <translation>ist nicht lesbar ({strerror})</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>captions.font_families: at least one font family is needed.</source>
        <translation>captions.font_families: mindestens eine Schriftfamilie ist nötig.</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>clips charged with feeling</source>
        <translation>gefühlvolle Clips</translation>
    </message>
    <message>
        <source>clips come from what is done again</source>
        <translation>Clips kommen aus dem, was erneut ausgeführt wird</translation>
    </message>
    <message>
        <source>clips cut out of a longer thought</source>
        <translation>aus längeren Gedanken geschnittene Clips</translation>
    </message>
    <message>
        <source>clips from early in the talk</source>
        <translation>Clips vom Anfang des Gesprächs</translation>
    </message>
    <message>
        <source>clips from late in the talk</source>
        <translation>Clips vom Ende des Gesprächs</translation>
    </message>
    <message>
        <source>clips of one voice</source>
        <translation>Clips mit einer Stimme</translation>
    </message>
    <message>
        <source>clips of the main speaker</source>
        <translation>Clips der Hauptperson</translation>
    </message>
    <message>
        <source>clips of the other speakers</source>
        <translation>Clips der anderen Sprecher</translation>
    </message>
    <message>
        <source>clips packed with content</source>
        <translation>inhaltsreiche Clips</translation>
    </message>
    <message>
        <source>clips said quietly</source>
        <translation>leise gesprochene Clips</translation>
    </message>
    <message>
        <source>clips said with energy</source>
        <translation>energisch gesprochene Clips</translation>
    </message>
    <message>
        <source>clips that are light on content</source>
        <translation>Clips mit wenig Inhalt</translation>
    </message>
    <message>
        <source>clips that are spoken fast</source>
        <translation>schnell gesprochene Clips</translation>
    </message>
    <message>
        <source>clips that are spoken slowly</source>
        <translation>langsam gesprochene Clips</translation>
    </message>
    <message>
        <source>clips that open strongly</source>
        <translation>Clips mit starkem Anfang</translation>
    </message>
    <message>
        <source>clips that score high anyway</source>
        <translation>Clips, die ohnehin hoch bewertet sind</translation>
    </message>
    <message>
        <source>clips that score low otherwise</source>
        <translation>Clips, die sonst niedrig bewertet sind</translation>
    </message>
    <message>
        <source>clips that stand on their own</source>
        <translation>Clips, die für sich stehen</translation>
    </message>
    <message>
        <source>clips that start gently</source>
        <translation>Clips mit sanftem Anfang</translation>
    </message>
    <message>
        <source>clips with little to see</source>
        <translation>Clips mit wenig zu sehen</translation>
    </message>
    <message>
        <source>clips with more to see</source>
        <translation>Clips mit mehr zu sehen</translation>
    </message>
    <message>
        <source>clips with numbers</source>
        <translation>Clips mit Zahlen</translation>
    </message>
    <message>
        <source>clips with questions</source>
        <translation>Clips mit Fragen</translation>
    </message>
    <message>
        <source>clips with quotable lines</source>
        <translation>Clips mit zitierbaren Sätzen</translation>
    </message>
    <message>
        <source>clips without numbers</source>
        <translation>Clips ohne Zahlen</translation>
    </message>
    <message>
        <source>clips without questions</source>
        <translation>Clips ohne Fragen</translation>
    </message>
    <message>
        <source>clips without slogans</source>
        <translation>Clips ohne Schlagworte</translation>
    </message>
    <message>
        <source>closed groups of pictures</source>
        <translation>geschlossene Bildgruppen</translation>
    </message>
    <message>
        <source>closer look</source>
        <translation>näherer Blick</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>comparing with the source</source>
        <translation>Vergleich mit der Quelle</translation>
    </message>
    <message>
        <source>connection reset: {error}</source>
        <translation>Verbindung zurückgesetzt: {error}</translation>
    </message>
    <message>
        <source>container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>copied to Matroska</source>
        <translation>nach Matroska kopiert</translation>
    </message>
    <message>
        <source>could not be downloaded. {join}</source>
        <translation>konnte nicht geladen werden. {join}</translation>
    </message>
    <message>
        <source>decision on a clip</source>
        <translation>Entscheidung über einen Clip</translation>
    </message>
    <message>
        <source>decisions on clips</source>
        <translation>Entscheidungen über Clips</translation>
    </message>
    <message>
        <source>deinterlaced</source>
        <translation>Zeilensprung entfernt</translation>
    </message>
    <message>
        <source>did not get any data</source>
        <translation>es kamen keine Daten</translation>
    </message>
    <message>
        <source>draft: no punctuation, about a quarter of the words are wrong; get a Whisper model: Settings › Models</source>
        <translation>Entwurf: keine Satzzeichen, etwa ein Viertel der Wörter falsch; ein Whisper-Modell holen: Einstellungen › Modelle</translation>
    </message>
    <message>
        <source>drafted offline</source>
        <translation>offline entworfen</translation>
    </message>
    <message>
        <source>drafting offline</source>
        <translation>Entwurf entsteht offline</translation>
    </message>
    <message>
        <source>each has a microphone of their own ({kind})</source>
        <translation>alle haben ein eigenes Mikrofon ({kind})</translation>
    </message>
    <message>
        <source>empty transcript</source>
        <translation>leeres Transkript</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>faces are large</source>
        <translation>Gesichter sind groß</translation>
    </message>
    <message>
        <source>faces too large or too far apart for a crop: whole picture</source>
        <translation>Gesichter zu groß oder zu weit auseinander für einen Ausschnitt: ganzes Bild</translation>
    </message>
    <message>
        <source>fair: clear speech</source>
        <translation>ordentlich: deutliche Sprache</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>filled with</source>
        <translation>gefüllt mit</translation>
    </message>
    <message>
        <source>finds faces close by</source>
        <translation>findet Gesichter in der Nähe</translation>
    </message>
    <message>
        <source>finds who is in the picture</source>
        <translation>findet, wer im Bild ist</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>follow was asked for, but no face found: where there is most to see</source>
        <translation>Folgen war gewünscht, aber kein Gesicht gefunden: wo am meisten zu sehen ist</translation>
    </message>
    <message>
        <source>follows the one person in the picture</source>
        <translation>folgt der einen Person im Bild</translation>
    </message>
    <message>
        <source>follows the person speaking</source>
        <translation>folgt der Person, die spricht</translation>
    </message>
    <message>
        <source>follows the person you chose</source>
        <translation>folgt der gewählten Person</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>framing {join}</source>
        <translation>Bildausschnitt {join}</translation>
    </message>
    <message>
        <source>from the endpoint</source>
        <translation>vom Endpunkt</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>aus der Datei</translation>
    </message>
    <message>
        <source>from {seconds} to {seconds2}</source>
        <translation>von {seconds} bis {seconds2}</translation>
    </message>
    <message>
        <source>funny clips</source>
        <translation>lustige Clips</translation>
    </message>
    <message>
        <source>gave no answer within {timeout_seconds} s</source>
        <translation>hat binnen {timeout_seconds} s nicht geantwortet</translation>
    </message>
    <message>
        <source>good, in two thirds of the time of small</source>
        <translation>gut, in zwei Dritteln der Zeit von small</translation>
    </message>
    <message>
        <source>good: an ordinary computer</source>
        <translation>gut: ein gewöhnlicher Computer</translation>
    </message>
    <message>
        <source>has no standout line</source>
        <translation>keinen herausragenden Satz hat</translation>
    </message>
    <message>
        <source>has quotable lines</source>
        <translation>zitierbare Sätze hat</translation>
    </message>
    <message>
        <source>heard {times} again</source>
        <translation>{times} erneut gehört</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>Aufhänger</translation>
    </message>
    <message>
        <source>identical with {title}</source>
        <translation>identisch mit {title}</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>nicht beachtet</translation>
    </message>
    <message>
        <source>in the package</source>
        <translation>im Paket</translation>
    </message>
    <message>
        <source>in the program</source>
        <translation>im Programm</translation>
    </message>
    <message>
        <source>in {count} picture looked at</source>
        <translation>in {count} betrachteten Bild</translation>
    </message>
    <message>
        <source>in {count} pictures looked at</source>
        <translation>in {count} betrachteten Bildern</translation>
    </message>
    <message>
        <source>interlacing</source>
        <translation>Zeilensprung</translation>
    </message>
    <message>
        <source>intermediate results</source>
        <translation>Zwischenergebnisse</translation>
    </message>
    <message>
        <source>interpolated inside each caption</source>
        <translation>innerhalb jedes Untertitels geschätzt</translation>
    </message>
    <message>
        <source>interpolated inside each passage</source>
        <translation>innerhalb jedes Abschnitts geschätzt</translation>
    </message>
    <message>
        <source>is a lively exchange</source>
        <translation>ein lebhafter Austausch ist</translation>
    </message>
    <message>
        <source>is calm</source>
        <translation>ruhig ist</translation>
    </message>
    <message>
        <source>is charged with feeling</source>
        <translation>voller Gefühl ist</translation>
    </message>
    <message>
        <source>is good to look at</source>
        <translation>gut anzusehen ist</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is one voice throughout</source>
        <translation>durchgehend eine Stimme ist</translation>
    </message>
    <message>
        <source>is packed with content</source>
        <translation>inhaltsreich ist</translation>
    </message>
    <message>
        <source>is said flatly</source>
        <translation>matt gesprochen ist</translation>
    </message>
    <message>
        <source>is said with energy</source>
        <translation>energisch gesprochen ist</translation>
    </message>
    <message>
        <source>it can&apos;t be reached{tried}: {told}</source>
        <translation>nicht erreichbar{tried}: {told}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({strerror}).</source>
        <translation>Lesen nicht möglich ({strerror}).</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({value})</source>
        <translation>Lesen nicht möglich ({value})</translation>
    </message>
    <message>
        <source>it can&apos;t be read from the middle</source>
        <translation>sie ist nicht von der Mitte an lesbar</translation>
    </message>
    <message>
        <source>it can&apos;t be read: {strerror}.</source>
        <translation>Lesen nicht möglich: {strerror}.</translation>
    </message>
    <message>
        <source>it can&apos;t be removed: {value}</source>
        <translation>Entfernen nicht möglich: {value}</translation>
    </message>
    <message>
        <source>it could not be copied: {value}.</source>
        <translation>konnte nicht kopiert werden: {value}.</translation>
    </message>
    <message>
        <source>it could not be put in its place: {strerror}.</source>
        <translation>konnte nicht an seinen Platz gelegt werden: {strerror}.</translation>
    </message>
    <message>
        <source>it did not answer within {timeout_seconds} s{tried}</source>
        <translation>keine Antwort binnen {timeout_seconds} s{tried}</translation>
    </message>
    <message>
        <source>it failed{tried} ({status}): {told}</source>
        <translation>fehlgeschlagen{tried} ({status}): {told}</translation>
    </message>
    <message>
        <source>it has more than {MOST_FILES} files</source>
        <translation>hat mehr als {MOST_FILES} Dateien</translation>
    </message>
    <message>
        <source>it has no manifest</source>
        <translation>sie hat kein Verzeichnis</translation>
    </message>
    <message>
        <source>it has no picture</source>
        <translation>hat kein Bild</translation>
    </message>
    <message>
        <source>it has no records of ours</source>
        <translation>sie enthält keine Datensätze von Shortlist</translation>
    </message>
    <message>
        <source>it has no sound track</source>
        <translation>hat keine Tonspur</translation>
    </message>
    <message>
        <source>it has no standout line</source>
        <translation>hat keinen herausragenden Satz</translation>
    </message>
    <message>
        <source>it holds no segments</source>
        <translation>enthält keine Segmente</translation>
    </message>
    <message>
        <source>it holds no words.</source>
        <translation>enthält keine Wörter.</translation>
    </message>
    <message>
        <source>it holds other files than its manifest says</source>
        <translation>sie enthält andere Dateien, als ihr Verzeichnis sagt</translation>
    </message>
    <message>
        <source>it is another kind of model ({kind}), not Whisper</source>
        <translation>ist ein Modell anderer Art ({kind}), nicht Whisper</translation>
    </message>
    <message>
        <source>it is calm</source>
        <translation>ist ruhig</translation>
    </message>
    <message>
        <source>it is damaged, cut off, or no archive at all</source>
        <translation>ist beschädigt, abgeschnitten oder gar kein Archiv</translation>
    </message>
    <message>
        <source>it is in another language than the rest</source>
        <translation>ist in einer anderen Sprache als der Rest</translation>
    </message>
    <message>
        <source>it is live</source>
        <translation>ist live</translation>
    </message>
    <message>
        <source>it is missing or empty</source>
        <translation>fehlt oder ist leer</translation>
    </message>
    <message>
        <source>it is neither an object nor a list</source>
        <translation>ist weder ein Objekt noch eine Liste</translation>
    </message>
    <message>
        <source>it is nested too deeply to be a transcript</source>
        <translation>ist zu tief verschachtelt für ein Transkript</translation>
    </message>
    <message>
        <source>it is no longer replayed</source>
        <translation>wird nicht mehr erneut ausgeführt</translation>
    </message>
    <message>
        <source>it is not as large as it should be</source>
        <translation>ist nicht so groß, wie es sein sollte</translation>
    </message>
    <message>
        <source>it is not the model ({error}).</source>
        <translation>ist nicht das Modell ({error}).</translation>
    </message>
    <message>
        <source>it is one voice throughout</source>
        <translation>ist durchgehend eine Stimme</translation>
    </message>
    <message>
        <source>it is replayed on purpose</source>
        <translation>wird absichtlich erneut ausgeführt</translation>
    </message>
    <message>
        <source>it is said flatly</source>
        <translation>ist matt gesprochen</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>it is too large to be the model.</source>
        <translation>ist zu groß, um das Modell zu sein.</translation>
    </message>
    <message>
        <source>it knows no such model or address (404): {told}</source>
        <translation>kennt kein solches Modell oder keine solche Adresse (404): {told}</translation>
    </message>
    <message>
        <source>it may need context</source>
        <translation>braucht vielleicht Zusammenhang</translation>
    </message>
    <message>
        <source>it names a place that no workspace has: {name}</source>
        <translation>sie nennt einen Ort, den kein Arbeitsbereich hat: {name}</translation>
    </message>
    <message>
        <source>it refused the key ({status}): {told}</source>
        <translation>lehnte den Schlüssel ab ({status}): {told}</translation>
    </message>
    <message>
        <source>it says little</source>
        <translation>sagt wenig</translation>
    </message>
    <message>
        <source>it shows little</source>
        <translation>zeigt wenig</translation>
    </message>
    <message>
        <source>it starts slowly</source>
        <translation>beginnt langsam</translation>
    </message>
    <message>
        <source>it takes no form of this request</source>
        <translation>nimmt keine Form dieser Anfrage an</translation>
    </message>
    <message>
        <source>it would take more than {value} MB</source>
        <translation>bräuchte mehr als {value} MB</translation>
    </message>
    <message>
        <source>its answer breaks off, {attempt} times in a row</source>
        <translation>seine Antwort bricht ab, {attempt}-mal nacheinander</translation>
    </message>
    <message>
        <source>its answer can&apos;t be read: {reason}</source>
        <translation>die Antwort kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>its colours are not tagged as BT.709 in limited range, so that players may show others</source>
        <translation>die Farben sind nicht als BT.709 in begrenztem Umfang gekennzeichnet, sodass Player andere zeigen können</translation>
    </message>
    <message>
        <source>its database or a source is missing</source>
        <translation>ihre Datenbank oder eine Quelle fehlt</translation>
    </message>
    <message>
        <source>its files are as large as those of {title}, but they are not the same: the copy is damaged, or it is another model.</source>
        <translation>die Dateien sind so groß wie die von {title}, aber nicht gleich: die Kopie ist beschädigt oder es ist ein anderes Modell.</translation>
    </message>
    <message>
        <source>its groups of pictures are open, so that it can&apos;t be cut cleanly</source>
        <translation>die Bildgruppen sind offen, sodass nicht sauber geschnitten werden kann</translation>
    </message>
    <message>
        <source>its header has no length</source>
        <translation>sein Kopf nennt keine Länge</translation>
    </message>
    <message>
        <source>its index lies at the end, so that it can&apos;t be played while it loads</source>
        <translation>der Index liegt am Ende, sodass beim Laden nicht abgespielt werden kann</translation>
    </message>
    <message>
        <source>its manifest can&apos;t be read</source>
        <translation>ihr Verzeichnis kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its manifest is too large</source>
        <translation>ihr Verzeichnis ist zu groß</translation>
    </message>
    <message>
        <source>its parameters changed</source>
        <translation>die Parameter wurden geändert</translation>
    </message>
    <message>
        <source>its pictures have no times</source>
        <translation>seine Bilder haben keine Zeiten</translation>
    </message>
    <message>
        <source>its pixels are {pixel_format}, not {join}</source>
        <translation>die Pixel sind {pixel_format}, nicht {join}</translation>
    </message>
    <message>
        <source>its process ended unexpectedly</source>
        <translation>der Prozess endete unerwartet</translation>
    </message>
    <message>
        <source>its process on {address} ended unexpectedly ({error})</source>
        <translation>der Prozess auf {address} endete unerwartet ({error})</translation>
    </message>
    <message>
        <source>its stage is another version ({version} → {version2})</source>
        <translation>der Schritt hat eine andere Version ({version} → {version2})</translation>
    </message>
    <message>
        <source>its translation ({language}) is missing</source>
        <translation>seine Übersetzung ({language}) fehlt</translation>
    </message>
    <message>
        <source>its worker {address} was closed</source>
        <translation>der Worker {address} wurde geschlossen</translation>
    </message>
    <message>
        <source>its worker {read} is gone</source>
        <translation>der Worker {read} ist nicht mehr da</translation>
    </message>
    <message>
        <source>keeps off faces</source>
        <translation>verdeckt keine Gesichter</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>last good frame held</source>
        <translation>letztes gutes Bild gehalten</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>left as they are</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>left in the sound</source>
        <translation>im Ton belassen</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>less than a cent</source>
        <translation>weniger als ein Cent</translation>
    </message>
    <message>
        <source>letters such as “Ã©” show that a program had written it as UTF-8 twice</source>
        <translation>Buchstaben wie „Ã©“ zeigen, dass ein Programm sie doppelt als UTF-8 geschrieben hat</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>line {lineno}, column {colno}: {msg}</source>
        <translation>Zeile {lineno}, Spalte {colno}: {msg}</translation>
    </message>
    <message>
        <source>line {line}: a caption at {seconds} s is beyond any recording.</source>
        <translation>Zeile {line}: ein Untertitel bei {seconds} s liegt jenseits jeder Aufnahme.</translation>
    </message>
    <message>
        <source>line {number}: dialogue of {values} fields instead of {fields}.</source>
        <translation>Zeile {number}: Dialog mit {values} statt {fields} Feldern.</translation>
    </message>
    <message>
        <source>line {number}: the format lacks Start, End or Text.</source>
        <translation>Zeile {number}: im Format fehlt Start, End oder Text.</translation>
    </message>
    <message>
        <source>line {number}: {shown} is no caption time.</source>
        <translation>Zeile {number}: {shown} ist keine Untertitelzeit.</translation>
    </message>
    <message>
        <source>line {number}: {shown} is no time.</source>
        <translation>Zeile {number}: {shown} ist keine Zeit.</translation>
    </message>
    <message>
        <source>lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>listening for laughter and applause</source>
        <translation>Lachen und Applaus werden gesucht</translation>
    </message>
    <message>
        <source>listening for speech</source>
        <translation>Sprache wird gesucht</translation>
    </message>
    <message>
        <source>listening to each microphone</source>
        <translation>jedes Mikrofon wird abgehört</translation>
    </message>
    <message>
        <source>listening to the voices</source>
        <translation>die Stimmen werden abgehört</translation>
    </message>
    <message>
        <source>listening to voices</source>
        <translation>Stimmen werden abgehört</translation>
    </message>
    <message>
        <source>livelier</source>
        <translation>lebhafter</translation>
    </message>
    <message>
        <source>lively exchanges</source>
        <translation>lebhafter Austausch</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>long statements</source>
        <translation>lange Aussagen</translation>
    </message>
    <message>
        <source>longer clips</source>
        <translation>längere Clips</translation>
    </message>
    <message>
        <source>looking at pictures</source>
        <translation>Bilder werden betrachtet</translation>
    </message>
    <message>
        <source>looking for cuts</source>
        <translation>Schnitte werden gesucht</translation>
    </message>
    <message>
        <source>louder</source>
        <translation>lauter</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>making the file seekable</source>
        <translation>Datei wird spulbar gemacht</translation>
    </message>
    <message>
        <source>making the filmstrip</source>
        <translation>Filmstreifen wird erstellt</translation>
    </message>
    <message>
        <source>may need context</source>
        <translation>Zusammenhang brauchen könnte</translation>
    </message>
    <message>
        <source>model.bin is cut off</source>
        <translation>model.bin ist abgeschnitten</translation>
    </message>
    <message>
        <source>model.bin is cut off or damaged</source>
        <translation>model.bin ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>model.bin is of a version that can&apos;t be used ({version})</source>
        <translation>model.bin hat eine nicht verwendbare Version ({version})</translation>
    </message>
    <message>
        <source>more melodious</source>
        <translation>melodischer</translation>
    </message>
    <message>
        <source>most lines</source>
        <translation>höchste Zeilenzahl</translation>
    </message>
    <message>
        <source>most words on a page</source>
        <translation>höchste Wörterzahl je Seite</translation>
    </message>
    <message>
        <source>name: “{name}” can&apos;t be a style&apos;s name.</source>
        <translation>name: „{name}“ kann kein Name eines Stils sein.</translation>
    </message>
    <message>
        <source>nearly all the time</source>
        <translation>fast durchgehend</translation>
    </message>
    <message>
        <source>nearly the best, in half the time</source>
        <translation>fast das beste, in der halben Zeit</translation>
    </message>
    <message>
        <source>needs a logo</source>
        <translation>braucht ein Logo</translation>
    </message>
    <message>
        <source>no Whisper model here keeps up with this computer; {name} is the fastest ({told})</source>
        <translation>kein Whisper-Modell hier hält mit diesem Computer Schritt; {name} ist das schnellste ({told})</translation>
    </message>
    <message>
        <source>no cut</source>
        <translation>kein Schnitt</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>no face in it</source>
        <translation>kein Gesicht darin</translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation>keine Lizenz angegeben</translation>
    </message>
    <message>
        <source>no media found</source>
        <translation>keine Medien gefunden</translation>
    </message>
    <message>
        <source>no model is called {name}</source>
        <translation>kein Modell heißt {name}</translation>
    </message>
    <message>
        <source>no sound came out of it</source>
        <translation>es kam kein Ton heraus</translation>
    </message>
    <message>
        <source>no speech endpoint is set.</source>
        <translation>kein Sprach-Endpunkt ist eingestellt.</translation>
    </message>
    <message>
        <source>no transcriber is called {wanted}.</source>
        <translation>kein Transkriptor heißt {wanted}.</translation>
    </message>
    <message>
        <source>no transcript file was given.</source>
        <translation>keine Transkriptdatei wurde angegeben.</translation>
    </message>
    <message>
        <source>nobody speaks in the recording, so the text can&apos;t be placed.</source>
        <translation>in der Aufnahme spricht niemand, daher kann der Text nicht zugeordnet werden.</translation>
    </message>
    <message>
        <source>nobody was heard speaking</source>
        <translation>niemand war sprechen zu hören</translation>
    </message>
    <message>
        <source>nobody&apos;s face is in the picture {stretches}, though one was seen</source>
        <translation>kein Gesicht ist im Bild {stretches}, obwohl eines zu sehen war</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not do_some_fit</source>
        <translation>not do_some_fit</translation>
    </message>
    <message>
        <source>not does_anyone_talk</source>
        <translation>not does_anyone_talk</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>nicht gesucht</translation>
    </message>
    <message>
        <source>not one picture came out of it</source>
        <translation>kein einziges Bild kam heraus</translation>
    </message>
    <message>
        <source>not shown any more</source>
        <translation>nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>nicht unterschieden</translation>
    </message>
    <message>
        <source>nothing is said in this source, or nobody transcribed it</source>
        <translation>in dieser Quelle wird nichts gesagt, oder niemand hat sie transkribiert</translation>
    </message>
    <message>
        <source>of the Whisper models here {name} is the best that keeps up ({told})</source>
        <translation>von den Whisper-Modellen hier ist {name} das beste, das Schritt hält ({told})</translation>
    </message>
    <message>
        <source>offline draft</source>
        <translation>Offline-Entwurf</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>one above the other</source>
        <translation>übereinander</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>one stretch</source>
        <translation>ein Abschnitt</translation>
    </message>
    <message>
        <source>only {seconds} s of speech were heard, too little to tell voices apart</source>
        <translation>nur {seconds} s Sprache waren zu hören, zu wenig, um Stimmen zu unterscheiden</translation>
    </message>
    <message>
        <source>opens strongly</source>
        <translation>stark beginnt</translation>
    </message>
    <message>
        <source>over a face or writing for {seconds} s</source>
        <translation>{seconds} s lang über einem Gesicht oder über Schrift</translation>
    </message>
    <message>
        <source>own shape</source>
        <translation>eigenes Format</translation>
    </message>
    <message>
        <source>parted</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>people talk over each other so that no sentence can be cut free</source>
        <translation>alle reden durcheinander, sodass sich kein Satz herausschneiden lässt</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>picture and sound start together</source>
        <translation>Bild und Ton beginnen zugleich</translation>
    </message>
    <message>
        <source>picture gaps</source>
        <translation>Bildlücken</translation>
    </message>
    <message>
        <source>pip could not get it: no reason given</source>
        <translation>pip konnte es nicht beschaffen: kein Grund angegeben</translation>
    </message>
    <message>
        <source>pip could not get it: {lines}</source>
        <translation>pip konnte es nicht beschaffen: {lines}</translation>
    </message>
    <message>
        <source>pixel shape</source>
        <translation>Pixelform</translation>
    </message>
    <message>
        <source>placed in the sound</source>
        <translation>im Ton gefunden</translation>
    </message>
    <message>
        <source>placing corrected words in the sound</source>
        <translation>berichtigte Wörter werden im Ton gesucht</translation>
    </message>
    <message>
        <source>placing cuts</source>
        <translation>Schnitte werden gesetzt</translation>
    </message>
    <message>
        <source>placing the text in the sound</source>
        <translation>der Text wird im Ton gesucht</translation>
    </message>
    <message>
        <source>placing the words in the sound</source>
        <translation>die Wörter werden im Ton gesucht</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Wunsch</translation>
    </message>
    <message>
        <source>put there by hand</source>
        <translation>von Hand hingelegt</translation>
    </message>
    <message>
        <source>putting pictures in order</source>
        <translation>Bilder werden geordnet</translation>
    </message>
    <message>
        <source>quality {crf} instead of {crf2}</source>
        <translation>Qualität {crf} statt {crf2}</translation>
    </message>
    <message>
        <source>quick exchanges</source>
        <translation>schneller Austausch</translation>
    </message>
    <message>
        <source>reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>reading sound</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>reading timestamps</source>
        <translation>Zeitstempel werden gelesen</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>gemindert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>results holds no words</source>
        <translation>results enthält keine Wörter</translation>
    </message>
    <message>
        <source>rough: to try things out</source>
        <translation>grob: zum Ausprobieren</translation>
    </message>
    <message>
        <source>says little</source>
        <translation>wenig sagt</translation>
    </message>
    <message>
        <source>scorer</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>screen and presenter</source>
        <translation>Bildschirm und Vortragende</translation>
    </message>
    <message>
        <source>serious clips</source>
        <translation>ernste Clips</translation>
    </message>
    <message>
        <source>shared screen</source>
        <translation>gezeigter Bildschirm</translation>
    </message>
    <message>
        <source>shorter clips</source>
        <translation>kürzere Clips</translation>
    </message>
    <message>
        <source>shows little</source>
        <translation>wenig zeigt</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>silent pair</source>
        <translation>stilles Paar</translation>
    </message>
    <message>
        <source>silent pair apart</source>
        <translation>stilles Paar, getrennt</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>sound end</source>
        <translation>Tonende</translation>
    </message>
    <message>
        <source>sound gaps</source>
        <translation>Tonlücken</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>speaks to the listener</source>
        <translation>die Zuhörer anspricht</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>speech device</source>
        <translation>Gerät der Spracherkennung</translation>
    </message>
    <message>
        <source>spent.json is damaged</source>
        <translation>spent.json ist beschädigt</translation>
    </message>
    <message>
        <source>split, with the two you chose</source>
        <translation>geteilt, mit den beiden Gewählten</translation>
    </message>
    <message>
        <source>spread over the speech</source>
        <translation>über das Gesprochene verteilt</translation>
    </message>
    <message>
        <source>stands on its own</source>
        <translation>für sich steht</translation>
    </message>
    <message>
        <source>starts slowly</source>
        <translation>langsam beginnt</translation>
    </message>
    <message>
        <source>stays with the last person who spoke</source>
        <translation>bleibt bei der Person, die zuletzt sprach</translation>
    </message>
    <message>
        <source>swear words</source>
        <translation>Schimpfwörter</translation>
    </message>
    <message>
        <source>tells speakers apart</source>
        <translation>unterscheidet Sprecher</translation>
    </message>
    <message>
        <source>text encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>that is longer than the {seconds} of “{value}”</source>
        <translation>das ist länger als die {seconds} von „{value}“</translation>
    </message>
    <message>
        <source>the Whisper model {model} is not there.</source>
        <translation>das Whisper-Modell {model} ist nicht da.</translation>
    </message>
    <message>
        <source>the Whisper model {name} is the one on this computer that can be used ({told})</source>
        <translation>das Whisper-Modell {name} ist das einzige verwendbare auf diesem Computer ({told})</translation>
    </message>
    <message>
        <source>the analysis audio can&apos;t be read ({error})</source>
        <translation>der Analyseton kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>the analysis audio can&apos;t be read: {error}</source>
        <translation>der Analyseton kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>the analysis audio is not 16-bit PCM</source>
        <translation>der Analyseton ist nicht 16-Bit-PCM</translation>
    </message>
    <message>
        <source>the analysis audio is not 16-bit mono</source>
        <translation>der Analyseton ist nicht 16-Bit-Mono</translation>
    </message>
    <message>
        <source>the best in many languages</source>
        <translation>das beste in vielen Sprachen</translation>
    </message>
    <message>
        <source>the captions have no word times; the sound confirmed {confirmed} of {segments} captions</source>
        <translation>die Untertitel haben keine Wortzeiten; der Ton hat {confirmed} von {segments} Untertiteln bestätigt</translation>
    </message>
    <message>
        <source>the captions only mark that somebody else speaks, not who</source>
        <translation>die Untertitel zeigen nur, dass jemand anderes spricht, nicht wer</translation>
    </message>
    <message>
        <source>the clip “{title}” of {source}</source>
        <translation>dem Clip „{title}“ aus {source}</translation>
    </message>
    <message>
        <source>the copy needs {size_words}, {size_words2} are free.</source>
        <translation>die Kopie braucht {size_words}, {size_words2} sind frei.</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>die Datenbank</translation>
    </message>
    <message>
        <source>the download could not be written: {value}</source>
        <translation>der Download konnte nicht geschrieben werden: {value}</translation>
    </message>
    <message>
        <source>the draft comes before Whisper in your order; it misses about a quarter of the words</source>
        <translation>der Entwurf steht in der Reihenfolge vor Whisper; ihm entgeht etwa ein Viertel der Wörter</translation>
    </message>
    <message>
        <source>the endpoint gives no word times</source>
        <translation>der Endpunkt liefert keine Wortzeiten</translation>
    </message>
    <message>
        <source>the endpoint gives no word times, and the words could not be placed in the sound</source>
        <translation>der Endpunkt liefert keine Wortzeiten, und die Wörter waren im Ton nicht zu finden</translation>
    </message>
    <message>
        <source>the endpoint gives them</source>
        <translation>der Endpunkt liefert sie</translation>
    </message>
    <message>
        <source>the endpoint heard nobody speak</source>
        <translation>der Endpunkt hat niemanden sprechen gehört</translation>
    </message>
    <message>
        <source>the endpoint is busy; asking again in {left} s</source>
        <translation>der Endpunkt ist beschäftigt; neue Anfrage in {left} s</translation>
    </message>
    <message>
        <source>the face model can&apos;t be read; it may be damaged</source>
        <translation>das Gesichtsmodell ist nicht lesbar; es ist wohl beschädigt</translation>
    </message>
    <message>
        <source>the face model is not there</source>
        <translation>das Gesichtsmodell ist nicht da</translation>
    </message>
    <message>
        <source>the file does not say how its letters are written; this encoding fits them best</source>
        <translation>die Datei sagt nicht, wie ihre Buchstaben kodiert sind; diese Kodierung passt am besten</translation>
    </message>
    <message>
        <source>the file has no word times, and the words could not be placed in the sound</source>
        <translation>die Datei hat keine Wortzeiten, und die Wörter waren im Ton nicht zu finden</translation>
    </message>
    <message>
        <source>the file has them</source>
        <translation>die Datei enthält sie</translation>
    </message>
    <message>
        <source>the file in it is not the one expected (wrong size or checksum)</source>
        <translation>die Datei darin ist nicht die erwartete (falsche Größe oder Prüfsumme)</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>die Datei ist leer.</translation>
    </message>
    <message>
        <source>the file there is larger than the one expected</source>
        <translation>die Datei dort ist größer als erwartet</translation>
    </message>
    <message>
        <source>the file there is not the one expected (wrong size or checksum)</source>
        <translation>die Datei dort ist nicht die erwartete (falsche Größe oder Prüfsumme)</translation>
    </message>
    <message>
        <source>the first picture comes at {value} ms instead of at once</source>
        <translation>das erste Bild kommt bei {value} ms statt sofort</translation>
    </message>
    <message>
        <source>the graphics card could not be used: {splitlines}</source>
        <translation>die Grafikkarte war nicht zu verwenden: {splitlines}</translation>
    </message>
    <message>
        <source>the logo</source>
        <translation>das Logo</translation>
    </message>
    <message>
        <source>the model folder can&apos;t be made: {strerror}</source>
        <translation>der Modellordner kann nicht angelegt werden: {strerror}</translation>
    </message>
    <message>
        <source>the model {name} is not on this computer.</source>
        <translation>das Modell {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>the name of who speaks</source>
        <translation>der Name der sprechenden Person</translation>
    </message>
    <message>
        <source>the offline draft only knows English, not {language}.</source>
        <translation>der Offline-Entwurf kann nur Englisch, nicht {language}.</translation>
    </message>
    <message>
        <source>the one who speaks is not in the picture {stretches}</source>
        <translation>die sprechende Person ist nicht im Bild {stretches}</translation>
    </message>
    <message>
        <source>the opening line</source>
        <translation>der Einstieg</translation>
    </message>
    <message>
        <source>the package index could not be asked: {error}</source>
        <translation>das Paketverzeichnis konnte nicht gefragt werden: {error}</translation>
    </message>
    <message>
        <source>the package index has no wheel of {requirement}</source>
        <translation>das Paketverzeichnis hat kein Wheel von {requirement}</translation>
    </message>
    <message>
        <source>the people you chose, in one frame</source>
        <translation>die gewählten Personen, in einem Bild</translation>
    </message>
    <message>
        <source>the picture already has this shape</source>
        <translation>das Bild hat schon dieses Format</translation>
    </message>
    <message>
        <source>the picture at {at} is not the one that was composed</source>
        <translation>das Bild bei {at} ist nicht das gestaltete</translation>
    </message>
    <message>
        <source>the picture at {at} is {count} frame too {lateness}</source>
        <translation>das Bild bei {at} ist {count} Bild zu {lateness}</translation>
    </message>
    <message>
        <source>the picture at {at} is {count} frames too {lateness}</source>
        <translation>das Bild bei {at} ist {count} Bilder zu {lateness}</translation>
    </message>
    <message>
        <source>the picture has {has} pixels, not {wanted}</source>
        <translation>das Bild hat {has} Pixel, nicht {wanted}</translation>
    </message>
    <message>
        <source>the picture is the right one at {listed}</source>
        <translation>das Bild ist das richtige bei {listed}</translation>
    </message>
    <message>
        <source>the picture is {spoken}, not {spoken2}</source>
        <translation>das Bild ist {spoken}, nicht {spoken2}</translation>
    </message>
    <message>
        <source>the picture lasts {shown} s</source>
        <translation>das Bild dauert {shown} s</translation>
    </message>
    <message>
        <source>the picture starts at once, without sound</source>
        <translation>das Bild beginnt sofort, ohne Ton</translation>
    </message>
    <message>
        <source>the prepared sound can&apos;t be read ({error}).</source>
        <translation>der vorbereitete Ton kann nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>the run of {source}</source>
        <translation>dem Durchlauf von {source}</translation>
    </message>
    <message>
        <source>the safe zone</source>
        <translation>der sichere Bereich</translation>
    </message>
    <message>
        <source>the safe zone of {named}</source>
        <translation>der sichere Bereich von {named}</translation>
    </message>
    <message>
        <source>the screen is shown as close as keeps all of its text</source>
        <translation>der Bildschirm wird so nah gezeigt, dass sein ganzer Text bleibt</translation>
    </message>
    <message>
        <source>the server answered {status_code} {reason_phrase}</source>
        <translation>der Server antwortete {status_code} {reason_phrase}</translation>
    </message>
    <message>
        <source>the sound at {listed} is not that of the source</source>
        <translation>der Ton bei {listed} ist nicht der der Quelle</translation>
    </message>
    <message>
        <source>the sound at {listed} is {apart}</source>
        <translation>der Ton bei {listed} ist {apart}</translation>
    </message>
    <message>
        <source>the sound at {seconds} is {apart}</source>
        <translation>der Ton bei {seconds} ist {apart}</translation>
    </message>
    <message>
        <source>the sound has {count} gap</source>
        <translation>der Ton hat {count} Lücke</translation>
    </message>
    <message>
        <source>the sound has {count} gaps</source>
        <translation>der Ton hat {count} Lücken</translation>
    </message>
    <message>
        <source>the sound has {rate_hz} Hz and {count} channel, not 48000 Hz and 2</source>
        <translation>der Ton hat {rate_hz} Hz und {count} Kanal, nicht 48000 Hz und 2</translation>
    </message>
    <message>
        <source>the sound has {rate_hz} Hz and {count} channels, not 48000 Hz and 2</source>
        <translation>der Ton hat {rate_hz} Hz und {count} Kanäle, nicht 48000 Hz und 2</translation>
    </message>
    <message>
        <source>the sound is too quiet or too changed to be found in the source</source>
        <translation>der Ton ist zu leise oder zu verändert, um ihn in der Quelle zu finden</translation>
    </message>
    <message>
        <source>the sound is {shape} Hz with {shape2} channels, not 16000 Hz mono 16-bit.</source>
        <translation>der Ton hat {shape} Hz und {shape2} Kanäle statt 16000 Hz, mono, 16 Bit.</translation>
    </message>
    <message>
        <source>the sound is {spoken}, not {spoken2}</source>
        <translation>der Ton ist {spoken}, nicht {spoken2}</translation>
    </message>
    <message>
        <source>the sound lasts {duration} s</source>
        <translation>der Ton dauert {duration} s</translation>
    </message>
    <message>
        <source>the sound lies within {max} ms of the source&apos;s</source>
        <translation>der Ton liegt innerhalb von {max} ms an dem der Quelle</translation>
    </message>
    <message>
        <source>the sound starts {apart}</source>
        <translation>der Ton beginnt {apart}</translation>
    </message>
    <message>
        <source>the source can&apos;t be compared with: {rstrip}</source>
        <translation>die Quelle kann nicht verglichen werden: {rstrip}</translation>
    </message>
    <message>
        <source>the source has no sound and no captions</source>
        <translation>die Quelle hat weder Ton noch Untertitel</translation>
    </message>
    <message>
        <source>the speech endpoint {without_key}: {reason}</source>
        <translation>der Sprach-Endpunkt {without_key}: {reason}</translation>
    </message>
    <message>
        <source>the speech model failed: {error}.</source>
        <translation>das Sprachmodell ist fehlgeschlagen: {error}.</translation>
    </message>
    <message>
        <source>the text has no times of its own, so every word may be off by seconds</source>
        <translation>der Text hat keine eigenen Zeiten, daher kann jedes Wort um Sekunden danebenliegen</translation>
    </message>
    <message>
        <source>the text has no times of its own; where it differs from what is said, words may be off</source>
        <translation>der Text hat keine eigenen Zeiten; wo er vom Gesagten abweicht, können Wörter danebenliegen</translation>
    </message>
    <message>
        <source>the text has no times, and there is no sound to place it in.</source>
        <translation>der Text hat keine Zeiten, und es gibt keinen Ton, um ihn zuzuordnen.</translation>
    </message>
    <message>
        <source>the text repeats itself as no speaker does; listen before you use it</source>
        <translation>der Text wiederholt sich, wie kein Sprecher es tut; vor Gebrauch anhören</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>der Titel</translation>
    </message>
    <message>
        <source>the transcript is not there.</source>
        <translation>das Transkript ist nicht da.</translation>
    </message>
    <message>
        <source>the voice model is not there, so voices can&apos;t be told apart. Fetch it: main.py doctor --fetch</source>
        <translation>das Stimmenmodell ist nicht da, daher lassen sich Stimmen nicht unterscheiden. Es holen: main.py doctor --fetch</translation>
    </message>
    <message>
        <source>the wheel does not hold it ({error})</source>
        <translation>das Wheel enthält es nicht ({error})</translation>
    </message>
    <message>
        <source>the whole picture is shown on a blurred fill</source>
        <translation>das ganze Bild wird auf unscharfem Grund gezeigt</translation>
    </message>
    <message>
        <source>the {plain} changed</source>
        <translation>geändert: {plain}</translation>
    </message>
    <message>
        <source>their lips move while these voices are heard, and less while others are: {told}</source>
        <translation>ihre Lippen bewegen sich, während diese Stimmen zu hören sind, und weniger bei anderen: {told}</translation>
    </message>
    <message>
        <source>their translation ({language}) is missing</source>
        <translation>ihre Übersetzung ({language}) fehlt</translation>
    </message>
    <message>
        <source>there are more words than anybody says in that time; listen before you use it</source>
        <translation>es sind mehr Wörter, als jemand in dieser Zeit sagt; vor Gebrauch anhören</translation>
    </message>
    <message>
        <source>there are no captions and no Whisper model for it; a draft misses about a quarter of the words. {FETCH}</source>
        <translation>es gibt keine Untertitel und kein Whisper-Modell dafür; einem Entwurf entgeht etwa ein Viertel der Wörter. {FETCH}</translation>
    </message>
    <message>
        <source>there are no captions beside it.</source>
        <translation>daneben liegen keine Untertitel.</translation>
    </message>
    <message>
        <source>there are no captions in this file.</source>
        <translation>in dieser Datei sind keine Untertitel.</translation>
    </message>
    <message>
        <source>there are no words in this file.</source>
        <translation>in dieser Datei sind keine Wörter.</translation>
    </message>
    <message>
        <source>there is no Whisper model.</source>
        <translation>es gibt kein Whisper-Modell.</translation>
    </message>
    <message>
        <source>there is no dialogue in this file.</source>
        <translation>in dieser Datei ist kein Dialog.</translation>
    </message>
    <message>
        <source>there is no face model here</source>
        <translation>hier ist kein Gesichtsmodell</translation>
    </message>
    <message>
        <source>there is no picture in it</source>
        <translation>darin ist kein Bild</translation>
    </message>
    <message>
        <source>there is no room beside it in the safe zone</source>
        <translation>daneben ist in der sicheren Zone kein Platz</translation>
    </message>
    <message>
        <source>there is no sound to transcribe.</source>
        <translation>es gibt keinen Ton zu transkribieren.</translation>
    </message>
    <message>
        <source>there is no {STYLE_FILE} in it</source>
        <translation>darin ist kein {STYLE_FILE}</translation>
    </message>
    <message>
        <source>there is text where no voice is heard; listen before you use it</source>
        <translation>es gibt Text, wo keine Stimme zu hören ist; vor Gebrauch anhören</translation>
    </message>
    <message>
        <source>they repeated themselves, were too fast, in another language, or stood where nobody speaks</source>
        <translation>sie wiederholten sich, waren zu schnell, in einer anderen Sprache oder standen, wo niemand spricht</translation>
    </message>
    <message>
        <source>this is no folder.</source>
        <translation>dies ist kein Ordner.</translation>
    </message>
    <message>
        <source>this is no model that can be used: {problem}.</source>
        <translation>dies ist kein verwendbares Modell: {problem}.</translation>
    </message>
    <message>
        <source>this is no transcript format.</source>
        <translation>dies ist kein Transkriptformat.</translation>
    </message>
    <message>
        <source>this is no transcript that can be read: {reason}.</source>
        <translation>dies ist kein lesbares Transkript: {reason}.</translation>
    </message>
    <message>
        <source>this is not a text file: there is a NUL in line {line}.</source>
        <translation>dies ist keine Textdatei: in Zeile {line} steht ein NUL.</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>diesem Durchlauf</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>timestamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>to keep faces and captions of the source clear</source>
        <translation>um Gesichter und Untertitel der Quelle freizuhalten</translation>
    </message>
    <message>
        <source>told apart by voice</source>
        <translation>nach Stimme unterschieden</translation>
    </message>
    <message>
        <source>too large or far</source>
        <translation>zu groß oder zu weit</translation>
    </message>
    <message>
        <source>track {position} of {audio_streams}</source>
        <translation>Spur {position} von {audio_streams}</translation>
    </message>
    <message>
        <source>transcriber</source>
        <translation>Transkriptor</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>turned clockwise</source>
        <translation>im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>turned counter-clockwise</source>
        <translation>gegen den Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>two alternating names</source>
        <translation>zwei abwechselnde Namen</translation>
    </message>
    <message>
        <source>two of its files have the same name</source>
        <translation>zwei ihrer Dateien heißen gleich</translation>
    </message>
    <message>
        <source>two people far apart, nobody heard talking: whole picture</source>
        <translation>zwei Personen weit auseinander, niemand spricht hörbar: ganzes Bild</translation>
    </message>
    <message>
        <source>two people talking in quick turns: both, {beside}</source>
        <translation>zwei Personen im schnellen Wechsel: beide, {beside}</translation>
    </message>
    <message>
        <source>two people, both in frame</source>
        <translation>zwei Personen, beide im Bild</translation>
    </message>
    <message>
        <source>two people, nobody heard talking: both, {beside}</source>
        <translation>zwei Personen, niemand spricht hörbar: beide, {beside}</translation>
    </message>
    <message>
        <source>two together</source>
        <translation>zwei zusammen</translation>
    </message>
    <message>
        <source>uneven step</source>
        <translation>ungleichmäßiger Schritt</translation>
    </message>
    <message>
        <source>up to ${usd}</source>
        <translation>bis zu {usd} $</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>kopfüber</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>sehr gut</translation>
    </message>
    <message>
        <source>voices joined with faces</source>
        <translation>Stimmen mit Gesichtern verbunden</translation>
    </message>
    <message>
        <source>waiting for the endpoint</source>
        <translation>wartet auf den Endpunkt</translation>
    </message>
    <message>
        <source>was added</source>
        <translation>wurde hinzugefügt</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>wurde geändert</translation>
    </message>
    <message>
        <source>was not asked</source>
        <translation>wurde nicht gefragt</translation>
    </message>
    <message>
        <source>what was made before is gone</source>
        <translation>was vorher erstellt wurde, ist nicht mehr da</translation>
    </message>
    <message>
        <source>what {maker} made changed</source>
        <translation>geändert: was {maker} erstellt hat</translation>
    </message>
    <message>
        <source>which did not say who it is</source>
        <translation>das nicht sagte, wer es ist</translation>
    </message>
    <message>
        <source>whole picture on a blurred fill</source>
        <translation>ganzes Bild auf unscharfem Grund</translation>
    </message>
    <message>
        <source>with silences</source>
        <translation>mit Pausen</translation>
    </message>
    <message>
        <source>word times</source>
        <translation>Wortzeiten</translation>
    </message>
    <message>
        <source>writing: picture {tick}{value} of {count}</source>
        <translation>Schreiben: Bild {tick}{value} von {count}</translation>
    </message>
    <message>
        <source>you allowed the speech endpoint</source>
        <translation>der Sprach-Endpunkt ist erlaubt</translation>
    </message>
    <message>
        <source>you chose the Whisper model {model}</source>
        <translation>gewählt ist das Whisper-Modell {model}</translation>
    </message>
    <message>
        <source>you chose the endpoint {address}</source>
        <translation>gewählt ist der Endpunkt {address}</translation>
    </message>
    <message>
        <source>you chose the offline draft</source>
        <translation>gewählt ist der Offline-Entwurf</translation>
    </message>
    <message>
        <source>you gave {name}</source>
        <translation>angegeben ist {name}</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>so angegeben</translation>
    </message>
    <message>
        <source>you said {wanted}, but no more voices can be told apart</source>
        <translation>{wanted} angegeben, aber mehr Stimmen lassen sich nicht unterscheiden</translation>
    </message>
    <message>
        <source>you said {wanted}; told apart by voice</source>
        <translation>{wanted} angegeben; nach Stimme unterschieden</translation>
    </message>
    <message>
        <source>{TEXT}the whole screen</source>
        <translation>{TEXT}der ganze Bildschirm</translation>
    </message>
    <message>
        <source>{at} is not an object</source>
        <translation>{at} ist kein Objekt</translation>
    </message>
    <message>
        <source>{base_model} and {made_model} are asked about {decisions} decisions that neither was trained with, which costs {cost}.</source>
        <translation>{base_model} und {made_model} werden nach {decisions} Entscheidungen gefragt, mit denen keines trainiert wurde, und das kostet {cost}.</translation>
    </message>
    <message>
        <source>{by} read all of the talk.</source>
        <translation>{by} hat das ganze Gespräch gelesen.</translation>
    </message>
    <message>
        <source>{by} read {read} of {parts} parts of the talk.</source>
        <translation>{by} hat {read} von {parts} Teilen des Gesprächs gelesen.</translation>
    </message>
    <message>
        <source>{clips} clip found, none was exported.</source>
        <translation>{clips} Clip gefunden, keiner exportiert.</translation>
    </message>
    <message>
        <source>{clips} clips found, none was exported.</source>
        <translation>{clips} Clips gefunden, keiner exportiert.</translation>
    </message>
    <message>
        <source>{colour} is not a colour of the brand</source>
        <translation>{colour} ist keine Farbe der Marke</translation>
    </message>
    <message>
        <source>{counts} starred in the captions</source>
        <translation>{counts} in den Untertiteln mit Sternchen</translation>
    </message>
    <message>
        <source>{counts}, of 1 talk.</source>
        <translation>{counts}, aus 1 Gespräch.</translation>
    </message>
    <message>
        <source>{counts}, of {sources} talks.</source>
        <translation>{counts}, aus {sources} Gesprächen.</translation>
    </message>
    <message>
        <source>{count} answer to a question</source>
        <translation>{count} Antwort auf eine Frage</translation>
    </message>
    <message>
        <source>{count} answers to questions</source>
        <translation>{count} Antworten auf Fragen</translation>
    </message>
    <message>
        <source>{count} caption begin before the one before ends, first at {seconds}</source>
        <translation>{count} Untertitel beginnt, bevor der vorige endet, zuerst bei {seconds}</translation>
    </message>
    <message>
        <source>{count} caption outside the clip&apos;s time</source>
        <translation>{count} Untertitel außerhalb der Clipzeit</translation>
    </message>
    <message>
        <source>{count} caption reach</source>
        <translation>{count} Untertitel reicht</translation>
    </message>
    <message>
        <source>{count} caption set clear of faces</source>
        <translation>{count} Untertitel von Gesichtern weggerückt</translation>
    </message>
    <message>
        <source>{count} captions begin before the one before ends, first at {seconds}</source>
        <translation>{count} Untertitel beginnen, bevor der vorige endet, zuerst bei {seconds}</translation>
    </message>
    <message>
        <source>{count} captions outside the clip&apos;s time</source>
        <translation>{count} Untertitel außerhalb der Clipzeit</translation>
    </message>
    <message>
        <source>{count} captions reach</source>
        <translation>{count} Untertitel reichen</translation>
    </message>
    <message>
        <source>{count} captions set clear of faces</source>
        <translation>{count} Untertitel von Gesichtern weggerückt</translation>
    </message>
    <message>
        <source>{count} clips</source>
        <translation>{count} Clips</translation>
    </message>
    <message>
        <source>{count} damaged pieces</source>
        <translation>{count} beschädigte Stücke</translation>
    </message>
    <message>
        <source>{count} decision on a clip</source>
        <translation>{count} Entscheidung über einen Clip</translation>
    </message>
    <message>
        <source>{count} decisions on clips</source>
        <translation>{count} Entscheidungen über Clips</translation>
    </message>
    <message>
        <source>{count} intermediate results are not there. They are made again by themselves where they are needed.</source>
        <translation>{count} Zwischenergebnisse sind nicht da. Sie werden von selbst wieder erzeugt, wo sie gebraucht werden.</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} Sprachen</translation>
    </message>
    <message>
        <source>{count} letters of the file are damaged and read “�”</source>
        <translation>{count} Buchstaben der Datei sind beschädigt und erscheinen als „�“</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} people, all in frame</source>
        <translation>{count} Personen, alle im Bild</translation>
    </message>
    <message>
        <source>{count} picture at the same time as another.</source>
        <translation>{count} Bild gleichzeitig mit einem anderen.</translation>
    </message>
    <message>
        <source>{count} pictures at the same time as another.</source>
        <translation>{count} Bilder gleichzeitig mit einem anderen.</translation>
    </message>
    <message>
        <source>{count} piece of it could not be decoded</source>
        <translation>{count} Stück davon konnte nicht dekodiert werden</translation>
    </message>
    <message>
        <source>{count} pieces of it could not be decoded</source>
        <translation>{count} Stücke davon konnten nicht dekodiert werden</translation>
    </message>
    <message>
        <source>{count} processor cores</source>
        <translation>{count} Prozessorkerne</translation>
    </message>
    <message>
        <source>{count} runs of {source}</source>
        <translation>{count} Durchläufe von {source}</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>{count} speaker</source>
        <translation>{count} Sprecher</translation>
    </message>
    <message>
        <source>{count} speakers</source>
        <translation>{count} Sprecher</translation>
    </message>
    <message>
        <source>{count} things were masked.</source>
        <translation>{count} Stellen wurden unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>{count} uneven step between them, the first at {seconds}</source>
        <translation>{count} ungleichmäßiger Schritt dazwischen, der erste bei {seconds}</translation>
    </message>
    <message>
        <source>{count} uneven steps between them, the first at {seconds}</source>
        <translation>{count} ungleichmäßige Schritte dazwischen, der erste bei {seconds}</translation>
    </message>
    <message>
        <source>{count} word not on screen while heard, first “{text}” at {seconds}</source>
        <translation>{count} Wort nicht im Bild, während es zu hören ist, zuerst „{text}“ bei {seconds}</translation>
    </message>
    <message>
        <source>{count} words are more than any recording holds.</source>
        <translation>{count} Wörter sind mehr, als eine Aufnahme enthält.</translation>
    </message>
    <message>
        <source>{count} words not on screen while heard, first “{text}” at {seconds}</source>
        <translation>{count} Wörter nicht im Bild, während sie zu hören sind, zuerst „{text}“ bei {seconds}</translation>
    </message>
    <message>
        <source>{damaged_packets} damaged pieces of the source could not be decoded.</source>
        <translation>{damaged_packets} beschädigte Stücke der Quelle konnten nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>{doing}: frame {tick}{value} of {count}</source>
        <translation>{doing}: Bild {tick}{value} von {count}</translation>
    </message>
    <message>
        <source>{doing}: the last frames</source>
        <translation>{doing}: die letzten Bilder</translation>
    </message>
    <message>
        <source>{done} of {todo} lines, asking {model}</source>
        <translation>{done} von {todo} Zeilen, gefragt wird {model}</translation>
    </message>
    <message>
        <source>{dropped} of its answers could not be believed ({dropped2}).</source>
        <translation>{dropped} seiner Antworten waren nicht glaubhaft ({dropped2}).</translation>
    </message>
    <message>
        <source>{dropped} of {segments} captions lie after the end of the media ({duration} s)</source>
        <translation>{dropped} von {segments} Untertiteln liegen hinter dem Ende der Aufnahme ({duration} s)</translation>
    </message>
    <message>
        <source>{failed} of {outputs} files could not be made.</source>
        <translation>{failed} von {outputs} Dateien konnten nicht gemacht werden.</translation>
    </message>
    <message>
        <source>{family} is not a font of the brand</source>
        <translation>{family} ist keine Schrift der Marke</translation>
    </message>
    <message>
        <source>{family}: not on this computer, and not needed</source>
        <translation>{family}: nicht auf diesem Computer und nicht nötig</translation>
    </message>
    <message>
        <source>{family}: not on this computer, {then}</source>
        <translation>{family}: nicht auf diesem Computer, {then}</translation>
    </message>
    <message>
        <source>{figure}, asked for {signed}.</source>
        <translation>{figure}, verlangt {signed}.</translation>
    </message>
    <message>
        <source>{figure}, more than the {file_size} allowed.</source>
        <translation>{figure}, mehr als die erlaubten {file_size}.</translation>
    </message>
    <message>
        <source>{figure}; the source is too quiet to be levelled.</source>
        <translation>{figure}; die Quelle ist zu leise zum Angleichen.</translation>
    </message>
    <message>
        <source>{foreign}: there is no such field.</source>
        <translation>{foreign}: dieses Feld gibt es nicht.</translation>
    </message>
    <message>
        <source>{found} It could not be put right ({error}).</source>
        <translation>{found} Es ließ sich nicht richten ({error}).</translation>
    </message>
    <message>
        <source>{found} Picture and sound do not jump together.</source>
        <translation>{found} Bild und Ton springen nicht zusammen.</translation>
    </message>
    <message>
        <source>{found} fine-tunes begin with {job_id}.</source>
        <translation>{found} Fine-Tunings beginnen mit {job_id}.</translation>
    </message>
    <message>
        <source>{found} workspaces are called “{name}”: {places}.</source>
        <translation>{found} Arbeitsbereiche heißen „{name}“: {places}.</translation>
    </message>
    <message>
        <source>{gap_text} {count} picture missing.</source>
        <translation>{gap_text} {count} Bild fehlt.</translation>
    </message>
    <message>
        <source>{gap_text} {count} pictures missing.</source>
        <translation>{gap_text} {count} Bilder fehlen.</translation>
    </message>
    <message>
        <source>{get}, as asked for</source>
        <translation>{get}, wie gewünscht</translation>
    </message>
    <message>
        <source>{gone} clips are gone.</source>
        <translation>{gone} Clips sind nicht mehr da.</translation>
    </message>
    <message>
        <source>{good} of {count} source made: {made}. {rest} {need} you.</source>
        <translation>{good} von {count} Quelle fertig: {made}. {rest} {need} Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>{good} of {count} sources made: {made}. {rest} {need} you.</source>
        <translation>{good} von {count} Quellen fertig: {made}. {rest} {need} Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>{host} is a private address</source>
        <translation>{host} ist eine private Adresse</translation>
    </message>
    <message>
        <source>{hour_words} by estimate, with {where}</source>
        <translation>{hour_words} nach Schätzung, mit {where}</translation>
    </message>
    <message>
        <source>{instead} is used instead</source>
        <translation>stattdessen wird {instead} verwendet</translation>
    </message>
    <message>
        <source>{job}: the program ended while it ran; it goes on.</source>
        <translation>{job}: das Programm endete, während es lief; es geht weiter.</translation>
    </message>
    <message>
        <source>{join} and {more} more time</source>
        <translation>{join} und {more} weiteres Mal</translation>
    </message>
    <message>
        <source>{join} and {more} more times</source>
        <translation>{join} und {more} weitere Male</translation>
    </message>
    <message>
        <source>{join} are missing or empty</source>
        <translation>{join} fehlen oder sind leer</translation>
    </message>
    <message>
        <source>{join} is missing or empty</source>
        <translation>{join} fehlt oder ist leer</translation>
    </message>
    <message>
        <source>{join}: a font of the brand</source>
        <translation>{join}: eine Schrift der Marke</translation>
    </message>
    <message>
        <source>{kept} captions</source>
        <translation>{kept} Untertitel</translation>
    </message>
    <message>
        <source>{kind} is among the better ones here, with no axis standing out</source>
        <translation>{kind} hier zu den besseren gehört, ohne dass eine Achse herausragt</translation>
    </message>
    <message>
        <source>{language_name} is what is spoken.</source>
        <translation>{language_name} ist die gesprochene Sprache.</translation>
    </message>
    <message>
        <source>{lost} is gone</source>
        <translation>{lost} ist nicht mehr da</translation>
    </message>
    <message>
        <source>{lufs} LUFS</source>
        <translation>{lufs} LUFS</translation>
    </message>
    <message>
        <source>{member} in the wheel {wheel}</source>
        <translation>{member} im Wheel {wheel}</translation>
    </message>
    <message>
        <source>{missing} are missing.</source>
        <translation>{missing} fehlen.</translation>
    </message>
    <message>
        <source>{missing} of {heard} segments as they are spoken</source>
        <translation>{missing} von {heard} Segmenten wie gesprochen</translation>
    </message>
    <message>
        <source>{model} wrote the texts of {after} clips for ${usd}.</source>
        <translation>{model} hat die Texte von {after} Clips für {usd} $ geschrieben.</translation>
    </message>
    <message>
        <source>{model} wrote the texts of {after} clips.</source>
        <translation>{model} hat die Texte von {after} Clips geschrieben.</translation>
    </message>
    <message>
        <source>{module}.{name} has no place in it</source>
        <translation>{module}.{name} hat darin keinen Platz</translation>
    </message>
    <message>
        <source>{moved} of {shown} set higher or lower in {aspect}</source>
        <translation>{moved} von {shown} in {aspect} höher oder tiefer gesetzt</translation>
    </message>
    <message>
        <source>{named} is cut in two ways by two sequences: the last one counts.</source>
        <translation>{named} wird von zwei Sequenzen verschieden geschnitten: die letzte zählt.</translation>
    </message>
    <message>
        <source>{named} is shorter than {MIN_SECONDS} s there: it stays as it is.</source>
        <translation>{named} ist dort kürzer als {MIN_SECONDS} s: bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{named} is there more than once, apart: its first place counts.</source>
        <translation>{named} kommt getrennt mehrfach vor: die erste Stelle zählt.</translation>
    </message>
    <message>
        <source>{named} plays at another speed there: it stays as it is.</source>
        <translation>{named} läuft dort mit anderer Geschwindigkeit: bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{named} plays its parts in another order there: it stays as it is.</source>
        <translation>{named} spielt seine Teile dort in anderer Reihenfolge: bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read</source>
        <translation>{name} kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>{name} can&apos;t be removed while “{users}” is being worked on with it.</source>
        <translation>{name} kann nicht entfernt werden, solange „{users}“ damit bearbeitet wird.</translation>
    </message>
    <message>
        <source>{name} failed: {failures}</source>
        <translation>{name} ist gescheitert: {failures}</translation>
    </message>
    <message>
        <source>{name} has {own} frames a second, fewer than editing programs count. Times are counted at {name2} frames a second: each picture stands for {value} of them.</source>
        <translation>{name} hat {own} Bilder pro Sekunde, weniger als Schnittprogramme zählen. Zeiten sind mit {name2} Bildern pro Sekunde gezählt: Jedes Bild steht für {value} davon.</translation>
    </message>
    <message>
        <source>{name} has {own} frames a second, more than editing programs count. Times are counted at {name2} frames a second: cuts move by {value} pictures.</source>
        <translation>{name} hat {own} Bilder pro Sekunde, mehr als Schnittprogramme zählen. Zeiten sind mit {name2} Bildern pro Sekunde gezählt: Schnitte bewegen sich um je {value} Bilder.</translation>
    </message>
    <message>
        <source>{name} is larger than was said</source>
        <translation>{name} ist größer als angegeben</translation>
    </message>
    <message>
        <source>{name} is not what Whisper needs</source>
        <translation>{name} ist nicht, was Whisper braucht</translation>
    </message>
    <message>
        <source>{name} is not what it was when it was exported</source>
        <translation>{name} ist nicht mehr, was es beim Export war</translation>
    </message>
    <message>
        <source>{name} is on this computer already.</source>
        <translation>{name} ist schon auf diesem Computer.</translation>
    </message>
    <message>
        <source>{name} is the name of a listed model, which this is not.</source>
        <translation>{name} ist der Name eines gelisteten Modells, das dies nicht ist.</translation>
    </message>
    <message>
        <source>{name} lies beside the source</source>
        <translation>{name} liegt neben der Quelle</translation>
    </message>
    <message>
        <source>{name} of the style {pin} is no font that can be used.</source>
        <translation>{name} aus dem Stil {pin} ist keine verwendbare Schrift.</translation>
    </message>
    <message>
        <source>{name} of the style {pin} was changed since it was published.</source>
        <translation>{name} aus dem Stil {pin} wurde seit der Veröffentlichung geändert.</translation>
    </message>
    <message>
        <source>{name} of the style {pin} {reason}.</source>
        <translation>{name} aus dem Stil {pin} {reason}.</translation>
    </message>
    <message>
        <source>{name} than usual</source>
        <translation>{name} als üblich</translation>
    </message>
    <message>
        <source>{name} {how} since this version was published.</source>
        <translation>{name} {how}, seit diese Version veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>{name}: asking the package index for {wheel}</source>
        <translation>{name}: das Paketverzeichnis wird nach {wheel} gefragt</translation>
    </message>
    <message>
        <source>{name}: decisions are left out, since what is said is not known any more.</source>
        <translation>{name}: Entscheidungen werden ausgelassen, da nicht mehr bekannt ist, was gesagt wird.</translation>
    </message>
    <message>
        <source>{name}: left out, since its transcript is a draft.</source>
        <translation>{name}: ausgelassen, da das Transkript ein Entwurf ist.</translation>
    </message>
    <message>
        <source>{name}: nobody knows who speaks, so no question has an answer.</source>
        <translation>{name}: niemand weiß, wer spricht, daher hat keine Frage eine Antwort.</translation>
    </message>
    <message>
        <source>{name}: pip downloads {requirement}</source>
        <translation>{name}: pip lädt {requirement}</translation>
    </message>
    <message>
        <source>{name}: taken out of {wheel}</source>
        <translation>{name}: aus {wheel} genommen</translation>
    </message>
    <message>
        <source>{name}: the line broke, trying again</source>
        <translation>{name}: die Verbindung brach ab, neuer Versuch</translation>
    </message>
    <message>
        <source>{name}: {megabytes} of {megabytes2} MB</source>
        <translation>{name}: {megabytes} von {megabytes2} MB</translation>
    </message>
    <message>
        <source>{needed}, more than this computer has</source>
        <translation>{needed}, mehr als dieser Computer hat</translation>
    </message>
    <message>
        <source>{parts}, about {tokens} tokens.</source>
        <translation>{parts}, etwa {tokens} Token.</translation>
    </message>
    <message>
        <source>{path} is not there: the editing program will ask where it is.</source>
        <translation>{path} ist nicht da: das Schnittprogramm wird danach fragen.</translation>
    </message>
    <message>
        <source>{pieces} arrived damaged.</source>
        <translation>{pieces} kamen beschädigt an.</translation>
    </message>
    <message>
        <source>{pieces} of sound could not be decoded{where}.</source>
        <translation>{pieces} des Tons konnten nicht dekodiert werden{where}.</translation>
    </message>
    <message>
        <source>{pin} can&apos;t be kept in the workspace: {reason}.</source>
        <translation>{pin} kann nicht im Arbeitsbereich behalten werden: {reason}.</translation>
    </message>
    <message>
        <source>{pin} can&apos;t be removed: it is the style of {told}.</source>
        <translation>{pin} kann nicht entfernt werden: es ist der Stil von {told}.</translation>
    </message>
    <message>
        <source>{pin} comes with the program and can&apos;t be removed.</source>
        <translation>{pin} gehört zum Programm und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>{pin} comes with the program: everybody has it.</source>
        <translation>{pin} gehört zum Programm: alle haben es.</translation>
    </message>
    <message>
        <source>{pin} is already published and can&apos;t be changed.</source>
        <translation>{pin} ist schon veröffentlicht und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>{reason} It is tried again.</source>
        <translation>{reason} Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>{reason} That is too short to make a clip from.</source>
        <translation>{reason} Das ist zu kurz für einen Clip.</translation>
    </message>
    <message>
        <source>{reason} The file was made again from its first frame, in software.</source>
        <translation>{reason} Die Datei wurde vom ersten Bild an neu in Software erstellt.</translation>
    </message>
    <message>
        <source>{reason}, with no room for its presenter apart: both as they are</source>
        <translation>{reason}, ohne eigenen Platz für die Vortragenden: beides wie es ist</translation>
    </message>
    <message>
        <source>{reason}: a screen, as close as keeps all of its text</source>
        <translation>{reason}: ein Bildschirm, so nah, dass sein ganzer Text bleibt</translation>
    </message>
    <message>
        <source>{reason}; the sound confirmed {timed} of {passages} passages</source>
        <translation>{reason}; der Ton hat {timed} von {passages} Abschnitten bestätigt</translation>
    </message>
    <message>
        <source>{reason}; the voices differ clearly</source>
        <translation>{reason}; die Stimmen unterscheiden sich deutlich</translation>
    </message>
    <message>
        <source>{reason}; two of them sound much alike: please check who says what</source>
        <translation>{reason}; zwei davon klingen sehr ähnlich: bitte prüfen, wer was sagt</translation>
    </message>
    <message>
        <source>{record}; it breaks off, so be briefer</source>
        <translation>{record}; es bricht ab, also kürzer fassen</translation>
    </message>
    <message>
        <source>{rest} more like these</source>
        <translation>{rest} weitere wie diese</translation>
    </message>
    <message>
        <source>{shown_at} of the {count} picture it lists came out</source>
        <translation>{shown_at} von {count} aufgeführten Bild kam heraus</translation>
    </message>
    <message>
        <source>{shown_at} of the {count} pictures it lists came out</source>
        <translation>{shown_at} von {count} aufgeführten Bildern kamen heraus</translation>
    </message>
    <message>
        <source>{shown} of {count} faces, as many as fit</source>
        <translation>{shown} von {count} Gesichtern, so viele, wie Platz haben</translation>
    </message>
    <message>
        <source>{shown} pictures instead of {wanted}</source>
        <translation>{shown} Bilder statt {wanted}</translation>
    </message>
    <message>
        <source>{shown}: it is larger than it says</source>
        <translation>{shown}: größer als angegeben</translation>
    </message>
    <message>
        <source>{silent_seconds} s are silent instead.</source>
        <translation>{silent_seconds} s sind stattdessen still.</translation>
    </message>
    <message>
        <source>{size} at the preset&apos;s quality, of {size2} that it allows.</source>
        <translation>{size} in der Qualität der Voreinstellung, von {size2} erlaubten.</translation>
    </message>
    <message>
        <source>{stage} done at once.</source>
        <translation>{stage} sofort erledigt.</translation>
    </message>
    <message>
        <source>{stage} done in {seconds} s.</source>
        <translation>{stage} in {seconds} s erledigt.</translation>
    </message>
    <message>
        <source>{stage} reused.</source>
        <translation>{stage} wiederverwendet.</translation>
    </message>
    <message>
        <source>{stage} started.</source>
        <translation>{stage} begonnen.</translation>
    </message>
    <message>
        <source>{stage}: what was made is gone; it is made again.</source>
        <translation>{stage}: was erstellt wurde, ist nicht mehr da; es wird neu erstellt.</translation>
    </message>
    <message>
        <source>{strip} is no language that is known here.</source>
        <translation>{strip} ist keine hier bekannte Sprache.</translation>
    </message>
    <message>
        <source>{text} None was approved.</source>
        <translation>{text} Keiner wurde angenommen.</translation>
    </message>
    <message>
        <source>{times} marked as doubtful</source>
        <translation>{times} als zweifelhaft markiert</translation>
    </message>
    <message>
        <source>{title} can&apos;t be fetched: downloads are switched off.</source>
        <translation>{title} kann nicht geladen werden: Downloads sind ausgeschaltet.</translation>
    </message>
    <message>
        <source>{title} is on this computer already.</source>
        <translation>{title} ist schon auf diesem Computer.</translation>
    </message>
    <message>
        <source>{title} needs {value} MB, {value2} MB are free</source>
        <translation>{title} braucht {value} MB, {value2} MB sind frei</translation>
    </message>
    <message>
        <source>{training} to train with, {validation} to validate with</source>
        <translation>{training} zum Trainieren, {validation} zum Prüfen</translation>
    </message>
    <message>
        <source>{turns} changes of speaker</source>
        <translation>{turns} Sprecherwechsel</translation>
    </message>
    <message>
        <source>{type} is not fetched</source>
        <translation>{type} wird nicht geladen</translation>
    </message>
    <message>
        <source>{unusable} answers could not be used.</source>
        <translation>{unusable} Antworten waren nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>{upper}{what} leave the safe zone</source>
        <translation>{upper}{what} verlassen den sicheren Bereich</translation>
    </message>
    <message>
        <source>{value} MB is too large for a transcript.</source>
        <translation>{value} MB sind zu viel für ein Transkript.</translation>
    </message>
    <message>
        <source>{value} MB of intermediate files that no kept clip needs were removed.</source>
        <translation>{value} MB an Zwischendateien, die kein behaltener Clip braucht, wurden entfernt.</translation>
    </message>
    <message>
        <source>{value} is no transcript format.</source>
        <translation>{value} ist kein Transkriptformat.</translation>
    </message>
    <message>
        <source>{value} ms too early</source>
        <translation>{value} ms zu früh</translation>
    </message>
    <message>
        <source>{value} ms too late</source>
        <translation>{value} ms zu spät</translation>
    </message>
    <message>
        <source>{value} of {value2} GB</source>
        <translation>{value} von {value2} GB</translation>
    </message>
    <message>
        <source>{value} of {value2} MB</source>
        <translation>{value} von {value2} MB</translation>
    </message>
    <message>
        <source>{what} hides most of a face {stretches}</source>
        <translation>{what} verdeckt den größten Teil eines Gesichts {stretches}</translation>
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
        <source>{what} {stretches}, where the source does not.</source>
        <translation>{what} {stretches}, wo die Quelle es nicht tut.</translation>
    </message>
    <message>
        <source>{what} {where}, as in the source.</source>
        <translation>{what} {where}, wie in der Quelle.</translation>
    </message>
    <message>
        <source>{what} {where}; the clip has no picture of the source.</source>
        <translation>{what} {where}; der Clip hat kein Bild der Quelle.</translation>
    </message>
    <message>
        <source>{what} {where}; the source is not there to compare it with.</source>
        <translation>{what} {where}; die Quelle ist zum Vergleich nicht da.</translation>
    </message>
    <message>
        <source>{what} {worst} pixels out of {zone_name}, first at {when}</source>
        <translation>{what} {worst} Pixel aus {zone_name} heraus, zuerst bei {when}</translation>
    </message>
    <message>
        <source>{where} holds no words</source>
        <translation>{where} enthält keine Wörter</translation>
    </message>
    <message>
        <source>{where} is not a list</source>
        <translation>{where} ist keine Liste</translation>
    </message>
    <message>
        <source>{where} is not an object</source>
        <translation>{where} ist kein Objekt</translation>
    </message>
    <message>
        <source>{where}.offsets is missing</source>
        <translation>{where}.offsets fehlt</translation>
    </message>
    <message>
        <source>{where}.start is missing</source>
        <translation>{where}.start fehlt</translation>
    </message>
    <message>
        <source>{where}.text is not text</source>
        <translation>{where}.text ist kein Text</translation>
    </message>
    <message>
        <source>{where}.word is not text</source>
        <translation>{where}.word ist kein Text</translation>
    </message>
    <message>
        <source>{where}.{name} is beyond any recording</source>
        <translation>{where}.{name} liegt jenseits jeder Aufnahme</translation>
    </message>
    <message>
        <source>{where}.{name} is not a list</source>
        <translation>{where}.{name} ist keine Liste</translation>
    </message>
    <message>
        <source>{where}.{name} is not a number of seconds</source>
        <translation>{where}.{name} ist keine Sekundenzahl</translation>
    </message>
    <message>
        <source>{where}: there is no animation “{animation}”.</source>
        <translation>{where}: es gibt keine Animation „{animation}“.</translation>
    </message>
    <message>
        <source>{where}: words without a start</source>
        <translation>{where}: Wörter ohne Anfang</translation>
    </message>
    <message>
        <source>{where}: “{named}” does not lie in {kind}/.</source>
        <translation>{where}: „{named}“ liegt nicht in {kind}/.</translation>
    </message>
    <message>
        <source>{where}: “{named}” is not in the package.</source>
        <translation>{where}: „{named}“ ist nicht im Paket.</translation>
    </message>
    <message>
        <source>{where}safe_zone: a margin can&apos;t be less than 0.</source>
        <translation>{where}safe_zone: ein Rand kann nicht kleiner als 0 sein.</translation>
    </message>
    <message>
        <source>{where}safe_zone: too little is left of the picture.</source>
        <translation>{where}safe_zone: vom Bild bleibt zu wenig übrig.</translation>
    </message>
    <message>
        <source>{which} is finished yet.</source>
        <translation>{which} ist bis jetzt fertig.</translation>
    </message>
    <message>
        <source>{why} Look at them, and export those you want.</source>
        <translation>{why} Ansehen und die gewünschten exportieren.</translation>
    </message>
    <message>
        <source>{writer} wrote the insights for ${usd}.</source>
        <translation>{writer} hat die Einblicke für {usd} $ geschrieben.</translation>
    </message>
    <message>
        <source>{writer} wrote the insights.</source>
        <translation>{writer} hat die Einblicke geschrieben.</translation>
    </message>
    <message>
        <source>“Maybe” for {clips}</source>
        <translation>„Vielleicht“ für {clips}</translation>
    </message>
    <message>
        <source>“{group}” is a banned word</source>
        <translation>„{group}“ ist ein verbotenes Wort</translation>
    </message>
    <message>
        <source>“{name}” ({clock} to {clock2}) is no clip of this run and is left out.</source>
        <translation>„{name}“ ({clock} bis {clock2}) ist kein Clip dieses Durchlaufs und wird ausgelassen.</translation>
    </message>
    <message>
        <source>“{name}” comes with the program and stays.</source>
        <translation>„{name}“ gehört zum Programm und bleibt.</translation>
    </message>
    <message>
        <source>“{name}” is a preset that comes with the program.</source>
        <translation>„{name}“ ist eine Voreinstellung des Programms.</translation>
    </message>
    <message>
        <source>“{name}” is no preset of this workspace.</source>
        <translation>„{name}“ ist keine Voreinstellung dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>“{name}” is of another file ({media}) and is left out.</source>
        <translation>„{name}“ ist von einer anderen Datei ({media}) und wird ausgelassen.</translation>
    </message>
    <message>
        <source>“{name}” of style {pin} can&apos;t be played: {reason}</source>
        <translation>„{name}“ des Stils {pin} kann nicht abgespielt werden: {reason}</translation>
    </message>
    <message>
        <source>“{name}” of style {pin} can&apos;t be read: {errorString}.</source>
        <translation>„{name}“ des Stils {pin} kann nicht gelesen werden: {errorString}.</translation>
    </message>
    <message>
        <source>“{pin}” does not name a style.</source>
        <translation>„{pin}“ nennt keinen Stil.</translation>
    </message>
    <message>
        <source>“{pin}” does not say which version.</source>
        <translation>„{pin}“ nennt keine Version.</translation>
    </message>
    <message>
        <source>“{twice}” is in it twice, or in two spellings that some systems take for one</source>
        <translation>„{twice}“ ist doppelt darin oder in zwei Schreibweisen, die manche Systeme für eine halten</translation>
    </message>
</context>
</TS>
