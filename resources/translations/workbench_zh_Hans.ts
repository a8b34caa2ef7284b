<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Archiving</name>
    <message>
        <source>Save the project as one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an archived project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to unpack the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole project is in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it, since they are gone: the models {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Askable</name>
    <message>
        <source>{name} (learning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it began from: nothing did better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}, which did best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, step {step}, the best of “{task}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BesideChoice</name>
    <message>
        <source>+ Learn something else at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that are learnt together share what they learn; each of them gets a part of the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt together: {first}, weight 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as often right as sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checking the project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking up {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Training is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is still learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>right classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per byte (less is better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}; {bounds}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparedCurves</name>
    <message>
        <source>Curves of several runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these runs has such a curve yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses in bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves are drawn over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moving average of each curve; the measured line stays behind it. Curves of few points stay as measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel and drag look closer; this shows everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>These runs were measured on different texts, so none is the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs were validated in passages of different lengths (their context length), which alone changes a loss, so none is the best. Evaluate them with one context to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs cut their text into different tokens: bits per byte can be compared, losses and perplexities per token cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs tell different labels apart, so none is the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs learnt different things, so none is the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs cut their text into different tokens, and the bits per byte of some are not known, so none is the best.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>What each class was held to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in no span</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlView</name>
    <message>
        <source>Not measured yet. It takes about as long as the run itself, and it can be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorpusDetails</name>
    <message>
        <source>Training text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files ({count} passed over)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learns from {train} % of the text. {validation} % is never trained on (validation); it tells how well the model does on text it has not seen. Another {test} % is kept for a last check (test).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning is shown here. The whole has {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaning found nothing to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed while cleaning, in characters: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters in the longest line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorpusTable</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln curves each</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ; the others are the same in all of these runs.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads a month</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more languages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models, of which {can} can be opened; the most downloaded first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts or runs lie in this project that its records do not name, as after a project.sqlite was emptied or put back from an older copy. Nothing of them was deleted. Take up the texts again?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gets as far %Ln steps sooner.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {of} that are “{true}” were held to be “{said}” ({share})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} of %Ln texts are told right: with a confidence of 95 %, {low} to {high}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>F1 of spans {share} in %Ln sentences: with a confidence of 95 %, {low} to {high}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln texts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts are labelled.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %Ln words: you {person} bits, {right} right; model {model}, {model_right} right.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest passage that it reproduced verbatim has %Ln words.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln words.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{word}: %Ln times, {factor} × as often as in general English</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ from {preset}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln runs out of the queue.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs, {time} together</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %Ln of these runs need more memory than there is</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The texts have labels of %Ln classes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have tags of %Ln kinds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have %Ln kinds of roles beside a predicate.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveReader</name>
    <message>
        <source>Reading curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Settings in which the runs differ, and their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are the same; what differs between these runs is chance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DividendView</name>
    <message>
        <source>Measure what pretraining is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation losses with and without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pretraining was worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It trains {count} runs, which are kept in History. Expected time: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what pretraining is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun, and not finished; it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pretrained, {labels} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scratch, {labels} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pretrained, {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from scratch, {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrained, F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrained, perplexity a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth as much as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the same network from pretrained and from random weights, on 30, 100, 300 … and all labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the same network from pretrained and from random weights, on a tenth, a third and all of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {share} of the text, pretraining matches training from scratch on {worth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity {pretrained} a token instead of {scratch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do more than {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do less than {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do what {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(F1 {pretrained} instead of {scratch}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not get as far as training from scratch does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before its first step it is as good as the other ever gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {count} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {count} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Downloading {model}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Drop it here to import it as a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a project folder or an archive of one here to open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationFigures</name>
    <message>
        <source>Figures of the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure it was of a token (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often that token came (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised by a token (perplexity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised by a word (perplexity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per byte, for any tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token right at once, of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token among the five likeliest tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word right at once, at {count} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word among the five likeliest words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sureness and success apart (calibration error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} ({chance} by chance alone)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvaluationView</name>
    <message>
        <source>Reads a part of the text word by word and counts how often it is surprised, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} bits per byte; {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Better than before: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Worse than before: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ This text cannot tell a difference: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplePrompts</name>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …	a page or a PDF for the audience of a talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export these runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Export “{name}”: {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For paper (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens in transformers, and in this program elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in half the size (bfloat16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorter numbers, nearly the same probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow SavedModel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes text and answers with next tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes text and answers with labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras file (.keras)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to go on with in Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiteRT file (.tflite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for telephones and small devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every loss, rate and speed, for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorBoard events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its curves and samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtensionSetup</name>
    <message>
        <source>It learns on from where it ended, with the same settings, as part of the same run in History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run is learning; this one can go on after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {made}, which makes {total} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate was {last} at its last step and rises again to {next} at the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate was {last} at its last step and is {next} at the next one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Right classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filer</name>
    <message>
        <source>Tagged {runs} “{tag}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the tag “{tag}” from {runs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {runs} into the group “{group}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took {runs} out of any group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived {runs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought {runs} back from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the note of {runs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilingBar</name>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of sight, with everything kept; “Archived too” among the filters shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word that you will look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these runs have in common</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Waiting for the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring … the status bar shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FineTuning</name>
    <message>
        <source>Every weight learns (full)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layers learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradual unfreezing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small additions learn (LoRA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA, a pair for each head (older version)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention and feed-forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last, mean and greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last state alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muon, for the matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine, to a tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear, to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slanted triangular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable, then to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How labels are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is learnt together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many layers learn, counted from the top, where only the last ones do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfreeze over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the run in which layers join one after another, where they unfreeze gradually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much LoRA can add: the shorter side of its thin matrices, and the rank of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly they count; their product is multiplied by alpha / rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which matrices of each layer get a thin pair that learns; they rest themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The biases that belong to these matrices learn as well, where there are any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model knows of single tokens stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the weights are moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the whole training text is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long training may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens of training text are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the training text that is read, from its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many passages are read at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many such batches are read before the weights move once: as one large batch, in less memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens a passage has; at most what the model can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that moves the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step moves the weights, at its highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suited to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times less far each layer is moved than the one above it; 1 moves all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suited to the method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the steps in which the learning rate rises to its highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly unneeded weights shrink; biases and norms are left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly what learns is drawn back to where it began, so that less is forgotten (L2-SP): each step takes back this many times the learning rate of the way; 10 is mild, 100 strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer gradient is shortened to this length, so that one odd passage cannot do harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of connections switched off at random while learning; helps against learning by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the target that is spread over all words alike, so that the model is less sure of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which states of the network the classes of a text are told: its last, or also all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text counts the more, the rarer its class is, so that all classes count alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss of predicting each next token of the labelled texts counts beside the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much each of several tasks counts: as given, the more the larger its text is, or learnt from how uncertain it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where size counts: 1 gives each text as many steps as it is long, 0 all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much what the teacher says counts; the rest is for what stands in the text itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The higher, the more is learnt of what the teacher holds to be unlikely, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two looks at the text that is never trained on; a checkpoint is saved each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this many validations without improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How exactly factors are read when they are multiplied; bfloat16 is faster on some processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same run again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstText</name>
    <message>
        <source>Drop files, folders or archives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A novel, your letters, minutes, song texts, as text, Word, PDF, e-book, web page or table: fifty pages are enough to hear a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text or a web address from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatLegend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GainsView</name>
    <message>
        <source>Learning each alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learning together was worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains each of the things alone, with as many of its own steps as it had here, and says which of them gained by learning together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn each alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ These texts cannot tell whether learning together helped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} things, {helped} gained by learning together and {harmed} lost by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task}
“{corpus}”, {figure}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GameView</name>
    <message>
        <source>Text to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen part of the chosen text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“New game” shows the beginning of a text. Guess how it goes on, and say how sure you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to play against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text that is long enough. Import one, or type some sentences above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads the text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model&apos;s guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model&apos;s bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model guessed appears here once the word is revealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer bits are better: each is a yes-or-no question that is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”: right!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “{word}”, not “{guess}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is “{word}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cost you {person} bits and the model, which guessed “{guess}”, {model} bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Game</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerationBar</name>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same text again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at the end of the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models go on with the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandedView</name>
    <message>
        <source>Learning without the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the same student without its teacher, and measures both and the teacher on the validation text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with no teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The teacher helped: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The teacher did harm: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ This text cannot tell whether the teacher helped: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>How surprised by new text (perplexity a token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wrong on new text (loss)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is getting worse: perplexity {change}. Stop, and lower the learning rate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is getting worse: loss {change}. Stop, and lower the learning rate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity {change} a token on text it had not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss {change} on text it had not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not get better on text it had not seen (perplexity {before} a token before it learnt).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not get better on text it had not seen (loss {before} before it learnt).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its end, perplexity was {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its end, the loss was {last}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Runs of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its curves, samples and checkpoints are deleted from the disk as well. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is found by these words and filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet. Every fine-tuning is kept here with its settings, curves and notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Progress of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the Hub …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished: {size} of it are on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its authors ask you to accept their conditions on its page, and to set a token of yours here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message>
        <source>Address of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the address of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the token in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hub or mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token for {endpoint} is there. It is sent to no other address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token for {endpoint}. Only gated models need one; you make it in the settings of your account there, and it is kept in this computer&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message>
        <source>Words in the model&apos;s name, such as: gpt2 german</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to search the Hub for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ Address and token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching {endpoint} … {done} of {total} models looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching {endpoint} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thousands of models that others have trained. Nothing is asked of the network until you press Search. What you download stays on this computer, in {folder}, where other programs find it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model with these words was found. Try fewer of them, or another language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▾ Address and token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPlaces</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>Progress of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Nothing that it learnt did better, so the model that it began from is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of step {step} are kept. They do worse than what it began from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of step {step} are kept, which did best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of step {step}, its last and best, are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelFigures</name>
    <message>
        <source>Figures of the evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well each class is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was held to be what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure it was (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often it was right (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its most confident mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words alone (bag of words)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word&apos;s usual tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the most frequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ This text cannot tell it from “{name}”: {value} ({bounds}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Better than “{name}”: {value} ({bounds}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Worse than “{name}”: {value} ({bounds}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro F1: mean of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micro F1: all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, nats per text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sureness and success apart (calibration error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro F1: mean of kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 of all spans (conlleval)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, nats per word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} ({chance} by chance alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for what it is, a column for what was said; the diagonal is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, by the kind of span they are in: a row for what it is, a column for what was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most frequent of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelResults</name>
    <message>
        <source>Labels a part of the text and counts how often that is right, beside what words alone can tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Training (spans)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation (spans)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test (spans)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training (texts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation (texts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test (texts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelView</name>
    <message>
        <source>Classes before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label many texts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or a text of the project, in one go, into a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes appear here as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet. Let a model learn labels, and they appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighing words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelledRows</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Before it learnt: its step 0, with a head that knows nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it learnt it had no labels. This is how frequent they are in what it learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelsPanel</name>
    <message>
        <source>wherever they are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere: text alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the names of folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the names of files, a text a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“__label__” before each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns: a word, its tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns: words, predicates, roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the labels are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between several labels of one text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one label each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which examples are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of the chosen labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts have no labels. Say where they are, where the files have some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of “{name}”:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the {count} together:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With different labels ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a label ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between several labels of one text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>It has made {step} steps. If you close now, it ends after the present one and can go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not made its first step yet. If you close now, it can be begun again next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearntView</name>
    <message>
        <source>Asks the model before and after at many places, reads general text, and tries what it knows by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that improved most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that worsened most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out what {name} learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at yet. It asks both models at places all over the text, and can be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means over {count} places; a word that was among the likeliest at one of them alone says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It started from random weights, which know nothing that could be forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ It forgot nothing that can be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ Whether it forgot cannot be told: the general text is too short for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! It forgot a little of the general language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ It forgot much of the general language. A lower learning rate, fewer steps, a pull to the start or LoRA keep more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General text that no model has read: {before} → {after} bits per byte (perplexity {perplexity} a token); the change: {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Nothing was found that it knows by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! It repeats some phrases of the training text word for word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ It recites whole passages of the training text. Fewer steps or more text would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginnings spread over the training text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginnings of the most repeated passages ({fewest} to {most} times in it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage stands in the training text twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! {found} of {count} held-out passages are nearly the same as one that is trained on, so the figures look better than they are. The nearest: “{passage}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ None of {count} held-out passages is nearly the same as one that is trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {count} {what} were continued word for word for {phrase} words or more, {recitals} for {recital} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {count} {what} was continued word for word for {phrase} words or more: with a confidence of 95 % fewer than {share} of such beginnings would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” ({words} words, up to {times} times in the text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did it forget?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it know the text by heart?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that improved most (perplexity a token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that worsened most (perplexity a token)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Limits of reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A damaged file can ask for more memory than there is, or never end. What takes more than this is passed over, and the import goes on with the next file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for one file, in megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds in which nothing of its text comes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nextword Workbench {version}

Transfer learning of language models, on your own computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nextword Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the engine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nextword Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make or open a project first, then drop your text on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, computer and memory were copied, for a report of a fault: no names, paths or texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} — Nextword Workbench</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyTexts</name>
    <message>
        <source>Label many texts with “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag many texts with “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in each line, or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts with their labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which texts to label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelling texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts to label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient norm (before clipping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (bits/byte)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept loss (bits/byte)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loss (bits/byte)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept loss (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last loss (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task} ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure}: {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure}, not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryTable</name>
    <message>
        <source>All weights learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layers learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small additions learn (LoRA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method}, batch {size}: {memory}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as one &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an &amp;archive …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Nothing to choose yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>✓ Fits this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Tight on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Does not fit this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from random weights instead, to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Chosen, with random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text to see how long it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A balanced fine-tuning takes {memory} of memory. Expected time: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▾ What the memory is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸ What the memory is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting takes {memory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 tokens take about {learning} to learn from and {reading} to read on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformer: looks back at up to {count} tokens at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrent network (LSTM): reads word by word and keeps a memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vocabulary of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelEvaluation</name>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures how well a model predicts a text before anything is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text and a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures how well {model} predicts “{text}” as it is, before anything is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>What to start from. A pretrained model already knows the language and only has to learn your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where models are, and how good they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextRun</name>
    <message>
        <source>Trying learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextWordsView</name>
    <message>
        <source>Next words before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the model&apos;s own probabilities again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese by characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In scripts written without spaces, show single characters rather than the words they make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no pretrained model to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet. Fine-tune a model, and its next words appear here, beside those from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next words appear here as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a word to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” may go on: until a space follows, it counts as unfinished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Settings against results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartBox</name>
    <message>
        <source>What of it is measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictPage</name>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest weights, step {step}, still learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has learnt no labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since the other one began from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict next words and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to go on with or to label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text to label …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the beginning of a sentence …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the model as it came. Fine-tune it on your text, and you can compare the words of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetCards</name>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first impression: it picks up the tone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clear change for a short wait. A good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much as the text can teach, without learning it by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>+ Add a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pinned prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pinned prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run can have {count} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first words of a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the model learns, you see how it would go on with this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the model learns, you see how it would go on with each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text to label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the model learns, you see how it would label this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the model learns, you see how it would label each of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Labelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Show the runs that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all runs out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the selected run earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the selected run later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that wait for their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{turn} of {total}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took “{name}” out of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankLinks</name>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is new at {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} went from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateFinder</name>
    <message>
        <source>Not sure about the learning rate? A short ramp on a copy of the model shows where the loss falls and where it breaks out. Your model is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Use suited rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {amount} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>What there is to say before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {count} batches of {size} a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same steps in less memory; they take a little longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to learn from. Choose or import one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is chosen to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weights learn, in {memory} of memory. Expected time: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than this computer has. Choose a smaller model, batch or context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs first: memory will be tight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Ready, but …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Cleaning steps, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this step later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe that every text begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the step applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in documents with pages (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines before and after the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On for files that come in pages, such as PDF; off for others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off. Switch it on to see what it would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it on the beginning of the files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes nothing at the beginning of the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{changes}, {removed} at the beginning of the files:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Relabelling</name>
    <message>
        <source>Left out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs have learnt from “{old}”, so it stays, and this is “{new}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renaming labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Repeater</name>
    <message>
        <source>Repeating “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers: all {count} of “{name}” came out again, equal to the last digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of “{name}” came out otherwise from step {step} on, by {largest} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not as it was then: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that was noted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Please check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>Looking at the files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestartQuestion</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window takes the language when it starts the next time. Your projects stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it in History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does, what pretraining was worth to it, and what it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ended before it was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left at step {step}, from where it can go on; what it learnt was not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result} Stopped at step {step} and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{result} Left at step {step}, from where it can go on; that step was not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings against results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves are those of the first {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the bytes of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select these runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the chosen ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {count} runs pass through the chosen ranges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is a run. Drag along an axis to keep what passes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is a run, the best one green. Drag along an axis to keep what passes there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loss has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step has been made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient norm (before clipping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation (unseen text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as its model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>What you want to remember about this run; it is kept as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does, what pretraining was worth to it, and what it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits in the queue for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity {change} a token on the validation text, which it was not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss {change} on the validation text, which it was not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity {change} a token, {bits} bits per byte on the validation text, which it was not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figures}; loss {change} on the validation text, which it was not trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: {progress}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} before its first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} early after {progress} and {time}, since it no longer got better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} after {progress} and {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train once more exactly so, and see whether each number is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what it was made was not noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with {versions}, on {computer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt at once, by weight: {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taught by “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the newest weights, step {now}; the best so far, of step {step}, came to {best}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSearch</name>
    <message>
        <source>Find runs by name, model, text, tag, group, status or note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was stopped while it was being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was interrupted while it was being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was stopped after {progress} and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was interrupted after {progress}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with its first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last checkpoint is of step {saved}, from which it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>… waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ stopped, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖ interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before fine-tuning → kept, on the validation text (not trained on).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting keeps together what can be compared: runs on one text, in passages of one length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measured} Of next words per token. {alike}, with one tokenizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measured} For any tokenizer. {alike}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many were made, and which one&apos;s weights are the model of the run; 0: what it began from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss (nats)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity/token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{made}, kept {kept}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>What the run is doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it began from is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at text that it does not learn from … {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: another program holds the project file. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: the disk is full. It goes on by itself when there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: the disk is full, {size} are missing. It goes on by itself when there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning the text into tokens …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring how well the model does before it learns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready, about {time}: the steps are made fast for this computer (compiling) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying in a process apart whether a step fits into the memory …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished early, since it no longer got better (early stopping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; everything learnt so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left; it goes on from here another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the memory ran out; everything learnt so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned prompt that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words before fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model goes on with the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes before fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New among its next words after “{prompt}”: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds “{prompt}” to be {now} now, and not {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words after “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of the pinned prompt appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next words after the pinned prompt appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt with the tags of its words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Copy or save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchedulePreview</name>
    <message>
        <source>Learning rate over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate over the run appears here once text and model are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate, as it will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate, as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it will be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the run ends at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{explanation}. Default: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapingBar</name>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low: the likeliest words only. High: bolder and stranger. 0 always takes the likeliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out unlikely words: only so many of the likeliest tokens may be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out unlikely words: only those that together reach this probability may be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1, what stands in the text already becomes less likely.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Files of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the file as it is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitBox</name>
    <message>
        <source>Part of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Growth of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thousand words read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thousand different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How frequent the words are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank, power of ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count, power of ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the tokenizer of the chosen model; training needs them too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word is there so often that it stands out; a longer text in English has some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} tokens under {model}, {ratio} a word; {unknown} of them stand for something it cannot write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too short: there is no line yet to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted: read the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by whole documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split as the files say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by blocks of paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by whole texts, each label alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}, seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {count} held-out passages is nearly in the training text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {count} held-out passages are nearly in the training text, so the model will look better than it is. The nearest ({share} in common): “{passage}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical words, compared with general English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Memory {used} GB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentMaking</name>
    <message>
        <source>Making a smaller model of {model}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurpriseBands</name>
    <message>
        <source>among the 10 likeliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>among 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 % or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 % or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 % or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much less surprising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much more surprising</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurpriseView</name>
    <message>
        <source>Whose surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank among the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text, coloured by surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text above, and its words are coloured here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a word to see what was expected in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was expected there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}”: the model has no single figure for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{probability}, rank {rank}, {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>No run will be marked as the best, and all keep their checkpoints: each is validated in passages of its own context length, which alone changes a loss. Evaluate them with one context to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepSetup</name>
    <message>
        <source>Which combinations are tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, such as “learning rates” (may be left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the checkpoints of all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else only the best run keeps its own, and the disk space is freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that would be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{budget} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several runs, alike but for one setting or two. They wait in the queue and are made one after another; the one that does best on unseen text is marked with a star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagView</name>
    <message>
        <source>The text with its tags, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text with its tags, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag many texts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or a text of the project, in one go, into a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet. Let a model learn tags, and they appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text appears here with its tags as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the word, such as a verb, whose roles you want to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it learnt: its step 0, with a head that knows nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaggedRows</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least chance of a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaggedText</name>
    <message>
        <source>“{word}” is {tag}, with a chance of {chance}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>What it learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>To tell the classes of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To predict the next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tell the tags of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do several things at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeacherChoice</name>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger model, or a run, whose answers are learnt as well where it cuts text into the same tokens; another one can write a text to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a smaller model of every second layer of the teacher, which then learns in place of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taught by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let {layers} of its {there} layers learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (other tokens: writes a text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeacherWriting</name>
    <message>
        <source>Writing a text with {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Texts of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is to learn from: texts, documents, books, pages, tables, and archives of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts, documents and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder of text files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a page or a file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the three texts to a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{name}” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model first: tokens are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen model makes its vocabulary from each text as it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}” from the project?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files it was imported from stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text or a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a web address …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files to this text …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this text to a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of reading …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainLive</name>
    <message>
        <source>Set up the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits in the queue until this one has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} learns “{corpus}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after this step; everything learnt so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused; predictions and everything else go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this step …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; measuring what it came to … {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was learnt is kept; it is measured when the run goes on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Another run is learning. “{name}” can go on when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed {disk}: only the best run of the sweep keeps its checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every setting with its explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run begins when those before it have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several runs that differ in one setting or two, and the best of them marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune {model} on “{corpus}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune a model on your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Whose words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words from the beginning to the chosen one go into the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a word to see what follows it. Enter adds the path to the text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreadableCard</name>
    <message>
        <source>✗ Cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>On the validation text of “{corpus}”, which is never trained on: at most {most} tokens, in whole passages of {length} tokens spread evenly over it, without overlap; each token is predicted once, from those before it in its passage. An evaluation reads the whole text, so its figures differ a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the validation part of “{corpus}”, which is never trained on: at most 500 of its labelled texts, from all over it; of each no more than the first {length} tokens are read. An evaluation reads them all, so its figures differ a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the validation part of “{corpus}”, which is never trained on: at most 500 of its sentences, from all over it. Each is read twice, so that every word is told by a network that has seen the whole sentence; of one that is longer than {length} tokens, in parts. Spans count as conlleval counts them. An evaluation reads all sentences, so its figures differ a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of what is learnt on its own text, as when it is learnt alone; together by their shares.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariedRow</name>
    <message>
        <source>Setting to vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How its values are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values to try, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value as many times the one before (log), or as much more (linear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} choices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>How well it tells them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer dividend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together or alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingRuns</name>
    <message>
        <source>{place}. {run}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightedWords</name>
    <message>
        <source>The text, coloured by which words spoke for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the text are coloured here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which words spoke for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out one after the other, each word shows what it counts for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the text without each of its words … {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which words spoke for “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave-one-out: the text is read again without each word. Click a word to see what it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single word has nothing beside it that could be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spoke strongly for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongly against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without “{word}”, “{label}” has {after} instead of {before}: {change}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Nextword Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a language model that has already read hundreds of books, let it read your text, and see how it comes to expect your words. Everything happens on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lighthouse keeper&apos;s log, a small English model; nothing to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingOffer</name>
    <message>
        <source>Words that the teacher writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it write a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{teacher}” cuts text into other tokens, so it teaches by writing: it goes on from beginnings of paragraphs of “{corpus}”. The validation text stays your own, and the new text is marked as written by a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>“Write on” lets both models go on with the text here. Click a word to see what else could stand there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side}, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WrittenCell</name>
    <message>
        <source>Written on: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what was written: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Alternatives</name>
    <message>
        <source>What else could stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from another word:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Budget</name>
    <message>
        <source>Unit of the length</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OwnCard</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to {preset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting, under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept from {before}: {settings}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>What it learns as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps it gets for each one of what is chosen above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Samples</name>
    <message>
        <source>Step of the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SettingsTable</name>
    <message>
        <source>Settings of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed from the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Tree</name>
    <message>
        <source>Tree of next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_UnfinishedCard</name>
    <message>
        <source>Continue this run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>The text is in {text_language}, and the model knows {model_languages}: it would have to learn the language first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate {rate} is {times} times what suits this model ({suited}): it may forget what it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate {rate} is {times} times less than what suits this model ({suited}): it will hardly learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training text has about {tokens} tokens, fewer than one passage of {context}: lower the context length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step reads {step_tokens} tokens, more than the whole training text has (about {tokens}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text would be read about {times} times, and be learnt by heart rather than from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would take {duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count:# labelled example is|# labelled examples are} held out, so the numbers will say little about new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation text has only about {tokens} tokens, so the numbers will say little about new text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Layers {layers} of {model}, not trained since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{base}, fine-tuned on “{corpus}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{base} ({before}), fine-tuned on “{corpus}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{corpus}” alone, from random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{after} (before: {before})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {words} words, sha256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} of {total} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, sha256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How that was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those that it began from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the validation text, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the validation text, of these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} nats per token, perplexity {perplexity} a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {bits} bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No licence is stated: it is for whoever trained the model to say what may be done with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Nextword Workbench: Model, then “Open a folder”; or `--model FOLDER` on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Nextword Workbench: Model, then “Open a folder”, to go on from it; `classify` and `tag` with `--model FOLDER` on the command line ask it for labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the library `transformers`:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes text and returns the likeliest next tokens; nothing but TensorFlow is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is a word or a piece of one, with the space before it. The signature “probabilities” returns those of the whole vocabulary. The folder can be served as it is, by TensorFlow Serving for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That library has no class for this head, so the folder has one in “{file}”, some forty lines that are run as they stand (`trust_remote_code`); without them opening it fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language model sees only what stands before a word, so it reads each sentence twice, and a word is told at its last token of the second time; “{file}” makes these tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes texts and returns the labels of each, the likeliest first; nothing but TensorFlow is needed. Of a text the first {most} tokens are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the words of a sentence and returns the tag of each; nothing but TensorFlow is needed. A sentence is read twice and may have {most} tokens in all, and a longer one is an error: divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature “probabilities” returns those of all labels, in the order of labels.json. The folder can be served as it is, by TensorFlow Serving for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was run once and compared with the model it was made from: no logit differed by more than rounding explains.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Transfer learning of language models; without a command, the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each command has a help of its own, such as “{example}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window (the default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample project, from text to predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what a report of a fault needs: versions, computer, memory; no names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make an empty project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a whole project into one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a project out of such a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what lies in the project and its records do not name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read files, folders or a page into a corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a corpus&apos;s texts to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a corpus is labelled with; merge, rename or leave out labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the corpora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the models to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search the Hugging Face Hub for models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download a model from the Hub, or go on where a download stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep a token for gated models in the system&apos;s keyring, read from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell which Hub is asked, or set another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tune a model on a corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try learning rates on a copy of a model and suggest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continue a run from its last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the most probable next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continue a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell how surprising each word of a text is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell the classes of texts by a run that has learnt them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell the tag of each word of a text by a run that has learnt them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure how well a model predicts a text, or a run tells its labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train with and without pretraining, and tell what it was worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a smaller model of some layers of one, for that to teach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many of its layers, spread evenly; half of them where nothing is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the smaller model is to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a model write a text that goes on from a corpus, for a student with other tokens to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about how many words it is to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same seed writes the same text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a student without its teacher as well, and say what the teacher handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train each of the things that a run learnt at once alone, and say which of them gained by learning together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell what a run learnt, forgot and knows by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the settings in which runs differ, beside their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag, group, note and archive runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a run again and tell whether its numbers are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, add, order, remove or make the runs that wait for their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a run wait for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the waiting runs one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take runs out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a waiting run another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let nothing wait any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vary one or two settings, mark the run that does best, prune the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a run&apos;s model or measurements for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a page about a run, or about several compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CORPUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTHOR/NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TASK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PASSWORD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLACE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DESTINATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STEP=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STEP,STEP,…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY=VALUES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WORD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive, a .zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the corpus&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, or a folder that is new or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, a folder, an archive, or a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name that the Hub has for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new project&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run&apos;s name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names or numbers of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names or numbers; without any, all that are not archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model&apos;s name has in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder that is new or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“show” tells only whether there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the runs into the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare with what the run started from, or with another model, and tell how sure the difference is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the runs out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a cleaning step: “on”, “off”, “pages” or a value of its own; may be repeated; the steps are: {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text column of a table; several are joined by “+”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens that a prediction sees at most; default: 256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the corpus&apos;s name; default: what the run has learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the corpus&apos;s name; default: that of the file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only tell what each run costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “--json”, also the points of this curve, as it is stored; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to make it; default: a new folder in your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the comparison is called; one that was begun goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same seed draws the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so many at random instead of every combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all files; default: recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of a mirror; empty for the usual Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another Hub, for this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load the engine, to say what it computes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the runs into this group; an empty name takes them out of theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“hf”: a folder that transformers opens; “keras”; “savedmodel”: for TensorFlow, takes text, or the words of a sentence where tags are told; “litert”: for small devices; “csv”, “tensorboard”: the measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the runs of this group, or of the sweep of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the checkpoints of the runs that lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column that labels a table&apos;s rows; “none” for text alone; default: found out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where labels are: a “column” of a table, “fasttext” lines, names of “folders” or “files”, columns of words with “tags” or “roles”, or “none”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what stands between the labels of a text that has several, such as “;”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another name for a label, as “old=new”; two with one name are merged, “old=” leaves one out; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only models of this language, by its two letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let the runs wait in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with so many labels; may be repeated; default: 30, 100, 300 … and all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a table of the texts and their classes to this file, as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a table of the words and their tags to this file, as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file with a text in each line, or a table; may stand in place of “--text”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most models that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model&apos;s name, a folder, a run, or “scratch:” and a name for random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let a finished run learn for so many more steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace the note of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a run that learnt several things the one that is meant, such as “labels”, or “next_word#2” for the second of its kind; default: each of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in which the weights of “hf” are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order of the cleaning steps; the others follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curves&apos; axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a PDF; without a value it is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of roles, the word as seen from which they are told, as it stands in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text whose next words are recorded at each validation; up to {most} of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much less probable is what stands there already; 1 for no less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an .html or a .pdf file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same seed writes the same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop at the end of the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change one setting; may be repeated; the keys are: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share of the training text, 0.01 to 1; may be repeated; default: 0.1, 0.3 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part of the corpus that is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is never divided between training and validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same seed divides the same text alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>megabytes that reading one file may take; what takes more is passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds in which nothing of a file&apos;s text may come before it is passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens between two windows; default: the context, so that none overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the sweep, which is the group of its runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the runs this tag; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make texts of the project out of the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model is to learn: next_word, labels or tags, of the corpus or, as TASK=CORPUS:WEIGHT, of another; several are learnt at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model or run that teaches the one that learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 1 the probable words become more probable, above it less; 0 for the likeliest alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text that the model reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text instead of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read a corpus again, with its recipe and with more files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget is for all runs together, not for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many words are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only so many of the likeliest tokens; 0 for all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the likeliest tokens that have this probability together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show what would be read and removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what counts as a word in scripts without spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take this tag from the runs; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to try, once or twice: values with commas between them, or LOW..HIGH:SCALE:COUNT, where SCALE is “linear” or “log”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the language of what is said, named before the command; default: the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the language of the report; default: that of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many words are written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that should not have. What was saved is kept; the details help to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An argument has bytes that are no UTF-8: {argument}. Write it in UTF-8, or rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing; add it, or see --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “{name}” here. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “{name}” here. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs a value after it, which is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes no value. Leave out what stands behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{command}” does not know what to do with {arguments}. Leave that out, or see --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither {one} nor {other} is there, and one of them is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} does not go with {other}. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “{name}”, nor a project of that name. Did you mean {near}? See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “{name}”, nor a project of that name. See --help for the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} undo each other. Give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report shows one run or compares up to {most}, not {count}. Choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” would lie inside the project that it is to hold. Choose a place outside of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” holds no project of this program, so nothing was unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt several things, and a file holds one of them. Choose one of {parts}, or a folder for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt something that cannot be written as {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has weights of up to {largest}, which float16 cannot hold, so nothing was written. Choose bfloat16 or float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written as {format} does not predict what the model does (they differ by {difference}), so it was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of this model puts something behind a text that the program does not read, so a Hugging Face folder would tell other labels and was not kept. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be turned into {format} ({detail}), so nothing was written. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of this model ({kind}) cannot be put into a SavedModel that takes text, so nothing was written. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type some text first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint}” could not be reached ({detail}). Check the connection; models that were downloaded before need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint}” said nothing for {seconds:# second|# seconds}, so it was given up. Try again later; what was downloaded so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost after {done} of {total} of “{model}” ({detail}). They are kept: download it again to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “{model}” on {endpoint}, or it is private. Check how it is written; a private one needs a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” cannot be the name of a model on the Hub. Names are written AUTHOR/NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors of “{model}” ask you to accept their conditions first. Do so at {address}, then set a token of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your token does not open “{model}”. Accept its conditions at {address}, and check that the token may read gated models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{endpoint} did not accept your token. Set another one, or forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of “{model}” has gone from the Hub meanwhile. Search for the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{endpoint} was asked too often and wants a pause. Try again in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{endpoint} has a problem of its own (status {status}). Try again later; what was downloaded so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is switched off by HF_HUB_OFFLINE. Unset it to search and download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint}” does not answer as a Hugging Face Hub does. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint}” is not the address of a Hub. It begins with https://, such as https://huggingface.co.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” of “{model}” is not what the Hub says it should be, so it was thrown away. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint}” is not encrypted, so your token was not sent there: everybody on the way could read it. Use its https address, or forget the token for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” needs {needed} more, and the disk of “{folder}” has {free} free. Nothing was downloaded; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is being downloaded by another window or command. Wait for it, or cancel it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” has its weights only as a pickle ({file}), which can run any program when it is opened, so it is refused. Look for a copy with safetensors, or convert it where you trust it: load it with transformers and call save_pretrained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” is only an addition (an adapter) to another model, so it cannot be opened alone. Look for one that the two were merged into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” has its weights only in the format of {kind} ({file}), which cannot be opened. Look for the same model with safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of “{model}” is in an older form ({file}) that cannot be read here. Look for a copy with a tokenizer.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” has no weights in safetensors or of Keras, the formats that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” has no tokenizer.json, without which its words are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” has no config.json, so it is not known what kind of model it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no token. It is one word such as hf_…, made in the settings of your account at the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a token in ({detail}), and it is kept nowhere else. Set the environment variable HF_TOKEN instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model or run named “{name}”. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model or folder “{name}” on this computer. If it is one of the Hugging Face Hub, download it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is not a model folder: it has no {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} in “{folder}” is only a note of where the file lies, as Git LFS leaves it. Fetch the file itself with “git lfs pull” there, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is only an addition (an adapter) to “{base}”, which is not in it. Merge the two where it was made (merge_and_unload of peft), and open what comes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is only an addition (an adapter) to another model, which is not in it. Merge the two where it was made (merge_and_unload of peft), and open what comes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in “{folder}” are in the format of {kind} ({file}), which cannot be opened. Look for model.safetensors where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model folder “{folder}” has no {file}, without which its words are not known. Copy the whole folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer in “{folder}” is in an older form ({file}) that cannot be read here. Load it with transformers, call save_pretrained, and open what that writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of this model gave up on a text ({detail}), so nothing came of it. Choose another model, or leave out the text that it cannot cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model folder “{folder}” has no weights ({file}). Copy the whole folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in “{folder}” are a Python pickle ({file}), which may run any program when it is opened, so it was not. Look for model.safetensors where it came from, or convert it where you trust it: load it with transformers and call save_pretrained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, which is not supported; these are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, which sees pictures or hears sounds besides reading, and is not supported; these are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, a mixture of experts, which is not supported; these are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, but it has {setting}, which is not supported. Choose another model of its family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of “{folder}” were quantised ({kind}), which cannot be computed with here. Take the model as it was before that, in 16 or 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” needs {needed} of memory for its weights alone, and {free} are free, so it was not opened. Close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its layers do not do without each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has {layers:# layer|# layers}. Choose fewer than these, and at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be made smaller: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in “{folder}” cannot be read ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt to tell labels, not next words. Ask it for labels, or train it on a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has not learnt anything yet. Train it on a text first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project in “{folder}”. Create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” already holds a project or other files. Choose an empty or a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path “{folder}” is {bytes} bytes long, and a database can lie in one of {most} at most. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is open in another window or command. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” was made by a newer version of this program. It was left as it is; update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to. Copy the project to a folder of yours, then open it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” can only be looked at: it cannot be written to, or it is open in another window or command. Copy it to a folder of yours, or close it there, to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the project file in “{folder}” just now, so nothing was changed. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file in “{folder}” is held by another program, or its disk is full. What you changed is remembered, and written as soon as it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file in “{folder}” is damaged in places ({detail}). What can still be read is shown. Copy the folder before you go on, or restore project.sqlite from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file in “{folder}” cannot be read ({detail}). Nothing was changed; restore it from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{path}”. What was saved before is kept; free some space and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written ({detail}). What was saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for the window. “demo” runs in the terminal; “--help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display “{display}” does not answer, so no window can be opened. Check DISPLAY; “demo” runs in the terminal, “--help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library that the window needs is not installed: {package}. Install the package of that name (“apt install {package}”, or what it is called on your system), then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run named “{name}”. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a run named “{name}”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run cannot be called “{name}”: it needs a name that is no number and no model&apos;s. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not wait in the queue any more, so it was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} prompts are too many for a run, so it was not started. Pin {most} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has a weight of 0 or less, so nothing would be learnt of it. Give each of the texts a weight above 0, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same is to be learnt of the same text twice. Leave one of the two out, and give the other more weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt one thing alone, so there is nothing that others could have helped. Choose a run that learnt several at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt no “{part}”. Name one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has not learnt to its end yet. Let it finish first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paragraph of “{corpus}” is long enough to be gone on from. Choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” had no teacher. Choose a run that was taught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be its own teacher. Choose another teacher, or another model to teach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A teacher teaches one thing. Learn one thing alone, or leave the teacher out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot do what is to be learnt, so it cannot teach it. Choose a model that has learnt the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” tells other labels apart than the text has, so it cannot teach them. Choose a run that has learnt the same labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{teacher}” cuts text into other tokens than “{student}”, so what it says of them cannot be compared. Let the teacher write a text instead, and learn from that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{teacher}” sees {most} tokens at most. Choose passages that are no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was taught by “{teacher}”, which is not here any more. Bring it back, or begin a new run without a teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was taught by “{teacher}”, which is not what it was then. Bring back the old one, or begin a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This compares runs that learn one thing. Name one task alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt something else than to predict next words, so it cannot be asked for them. Ask the model that it began from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no saved checkpoint to use. Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” began from the run “{base}”, which was deleted, so nothing can be said of what it was before. Begin a new run from a model that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{base}” is no longer what “{name}” began from: its weights, its tokenizer or its configuration were changed since. Put them back to compare with it, or name another model as the base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the project file in “{folder}”. The run waits, and goes on by itself as soon as it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{folder}”. The run waits, and goes on by itself as soon as there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{folder}”: {missing} are missing. The run waits, and goes on by itself as soon as there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has not come to its end yet, so it cannot go beyond it. Continue it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last checkpoint of “{name}” is gone or damaged, and its optimizer with it, so it cannot go on. Begin a new run from it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written of “{name}” is damaged, or was written by a newer program, so it cannot be read. The others are not touched by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” made no step that could be compared. Continue it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has already finished; there is nothing to resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss exploded at step {step}, so the run stopped; its last good checkpoint is kept. Try a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step needs more memory than the {free} that are free, so nothing was trained. {remedy}, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer was running out of memory, so the run was stopped and kept. Close other programs, then continue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint “{folder}” is incomplete or was changed, so it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of step {step} is damaged, so the run goes on from step {used} and makes the steps since then again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} does not work with {name}. Choose another method or model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run learns with LoRA as an older version had it, a pair for each head, and cannot be trained further or again; what it learnt can still be asked and exported. Start a new run with LoRA as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep varies one setting or two different ones. Choose which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That makes {count} runs, and a sweep has {most} at most. List fewer values, or draw some at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget of {amount} {unit} for {count} runs together leaves nothing for each. Give more, or make fewer runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs with {name} need more memory than this computer has, so nothing was queued. Leave those values out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the program knows no task “{name}”; a newer one may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Settings are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be {value}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt no labels, so it cannot be asked for them. Name a run that learnt classes or tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt the tags of words, and not the classes of texts. Ask it for tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt the classes of texts, and not the tags of words. Ask it for classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” tells roles as seen from one word of the text. Say which word that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class “{name}”. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to label. Give one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{name}” and “{corpus}”, one is about roles beside a predicate and the other about tags alone, so it was not measured. Choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of “{corpus}” have several classes at once, and “{name}” tells one of each, so it was not measured. Choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{corpus}” has labels that “{name}” does not know ({count}, such as {classes}), so it was not measured. Rename them or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the {split} part of “{corpus}” is labelled, so there is nothing to measure on. Choose another part or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no run, so there is nothing that it started from. Say what to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no pretrained weights, so there is nothing to compare random ones with. Choose a pretrained model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comparison named “{name}”. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” compares other models, texts or settings. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no corpus named “{name}” in this project. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text needs a name. Type at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a corpus named “{name}”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text could be read, so nothing was imported. {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too short to train on: it needs at least {needed} tokens of training text and has {tokens}. Add more text, or lower the context length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is so short that none of it is left to check with what a model learns. Add more text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of “{name}” were changed outside of this program, so it is no longer the text that was imported and measured. Put them back, or import the changed text as another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the folder of a run whose record is gone, so its settings are not known. Put back the project.sqlite that named it, or throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is used by {count:# run. Delete it first|# runs. Delete those first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” already holds files. Choose an empty or a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” lies beside texts that are divided into training, validation and test already, so it was left out. Import it by itself to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8 text (first unreadable byte at {offset}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is of a kind that cannot be read. Save it as plain text (.txt) or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a picture. Let a text recognition (OCR) program read it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is sound or film. Let a program write down first what is said in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is in a format of an office program that cannot be read. Open it there, or in LibreOffice, and save it as .docx or .odt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is damaged or incomplete ({detail}). Try to get the whole file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is protected with a password. Import it again and give the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not open “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is encrypted or copy-protected, so its text cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no text in it, only pictures: it is probably a scan. Let a text recognition (OCR) program read it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is too large to be read as a whole. Save it as .jsonl or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text encoding called “{encoding}”. Try utf-8, gb18030, shift_jis or windows-1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}”. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of “{file}” holds text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is labelled in another way than the files before it (whole texts, words, or words beside a predicate). Import it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the texts has a label. Choose where the labels are, or import the text without labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every label is “{label}”, so there is nothing to tell apart. Choose other labels, or import the text without labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {classes} different labels for {texts} texts, so they name the texts and are no classes. Choose other labels, or import the text without labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the files have labels and “{file}” has none, so all of it was read as text alone. Import the labelled ones by themselves, or say where the labels are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of “{name}” have no classes, so there is nothing to tell apart. Import it with its labels, or choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of “{name}” have no tags, so there is nothing to tell of them. Import it with its tags, or choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is labelled in “{name}” has the same label, so there is nothing to tell apart. Label more of it, or choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has too few labelled examples to learn from some and measure on others. Label more of it, or choose another text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has no words in columns with their tags or roles beside them. Look whether each line has one word, and a blank line stands after each sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has roles without their words. Put “{words}” beside it, or paste both into one file, the words first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line {line}, “{file}” and “{words}” do not belong together. Look whether both have as many lines, and blank ones at the same places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” has the words of the roles beside it, and is read with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” lies beside texts whose folders or names are their labels, and has none, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{labels}” beside “{file}” is missing or was changed after the export. Put it back, or import the text without labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no labels. Import it again with a column, folders or files that label its texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no label “{label}”. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “{label}” would be left of the labels, and one alone tells nothing apart. Leave at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of “{file}” looks like labels. Say which one has them; it has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” in an archive has a name that leads out of its folder, so it was left where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” unpacks to far more than an honest archive of its size would, so it was not read any further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is an archive in an archive in an archive. Unpack the outer ones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be fetched ({detail}). Check the address and the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cleaning step {name} cannot be {value}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaning left nothing of “{file}”; the step “{step}” removed most. Switch that step off to keep its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a link to a folder, which is not followed. Import that folder itself as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is packed as {kind}, which cannot be unpacked here. Unpack it with another program, such as 7-Zip, and import what comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” takes more memory to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” takes longer to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” made the part of the program end that reads files, so it was passed over. It is probably damaged; save it as plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be read because the part of the program that reads files does not start. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” could not be read ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>What is learnt from was written by a model, “{model}”; what is measured on was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was read whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was read, but parts of it were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} files were read whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {count} files were read, by an older version of the program, which did not count what it left out of them. Read them again to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files were read; parts of {gaps} of them were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {count} files could be read, {passed} could not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {count} files could be read, {passed} could not; parts of {gaps} of those that were read were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: {count} left out: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: {count} left out: {reason} ({places}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” does not say how its letters are encoded and was read as {value}. If letters look wrong, choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was divided into columns at “{value}”. Look whether its columns are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” was taken as the text of “{file}”. If it is not, choose another column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was taken as the {value} part because of its name. If it is not, give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was read as {value}, whatever its name says. Look whether its text is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” was taken as what labels the texts of “{file}”. If it does not, choose another column, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags of “{file}” are written as {value} and became BIO2, in which every span begins with B-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: text in “{column}”; columns: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: text in “{column}”, labels in “{label}”; columns: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences with a tag for each word: {texts}; kinds of spans: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{most}” is {times} times as frequent as “{least}”: whoever always says “{most}” is right in {percent} % of the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes of one text alone, which is trained on and can be checked with none ({count}): {labels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes in the training text alone, so that nothing checks them ({count}): {labels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# more was|# more were} passed over for the same reason, such as {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: {count:# place|# places} could not be read as {encoding} and {count:was|were} replaced by “�”. If that is many, choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of {count:# more file|# more files} were left out as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: in {count:# row|# rows} a quote is not closed, so each was read as one line that keeps its quotes. Look whether their text is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”: {count:# row has|# rows have} more cells than there are columns; the cells were put together again in the column with the longest texts. Look whether they are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{texts:# text is|# texts are} labelled, with {count:# class|# classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{texts:# predicate has its|# predicates have their} roles, of {count:# kind|# kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# class has|# classes have} about {each:# text|# texts} each, which is little to learn from. Merge some, or choose other labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# text has no label: it is|# texts have no label: they are} read as text, and not learnt from as labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# sentence has no predicate: it is|# sentences have no predicate: they are} read as text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# text stands|# texts stand} there more than once with different labels. The first: “{passage}” ({labels}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {checked} held-out passages {found:is|are} nearly in the training text, so a model looks better than it is. The nearest: “{passage}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole documents cannot be divided into tenths here: {train} % of the text is for training, {validation} % for validation and {test} % for the test. Split it by blocks to keep the shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too short to be divided, so there is nothing for this part: {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few texts that differ from each other to keep some apart, so there is nothing for this part: {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines that are no JSON record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places where the markup is damaged, so that text may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what lies deeper in the page than can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters of menus and the like around the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements “{name}”, which are no text to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers and footers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inserted documents that cannot be read in a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chapters that are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chapters that are named and not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachments and pictures of letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records with nothing in the column of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts that repeat an earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts of which cleaning left nothing (most was removed by “{step}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentences whose tags do not fit their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records of other lists than the longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheets without a column of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures and other cells that are no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings at the head of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instructions for a site generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines that stay on from the caption before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes and styles of subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs of cells that are no text, or warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks that say how characters are spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines before the first caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters that are no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages that are marked as deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden files of “{archive}”, such as those that systems put there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links in “{archive}”, which have no text of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passages that are marked as hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Abkhazian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aragonese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avaric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avestan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aymara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bambara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bislama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cebuano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chamorro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Church Slavic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chuvash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cornish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corsican</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divehi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dzongkha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ewe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fijian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Herero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiri Motu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Igbo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interlingua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interlingue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inupiaq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalaallisut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kanuri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kashmiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kikuyu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinyarwanda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kongo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuanyama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limburgish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luba-Katanga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marshallese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Māori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ndonga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>North Ndebele</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northern Sami</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nyanja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ojibwa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oromo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ossetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quechua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romansh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rundi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samoan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sango</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sardinian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scottish Gaelic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sichuan Yi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South Ndebele</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Southern Sotho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tahitian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tongan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tsonga</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tswana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volapük</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walloon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western Frisian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhuang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zulu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>measuring</name>
    <message>
        <source>{first}; {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{split} split of “{corpus}” (text {hash})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{split} split of “{corpus}” (labels {hash}), {examples} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of each text the first {most} tokens are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentences are read {most} tokens at a time; spans count as conlleval counts them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learnt from the same {count} examples as the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from up to {context} tokens before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from {least} to {context} tokens before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokenizer of {vocabulary} tokens ({hash})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole next words at {count} places spread over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per byte and word perplexity count 8 bits for each byte of a word outside the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} documents drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks of {block} documents drawn from {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} passages drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks of {block} passages drawn from {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model that it began from was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the files of the text were changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many steps a budget in minutes is depends on how fast the computer was just then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an older version of this program made it, which did not note its versions and computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, {schema}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open to be looked at, {schema}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema {schema}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema unknown ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total}, {free} of it free, {taken} taken by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known, the engine is not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known, TensorFlow cannot be loaded ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>waiting for another program to let go of the project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} / {total}, {speed}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}/{all} · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pretrained · {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from scratch · {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pretrained · {labels} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from scratch · {labels} labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what words alone tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dividend {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}/{all} · “{corpus}” alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus}, written by {teacher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{teacher} writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same without a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} without a teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}, {layers:# layer|# layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run} · {corpus} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group} · {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantities</name>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{millions} million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{billions} billion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {number} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}&#xa0;GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little was read to say how sure that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between {low} and {high} with a confidence of 95 % ({drawn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %: between {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>it needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is {least} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is between {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count:# decimal|# decimals} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set exactly one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written KEY=VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a file, a folder or an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written SETTING=VALUE,VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range goes from a lower to a higher number, in at least two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a logarithmic scale a range begins above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range is written LOW..HIGH:SCALE:COUNT, such as 1e-5..1e-2:log:4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the steps are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes codes such as “en” or “de zh”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{language}” is none of the languages that can be recognised: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes “soft” or “all”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes a number from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not Rich Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not Parquet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a Mobipocket book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a sound PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {name} in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no list of chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no page can be found in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in it is not as it must be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {size}, which is too much for what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has 0 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off near its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off: {present} of {whole} bytes are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a safetensors file, whatever its name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json describes {described} weights, and the files hold {held}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tokenizer knows {count:# word|# words} more than the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in config.json, “{key}” speaks of {count:# block|# blocks}, and there are {blocks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held:# tensor|# tensors} of weights, of which its network has a place for {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its vocabulary and its merges do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{token}” cannot have the number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files of weights that do not belong together: {files}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no weight_map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights lack {tensor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tensor} has the shape {shape}, which does not suit the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tensor} has numbers that are none, or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be {value} in config.json: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json does not say “{key}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in config.json, {heads} heads cannot share {key_heads} heads of keys evenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in config.json, {heads} heads cannot share a width of {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in config.json, a head is {width} wide, which has to be even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an encoder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several experts, of which each word asks some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a head for labels, made elsewhere, in place of next words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions that are scaled by “{kind}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases where others of its family have none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads that are {width} wide together, not {hidden}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output matrix that is its embedding&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output matrix of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attention that looks ahead, so it cannot predict a next word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attention that is scaled in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norms in other places than its family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the activation “{activation}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” set to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights “{tensor}”, for which its network has no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output matrix of its own (“{tensor}”), although its config.json says that it is the embedding&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the batch size to {batch} and accumulate to {accumulate}, which is the same step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program knows what this is ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the project “{project}” · {written}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is less surprised by text of the same kind that it has never seen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is not less surprised by text of the same kind that it has never seen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity &lt;b&gt;{before} → {after}&lt;/b&gt; a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been measured yet how well the model does on text that it has never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity says among how many equally likely next tokens the model wavers on average: the lower, the better it knows what comes next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity says among how many equally likely next tokens a model wavers on average: the lower, the better it knows what comes next. Bits per byte say the same whatever the tokens are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bits for each byte of the text, which can be compared with other models: &lt;b&gt;{before} → {after}&lt;/b&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task}, of “{corpus}”, weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity a token, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity a token, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per byte, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per byte, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each step moved the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After, with the weights that are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software with which this report was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the validation text; the large point is what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the training text, smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the validation text, its large point what is kept; the thin line on the training text, smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it expects next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{name}” expects next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says of the pinned texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{name}” says of the pinned texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does what it learnt, on the validation text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {vocabulary} different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paragraphs}, of which {repeated} repeat an earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In bold: where the runs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is exact: the same text, model, settings and seed give the same numbers on the same machine with the same versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}; {steps:# step|# steps} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {speed} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that it learnt did better, so the model that it began from is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of step {step} are kept; they do worse than what it began from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of step {step} of {steps} are kept, which did best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its end, perplexity was {figure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is less often wrong about what it learnt, on text that it has never seen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is not less often wrong about what it learnt, on text that it has never seen:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss &lt;b&gt;{before} → {after}&lt;/b&gt; nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss says how wrong the model is on average, and how sure of it: the lower, the better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss says how wrong a model is on average, and how sure of it: the lower, the better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss in nats, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss in nats, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its end, the loss was {figure} nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well “{name}” does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{task}, of “{corpus}”: {on_part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macro F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>micro F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others were worth to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others were worth to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the {part} text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better than before: {value} bits per byte, {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse than before: {value} bits per byte, {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text cannot tell a difference: {value} bits per byte, {bounds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token right at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next token among the five likeliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{name}” learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that steer terminals and printers, such as a bell or an escape, and byte order marks amid a text. No text means them: keep this on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft hyphens, which say where a word may be divided; “all” takes zero-width spaces and marks of direction too. Choose “all” for texts from the web; keep “soft” where Arabic or Hebrew stands among other letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft (hyphens alone) or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode composition (NFC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“é” written as two characters becomes one, so that a word is the same word everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated headers and footers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at the top or bottom of pages that come again on other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that are nothing but a number, at the edge of a page or alone between blank lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remains of HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags such as &lt;br&gt; and entities such as &amp;amp; that were left in a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words broken at line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“trans-” and “fer” on the next line become “transfer”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines cut at a fixed width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of a paragraph that were cut to fit a page become one line; verse is left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boilerplate lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copyright notices, “share this”, cookie notices, the licence of Project Gutenberg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web and mail addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each becomes [link] or [mail], so that nobody&apos;s address is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs that are recognised as another language than these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>languages to keep, such as: en de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs shorter than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewest characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs that repeat an earlier one, whatever their spaces and capitals; the first stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only of so many characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly repeated paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraphs that share so much of their word groups with an earlier one (MinHash).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces inside lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several spaces in a row become one; indentation is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces at line ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces that cannot be seen, at the ends of lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>terminal</name>
    <message>
        <source>Interrupted; what was saved is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this step; all that was learnt is kept. Press again to leave it unmeasured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving as soon as all that was learnt is kept. Press again to leave with the last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the Hub …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for {endpoint}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiling the training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying in a process apart whether a step fits into the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}/{total}  {loss}  {speed} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss} a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}: perplexity {figure} a token on unseen text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}: loss {figure} on unseen text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (best)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}: it is getting worse, perplexity {before} → {after} {where}. Ctrl+C ends it; a lower learning rate may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}: it is getting worse, loss {before} → {after} {where}. Ctrl+C ends it; a lower learning rate may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on unseen text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on what it learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step takes {memory} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished after {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate {rate}: loss {loss} a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}  {status}  {corpus} ← {model}  {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no texts yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} ({kept})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss {before} → {after} nats per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it began from is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it began from is kept, since nothing did better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}  group “{group}”  tags {tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}  {run}  {corpus} ← {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pruned checkpoints, {size} freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{expected} (a guess until this computer has been measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept loss/token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers: all {compared} are equal to the last bit. The new run is “{again}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers differ from step {step} on, by {largest} at most, in “{again}”. What is not as it was then: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no numbers of both that could be compared. The new run is “{again}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that was noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {part}: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of “{corpus}”:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {file}: {bytes} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in it, since it is gone: {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported “{corpus}”: {words} words, {vocabulary} different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus}  {words} words  {bytes} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}  {train} to train with, {validation} to validate with, {test} to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of “{corpus}” are now: {labels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text in “{column}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}  {kind}, {parameters} parameters, context {context}: {trained_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ {model}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lstm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is ready: {parameters} parameters, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of that name was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a token for {endpoint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token for {endpoint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity {tokens} a token, {words} a word; {bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bits, rank {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perplexity {tokens} a token, {words} a word; {bits} bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss} nats per token over {tokens} tokens; {accuracy} of tokens right at once, {top5} among the five likeliest tokens; calibration off by {error} ({chance} by chance alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} before: perplexity {perplexity} a token, {bits} bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference {value} bits per byte, {bounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % between {low} and {high} ({drawn})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little was read to say how sure that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss} nats; calibration off by {error} ({chance} by chance alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision {precision}  recall {recall}  F1 {f1}  of {support}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most confident mistakes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} held to be {said} ({sure})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {figure}; the run is at {value} percentage points, {bounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % between {low} and {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What words alone tell is not known: the text that this was learnt from is gone or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: {status} after {steps:# step|# steps}; {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# run|# runs}, together {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: {steps:# step|# steps}, {expected}, {fit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked {folder}: {corpora:# text|# texts}, {runs:# run|# runs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: {changes:# change|# changes}, {removed:# character|# characters} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# download|# downloads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accuracy} of {examples:# text|# texts} told right (95 % between {low} and {high}); macro F1 {macro}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 of spans {micro} over {examples:# sentence|# sentences} (95 % between {low} and {high}); macro F1 {macro}; {accuracy} of words right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:# text|# texts} labelled in “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words alone, without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before, at step 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always the most frequent label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{corpus}”: {words} words, what is learnt from written by {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a teacher, {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher helped: difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher did harm: difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot tell whether the teacher helped: difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus}: learning together helped: {task} {together}, alone {alone} after as many of its own {steps} steps; difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus}: learning together did harm: {task} {together}, alone {alone} after as many of its own {steps} steps; difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus}: the text cannot tell whether learning together helped: {task} {together}, alone {alone} after as many of its own {steps} steps; difference {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the text: perplexity a token {pretrained} pretrained, {scratch} from scratch; {saved}; matches training from scratch on {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels: F1 {pretrained} pretrained, {scratch} from scratch; {saved}; {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do what {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do more than {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{labels} labels do less than {worth} do without pretraining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps saved: {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps saved: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {factor}× the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects more ({places} places in the {split} split):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words it now expects less ({places} places in the {split} split):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at one alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most improved passages (perplexity a token):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most worsened passages (perplexity a token):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting: it started from random weights, which know nothing to forget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting: {verdict}; general text ({language}) {before} → {after} bits per byte; the change is {bounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By heart: {verdict}; the longest passage reproduced verbatim has {longest:# word|# words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {checked} held-out passages {found:is|are} nearly in the training text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginnings spread over the training text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beginnings of the most repeated passages ({least} to {most} times in it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phrases} of {beginnings} {what} were continued word for word for {phrase} words or more, {recitals} for {recital} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {beginnings} {what} was continued word for word for {phrase} words or more: with {confidence} confidence fewer than {share} of such beginnings would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no passage stands in the training text twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words, up to {times} times in the text: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{corpus}”: {words} words, in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before fine-tuning, after “{prompt}” {model} expects:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perplexity a token on text it has never seen: {before} → {after} in {seconds} ({kept}). Now it expects:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And it goes on like this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it yourself:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
