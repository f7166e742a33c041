<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n answered from memory</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n answered from memory</numerusform>
            <numerusform>%n answered from memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n approved</numerusform>
            <numerusform>%n approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are as before</source>
        <translation>
            <numerusform>%n is as before</numerusform>
            <numerusform>%n are as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are worked on.</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n is worked on.</numerusform>
            <numerusform>%n are worked on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts: {endings}</source>
        <translation>
            <numerusform>%n attempt: {endings}</numerusform>
            <numerusform>%n attempts: {endings}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>settings</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters a minute</source>
        <translation>
            <numerusform>%n character a minute</numerusform>
            <numerusform>%n characters a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n clip</numerusform>
            <numerusform>%n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips are on the sheet, {size}</source>
        <translation>
            <numerusform>%n clip is on the sheet, {size}</numerusform>
            <numerusform>%n clips are on the sheet, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips changed there</source>
        <translation>
            <numerusform>%n clip changed there</numerusform>
            <numerusform>%n clips changed there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips decided otherwise</source>
        <translation>
            <numerusform>%n clip decided otherwise</numerusform>
            <numerusform>%n clips decided otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips handed over, times counted at {rate} frames a second</source>
        <translation>
            <numerusform>%n clip handed over, times counted at {rate} frames a second</numerusform>
            <numerusform>%n clips handed over, times counted at {rate} frames a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips will be captioned again</source>
        <translation>
            <numerusform>%n clip will be captioned again</numerusform>
            <numerusform>%n clips will be captioned again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips, {length}</source>
        <translation>
            <numerusform>%n clip, {length}</numerusform>
            <numerusform>%n clips, {length}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be published</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n could not be published</numerusform>
            <numerusform>%n could not be published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cuts inside</source>
        <translation>
            <numerusform>%n cut inside</numerusform>
            <numerusform>%n cuts inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episodes of {podcast}</source>
        <translation>
            <numerusform>%n episode of {podcast}</numerusform>
            <numerusform>%n episodes of {podcast}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examples in {file}, and {other} to validate with.</source>
        <translation>
            <numerusform>%n example in {file}, and {other} to validate with.</numerusform>
            <numerusform>%n examples in {file}, and {other} to validate with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examples in {file}.</source>
        <translation>
            <numerusform>%n example in {file}.</numerusform>
            <numerusform>%n examples in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed files</source>
        <translation>
            <numerusform>%n failed file</numerusform>
            <numerusform>%n failed files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed stages</source>
        <translation>
            <numerusform>%n failed stage</numerusform>
            <numerusform>%n failed stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed. Show the log of “{title}”</source>
        <translation>
            <numerusform>%n failed. Show the log of “{title}”</numerusform>
            <numerusform>%n failed. Show the log of “{title}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported</source>
        <translation>
            <numerusform>%n file exported</numerusform>
            <numerusform>%n files exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported, {failed} failed.</source>
        <translation>
            <numerusform>%n file exported, {failed} failed.</numerusform>
            <numerusform>%n files exported, {failed} failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported, {number} to look at.</source>
        <translation>
            <numerusform>%n file exported, {number} to look at.</numerusform>
            <numerusform>%n files exported, {number} to look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exported.</source>
        <translation>
            <numerusform>%n file exported.</numerusform>
            <numerusform>%n files exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files no longer there</source>
        <translation>
            <numerusform>%n file no longer there</numerusform>
            <numerusform>%n files no longer there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported, {failed} failed.</source>
        <translation>
            <numerusform>%n file of “{name}” exported, {failed} failed.</numerusform>
            <numerusform>%n files of “{name}” exported, {failed} failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported, {number} to look at.</source>
        <translation>
            <numerusform>%n file of “{name}” exported, {number} to look at.</numerusform>
            <numerusform>%n files of “{name}” exported, {number} to look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of “{name}” exported.</source>
        <translation>
            <numerusform>%n file of “{name}” exported.</numerusform>
            <numerusform>%n files of “{name}” exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files published</source>
        <translation>
            <numerusform>%n file published</numerusform>
            <numerusform>%n files published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files published to {names}.</source>
        <translation>
            <numerusform>%n file published to {names}.</numerusform>
            <numerusform>%n files published to {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files published, {failed} failed.</source>
        <translation>
            <numerusform>%n file published, {failed} failed.</numerusform>
            <numerusform>%n files published, {failed} failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files that are on their way to it will not be sent.</source>
        <translation>
            <numerusform>%n file that is on its way to it will not be sent.</numerusform>
            <numerusform>%n files that are on their way to it will not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files to {names}</source>
        <translation>
            <numerusform>%n file to {names}</numerusform>
            <numerusform>%n files to {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files will be rendered again</source>
        <translation>
            <numerusform>%n file will be rendered again</numerusform>
            <numerusform>%n files will be rendered again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fillers (“um”, “you know”) can be cut.</source>
        <translation>
            <numerusform>%n filler (“um”, “you know”) can be cut.</numerusform>
            <numerusform>%n fillers (“um”, “you know”) can be cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines translated{price}, {missing} are missing.</source>
        <translation>
            <numerusform>%n line translated{price}, {missing} are missing.</numerusform>
            <numerusform>%n lines translated{price}, {missing} are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines translated{price}.</source>
        <translation>
            <numerusform>%n line translated{price}.</numerusform>
            <numerusform>%n lines translated{price}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more failed; the log tells all of them.</source>
        <translation>
            <numerusform>%n more failed; the log tells all of them.</numerusform>
            <numerusform>%n more failed; the log tells all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more runs in the queue…</source>
        <translation>
            <numerusform>%n more run in the queue…</numerusform>
            <numerusform>%n more runs in the queue…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you.</source>
        <comment>videos</comment>
        <translation>
            <numerusform>%n needs you.</numerusform>
            <numerusform>%n need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <comment>what was found in a source</comment>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} other clips have shots of the same set-up:</source>
        <translation>
            <numerusform>%n of {total} other clips has shots of the same set-up:</numerusform>
            <numerusform>%n of {total} other clips have shots of the same set-up:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people talk</source>
        <translation>
            <numerusform>One person talks</numerusform>
            <numerusform>%n people talk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <comment>where something is said</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected clips are left out</source>
        <translation>
            <numerusform>%n rejected clip is left out</numerusform>
            <numerusform>%n rejected clips are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <comment>jobs of a stage</comment>
        <translation>
            <numerusform>%n reused</numerusform>
            <numerusform>%n reused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are at work here.</source>
        <translation>
            <numerusform>%n run is at work here.</numerusform>
            <numerusform>%n runs are at work here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs ready, {failed} failed.</source>
        <translation>
            <numerusform>%n run ready, {failed} failed.</numerusform>
            <numerusform>%n runs ready, {failed} failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources are still being read in</source>
        <translation>
            <numerusform>%n source is still being read in</numerusform>
            <numerusform>%n sources are still being read in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps between are not shown.</source>
        <translation>
            <numerusform>%n step between is not shown.</numerusform>
            <numerusform>%n steps between are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped on the way</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n stopped on the way</numerusform>
            <numerusform>%n stopped on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are damaged.</source>
        <translation>
            <numerusform>%n thing is damaged.</numerusform>
            <numerusform>%n things are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>clips</comment>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <comment>of speaking</comment>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos are in the queue now. You can go on here.</source>
        <translation>
            <numerusform>%n video is in the queue now. You can go on here.</numerusform>
            <numerusform>%n videos are in the queue now. You can go on here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another original by now</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n with another original by now</numerusform>
            <numerusform>%n with another original by now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words a minute</source>
        <translation>
            <numerusform>%n word a minute</numerusform>
            <numerusform>%n words a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n yours</numerusform>
            <numerusform>%n yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 of %n videos is made: {files}.</source>
        <translation>
            <numerusform>1 of %n video is made: {files}.</numerusform>
            <numerusform>1 of %n videos is made: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs are ready.</source>
        <translation>
            <numerusform>The run is ready.</numerusform>
            <numerusform>All %n runs are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs failed.</source>
        <translation>
            <numerusform>The run failed.</numerusform>
            <numerusform>All %n runs failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n videos are made: {files}.</source>
        <translation>
            <numerusform>The video is made: {files}.</numerusform>
            <numerusform>All %n videos are made: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changes of %n clips taken over</source>
        <translation>
            <numerusform>Changes of %n clip taken over</numerusform>
            <numerusform>Changes of %n clips taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy to %n clips</source>
        <translation>
            <numerusform>Copy to %n clip</numerusform>
            <numerusform>Copy to %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decisions on %n clips taken over</source>
        <translation>
            <numerusform>Decisions on %n clip taken over</numerusform>
            <numerusform>Decisions on %n clips taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n</source>
        <comment>clips</comment>
        <translation>
            <numerusform>Export %n</numerusform>
            <numerusform>Export %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n approved clips, {length} in all</source>
        <translation>
            <numerusform>Export %n approved clip, {length}</numerusform>
            <numerusform>Export %n approved clips, {length} in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export: {done} of %n files</source>
        <translation>
            <numerusform>Export: {done} of %n file</numerusform>
            <numerusform>Export: {done} of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n episodes</source>
        <translation>
            <numerusform>Fetch %n episode</numerusform>
            <numerusform>Fetch %n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Language model: {price} for %n questions</source>
        <translation>
            <numerusform>Language model: {price} for %n question</numerusform>
            <numerusform>Language model: {price} for %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n decisions</source>
        <translation>
            <numerusform>Learned from %n decision</numerusform>
            <numerusform>Learned from %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n decisions, not used</source>
        <translation>
            <numerusform>Learned from %n decision, not used</numerusform>
            <numerusform>Learned from %n decisions, not used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learning from %n decisions …</source>
        <translation>
            <numerusform>Learning from %n decision …</numerusform>
            <numerusform>Learning from %n decisions …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n files</source>
        <translation>
            <numerusform>Looking at %n file</numerusform>
            <numerusform>Looking at %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next words to read again, %n in all</source>
        <translation>
            <numerusform>Next words to read again, %n in all</numerusform>
            <numerusform>Next words to read again, %n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is changed: all %n clips in it are as they are here.</source>
        <translation>
            <numerusform>Nothing is changed: the %n clip in it is as it is here.</numerusform>
            <numerusform>Nothing is changed: all %n clips in it are as they are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done in the last %n days. Import a video, and its stages appear here.</source>
        <translation>
            <numerusform>Nothing was done in the last day. Import a video, and its stages appear here.</numerusform>
            <numerusform>Nothing was done in the last %n days. Import a video, and its stages appear here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preparing {number} of %n pictures…</source>
        <translation>
            <numerusform>Preparing {number} of %n picture…</numerusform>
            <numerusform>Preparing {number} of %n pictures…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publishing: {done} of %n files done</source>
        <translation>
            <numerusform>Publishing: {done} of %n file done</numerusform>
            <numerusform>Publishing: {done} of %n files done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n jobs</source>
        <translation>
            <numerusform>Redo %n job</numerusform>
            <numerusform>Redo %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restyle %n runs</source>
        <translation>
            <numerusform>Restyle %n run</numerusform>
            <numerusform>Restyle %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed files</source>
        <translation>
            <numerusform>Retry %n failed file</numerusform>
            <numerusform>Retry %n failed files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed stages</source>
        <translation>
            <numerusform>Retry %n failed stage</numerusform>
            <numerusform>Retry %n failed stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Said %n times</source>
        <translation>
            <numerusform>Said %n time</numerusform>
            <numerusform>Said %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped, {done} of %n files done</source>
        <translation>
            <numerusform>Stopped, {done} of %n file done</numerusform>
            <numerusform>Stopped, {done} of %n files done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n changes</source>
        <translation>
            <numerusform>Take over %n change</numerusform>
            <numerusform>Take over %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used by {names} and %n more</source>
        <translation>
            <numerusform>Used by {names} and %n more</numerusform>
            <numerusform>Used by {names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usual ranking · %n decisions so far</source>
        <translation>
            <numerusform>Usual ranking · %n decision so far</numerusform>
            <numerusform>Usual ranking · %n decisions so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usual ranking · learning from %n decisions</source>
        <translation>
            <numerusform>Usual ranking · learning from %n decision</numerusform>
            <numerusform>Usual ranking · learning from %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your sliders · learned from %n decisions</source>
        <translation>
            <numerusform>Your sliders · learned from %n decision</numerusform>
            <numerusform>Your sliders · learned from %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>files of the best %n at once</source>
        <comment>clips</comment>
        <translation>
            <numerusform>files of the best one at once</numerusform>
            <numerusform>files of the best %n at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>files of the best %n from score {score} at once</source>
        <comment>clips</comment>
        <translation>
            <numerusform>files of the best one from score {score} at once</numerusform>
            <numerusform>files of the best %n from score {score} at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>started again %n times</source>
        <translation>
            <numerusform>started again once</numerusform>
            <numerusform>started again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{clips} and %n more clips</source>
        <translation>
            <numerusform>{clips} and %n more clip</numerusform>
            <numerusform>{clips} and %n more clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n files done</source>
        <translation>
            <numerusform>{done} of %n file done</numerusform>
            <numerusform>{done} of %n files done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n videos</source>
        <translation>
            <numerusform>{done} of %n video</numerusform>
            <numerusform>{done} of %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ending} (%n times)</source>
        <translation>
            <numerusform>{ending} (%n time)</numerusform>
            <numerusform>{ending} (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{font}, {animation}, up to %n words, {style}</source>
        <translation>
            <numerusform>{font}, {animation}, %n word, {style}</numerusform>
            <numerusform>{font}, {animation}, up to %n words, {style}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{good} of %n videos are made: {files}.</source>
        <translation>
            <numerusform>{good} of %n video is made: {files}.</numerusform>
            <numerusform>{good} of %n videos are made: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{job} and %n more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>{job} and %n more</numerusform>
            <numerusform>{job} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{length} long, %n cut out</source>
        <translation>
            <numerusform>{length} long, %n cut out</numerusform>
            <numerusform>{length} long, %n cut out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n clips</source>
        <translation>
            <numerusform>{length}, %n clip</numerusform>
            <numerusform>{length}, %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{model}, %n examples</source>
        <translation>
            <numerusform>{model}, %n example</numerusform>
            <numerusform>{model}, %n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{running} of {width} · %n waiting</source>
        <translation>
            <numerusform>{running} of {width} · %n waiting</numerusform>
            <numerusform>{running} of {width} · %n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
