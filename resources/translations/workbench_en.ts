<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln curves each</source>
        <translation>
            <numerusform>%Ln curve each</numerusform>
            <numerusform>%Ln curves each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ; the others are the same in all of these runs.</source>
        <translation>
            <numerusform>One setting differs; the others are the same in all of these runs.</numerusform>
            <numerusform>%Ln settings differ; the others are the same in all of these runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads a month</source>
        <translation>
            <numerusform>%Ln download a month</numerusform>
            <numerusform>%Ln downloads a month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more languages</source>
        <translation>
            <numerusform>{names} and %Ln more language</numerusform>
            <numerusform>{names} and %Ln more languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models, of which {can} can be opened; the most downloaded first.</source>
        <translation>
            <numerusform>%Ln model, of which {can} can be opened.</numerusform>
            <numerusform>%Ln models, of which {can} can be opened; the most downloaded first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts or runs lie in this project that its records do not name, as after a project.sqlite was emptied or put back from an older copy. Nothing of them was deleted. Take up the texts again?</source>
        <translation>
            <numerusform>%Ln text or run lies in this project that its records do not name, as after a project.sqlite was emptied or put back from an older copy. Nothing of it was deleted. Take it up again if it is a text?</numerusform>
            <numerusform>%Ln texts or runs lie in this project that its records do not name, as after a project.sqlite was emptied or put back from an older copy. Nothing of them was deleted. Take up the texts again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gets as far %Ln steps sooner.</source>
        <translation>
            <numerusform>It gets as far %Ln step sooner.</numerusform>
            <numerusform>It gets as far %Ln steps sooner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {of} that are “{true}” were held to be “{said}” ({share})</source>
        <translation>
            <numerusform>%Ln of {of} that are “{true}” was held to be “{said}” ({share})</numerusform>
            <numerusform>%Ln of {of} that are “{true}” were held to be “{said}” ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} of %Ln texts are told right: with a confidence of 95 %, {low} to {high}.</source>
        <translation>
            <numerusform>{share} of %Ln text is told right: with a confidence of 95 %, {low} to {high}.</numerusform>
            <numerusform>{share} of %Ln texts are told right: with a confidence of 95 %, {low} to {high}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>F1 of spans {share} in %Ln sentences: with a confidence of 95 %, {low} to {high}.</source>
        <translation>
            <numerusform>F1 of spans {share} in %Ln sentence: with a confidence of 95 %, {low} to {high}.</numerusform>
            <numerusform>F1 of spans {share} in %Ln sentences: with a confidence of 95 %, {low} to {high}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln texts</source>
        <translation>
            <numerusform>{done} of %Ln text</numerusform>
            <numerusform>{done} of %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts are labelled.</source>
        <translation>
            <numerusform>%Ln text is labelled.</numerusform>
            <numerusform>%Ln texts are labelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %Ln words: you {person} bits, {right} right; model {model}, {model_right} right.</source>
        <translation>
            <numerusform>After %Ln word: you {person} bits, {right} right; model {model}, {model_right} right.</numerusform>
            <numerusform>After %Ln words: you {person} bits, {right} right; model {model}, {model_right} right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest passage that it reproduced verbatim has %Ln words.</source>
        <translation>
            <numerusform>The longest passage that it reproduced verbatim has %Ln word.</numerusform>
            <numerusform>The longest passage that it reproduced verbatim has %Ln words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln words.</source>
        <translation>
            <numerusform>{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln word.</numerusform>
            <numerusform>{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters removed</source>
        <translation>
            <numerusform>%Ln character removed</numerusform>
            <numerusform>%Ln characters removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{word}: %Ln times, {factor} × as often as in general English</source>
        <translation>
            <numerusform>{word}: once, {factor} × as often as in general English</numerusform>
            <numerusform>{word}: %Ln times, {factor} × as often as in general English</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ from {preset}.</source>
        <translation>
            <numerusform>One setting differs from {preset}.</numerusform>
            <numerusform>%Ln settings differ from {preset}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait</source>
        <translation>
            <numerusform>One run waits</numerusform>
            <numerusform>%Ln runs wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln runs out of the queue.</source>
        <translation>
            <numerusform>Took one run out of the queue.</numerusform>
            <numerusform>Took %Ln runs out of the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs, {time} together</source>
        <translation>
            <numerusform>%Ln run, {time}</numerusform>
            <numerusform>%Ln runs, {time} together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %Ln of these runs need more memory than there is</source>
        <translation>
            <numerusform>✗ %Ln of these runs needs more memory than there is</numerusform>
            <numerusform>✗ %Ln of these runs need more memory than there is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations: their answers are learnt, from what was said before.</source>
        <translation>
            <numerusform>%Ln conversation: its answers are learnt, from what was said before.</numerusform>
            <numerusform>%Ln conversations: their answers are learnt, from what was said before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The texts have labels of %Ln classes.</source>
        <translation>
            <numerusform>The texts have labels of %Ln class.</numerusform>
            <numerusform>The texts have labels of %Ln classes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have tags of %Ln kinds.</source>
        <translation>
            <numerusform>The words have tags of %Ln kind.</numerusform>
            <numerusform>The words have tags of %Ln kinds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have %Ln kinds of roles beside a predicate.</source>
        <translation>
            <numerusform>The words have %Ln kind of roles beside a predicate.</numerusform>
            <numerusform>The words have %Ln kinds of roles beside a predicate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln places, in {share} % of the text</source>
        <translation>
            <numerusform>The first place, in {share} % of the text</numerusform>
            <numerusform>The first %Ln places, in {share} % of the text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, each a model by itself</source>
        <translation>
            <numerusform>%Ln file, a model by itself</numerusform>
            <numerusform>%Ln files, each a model by itself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answers alone, in %Ln conversations: perplexity {perplexity}, likeliest token right {right}. The figures below are of the text as it is read, with what everybody says.</source>
        <translation>
            <numerusform>The answers alone, in %Ln conversation: perplexity {perplexity}, likeliest token right {right}. The figures below are of the text as it is read, with what everybody says.</numerusform>
            <numerusform>The answers alone, in %Ln conversations: perplexity {perplexity}, likeliest token right {right}. The figures below are of the text as it is read, with what everybody says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ray {version} answers, with {cores} cores on %Ln computers.</source>
        <translation>
            <numerusform>Ray {version} answers, with {cores} cores on %Ln computer.</numerusform>
            <numerusform>Ray {version} answers, with {cores} cores on %Ln computers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln cores, {memory} of memory</source>
        <translation>
            <numerusform>{name}: %Ln core, {memory} of memory</numerusform>
            <numerusform>{name}: %Ln cores, {memory} of memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln GPUs</source>
        <translation>
            <numerusform>%Ln GPU</numerusform>
            <numerusform>%Ln GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln runs?</source>
        <translation>
            <numerusform>Delete %Ln run?</numerusform>
            <numerusform>Delete %Ln runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs began there, and can no longer be compared with it: {names}.</source>
        <translation>
            <numerusform>%Ln other run began there, and can no longer be compared with it: {names}.</numerusform>
            <numerusform>%Ln other runs began there, and can no longer be compared with it: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs were taught there, and can no longer go on: {names}.</source>
        <translation>
            <numerusform>%Ln other run was taught there, and can no longer go on: {names}.</numerusform>
            <numerusform>%Ln other runs were taught there, and can no longer go on: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs learn at the same time.</source>
        <translation>
            <numerusform>%Ln other run learns at the same time.</numerusform>
            <numerusform>%Ln other runs learn at the same time.</numerusform>
        </translation>
    </message>
</context>
</TS>
