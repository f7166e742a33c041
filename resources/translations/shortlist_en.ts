<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n cuts inside</source>
        <translation>
            <numerusform>%n cut inside</numerusform>
            <numerusform>%n cuts inside</numerusform>
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
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
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
        <source>%n of {total} other clips have shots of the same set-up:</source>
        <translation>
            <numerusform>%n of {total} other clips has shots of the same set-up:</numerusform>
            <numerusform>%n of {total} other clips have shots of the same set-up:</numerusform>
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
        <source>%n runs ready, {failed} failed.</source>
        <translation>
            <numerusform>%n run ready, {failed} failed.</numerusform>
            <numerusform>%n runs ready, {failed} failed.</numerusform>
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
        <source>%n with another original by now</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n with another original by now</numerusform>
            <numerusform>%n with another original by now</numerusform>
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
        <source>Copy to %n clips</source>
        <translation>
            <numerusform>Copy to %n clip</numerusform>
            <numerusform>Copy to %n clips</numerusform>
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
        <source>Redo %n jobs</source>
        <translation>
            <numerusform>Redo %n job</numerusform>
            <numerusform>Redo %n jobs</numerusform>
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
        <source>{model}, %n examples</source>
        <translation>
            <numerusform>{model}, %n example</numerusform>
            <numerusform>{model}, %n examples</numerusform>
        </translation>
    </message>
</context>
</TS>
