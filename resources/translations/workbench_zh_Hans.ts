<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alternatives</name>
    <message>
        <source>What else could stand here</source>
        <translation>这里还可能是什么</translation>
    </message>
    <message>
        <source>Go on from another word:</source>
        <translation>从另一个词接着写：</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>正在询问模型…</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Evaluating {name}</source>
        <translation>正在评估 {name}</translation>
    </message>
</context>
<context>
    <name>Archiving</name>
    <message>
        <source>Save the project as one file</source>
        <translation>将项目保存为单个文件</translation>
    </message>
    <message>
        <source>Project in one file (*.nextword)</source>
        <translation>单文件项目 (*.nextword)</translation>
    </message>
    <message>
        <source>Saving the project</source>
        <translation>正在保存项目</translation>
    </message>
    <message>
        <source>Project in one file (*.nextword *.zip)</source>
        <translation>单文件项目 (*.nextword *.zip)</translation>
    </message>
    <message>
        <source>Open an archived project</source>
        <translation>打开归档的项目</translation>
    </message>
    <message>
        <source>Where to unpack the project</source>
        <translation>解包项目的位置</translation>
    </message>
    <message>
        <source>Unpacking the project</source>
        <translation>正在解包项目</translation>
    </message>
    <message>
        <source>The whole project is in {file}.</source>
        <translation>整个项目已保存在 {file} 中。</translation>
    </message>
    <message>
        <source>Not in it, since they are gone: the models {names}.</source>
        <translation>其中不含已经不在的模型：{names}。</translation>
    </message>
</context>
<context>
    <name>Askable</name>
    <message>
        <source>{name} (learning)</source>
        <translation>{name}（学习中）</translation>
    </message>
    <message>
        <source>what it began from: nothing did better</source>
        <translation>起始模型：没有更好的结果</translation>
    </message>
    <message>
        <source>step {step}, which did best</source>
        <translation>第 {step} 步，效果最好</translation>
    </message>
    <message>
        <source>{name} (folder {folder})</source>
        <translation>{name}（文件夹 {folder}）</translation>
    </message>
    <message>
        <source>{name}, step {step}, the best of “{task}”</source>
        <translation>{name}，第 {step} 步，“{task}”效果最好</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Ended: {what}</source>
        <translation>已结束：{what}</translation>
    </message>
    <message>
        <source>A model is learning</source>
        <translation>模型正在学习</translation>
    </message>
    <message>
        <source>Nextword Workbench</source>
        <translation>Nextword Workbench</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>BesideChoice</name>
    <message>
        <source>+ Learn something else at the same time</source>
        <translation>+ 同时学习其他内容</translation>
    </message>
    <message>
        <source>Tasks that are learnt together share what they learn; each of them gets a part of the steps</source>
        <translation>一起学习的任务共享所学；每个任务分到一部分步数</translation>
    </message>
    <message>
        <source>Learnt together: {first}, weight 1</source>
        <translation>一起学习：{first}，权重 1</translation>
    </message>
</context>
<context>
    <name>BlindView</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>New test</source>
        <translation>新测试</translation>
    </message>
    <message>
        <source>Seed of the order</source>
        <translation>顺序的种子</translation>
    </message>
    <message>
        <source>The same seed gives the same sides and the same texts again</source>
        <translation>同样的种子会再次给出同样的左右和同样的文字</translation>
    </message>
    <message>
        <source>Both models go on from the same words. Can you tell which one has read your text?</source>
        <translation>两个模型从同样的词写下去。你能看出哪一个读过你的文本吗？</translation>
    </message>
    <message>
        <source>Text A</source>
        <translation>文字 A</translation>
    </message>
    <message>
        <source>Text B</source>
        <translation>文字 B</translation>
    </message>
    <message>
        <source>A is the fine-tuned one</source>
        <translation>A 是微调过的</translation>
    </message>
    <message>
        <source>B is the fine-tuned one</source>
        <translation>B 是微调过的</translation>
    </message>
    <message>
        <source>a test has two writers</source>
        <translation>盲测只有两位作者</translation>
    </message>
    <message>
        <source>There have to be two to choose from: fine-tune a model first.</source>
        <translation>要有两个才能选：请先微调一个模型。</translation>
    </message>
    <message>
        <source>Right: {side} was the fine-tuned one.</source>
        <translation>对了：{side} 是微调过的。</translation>
    </message>
    <message>
        <source>No, it was {side}.</source>
        <translation>不对，是 {side}。</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>fine-tuned</source>
        <translation>微调过的</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>Round {number} of {rounds}: both models are writing …</source>
        <translation>第 {number} 轮，共 {rounds} 轮：两个模型正在写…</translation>
    </message>
    <message>
        <source>Writing on</source>
        <translation>正在续写</translation>
    </message>
    <message>
        <source>“{prompt} …”</source>
        <translation>“{prompt} …”</translation>
    </message>
    <message>
        <source>Round {number} of {rounds}: which one is the fine-tuned model&apos;s?</source>
        <translation>第 {number} 轮，共 {rounds} 轮：哪一个是微调过的模型写的？</translation>
    </message>
    <message>
        <source>{right} of {rounds} right so far.</source>
        <translation>到目前为止 {rounds} 轮中答对 {right} 轮。</translation>
    </message>
    <message>
        <source>{right} of {rounds} right. Who only guesses does as well in {percent} % of all tests.</source>
        <translation>{rounds} 轮中答对 {right} 轮。只靠猜，在 {percent} % 的测试里也能做到这样。</translation>
    </message>
    <message>
        <source>You can tell them apart.</source>
        <translation>你能分辨它们。</translation>
    </message>
    <message>
        <source>That is what guessing gives.</source>
        <translation>这和猜的结果一样。</translation>
    </message>
    <message>
        <source>That may be luck.</source>
        <translation>这可能是运气。</translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>as often right as sure</source>
        <translation>正确率与把握相同</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checking the project file</source>
        <translation>正在检查项目文件</translation>
    </message>
    <message>
        <source>Taking up {name}</source>
        <translation>正在收录 {name}</translation>
    </message>
    <message>
        <source>Take them up</source>
        <translation>收录</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Training is running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>The model is still learning.</source>
        <translation>模型仍在学习。</translation>
    </message>
    <message>
        <source>Keep and close</source>
        <translation>保留并关闭</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
</context>
<context>
    <name>ClusterSetup</name>
    <message>
        <source>A Ray cluster that is there already, or one that this program starts on this computer.</source>
        <translation>已有的 Ray 集群，或由本程序在本机上启动的集群。</translation>
    </message>
    <message>
        <source>Where runs can learn</source>
        <translation>可以在哪里训练</translation>
    </message>
    <message>
        <source>Address of the cluster</source>
        <translation>集群的地址</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Set the address of the cluster</source>
        <translation>设置集群的地址</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test whether the cluster answers</source>
        <translation>测试集群是否有应答</translation>
    </message>
    <message>
        <source>Token of the cluster</source>
        <translation>集群的令牌</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep the cluster&apos;s token in the keyring</source>
        <translation>把集群的令牌保存在密钥环中</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget the cluster&apos;s token</source>
        <translation>删除集群的令牌</translation>
    </message>
    <message>
        <source>half of this computer&apos;s</source>
        <translation>本机核心数的一半</translation>
    </message>
    <message>
        <source>Cores of each run</source>
        <translation>每次训练使用的核心数</translation>
    </message>
    <message>
        <source>Workers of each run</source>
        <translation>每次训练的工作进程数</translation>
    </message>
    <message>
        <source>How many make the steps of one run together, each with so many cores: its batch is shared out</source>
        <translation>由多少个工作进程一起完成一次训练的每一步，各用这么多核心：批次分给它们</translation>
    </message>
    <message>
        <source>Gigabytes of text on each worker&apos;s disk</source>
        <translation>每个工作进程磁盘上的文本，以 GB 计</translation>
    </message>
    <message>
        <source>Each worker has those parts of the text on its disk that it reads; for new ones the oldest go</source>
        <translation>每个工作进程的磁盘上只放它要读的那些文本片段；放不下新的时，最早读过的让出位置</translation>
    </message>
    <message>
        <source>Try one on this computer</source>
        <translation>在本机上试一试</translation>
    </message>
    <message>
        <source>Start a cluster on this computer for a moment</source>
        <translation>在本机上暂时启动一个集群</translation>
    </message>
    <message>
        <source>Ray lets in whoever reaches its ports unless it was started with a token, and several workers of one run whoever reaches theirs; who is let in can run anything there. Keep them on this computer or in a network of your own.</source>
        <translation>Ray 启动时若未设令牌，谁连得上它的端口就放谁进来；一次训练的多个工作进程也是如此；进来的人可以在那里运行任何东西。请把它们留在这台电脑上，或放在你自己的网络里。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Asking {place} …</source>
        <translation>正在询问{place}…</translation>
    </message>
    <message>
        <source>Asking {place}</source>
        <translation>正在询问{place}</translation>
    </message>
    <message>
        <source>No cluster is set.</source>
        <translation>尚未设置集群。</translation>
    </message>
    <message>
        <source>Click Test to see who answers, and what is there.</source>
        <translation>点击“测试”，看看谁来应答、那里有什么。</translation>
    </message>
    <message>
        <source>“{run}” learns at: {place}.</source>
        <translation>“{run}”正在训练，地点：{place}。</translation>
    </message>
    <message>
        <source>Asking the keyring</source>
        <translation>正在询问密钥环</translation>
    </message>
    <message>
        <source>The token is kept in this computer&apos;s keyring, for this address alone.</source>
        <translation>令牌保存在本机的密钥环中，只用于这个地址。</translation>
    </message>
    <message>
        <source>No token is kept for this address.</source>
        <translation>没有为这个地址保存令牌。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Text on each worker&apos;s disk (GB)</source>
        <translation>每个工作进程磁盘上的文本（GB）</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>right classes</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation>片段 F1</translation>
    </message>
    <message>
        <source>bits per byte (less is better)</source>
        <translation>每字节比特数（越少越好）</translation>
    </message>
    <message>
        <source>{value}; {bounds}</source>
        <translation>{value}；{bounds}</translation>
    </message>
</context>
<context>
    <name>ComparedCurves</name>
    <message>
        <source>Curves of several runs</source>
        <translation>多次运行的曲线</translation>
    </message>
    <message>
        <source>None of these runs has such a curve yet.</source>
        <translation>这些运行都还没有这种曲线。</translation>
    </message>
    <message>
        <source>Which curves</source>
        <translation>显示哪些曲线</translation>
    </message>
    <message>
        <source>Losses in bits per byte</source>
        <translation>损失以每字节比特数表示</translation>
    </message>
    <message>
        <source>Losses in nats</source>
        <translation>损失以奈特表示</translation>
    </message>
    <message>
        <source>What the curves are drawn over</source>
        <translation>曲线的横轴</translation>
    </message>
    <message>
        <source>over {axis}</source>
        <translation>按{axis}</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>A moving average of each curve; the measured line stays behind it. Curves of few points stay as measured.</source>
        <translation>每条曲线的移动平均；实测曲线留在后面。点数少的曲线保持原样。</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>x 取对数</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>横轴用对数刻度</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>y 取对数</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation>纵轴用对数刻度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Wheel and drag look closer; this shows everything again</source>
        <translation>滚轮和拖动可放大查看；这里恢复全貌</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>These runs were measured on different texts, so none is the best.</source>
        <translation>这些运行是在不同文本上测量的，所以没有最佳运行。</translation>
    </message>
    <message>
        <source>These runs were validated in passages of different lengths (their context length), which alone changes a loss, so none is the best. Evaluate them with one context to compare them.</source>
        <translation>这些运行在长度不同的文段中验证（上下文长度不同），仅此就会改变损失，所以没有最佳运行。要比较它们，请用同一上下文长度评估。</translation>
    </message>
    <message>
        <source>These runs cut their text into different tokens: bits per byte can be compared, losses and perplexities per token cannot.</source>
        <translation>这些运行切分词元的方式不同：可以比较每字节比特数，不能比较每词元的损失和困惑度。</translation>
    </message>
    <message>
        <source>These runs tell different labels apart, so none is the best.</source>
        <translation>这些运行区分的标签不同，所以没有最佳运行。</translation>
    </message>
    <message>
        <source>These runs learnt different things, so none is the best.</source>
        <translation>这些运行学习的内容不同，所以没有最佳运行。</translation>
    </message>
    <message>
        <source>None of these runs did better than what it began from, so each keeps that and none is the best.</source>
        <translation>这些运行都没有比起点做得更好，所以各自保留起点的权重，没有最好的一个。</translation>
    </message>
    <message>
        <source>These runs cut their text into different tokens, and the bits per byte of some are not known, so none is the best.</source>
        <translation>这些运行切分词元的方式不同，其中一些的每字节比特数未知，所以没有最佳运行。</translation>
    </message>
</context>
<context>
    <name>ConcordanceTable</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>What each class was held to be</source>
        <translation>每个类别被判为什么</translation>
    </message>
    <message>
        <source>in no span</source>
        <translation>不在片段中</translation>
    </message>
</context>
<context>
    <name>ControlView</name>
    <message>
        <source>Not measured yet. It takes about as long as the run itself, and it can be stopped.</source>
        <translation>尚未测量。用时大约与运行本身相同，可以随时停止。</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Say it</source>
        <translation>说出</translation>
    </message>
    <message>
        <source>Enter says it as well; Shift+Enter begins a line, Ctrl+Z has back what was said</source>
        <translation>按 Enter 也可以说出；Shift+Enter 换行，Ctrl+Z 取回说过的话</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Words of an answer at most</source>
        <translation>回答最多的词数</translation>
    </message>
    <message>
        <source>Colour by surprise</source>
        <translation>按意外程度着色</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>CorpusDetails</name>
    <message>
        <source>Training text</source>
        <translation>训练文本</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>验证文本</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>测试文本</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>最常见的词</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Files ({count} passed over)</source>
        <translation>文件（跳过 {count} 个）</translation>
    </message>
    <message>
        <source>The model learns from {train} % of the text. {validation} % is never trained on (validation); it tells how well the model does on text it has not seen. Another {test} % is kept for a last check (test).</source>
        <translation>模型从 {train} % 的文本中学习。{validation} % 从不用于训练（验证），用来了解模型在没见过的文本上表现如何。另有 {test} % 留作最后检验（测试）。</translation>
    </message>
    <message>
        <source>Only the beginning is shown here. The whole has {count} characters.</source>
        <translation>这里只显示开头。全文共 {count} 个字符。</translation>
    </message>
    <message>
        <source>Cleaning found nothing to remove.</source>
        <translation>清洗没有发现需要删除的内容。</translation>
    </message>
    <message>
        <source>Removed while cleaning, in characters: {parts}.</source>
        <translation>清洗时删除的字符数：{parts}。</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>different words</source>
        <translation>不同的词</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>characters in the longest line</source>
        <translation>最长一行的字符数</translation>
    </message>
    <message>
        <source>repeated paragraphs</source>
        <translation>重复段落</translation>
    </message>
    <message>
        <source>line ends</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>About this text</source>
        <translation>关于这个文本</translation>
    </message>
</context>
<context>
    <name>CorpusTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Counting the text anew</source>
        <translation>正在重新统计文本</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln curves each</source>
        <translation>
            <numerusform>各 %Ln 条曲线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ; the others are the same in all of these runs.</source>
        <translation>
            <numerusform>有 %Ln 项设置不同；其他设置在这些运行中都相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloads a month</source>
        <translation>
            <numerusform>每月下载 %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more languages</source>
        <translation>
            <numerusform>{names}等，另有 %Ln 种语言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models, of which {can} can be opened; the most downloaded first.</source>
        <translation>
            <numerusform>%Ln 个模型，其中 {can} 个可以打开；下载最多的在前。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts or runs lie in this project that its records do not name, as after a project.sqlite was emptied or put back from an older copy. Nothing of them was deleted. Take up the texts again?</source>
        <translation>
            <numerusform>此项目中有 %Ln 个文本或运行没有记录，例如 project.sqlite 被清空或换成较旧的副本之后。它们没有被删除。要重新收录这些文本吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gets as far %Ln steps sooner.</source>
        <translation>
            <numerusform>它提前 %Ln 步达到同样水平。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {of} that are “{true}” were held to be “{said}” ({share})</source>
        <translation>
            <numerusform>{of} 个“{true}”中有 %Ln 个被判为“{said}”（{share}）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} of %Ln texts are told right: with a confidence of 95 %, {low} to {high}.</source>
        <translation>
            <numerusform>%Ln 篇文本中判对 {share}：在 95 % 的置信水平下为 {low} 至 {high}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>F1 of spans {share} in %Ln sentences: with a confidence of 95 %, {low} to {high}.</source>
        <translation>
            <numerusform>%Ln 个句子中片段 F1 为 {share}：在 95 % 的置信水平下为 {low} 至 {high}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln texts</source>
        <translation>
            <numerusform>{done} 篇，共 %Ln 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts are labelled.</source>
        <translation>
            <numerusform>已判断 %Ln 篇文本的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %Ln words: you {person} bits, {right} right; model {model}, {model_right} right.</source>
        <translation>
            <numerusform>%Ln 个词之后：你 {person} 比特，猜对 {right} 个；模型 {model} 比特，猜对 {model_right} 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest passage that it reproduced verbatim has %Ln words.</source>
        <translation>
            <numerusform>它逐字重现的最长文段有 %Ln 个词。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{side}: perplexity {tokens} a token, {words} a word; {bits} bits over %Ln words.</source>
        <translation>
            <numerusform>{side}：每词元困惑度 {tokens}，每词 {words}；%Ln 个词共 {bits} 比特。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln 处更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters removed</source>
        <translation>
            <numerusform>删除 %Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{word}: %Ln times, {factor} × as often as in general English</source>
        <translation>
            <numerusform>{word}：%Ln 次，频率是通用英语的 {factor} 倍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln settings differ from {preset}.</source>
        <translation>
            <numerusform>有 %Ln 项设置与{preset}不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs wait</source>
        <translation>
            <numerusform>%Ln 次运行等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln runs out of the queue.</source>
        <translation>
            <numerusform>已将 %Ln 次运行移出队列。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs, {time} together</source>
        <translation>
            <numerusform>%Ln 次运行，合计 {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %Ln of these runs need more memory than there is</source>
        <translation>
            <numerusform>✗ 其中 %Ln 次运行所需的内存不够</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations: their answers are learnt, from what was said before.</source>
        <translation>
            <numerusform>%Ln 段对话：根据前面的话学习其中的回答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The texts have labels of %Ln classes.</source>
        <translation>
            <numerusform>文本带有 %Ln 个类别的标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have tags of %Ln kinds.</source>
        <translation>
            <numerusform>词带有 %Ln 种标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words have %Ln kinds of roles beside a predicate.</source>
        <translation>
            <numerusform>词带有谓词的 %Ln 种角色。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln places, in {share} % of the text</source>
        <translation>
            <numerusform>前 %Ln 处，在文本的 {share} % 之内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, each a model by itself</source>
        <translation>
            <numerusform>%Ln 个文件，每个都是一个完整的模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answers alone, in %Ln conversations: perplexity {perplexity}, likeliest token right {right}. The figures below are of the text as it is read, with what everybody says.</source>
        <translation>
            <numerusform>仅看回答（%Ln 段对话）：困惑度 {perplexity}，最可能的词元正确的比例 {right}。下面的数字针对读到的整个文本，包括每个人说的话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ray {version} answers, with {cores} cores on %Ln computers.</source>
        <translation>
            <numerusform>Ray {version} 有应答，%Ln 台电脑上共有 {cores} 个核心。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln cores, {memory} of memory</source>
        <translation>
            <numerusform>{name}：%Ln 个核心，内存{memory}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln GPUs</source>
        <translation>
            <numerusform>%Ln 个 GPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln runs?</source>
        <translation>
            <numerusform>要删除 %Ln 次运行吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs began there, and can no longer be compared with it: {names}.</source>
        <translation>
            <numerusform>另有 %Ln 次运行由此开始，之后将无法再与它比较：{names}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs were taught there, and can no longer go on: {names}.</source>
        <translation>
            <numerusform>另有 %Ln 次运行以此为教师，之后将无法继续：{names}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other runs learn at the same time.</source>
        <translation>
            <numerusform>还有 %Ln 个训练同时进行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurveReader</name>
    <message>
        <source>Reading curves</source>
        <translation>正在读取曲线</translation>
    </message>
</context>
<context>
    <name>Deletion</name>
    <message>
        <source>Delete run</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>要删除“{name}”吗？</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>删除多次运行</translation>
    </message>
    <message>
        <source>Curves, samples and checkpoints are deleted from the disk as well. This cannot be undone.</source>
        <translation>曲线、样例和检查点也会从磁盘上删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Archive instead</source>
        <translation>改为归档</translation>
    </message>
</context>
<context>
    <name>DifferenceTable</name>
    <message>
        <source>Settings in which the runs differ, and their results</source>
        <translation>各次运行不同的设置及其结果</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>All settings are the same; what differs between these runs is chance.</source>
        <translation>所有设置都相同；这些运行之间的差异纯属偶然。</translation>
    </message>
</context>
<context>
    <name>DividendView</name>
    <message>
        <source>Measure what pretraining is worth</source>
        <translation>测量预训练的价值</translation>
    </message>
    <message>
        <source>Validation losses with and without pretraining</source>
        <translation>有预训练和没有预训练的验证损失</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>validation loss (nats/token)</source>
        <translation>验证损失 (奈特/词元)</translation>
    </message>
    <message>
        <source>No run has been measured yet.</source>
        <translation>尚未测量任何运行。</translation>
    </message>
    <message>
        <source>What pretraining was worth</source>
        <translation>预训练的价值</translation>
    </message>
    <message>
        <source>It trains {count} runs, which are kept in History. Expected time: {time}.</source>
        <translation>将训练 {count} 次，结果都保留在“历史”中。预计用时：{time}。</translation>
    </message>
    <message>
        <source>Measuring what pretraining is worth</source>
        <translation>正在测量预训练的价值</translation>
    </message>
    <message>
        <source>Begun, and not finished; it goes on where it stopped.</source>
        <translation>已开始但未完成；可从停止处继续。</translation>
    </message>
    <message>
        <source>Measure it again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>继续测量</translation>
    </message>
    <message>
        <source>pretrained, {labels} labels</source>
        <translation>预训练，{labels} 个标签</translation>
    </message>
    <message>
        <source>scratch, {labels} labels</source>
        <translation>从零训练，{labels} 个标签</translation>
    </message>
    <message>
        <source>pretrained, {share}</source>
        <translation>预训练，{share}</translation>
    </message>
    <message>
        <source>from scratch, {share}</source>
        <translation>从零训练，{share}</translation>
    </message>
    <message>
        <source>Labels read</source>
        <translation>读过的标签</translation>
    </message>
    <message>
        <source>Pretrained, F1</source>
        <translation>预训练，F1</translation>
    </message>
    <message>
        <source>Text read</source>
        <translation>读过的文本</translation>
    </message>
    <message>
        <source>Pretrained, perplexity a token</source>
        <translation>预训练，每词元困惑度</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零训练</translation>
    </message>
    <message>
        <source>Steps saved</source>
        <translation>节省的步数</translation>
    </message>
    <message>
        <source>Worth as much as</source>
        <translation>相当于</translation>
    </message>
    <message>
        <source>Trains the same network from pretrained and from random weights, on 30, 100, 300 … and all labels.</source>
        <translation>用 30、100、300……直到全部标签，分别从预训练权重和随机权重训练同一个网络。</translation>
    </message>
    <message>
        <source>Trains the same network from pretrained and from random weights, on a tenth, a third and all of the text.</source>
        <translation>用十分之一、三分之一和全部文本，分别从预训练权重和随机权重训练同一个网络。</translation>
    </message>
    <message>
        <source>With {share} of the text, pretraining matches training from scratch on {worth}.</source>
        <translation>用 {share} 的文本，预训练就能达到从零训练用 {worth} 的效果。</translation>
    </message>
    <message>
        <source>Perplexity {pretrained} a token instead of {scratch}.</source>
        <translation>每词元困惑度为 {pretrained}，而不是 {scratch}。</translation>
    </message>
    <message>
        <source>{labels} labels do more than {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果好于没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>{labels} labels do less than {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果不及没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>{labels} labels do what {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果相当于没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>(F1 {pretrained} instead of {scratch}).</source>
        <translation>（F1 为 {pretrained}，而不是 {scratch}）。</translation>
    </message>
    <message>
        <source>It does not get as far as training from scratch does.</source>
        <translation>它达不到从零训练的水平。</translation>
    </message>
    <message>
        <source>Before its first step it is as good as the other ever gets.</source>
        <translation>它在第一步之前就已达到对方的最好水平。</translation>
    </message>
    <message>
        <source>more than {count} labels</source>
        <translation>超过 {count} 个标签</translation>
    </message>
    <message>
        <source>less than {count} labels</source>
        <translation>不到 {count} 个标签</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} 个标签</translation>
    </message>
    <message>
        <source>more than {factor}× the text</source>
        <translation>超过 {factor} 倍的文本</translation>
    </message>
    <message>
        <source>less than {factor}× the text</source>
        <translation>不到 {factor} 倍的文本</translation>
    </message>
    <message>
        <source>{factor}× the text</source>
        <translation>{factor} 倍的文本</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Downloading {model}</source>
        <translation>正在下载 {model}</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Drop it here to import it as a text, or to open it as a model if it is one</source>
        <translation>拖放到这里即可作为文本导入；如果是模型，则作为模型打开</translation>
    </message>
    <message>
        <source>Drop a project folder or an archive of one here to open it</source>
        <translation>将项目文件夹或项目归档文件拖放到这里打开</translation>
    </message>
</context>
<context>
    <name>EvaluationFigures</name>
    <message>
        <source>Figures of the evaluation</source>
        <translation>评估的各项指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>how sure it was of a token (%)</source>
        <translation>对词元的把握（%）</translation>
    </message>
    <message>
        <source>how often that token came (%)</source>
        <translation>该词元实际出现的比例（%）</translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <translation>正确率与它的把握相符吗？</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation>测量方法：{protocol}</translation>
    </message>
    <message>
        <source>How surprised by a token (perplexity)</source>
        <translation>对词元的意外程度（困惑度）</translation>
    </message>
    <message>
        <source>How surprised by a word (perplexity)</source>
        <translation>对词的意外程度（困惑度）</translation>
    </message>
    <message>
        <source>Loss, nats per token</source>
        <translation>损失，每词元奈特</translation>
    </message>
    <message>
        <source>Bits per byte, for any tokenizer</source>
        <translation>每字节比特数，适用于任何分词器</translation>
    </message>
    <message>
        <source>Next token right at once, of {count}</source>
        <translation>下一个词元一次猜对，共 {count} 个</translation>
    </message>
    <message>
        <source>Next token among the five likeliest tokens</source>
        <translation>下一个词元在最可能的五个之中</translation>
    </message>
    <message>
        <source>Next word right at once, at {count} places</source>
        <translation>下一个词一次猜对，共 {count} 处</translation>
    </message>
    <message>
        <source>Next word among the five likeliest words</source>
        <translation>下一个词在最可能的五个之中</translation>
    </message>
    <message>
        <source>Sureness and success apart (calibration error)</source>
        <translation>把握与正确率之差（校准误差）</translation>
    </message>
    <message>
        <source>{share} ({low} to {high})</source>
        <translation>{share}（{low} 至 {high}）</translation>
    </message>
    <message>
        <source>{error} ({chance} by chance alone)</source>
        <translation>{error}（仅因偶然为 {chance}）</translation>
    </message>
</context>
<context>
    <name>EvaluationView</name>
    <message>
        <source>Reads a part of the text word by word and counts how often it is surprised, before and after.</source>
        <translation>逐词读取文本的一部分，统计模型感到意外的程度，微调前后各一次。</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation>正在评估 {name}</translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text twice.</source>
        <translation>尚未测量。用时大约与读两遍这部分文本相同。</translation>
    </message>
    <message>
        <source>{value} bits per byte; {bounds}.</source>
        <translation>每字节 {value} 比特；{bounds}。</translation>
    </message>
    <message>
        <source>{value} nats per token of the answers; {bounds}.</source>
        <translation>回答的每个词元 {value} 奈特；{bounds}。</translation>
    </message>
    <message>
        <source>✓ Better than before: {difference}</source>
        <translation>✓ 比之前好：{difference}</translation>
    </message>
    <message>
        <source>✗ Worse than before: {difference}</source>
        <translation>✗ 比之前差：{difference}</translation>
    </message>
    <message>
        <source>≈ This text cannot tell a difference: {difference}</source>
        <translation>≈ 这段文本看不出差异：{difference}</translation>
    </message>
</context>
<context>
    <name>ExamplePrompts</name>
    <message>
        <source>Try</source>
        <translation>试试</translation>
    </message>
    <message>
        <source>Try “{prompt}”</source>
        <translation>试试“{prompt}”</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export this run</source>
        <translation>导出这次运行</translation>
    </message>
    <message>
        <source>Report …	a page or a PDF for the audience of a talk</source>
        <translation>报告…	网页或 PDF，供演讲的听众阅读</translation>
    </message>
    <message>
        <source>Export these runs</source>
        <translation>导出这些运行</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Export “{name}”: {format}</source>
        <translation>导出“{name}”：{format}</translation>
    </message>
    <message>
        <source>Table (*{ending})</source>
        <translation>表格 (*{ending})</translation>
    </message>
    <message>
        <source>Exporting “{name}”</source>
        <translation>正在导出“{name}”</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>For paper (*.pdf)</source>
        <translation>打印文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation>已保存：{place}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Hugging Face folder</source>
        <translation>Hugging Face 文件夹</translation>
    </message>
    <message>
        <source>opens in transformers, and in this program elsewhere</source>
        <translation>可用 transformers 打开，也可在别处用本程序打开</translation>
    </message>
    <message>
        <source>The same in half the size (bfloat16)</source>
        <translation>同上，大小减半（bfloat16）</translation>
    </message>
    <message>
        <source>shorter numbers, nearly the same probabilities</source>
        <translation>数值更短，概率几乎相同</translation>
    </message>
    <message>
        <source>LoRA adapter (PEFT)</source>
        <translation>LoRA 适配器 (PEFT)</translation>
    </message>
    <message>
        <source>what it added to its model, alone, for peft</source>
        <translation>只含它给模型增加的部分，用于 peft</translation>
    </message>
    <message>
        <source>TensorFlow SavedModel</source>
        <translation>TensorFlow SavedModel</translation>
    </message>
    <message>
        <source>takes text and answers with next tokens</source>
        <translation>输入文本，返回下一个词元</translation>
    </message>
    <message>
        <source>takes text and answers with labels</source>
        <translation>输入文本，返回标签</translation>
    </message>
    <message>
        <source>Keras file (.keras)</source>
        <translation>Keras 文件 (.keras)</translation>
    </message>
    <message>
        <source>to go on with in Python</source>
        <translation>在 Python 中继续使用</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>GGUF 文件</translation>
    </message>
    <message>
        <source>for Ollama, LM Studio and llama.cpp</source>
        <translation>用于 Ollama、LM Studio 和 llama.cpp</translation>
    </message>
    <message>
        <source>LiteRT file (.tflite)</source>
        <translation>LiteRT 文件 (.tflite)</translation>
    </message>
    <message>
        <source>for telephones and small devices</source>
        <translation>用于手机和小型设备</translation>
    </message>
    <message>
        <source>What it measured</source>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>every loss, rate and speed, for a spreadsheet</source>
        <translation>全部损失、学习率和速度，可用电子表格打开</translation>
    </message>
    <message>
        <source>TensorBoard events</source>
        <translation>TensorBoard 事件</translation>
    </message>
    <message>
        <source>its curves and samples</source>
        <translation>曲线和样本</translation>
    </message>
    <message>
        <source>F32: the numbers as they are, {size}</source>
        <translation>F32：数值原样不变，{size}</translation>
    </message>
    <message>
        <source>F16: next to nothing is lost, {size}</source>
        <translation>F16：几乎没有损失，{size}</translation>
    </message>
    <message>
        <source>BF16: as F16, for very large and small numbers, {size}</source>
        <translation>BF16：与 F16 相近，适合很大和很小的数值，{size}</translation>
    </message>
    <message>
        <source>Q8_0: hardly anything is lost, {size}</source>
        <translation>Q8_0：损失极小，{size}</translation>
    </message>
    <message>
        <source>Q5_1: a little is lost, {size}</source>
        <translation>Q5_1：略有损失，{size}</translation>
    </message>
    <message>
        <source>Q5_0: a little more, {size}</source>
        <translation>Q5_0：损失稍多，{size}</translation>
    </message>
    <message>
        <source>Q4_1: small, and told apart from the model, {size}</source>
        <translation>Q4_1：文件小，与原模型已有可见差别，{size}</translation>
    </message>
    <message>
        <source>Q4_0: the smallest, {size}</source>
        <translation>Q4_0：文件最小，{size}</translation>
    </message>
</context>
<context>
    <name>ExtensionSetup</name>
    <message>
        <source>It learns on from where it ended, with the same settings, as part of the same run in History.</source>
        <translation>它以相同的设置从结束处继续学习，在“历史”中仍属于同一次运行。</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>增加步数</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on learning</source>
        <translation>继续学习</translation>
    </message>
    <message>
        <source>Go on with “{name}”</source>
        <translation>继续“{name}”</translation>
    </message>
    <message>
        <source>Another run is learning; this one can go on after it.</source>
        <translation>另一次运行正在学习；结束后可以继续这一次。</translation>
    </message>
    <message>
        <source>after {made}, which makes {total} in all</source>
        <translation>已有 {made}，合计 {total}</translation>
    </message>
    <message>
        <source>The learning rate was {last} at its last step and rises again to {next} at the next one.</source>
        <translation>最后一步的学习率为 {last}，下一步将回升到 {next}。</translation>
    </message>
    <message>
        <source>The learning rate was {last} at its last step and is {next} at the next one.</source>
        <translation>最后一步的学习率为 {last}，下一步为 {next}。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Right classes</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Right words</source>
        <translation>正确的词</translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation>片段 F1</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Right tokens of answers</source>
        <translation>回答中正确的词元</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>File of {title}</source>
        <translation>{title} 的文件</translation>
    </message>
    <message>
        <source>{files}; {ready} can be opened</source>
        <translation>{files}；其中 {ready} 个可以打开</translation>
    </message>
    <message>
        <source>{file}  ·  {size}  ·  cannot be opened</source>
        <translation>{file}  ·  {size}  ·  无法打开</translation>
    </message>
</context>
<context>
    <name>Filer</name>
    <message>
        <source>Tagged {runs} “{tag}”.</source>
        <translation>已加上标记“{tag}”：{runs}。</translation>
    </message>
    <message>
        <source>Took the tag “{tag}” from {runs}.</source>
        <translation>已去掉标记“{tag}”：{runs}。</translation>
    </message>
    <message>
        <source>Put {runs} into the group “{group}”.</source>
        <translation>已放入分组“{group}”：{runs}。</translation>
    </message>
    <message>
        <source>Took {runs} out of any group.</source>
        <translation>已移出分组：{runs}。</translation>
    </message>
    <message>
        <source>Archived {runs}.</source>
        <translation>已归档：{runs}。</translation>
    </message>
    <message>
        <source>Brought {runs} back from the archive.</source>
        <translation>已从归档恢复：{runs}。</translation>
    </message>
    <message>
        <source>Renamed “{old}” to “{name}”.</source>
        <translation>已将“{old}”重命名为“{name}”。</translation>
    </message>
    <message>
        <source>Changed the note of {runs}.</source>
        <translation>已更改备注：{runs}。</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>{count} 次运行</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>New projects</source>
        <translation>新建的项目</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What is known of this computer</source>
        <translation>关于这台电脑的记录</translation>
    </message>
    <message>
        <source>Models from the Hub</source>
        <translation>来自 Hub 的模型</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>A project is wherever you made it. Removing the program leaves all of these folders; delete them by hand if you want.</source>
        <translation>项目在你创建它的地方。卸载程序不会删除这些文件夹；如有需要，请手动删除。</translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message>
        <source>Where are my files?</source>
        <translation>我的文件在哪里？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show: {name}</source>
        <translation>显示：{name}</translation>
    </message>
</context>
<context>
    <name>FilingBar</name>
    <message>
        <source>Tag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Out of sight, with everything kept; “Archived too” among the filters shows it</source>
        <translation>不再显示，但全部保留；在筛选中选“含已归档”可以看到</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>新标记…</translation>
    </message>
    <message>
        <source>New group …</source>
        <translation>新分组…</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标记</translation>
    </message>
    <message>
        <source>A word that you will look for</source>
        <translation>便于日后查找的一个词</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新分组</translation>
    </message>
    <message>
        <source>What these runs have in common</source>
        <translation>这些运行的共同点</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>What was found out</source>
        <translation>得出的结果</translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>Measuring … the status bar shows how far it is.</source>
        <translation>正在测量…进度见状态栏。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>FineTuning</name>
    <message>
        <source>Every weight learns (full)</source>
        <translation>全部权重学习（全量）</translation>
    </message>
    <message>
        <source>The last layers learn</source>
        <translation>最后几层学习</translation>
    </message>
    <message>
        <source>A head for labels learns alone</source>
        <translation>只有标签头学习</translation>
    </message>
    <message>
        <source>Gradual unfreezing</source>
        <translation>逐步解冻</translation>
    </message>
    <message>
        <source>Small additions learn (LoRA)</source>
        <translation>小型附加权重学习（LoRA）</translation>
    </message>
    <message>
        <source>LoRA, a pair for each head (older version)</source>
        <translation>LoRA，每个头一对（旧版本）</translation>
    </message>
    <message>
        <source>Queries and values</source>
        <translation>查询和值</translation>
    </message>
    <message>
        <source>All of attention</source>
        <translation>整个注意力</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈层</translation>
    </message>
    <message>
        <source>Attention and feed-forward</source>
        <translation>注意力和前馈层</translation>
    </message>
    <message>
        <source>Suited to the method</source>
        <translation>适合所选方法</translation>
    </message>
    <message>
        <source>Last, mean and greatest</source>
        <translation>最后、平均与最大</translation>
    </message>
    <message>
        <source>The last state alone</source>
        <translation>仅最后一个状态</translation>
    </message>
    <message>
        <source>Last, mean and greatest, and each token</source>
        <translation>最后、平均与最大，加上每个词元</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Muon, for the matrices</source>
        <translation>Muon，用于矩阵</translation>
    </message>
    <message>
        <source>Cosine, to a tenth</source>
        <translation>余弦，降到十分之一</translation>
    </message>
    <message>
        <source>Linear, to zero</source>
        <translation>线性，降到零</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Slanted triangular</source>
        <translation>斜三角</translation>
    </message>
    <message>
        <source>Stable, then to zero</source>
        <translation>平稳后降到零</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>平方根倒数</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>按给定值</translation>
    </message>
    <message>
        <source>By the size of the texts</source>
        <translation>按文本大小</translation>
    </message>
    <message>
        <source>Learnt from their uncertainty</source>
        <translation>根据不确定程度学习</translation>
    </message>
    <message>
        <source>Whichever is faster here</source>
        <translation>本机上较快的一种</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>How long it learns</source>
        <translation>学习多久</translation>
    </message>
    <message>
        <source>Which weights learn</source>
        <translation>哪些权重学习</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>读取什么</translation>
    </message>
    <message>
        <source>How the weights are moved</source>
        <translation>权重如何更新</translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation>防止死记硬背</translation>
    </message>
    <message>
        <source>How labels are told</source>
        <translation>如何判断标签</translation>
    </message>
    <message>
        <source>What is learnt together</source>
        <translation>一起学习什么</translation>
    </message>
    <message>
        <source>From a teacher</source>
        <translation>向教师学习</translation>
    </message>
    <message>
        <source>When it is looked at</source>
        <translation>何时查看结果</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>如何计算</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Which weights may change</source>
        <translation>允许哪些权重改变</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>最后几层</translation>
    </message>
    <message>
        <source>How many layers learn, counted from the top, where only the last ones do</source>
        <translation>只让最后几层学习时，从顶层数起有几层学习</translation>
    </message>
    <message>
        <source>Unfreeze over</source>
        <translation>解冻时段</translation>
    </message>
    <message>
        <source>Share of the run in which layers join one after another, where they unfreeze gradually</source>
        <translation>逐步解冻时，各层陆续加入学习的阶段占整次运行的比例</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>How much LoRA can add: the shorter side of its thin matrices, and the rank of the change</source>
        <translation>LoRA 能增加多少：窄矩阵的短边，也就是改变量的秩</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>LoRA alpha</translation>
    </message>
    <message>
        <source>How strongly they count; their product is multiplied by alpha / rank</source>
        <translation>附加权重的作用强度；它们的乘积会乘以 alpha / 秩</translation>
    </message>
    <message>
        <source>LoRA beside</source>
        <translation>LoRA 位置</translation>
    </message>
    <message>
        <source>Which matrices of each layer get a thin pair that learns; they rest themselves</source>
        <translation>每层哪些矩阵旁边加上一对学习的窄矩阵；矩阵本身不变</translation>
    </message>
    <message>
        <source>LoRA biases</source>
        <translation>LoRA 偏置</translation>
    </message>
    <message>
        <source>The biases that belong to these matrices learn as well, where there are any</source>
        <translation>这些矩阵若有偏置，偏置也一起学习</translation>
    </message>
    <message>
        <source>Freeze embeddings</source>
        <translation>冻结嵌入</translation>
    </message>
    <message>
        <source>What the model knows of single tokens stays as it is</source>
        <translation>模型对单个词元的认识保持不变</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many times the weights are moved</source>
        <translation>权重更新多少次</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How many times the whole training text is read</source>
        <translation>把整个训练文本读多少遍</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>How long training may take</source>
        <translation>训练最多用多长时间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>How many tokens of training text are read</source>
        <translation>读取多少个训练文本的词元</translation>
    </message>
    <message>
        <source>Share of the text</source>
        <translation>文本比例</translation>
    </message>
    <message>
        <source>Share of the training text that is read, from its beginning</source>
        <translation>从开头起读取训练文本的多大部分</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How many passages are read at once</source>
        <translation>一次读取多少个文段</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>How many such batches are read before the weights move once: as one large batch, in less memory</source>
        <translation>读取多少个这样的批之后权重才更新一次：相当于一个大批，但占用内存较少</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>How many tokens a passage has; at most what the model can see</source>
        <translation>一个文段有多少个词元；不超过模型能看到的长度</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that moves the weights</source>
        <translation>更新权重的规则</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step moves the weights, at its highest</source>
        <translation>每一步更新权重的幅度（取最高值时）</translation>
    </message>
    <message>
        <source>suited to the model</source>
        <translation>与模型相适应</translation>
    </message>
    <message>
        <source>Layer decay</source>
        <translation>逐层衰减</translation>
    </message>
    <message>
        <source>How many times less far each layer is moved than the one above it; 1 moves all alike</source>
        <translation>每一层的更新幅度是上一层的几分之一；1 表示各层相同</translation>
    </message>
    <message>
        <source>suited to the method</source>
        <translation>与方法相适应</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up</source>
        <translation>预热之后学习率如何下降</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Share of the steps in which the learning rate rises to its highest</source>
        <translation>学习率上升到最高值所占的步数比例</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>How strongly unneeded weights shrink; biases and norms are left alone</source>
        <translation>不需要的权重缩小得多快；偏置和归一化层不受影响</translation>
    </message>
    <message>
        <source>Pull to the start</source>
        <translation>拉回起点</translation>
    </message>
    <message>
        <source>How strongly what learns is drawn back to where it began, so that less is forgotten (L2-SP): each step takes back this many times the learning rate of the way; 10 is mild, 100 strong</source>
        <translation>把正在学习的权重拉回起点的力度，以减少遗忘（L2-SP）：每一步退回的路程为此值乘以学习率；10 为轻微，100 为强</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A longer gradient is shortened to this length, so that one odd passage cannot do harm</source>
        <translation>过长的梯度缩短到这个长度，使个别异常文段不会造成损害</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Share of connections switched off at random while learning; helps against learning by heart</source>
        <translation>学习时随机关闭的连接所占比例；有助于防止死记硬背</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Share of the target that is spread over all words alike, so that the model is less sure of itself</source>
        <translation>把目标的这一比例平均分给所有词，使模型不会过于自信</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>From which states of the network the classes of a text are told: its last, or also all; and whether each token counts by itself, too</source>
        <translation>根据网络的哪些状态判断文本的类别：只用最后一个，还是也用全部；以及每个词元是否也单独计入</translation>
    </message>
    <message>
        <source>Balance classes</source>
        <translation>平衡类别</translation>
    </message>
    <message>
        <source>A text counts the more, the rarer its class is, so that all classes count alike</source>
        <translation>类别越少见，其文本的分量越重，使所有类别同等重要</translation>
    </message>
    <message>
        <source>Language model beside</source>
        <translation>附带语言模型</translation>
    </message>
    <message>
        <source>How much the loss of predicting each next token of the labelled texts counts beside the labels</source>
        <translation>除标签之外，预测带标签文本中每个下一词元的损失占多大分量</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Weights of the tasks</source>
        <translation>任务权重</translation>
    </message>
    <message>
        <source>How much each of several tasks counts: as given, the more the larger its text is, or learnt from how uncertain it is</source>
        <translation>多个任务各占多大分量：按给定值、文本越大分量越重，或根据不确定程度学习得出</translation>
    </message>
    <message>
        <source>Power of the size</source>
        <translation>大小的幂次</translation>
    </message>
    <message>
        <source>Where size counts: 1 gives each text as many steps as it is long, 0 all the same</source>
        <translation>按大小计时：1 表示步数与文本长度成正比，0 表示各文本相同</translation>
    </message>
    <message>
        <source>Share of the teacher</source>
        <translation>教师占比</translation>
    </message>
    <message>
        <source>How much what the teacher says counts; the rest is for what stands in the text itself</source>
        <translation>教师的判断占多大分量；其余由文本本身的内容决定</translation>
    </message>
    <message>
        <source>Temperature of the teacher</source>
        <translation>教师温度</translation>
    </message>
    <message>
        <source>The higher, the more is learnt of what the teacher holds to be unlikely, too</source>
        <translation>越高，越多地学习教师认为不太可能的内容</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Steps between two looks at the text that is never trained on; a checkpoint is saved each time</source>
        <translation>每隔多少步查看一次从不用于训练的文本；每次都会保存检查点</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Stop after this many validations without improvement</source>
        <translation>连续这么多次验证没有改善就停止</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Number precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>How exactly factors are read when they are multiplied; bfloat16 is faster on some processors</source>
        <translation>相乘时因数取多高的精度；在某些处理器上 bfloat16 更快</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same run again</source>
        <translation>相同的种子会得到相同的运行</translation>
    </message>
</context>
<context>
    <name>FirstText</name>
    <message>
        <source>Drop files, folders or archives here</source>
        <translation>将文件、文件夹或归档文件拖放到这里</translation>
    </message>
    <message>
        <source>A novel, your letters, minutes, song texts, as text, Word, PDF, e-book, web page or table: fifty pages are enough to hear a difference.</source>
        <translation>小说、书信、会议记录、歌词均可，格式可以是文本、Word、PDF、电子书、网页或表格：五十页就足以看出变化。</translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import a folder …</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>A text or a web address from the clipboard</source>
        <translation>剪贴板中的文本或网址</translation>
    </message>
</context>
<context>
    <name>FormatLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>GainsView</name>
    <message>
        <source>Learning each alone</source>
        <translation>正在分别单独学习</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Own steps</source>
        <translation>自己的步数</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>一起</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What learning together was worth</source>
        <translation>一起学习的价值</translation>
    </message>
    <message>
        <source>Trains each of the things alone, with as many of its own steps as it had here, and says which of them gained by learning together.</source>
        <translation>以它在这里所用的同样步数，把每项内容单独训练一遍，说明哪些因一起学习而受益。</translation>
    </message>
    <message>
        <source>Learn each alone</source>
        <translation>分别单独学习</translation>
    </message>
    <message>
        <source>≈ These texts cannot tell whether learning together helped.</source>
        <translation>≈ 这些文本看不出一起学习是否有帮助。</translation>
    </message>
    <message>
        <source>Of {count} things, {helped} gained by learning together and {harmed} lost by it.</source>
        <translation>{count} 项内容中，{helped} 项因一起学习而受益，{harmed} 项因此受损。</translation>
    </message>
    <message>
        <source>no step was for it</source>
        <translation>没有一步用于它</translation>
    </message>
    <message>
        <source>{task}
“{corpus}”, {figure}</source>
        <translation>{task}
“{corpus}”，{figure}</translation>
    </message>
</context>
<context>
    <name>GameView</name>
    <message>
        <source>Text to guess</source>
        <translation>供猜测的文本</translation>
    </message>
    <message>
        <source>Unseen part of the chosen text</source>
        <translation>所选文本中没见过的部分</translation>
    </message>
    <message>
        <source>The text above</source>
        <translation>上面的文本</translation>
    </message>
    <message>
        <source>New game</source>
        <translation>新游戏</translation>
    </message>
    <message>
        <source>The text so far</source>
        <translation>到目前为止的文本</translation>
    </message>
    <message>
        <source>“New game” shows the beginning of a text. Guess how it goes on, and say how sure you are.</source>
        <translation>“新游戏”会显示一段文本的开头。猜猜接下来是什么，并说明有多大把握。</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>你的猜测</translation>
    </message>
    <message>
        <source>The next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>{percent} % sure</source>
        <translation>{percent} % 的把握</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>揭晓</translation>
    </message>
    <message>
        <source>What the model guessed</source>
        <translation>模型的猜测</translation>
    </message>
    <message>
        <source>a game is against one</source>
        <translation>游戏只有一个对手</translation>
    </message>
    <message>
        <source>There is no model to play against.</source>
        <translation>没有可以对战的模型。</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>There is no text that is long enough. Import one, or type some sentences above.</source>
        <translation>没有足够长的文本。请导入一个，或在上面输入几句话。</translation>
    </message>
    <message>
        <source>The model reads the text …</source>
        <translation>模型正在读文本…</translation>
    </message>
    <message>
        <source>The model is still guessing …</source>
        <translation>模型还在猜…</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>model&apos;s guess</source>
        <translation>模型的猜测</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>model&apos;s bits</source>
        <translation>模型的比特</translation>
    </message>
    <message>
        <source>What the model guessed appears here once the word is revealed.</source>
        <translation>词揭晓后，这里显示模型猜了什么。</translation>
    </message>
    <message>
        <source>Fewer bits are better: each is a yes-or-no question that is still open.</source>
        <translation>比特越少越好：每个比特是一个尚待回答的是非题。</translation>
    </message>
    <message>
        <source>“{word}”: right!</source>
        <translation>“{word}”：猜对了！</translation>
    </message>
    <message>
        <source>It is “{word}”, not “{guess}”.</source>
        <translation>是“{word}”，不是“{guess}”。</translation>
    </message>
    <message>
        <source>It is “{word}”.</source>
        <translation>是“{word}”。</translation>
    </message>
    <message>
        <source>That cost you {person} bits and the model, which guessed “{guess}”, {model} bits.</source>
        <translation>你为此用去 {person} 比特，猜“{guess}”的模型用去 {model} 比特。</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>游戏</translation>
    </message>
</context>
<context>
    <name>GenerationBar</name>
    <message>
        <source>As usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same text again</source>
        <translation>相同的种子会得到相同的文本</translation>
    </message>
    <message>
        <source>One sentence</source>
        <translation>一个句子</translation>
    </message>
    <message>
        <source>Stop at the end of the sentence</source>
        <translation>到句末为止</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Both models go on with the text</source>
        <translation>两个模型都续写这段文本</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probabilities|probable|likeliest|likelier|likely</source>
        <translation>可能性|最可能</translation>
    </message>
    <message>
        <source>How strongly the model expects a word, as a share of 100 %. It is an opinion from what the model has read, and not whether something is true.</source>
        <translation>模型有多期待一个词，以 100 % 中的份额表示。这是从读过的东西得来的看法，与事情真假无关。</translation>
    </message>
    <message>
        <source>“Paris” with 77 % does not say that the model knows the map.</source>
        <translation>“巴黎”占 77 %，并不说明模型懂地图。</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>next words|next token</source>
        <translation>下一个词元</translation>
    </message>
    <message>
        <source>The only thing a language model does: say what could come next, and how likely. A whole text comes of doing it again and again.</source>
        <translation>语言模型唯一会做的事：说出接下来可能是什么、各有多大可能。一次次重复，就写出整篇文章。</translation>
    </message>
    <message>
        <source>“The lamp was lit at” → “dusk”.</source>
        <translation>“今夜的灯”→“亮”。</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>prompts|pinned prompt</source>
        <translation>固定提示</translation>
    </message>
    <message>
        <source>The beginning that you give to the model, to go on from. A pinned prompt is asked again and again while the model learns, so that one sees it change.</source>
        <translation>你给模型的开头，让它接着写。固定提示会在学习过程中反复询问，这样能看到它的变化。</translation>
    </message>
    <message>
        <source>“The lamp was lit at”.</source>
        <translation>“今夜的灯”。</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>samples|drawn by chance</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>To write, a word is drawn by chance, each as often as it is probable: that is why the same beginning goes on differently each time. Always taking the likeliest soon goes round in circles.</source>
        <translation>写作时按概率随机抽词，所以同样的开头每次续写不同。如果总取最可能的，很快就会原地打转。</translation>
    </message>
    <message>
        <source>With “lit 60 %, out 40 %”, four of ten texts go on with “out”.</source>
        <translation>“亮 60 %、灭 40 %”时，十篇里有四篇接“灭”。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>temperatures</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How bold the writing is: low, and the likeliest words come nearly always; high, and unlikely ones come as well. 1 leaves the model&apos;s probabilities as they are.</source>
        <translation>写得有多大胆：低，几乎总是最可能的词；高，不太可能的词也会出现。1 表示保持模型原来的概率。</translation>
    </message>
    <message>
        <source>0.2 repeats itself, 0.8 reads well, 2 is nonsense.</source>
        <translation>0.2 会重复，0.8 读起来不错，2 就胡言乱语。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>nucleus</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this probability may be written. It cuts off the thousands of words that hardly fit, few where the model is sure and many where it is not.</source>
        <translation>只允许写出加起来达到这个概率的最可能的词。它砍掉成千上万个不合适的词：模型有把握时剩得少，没把握时剩得多。</translation>
    </message>
    <message>
        <source>At 0.9, “lit 60 %, out 25 %, still 10 %” leaves these three alone.</source>
        <translation>取 0.9 时，“亮 60 %、灭 25 %、坏 10 %”就只剩这三个。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens may be written, whatever their probability. It is simpler than top-p, and does not ask how sure the model is.</source>
        <translation>只允许写出排在最前面的若干个词元，不管概率多大。比 top-p 简单，但不管模型有没有把握。</translation>
    </message>
    <message>
        <source>1 always takes the first; 40 is usual.</source>
        <translation>1 总取第一个；常用 40。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Makes what stands in the text already less likely. It helps where a small model repeats one sentence for ever; too much of it forbids even “the”.</source>
        <translation>让文中已有的词变得不太可能。小模型老是重复一句话时有用；太强则连“的”都用不了。</translation>
    </message>
    <message>
        <source>1 does nothing, 1.2 is usual.</source>
        <translation>1 不起作用，常用 1.2。</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>continuations|word tree|write on</source>
        <translation>接着写|词树</translation>
    </message>
    <message>
        <source>What a model writes after your beginning. The word tree shows several at once, with the probability of each turn.</source>
        <translation>模型在你的开头之后写出的内容。词树同时显示好几种，并标出每个分支的概率。</translation>
    </message>
    <message>
        <source>“The lamp was” → lit → at → dusk.</source>
        <translation>“灯”→“亮”→“了”。</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>conversations|chat template|assistant</source>
        <translation>对话模板|助手</translation>
    </message>
    <message>
        <source>A text in which two speak in turn. A chat model has learnt from many of these to go on as the assistant; that is all there is to its answering.</source>
        <translation>两人轮流说话的文本。对话模型从许多对话里学会接着扮演助手；所谓回答不过如此。</translation>
    </message>
    <message>
        <source>“User: Hello. Assistant: …” goes on with “Hello, how can I help?”</source>
        <translation>“用户：你好。助手：……”后面接“你好，有什么可以帮你？”</translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>A or B</source>
        <translation>A 还是 B</translation>
    </message>
    <message>
        <source>Two texts whose writers are hidden, one by the model before and one by the model after; you say which is which. If you are right much more often than half the time, the fine-tuning can really be noticed.</source>
        <translation>两段不知道作者的文字，一段出自微调前的模型，一段出自微调后的模型，由你指出哪段是谁写的。如果你说对的次数远多于一半，微调的效果就确实看得出来。</translation>
    </message>
    <message>
        <source>9 of 10 right: who only guesses manages that once in a hundred tests.</source>
        <translation>10 次对 9 次：只靠乱猜的人，一百次测试里才有一次能做到。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>perplexities</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>How unsure a model is of what comes next: 20 means as unsure as if it had to pick among 20 equally likely tokens. Lower is better; 1 would be a model that is never surprised.</source>
        <translation>模型对接下来出现什么有多拿不准：20 表示就像要在 20 个同样可能的词元里挑一个那样拿不准。越低越好；1 表示模型从不感到意外。</translation>
    </message>
    <message>
        <source>A small model may have 131 on a text of a new kind, and 16 after some minutes of learning from it.</source>
        <translation>小模型遇到一类新文本时可能是 131，学了几分钟后是 16。</translation>
    </message>
    <message>
        <source>Perplexity went from {before} to {after}: in the end as unsure as if it picked among {choices} equally likely tokens.</source>
        <translation>困惑度从 {before} 变为 {after}：最后就像要在 {choices} 个同样可能的词元里挑一个那样拿不准。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The number that learning makes smaller: how surprised the model is, on average, by what really came next. 0 would mean that it had expected everything.</source>
        <translation>学习要让它变小的那个数：平均来说，模型对真正出现的内容有多意外。0 表示它全都料到了。</translation>
    </message>
    <message>
        <source>A loss of 3 nats per token means: what came had a probability of about 5 %.</source>
        <translation>每个词元损失 3 奈特，意思是真正出现的内容当时约有 5 % 的概率。</translation>
    </message>
    <message>
        <source>On text that it never learns from, the loss went from {nats_before} to {nats_after} nats per token.</source>
        <translation>在它从不学习的文本上，每个词元的损失从 {nats_before} 变为 {nats_after} 奈特。</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>The loss on the very passages that are being learnt from. It nearly always falls, so by itself it proves little: learning by heart makes it fall, too.</source>
        <translation>在正在学习的那些文段上的损失。它几乎总会下降，所以单凭它说明不了什么：死记硬背也会让它下降。</translation>
    </message>
    <message>
        <source>Like marks in exercises whose answers one has seen.</source>
        <translation>就像做已经看过答案的练习题得到的分数。</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>The loss on the part of the text that is never learnt from. It tells how the model does on new text; when it rises while the training loss falls, the model has begun to learn by heart.</source>
        <translation>在从不用来学习的那部分文本上的损失。它说明模型遇到新文本时表现如何；如果训练损失下降而它上升，模型就开始死记硬背了。</translation>
    </message>
    <message>
        <source>Like marks in an exam with new questions.</source>
        <translation>就像考新题目得到的分数。</translation>
    </message>
    <message>
        <source>It was {nats_before} nats per token before, and {nats_after} with the weights that were kept.</source>
        <translation>学习前每个词元 {nats_before} 奈特，保留下来的权重是 {nats_after} 奈特。</translation>
    </message>
    <message>
        <source>Nat</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <source>The unit in which loss is counted. One nat is the surprise at something that had a probability of 37 %; two nats, of 14 %.</source>
        <translation>损失的计量单位。1 奈特是对概率为 37 % 的事情发生时的意外；2 奈特则对应 14 %。</translation>
    </message>
    <message>
        <source>1 nat is as much as 1.44 bits.</source>
        <translation>1 奈特等于 1.44 比特。</translation>
    </message>
    <message>
        <source>Bit</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>A measure of surprise: one bit is the surprise at how a fair coin falls, one yes-or-no question. Each bit more means half as likely.</source>
        <translation>衡量意外程度的单位：1 比特就是抛一枚均匀硬币的意外程度，相当于一个是非问题。每多 1 比特，可能性就减半。</translation>
    </message>
    <message>
        <source>A word with a probability of 1 in 1,024 costs ten bits.</source>
        <translation>概率为 1/1024 的词值 10 比特。</translation>
    </message>
    <message>
        <source>Bits per byte</source>
        <translation>每字节比特数</translation>
    </message>
    <message>
        <source>bits/byte|bits a byte|bit per byte</source>
        <translation>比特/字节</translation>
    </message>
    <message>
        <source>How many bits the model would need to pass on one byte of the text, were it used to compress it. It does not depend on how a text is cut into tokens, so that it compares models that perplexity cannot.</source>
        <translation>如果用这个模型压缩文本，每个字节要用多少比特。它与文本怎样切成词元无关，所以能比较困惑度无法比较的模型。</translation>
    </message>
    <message>
        <source>Plain text has 8 bits per byte, a zip file of English about 2.5, a good language model less than 1.</source>
        <translation>纯文本每字节 8 比特，英文压缩成 zip 约 2.5 比特，好的语言模型不到 1 比特。</translation>
    </message>
    <message>
        <source>It went from {bits_before} to {bits_after} bits per byte.</source>
        <translation>从每字节 {bits_before} 比特变为 {bits_after} 比特。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>top-5 accuracy|top-5</source>
        <translation>前五准确率</translation>
    </message>
    <message>
        <source>The share of answers that were right: how often the likeliest word, or class, was the one that came. Top-5 also counts those that stood among the first five.</source>
        <translation>答对的比例：模型认为最可能的词或类别，有多少次正是真正出现的。“前五”则把排在前五名之内的也算对。</translation>
    </message>
    <message>
        <source>If 34 of 100 next words were guessed at once, accuracy is 34 %.</source>
        <translation>100 个下一个词中一次就猜对 34 个，准确率就是 34 %。</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>precision|recall</source>
        <translation>精确率|召回率</translation>
    </message>
    <message>
        <source>Of all that was called a class, how much belonged to it (precision); of all that belongs to it, how much was found (recall). One is easily high at the cost of the other.</source>
        <translation>被判为某类的当中有多少确实属于它（精确率）；属于它的当中有多少被找了出来（召回率）。牺牲其中一个，另一个很容易就高。</translation>
    </message>
    <message>
        <source>Who calls every letter spam finds all spam (recall 100 %), but is mostly wrong (low precision).</source>
        <translation>把每封邮件都说成垃圾邮件，就能找出全部垃圾邮件（召回率 100 %），但多半说错（精确率低）。</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1 值</translation>
    </message>
    <message>
        <source>conlleval|macro F1|micro F1|macro-F1|micro-F1|F1</source>
        <translation>conlleval|宏平均 F1|微平均 F1|F1</translation>
    </message>
    <message>
        <source>One number for precision and recall together, high only where both are. Macro F1 lets every class count alike, however rare; micro F1 lets every example count alike.</source>
        <translation>把精确率和召回率合成一个数，两者都高它才高。宏平均 F1 让每个类别同等重要，不管多罕见；微平均 F1 让每个例子同等重要。</translation>
    </message>
    <message>
        <source>With 95 good reviews and 5 bad ones, always saying “good” has an accuracy of 95 % but a macro F1 of only 49 %.</source>
        <translation>95 条好评、5 条差评时，一律说“好”准确率有 95 %，宏平均 F1 却只有 49 %。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>confusion|diagonal</source>
        <translation>混淆|对角线</translation>
    </message>
    <message>
        <source>A table of what was taken for what: a row for each true class, a column for each answer. What is right stands on the diagonal; a large number beside it shows which two classes are mixed up.</source>
        <translation>一张“把什么当成了什么”的表：每个真实类别一行，每种回答一列。答对的在对角线上；旁边的大数字说明哪两类被弄混了。</translation>
    </message>
    <message>
        <source>Row “storm”, column “rain”, 7: seven storms were taken for rain.</source>
        <translation>“暴风”行、“下雨”列是 7：有七次暴风被当成了下雨。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether the model&apos;s certainty can be believed: of all that it holds to be 70 % likely, about 70 % should come true. A model can often be right and still be far too sure of itself.</source>
        <translation>模型的把握能不能信：凡是它认为有 70 % 可能的，应该约有 70 % 成真。模型可以经常答对，却仍然过于有把握。</translation>
    </message>
    <message>
        <source>A weather forecast is well calibrated if it rains on 3 of 10 days for which it said 30 %.</source>
        <translation>天气预报说 30 % 会下雨的十天里有三天下了雨，校准就很好。</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>with a confidence of|95 %|bounds|bootstrap</source>
        <translation>置信水平|自助法|95 %</translation>
    </message>
    <message>
        <source>Between which bounds the true figure most probably lies, since only a limited text was measured. Where the bounds lie on both sides of zero, the difference may be chance.</source>
        <translation>由于只量了有限的文本，真实数值最可能落在哪两个界限之间。如果两个界限分别在零的两边，差别就可能只是偶然。</translation>
    </message>
    <message>
        <source>“0.4 better, between 0.3 and 0.5” is sure; “0.1 better, between −0.2 and 0.4” is not.</source>
        <translation>“好 0.4，在 0.3 与 0.5 之间”是可靠的；“好 0.1，在 −0.2 与 0.4 之间”就不可靠。</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>意外程度</translation>
    </message>
    <message>
        <source>surprising|surprised|surprises</source>
        <translation>有多意外|出乎意料</translation>
    </message>
    <message>
        <source>How little a word was expected, counted in bits. Everything a language model learns comes from being surprised and then changing so that it would have been less so.</source>
        <translation>一个词有多出乎意料，用比特计。语言模型学到的一切，都来自先感到意外，再改变自己使下次不那么意外。</translation>
    </message>
    <message>
        <source>After “once upon a”, “time” is no surprise; “submarine” is one of 20 bits.</source>
        <translation>“从前有座”后面出现“山”不意外；出现“潜艇”就有 20 比特的意外。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>ranks|ranked</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>The place of the word that really came on the model&apos;s list, the likeliest first. Rank 1 means that it was the model&apos;s own first guess.</source>
        <translation>真正出现的词在模型清单上的位置，最可能的排第一。排名第 1 说明它正是模型的第一猜测。</translation>
    </message>
    <message>
        <source>A word that climbs from rank 900 to rank 3 was learnt.</source>
        <translation>一个词从第 900 名升到第 3 名，就是学会了。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>For every weight, which way and how strongly to turn it so that the loss becomes smaller. Learning is nothing but following it downhill in many small steps.</source>
        <translation>对每个权重来说，该往哪个方向、多大力度去调，才能使损失变小。学习不过是顺着它一小步一小步往下走。</translation>
    </message>
    <message>
        <source>In fog, one feels with the foot where the slope goes down: that is the gradient.</source>
        <translation>在雾里用脚探出哪边是下坡：那就是梯度。</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>How strongly the passages of a step pull at the weights, all together. That it wavers is normal; a sudden peak comes from an odd passage or a learning rate that is too high.</source>
        <translation>一步里读到的文段总共有多大力度在拉动权重。上下波动是正常的；突然冒尖是因为遇到古怪的文段，或者学习率太高。</translation>
    </message>
    <message>
        <source>A run may start near 5 and settle near 1.</source>
        <translation>一次运行可能从 5 左右开始，稳定在 1 左右。</translation>
    </message>
    <message>
        <source>Smoothing of a curve</source>
        <translation>曲线的平滑</translation>
    </message>
    <message>
        <source>smoothing|smoothed</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How far a curve in a plot is evened out, so that its course is seen through its ups and downs. Only the drawing changes, never what was measured.</source>
        <translation>把图里的曲线拉平多少，好透过起伏看出走势。只改变画法，不改变测得的数。</translation>
    </message>
    <message>
        <source>The loss of single steps jumps about; smoothed, it falls steadily.</source>
        <translation>单步的损失跳来跳去；平滑之后是稳稳下降。</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>tokens/s|speed</source>
        <translation>词元/秒|速度</translation>
    </message>
    <message>
        <source>How many tokens are read in a second of learning, forwards and backwards. It tells how long a run takes on this computer.</source>
        <translation>学习时每秒读多少个词元，包括来回计算。由它可以知道一次运行在本机上要多久。</translation>
    </message>
    <message>
        <source>At 2,000 tokens per second, a novel of 100,000 tokens takes 50 seconds.</source>
        <translation>每秒 2000 个词元时，读一部 10 万词元的小说要 50 秒。</translation>
    </message>
    <message>
        <source>It read {speed} tokens per second on this computer.</source>
        <translation>它在本机上每秒读 {speed} 个词元。</translation>
    </message>
    <message>
        <source>Transfer dividend</source>
        <translation>迁移红利</translation>
    </message>
    <message>
        <source>dividend|what pretraining is worth</source>
        <translation>预训练的价值|红利</translation>
    </message>
    <message>
        <source>What pretraining is worth: how much better the same network does with what it had read before than from random weights, after learning from the same text. It is largest where there is little text.</source>
        <translation>预训练值多少：同一个网络学了同样的文本之后，带着以前读过的东西比从随机权重开始好多少。文本越少，它越大。</translation>
    </message>
    <message>
        <source>With a tenth of a text, a pretrained model may do better than an empty one that has read all of it.</source>
        <translation>预训练过的模型只读十分之一的文本，可能就胜过读完全部文本的空白模型。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>verbatim|learning by heart|learnt by heart|learn by heart|by heart|overfit|recites|recital</source>
        <translation>逐字重现|死记硬背|背下|过拟合</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>evaluations|evaluate|evaluated|evaluating</source>
        <translation>评估的各项指标</translation>
    </message>
    <message>
        <source>To measure, once and thoroughly, how well a model does on a whole part of a text. The looks while it learns read only a piece of it, so that their figures differ a little.</source>
        <translation>完整而彻底地测量一次模型在文本的某一整个部分上表现如何。学习途中的测量只读其中一段，所以数字略有不同。</translation>
    </message>
    <message>
        <source>“Bits per byte 1.92 on the test part, before 2.31.”</source>
        <translation>“测试集上每字节比特数 1.92，之前是 2.31。”</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>A long text is measured in windows that overlap, and the stride says how far each begins after the last. The shorter it is, the more words every prediction has before it, and the longer it takes.</source>
        <translation>长文本用相互重叠的窗口来测量，步幅就是每个窗口比前一个晚多远开始。步幅越短，每次预测之前的词就越多，花的时间也越长。</translation>
    </message>
    <message>
        <source>Windows of 256 tokens, each 128 after the last.</source>
        <translation>每个窗口 256 个词元，比前一个晚 128 个开始。</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>A scale on which each step is as many times as much as the one before, and not as much more. What differs a thousandfold can be seen in one picture.</source>
        <translation>一种刻度，每一格是前一格的若干倍，而不是多出同样的量。这样相差千倍的数也能画在同一张图里。</translation>
    </message>
    <message>
        <source>0.0001, 0.001, 0.01: equally far from each other.</source>
        <translation>0.0001、0.001、0.01：彼此间距相等。</translation>
    </message>
    <message>
        <source>Learning a text by heart instead of what holds for other texts like it. One sees it where the training loss falls on and the validation loss rises; fewer steps, more text or dropout help.</source>
        <translation>把文本背了下来，而没有学到对同类文本都成立的东西。表现是训练损失继续下降而验证损失上升；减少步数、增加文本或用随机失活会有帮助。</translation>
    </message>
    <message>
        <source>A pupil who has memorised last year&apos;s answers and fails with new questions.</source>
        <translation>背下去年答案、遇到新题就不会的学生。</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>forget|forgot|forgotten|forgetting</source>
        <translation>忘掉|忘记|遗忘</translation>
    </message>
    <message>
        <source>While it learns something new, a model loses some of what it knew, for the same weights hold both. A lower learning rate, fewer weights that learn, or a pull to the start keep more.</source>
        <translation>模型学新东西时会丢掉一些原来会的，因为两者存在同样的权重里。学习率低一些、少让一些权重学习，或拉回起点，都能多保住一些。</translation>
    </message>
    <message>
        <source>After a hundred recipes, it may go on with every sentence as with a recipe.</source>
        <translation>学了一百份菜谱之后，它可能把什么句子都接成菜谱。</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>labels|labelled|labelling</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What somebody has written beside a text to say what it is. A model can learn to tell it of new texts.</source>
        <translation>有人在文本旁写下、说明它是什么的标记。模型可以学会给新文本加上它。</translation>
    </message>
    <message>
        <source>“good” or “bad” beside each entry of a visitors&apos; book.</source>
        <translation>游客留言旁的“好”或“差”。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes|classify|classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>One of the kinds that texts are told apart by. Where one class is rare, the model sees little of it, and accuracy says little about it.</source>
        <translation>用来区分文本的种类之一。某个类别很少见时，模型见得少，准确率也说明不了它。</translation>
    </message>
    <message>
        <source>Praise, complaint, question.</source>
        <translation>表扬、投诉、提问。</translation>
    </message>
    <message>
        <source>Balanced classes</source>
        <translation>类别平衡</translation>
    </message>
    <message>
        <source>balance classes|balanced classes</source>
        <translation>平衡类别</translation>
    </message>
    <message>
        <source>A text counts the more, the rarer its class is, so that all classes together count alike. A model can then no longer do well by always giving the most frequent answer.</source>
        <translation>类别越少见，其文本就越重要，各类别合起来同等重要。这样模型不能靠总答最常见的那个取巧。</translation>
    </message>
    <message>
        <source>With 90 to 10, each of the ten counts nine times as much.</source>
        <translation>90 比 10 时，那十个里的每一个都按九倍算。</translation>
    </message>
    <message>
        <source>Tag of a word</source>
        <translation>词的标注</translation>
    </message>
    <message>
        <source>tags|tagged|tagging|BIO|BIO2</source>
        <translation>标注|BIO2</translation>
    </message>
    <message>
        <source>Words alone</source>
        <translation>仅凭词</translation>
    </message>
    <message>
        <source>bag of words|most frequent label|baseline</source>
        <translation>词袋|最常见的标签|基线|只看词语|仅凭词语</translation>
    </message>
    <message>
        <source>A simple way to tell labels, which only counts which words occur, without a network. A model is worth its trouble only if it does better.</source>
        <translation>判断标签的简单办法：只数出现了哪些词，不用网络。模型只有做得更好，才值得费这个功夫。</translation>
    </message>
    <message>
        <source>Words alone are right of 84 %, the model of 91 %.</source>
        <translation>仅凭词判对 84%，模型判对 91%。</translation>
    </message>
    <message>
        <source>Leave-one-out</source>
        <translation>逐一去除</translation>
    </message>
    <message>
        <source>left out in turn</source>
        <translation>逐一去除</translation>
    </message>
    <message>
        <source>The text is read again and again, each time without one of its words, to see how the answer changes. The words without which it would change most spoke for it most.</source>
        <translation>把文本一遍遍重读，每次去掉其中一个词，看答案怎样变化。去掉后变化最大的词，就是最支持这个答案的词。</translation>
    </message>
    <message>
        <source>Without “wonderful” the probability of “good” falls from 93 % to 60 %.</source>
        <translation>去掉“精彩”后，“好评”的概率从 93% 降到 60%。</translation>
    </message>
    <message>
        <source>What one word is within its sentence: a person, a place, the beginning of a date. Words that belong together make a span.</source>
        <translation>一个词在句中是什么：人名、地名、日期的开头。属于一起的词组成片段。</translation>
    </message>
    <message>
        <source>“Anna (person) sailed to Kiel (place).”</source>
        <translation>“安娜（人名）驶往基尔（地名）。”</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Words that stand together and are one thing. A span counts as found only where both its ends are right.</source>
        <translation>放在一起成为一个整体的几个词。两头都对才算找到。</translation>
    </message>
    <message>
        <source>“the old lighthouse of Kiel” is one place.</source>
        <translation>“基尔的老灯塔”是一个地点。</translation>
    </message>
    <message>
        <source>Role and predicate</source>
        <translation>角色与谓词</translation>
    </message>
    <message>
        <source>role|roles|predicate|predicates</source>
        <translation>角色|谓词</translation>
    </message>
    <message>
        <source>Who does what to whom: around a verb (the predicate), other words play roles. A model can learn to tell them.</source>
        <translation>谁对谁做了什么：围绕动词（谓词），其他词各有角色。模型可以学会辨认。</translation>
    </message>
    <message>
        <source>“Anna lit the lamp”: Anna does it, the lamp has it done.</source>
        <translation>“安娜点灯”：安娜是做的人，灯是受动的。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>fine-tune|fine-tuned|fine tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>To let a model that has read very much learn a little more, from your text. It keeps what it knows of language and takes on your words, names and style.</source>
        <translation>让一个已经读过很多东西的模型再从你的文本里多学一点。它保留对语言的了解，同时学会你的用词、名字和文风。</translation>
    </message>
    <message>
        <source>A musician who can play learns one new piece: that takes an evening, not years.</source>
        <translation>会弹琴的人学一首新曲子：只要一个晚上，不用好几年。</translation>
    </message>
    <message>
        <source>The run “{run}” took {seconds} to go from a perplexity of {before} to {after}.</source>
        <translation>运行“{run}”用了 {seconds}，困惑度从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <source>Transfer learning</source>
        <translation>迁移学习</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>To use what was learnt in one place for something else. A model that has read hundreds of books needs only a little of your text.</source>
        <translation>把在一处学到的用到别处。读过几百本书的模型，只需要一点点你的文本。</translation>
    </message>
    <message>
        <source>Who speaks Spanish learns Italian faster.</source>
        <translation>会说西班牙语的人学意大利语更快。</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>预训练</translation>
    </message>
    <message>
        <source>pretrained|pretrain</source>
        <translation>预训练过</translation>
    </message>
    <message>
        <source>The long first training of a model, on very many texts, before anybody fine-tunes it. Most of what it knows of language comes from there.</source>
        <translation>模型最初的漫长训练，读非常多的文本，在任何人微调它之前。它对语言的了解大多由此而来。</translation>
    </message>
    <message>
        <source>“Starter English” has read hundreds of old books.</source>
        <translation>“Starter English”读过几百本旧书。</translation>
    </message>
    <message>
        <source>From random weights</source>
        <translation>从随机权重开始</translation>
    </message>
    <message>
        <source>from scratch|random weights</source>
        <translation>从零训练|随机权重</translation>
    </message>
    <message>
        <source>To begin with a network that knows nothing: all its numbers are drawn by chance. It shows how much of a result comes from pretraining.</source>
        <translation>从一个什么都不懂的网络开始：它的数字全是随机抽的。由此能看出结果有多少来自预训练。</translation>
    </message>
    <message>
        <source>At first it writes letters like “lbe the ofng”; it needs much more text.</source>
        <translation>一开始它只会写乱码，需要多得多的文本。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>trained|train|trains</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>To show a model passages, see how surprised it is, and turn its weights a little so that it would have been less so; then again, some hundred times. What is trained changes for good, until somebody goes back to a checkpoint.</source>
        <translation>给模型看文段，看它有多意外，再稍微调一下权重，让它本可以不那么意外；如此重复几百次。训练会一直留下变化，除非退回某个检查点。</translation>
    </message>
    <message>
        <source>150 steps on a small text take about a minute.</source>
        <translation>小文本上训练 150 步约需一分钟。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>One training from its beginning to its end, with its settings, curves, samples and the model that came of it. Runs are kept in History and can be compared.</source>
        <translation>从头到尾的一次训练，连同它的设置、曲线、样本和得到的模型。运行都保存在“历史”里，可以比较。</translation>
    </message>
    <message>
        <source>The same text with two learning rates makes two runs.</source>
        <translation>同一文本用两个学习率，就是两次运行。</translation>
    </message>
    <message>
        <source>“{run}” made {steps} steps in {seconds}.</source>
        <translation>“{run}”用 {seconds} 走了 {steps} 步。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>steps</source>
        <translation> 步|每步|每一步|步</translation>
    </message>
    <message>
        <source>One small change of the weights, after reading one batch. A run is so many steps; more of them learn more, as long as the validation loss falls.</source>
        <translation>读完一批之后对权重的一次小改动。一次运行由许多步组成；只要验证损失还在下降，步数越多学得越多。</translation>
    </message>
    <message>
        <source>150 steps of 8 passages read 1,200 passages.</source>
        <translation>150 步、每步 8 个文段，共读 1200 个文段。</translation>
    </message>
    <message>
        <source>The run made {steps} steps, each of {per_step} tokens.</source>
        <translation>这次运行走了 {steps} 步，每步 {per_step} 个词元。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation> 轮|轮数</translation>
    </message>
    <message>
        <source>One reading of the whole training text. Several can help; after very many, the text is learnt by heart.</source>
        <translation>把全部训练文本读一遍。多读几遍可能有用；读得太多遍，文本就被背下来了。</translation>
    </message>
    <message>
        <source>A text of 1,000 passages, read 8 at a time, has 125 steps in an epoch.</source>
        <translation>1000 个文段的文本，每次读 8 个，一轮有 125 步。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>batches|batch size|micro-batches</source>
        <translation>批大小|每批|小批</translation>
    </message>
    <message>
        <source>The passages that are read together before the weights change once. Larger batches make steadier steps and need more memory and time for each.</source>
        <translation>权重改动一次之前一起读的那些文段。批越大，每一步越稳，但每步要更多内存和时间。</translation>
    </message>
    <message>
        <source>8 passages of 256 tokens are 2,048 tokens a step.</source>
        <translation>8 个各 256 词元的文段，每步就是 2048 个词元。</translation>
    </message>
    <message>
        <source>It read {batch} passages of up to {context} tokens at once.</source>
        <translation>它一次读 {batch} 个文段，每个最多 {context} 个词元。</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>梯度累积</translation>
    </message>
    <message>
        <source>accumulate|accumulation|accumulated</source>
        <translation>累积批次</translation>
    </message>
    <message>
        <source>To read several small batches one after the other and change the weights once for all of them. It is the same step as with one large batch, in less memory.</source>
        <translation>一个接一个地读几个小批，然后一起改动一次权重。效果等于一个大批的一步，但用的内存更少。</translation>
    </message>
    <message>
        <source>4 × 2 passages make the step of a batch of 8 in about the memory of 2.</source>
        <translation>4 次各读 2 个文段，等于批大小为 8 的一步，内存却只要 2 个文段那么多。</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>context|passage|passages</source>
        <translation>上下文|文段</translation>
    </message>
    <message>
        <source>How many tokens the model sees at once, of a passage that it learns from or of what you have written. What lies further back does not exist for it.</source>
        <translation>模型一次能看到多少个词元，无论是学习的文段还是你写的内容。更前面的东西对它来说不存在。</translation>
    </message>
    <message>
        <source>256 tokens are about half a page.</source>
        <translation>256 个词元约为半页。</translation>
    </message>
    <message>
        <source>The passages of this run have up to {context} tokens.</source>
        <translation>这次运行的文段最多有 {context} 个词元。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rates|rate|rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step turns the weights. Too low, and it hardly learns; too high, and it jumps past what is good and forgets what it knew.</source>
        <translation>每一步把权重调多远。太低，几乎学不到；太高，就会跳过好的位置，还会忘掉原来会的。</translation>
    </message>
    <message>
        <source>0.0005 suits a small pretrained model, 0.00005 a large one.</source>
        <translation>小的预训练模型适合 0.0005，大的适合 0.00005。</translation>
    </message>
    <message>
        <source>At its highest it was {rate}.</source>
        <translation>最高时是 {rate}。</translation>
    </message>
    <message>
        <source>Learning-rate finder</source>
        <translation>学习率查找</translation>
    </message>
    <message>
        <source>rate finder|find a learning rate|find a rate</source>
        <translation>查找学习率|寻找学习率</translation>
    </message>
    <message>
        <source>It tries ever higher learning rates on a copy of the model and shows where the loss falls fastest and where it breaks out. The model itself is not changed.</source>
        <translation>在模型的副本上试越来越高的学习率，显示损失在哪里降得最快、在哪里失控。模型本身不会改变。</translation>
    </message>
    <message>
        <source>If the loss falls from 0.0001 on and explodes at 0.01, 0.001 is a good choice.</source>
        <translation>如果从 0.0001 起下降、到 0.01 失控，0.001 就是好选择。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>What a model is to learn: to go on with a text, to give it a label, to mark words in it, or to answer. The same text can serve several tasks.</source>
        <translation>模型要学的是什么：续写文本、给它贴标签、标注其中的词，或者回答。同一份文本可以用于几种任务。</translation>
    </message>
    <message>
        <source>From a collection of letters: how one writes them, or who has written each.</source>
        <translation>从一批书信里可以学：信该怎么写，或者每封是谁写的。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A name for a set of settings that fit each other, so that nobody has to choose each by itself. Whatever you then change is marked as differing from it.</source>
        <translation>一组相互配合的设置的名称，这样就不必逐项选择。之后你改动的任何一项都会标明与它不同。</translation>
    </message>
    <message>
        <source>Quick, Balanced and Thorough.</source>
        <translation>快速、均衡、深入。</translation>
    </message>
    <message>
        <source>How the learning rate goes on over a run: mostly it rises shortly, then falls, so that the last steps are fine corrections. The preview on Train draws it.</source>
        <translation>学习率在一次运行中怎样变化：通常先短暂上升，再慢慢下降，使最后几步成为细微修正。“训练”页上有它的预览图。</translation>
    </message>
    <message>
        <source>Like parking: fast at first, slow at the end.</source>
        <translation>就像停车：先快后慢。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>warm up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>The first part of a run, in which the learning rate rises from nearly nothing. The first gradients are wild, and small steps keep them from doing harm.</source>
        <translation>运行开头学习率从近乎零升起来的那一段。最初的梯度很乱，小步走可以避免它们造成破坏。</translation>
    </message>
    <message>
        <source>0.1 of 150 steps: it rises during the first 15.</source>
        <translation>150 步的 0.1：前 15 步里上升。</translation>
    </message>
    <message>
        <source>It rose over the first {warmup_steps} of {steps} steps.</source>
        <translation>{steps} 步中的前 {warmup_steps} 步在上升。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>In every step all weights shrink a little, so that only those stay large that are needed. It is a mild means against learning by heart.</source>
        <translation>每一步都让所有权重缩小一点，只有真正需要的才保持较大。这是防止死记硬背的温和手段。</translation>
    </message>
    <message>
        <source>0.01 is usual; 0 switches it off.</source>
        <translation>常用 0.01；0 表示关闭。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>AdamW|Adam|SGD|Adafactor|Lion|Muon|momentum|optimizers</source>
        <translation>动量|AdamW|Adam|SGD|Adafactor|Lion|Muon</translation>
    </message>
    <message>
        <source>The rule that makes a change of the weights out of the gradient. AdamW, the usual one, gives each weight a stride of its own, by how much its gradient has wavered.</source>
        <translation>把梯度变成权重改动的规则。常用的 AdamW 按每个权重梯度的波动大小，给它各自的步幅。</translation>
    </message>
    <message>
        <source>It keeps two more numbers for each weight, which is why learning needs more memory than asking.</source>
        <translation>它为每个权重再存两个数，所以学习比提问更费内存。</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>clipping|clipped|clip</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>A gradient that is longer than a limit is shortened to it. So one odd passage cannot throw the model off course.</source>
        <translation>梯度超过上限时就缩短到上限。这样一个古怪的文段不会把模型带偏。</translation>
    </message>
    <message>
        <source>With a limit of 1, a peak of 30 counts as 1.</source>
        <translation>上限为 1 时，30 的尖峰只算 1。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>While it learns, some connections are switched off by chance, others each time. So the model cannot rely on any single one, and learns less by heart.</source>
        <translation>学习时随机关掉一部分连接，每次不同。这样模型不能依赖某一个连接，就不容易死记硬背。</translation>
    </message>
    <message>
        <source>0.1 switches off one in ten.</source>
        <translation>0.1 表示十个里关掉一个。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>The model is told that the right answer is only, say, 90 % right, and the rest is shared among all others. It becomes less sure of itself.</source>
        <translation>告诉模型正确答案只有比如 90 % 正确，其余分给别的答案。这样它就不那么武断。</translation>
    </message>
    <message>
        <source>0.1 is usual for labels; for next words mostly 0.</source>
        <translation>标签常用 0.1；下一个词通常用 0。</translation>
    </message>
    <message>
        <source>Layer decay</source>
        <translation>逐层衰减</translation>
    </message>
    <message>
        <source>layer decay</source>
        <translation>逐层衰减</translation>
    </message>
    <message>
        <source>Lower layers, which hold what all language has in common, are moved less far than upper ones. So more of what was known stays.</source>
        <translation>下面的层保存各种语言共有的东西，移动得比上面的层少。这样原来会的就保住得多。</translation>
    </message>
    <message>
        <source>At 2.6, each layer moves 2.6 times less than the one above.</source>
        <translation>取 2.6 时，每一层的移动只有上一层的 1/2.6。</translation>
    </message>
    <message>
        <source>Gradual unfreezing</source>
        <translation>逐步解冻</translation>
    </message>
    <message>
        <source>unfreeze|unfreezing</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>First only the topmost layer learns; then one more joins, and another. What lies deep is touched last, when the top has already settled.</source>
        <translation>先只让最上面一层学习，再加一层，又加一层。深处的最后才动，那时上面已经稳定。</translation>
    </message>
    <message>
        <source>Of 6 layers over half of 120 steps, one joins every 10 steps.</source>
        <translation>6 层、在 120 步的一半里解冻，就是每 10 步加入一层。</translation>
    </message>
    <message>
        <source>Freezing</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>freeze|freezes|frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Weights that are frozen stay as they are while others learn. It saves memory and keeps what the model knew.</source>
        <translation>冻结的权重保持原样，只让别的学习。这样省内存，也保住模型原来会的。</translation>
    </message>
    <message>
        <source>With the last 2 of 12 layers learning, 10 are frozen.</source>
        <translation>12 层里只有最后 2 层学习，另外 10 层就被冻结。</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>low-rank adaptation|small additions</source>
        <translation>小的附加部分</translation>
    </message>
    <message>
        <source>The model stays as it is, and beside its large matrices thin pairs of small ones learn. That is about a hundredth of the numbers: little memory, a small file, and less is forgotten.</source>
        <translation>模型本身不变，只让它的大矩阵旁边一对对细长的小矩阵学习。数字只有百分之一左右：省内存，文件小，忘得也少。</translation>
    </message>
    <message>
        <source>F16|F32|bfloat16|float32|float16|bf16|number precision</source>
        <translation>F16|F32|精度|bfloat16|float32|float16|bf16</translation>
    </message>
    <message>
        <source>A student of half the layers can come close to its teacher and answers nearly twice as fast.</source>
        <translation>层数减半的学生能接近教师，回答却快近一倍。</translation>
    </message>
    <message>
        <source>Sticky notes in a book instead of a new edition.</source>
        <translation>就像在书里贴便条，而不是重印一版。</translation>
    </message>
    <message>
        <source>linear|cosine|slanted triangular|inverse square root</source>
        <translation>线性|余弦|斜三角|平方根倒数</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>alpha|LoRA alpha|alpha / rank|rank of the change|adapter of rank</source>
        <translation>秩|LoRA alpha</translation>
    </message>
    <message>
        <source>The rank is how thick LoRA&apos;s thin matrices are: the more, the more can be learnt. Alpha says how strongly they count.</source>
        <translation>秩是 LoRA 细长矩阵的厚度：越大能学的越多。alpha 表示它们有多大分量。</translation>
    </message>
    <message>
        <source>Rank 8 beside a matrix of 768 × 768 has 12,288 numbers instead of 589,824.</source>
        <translation>768 × 768 的矩阵旁用秩 8，只有 12,288 个数，而不是 589,824 个。</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>adapters|PEFT</source>
        <translation>附加部分|PEFT</translation>
    </message>
    <message>
        <source>What LoRA has added, as a small file of its own, to be laid upon the model that it belongs to. One model can have many of them.</source>
        <translation>LoRA 加上的部分单独存成的小文件，配合它所属的模型使用。一个模型可以有许多个。</translation>
    </message>
    <message>
        <source>3 MB for a model of 500 MB.</source>
        <translation>500 MB 的模型，适配器只有 3 MB。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The number from which all chance is drawn: which passages come when, what is switched off, which word is written. The same seed gives the same again; another one shows how much was luck.</source>
        <translation>一切随机都由这个数产生：先读哪些文段、关掉哪些连接、写出哪个词。同样的种子得到同样的结果；换一个就能看出有多少是运气。</translation>
    </message>
    <message>
        <source>Runs with the seeds 0, 1 and 2 that end at 16.1, 16.3 and 16.2 differ by luck alone.</source>
        <translation>种子 0、1、2 的运行结束于 16.1、16.3、16.2，差别只是运气。</translation>
    </message>
    <message>
        <source>This run drew from the seed {seed}.</source>
        <translation>这次运行的种子是 {seed}。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>The state of a run, saved at one step, from which it can go on as if nothing had happened. The best one becomes the model of the run.</source>
        <translation>运行在某一步保存的状态，可以从那里继续，就像什么都没发生。最好的那个成为这次运行的模型。</translation>
    </message>
    <message>
        <source>When the power fails, the run goes on from the last one.</source>
        <translation>断电后，运行从最近的检查点继续。</translation>
    </message>
    <message>
        <source>The weights of step {kept} were kept as its model.</source>
        <translation>保留第 {kept} 步的权重作为它的模型。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>After how many looks at unseen text without improvement a run stops by itself. So it does not go on learning by heart all night.</source>
        <translation>看了多少次没见过的文本都没有进步，运行就自己停下。免得它整夜死记硬背下去。</translation>
    </message>
    <message>
        <source>4 looks, one every 25 steps: it stops after 100 steps without improvement.</source>
        <translation>看 4 次，每 25 步一次：100 步没有进步就停。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validate|validations|validated</source>
        <translation>验证次数</translation>
    </message>
    <message>
        <source>To measure, every so many steps, how the model does on text that it never learns from. Only this tells whether it learns what holds for new text.</source>
        <translation>每隔若干步，量一量模型在从不学习的文本上表现如何。只有这样才知道它学到的是否适用于新文本。</translation>
    </message>
    <message>
        <source>An exam in between, with new questions.</source>
        <translation>中途用新题目考一次。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Several runs that differ in one setting or two, made one after the other, and the best of them marked. It answers “which value is best for my text?”</source>
        <translation>几次运行只在一两项设置上不同，一个接一个做完，并标出最好的。它回答“哪个值最适合我的文本？”</translation>
    </message>
    <message>
        <source>Learning rates of 0.0001, 0.0003 and 0.001 make three runs.</source>
        <translation>学习率 0.0001、0.0003、0.001 就是三次运行。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Runs that wait for their turn; each begins when the one before has ended. The computer can work through them at night.</source>
        <translation>排队等候的运行；前一个结束，后一个就开始。电脑可以在夜里一个个做完。</translation>
    </message>
    <message>
        <source>Three runs of ten minutes are done in half an hour.</source>
        <translation>三次各十分钟的运行，半小时做完。</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>With how many digits numbers are computed: float32 has about seven, bfloat16 about two or three and is faster on newer processors. Learning bears that, because everything is added up exactly.</source>
        <translation>计算时用多少位数字：float32 约七位，bfloat16 约两三位，在较新的处理器上更快。学习经得起这样，因为累加时仍然精确。</translation>
    </message>
    <message>
        <source>0.1234567 becomes 0.1235 in bfloat16.</source>
        <translation>0.1234567 在 bfloat16 里成为 0.1235。</translation>
    </message>
    <message>
        <source>Distillation</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>teacher|teachers|student|students</source>
        <translation>教师|学生</translation>
    </message>
    <message>
        <source>A small model, the student, learns not only from the text but from what a larger one, the teacher, holds to be likely at each place. “Probably ‘sea’, perhaps ‘water’” teaches more than “sea”.</source>
        <translation>小模型（学生）不仅从文本学，还从大模型（教师）在每处认为可能的内容学。“多半是‘海’，也许是‘水’”比只说“海”教得更多。</translation>
    </message>
    <message>
        <source>Temperature of the teacher</source>
        <translation>教师的温度</translation>
    </message>
    <message>
        <source>temperature of the teacher</source>
        <translation>教师的温度|教师温度</translation>
    </message>
    <message>
        <source>How evenly the teacher&apos;s opinion is spread before it is learnt. The higher, the more the student hears of what the teacher holds to be unlikely.</source>
        <translation>学习之前把教师的看法摊得多平。越高，学生就越多听到教师认为不太可能的内容。</translation>
    </message>
    <message>
        <source>“sea 90 %, water 9 %” becomes “sea 76 %, water 24 %” at 2.</source>
        <translation>取 2 时，“海 90 %、水 9 %”成为“海 76 %、水 24 %”。</translation>
    </message>
    <message>
        <source>Pull to the start</source>
        <translation>拉回起点</translation>
    </message>
    <message>
        <source>L2-SP</source>
        <translation>拉回起点</translation>
    </message>
    <message>
        <source>In every step, the weights are drawn back a little to where they began. So the model learns what it must and forgets less.</source>
        <translation>每一步都把权重往起点拉回一点。这样模型只学必须学的，忘得更少。</translation>
    </message>
    <message>
        <source>10 is mild, 100 strong.</source>
        <translation>10 较弱，100 很强。</translation>
    </message>
    <message>
        <source>Learning several things at once</source>
        <translation>同时学几样</translation>
    </message>
    <message>
        <source>learnt together|learning together|mixture|power of the size|weights of the tasks|learn something else</source>
        <translation>一起学习的|一起学习什么|规模的幂|任务的权重|同时学习|任务权重|大小的幂次|一起学习</translation>
    </message>
    <message>
        <source>One network learns the next words of a text and, say, its labels, taking turns. Weights say how often each has its turn.</source>
        <translation>一个网络轮流学一个文本的下一个词和（比如）它的标签。权重决定各自轮到的次数。</translation>
    </message>
    <message>
        <source>Weights of 3 and 1 give three steps of four to the first.</source>
        <translation>权重 3 与 1，四步里有三步归第一个。</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>language models|model|models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A program that, given the beginning of a text, says how probable each next word is. It has learnt that from very many texts, and it knows nothing else.</source>
        <translation>一个程序：给它文本的开头，它说出每个下一个词有多大概率。这是它从非常多的文本里学来的，此外它什么都不知道。</translation>
    </message>
    <message>
        <source>After “the lamp was” it may say: lit 41 %, out 12 %, still 7 %.</source>
        <translation>“灯已经”后面，它可能说：亮 41 %、熄 12 %、坏 7 %。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weight|parameters|parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The millions of numbers in which everything is that a model has learnt. Learning changes them; nothing of a text is stored beside them.</source>
        <translation>几百万个数，模型学到的一切都在里面。学习就是改变它们；除此之外不保存任何文本。</translation>
    </message>
    <message>
        <source>8 million weights take 32 MB, four bytes each.</source>
        <translation>800 万个权重占 32 MB，每个 4 字节。</translation>
    </message>
    <message>
        <source>Neural network</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>network|networks|neural</source>
        <translation>同一个网络|网络的</translation>
    </message>
    <message>
        <source>A long calculation with weights in it, in layers: what one layer has computed is the next one&apos;s input. It was named after nerve cells, with which it has little in common.</source>
        <translation>一长串带权重的计算，分成许多层：一层算出的结果是下一层的输入。它因神经细胞得名，却没有多少共同之处。</translation>
    </message>
    <message>
        <source>A word goes in as a row of numbers and comes out as probabilities.</source>
        <translation>词以一排数字进去，以概率出来。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layers</source>
        <translation> 层|网络层</translation>
    </message>
    <message>
        <source>A part of the network, one on top of the other. Lower ones deal more with spelling and grammar, upper ones more with what a text is about.</source>
        <translation>网络的一部分，一层叠一层。下面的多管拼写和语法，上面的多管文本讲什么。</translation>
    </message>
    <message>
        <source>“Starter English” has a few, SmolLM2 135M has 30.</source>
        <translation>“Starter English”只有几层，SmolLM2 135M 有 30 层。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>分类头|注意力头|标签头|每个头</translation>
    </message>
    <message>
        <source>The last part of a network, which makes the answer out of what the layers have found: the next word or, with another head, a label. (Attention has heads as well: parts that each look for something else.)</source>
        <translation>网络的最后一部分，把各层得到的东西变成答案：下一个词，换一个头就是标签。（注意力也有头：各自找不同的东西。）</translation>
    </message>
    <message>
        <source>To tell reviews apart, a head for two classes takes the place of that for 8,000 tokens.</source>
        <translation>要分辨好评差评，就用两个类别的头代替 8000 个词元的头。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>queries and values|all of attention</source>
        <translation>查询与值|查询和值</translation>
    </message>
    <message>
        <source>How a transformer decides which earlier words matter for the next one. Each word asks (query), each earlier one offers what it is (key) and what it has to say (value).</source>
        <translation>Transformer 借此决定前面哪些词对下一个词重要。每个词发问（查询），前面的每个词亮出自己是什么（键）和有什么可说（值）。</translation>
    </message>
    <message>
        <source>In “Anna lit the lamp because she …”, “she” looks back at “Anna”.</source>
        <translation>“安娜点了灯，因为她……”里，“她”回头看“安娜”。</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <source>feed-forward part</source>
        <translation>前馈部分</translation>
    </message>
    <message>
        <source>The part of each layer that works on every word by itself, after attention has brought together what it needs. Much of what a model knows by heart lies there.</source>
        <translation>每层里单独处理每个词的部分，在注意力把需要的东西凑齐之后。模型记住的知识有许多在这里。</translation>
    </message>
    <message>
        <source>It has about two thirds of a layer&apos;s weights.</source>
        <translation>一层约三分之二的权重在这里。</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>transformers|GPT-2|Llama</source>
        <translation>变换器</translation>
    </message>
    <message>
        <source>The kind of network that nearly all language models of today are, since 2017. It sees all earlier words at once and weighs by attention which of them matter.</source>
        <translation>2017 年以来几乎所有语言模型采用的网络。它同时看到前面所有的词，用注意力衡量哪些重要。</translation>
    </message>
    <message>
        <source>GPT stands for “generative pretrained transformer”.</source>
        <translation>GPT 就是“生成式预训练 Transformer”的缩写。</translation>
    </message>
    <message>
        <source>Recurrent network (LSTM)</source>
        <translation>循环网络（LSTM）</translation>
    </message>
    <message>
        <source>LSTM|recurrent</source>
        <translation>循环网络</translation>
    </message>
    <message>
        <source>The older kind: it reads word after word and carries along a summary of all before. It is small and quick, but remembers far-off words badly.</source>
        <translation>较早的一种：一个词一个词地读，带着对前文的概括往下走。它小而快，但不太记得远处的词。</translation>
    </message>
    <message>
        <source>“English by words” is one.</source>
        <translation>“English by words”就是。</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>隐藏状态</translation>
    </message>
    <message>
        <source>state|states</source>
        <translation>最后状态|最后的状态|最后一个状态</translation>
    </message>
    <message>
        <source>The row of numbers in which a network holds what it has read up to a place. From it, the next word or the class is told.</source>
        <translation>网络用一排数字保存读到某处为止的内容。下一个词或类别就由它得出。</translation>
    </message>
    <message>
        <source>Some hundred numbers for each place in a small model.</source>
        <translation>小模型里每个位置几百个数。</translation>
    </message>
    <message>
        <source>Q4_0|Q4_1|Q5_0|Q5_1|Q8_0|quantization|quantised|quantized|4 bits|few bits</source>
        <translation>Q4_0|Q4_1|Q5_0|Q5_1|Q8_0|4 位</translation>
    </message>
    <message>
        <source>To store each weight with fewer digits, so that a model becomes several times smaller. It answers a little worse, mostly hardly so that one notices.</source>
        <translation>用更少的位数存每个权重，模型能小好几倍。回答略差一点，多半察觉不到。</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>architectures|family of models|families of models</source>
        <translation>模型家族</translation>
    </message>
    <message>
        <source>How a network is built: which layers it has, in which order, and how wide they are. Models of one family differ only in size and in what they have read.</source>
        <translation>网络是怎样搭成的：有哪些层、按什么顺序、各有多宽。同一家族的模型只在大小和读过的内容上不同。</translation>
    </message>
    <message>
        <source>GPT-2, Llama and Qwen are architectures of the same kind, the transformer.</source>
        <translation>GPT-2、Llama 和 Qwen 是同一类架构，即 Transformer。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>matrices|tensor|tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>A table of numbers; nearly all weights of a network stand in such tables. A tensor is the same with any number of directions, and a file of weights is a list of them.</source>
        <translation>由数字排成的表；网络的权重几乎都放在这样的表里。张量也是如此，只是方向可以有任意多个；一个权重文件就是一串张量。</translation>
    </message>
    <message>
        <source>768 rows and 768 columns: 589,824 weights.</source>
        <translation>768 行 768 列：589,824 个权重。</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>The raw score that a network gives each token, before the scores become probabilities. Only how far they lie apart matters.</source>
        <translation>网络给每个词元打的原始分数，之后才换算成概率。重要的只是分数之间相差多少。</translation>
    </message>
    <message>
        <source>Scores of 2 and 0 become 88 % and 12 %.</source>
        <translation>2 分和 0 分换算成 88% 和 12%。</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>How the states of all words of a text become one, from which its class is told: the last alone, or also the mean and the greatest of all. The latter remembers what stood at the beginning, too.</source>
        <translation>把文本里所有词的状态合成一个，用来判断类别：只取最后一个，或再加上全部的平均与最大。后者也记得开头说了什么。</translation>
    </message>
    <message>
        <source>“Dull, but the end is great”: the last state alone might forget “dull”.</source>
        <translation>“沉闷，但结尾很棒”：只看最后的状态可能忘了“沉闷”。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>A number that is added, whatever goes in, as opposed to the weights by which inputs are multiplied. There are few of them.</source>
        <translation>不管输入是什么都会加上的数，不同于用来乘输入的权重。它们数量很少。</translation>
    </message>
    <message>
        <source>In y = 3x + 2, 3 is a weight and 2 a bias.</source>
        <translation>y = 3x + 2 里，3 是权重，2 是偏置。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>The row of numbers that stands for a token inside of the model. Words that are used alike have rows that are alike.</source>
        <translation>在模型内部代表一个词元的一排数字。用法相似的词，数字也相似。</translation>
    </message>
    <message>
        <source>“Monday” lies close to “Tuesday”.</source>
        <translation>“星期一”离“星期二”很近。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>What a model reads and writes: a word, a piece of a word or a sign. Frequent words are one token, rare ones are put together from several.</source>
        <translation>模型读写的单位：一个词、词的一部分或一个符号。常用词是一个词元，少见的由几个拼成。</translation>
    </message>
    <message>
        <source>“unbelievable” may be un + believ + able.</source>
        <translation>“灯塔守护人”可能是 灯塔 + 守护 + 人。</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>tokenizers|tokenized</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>What cuts a text into tokens, always in the same way. Each model has its own, with which it was trained.</source>
        <translation>把文本切成词元的工具，切法总是一样。每个模型都有训练时用的那一个。</translation>
    </message>
    <message>
        <source>English has about 4 letters in a token, Chinese one or two characters.</source>
        <translation>英文一个词元约 4 个字母，中文一两个字。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>vocabularies</source>
        <translation>词表|词汇量</translation>
    </message>
    <message>
        <source>All tokens that a model knows. It cannot write any other, but can put every word together from them.</source>
        <translation>模型认识的全部词元。它写不出别的，但任何词都能用它们拼出来。</translation>
    </message>
    <message>
        <source>8,192 tokens in a small model, 50,257 in GPT-2.</source>
        <translation>小模型 8192 个，GPT-2 有 50,257 个。</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>2,000 MB in 32 bits are about 300 MB in 4.</source>
        <translation>32 位的 2000 MB，4 位约 300 MB。</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>Ollama|llama.cpp|LM Studio</source>
        <translation>GGUF|Ollama|llama.cpp|LM Studio</translation>
    </message>
    <message>
        <source>The kind of file in which Ollama, LM Studio and llama.cpp keep models, mostly quantised. It is opened here without copying anything.</source>
        <translation>Ollama、LM Studio 和 llama.cpp 存放模型的文件格式，多半是量化过的。这里打开它不需要复制。</translation>
    </message>
    <message>
        <source>A model.gguf can be dropped on the window.</source>
        <translation>把 model.gguf 拖到窗口上就行。</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>A kind of file that holds weights and nothing else. Older kinds can contain programs, which is why they are refused here.</source>
        <translation>只装权重、不装别的东西的文件。更老的格式里可能藏有程序，所以这里拒绝打开。</translation>
    </message>
    <message>
        <source>model.safetensors beside config.json is a whole model.</source>
        <translation>model.safetensors 加上 config.json 就是一个完整的模型。</translation>
    </message>
    <message>
        <source>Hugging Face Hub</source>
        <translation>Hugging Face Hub</translation>
    </message>
    <message>
        <source>Hub|Hugging Face|asked of the network</source>
        <translation>Hub|Hugging Face</translation>
    </message>
    <message>
        <source>A place on the internet where people share models; most of those that are free to download lie there. It is asked only when you ask it.</source>
        <translation>人们在网上分享模型的地方；可自由下载的模型大多在那里。只有你去问时程序才会访问它。</translation>
    </message>
    <message>
        <source>“HuggingFaceTB/SmolLM2-135M” is the name of a model there.</source>
        <translation>“HuggingFaceTB/SmolLM2-135M”就是那里一个模型的名字。</translation>
    </message>
    <message>
        <source>Gated model</source>
        <translation>受限模型</translation>
    </message>
    <message>
        <source>gated|gated models|token for the hub|keep the token|forget the token</source>
        <translation>受限|令牌</translation>
    </message>
    <message>
        <source>A model whose makers let you download it only after you have agreed to their terms, with an account. A token shows that you have.</source>
        <translation>必须有账号并同意条款之后才能下载的模型。用令牌证明你已同意。</translation>
    </message>
    <message>
        <source>The models of Llama are gated.</source>
        <translation>Llama 的模型就是受限的。</translation>
    </message>
    <message>
        <source>Hash (SHA-256)</source>
        <translation>哈希值（SHA-256）</translation>
    </message>
    <message>
        <source>SHA-256|SHA256|hash</source>
        <translation>哈希|SHA256</translation>
    </message>
    <message>
        <source>A fingerprint of a file: 64 signs that come out quite different when a single letter is changed. It shows whether a text or a model still is what it was.</source>
        <translation>文件的指纹：64 个字符，改动一个字母就完全不同。由它可知文本或模型是否还和当初一样。</translation>
    </message>
    <message>
        <source>Two files with the same hash are the same file.</source>
        <translation>哈希值相同的两个文件就是同一个文件。</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>corpora</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>A collection of texts to learn from or to measure on. In this window it is simply called a text.</source>
        <translation>用来学习或测量的一批文本。在这个窗口里就叫文本。</translation>
    </message>
    <message>
        <source>All letters of a person, or a hundred recipes.</source>
        <translation>一个人的全部书信，或者一百份菜谱。</translation>
    </message>
    <message>
        <source>Training text</source>
        <translation>训练文本</translation>
    </message>
    <message>
        <source>training part</source>
        <translation>训练文本</translation>
    </message>
    <message>
        <source>The part of a text from which the model learns, mostly nine tenths of it. The more varied it is, the more of what is learnt there holds elsewhere.</source>
        <translation>文本中供模型学习的部分，通常占十分之九左右。它越多样，学到的东西越能用在别处。</translation>
    </message>
    <message>
        <source>Of 100 letters, some 80 to 90.</source>
        <translation>100 封信里的 80 到 90 封。</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>验证文本</translation>
    </message>
    <message>
        <source>unseen text|not seen|had not seen|never trained on|never learns from|validation part</source>
        <translation>没见过的文本|从不用来训练</translation>
    </message>
    <message>
        <source>The part of a text that is never learnt from. By it one sees while learning whether the model also does better on new text.</source>
        <translation>文本中从不用来学习的部分。学习途中用它来看模型遇到新文本时是否也更好。</translation>
    </message>
    <message>
        <source>10 of 100 letters are laid aside before anything begins.</source>
        <translation>开始之前先从 100 封信里留出 10 封。</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>测试文本</translation>
    </message>
    <message>
        <source>test part|held-out passage|held-out|held out</source>
        <translation>留出文段|留出</translation>
    </message>
    <message>
        <source>A part that is looked at only at the very end. Since nothing was chosen by it, its figure is the most honest one.</source>
        <translation>直到最后才看的部分。因为没有根据它挑选过任何东西，它的数字最诚实。</translation>
    </message>
    <message>
        <source>The last exam, whose questions nobody has seen.</source>
        <translation>谁也没见过题目的期末考试。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>splits|leak|leaks|blocks of paragraphs</source>
        <translation>泄漏|按段落块|段落块</translation>
    </message>
    <message>
        <source>UTF-8|Unicode|NFC</source>
        <translation>编码|NFC</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>regular expressions</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>A pattern of letters and signs that stands for many words at once. A dot is any letter, “+” says once or more often, and “[0-9]” is any figure.</source>
        <translation>由字母和符号写成的样式，一次代表许多词。点号是任意一个字符，“+”表示一次或多次，“[0-9]”是任意一个数字。</translation>
    </message>
    <message>
        <source>“lamps?” finds “lamp” and “lamps”.</source>
        <translation>“[雨雪]天”能找到“雨天”和“雪天”。</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>语境共现</translation>
    </message>
    <message>
        <source>lines in which it stands|by what follows|by what precedes</source>
        <translation>它所在的行|按后文|按前文</translation>
    </message>
    <message>
        <source>All places where a word stands, one below the other, with what is to the left and right of it. Sorted by what follows, it shows at a glance how a word is used.</source>
        <translation>一个词出现的所有位置，上下对齐，左右各是它的前文和后文。按后文排序，一眼就能看出这个词的用法。</translation>
    </message>
    <message>
        <source>… lit the | lamp | at dusk …</source>
        <translation>……黄昏时点亮 | 灯 | 光照向海面……</translation>
    </message>
    <message>
        <source>How a text is cut into training, validation and test parts. Where the same passage lies in two of them (a leak), the figures look better than they are.</source>
        <translation>文本怎样分成训练、验证、测试三部分。如果同一段落落在两部分里（泄漏），数字就会显得比实际好。</translation>
    </message>
    <message>
        <source>80 % to learn, 10 % to check on the way, 10 % for the end.</source>
        <translation>80 % 学习，10 % 途中检查，10 % 留到最后。</translation>
    </message>
    <message>
        <source>Cleaning recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>recipe|cleaning steps|cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>The steps by which a text is tidied up before it is learnt from: page numbers, broken lines, repeated paragraphs. Your files themselves are never changed.</source>
        <translation>学习之前整理文本的各个步骤：页码、断行、重复段落等。你的文件本身从不改动。</translation>
    </message>
    <message>
        <source>A book from a PDF loses the line “Page 17” on every page.</source>
        <translation>从 PDF 来的书，去掉每页上的“第 17 页”。</translation>
    </message>
    <message>
        <source>Nearly repeated passage</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>near-duplicate|near duplicates|nearly repeated|nearly the same as|MinHash|duplicates</source>
        <translation>文段几乎相同|近似重复|重复段落|几乎重复</translation>
    </message>
    <message>
        <source>Passages that share most of their word groups, such as two versions of one letter. What is read often is learnt by heart, and in two parts of a text it makes the figures look too good.</source>
        <translation>大部分词组相同的段落，比如同一封信的两稿。读得多的会被背下来；落在两部分里又会让数字显得太好。</translation>
    </message>
    <message>
        <source>A poem that stands in three anthologies.</source>
        <translation>收进三本选集的同一首诗。</translation>
    </message>
    <message>
        <source>Boilerplate</source>
        <translation>套话</translation>
    </message>
    <message>
        <source>copyright notices</source>
        <translation>样板文字</translation>
    </message>
    <message>
        <source>Lines that stand in thousands of files and belong to no text: copyright notices, “share this”. A model would learn them best of all.</source>
        <translation>成千上万个文件里都有、却不属于任何文章的行：版权声明、“分享到”。模型反而会把它们学得最好。</translation>
    </message>
    <message>
        <source>“All rights reserved.”</source>
        <translation>“版权所有，翻印必究。”</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How letters are written as numbers in a file. A wrong guess makes “cafÃ©” of “café”.</source>
        <translation>文件里用数字表示字的方法。猜错了，“中文”就会变成乱码。</translation>
    </message>
    <message>
        <source>UTF-8 has all letters of the world; GB 18030 is common in China.</source>
        <translation>UTF-8 包括世界上所有文字；GB 18030 在中国常用。</translation>
    </message>
    <message>
        <source>Typical words</source>
        <translation>特征词</translation>
    </message>
    <message>
        <source>type-token|typical word|vocabulary of a text</source>
        <translation>典型词|特征词</translation>
    </message>
    <message>
        <source>Words that stand in this text far more often than in others. They show at a glance what it is about and what a model can learn from it.</source>
        <translation>在这个文本里比在别处出现得多得多的词。一眼就能看出它讲什么、模型能学到什么。</translation>
    </message>
    <message>
        <source>“lamp”, “fog”, “wick” in a lighthouse keeper&apos;s log.</source>
        <translation>守灯日志里的“灯”“雾”“灯芯”。</translation>
    </message>
    <message>
        <source>Processor core</source>
        <translation>处理器核心</translation>
    </message>
    <message>
        <source>core|cores|processor|processors|GPU|GPUs|CPU|threads</source>
        <translation>核心|处理器|GPU|CPU|线程</translation>
    </message>
    <message>
        <source>The part of a computer that calculates; most have several, which work at the same time. A GPU is a processor with thousands of very small ones, which can learn much faster, but is not needed here.</source>
        <translation>电脑中负责计算的部分；大多数电脑有好几个，可以同时工作。GPU 是有成千上万个很小的核心的处理器，训练起来快得多，但在这里并不需要。</translation>
    </message>
    <message>
        <source>With two cores, a run of two minutes on one takes little more than one.</source>
        <translation>在一个核心上要两分钟的训练，用两个核心只要一分钟多一点。</translation>
    </message>
    <message>
        <source>Process of its own</source>
        <translation>单独的进程</translation>
    </message>
    <message>
        <source>process apart|separate process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>A program that runs beside the window and shares no memory with it. If it runs out of memory or breaks down, the window goes on, and the run continues from its last checkpoint.</source>
        <translation>在窗口旁边单独运行的程序，不与窗口共用内存。即使它内存不足或中途崩溃，窗口仍照常工作，训练也会从最近的检查点继续。</translation>
    </message>
    <message>
        <source>A run over night is safer in a process of its own.</source>
        <translation>要训练一整夜时，放在单独的进程中更稳妥。</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>clusters|Ray|node|nodes</source>
        <translation>Ray|节点</translation>
    </message>
    <message>
        <source>Several computers that work as one, each called a node. Ray is the program that shares the runs out among them and tells when one of them is gone.</source>
        <translation>像一台那样协同工作的多台电脑，其中每一台叫作一个节点。Ray 是把训练分派给它们、并在某一台消失时发出通知的程序。</translation>
    </message>
    <message>
        <source>Eight runs of a sweep on four computers take the time of two.</source>
        <translation>一次搜索的八次训练放在四台电脑上，只要两次训练的时间。</translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation>TensorFlow</translation>
    </message>
    <message>
        <source>Keras|SavedModel|LiteRT|tflite</source>
        <translation>Keras|SavedModel|LiteRT|tflite</translation>
    </message>
    <message>
        <source>The library that does the calculating here, with Keras on top, in which a network is written down. SavedModel, a Keras file and LiteRT (for telephones and small devices) are the forms in which it saves a model for other programs.</source>
        <translation>这里负责计算的程序库；网络是用建立在它上面的 Keras 写成的。SavedModel、Keras 文件和 LiteRT（用于手机和小型设备）是它为其他程序保存模型的几种形式。</translation>
    </message>
    <message>
        <source>A programmer opens a Keras file with one line of Python.</source>
        <translation>程序员用一行 Python 就能打开 Keras 文件。</translation>
    </message>
    <message>
        <source>TensorBoard</source>
        <translation>TensorBoard</translation>
    </message>
    <message>
        <source>TensorBoard events</source>
        <translation>TensorBoard 事件</translation>
    </message>
    <message>
        <source>A program of others that draws the curves of runs in a web browser. The measurements of a run can be saved in the form that it reads.</source>
        <translation>另一个程序，在网页浏览器中画出训练的曲线。训练中的各项测量可以保存成它能读取的形式。</translation>
    </message>
    <message>
        <source>Curves of this program beside those of a colleague&apos;s.</source>
        <translation>把这里的曲线和同事的曲线放在一起看。</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>system&apos;s keyring</source>
        <translation>系统的密钥环</translation>
    </message>
    <message>
        <source>Where the system keeps passwords, locked with your own. What is kept there is in no file of this program, and goes with no project that you hand on.</source>
        <translation>系统存放密码的地方，用你自己的密码锁着。放在那里的东西不在本程序的任何文件中，也不会随你交给别人的项目一起带走。</translation>
    </message>
    <message>
        <source>The token that opens a gated model is kept there.</source>
        <translation>打开受限模型所用的令牌就存放在那里。</translation>
    </message>
    <message>
        <source>Repeat and compare</source>
        <translation>重复并比较</translation>
    </message>
    <message>
        <source>reproducible|same bits|repetition of a run</source>
        <translation>可重现</translation>
    </message>
    <message>
        <source>A run is trained once more from the same seed, text and settings, to see whether every number is the same. Where it is, whoever has the project can check what you say.</source>
        <translation>用同样的随机种子、文本和设置再训练一次，看每个数字是否都相同。如果相同，拿到这个项目的人就能核对你所说的。</translation>
    </message>
    <message>
        <source>“All 150 losses are the same” is stronger than “about the same”.</source>
        <translation>“150 个损失全部相同”比“差不多”更有力。</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>One of several programs that make the steps of a run together, each on its own share of the batch. All of them move the weights by the mean of what each has found, so that the run comes out as if one had made it.</source>
        <translation>几个程序一起完成一次训练的每一步，每个处理一批中自己的那一份，其中每个程序就是一个工作进程。它们都按各自所得的平均值移动权重，所以结果和由一个程序完成时一样。</translation>
    </message>
    <message>
        <source>A batch of 8 passages and 2 workers: each reads 4.</source>
        <translation>一批 8 个文段、2 个工作进程：每个读 4 个。</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search for a word</source>
        <translation>查找一个词</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>它的意思</translation>
    </message>
    <message>
        <source>No term is called so, or says so.</source>
        <translation>没有叫这个名字或提到它的术语。</translation>
    </message>
    <message>
        <source>Save as a page …</source>
        <translation>保存为网页…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>HandedView</name>
    <message>
        <source>Learning without the teacher</source>
        <translation>正在进行没有教师的学习</translation>
    </message>
    <message>
        <source>Trains the same student without its teacher, and measures both and the teacher on the validation text.</source>
        <translation>让同一个学生模型在没有教师的情况下训练，并在验证文本上测量两者和教师。</translation>
    </message>
    <message>
        <source>Compare with no teacher</source>
        <translation>与没有教师时比较</translation>
    </message>
    <message>
        <source>What the teacher handed on</source>
        <translation>教师传授了什么</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>读取用时</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Without a teacher</source>
        <translation>没有教师</translation>
    </message>
    <message>
        <source>✓ The teacher helped: {difference}</source>
        <translation>✓ 教师有帮助：{difference}</translation>
    </message>
    <message>
        <source>✗ The teacher did harm: {difference}</source>
        <translation>✗ 教师起了反作用：{difference}</translation>
    </message>
    <message>
        <source>≈ This text cannot tell whether the teacher helped: {difference}</source>
        <translation>≈ 这段文本看不出教师是否有帮助：{difference}</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>How surprised by new text (perplexity a token)</source>
        <translation>对新文本的意外程度（每词元困惑度）</translation>
    </message>
    <message>
        <source>How wrong on new text (loss)</source>
        <translation>在新文本上的误差（损失）</translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation>损失 (奈特/词元)</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>损失 (奈特)</translation>
    </message>
    <message>
        <source>It is getting worse: perplexity {change}. Stop, and lower the learning rate?</source>
        <translation>情况在变差：困惑度 {change}。要停止并降低学习率吗？</translation>
    </message>
    <message>
        <source>It is getting worse: loss {change}. Stop, and lower the learning rate?</source>
        <translation>情况在变差：损失 {change}。要停止并降低学习率吗？</translation>
    </message>
    <message>
        <source>Perplexity {change} a token on text it had not seen.</source>
        <translation>在没见过的文本上，每词元困惑度 {change}。</translation>
    </message>
    <message>
        <source>Loss {change} on text it had not seen.</source>
        <translation>在没见过的文本上，损失 {change}。</translation>
    </message>
    <message>
        <source>It did not get better on text it had not seen (perplexity {before} a token before it learnt).</source>
        <translation>在没见过的文本上没有变好（学习前每词元困惑度为 {before}）。</translation>
    </message>
    <message>
        <source>It did not get better on text it had not seen (loss {before} before it learnt).</source>
        <translation>在没见过的文本上没有变好（学习前损失为 {before}）。</translation>
    </message>
    <message>
        <source>At its end, perplexity was {last}.</source>
        <translation>结束时困惑度为 {last}。</translation>
    </message>
    <message>
        <source>At its end, the loss was {last}.</source>
        <translation>结束时损失为 {last}。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Checking this installation</source>
        <translation>正在检查安装</translation>
    </message>
    <message>
        <source>Looking for a newer version</source>
        <translation>正在查找新版本</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time; what it wrote of that is on this computer alone.</source>
        <translation>程序上次意外结束；它当时写下的内容只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>This installation is whole: all {count} checks passed.</source>
        <translation>安装完好：{count} 项检查全部通过。</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>这已是最新版本。</translation>
    </message>
    <message>
        <source>Version {version} of {date} is there.</source>
        <translation>新版本 {version}（{date}）已发布。</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>新版本 {version} 已发布。</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开它的页面</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Runs of the project</source>
        <translation>项目的运行</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>No run is found by these words and filters.</source>
        <translation>按这些词和筛选条件找不到运行。</translation>
    </message>
    <message>
        <source>Show every run</source>
        <translation>显示所有运行</translation>
    </message>
    <message>
        <source>No run yet. Every fine-tuning is kept here with its settings, curves and notes.</source>
        <translation>还没有运行。每次微调的设置、曲线和备注都会保留在这里。</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到“训练”</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Progress of {title}</source>
        <translation>{title} 的进度</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>✓ On this computer</source>
        <translation>✓ 已在本机</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Asking the Hub …</source>
        <translation>正在询问 Hub…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}，共 {total}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Not finished: {size} of it are on this computer.</source>
        <translation>未完成：{size} 已在本机。</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>下载 {size}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Its authors ask you to accept their conditions on its page, and to set a token of yours here.</source>
        <translation>其作者要求你先在其页面上接受使用条件，并在这里设置你的令牌。</translation>
    </message>
    <message>
        <source>✗ Cannot be opened</source>
        <translation>✗ 无法打开</translation>
    </message>
    <message>
        <source>an addition to {name}</source>
        <translation>{name} 的附加部分</translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation>许可证：{name}</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
</context>
<context>
    <name>HubSettings</name>
    <message>
        <source>Address of the Hub</source>
        <translation>Hub 的地址</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Set the address of the Hub</source>
        <translation>设置 Hub 的地址</translation>
    </message>
    <message>
        <source>Back to the usual one</source>
        <translation>恢复常用地址</translation>
    </message>
    <message>
        <source>Token for the Hub</source>
        <translation>Hub 的令牌</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the token in the keyring</source>
        <translation>将令牌保留在密钥环中</translation>
    </message>
    <message>
        <source>Forget the token</source>
        <translation>删除令牌</translation>
    </message>
    <message>
        <source>Hub or mirror</source>
        <translation>Hub 或镜像</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Asking the keyring</source>
        <translation>正在询问密钥环</translation>
    </message>
    <message>
        <source>A token for {endpoint} is there. It is sent to no other address.</source>
        <translation>已有 {endpoint} 的令牌。它不会发送到其他地址。</translation>
    </message>
    <message>
        <source>No token for {endpoint}. Only gated models need one; you make it in the settings of your account there, and it is kept in this computer&apos;s keyring.</source>
        <translation>没有 {endpoint} 的令牌。只有受限模型才需要；可在该网站的账号设置中创建，令牌保存在本机的密钥环中。</translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message>
        <source>Words in the model&apos;s name, such as: gpt2 german</source>
        <translation>模型名称中的词，例如：gpt2 german</translation>
    </message>
    <message>
        <source>Words to search the Hub for</source>
        <translation>在 Hub 中搜索的词</translation>
    </message>
    <message>
        <source>Language of the model</source>
        <translation>模型的语言</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>任何语言</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>▸ Address and token</source>
        <translation>▸ 地址和令牌</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Searching {endpoint} … {done} of {total} models looked at</source>
        <translation>正在搜索 {endpoint}…已查看 {total} 个模型中的 {done} 个</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Searching {endpoint} …</source>
        <translation>正在搜索 {endpoint}…</translation>
    </message>
    <message>
        <source>Thousands of models that others have trained. Nothing is asked of the network until you press Search. What you download stays on this computer, in {folder}, where other programs find it as well.</source>
        <translation>他人训练的数千个模型。在你按下“搜索”之前不会访问网络。下载的内容保存在本机的 {folder} 中，其他程序也能找到。</translation>
    </message>
    <message>
        <source>No model with these words was found. Try fewer of them, or another language.</source>
        <translation>没有找到名称含这些词的模型。请减少词数，或换一种语言。</translation>
    </message>
    <message>
        <source>▾ Address and token</source>
        <translation>▾ 地址和令牌</translation>
    </message>
</context>
<context>
    <name>JobPlaces</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>JobView</name>
    <message>
        <source>Progress of {title}</source>
        <translation>{title} 的进度</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{share} % done</source>
        <translation>已完成 {share} %</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Nothing that it learnt did better, so the model that it began from is kept.</source>
        <translation>学到的都没有更好，所以保留起始模型。</translation>
    </message>
    <message>
        <source>The weights of step {step} are kept. They do worse than what it began from.</source>
        <translation>保留了第 {step} 步的权重，其表现不如起始模型。</translation>
    </message>
    <message>
        <source>The weights of step {step} are kept, which did best.</source>
        <translation>保留了第 {step} 步的权重，其表现最好。</translation>
    </message>
    <message>
        <source>The weights of step {step}, its last and best, are kept.</source>
        <translation>保留了第 {step} 步的权重，既是最后的也是最好的。</translation>
    </message>
</context>
<context>
    <name>LabelFigures</name>
    <message>
        <source>Figures of the evaluation</source>
        <translation>评估的各项指标</translation>
    </message>
    <message>
        <source>How well each class is told</source>
        <translation>每个类别判断得如何</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>What was held to be what</source>
        <translation>什么被判为什么</translation>
    </message>
    <message>
        <source>how sure it was (%)</source>
        <translation>它的把握（%）</translation>
    </message>
    <message>
        <source>how often it was right (%)</source>
        <translation>正确率（%）</translation>
    </message>
    <message>
        <source>Its most confident mistakes</source>
        <translation>把握最大的错误</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>What was most often held to be what</source>
        <translation>最常被判为什么</translation>
    </message>
    <message>
        <source>Held to be</source>
        <translation>判为</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>这次运行</translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation>测量方法：{protocol}</translation>
    </message>
    <message>
        <source>Words alone (bag of words)</source>
        <translation>仅凭词（词袋）</translation>
    </message>
    <message>
        <source>Each word&apos;s usual tag</source>
        <translation>每个词的常见标注</translation>
    </message>
    <message>
        <source>Always the most frequent</source>
        <translation>总取最常见的</translation>
    </message>
    <message>
        <source>Before it learnt</source>
        <translation>学习之前</translation>
    </message>
    <message>
        <source>≈ This text cannot tell it from “{name}”: {value} ({bounds}).</source>
        <translation>≈ 这段文本看不出与“{name}”的差别：{value}（{bounds}）。</translation>
    </message>
    <message>
        <source>✓ Better than “{name}”: {value} ({bounds}).</source>
        <translation>✓ 比“{name}”好：{value}（{bounds}）。</translation>
    </message>
    <message>
        <source>✗ Worse than “{name}”: {value} ({bounds}).</source>
        <translation>✗ 比“{name}”差：{value}（{bounds}）。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Right texts</source>
        <translation>判对的文本</translation>
    </message>
    <message>
        <source>Macro F1: mean of classes</source>
        <translation>宏平均 F1：各类别的平均</translation>
    </message>
    <message>
        <source>Micro F1: all together</source>
        <translation>微平均 F1：全部合计</translation>
    </message>
    <message>
        <source>Loss, nats per text</source>
        <translation>损失，每篇文本奈特</translation>
    </message>
    <message>
        <source>Sureness and success apart (calibration error)</source>
        <translation>把握与正确率之差（校准误差）</translation>
    </message>
    <message>
        <source>Right words</source>
        <translation>正确的词</translation>
    </message>
    <message>
        <source>Macro F1: mean of kinds</source>
        <translation>宏平均 F1：各种类的平均</translation>
    </message>
    <message>
        <source>F1 of all spans (conlleval)</source>
        <translation>全部片段的 F1（conlleval）</translation>
    </message>
    <message>
        <source>Loss, nats per word</source>
        <translation>损失，每词奈特</translation>
    </message>
    <message>
        <source>{error} ({chance} by chance alone)</source>
        <translation>{error}（仅因偶然为 {chance}）</translation>
    </message>
    <message>
        <source>A row for what it is, a column for what was said; the diagonal is right.</source>
        <translation>行是实际类别，列是判断结果；对角线上为正确。</translation>
    </message>
    <message>
        <source>Words, by the kind of span they are in: a row for what it is, a column for what was said.</source>
        <translation>按词所在片段的种类：行是实际种类，列是判断结果。</translation>
    </message>
    <message>
        <source>The most frequent of {count}.</source>
        <translation>{count} 个中最常见的。</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>逐个类别</translation>
    </message>
    <message>
        <source>Is it as often right as it is sure?</source>
        <translation>正确率与它的把握相符吗？</translation>
    </message>
</context>
<context>
    <name>LabelResults</name>
    <message>
        <source>Labels a part of the text and counts how often that is right, beside what words alone can tell.</source>
        <translation>给文本的一部分判断标签，统计判对的比例，并与仅凭词能判断的程度对照。</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation>正在评估 {name}</translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text once.</source>
        <translation>尚未测量。用时大约与读一遍这部分文本相同。</translation>
    </message>
    <message>
        <source>beside words alone</source>
        <translation>与仅凭词对照</translation>
    </message>
    <message>
        <source>and “{name}”</source>
        <translation>和“{name}”</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Training (turns)</source>
        <translation>训练（轮次）</translation>
    </message>
    <message>
        <source>Validation (turns)</source>
        <translation>验证（轮次）</translation>
    </message>
    <message>
        <source>Test (turns)</source>
        <translation>测试（轮次）</translation>
    </message>
    <message>
        <source>Training (spans)</source>
        <translation>训练（片段）</translation>
    </message>
    <message>
        <source>Validation (spans)</source>
        <translation>验证（片段）</translation>
    </message>
    <message>
        <source>Test (spans)</source>
        <translation>测试（片段）</translation>
    </message>
    <message>
        <source>Training (texts)</source>
        <translation>训练（篇）</translation>
    </message>
    <message>
        <source>Validation (texts)</source>
        <translation>验证（篇）</translation>
    </message>
    <message>
        <source>Test (texts)</source>
        <translation>测试（篇）</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>LabelView</name>
    <message>
        <source>Classes before</source>
        <translation>之前的类别</translation>
    </message>
    <message>
        <source>Classes after</source>
        <translation>之后的类别</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Which of its labels are told</source>
        <translation>判断它的哪些标签</translation>
    </message>
    <message>
        <source>Label many texts …</source>
        <translation>批量判断标签…</translation>
    </message>
    <message>
        <source>A file or a text of the project, in one go, into a table</source>
        <translation>一次处理一个文件或项目中的一个文本，结果放入表格</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>side</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>change of the probability</source>
        <translation>概率的变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>The classes appear here as you type.</source>
        <translation>输入时，这里显示类别。</translation>
    </message>
    <message>
        <source>No run yet. Let a model learn labels, and they appear here.</source>
        <translation>还没有运行。让模型学习标签后，结果会显示在这里。</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>Weighing words</source>
        <translation>正在衡量各词</translation>
    </message>
</context>
<context>
    <name>LabelledRows</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Before it learnt: its step 0, with a head that knows nothing yet</source>
        <translation>学习之前：第 0 步，判断标签的头还一无所知</translation>
    </message>
    <message>
        <source>Before it learnt it had no labels. This is how frequent they are in what it learnt from.</source>
        <translation>学习之前没有标签。这是它所学文本中各标签的比例。</translation>
    </message>
</context>
<context>
    <name>LabelsPanel</name>
    <message>
        <source>wherever they are found</source>
        <translation>只要找到就用</translation>
    </message>
    <message>
        <source>nowhere: text alone</source>
        <translation>没有：仅文本</translation>
    </message>
    <message>
        <source>a column of the table</source>
        <translation>表格中的一列</translation>
    </message>
    <message>
        <source>the names of folders</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>the names of files, a text a line</source>
        <translation>文件名称，每行一篇文本</translation>
    </message>
    <message>
        <source>“__label__” before each line</source>
        <translation>每行前面的“__label__”</translation>
    </message>
    <message>
        <source>columns: a word, its tag</source>
        <translation>按列：词及其标注</translation>
    </message>
    <message>
        <source>columns: words, predicates, roles</source>
        <translation>按列：词、谓词、角色</translation>
    </message>
    <message>
        <source>conversations: who says what</source>
        <translation>对话：谁说什么</translation>
    </message>
    <message>
        <source>Where the labels are</source>
        <translation>标签在哪里</translation>
    </message>
    <message>
        <source>What stands between several labels of one text</source>
        <translation>一篇文本的多个标签之间用什么分隔</translation>
    </message>
    <message>
        <source>one label each</source>
        <translation>每篇一个标签</translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation>按此重新读取文件</translation>
    </message>
    <message>
        <source>Labels of the text</source>
        <translation>文本的标签</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>As in the files</source>
        <translation>按文件中的名称</translation>
    </message>
    <message>
        <source>Gives every label the name back that it has in the files</source>
        <translation>让每个标签恢复在文件中的名称</translation>
    </message>
    <message>
        <source>Which examples are shown</source>
        <translation>显示哪些示例</translation>
    </message>
    <message>
        <source>Examples of the chosen labels</source>
        <translation>所选标签的示例</translation>
    </message>
    <message>
        <source>The texts have no labels. Say where they are, where the files have some.</source>
        <translation>这些文本没有标签。如果文件中有，请指明在哪里。</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>New name of “{name}”:</source>
        <translation>“{name}”的新名称：</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Name of the {count} together:</source>
        <translation>{count} 个标签合并后的名称：</translation>
    </message>
    <message>
        <source>With different labels ({count})</source>
        <translation>标签不一致（{count}）</translation>
    </message>
    <message>
        <source>Without a label ({count})</source>
        <translation>没有标签（{count}）</translation>
    </message>
    <message>
        <source>Labels are in</source>
        <translation>标签位于</translation>
    </message>
    <message>
        <source>Between several labels of one text</source>
        <translation>一篇文本的多个标签之间</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>It has made {step} steps. If you close now, it ends after the present one and can go on from there.</source>
        <translation>已完成 {step} 步。现在关闭的话，它会在完成当前这一步后结束，以后可以从那里继续。</translation>
    </message>
    <message>
        <source>It has not made its first step yet. If you close now, it can be begun again next time.</source>
        <translation>还没有完成第一步。现在关闭的话，下次可以重新开始。</translation>
    </message>
</context>
<context>
    <name>LearntView</name>
    <message>
        <source>Asks the model before and after at many places, reads general text, and tries what it knows by heart.</source>
        <translation>在许多位置询问微调前后的模型，读取通用文本，并检验它背下了什么。</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>处数</translation>
    </message>
    <message>
        <source>For example after</source>
        <translation>例如在此之后</translation>
    </message>
    <message>
        <source>Words it now expects more</source>
        <translation>现在更期待的词</translation>
    </message>
    <message>
        <source>Words it now expects less</source>
        <translation>现在更不期待的词</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>文段</translation>
    </message>
    <message>
        <source>Passages that improved most</source>
        <translation>改善最多的文段</translation>
    </message>
    <message>
        <source>Passages that worsened most</source>
        <translation>变差最多的文段</translation>
    </message>
    <message>
        <source>Finding out what {name} learnt</source>
        <translation>正在查看 {name} 学到了什么</translation>
    </message>
    <message>
        <source>Not looked at yet. It asks both models at places all over the text, and can be stopped.</source>
        <translation>尚未查看。它会在全文各处询问两个模型，可以随时停止。</translation>
    </message>
    <message>
        <source>Means over {count} places; a word that was among the likeliest at one of them alone says little.</source>
        <translation>{count} 处的平均值；只在其中一处属于最可能之列的词说明不了什么。</translation>
    </message>
    <message>
        <source>It started from random weights, which know nothing that could be forgotten.</source>
        <translation>它从随机权重开始，没有可以遗忘的知识。</translation>
    </message>
    <message>
        <source>✓ It forgot nothing that can be measured.</source>
        <translation>✓ 没有测出任何遗忘。</translation>
    </message>
    <message>
        <source>≈ Whether it forgot cannot be told: the general text is too short for that.</source>
        <translation>≈ 看不出是否有遗忘：通用文本太短。</translation>
    </message>
    <message>
        <source>! It forgot a little of the general language.</source>
        <translation>! 它遗忘了少许通用语言能力。</translation>
    </message>
    <message>
        <source>✗ It forgot much of the general language. A lower learning rate, fewer steps, a pull to the start or LoRA keep more of it.</source>
        <translation>✗ 它遗忘了很多通用语言能力。较低的学习率、较少的步数、拉回起点或 LoRA 能保留更多。</translation>
    </message>
    <message>
        <source>General text that no model has read: {before} → {after} bits per byte (perplexity {perplexity} a token); the change: {bounds}.</source>
        <translation>没有模型读过的通用文本：每字节比特数 {before} → {after}（每词元困惑度 {perplexity}）；变化：{bounds}。</translation>
    </message>
    <message>
        <source>✓ Nothing was found that it knows by heart.</source>
        <translation>✓ 没有发现它背下的内容。</translation>
    </message>
    <message>
        <source>! It repeats some phrases of the training text word for word.</source>
        <translation>! 它逐字重复训练文本中的一些短语。</translation>
    </message>
    <message>
        <source>✗ It recites whole passages of the training text. Fewer steps or more text would help.</source>
        <translation>✗ 它整段背诵训练文本。减少步数或增加文本会有帮助。</translation>
    </message>
    <message>
        <source>beginnings spread over the training text</source>
        <translation>分布在整个训练文本中的开头</translation>
    </message>
    <message>
        <source>beginnings of the most repeated passages ({fewest} to {most} times in it)</source>
        <translation>重复最多的文段的开头（在文本中出现 {fewest} 至 {most} 次）</translation>
    </message>
    <message>
        <source>No passage stands in the training text twice.</source>
        <translation>训练文本中没有出现两次的文段。</translation>
    </message>
    <message>
        <source>! {found} of {count} held-out conversations are nearly the same as one that is trained on, so the figures look better than they are. The nearest: “{passage}”</source>
        <translation>! {count} 段留出的对话中有 {found} 段与训练用的对话几乎相同，所以各项指标比实际好看。最接近的一段：“{passage}”</translation>
    </message>
    <message>
        <source>! {found} of {count} held-out passages are nearly the same as one that is trained on, so the figures look better than they are. The nearest: “{passage}”</source>
        <translation>! {count} 个留出文段中有 {found} 个与训练用的文段几乎相同，所以各项指标比实际好看。最接近的一个：“{passage}”</translation>
    </message>
    <message>
        <source>✓ None of {count} held-out conversations is nearly the same as one that is trained on.</source>
        <translation>✓ {count} 段留出的对话中没有一段与训练用的对话几乎相同。</translation>
    </message>
    <message>
        <source>✓ None of {count} held-out passages is nearly the same as one that is trained on.</source>
        <translation>✓ {count} 个留出文段中没有一个与训练用的文段几乎相同。</translation>
    </message>
    <message>
        <source>{found} of {count} {what} were continued word for word for {phrase} words or more, {recitals} for {recital} or more.</source>
        <translation>{count} 个{what}中，有 {found} 个被逐字续写了 {phrase} 个词以上，{recitals} 个达到 {recital} 个词以上。</translation>
    </message>
    <message>
        <source>None of {count} {what} was continued word for word for {phrase} words or more: with a confidence of 95 % fewer than {share} of such beginnings would be.</source>
        <translation>{count} 个{what}中，没有一个被逐字续写 {phrase} 个词以上：在 95 % 的置信水平下，这样的开头不到 {share}。</translation>
    </message>
    <message>
        <source>“{text}” ({words} words, up to {times} times in the text)</source>
        <translation>“{text}”（{words} 个词，在文本中最多出现 {times} 次）</translation>
    </message>
    <message>
        <source>Did it forget?</source>
        <translation>它遗忘了吗？</translation>
    </message>
    <message>
        <source>Does it know the text by heart?</source>
        <translation>它背下文本了吗？</translation>
    </message>
    <message>
        <source>Passages that improved most (perplexity a token)</source>
        <translation>改善最多的文段（每词元困惑度）</translation>
    </message>
    <message>
        <source>Passages that worsened most (perplexity a token)</source>
        <translation>变差最多的文段（每词元困惑度）</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>What is a language model?</source>
        <translation>什么是语言模型？</translation>
    </message>
    <message>
        <source>Five short chapters with Nextword Workbench: ten minutes, no knowledge needed, and everything stays on your computer.</source>
        <translation>用 Nextword Workbench 学五个短章节：十分钟，不需要任何基础，一切都留在你的电脑上。</translation>
    </message>
    <message>
        <source>In one sentence: a language model says which word is likely next, because it has read very much; it knows nothing of what is true.</source>
        <translation>一句话：语言模型因为读得多，所以能说出接下来可能是哪个词；至于什么是真的，它一无所知。</translation>
    </message>
    <message>
        <source>Guess the next word yourself</source>
        <translation>自己猜下一个词</translation>
    </message>
    <message>
        <source>You have been guessing words all your life: you often know how a sentence ends before it has ended. A language model does this and nothing else, and is scored as you are: few points for a word that was expected, many for a surprise.</source>
        <translation>你一辈子都在猜词：一句话没说完，你常常已经知道结尾。语言模型做的就是这件事，别的什么都不做；给它打分也和给你打分一样：料到的词扣得少，意外的词扣得多。</translation>
    </message>
    <message>
        <source>Press “New game”. Type the word that you think comes next, say how sure you are, and press “Reveal”: five times.</source>
        <translation>按“新游戏”。输入你认为的下一个词，选择有多大把握，再按“揭晓”，做五次。</translation>
    </message>
    <message>
        <source>Little words are easy, names are hard. Nobody gets all of them; it also counts whether you knew how sure to be.</source>
        <translation>小词容易，名字难。没有人能全猜中；你对自己的把握估计得准不准也算分。</translation>
    </message>
    <message>
        <source>What did you know that helped you to guess?</source>
        <translation>是你知道的什么帮你猜中了？</translation>
    </message>
    <message>
        <source>The model before it reads</source>
        <translation>读之前的模型</translation>
    </message>
    <message>
        <source>This model has read very many books, but never this log. For every word that it knows it has a probability, and the bars show the ten most probable ones.</source>
        <translation>这个模型读过很多书，却从没读过这本日志。它对认识的每个词都给出一个概率，条形图显示最可能的十个。</translation>
    </message>
    <message>
        <source>Look at the bars for the beginning above them. Then type another one of your own, and see how they change.</source>
        <translation>看看上面那个开头对应的条形图。再输入一个你自己的开头，看它们怎样变化。</translation>
    </message>
    <message>
        <source>Nearly all are words that could stand there. But nothing in them is of this lighthouse: it has not read of it yet.</source>
        <translation>几乎都是放在那里说得通的词，却没有一点这座灯塔的味道：它还没读过。</translation>
    </message>
    <message>
        <source>Which of these words would you have expected yourself?</source>
        <translation>这些词里，哪些是你自己也会料到的？</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>它在读</translation>
    </message>
    <message>
        <source>Now the model reads the log. At each word it is a little surprised, and millions of numbers in it are turned a little, so that it would have been less so. A part of the text is kept from it: only on that can one see whether it has learnt something or merely memorised it.</source>
        <translation>现在模型来读日志。每个词都让它有点意外，于是它里面几百万个数都被微微调整，好让它本可以不那么意外。有一部分文本不给它读：只有在那上面才看得出，它是学到了东西，还是只是背了下来。</translation>
    </message>
    <message>
        <source>Press “Start fine-tuning”, and wait for a minute or so. The first seconds are preparation.</source>
        <translation>按“开始微调”，等一分钟左右。最初几秒是准备。</translation>
    </message>
    <message>
        <source>The curve falls fast at first, then ever more slowly. The dots are text that it never learns from: they have to fall, too.</source>
        <translation>曲线先降得快，后来越来越慢。圆点是它从不学习的文本：它们也要下降才行。</translation>
    </message>
    <message>
        <source>Why is it tested on text that it has not read?</source>
        <translation>为什么要用它没读过的文本来考它？</translation>
    </message>
    <message>
        <source>The model after it has read</source>
        <translation>读之后的模型</translation>
    </message>
    <message>
        <source>It is the same model with slightly different numbers. It has learnt how this keeper writes: his hours, his words, his weather. What it knew before is mostly still there.</source>
        <translation>还是同一个模型，只是那些数略有不同。它学会了这位守灯人怎样写：他的时辰、他的用词、他的天气。原来会的大多还在。</translation>
    </message>
    <message>
        <source>Compare the bars on both sides. Click the likeliest word on the right, then the next one, until there is a sentence.</source>
        <translation>比较两边的条形图。点右边最可能的词，再点下一个，直到成为一句话。</translation>
    </message>
    <message>
        <source>Words of the log have risen, others have fallen. The sentence sounds like the keeper, though he never wrote it.</source>
        <translation>日志里的词升了上来，别的降了下去。这句话听起来像守灯人写的，可他从没写过。</translation>
    </message>
    <message>
        <source>Did it learn facts, or a way of speaking?</source>
        <translation>它学到的是事实，还是一种说话的方式？</translation>
    </message>
    <message>
        <source>What it must not be trusted with</source>
        <translation>哪些事不能信它</translation>
    </message>
    <message>
        <source>A probability says how usual a word is at a place, not whether the sentence is true. Larger models are right more often, because they have read more; but they work in the same way, and sound as sure when they are wrong.</source>
        <translation>概率只说一个词在这里有多常见，不说这句话真不真。大模型因为读得更多而更常答对，但做法一样，错的时候听起来也同样肯定。</translation>
    </message>
    <message>
        <source>Type “The first man on the moon was”, and press “Write on”. Try something that you know well, too.</source>
        <translation>输入“第一个登上月球的人是”，按“续写”。再试一件你很熟悉的事。</translation>
    </message>
    <message>
        <source>It writes calmly on, true or not. Never rely on it for facts, sums, health, law or what is said of people: look them up.</source>
        <translation>不管真假，它都从容地写下去。事实、算术、健康、法律和关于别人的话，都不要信它，要去查。</translation>
    </message>
    <message>
        <source>How would you notice that it is wrong about something you do not know?</source>
        <translation>对你不了解的事，你怎么发现它错了？</translation>
    </message>
</context>
<context>
    <name>LessonStrip</name>
    <message>
        <source>Back</source>
        <translation>上一章</translation>
    </message>
    <message>
        <source>Hand-out …</source>
        <translation>讲义…</translation>
    </message>
    <message>
        <source>The whole lesson on two pages, as a PDF</source>
        <translation>整节课共两页，PDF 文件</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Help → Lesson brings it back</source>
        <translation>用“帮助 → 课程”可以再打开</translation>
    </message>
    <message>
        <source>{number} of {count}: {title}</source>
        <translation>{number}/{count}：{title}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>The hand-out was saved as {name}.</source>
        <translation>讲义已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Limits of reading</source>
        <translation>读取的限制</translation>
    </message>
    <message>
        <source>A damaged file can ask for more memory than there is, or never end. What takes more than this is passed over, and the import goes on with the next file.</source>
        <translation>损坏的文件可能要求超出现有的内存，或永远读不完。超出下列限制的文件会被跳过，继续导入下一个文件。</translation>
    </message>
    <message>
        <source>Memory for one file, in megabytes</source>
        <translation>每个文件的内存，以 MB 计</translation>
    </message>
    <message>
        <source>Seconds in which nothing of its text comes</source>
        <translation>多少秒没有读出文本</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nextword Workbench {version}

Transfer learning of language models, on your own computer.</source>
        <translation>Nextword Workbench {version}

在你自己的电脑上对语言模型进行迁移学习。</translation>
    </message>
    <message>
        <source>About Nextword Workbench</source>
        <translation>关于 Nextword Workbench</translation>
    </message>
    <message>
        <source>Preparing the engine …</source>
        <translation>正在准备引擎…</translation>
    </message>
    <message>
        <source>Nextword Workbench</source>
        <translation>Nextword Workbench</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>正在制作示例项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Make or open a project first, then drop your text on it.</source>
        <translation>请先新建或打开一个项目，再把文本拖放上去。</translation>
    </message>
    <message>
        <source>Versions, computer and memory were copied, for a report of a fault: no names, paths or texts.</source>
        <translation>已复制版本、电脑和内存信息，用于报告故障：不含名称、路径或文本。</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>{name} — Nextword Workbench</source>
        <translation>{name} — Nextword Workbench</translation>
    </message>
</context>
<context>
    <name>ManyTexts</name>
    <message>
        <source>Label many texts with “{name}”</source>
        <translation>用“{name}”批量判断标签</translation>
    </message>
    <message>
        <source>Tag many texts with “{name}”</source>
        <translation>用“{name}”批量标注</translation>
    </message>
    <message>
        <source>Text of the project</source>
        <translation>项目的文本</translation>
    </message>
    <message>
        <source>Label this text</source>
        <translation>判断此文本的标签</translation>
    </message>
    <message>
        <source>Label a file …</source>
        <translation>判断一个文件的标签…</translation>
    </message>
    <message>
        <source>A text in each line, or a table</source>
        <translation>每行一篇文本，或一个表格</translation>
    </message>
    <message>
        <source>Texts with their labels</source>
        <translation>文本及其标签</translation>
    </message>
    <message>
        <source>Choose which texts to label.</source>
        <translation>请选择要判断标签的文本。</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation>已保存：{place}</translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>Labelling texts</source>
        <translation>正在判断标签</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Texts to label</source>
        <translation>要判断标签的文本</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation>损失 (奈特/词元)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>gradient norm (before clipping)</source>
        <translation>梯度范数（裁剪前）</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>loss (bits/byte)</source>
        <translation>损失 (比特/字节)</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>tokens read</source>
        <translation>已读词元</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Kept loss (nats/token)</source>
        <translation>保留的损失（奈特/词元）</translation>
    </message>
    <message>
        <source>Kept loss (bits/byte)</source>
        <translation>保留的损失（比特/字节）</translation>
    </message>
    <message>
        <source>Kept step</source>
        <translation>保留的步</translation>
    </message>
    <message>
        <source>Last loss (nats/token)</source>
        <translation>最后的损失（奈特/词元）</translation>
    </message>
    <message>
        <source>Last loss (bits/byte)</source>
        <translation>最后的损失（比特/字节）</translation>
    </message>
    <message>
        <source>Steps made</source>
        <translation>已完成步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>Kept loss (nats)</source>
        <translation>保留的损失（奈特）</translation>
    </message>
    <message>
        <source>Last loss (nats)</source>
        <translation>最后的损失（奈特）</translation>
    </message>
    <message>
        <source>{task} ({number})</source>
        <translation>{task}（{number}）</translation>
    </message>
    <message>
        <source>{figure}: {task}</source>
        <translation>{figure}：{task}</translation>
    </message>
    <message>
        <source>{figure} (%)</source>
        <translation>{figure}（%）</translation>
    </message>
    <message>
        <source>{figure}, not comparable</source>
        <translation>{figure}，不可比较</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What is learnt</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>训练地点</translation>
    </message>
</context>
<context>
    <name>MemoryTable</name>
    <message>
        <source>All weights learn</source>
        <translation>全部权重学习</translation>
    </message>
    <message>
        <source>The last layers learn</source>
        <translation>最后几层学习</translation>
    </message>
    <message>
        <source>Small additions learn (LoRA)</source>
        <translation>小型附加权重学习（LoRA）</translation>
    </message>
    <message>
        <source>Memory to train</source>
        <translation>训练所需内存</translation>
    </message>
    <message>
        <source>batch {size}</source>
        <translation>批大小 {size}</translation>
    </message>
    <message>
        <source>1,000 tokens</source>
        <translation>每 1,000 个词元</translation>
    </message>
    <message>
        <source>{method}, batch {size}: {memory}</source>
        <translation>{method}，批大小 {size}：{memory}</translation>
    </message>
    <message>
        <source>{method}, 1,000 tokens: {time}</source>
        <translation>{method}，每 1,000 个词元：{time}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New …</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Try the &amp;sample project</source>
        <translation>试试示例项目(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Save as one &amp;file …</source>
        <translation>保存为单个文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Open an &amp;archive …</source>
        <translation>打开归档文件(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import text …</source>
        <translation>导入文本(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>正常大小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>窗口的上一部分(&amp;P)</translation>
    </message>
    <message>
        <source>Keep the computer &amp;awake while it learns</source>
        <translation>学习时不让电脑休眠(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Lesson: what is a language model?</source>
        <translation>课程：什么是语言模型？(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;our</source>
        <translation>导览(&amp;O)</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>这是什么？(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>检查安装(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>显示日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Where are my &amp;files?</source>
        <translation>我的文件在哪里？(&amp;F)</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>检查更新(&amp;U)</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>复制详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>Nothing to choose yet</source>
        <translation>还没有可选的</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>✓ Fits this computer</source>
        <translation>✓ 适合本机</translation>
    </message>
    <message>
        <source>! Tight on this computer</source>
        <translation>! 本机内存紧张</translation>
    </message>
    <message>
        <source>✗ Does not fit this computer</source>
        <translation>✗ 本机内存不够</translation>
    </message>
    <message>
        <source>Start from random weights instead, to compare</source>
        <translation>改从随机权重开始，以便比较</translation>
    </message>
    <message>
        <source>✓ Chosen, with random weights</source>
        <translation>✓ 已选择，使用随机权重</translation>
    </message>
    <message>
        <source>✓ Chosen</source>
        <translation>✓ 已选择</translation>
    </message>
    <message>
        <source>Choose a text to see how long it takes.</source>
        <translation>选择一个文本，即可看到需要多长时间。</translation>
    </message>
    <message>
        <source>A balanced fine-tuning takes {memory} of memory. Expected time: {time}.</source>
        <translation>均衡微调占用{memory} 内存。预计用时：{time}。</translation>
    </message>
    <message>
        <source>▾ What training takes</source>
        <translation>▾ 训练需要多少</translation>
    </message>
    <message>
        <source>▸ What training takes</source>
        <translation>▸ 训练需要多少</translation>
    </message>
    <message>
        <source>Predicting takes {memory}.</source>
        <translation>预测占用 {memory}。</translation>
    </message>
    <message>
        <source>1,000 tokens take about {learning} to learn from and {reading} to read on this computer.</source>
        <translation>在本机上，学习 1,000 个词元约需 {learning}，读取约需 {reading}。</translation>
    </message>
    <message>
        <source>An addition to {name} (LoRA adapter of rank {rank}), asked and trained on as one with it.</source>
        <translation>{name} 的附加部分（秩为 {rank} 的 LoRA 适配器），与它合为一体询问和训练。</translation>
    </message>
    <message>
        <source>Transformer: looks back at up to {count} tokens at once.</source>
        <translation>Transformer：一次最多回看 {count} 个词元。</translation>
    </message>
    <message>
        <source>Recurrent network (LSTM): reads word by word and keeps a memory.</source>
        <translation>循环网络（LSTM）：逐词读取并保持记忆。</translation>
    </message>
    <message>
        <source>In the file {place}, which is read where it lies.</source>
        <translation>位于文件 {place}，在原处读取。</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>vocabulary of {count}</source>
        <translation>词表 {count}</translation>
    </message>
    <message>
        <source>{size} on disk in {kind} (what that lost of the original is not known here)</source>
        <translation>磁盘上 {size}，数值类型为 {kind}（相对原模型损失多少，这里无从得知）</translation>
    </message>
    <message>
        <source>{size} MB on disk</source>
        <translation>磁盘占用 {size} MB</translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation>许可证：{name}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
</context>
<context>
    <name>ModelEvaluation</name>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation>正在评估 {name}</translation>
    </message>
    <message>
        <source>Measures how well a model predicts a text before anything is trained.</source>
        <translation>在训练之前，测量模型预测一个文本的效果。</translation>
    </message>
    <message>
        <source>Choose a text and a model first.</source>
        <translation>请先选择文本和模型。</translation>
    </message>
    <message>
        <source>Measures how well {model} predicts “{text}” as it is, before anything is trained.</source>
        <translation>在训练之前，测量 {model} 原样预测“{text}”的效果。</translation>
    </message>
    <message>
        <source>Not measured yet. It takes about as long as reading that part of the text.</source>
        <translation>尚未测量。用时大约与读一遍这部分文本相同。</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>What to start from. A pretrained model already knows the language and only has to learn your text.</source>
        <translation>从哪里开始。预训练模型已经掌握语言，只需学习你的文本。</translation>
    </message>
    <message>
        <source>Where models are, and how good they are</source>
        <translation>模型在哪里，效果如何</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Hugging Face Hub</source>
        <translation>Hugging Face Hub</translation>
    </message>
    <message>
        <source>How well it predicts</source>
        <translation>预测效果</translation>
    </message>
    <message>
        <source>Open a model folder …</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>Open a GGUF file …</source>
        <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
        <source>Get {name} ({size}) …</source>
        <translation>获取 {name}（{size}）…</translation>
    </message>
    <message>
        <source>From the Hub: a model that has read for years, far stronger than those that are here.</source>
        <translation>来自 Hub：读过海量文本的模型，远比这里的模型强。</translation>
    </message>
    <message>
        <source>Next: train</source>
        <translation>下一步：训练</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>打开 GGUF 文件</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf);;All files (*)</source>
        <translation>GGUF 文件 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
</context>
<context>
    <name>NextAct</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Train on: {steps} steps …</source>
        <translation>继续训练：{steps} 步…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Again, with other weights …</source>
        <translation>再来一次，改用别的权重…</translation>
    </message>
    <message>
        <source>Again, with a rate of {rate}</source>
        <translation>用学习率 {rate} 再来一次</translation>
    </message>
    <message>
        <source>Again: {settings}</source>
        <translation>再来一次：{settings}</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>添加文本</translation>
    </message>
</context>
<context>
    <name>NextRun</name>
    <message>
        <source>Trying learning rates</source>
        <translation>正在尝试学习率</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
</context>
<context>
    <name>NextWordsView</name>
    <message>
        <source>Next words before</source>
        <translation>之前的下一个词</translation>
    </message>
    <message>
        <source>Next words after</source>
        <translation>之后的下一个词</translation>
    </message>
    <message>
        <source>Next words of the third</source>
        <translation>第三个模型的下一个词</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>What is different with the third</source>
        <translation>第三个模型有什么不同</translation>
    </message>
    <message>
        <source>As the model says</source>
        <translation>按模型原样</translation>
    </message>
    <message>
        <source>Show the model&apos;s own probabilities again</source>
        <translation>重新显示模型自己的概率</translation>
    </message>
    <message>
        <source>Chinese by characters</source>
        <translation>中文按字</translation>
    </message>
    <message>
        <source>In scripts written without spaces, show single characters rather than the words they make</source>
        <translation>对于不用空格分词的文字，显示单个字而不是由它们组成的词</translation>
    </message>
    <message>
        <source>Next words</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>side</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>There is no pretrained model to ask.</source>
        <translation>没有可以询问的预训练模型。</translation>
    </message>
    <message>
        <source>No run yet. Fine-tune a model, and its next words appear here, beside those from before.</source>
        <translation>还没有运行。微调一个模型后，它的下一个词会显示在这里，与微调前对照。</translation>
    </message>
    <message>
        <source>The next words appear here as you type.</source>
        <translation>输入时，这里显示下一个词。</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>Click a word to go on with it.</source>
        <translation>点击一个词即可接着写。</translation>
    </message>
    <message>
        <source>“{word}” may go on: until a space follows, it counts as unfinished.</source>
        <translation>“{word}”可能还没完：在输入空格之前，它算作未完成的词。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Nextword Workbench</source>
        <translation>Nextword Workbench</translation>
    </message>
    <message>
        <source>A project holds your texts, a model, and what the model has learnt. The sample project has all that one needs for a first try; nothing is downloaded, and nothing leaves this computer.</source>
        <translation>项目里有你的文本、一个模型，以及模型学到的东西。示例项目已备好初次尝试所需的一切；不下载任何东西，也没有任何东西离开本机。</translation>
    </message>
    <message>
        <source>Text: what is learnt from</source>
        <translation>文本：从什么学</translation>
    </message>
    <message>
        <source>Drop files here, and they become one long text that is tidied up and divided: most of it to learn from, a part that is never learnt from, to see whether the model really gets better. Your files stay as they are. Below the list stands what was read, what was left out, and what the text is like.</source>
        <translation>把文件拖到这里，它们会合成一个长文本，经过整理并分成几部分：大部分用来学习，一部分从不用来学习，好看出模型是否真的变好。你的文件保持原样。列表下面写着读了什么、略去了什么，以及文本是什么样的。</translation>
    </message>
    <message>
        <source>Model: what you begin with</source>
        <translation>模型：从什么开始</translation>
    </message>
    <message>
        <source>Each card is a model that has already read very much. Choose one that knows the language of your text; a small one learns in a minute, a large one knows more and takes longer. The card says whether it fits this computer.</source>
        <translation>每张卡片是一个已经读过很多东西的模型。选一个懂你文本所用语言的；小的一分钟就能学，大的懂得更多但更慢。卡片上写着它是否适合本机。</translation>
    </message>
    <message>
        <source>Train: where it learns</source>
        <translation>训练：学习的地方</translation>
    </message>
    <message>
        <source>Balanced is right for a first try: press Start, and watch the curve fall. It shows how surprised the model is by your text, and by the part that it never learns from. You can stop at any time and keep what it has learnt.</source>
        <translation>初次尝试选“均衡”就好：按开始，看曲线下降。它表示模型对你的文本、以及对从不学习的那部分有多意外。你可以随时停下，并保留已学到的。</translation>
    </message>
    <message>
        <source>Predict: what it expects</source>
        <translation>预测：它料想什么</translation>
    </message>
    <message>
        <source>Type the beginning of a sentence, and see which words the model holds to be likely next: on one side before it learnt from your text, on the other after. The tabs show the same in other ways: how surprising each word was, whole texts that it writes, or a game against it.</source>
        <translation>输入一句话的开头，看模型认为接下来哪些词最可能：一边是学你的文本之前，一边是之后。各标签页用别的方式展示：每个词有多出乎意料、它写的整段文字，或者和它比赛的游戏。</translation>
    </message>
    <message>
        <source>History: all that was tried</source>
        <translation>历史：试过的一切</translation>
    </message>
    <message>
        <source>Every run is kept with its settings, curves and words. Select one to see how it went, or several to compare them: which settings differ, and which came out best. From here a run is exported or reported.</source>
        <translation>每次运行连同设置、曲线和词句都保存着。选一个看它的经过，选几个来比较：哪些设置不同，哪个结果最好。从这里可以导出运行或生成报告。</translation>
    </message>
    <message>
        <source>Results: how well it does</source>
        <translation>结果：表现如何</translation>
    </message>
    <message>
        <source>Better or worse than what it began from, on which text, and how sure that is; what it has learnt, what it forgot, and what it knows by heart. Each figure says how it was measured.</source>
        <translation>比起点好还是差、在哪个文本上、有多可靠；学到了什么、忘了什么、背下了什么。每个数字都说明是怎样量的。</translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Settings against results</source>
        <translation>设置与结果</translation>
    </message>
</context>
<context>
    <name>PartBox</name>
    <message>
        <source>What of it is measured</source>
        <translation>测量其中哪些</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Where it learns</source>
        <translation>在哪里训练</translation>
    </message>
    <message>
        <source>Clusters …</source>
        <translation>集群…</translation>
    </message>
    <message>
        <source>Set the address of a Ray cluster, and see what is there</source>
        <translation>设置 Ray 集群的地址，查看那里有什么</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>训练地点</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>能否容纳</translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation>✓ 够用</translation>
    </message>
    <message>
        <source>! tight</source>
        <translation>! 紧张</translation>
    </message>
    <message>
        <source>✗ does not fit</source>
        <translation>✗ 不够</translation>
    </message>
</context>
<context>
    <name>PredictPage</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>newest weights, step {step}, still learning</source>
        <translation>最新权重，第 {step} 步，仍在学习</translation>
    </message>
    <message>
        <source>has learnt no labels</source>
        <translation>没有学过标签</translation>
    </message>
    <message>
        <source>changed since the other one began from it</source>
        <translation>在另一个从它开始之后又有变化</translation>
    </message>
    <message>
        <source>Predict next words and labels</source>
        <translation>预测下一个词和标签</translation>
    </message>
    <message>
        <source>Text to go on with or to label</source>
        <translation>要续写或判断标签的文本</translation>
    </message>
    <message>
        <source>Type or paste a text …</source>
        <translation>输入或粘贴文本…</translation>
    </message>
    <message>
        <source>Label texts</source>
        <translation>给文本判断标签</translation>
    </message>
    <message>
        <source>Text to label</source>
        <translation>要判断标签的文本</translation>
    </message>
    <message>
        <source>Type or paste a text to label …</source>
        <translation>输入或粘贴要判断标签的文本…</translation>
    </message>
    <message>
        <source>Predict the next words</source>
        <translation>预测下一个词</translation>
    </message>
    <message>
        <source>Text to go on with</source>
        <translation>要续写的文本</translation>
    </message>
    <message>
        <source>Type the beginning of a sentence …</source>
        <translation>输入句子的开头…</translation>
    </message>
    <message>
        <source>This is the model as it came. Fine-tune it on your text, and you can compare the words of both.</source>
        <translation>这是原样的模型。用你的文本微调它，就可以比较两者的词。</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>转到“训练”</translation>
    </message>
</context>
<context>
    <name>PredictView</name>
    <message>
        <source>not asked in this view</source>
        <translation>这个视图不询问它</translation>
    </message>
</context>
<context>
    <name>PresetCards</name>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>A first impression: it picks up the tone.</source>
        <translation>初步印象：学到文本的腔调。</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>A clear change for a short wait. A good start.</source>
        <translation>等待不久，变化明显。适合入门。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>彻底</translation>
    </message>
    <message>
        <source>As much as the text can teach, without learning it by heart.</source>
        <translation>学尽文本能教的内容，而不死记硬背。</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
</context>
<context>
    <name>PromptList</name>
    <message>
        <source>+ Add a prompt</source>
        <translation>+ 添加提示</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>添加提示</translation>
    </message>
    <message>
        <source>&amp;Pinned prompts</source>
        <translation>固定提示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pinned prompt</source>
        <translation>固定提示(&amp;P)</translation>
    </message>
    <message>
        <source>A run can have {count} at most</source>
        <translation>一次运行最多 {count} 个</translation>
    </message>
    <message>
        <source>The first words of a sentence</source>
        <translation>一句话的前几个词</translation>
    </message>
    <message>
        <source>While the model learns, you see how it would go on with this.</source>
        <translation>模型学习时，你可以看到它会怎样续写。</translation>
    </message>
    <message>
        <source>While the model learns, you see how it would go on with each of them.</source>
        <translation>模型学习时，你可以看到它会怎样逐个续写。</translation>
    </message>
    <message>
        <source>A text to label</source>
        <translation>要判断标签的文本</translation>
    </message>
    <message>
        <source>While the model learns, you see how it would label this.</source>
        <translation>模型学习时，你可以看到它会怎样判断标签。</translation>
    </message>
    <message>
        <source>While the model learns, you see how it would label each of them.</source>
        <translation>模型学习时，你可以看到它会怎样逐个判断标签。</translation>
    </message>
    <message>
        <source>What somebody asks</source>
        <translation>有人会问什么</translation>
    </message>
    <message>
        <source>While the model learns, you see what it would answer to this.</source>
        <translation>模型学习时，你可以看到它会怎样回答。</translation>
    </message>
    <message>
        <source>While the model learns, you see what it would answer to each of them.</source>
        <translation>模型学习时，你可以看到它会怎样逐个回答。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Labelling</source>
        <translation>正在判断标签</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Show the runs that wait</source>
        <translation>显示等待中的运行</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Take all runs out of the queue</source>
        <translation>将所有运行移出队列</translation>
    </message>
    <message>
        <source>Make the selected run earlier</source>
        <translation>将所选运行提前</translation>
    </message>
    <message>
        <source>Make the selected run later</source>
        <translation>将所选运行推后</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the selected run out of the queue</source>
        <translation>将所选运行移出队列</translation>
    </message>
    <message>
        <source>Runs that wait for their turn</source>
        <translation>等待轮到的运行</translation>
    </message>
    <message>
        <source>{turn} of {total}, {name}</source>
        <translation>第 {turn} 个，共 {total} 个，{name}</translation>
    </message>
    <message>
        <source>Nothing waits any more</source>
        <translation>没有等待中的运行了</translation>
    </message>
    <message>
        <source>Hold the queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>启动队列</translation>
    </message>
    <message>
        <source>Took “{name}” out of the queue.</source>
        <translation>已将“{name}”移出队列。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>What is this page for?</source>
        <translation>这一页是做什么的？</translation>
    </message>
    <message>
        <source>{place}, done</source>
        <translation>{place}，已完成</translation>
    </message>
</context>
<context>
    <name>RankLinks</name>
    <message>
        <source>{word} is new at {rank}</source>
        <translation>{word} 新出现在第 {rank} 位</translation>
    </message>
    <message>
        <source>{word} is gone</source>
        <translation>{word} 已消失</translation>
    </message>
    <message>
        <source>{word} went from {old} to {new}</source>
        <translation>{word} 从第 {old} 位变为第 {new} 位</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
</context>
<context>
    <name>RateFinder</name>
    <message>
        <source>Not sure about the learning rate? A short ramp on a copy of the model shows where the loss falls and where it breaks out. Your model is not touched.</source>
        <translation>不确定学习率？在模型的副本上短暂逐步提高学习率，就能看到损失在哪里下降、在哪里失控。你的模型不会改变。</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>寻找学习率</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the arrow keys.</source>
        <translation>拖动线条，或用方向键移动。</translation>
    </message>
    <message>
        <source>Loss over learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>loss (nats/token)</source>
        <translation>损失 (奈特/词元)</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>使用 {rate}</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Use suited rate</source>
        <translation>使用合适的学习率</translation>
    </message>
    <message>
        <source>Learn a head alone</source>
        <translation>只学标签头</translation>
    </message>
    <message>
        <source>Use {amount} {unit}</source>
        <translation>使用 {amount} {unit}</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>What there is to say before the start</source>
        <translation>开始前的提示</translation>
    </message>
    <message>
        <source>Use {count} batches of {size} a step</source>
        <translation>每步使用 {count} 个大小为 {size} 的批</translation>
    </message>
    <message>
        <source>The same steps in less memory; they take a little longer</source>
        <translation>步数不变，内存更少；用时略长</translation>
    </message>
    <message>
        <source>✗ Not ready yet</source>
        <translation>✗ 尚未就绪</translation>
    </message>
    <message>
        <source>There is no text to learn from. Choose or import one.</source>
        <translation>没有可学习的文本。请选择或导入一个。</translation>
    </message>
    <message>
        <source>Go to Text</source>
        <translation>转到“文本”</translation>
    </message>
    <message>
        <source>No model is chosen to start from.</source>
        <translation>没有选择起始模型。</translation>
    </message>
    <message>
        <source>Go to Model</source>
        <translation>转到“模型”</translation>
    </message>
    <message>
        <source>✓ Ready</source>
        <translation>✓ 就绪</translation>
    </message>
    <message>
        <source>{count} weights learn, in {memory} of memory. Expected time: {time}.</source>
        <translation>{count} 个权重参与学习，占用{memory} 内存。预计用时：{time}。</translation>
    </message>
    <message>
        <source>That is more than this computer has. Choose a smaller model, batch or context.</source>
        <translation>超出了本机的内存。请选择较小的模型、批大小或上下文长度。</translation>
    </message>
    <message>
        <source>Close other programs first: memory will be tight.</source>
        <translation>请先关闭其他程序：内存会很紧张。</translation>
    </message>
    <message>
        <source>! Ready, but …</source>
        <translation>! 就绪，但是…</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Searching “{name}”</source>
        <translation>正在“{name}”中查找</translation>
    </message>
    <message>
        <source>One document is left out.</source>
        <translation>已略去一篇文档。</translation>
    </message>
    <message>
        <source>Runs have learnt from “{old}”, so it stays, and this is “{new}”.</source>
        <translation>已有运行学过“{old}”，所以它保持原样，这是“{new}”。</translation>
    </message>
    <message>
        <source>Writing the text</source>
        <translation>正在写入文本</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>these letters</source>
        <translation>这些字符</translation>
    </message>
    <message>
        <source>whole word</source>
        <translation>整个词</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>as in the text</source>
        <translation>按文中顺序</translation>
    </message>
    <message>
        <source>by what follows</source>
        <translation>按后文排序</translation>
    </message>
    <message>
        <source>by what precedes</source>
        <translation>按前文排序</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在此文本中查找</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>行的顺序</translation>
    </message>
    <message>
        <source>Lines in which it stands</source>
        <translation>它所在的行</translation>
    </message>
    <message>
        <source>The document in which it stands</source>
        <translation>它所在的文档</translation>
    </message>
    <message>
        <source>Leave this document out</source>
        <translation>略去这篇文档</translation>
    </message>
    <message>
        <source>The whole of what is shown: nothing is learnt from it or measured on it</source>
        <translation>所显示的全部内容：不再从中学习，也不再用它测量</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Take back ({count})</source>
        <translation>取回（{count}）</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{beginning} … ({part})</source>
        <translation>{beginning} …（{part}）</translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Cleaning steps, in their order</source>
        <translation>清洗步骤（按顺序）</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>提前执行此步骤</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Do this step later</source>
        <translation>推后执行此步骤</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>The recipe that every text begins with</source>
        <translation>每个文本起初使用的清洗方案</translation>
    </message>
    <message>
        <source>this step</source>
        <translation>这一步骤</translation>
    </message>
    <message>
        <source>Where the step applies</source>
        <translation>步骤适用的范围</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>in documents with pages (PDF)</source>
        <translation>分页文档（PDF）</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Lines before and after the step</source>
        <translation>步骤前后的行</translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation>按此重新读取文件</translation>
    </message>
    <message>
        <source>On for files that come in pages, such as PDF; off for others</source>
        <translation>对 PDF 等分页文件启用，对其他文件不启用</translation>
    </message>
    <message>
        <source>Setting of the step</source>
        <translation>步骤的设置</translation>
    </message>
    <message>
        <source>Switched off. Switch it on to see what it would change.</source>
        <translation>已关闭。打开即可看到它会改变什么。</translation>
    </message>
    <message>
        <source>Trying it on the beginning of the files …</source>
        <translation>正在文件开头试用…</translation>
    </message>
    <message>
        <source>It changes nothing at the beginning of the files.</source>
        <translation>文件开头没有任何改变。</translation>
    </message>
    <message>
        <source>{changes}, {removed} at the beginning of the files:</source>
        <translation>文件开头有 {changes}，{removed}：</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>Relabelling</name>
    <message>
        <source>The labels are called as in the files again.</source>
        <translation>标签已恢复文件中的名称。</translation>
    </message>
    <message>
        <source>Left out: {names}.</source>
        <translation>已排除：{names}。</translation>
    </message>
    <message>
        <source>Renamed: {names}.</source>
        <translation>已重命名：{names}。</translation>
    </message>
    <message>
        <source>Runs have learnt from “{old}”, so it stays, and this is “{new}”.</source>
        <translation>已有运行从“{old}”学习过，所以它保留原样，修改后的是“{new}”。</translation>
    </message>
    <message>
        <source>Renaming labels</source>
        <translation>正在重命名标签</translation>
    </message>
</context>
<context>
    <name>Repeater</name>
    <message>
        <source>Repeating “{name}”</source>
        <translation>正在重复“{name}”</translation>
    </message>
    <message>
        <source>The same numbers: all {count} of “{name}” came out again, equal to the last digit.</source>
        <translation>数值相同：“{name}”的 {count} 个数值全部重现，每一位都相等。</translation>
    </message>
    <message>
        <source>The numbers of “{name}” came out otherwise from step {step} on, by {largest} at most.</source>
        <translation>“{name}”的数值从第 {step} 步起不同，最多相差 {largest}。</translation>
    </message>
    <message>
        <source>What is not as it was then: {reasons}.</source>
        <translation>与当时不同的是：{reasons}。</translation>
    </message>
    <message>
        <source>nothing that was noted</source>
        <translation>没有记录到任何不同</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Please check</source>
        <translation>请检查</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读取结果</translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
</context>
<context>
    <name>RestartQuestion</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The window takes the language when it starts the next time. Your projects stay as they are.</source>
        <translation>窗口下次启动时使用此语言。你的项目保持不变。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>See it in History</source>
        <translation>在“历史”中查看</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How well it does, what pretraining was worth to it, and what it learnt</source>
        <translation>效果如何，预训练对它的价值，以及它学到了什么</translation>
    </message>
    <message>
        <source>Another run</source>
        <translation>再来一次运行</translation>
    </message>
    <message>
        <source>What came of the run</source>
        <translation>运行的结果</translation>
    </message>
    <message>
        <source>The run ended before it was measured.</source>
        <translation>运行在测量之前就结束了。</translation>
    </message>
    <message>
        <source>Left at step {step}, from where it can go on; what it learnt was not measured yet.</source>
        <translation>停在第 {step} 步，可以从那里继续；学到的内容尚未测量。</translation>
    </message>
    <message>
        <source>{result} Stopped at step {step} and kept.</source>
        <translation>{result}停止在第 {step} 步并保留。</translation>
    </message>
    <message>
        <source>{result} Left at step {step}, from where it can go on; that step was not measured yet.</source>
        <translation>{result}停在第 {step} 步，可以从那里继续；这一步尚未测量。</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Back to History</source>
        <translation>返回“历史”</translation>
    </message>
    <message>
        <source>Results of the run</source>
        <translation>运行的结果</translation>
    </message>
    <message>
        <source>Results of “{name}”</source>
        <translation>“{name}”的结果</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Settings against results</source>
        <translation>设置与结果</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation>比较 {count} 次运行</translation>
    </message>
    <message>
        <source>The curves are those of the first {count}.</source>
        <translation>曲线只显示前 {count} 次。</translation>
    </message>
    <message>
        <source>One of them is learning: stop it first</source>
        <translation>其中一个正在学习：请先停止</translation>
    </message>
    <message>
        <source>Counting the bytes of tokens</source>
        <translation>正在统计词元的字节数</translation>
    </message>
    <message>
        <source>Select these runs</source>
        <translation>选择这些运行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the chosen ranges</source>
        <translation>清除所选范围</translation>
    </message>
    <message>
        <source>{kept} of {count} runs pass through the chosen ranges.</source>
        <translation>{count} 次运行中有 {kept} 次经过所选范围。</translation>
    </message>
    <message>
        <source>Each line is a run. Drag along an axis to keep what passes there.</source>
        <translation>每条线是一次运行。沿轴拖动可只保留经过那里的运行。</translation>
    </message>
    <message>
        <source>Each line is a run, the best one green. Drag along an axis to keep what passes there.</source>
        <translation>每条线是一次运行，最佳的为绿色。沿轴拖动可只保留经过那里的运行。</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>loss (nats)</source>
        <translation>损失 (奈特)</translation>
    </message>
    <message>
        <source>No loss has been measured yet.</source>
        <translation>尚未测量任何损失。</translation>
    </message>
    <message>
        <source>Learning rate curve</source>
        <translation>学习率曲线</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>No step has been made yet.</source>
        <translation>尚未完成任何一步。</translation>
    </message>
    <message>
        <source>Gradient norm curve</source>
        <translation>梯度范数曲线</translation>
    </message>
    <message>
        <source>gradient norm (before clipping)</source>
        <translation>梯度范数（裁剪前）</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>before fine-tuning</source>
        <translation>微调之前</translation>
    </message>
    <message>
        <source>validation (unseen text)</source>
        <translation>验证（没见过的文本）</translation>
    </message>
    <message>
        <source>kept as its model</source>
        <translation>保留为模型</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>What you want to remember about this run; it is kept as you type</source>
        <translation>关于这次运行你想记住的内容；输入时即保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Use in Predict</source>
        <translation>用于“预测”</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How well it does, what pretraining was worth to it, and what it learnt</source>
        <translation>效果如何，预训练对它的价值，以及它学到了什么</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run again …</source>
        <translation>再次运行…</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>What came of the run</source>
        <translation>这次运行的结果</translation>
    </message>
    <message>
        <source>It is learning: stop it first</source>
        <translation>它正在学习：请先停止</translation>
    </message>
    <message>
        <source>It waits in the queue for its turn.</source>
        <translation>正在队列中等待轮到。</translation>
    </message>
    <message>
        <source>{status}: {error}</source>
        <translation>{status}：{error}</translation>
    </message>
    <message>
        <source>Perplexity {change} a token on the validation text, which it was not trained on.</source>
        <translation>在没有用于训练的验证文本上，每词元困惑度 {change}。</translation>
    </message>
    <message>
        <source>Loss {change} on the validation text, which it was not trained on.</source>
        <translation>在没有用于训练的验证文本上，损失 {change}。</translation>
    </message>
    <message>
        <source>Perplexity {change} a token, {bits} bits per byte on the validation text, which it was not trained on.</source>
        <translation>在没有用于训练的验证文本上，每词元困惑度 {change}，每字节 {bits} 比特。</translation>
    </message>
    <message>
        <source>{figures}; perplexity {change} a token on the validation text, which it was not trained on.</source>
        <translation>{figures}；在没有用于训练的验证文本上，每词元困惑度 {change}。</translation>
    </message>
    <message>
        <source>{figures}; loss {change} on the validation text, which it was not trained on.</source>
        <translation>{figures}；在没有用于训练的验证文本上，损失 {change}。</translation>
    </message>
    <message>
        <source>{status}: {progress}.</source>
        <translation>{status}：{progress}。</translation>
    </message>
    <message>
        <source>{status} before its first step.</source>
        <translation>{status}，没有走出第一步。</translation>
    </message>
    <message>
        <source>{status} early after {progress} and {time}, since it no longer got better.</source>
        <translation>{status}（提前，因为不再变好），{progress}，用时 {time}。</translation>
    </message>
    <message>
        <source>{status} after {progress} and {time}.</source>
        <translation>{status}，{progress}，用时 {time}。</translation>
    </message>
    <message>
        <source>Repeat and compare</source>
        <translation>重复并比较</translation>
    </message>
    <message>
        <source>Train once more exactly so, and see whether each number is the same</source>
        <translation>完全照样再训练一次，看每个数值是否相同</translation>
    </message>
    <message>
        <source>With what it was made was not noted.</source>
        <translation>没有记录它是用什么制作的。</translation>
    </message>
    <message>
        <source>Made with {versions}, on {computer}.</source>
        <translation>使用 {versions}，在 {computer} 上制作。</translation>
    </message>
    <message>
        <source>{task} (“{corpus}”, {weight})</source>
        <translation>{task}（“{corpus}”，{weight}）</translation>
    </message>
    <message>
        <source>Learnt at once, by weight: {inputs}.</source>
        <translation>一起学习，按权重：{inputs}。</translation>
    </message>
    <message>
        <source>Taught by “{name}”.</source>
        <translation>教师为“{name}”。</translation>
    </message>
    <message>
        <source>Learnt at: {place}.</source>
        <translation>训练地点：{place}。</translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Of the newest weights, step {now}; the best so far, of step {step}, came to {best}</source>
        <translation>最新权重，第 {now} 步；迄今最好的是第 {step} 步，为 {best}</translation>
    </message>
    <message>
        <source>{step} of {total}</source>
        <translation>{step}，共 {total}</translation>
    </message>
</context>
<context>
    <name>RunSamples</name>
    <message>
        <source>Step of the sample</source>
        <translation>样本所在的步</translation>
    </message>
</context>
<context>
    <name>RunSearch</name>
    <message>
        <source>Find runs by name, model, text, tag, group, status or note</source>
        <translation>按名称、模型、文本、标记、分组、状态或备注查找运行</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Filter by model</source>
        <translation>按模型筛选</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>按文本筛选</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Filter by group</source>
        <translation>按分组筛选</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>按标记筛选</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>含已归档</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>筛选（{count}）</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
        <source>Go on …</source>
        <translation>继续…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>“{name}” was stopped while it was being prepared.</source>
        <translation>“{name}”在准备时被停止。</translation>
    </message>
    <message>
        <source>“{name}” was interrupted while it was being prepared.</source>
        <translation>“{name}”在准备时被中断。</translation>
    </message>
    <message>
        <source>“{name}” was stopped after {progress} and kept.</source>
        <translation>“{name}”在{progress}之后停止并保留。</translation>
    </message>
    <message>
        <source>“{name}” was interrupted after {progress}.</source>
        <translation>“{name}”在{progress}之后被中断。</translation>
    </message>
    <message>
        <source>It begins with its first step.</source>
        <translation>它将从第一步开始。</translation>
    </message>
    <message>
        <source>It goes on from there.</source>
        <translation>它将从那里继续。</translation>
    </message>
    <message>
        <source>Its last checkpoint is of step {saved}, from which it goes on.</source>
        <translation>最后的检查点在第 {saved} 步，将从那里继续。</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>… waiting</source>
        <translation>… 等待中</translation>
    </message>
    <message>
        <source>● running</source>
        <translation>● 运行中</translation>
    </message>
    <message>
        <source>✓ finished</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>■ stopped, kept</source>
        <translation>■ 已停止，已保留</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ 失败</translation>
    </message>
    <message>
        <source>‖ interrupted</source>
        <translation>‖ 已中断</translation>
    </message>
    <message>
        <source>Before fine-tuning → kept, on the validation text (not trained on).</source>
        <translation>微调之前 → 保留的，在验证文本上（未用于训练）。</translation>
    </message>
    <message>
        <source>Sorting keeps together what can be compared: runs on one text, in passages of one length</source>
        <translation>排序时把可以比较的放在一起：同一文本、文段长度相同的运行</translation>
    </message>
    <message>
        <source>{measured} Of next words per token. {alike}, with one tokenizer.</source>
        <translation>{measured} 按每个词元预测下一个词。{alike}，使用同一分词器。</translation>
    </message>
    <message>
        <source>{measured} For any tokenizer. {alike}.</source>
        <translation>{measured} 适用于任何分词器。{alike}。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many were made, and which one&apos;s weights are the model of the run; 0: what it began from</source>
        <translation>已完成多少步，以及哪一步的权重是这次运行的模型；0 表示起始模型</translation>
    </message>
    <message>
        <source>Told right</source>
        <translation>判断正确</translation>
    </message>
    <message>
        <source>Loss (nats)</source>
        <translation>损失（奈特）</translation>
    </message>
    <message>
        <source>Perplexity/token</source>
        <translation>困惑度/词元</translation>
    </message>
    <message>
        <source>Bits/byte</source>
        <translation>比特/字节</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>{made}, kept {kept}</source>
        <translation>{made}，保留第 {kept} 步</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>What the run is doing</source>
        <translation>运行正在做什么</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Waiting for the model …</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>What it began from is kept</source>
        <translation>保留起始模型</translation>
    </message>
    <message>
        <source>Going on …</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>Looking at text that it does not learn from … {share} %</source>
        <translation>正在查看不用于学习的文本…{share} %</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>{stage} {share} %</source>
        <translation>{stage} {share} %</translation>
    </message>
    <message>
        <source>Waiting: another program holds the project file. It goes on by itself.</source>
        <translation>等待中：另一个程序占用着项目文件。会自动继续。</translation>
    </message>
    <message>
        <source>Waiting: the disk is full. It goes on by itself when there is room.</source>
        <translation>等待中：磁盘已满。有空间后会自动继续。</translation>
    </message>
    <message>
        <source>Waiting: the disk is full, {size} are missing. It goes on by itself when there is room.</source>
        <translation>等待中：磁盘已满，还缺 {size}。有空间后会自动继续。</translation>
    </message>
    <message>
        <source>Waiting until it begins where it learns …</source>
        <translation>正在等待在训练地点开始…</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Turning the text into tokens …</source>
        <translation>正在将文本转换为词元…</translation>
    </message>
    <message>
        <source>Reading each example once; then only the head learns …</source>
        <translation>正在把每个样本读一遍，之后只有标签头学习…</translation>
    </message>
    <message>
        <source>Measuring how well the model does before it learns …</source>
        <translation>正在测量模型学习前的水平…</translation>
    </message>
    <message>
        <source>Getting ready, about {time}: the steps are made fast for this computer (compiling) …</source>
        <translation>正在准备，约需 {time}：为本机优化各步的计算（编译）…</translation>
    </message>
    <message>
        <source>Trying in a process apart whether a step fits into the memory …</source>
        <translation>正在另一个进程中尝试一步所需的内存是否够用…</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Finished early, since it no longer got better (early stopping)</source>
        <translation>提前完成，因为不再变好（早停）</translation>
    </message>
    <message>
        <source>Stopped; everything learnt so far is kept</source>
        <translation>已停止；学到的内容全部保留</translation>
    </message>
    <message>
        <source>Left; it goes on from here another time</source>
        <translation>已离开；以后可从这里继续</translation>
    </message>
    <message>
        <source>Stopped before the memory ran out; everything learnt so far is kept</source>
        <translation>在内存用尽之前停止；学到的内容全部保留</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Pinned prompt that is shown</source>
        <translation>显示的固定提示</translation>
    </message>
    <message>
        <source>Next words before fine-tuning</source>
        <translation>微调之前的下一个词</translation>
    </message>
    <message>
        <source>Next words now</source>
        <translation>现在的下一个词</translation>
    </message>
    <message>
        <source>How the model goes on with the prompt</source>
        <translation>模型怎样续写提示</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Before fine-tuning</source>
        <translation>微调之前</translation>
    </message>
    <message>
        <source>Classes before fine-tuning</source>
        <translation>微调之前的类别</translation>
    </message>
    <message>
        <source>The answer to the pinned prompt appears here.</source>
        <translation>这里显示对固定提示的回答。</translation>
    </message>
    <message>
        <source>First words of the answer to</source>
        <translation>回答的开头，针对</translation>
    </message>
    <message>
        <source>First words of the answer to “{prompt}”</source>
        <translation>对“{prompt}”的回答的开头</translation>
    </message>
    <message>
        <source>First words of the answer before fine-tuning</source>
        <translation>微调之前回答的开头</translation>
    </message>
    <message>
        <source>First words of the answer now</source>
        <translation>现在回答的开头</translation>
    </message>
    <message>
        <source>It answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Classes now</source>
        <translation>现在的类别</translation>
    </message>
    <message>
        <source>What the model answers</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>Its answer to “{prompt}” may now begin with: {words}.</source>
        <translation>对“{prompt}”的回答现在可能以这些词开头：{words}。</translation>
    </message>
    <message>
        <source>New among its next words after “{prompt}”: {words}.</source>
        <translation>“{prompt}”之后新出现的下一个词：{words}。</translation>
    </message>
    <message>
        <source>It holds “{prompt}” to be {now} now, and not {before}.</source>
        <translation>它现在把“{prompt}”判为 {now}，而不是 {before}。</translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation>标签，对于</translation>
    </message>
    <message>
        <source>Next words after</source>
        <translation>之后的下一个词</translation>
    </message>
    <message>
        <source>Labels of “{prompt}”</source>
        <translation>“{prompt}”的标签</translation>
    </message>
    <message>
        <source>Next words after “{prompt}”</source>
        <translation>“{prompt}”之后的下一个词</translation>
    </message>
    <message>
        <source>The labels of the pinned prompt appear here.</source>
        <translation>这里显示固定提示的标签。</translation>
    </message>
    <message>
        <source>The next words after the pinned prompt appear here.</source>
        <translation>这里显示固定提示之后的下一个词。</translation>
    </message>
    <message>
        <source>After step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>The prompt with the tags of its words</source>
        <translation>带词标注的提示</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Copy or save</source>
        <translation>复制或保存</translation>
    </message>
    <message>
        <source>Copy or save: {name}</source>
        <translation>复制或保存：{name}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ 已保存</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数值 (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SchedulePreview</name>
    <message>
        <source>Learning rate over the run</source>
        <translation>运行过程中的学习率</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The learning rate over the run appears here once text and model are chosen.</source>
        <translation>选定文本和模型后，这里显示运行过程中的学习率。</translation>
    </message>
    <message>
        <source>learning rate, as it will be</source>
        <translation>学习率，今后</translation>
    </message>
    <message>
        <source>learning rate, as it was</source>
        <translation>学习率，已往</translation>
    </message>
    <message>
        <source>as it will be</source>
        <translation>今后</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>When the run ends at the latest</source>
        <translation>运行最迟何时结束</translation>
    </message>
    <message>
        <source>{explanation}. Default: {value}</source>
        <translation>{explanation}。默认：{value}</translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>Settings of the run</source>
        <translation>运行的设置</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>changed from the default</source>
        <translation>与默认不同</translation>
    </message>
</context>
<context>
    <name>ShapingBar</name>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Low: the likeliest words only. High: bolder and stranger. 0 always takes the likeliest.</source>
        <translation>低：只取最可能的词。高：更大胆、更离奇。0 表示总取最可能的词。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Leaves out unlikely words: only so many of the likeliest tokens may be drawn.</source>
        <translation>排除不太可能的词：只能从这么多个最可能的词元中抽取。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Leaves out unlikely words: only those that together reach this probability may be drawn.</source>
        <translation>排除不太可能的词：只能从概率合计达到此值的词中抽取。</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Above 1, what stands in the text already becomes less likely.</source>
        <translation>大于 1 时，文本中已有的内容变得不太可能出现。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>On a plot</source>
        <translation>在曲线图上</translation>
    </message>
    <message>
        <source>On words and bars</source>
        <translation>在词语和条形上</translation>
    </message>
    <message>
        <source>Before an audience</source>
        <translation>面对听众时</translation>
    </message>
    <message>
        <source>To the next control, or back to the one before</source>
        <translation>到下一个控件，或回到上一个</translation>
    </message>
    <message>
        <source>Press the button that has the focus</source>
        <translation>按下有焦点的按钮</translation>
    </message>
    <message>
        <source>Close the message, or one step back</source>
        <translation>关闭消息，或后退一步</translation>
    </message>
    <message>
        <source>Context menu of what has the focus</source>
        <translation>有焦点之处的右键菜单</translation>
    </message>
    <message>
        <source>Between the menus</source>
        <translation>在菜单之间</translation>
    </message>
    <message>
        <source>From one tab to the other</source>
        <translation>在标签页之间</translation>
    </message>
    <message>
        <source>Open what is chosen</source>
        <translation>打开选中的项</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete, or take out of the queue</source>
        <translation>删除，或移出队列</translation>
    </message>
    <message>
        <source>Earlier or later in the queue</source>
        <translation>在队列中提前或推后</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多项</translation>
    </message>
    <message>
        <source>Read the values from place to place</source>
        <translation>逐处读取数值</translation>
    </message>
    <message>
        <source>Closer, or further away</source>
        <translation>放大或缩小</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Its numbers as a table, and back</source>
        <translation>以表格显示其数值，再按返回</translation>
    </message>
    <message>
        <source>Copy the rows of the table that are chosen, or all</source>
        <translation>复制表格中选中的行，未选则复制全部</translation>
    </message>
    <message>
        <source>The first prompt, to the ninth</source>
        <translation>第一个到第九个提示</translation>
    </message>
    <message>
        <source>Back to the window as it was</source>
        <translation>回到原来的窗口</translation>
    </message>
    <message>
        <source>Go on with the word, or see what else could stand there</source>
        <translation>用这个词续写，或看看那里还可以是什么</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>何处</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>SideBox</name>
    <message>
        <source>After fine-tuning</source>
        <translation>微调之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>whole rows</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>column “{name}”</source>
        <translation>列“{name}”</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} 处无法读取</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>Files of the text</source>
        <translation>文本的文件</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件的编码</translation>
    </message>
    <message>
        <source>Column with the text</source>
        <translation>文本所在的列</translation>
    </message>
    <message>
        <source>Column with labels</source>
        <translation>标签所在的列</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件的密码</translation>
    </message>
    <message>
        <source>Beginning of the file as it is read</source>
        <translation>按读取方式显示的文件开头</translation>
    </message>
    <message>
        <source>Read the files again like this</source>
        <translation>按此重新读取文件</translation>
    </message>
    <message>
        <source>Whole rows</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Labels: {labels}</source>
        <translation>标签：{labels}</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>SplitBox</name>
    <message>
        <source>Part of the text</source>
        <translation>文本的哪一部分</translation>
    </message>
    <message>
        <source>Validation text</source>
        <translation>验证文本</translation>
    </message>
    <message>
        <source>Test text</source>
        <translation>测试文本</translation>
    </message>
    <message>
        <source>Training text</source>
        <translation>训练文本</translation>
    </message>
</context>
<context>
    <name>SpokenCell</name>
    <message>
        <source>Conversation: {title}</source>
        <translation>对话：{title}</translation>
    </message>
    <message>
        <source>“Say it” says what is typed above. Click a word of an answer to see what else could stand there.</source>
        <translation>“说出”会说出上面输入的话。点击回答中的一个词，看那里还可能是什么。</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Growth of the vocabulary</source>
        <translation>词汇量的增长</translation>
    </message>
    <message>
        <source>thousand words read</source>
        <translation>已读词数（千）</translation>
    </message>
    <message>
        <source>thousand different</source>
        <translation>不同的词（千）</translation>
    </message>
    <message>
        <source>How frequent the words are</source>
        <translation>词的频率</translation>
    </message>
    <message>
        <source>rank, power of ten</source>
        <translation>排名，10 的幂</translation>
    </message>
    <message>
        <source>count, power of ten</source>
        <translation>次数，10 的幂</translation>
    </message>
    <message>
        <source>Length of the sentences</source>
        <translation>句子长度</translation>
    </message>
    <message>
        <source>words in a sentence</source>
        <translation>一句中的词数</translation>
    </message>
    <message>
        <source>% of sentences</source>
        <translation>句子的百分比</translation>
    </message>
    <message>
        <source>Count tokens</source>
        <translation>统计词元</translation>
    </message>
    <message>
        <source>Under the tokenizer of the chosen model; training needs them too</source>
        <translation>按所选模型的分词器；训练也需要词元</translation>
    </message>
    <message>
        <source>No word is there so often that it stands out; a longer text in English has some.</source>
        <translation>没有出现次数特别突出的词；较长的英文文本会有一些。</translation>
    </message>
    <message>
        <source>Not counted yet.</source>
        <translation>尚未统计。</translation>
    </message>
    <message>
        <source>{tokens} tokens under {model}, {ratio} a word; {unknown} of them stand for something it cannot write.</source>
        <translation>在 {model} 下有 {tokens} 个词元，每词 {ratio} 个；其中 {unknown} 个代表它无法书写的内容。</translation>
    </message>
    <message>
        <source>The text is too short: there is no line yet to draw.</source>
        <translation>文本太短：还画不出线。</translation>
    </message>
    <message>
        <source>Being counted …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Not counted: read the files again.</source>
        <translation>未统计：请重新读取文件。</translation>
    </message>
    <message>
        <source>words read</source>
        <translation>已读词数</translation>
    </message>
    <message>
        <source>different words</source>
        <translation>不同的词</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>太短，无法判断</translation>
    </message>
    <message>
        <source>Split by whole documents</source>
        <translation>按整篇文档划分</translation>
    </message>
    <message>
        <source>Split as the files say</source>
        <translation>按文件本身的划分</translation>
    </message>
    <message>
        <source>Split by blocks of paragraphs</source>
        <translation>按段落块划分</translation>
    </message>
    <message>
        <source>Split by whole conversations</source>
        <translation>按整段对话划分</translation>
    </message>
    <message>
        <source>Split by whole texts, each label alike</source>
        <translation>按整篇文本划分，各标签比例相同</translation>
    </message>
    <message>
        <source>{way}, seed {seed}.</source>
        <translation>{way}，种子 {seed}。</translation>
    </message>
    <message>
        <source>None of {count} held-out conversations is nearly among those to learn from.</source>
        <translation>{count} 段留出的对话中没有一段与用来学习的对话几乎相同。</translation>
    </message>
    <message>
        <source>None of {count} held-out passages is nearly in the training text.</source>
        <translation>{count} 个留出文段中没有一个与训练文本几乎相同。</translation>
    </message>
    <message>
        <source>{found} of {count} held-out conversations are nearly among those to learn from, so the model will look better than it is. The nearest ({share} in common): “{passage}”</source>
        <translation>{count} 段留出的对话中有 {found} 段与用来学习的对话几乎相同，所以模型会显得比实际好。最接近的一段（{share} 相同）：“{passage}”</translation>
    </message>
    <message>
        <source>{found} of {count} held-out passages are nearly in the training text, so the model will look better than it is. The nearest ({share} in common): “{passage}”</source>
        <translation>{count} 个留出文段中有 {found} 个与训练文本几乎相同，所以模型会显得比实际好。最接近的一个（{share} 相同）：“{passage}”</translation>
    </message>
    <message>
        <source>Typical words, compared with general English</source>
        <translation>特征词（与通用英语相比）</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Memory {used} GB</source>
        <translation>内存 {used} GB</translation>
    </message>
</context>
<context>
    <name>StudentMaking</name>
    <message>
        <source>Making a smaller model of {model}</source>
        <translation>正在制作 {model} 的缩小版模型</translation>
    </message>
</context>
<context>
    <name>SurpriseBands</name>
    <message>
        <source>among the 10 likeliest</source>
        <translation>最可能的 10 个之内</translation>
    </message>
    <message>
        <source>among 100</source>
        <translation>前 100 之内</translation>
    </message>
    <message>
        <source>among 1000</source>
        <translation>前 1000 之内</translation>
    </message>
    <message>
        <source>beyond</source>
        <translation>更靠后</translation>
    </message>
    <message>
        <source>10 % or more</source>
        <translation>10 % 以上</translation>
    </message>
    <message>
        <source>1 % or more</source>
        <translation>1 % 以上</translation>
    </message>
    <message>
        <source>0.1 % or more</source>
        <translation>0.1 % 以上</translation>
    </message>
    <message>
        <source>less</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>much less surprising</source>
        <translation>意外程度低得多</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>大致相同</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更高</translation>
    </message>
    <message>
        <source>much more surprising</source>
        <translation>意外程度高得多</translation>
    </message>
</context>
<context>
    <name>SurpriseView</name>
    <message>
        <source>Whose surprise</source>
        <translation>哪一方的意外程度</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>The difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Rank among the words</source>
        <translation>在各词中的排名</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>The text, coloured by surprise</source>
        <translation>按意外程度着色的文本</translation>
    </message>
    <message>
        <source>Type or paste a text above, and its words are coloured here.</source>
        <translation>在上面输入或粘贴文本，这里会给它的词着色。</translation>
    </message>
    <message>
        <source>Click a word to see what was expected in its place.</source>
        <translation>点击一个词，看它的位置上原本期待什么。</translation>
    </message>
    <message>
        <source>What was expected there</source>
        <translation>那里期待的词</translation>
    </message>
    <message>
        <source>Nothing stands before it.</source>
        <translation>它前面没有内容。</translation>
    </message>
    <message>
        <source>side</source>
        <translation>哪一方</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>“{word}”: the model has no single figure for it.</source>
        <translation>“{word}”：模型没有给它单独的数值。</translation>
    </message>
    <message>
        <source>Before: {figures}</source>
        <translation>之前：{figures}</translation>
    </message>
    <message>
        <source>Also: {figures}</source>
        <translation>另外：{figures}</translation>
    </message>
    <message>
        <source>{probability}, rank {rank}, {bits} bits</source>
        <translation>{probability}，第 {rank} 位，{bits} 比特</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>意外程度</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>No run will be marked as the best, and all keep their checkpoints: each is validated in passages of its own context length, which alone changes a loss. Evaluate them with one context to compare them.</source>
        <translation>不会标出最佳运行，所有运行都保留检查点：每次运行都在各自上下文长度的文段中验证，仅此就会改变损失。要比较它们，请用同一上下文长度评估。</translation>
    </message>
</context>
<context>
    <name>SweepSetup</name>
    <message>
        <source>Which combinations are tried</source>
        <translation>尝试哪些组合</translation>
    </message>
    <message>
        <source>every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>random draws</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation>抽取次数</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>抽取的种子</translation>
    </message>
    <message>
        <source>The same seed draws the same values</source>
        <translation>相同的种子抽取相同的值</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Name of the sweep</source>
        <translation>扫描的名称</translation>
    </message>
    <message>
        <source>Name, such as “learning rates” (may be left out)</source>
        <translation>名称，例如“学习率”（可以不填）</translation>
    </message>
    <message>
        <source>Keep the checkpoints of all runs</source>
        <translation>保留所有运行的检查点</translation>
    </message>
    <message>
        <source>Else only the best run keeps its own, and the disk space is freed</source>
        <translation>否则只有最佳运行保留检查点，其余的磁盘空间会释放</translation>
    </message>
    <message>
        <source>Runs that would be made</source>
        <translation>将要进行的运行</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>开始扫描</translation>
    </message>
    <message>
        <source>{budget} each</source>
        <translation>每次{budget}</translation>
    </message>
    <message>
        <source>{budget} in all</source>
        <translation>合计{budget}</translation>
    </message>
    <message>
        <source>{words}. {more}</source>
        <translation>{words}。{more}</translation>
    </message>
    <message>
        <source>Several runs, alike but for one setting or two. They wait in the queue and are made one after another; the one that does best on unseen text is marked with a star.</source>
        <translation>多次运行，只有一两项设置不同。它们在队列中等待，依次进行；在没见过的文本上表现最好的用星号标出。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation>变化设置</translation>
    </message>
</context>
<context>
    <name>TableButton</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table: {plot}</source>
        <translation>表格：{plot}</translation>
    </message>
</context>
<context>
    <name>TagView</name>
    <message>
        <source>Which of its tags are told</source>
        <translation>判断它的哪些标注</translation>
    </message>
    <message>
        <source>The text with its tags, before</source>
        <translation>之前的文本标注</translation>
    </message>
    <message>
        <source>The text with its tags, after</source>
        <translation>之后的文本标注</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Tag many texts …</source>
        <translation>批量标注文本…</translation>
    </message>
    <message>
        <source>A file or a text of the project, in one go, into a table</source>
        <translation>一次处理一个文件或项目中的一个文本，结果放入表格</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>No run yet. Let a model learn tags, and they appear here.</source>
        <translation>还没有运行。让模型学习标注后，结果会显示在这里。</translation>
    </message>
    <message>
        <source>The text appears here with its tags as you type.</source>
        <translation>输入时，这里显示带标注的文本。</translation>
    </message>
    <message>
        <source>Click the word, such as a verb, whose roles you want to see.</source>
        <translation>点击一个词（例如动词），查看它的各个角色。</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Before it learnt: its step 0, with a head that knows nothing yet</source>
        <translation>学习之前：第 0 步，判断标签的头还一无所知</translation>
    </message>
</context>
<context>
    <name>TaggedRows</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Least chance of a tag</source>
        <translation>标注的最低概率</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>predicate</source>
        <translation>谓词</translation>
    </message>
</context>
<context>
    <name>TaggedText</name>
    <message>
        <source>“{word}” is {tag}, with a chance of {chance}.</source>
        <translation>“{word}”是 {tag}，概率 {chance}。</translation>
    </message>
</context>
<context>
    <name>TaskChoice</name>
    <message>
        <source>What it learns</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>It learns</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>To tell the classes of texts</source>
        <translation>判断文本的类别</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>To predict the next words</source>
        <translation>预测下一个词</translation>
    </message>
    <message>
        <source>next words</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>To tell the tags of words</source>
        <translation>判断词的标注</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>To do several things at once</source>
        <translation>同时学习多项内容</translation>
    </message>
    <message>
        <source>To answer as in its conversations</source>
        <translation>像其中的对话那样回答</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>TeacherChoice</name>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>A larger model, or a run, whose answers are learnt as well where it cuts text into the same tokens; another one can write a text to learn from.</source>
        <translation>一个较大的模型或一次运行；如果它切分的词元相同，就同时学习它的回答；词元不同的，可以让它写一个文本来学习。</translation>
    </message>
    <message>
        <source>Makes a smaller model of every second layer of the teacher, which then learns in place of the other</source>
        <translation>从教师中每隔一层取一层，制作较小的模型，由它代替原来的模型学习</translation>
    </message>
    <message>
        <source>Taught by</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Let {layers} of its {there} layers learn</source>
        <translation>只用其 {there} 层中的 {layers} 层来学习</translation>
    </message>
    <message>
        <source>{name} (other tokens: writes a text)</source>
        <translation>{name}（词元不同：写文本）</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>TeacherWriting</name>
    <message>
        <source>Writing a text with {model}</source>
        <translation>正在用 {model} 写文本</translation>
    </message>
    <message>
        <source>“{name}” was written.</source>
        <translation>“{name}”已写好。</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Texts of the project</source>
        <translation>项目的文本</translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Next: choose a model</source>
        <translation>下一步：选择模型</translation>
    </message>
    <message>
        <source>What the model is to learn from: texts, documents, books, pages, tables, and archives of them.</source>
        <translation>模型要学习的内容：文本、文档、书籍、网页、表格，以及它们的归档文件。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Import text</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>Texts, documents and tables</source>
        <translation>文本、文档和表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import a folder of text files</source>
        <translation>导入文本文件的文件夹</translation>
    </message>
    <message>
        <source>Importing text</source>
        <translation>正在导入文本</translation>
    </message>
    <message>
        <source>Fetching {address}</source>
        <translation>正在获取 {address}</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>从网络</translation>
    </message>
    <message>
        <source>Address of a page or a file:</source>
        <translation>网页或文件的地址：</translation>
    </message>
    <message>
        <source>Add to “{name}”</source>
        <translation>添加到“{name}”</translation>
    </message>
    <message>
        <source>Adding to “{name}”</source>
        <translation>正在添加到“{name}”</translation>
    </message>
    <message>
        <source>Save the three texts to a new folder</source>
        <translation>将三部分文本保存到新文件夹</translation>
    </message>
    <message>
        <source>Saving text</source>
        <translation>正在保存文本</translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation>已保存：{place}</translation>
    </message>
    <message>
        <source>Reading “{name}” again</source>
        <translation>正在重新读取“{name}”</translation>
    </message>
    <message>
        <source>Choose a model first: tokens are its own.</source>
        <translation>请先选择模型：词元因模型而异。</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>正在统计词元</translation>
    </message>
    <message>
        <source>The chosen model makes its vocabulary from each text as it trains.</source>
        <translation>所选模型在训练时从每个文本生成自己的词表。</translation>
    </message>
    <message>
        <source>Rename text</source>
        <translation>重命名文本</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>删除文本</translation>
    </message>
    <message>
        <source>Delete “{name}” from the project?</source>
        <translation>要从项目中删除“{name}”吗？</translation>
    </message>
    <message>
        <source>The files it was imported from stay as they are.</source>
        <translation>导入时的原文件保持不变。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Import a folder …</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Paste text or a web address</source>
        <translation>粘贴文本或网址</translation>
    </message>
    <message>
        <source>From a web address …</source>
        <translation>从网址导入…</translation>
    </message>
    <message>
        <source>Add files to this text …</source>
        <translation>向此文本添加文件…</translation>
    </message>
    <message>
        <source>Save this text to a folder …</source>
        <translation>将此文本保存到文件夹…</translation>
    </message>
    <message>
        <source>Limits of reading …</source>
        <translation>读取的限制…</translation>
    </message>
</context>
<context>
    <name>ThirdBox</name>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Ask a third beside the two, but in the game and in the blind test</source>
        <translation>在这两个之外再问第三个；游戏和盲测除外</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>去掉一个</translation>
    </message>
</context>
<context>
    <name>Tokenizers</name>
    <message>
        <source>Reading the tokenizer</source>
        <translation>正在读取分词器</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Here are your texts</source>
        <translation>你的文本在这里</translation>
    </message>
    <message>
        <source>This is what the model will learn from. Drop files anywhere on the window to add some.</source>
        <translation>模型将从这里学习。把文件拖到窗口任何地方就能添加。</translation>
    </message>
    <message>
        <source>A model to begin with</source>
        <translation>从一个模型开始</translation>
    </message>
    <message>
        <source>It has read hundreds of books already. Each card says how large it is and whether it fits this computer.</source>
        <translation>它已经读过几百本书。每张卡片写着它有多大、是否适合本机。</translation>
    </message>
    <message>
        <source>How long it learns</source>
        <translation>学多久</translation>
    </message>
    <message>
        <source>Quick, Balanced or Thorough. Every setting has a question mark, which says why one would change it.</source>
        <translation>快速、均衡或彻底。每项设置旁都有问号，说明为什么要改它。</translation>
    </message>
    <message>
        <source>Then press this</source>
        <translation>然后按这里</translation>
    </message>
    <message>
        <source>The curve falls while the model learns your text; after a minute or so it is done. You need not press it now.</source>
        <translation>模型学习你的文本时曲线会下降，一分钟左右就好。现在不必按。</translation>
    </message>
    <message>
        <source>Ask it</source>
        <translation>问问它</translation>
    </message>
    <message>
        <source>Type the beginning of a sentence, and see which words it expects: before it learnt, and after.</source>
        <translation>输入一句话的开头，看它料想哪些词：学习之前和之后。</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>什么都不会丢</translation>
    </message>
    <message>
        <source>Every run is kept here, to be compared and shown. Words with a dotted line explain themselves; F1 explains the rest.</source>
        <translation>每次运行都保存在这里，可以比较和展示。带点线的词会自己解释，其余的按 F1。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>TrainLive</name>
    <message>
        <source>Set up the next run</source>
        <translation>设置下一次运行</translation>
    </message>
    <message>
        <source>It waits in the queue until this one has ended</source>
        <translation>它在队列中等待，直到这一次结束</translation>
    </message>
    <message>
        <source>{model} learns “{corpus}”</source>
        <translation>{model} 正在学习“{corpus}”</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Ends after this step; everything learnt so far is kept</source>
        <translation>完成这一步后结束；学到的内容全部保留</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Ended by a problem</source>
        <translation>因故障结束</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Paused; predictions and everything else go on working</source>
        <translation>已暂停；预测等其他功能仍可使用</translation>
    </message>
    <message>
        <source>Stopping after this step …</source>
        <translation>完成这一步后停止…</translation>
    </message>
    <message>
        <source>Stopped; measuring what it came to … {share} %</source>
        <translation>已停止；正在测量结果…{share} %</translation>
    </message>
    <message>
        <source>Do not measure</source>
        <translation>不测量</translation>
    </message>
    <message>
        <source>All that was learnt is kept; it is measured when the run goes on</source>
        <translation>学到的内容全部保留；运行继续时再测量</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Another run is learning. “{name}” can go on when it has ended.</source>
        <translation>另一次运行正在学习。它结束后可以继续“{name}”。</translation>
    </message>
    <message>
        <source>Fine-tuning {model}</source>
        <translation>正在微调 {model}</translation>
    </message>
    <message>
        <source>Freed {disk}: only the best run of the sweep keeps its checkpoints.</source>
        <translation>已释放 {disk}：扫描中只有最佳运行保留检查点。</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Show every setting with its explanation</source>
        <translation>显示所有设置及其说明</translation>
    </message>
    <message>
        <source>Start fine-tuning</source>
        <translation>开始微调</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>The run begins when those before it have ended</source>
        <translation>前面的运行结束后，这次运行开始</translation>
    </message>
    <message>
        <source>Vary settings …</source>
        <translation>变化设置…</translation>
    </message>
    <message>
        <source>Several runs that differ in one setting or two, and the best of them marked</source>
        <translation>只有一两项设置不同的多次运行，并标出最佳的一次</translation>
    </message>
    <message>
        <source>Watch the run</source>
        <translation>查看运行</translation>
    </message>
    <message>
        <source>Fine-tune {model} on “{corpus}”</source>
        <translation>用“{corpus}”微调 {model}</translation>
    </message>
    <message>
        <source>Fine-tune a model on your text</source>
        <translation>用你的文本微调模型</translation>
    </message>
    <message>
        <source>Settings of the fine-tuning</source>
        <translation>微调的设置</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Whose words</source>
        <translation>哪一方的词</translation>
    </message>
    <message>
        <source>Add to the text</source>
        <translation>加入文本</translation>
    </message>
    <message>
        <source>The words from the beginning to the chosen one go into the text</source>
        <translation>从开头到所选词的各个词都加入文本</translation>
    </message>
    <message>
        <source>Word tree</source>
        <translation>词树</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>of the whole path</source>
        <translation>整条路径</translation>
    </message>
    <message>
        <source>Open a word to see what follows it. Enter adds the path to the text.</source>
        <translation>展开一个词，看它后面是什么。按回车键将路径加入文本。</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>UnreadableCard</name>
    <message>
        <source>✗ Cannot be opened</source>
        <translation>✗ 无法打开</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>On the validation text of “{corpus}”, which is never trained on: at most {most} tokens, in whole passages of {length} tokens spread evenly over it, without overlap; each token is predicted once, from those before it in its passage. An evaluation reads the whole text, so its figures differ a little.</source>
        <translation>在“{corpus}”从不用于训练的验证文本上：最多 {most} 个词元，取均匀分布、互不重叠的完整文段，每段 {length} 个词元；每个词元都根据文段中它前面的词元预测一次。评估会读取全部文本，所以数值略有不同。</translation>
    </message>
    <message>
        <source>On the validation part of “{corpus}”, which is never trained on: at most 500 of its labelled texts, from all over it; of each no more than the first {length} tokens are read. An evaluation reads them all, so its figures differ a little.</source>
        <translation>在“{corpus}”从不用于训练的验证部分上：最多 500 篇带标签的文本，取自各处；每篇最多读取前 {length} 个词元。评估会读取全部，所以数值略有不同。</translation>
    </message>
    <message>
        <source>On the validation part of “{corpus}”, which is never trained on: at most 500 of its sentences, from all over it. Each is read twice, so that every word is told by a network that has seen the whole sentence; of one that is longer than {length} tokens, in parts. Spans count as conlleval counts them. An evaluation reads all sentences, so its figures differ a little.</source>
        <translation>在“{corpus}”从不用于训练的验证部分上：最多 500 个句子，取自各处。每个句子读两遍，使网络在判断每个词时都已看过整句；超过 {length} 个词元的句子分段读取。片段按 conlleval 的方式计数。评估会读取所有句子，所以数值略有不同。</translation>
    </message>
    <message>
        <source>Each of what is learnt on its own text, as when it is learnt alone; together by their shares.</source>
        <translation>每项内容都在各自的文本上，与单独学习时相同；合计时按各自的份额。</translation>
    </message>
    <message>
        <source>On the answers in the validation part of “{corpus}”, which is never trained on: those of at most 250 of its conversations, from all over it; of each no more than the first {length} tokens are read.</source>
        <translation>在“{corpus}”从不用于训练的验证部分的回答上：最多 250 段对话，取自各处；每段最多读取前 {length} 个词元。</translation>
    </message>
</context>
<context>
    <name>VariedRow</name>
    <message>
        <source>Setting to vary</source>
        <translation>要变化的设置</translation>
    </message>
    <message>
        <source>How its values are given</source>
        <translation>取值的给定方式</translation>
    </message>
    <message>
        <source>values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Values to try, separated by commas</source>
        <translation>要尝试的值，用逗号分隔</translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation>数值，用逗号分隔</translation>
    </message>
    <message>
        <source>Choices to try</source>
        <translation>要尝试的选项</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>取值个数</translation>
    </message>
    <message>
        <source>Scale of the range</source>
        <translation>范围的刻度</translation>
    </message>
    <message>
        <source>Each value as many times the one before (log), or as much more (linear)</source>
        <translation>相邻的值倍数相同（对数），或差相同（线性）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>不变化其他设置</translation>
    </message>
    <message>
        <source>{count} choices</source>
        <translation>{count} 个选项</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>How well it tells them</source>
        <translation>判断得如何</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Transfer dividend</source>
        <translation>迁移红利</translation>
    </message>
    <message>
        <source>What it learnt</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>Next words</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>意外程度</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Word tree</source>
        <translation>词树</translation>
    </message>
    <message>
        <source>Blind test</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>猜词</translation>
    </message>
    <message>
        <source>Together or alone</source>
        <translation>一起还是单独</translation>
    </message>
    <message>
        <source>What the teacher handed on</source>
        <translation>教师传授了什么</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>WaitingRuns</name>
    <message>
        <source>taught by “{name}”</source>
        <translation>教师为“{name}”</translation>
    </message>
    <message>
        <source>{place}. {run}</source>
        <translation>{place}. {run}</translation>
    </message>
</context>
<context>
    <name>WeightedWords</name>
    <message>
        <source>The text, coloured by which words spoke for the class</source>
        <translation>按各词对类别的支持着色的文本</translation>
    </message>
    <message>
        <source>The words of the text are coloured here.</source>
        <translation>文本的词在这里着色。</translation>
    </message>
    <message>
        <source>Which words spoke for it</source>
        <translation>哪些词支持它</translation>
    </message>
    <message>
        <source>Left out one after the other, each word shows what it counts for.</source>
        <translation>逐个去掉每个词，看它有多大作用。</translation>
    </message>
    <message>
        <source>Reading the text without each of its words … {share}</source>
        <translation>正在读取去掉各个词后的文本…{share}</translation>
    </message>
    <message>
        <source>Which words spoke for “{label}”</source>
        <translation>哪些词支持“{label}”</translation>
    </message>
    <message>
        <source>Leave-one-out: the text is read again without each word. Click a word to see what it changes.</source>
        <translation>逐一去除：去掉每个词后重新读取文本。点击一个词，看它改变什么。</translation>
    </message>
    <message>
        <source>A single word has nothing beside it that could be left out.</source>
        <translation>单独一个词，没有可以去掉的其他内容。</translation>
    </message>
    <message>
        <source>spoke strongly for it</source>
        <translation>强烈支持</translation>
    </message>
    <message>
        <source>for it</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>无关</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>strongly against it</source>
        <translation>强烈反对</translation>
    </message>
    <message>
        <source>Without “{word}”, “{label}” has {after} instead of {before}: {change}.</source>
        <translation>去掉“{word}”后，“{label}”由 {before} 变为 {after}：{change}。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Nextword Workbench</source>
        <translation>Nextword Workbench</translation>
    </message>
    <message>
        <source>Take a language model that has already read hundreds of books, let it read your text, and see how it comes to expect your words. Everything happens on this computer.</source>
        <translation>选一个已经读过几百本书的语言模型，让它读你的文本，看它怎样学会期待你用的词。一切都在这台电脑上进行。</translation>
    </message>
    <message>
        <source>Try the sample project</source>
        <translation>试试示例项目</translation>
    </message>
    <message>
        <source>A lighthouse keeper&apos;s log, a small English model; nothing to download.</source>
        <translation>一位守灯人的日志，一个小型中文模型；无需下载。</translation>
    </message>
    <message>
        <source>What is a language model? A lesson of ten minutes</source>
        <translation>什么是语言模型？十分钟的一课</translation>
    </message>
    <message>
        <source>Take a tour of six steps</source>
        <translation>六步导览</translation>
    </message>
    <message>
        <source>New project …</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open a project …</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Signs that steer machines are gone.</source>
        <translation>去掉控制机器的字符。</translation>
    </message>
    <message>
        <source>The model may learn to write them.</source>
        <translation>模型可能学会写出它们。</translation>
    </message>
    <message>
        <source>Always on.</source>
        <translation>始终打开。</translation>
    </message>
    <message>
        <source>Hardly any time.</source>
        <translation>几乎不花时间。</translation>
    </message>
    <message>
        <source>A word with a hidden hyphen in it becomes the same word again.</source>
        <translation>藏着软连字符的词恢复成同一个词。</translation>
    </message>
    <message>
        <source>The model takes it for another word.</source>
        <translation>模型会当成另一个词。</translation>
    </message>
    <message>
        <source>Always on; “all” for texts from the web.</source>
        <translation>始终打开；网上的文本选“all”。</translation>
    </message>
    <message>
        <source>The same letter is written in the same way everywhere.</source>
        <translation>同一个字母处处写法一致。</translation>
    </message>
    <message>
        <source>“é” may be two different things to the model.</source>
        <translation>“é”对模型可能是两样东西。</translation>
    </message>
    <message>
        <source>Titles that stand on every page no longer interrupt sentences.</source>
        <translation>每页重复的标题不再打断句子。</translation>
    </message>
    <message>
        <source>The model learns to break off in the middle and write the title.</source>
        <translation>模型会学着写到一半插入标题。</translation>
    </message>
    <message>
        <source>On for PDF and scanned books.</source>
        <translation>PDF 和扫描的书要打开。</translation>
    </message>
    <message>
        <source>Lone numbers between pages are gone.</source>
        <translation>去掉页间单独的数字。</translation>
    </message>
    <message>
        <source>Numbers that stand alone are kept, as in tables.</source>
        <translation>保留单独的数字，比如表格里的。</translation>
    </message>
    <message>
        <source>On for books, off for tables and lists.</source>
        <translation>书打开，表格和清单关闭。</translation>
    </message>
    <message>
        <source>Tags and signs such as &amp;amp; become plain text.</source>
        <translation>标签和 &amp;amp; 之类变成普通文字。</translation>
    </message>
    <message>
        <source>They stay, as a text about web pages needs.</source>
        <translation>保留它们，讲网页的文本需要。</translation>
    </message>
    <message>
        <source>On where “&lt;br&gt;” stands in your text.</source>
        <translation>文本里有“&lt;br&gt;”就打开。</translation>
    </message>
    <message>
        <source>Words broken at line ends are whole again.</source>
        <translation>行尾断开的词恢复完整。</translation>
    </message>
    <message>
        <source>The model learns halves of words.</source>
        <translation>模型会学到半个词。</translation>
    </message>
    <message>
        <source>On for books in lines; off for verse and code.</source>
        <translation>分行的书打开；诗和代码关闭。</translation>
    </message>
    <message>
        <source>A paragraph is one line, as the model was trained on.</source>
        <translation>一段一行，与模型训练时一样。</translation>
    </message>
    <message>
        <source>It learns to break lines as your text does.</source>
        <translation>模型会学你的文本那样换行。</translation>
    </message>
    <message>
        <source>On for old text files; off for verse.</source>
        <translation>旧文本文件打开；诗关闭。</translation>
    </message>
    <message>
        <source>Notices that stand in thousands of files are left out.</source>
        <translation>去掉成千上万个文件里都有的声明。</translation>
    </message>
    <message>
        <source>The model learns them best of all.</source>
        <translation>模型反而把它们学得最好。</translation>
    </message>
    <message>
        <source>On for texts from the web or Project Gutenberg.</source>
        <translation>网上或古登堡计划的文本打开。</translation>
    </message>
    <message>
        <source>Nobody&apos;s address is learnt.</source>
        <translation>不会学到任何人的地址。</translation>
    </message>
    <message>
        <source>Addresses are kept and may be written again.</source>
        <translation>保留地址，可能被写出来。</translation>
    </message>
    <message>
        <source>On wherever other people&apos;s mail is read.</source>
        <translation>读别人邮件时一定打开。</translation>
    </message>
    <message>
        <source>Only these languages are learnt from.</source>
        <translation>只学这些语言。</translation>
    </message>
    <message>
        <source>Quotations in other languages stay.</source>
        <translation>保留其他语言的引文。</translation>
    </message>
    <message>
        <source>On where many languages are mixed.</source>
        <translation>多种语言混杂时打开。</translation>
    </message>
    <message>
        <source>Some time where texts are long.</source>
        <translation>文本长时要花一些时间。</translation>
    </message>
    <message>
        <source>Headings and scraps are left out.</source>
        <translation>去掉标题和零碎。</translation>
    </message>
    <message>
        <source>Short lines, such as dialogue, stay.</source>
        <translation>保留对话之类的短行。</translation>
    </message>
    <message>
        <source>On for web pages; off for plays and verse.</source>
        <translation>网页打开；剧本和诗关闭。</translation>
    </message>
    <message>
        <source>What stands there twice is learnt once.</source>
        <translation>出现两次的只学一次。</translation>
    </message>
    <message>
        <source>What is repeated is learnt by heart.</source>
        <translation>重复的会被背下来。</translation>
    </message>
    <message>
        <source>On nearly always.</source>
        <translation>几乎总是打开。</translation>
    </message>
    <message>
        <source>Versions of the same passage are left out as well.</source>
        <translation>同一段的不同版本也去掉。</translation>
    </message>
    <message>
        <source>Each version is learnt.</source>
        <translation>各版本都学。</translation>
    </message>
    <message>
        <source>On for news and web pages, which copy from each other.</source>
        <translation>新闻和网页互相抄，要打开。</translation>
    </message>
    <message>
        <source>More time than the other steps take.</source>
        <translation>比其他步骤更花时间。</translation>
    </message>
    <message>
        <source>Columns of spaces no longer look like something to learn.</source>
        <translation>成串的空格不再像要学的东西。</translation>
    </message>
    <message>
        <source>Spacing stays as it is.</source>
        <translation>空格保持原样。</translation>
    </message>
    <message>
        <source>On for PDF; off for code and tables.</source>
        <translation>PDF 打开；代码和表格关闭。</translation>
    </message>
    <message>
        <source>Spaces that nobody sees are gone.</source>
        <translation>去掉看不见的空格。</translation>
    </message>
    <message>
        <source>They stay.</source>
        <translation>保留它们。</translation>
    </message>
    <message>
        <source>More weights learn: the model takes on more of the text, and forgets more of what it knew.</source>
        <translation>让更多权重学习：从文本里学到更多，也忘掉更多原来会的。</translation>
    </message>
    <message>
        <source>Fewer weights learn: it stays closer to what it was, in less memory.</source>
        <translation>让更少权重学习：更接近原样，用的内存更少。</translation>
    </message>
    <message>
        <source>With little text or a large model: LoRA or the last layers. Else let every weight learn.</source>
        <translation>文本少或模型大时：用 LoRA 或只学最后几层。否则让全部权重学习。</translation>
    </message>
    <message>
        <source>LoRA and the last layers need far less memory; the time for a step is a little less.</source>
        <translation>LoRA 和最后几层省许多内存；每步时间略少。</translation>
    </message>
    <message>
        <source>More layers learn from the top down: more can change.</source>
        <translation>从上往下更多层学习：能改变的更多。</translation>
    </message>
    <message>
        <source>Only the style at the surface changes.</source>
        <translation>只改变表面的文风。</translation>
    </message>
    <message>
        <source>Lower it where the model forgets too much, raise it where the validation loss hardly falls.</source>
        <translation>模型忘得太多就调低，验证损失几乎不降就调高。</translation>
    </message>
    <message>
        <source>Each layer more takes some memory and time.</source>
        <translation>每多一层，多用一些内存和时间。</translation>
    </message>
    <message>
        <source>The layers join more slowly, and the lower ones learn only at the end.</source>
        <translation>各层加入得更慢，下面的层到最后才学。</translation>
    </message>
    <message>
        <source>All layers learn soon.</source>
        <translation>所有层很快都在学。</translation>
    </message>
    <message>
        <source>Raise it for a short text, to keep more of what the model knew.</source>
        <translation>文本短时调高，多保住模型原来会的。</translation>
    </message>
    <message>
        <source>The higher, the cheaper the first steps.</source>
        <translation>越高，前面的步越省。</translation>
    </message>
    <message>
        <source>The additions become thicker: more can be learnt, and more by heart.</source>
        <translation>附加部分变厚：能学的更多，也更容易死记。</translation>
    </message>
    <message>
        <source>Less can change; often that is enough.</source>
        <translation>能改变的更少，往往也够用。</translation>
    </message>
    <message>
        <source>4 to 16 does for a style; more for new knowledge.</source>
        <translation>学文风用 4 到 16 就够；学新知识要更大。</translation>
    </message>
    <message>
        <source>Hardly any time; a little memory.</source>
        <translation>几乎不多花时间；多一点内存。</translation>
    </message>
    <message>
        <source>The additions count more strongly, as with a higher learning rate.</source>
        <translation>附加部分分量更重，相当于提高学习率。</translation>
    </message>
    <message>
        <source>They count less.</source>
        <translation>分量更轻。</translation>
    </message>
    <message>
        <source>Leave it at twice the rank, unless you follow a paper.</source>
        <translation>保持为秩的两倍，除非照某篇论文做。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>没有代价。</translation>
    </message>
    <message>
        <source>Beside more matrices more can change, most of all beside all of them.</source>
        <translation>放在更多矩阵旁边，能改变的更多，全部都放时最多。</translation>
    </message>
    <message>
        <source>Queries and values alone, as in the paper, change least.</source>
        <translation>只放在查询和值旁边，如论文所做，改变最少。</translation>
    </message>
    <message>
        <source>Take all of them where the loss stays high; then lower the learning rate.</source>
        <translation>损失一直高就选全部，同时降低学习率。</translation>
    </message>
    <message>
        <source>Some memory and a little time for each kind.</source>
        <translation>每多一种，多用一些内存和一点时间。</translation>
    </message>
    <message>
        <source>The biases learn as well: a little more can change.</source>
        <translation>偏置也学习：能改变的略多一点。</translation>
    </message>
    <message>
        <source>The model stays exactly as it is below the additions.</source>
        <translation>附加部分之下，模型完全不变。</translation>
    </message>
    <message>
        <source>Mostly leave it off; with it, more changes than the thin matrices.</source>
        <translation>通常关着；打开后，变的就不只是细长的矩阵了。</translation>
    </message>
    <message>
        <source>Next to nothing.</source>
        <translation>几乎没有代价。</translation>
    </message>
    <message>
        <source>What single tokens mean stays as it is, and less is forgotten.</source>
        <translation>单个词元的含义保持不变，忘得更少。</translation>
    </message>
    <message>
        <source>The model can also learn new meanings of words.</source>
        <translation>模型还能学会词的新含义。</translation>
    </message>
    <message>
        <source>Switch it on for a small text; leave it off where your text has words of its own.</source>
        <translation>文本小就打开；文本有自己的特殊用词就关着。</translation>
    </message>
    <message>
        <source>On, it saves memory: a large vocabulary is a good part of a small model.</source>
        <translation>打开省内存：大词表占小模型的不少部分。</translation>
    </message>
    <message>
        <source>It reads more and learns more, until it begins to learn by heart.</source>
        <translation>读得更多、学得更多，直到开始死记硬背。</translation>
    </message>
    <message>
        <source>It ends sooner, perhaps before it has learnt much.</source>
        <translation>结束得更早，也许还没学到多少。</translation>
    </message>
    <message>
        <source>Raise it while the validation loss still falls at the end.</source>
        <translation>如果结束时验证损失还在下降，就调高。</translation>
    </message>
    <message>
        <source>Time in proportion; no memory.</source>
        <translation>时间成正比；不多用内存。</translation>
    </message>
    <message>
        <source>The text is read more often.</source>
        <translation>文本读更多遍。</translation>
    </message>
    <message>
        <source>Below 1, only a part of it is read.</source>
        <translation>小于 1 时只读一部分。</translation>
    </message>
    <message>
        <source>1 to 3 for a long text, 5 to 20 for a short one; watch the validation loss.</source>
        <translation>长文本 1 到 3，短文本 5 到 20；留意验证损失。</translation>
    </message>
    <message>
        <source>It learns longer.</source>
        <translation>学得更久。</translation>
    </message>
    <message>
        <source>It ends sooner.</source>
        <translation>结束得更早。</translation>
    </message>
    <message>
        <source>When an audience waits, and the time matters more than the number of steps.</source>
        <translation>有听众在等、时间比步数更重要的时候。</translation>
    </message>
    <message>
        <source>What you say, and a little for looking at the validation text.</source>
        <translation>就是你给的时间，另加查看验证文本的一点。</translation>
    </message>
    <message>
        <source>It reads more.</source>
        <translation>读得更多。</translation>
    </message>
    <message>
        <source>It reads less.</source>
        <translation>读得更少。</translation>
    </message>
    <message>
        <source>To compare runs with other batches: each then has read equally much.</source>
        <translation>比较批大小不同的运行时用：这样各自读得一样多。</translation>
    </message>
    <message>
        <source>More of the text is learnt from.</source>
        <translation>用更多文本来学。</translation>
    </message>
    <message>
        <source>Only its beginning is read.</source>
        <translation>只读开头。</translation>
    </message>
    <message>
        <source>Lower it to find out how much text is needed, or to try something quickly.</source>
        <translation>想知道需要多少文本，或想快速试一下时调低。</translation>
    </message>
    <message>
        <source>Nothing by itself; a length in epochs becomes shorter.</source>
        <translation>本身没有代价；以轮数计的长度会变短。</translation>
    </message>
    <message>
        <source>Each step is steadier, since more passages speak; there are fewer steps in an epoch.</source>
        <translation>每步更稳，因为有更多文段参与；每轮的步数变少。</translation>
    </message>
    <message>
        <source>Steps become noisier and quicker.</source>
        <translation>每步更粗糙也更快。</translation>
    </message>
    <message>
        <source>Lower it where memory is short. Whoever raises it can raise the learning rate a little, too.</source>
        <translation>内存不够就调低。调高时，学习率也可以略微调高。</translation>
    </message>
    <message>
        <source>Memory and time of a step, nearly in proportion.</source>
        <translation>每步的内存和时间，几乎成正比。</translation>
    </message>
    <message>
        <source>As a larger batch, without its memory.</source>
        <translation>等于更大的批，却不用那么多内存。</translation>
    </message>
    <message>
        <source>Each batch moves the weights by itself.</source>
        <translation>每批单独改动权重。</translation>
    </message>
    <message>
        <source>Raise it where the batch that you want does not fit.</source>
        <translation>想要的批放不下时调高。</translation>
    </message>
    <message>
        <source>Time of a step in proportion; no memory.</source>
        <translation>每步时间成正比；不多用内存。</translation>
    </message>
    <message>
        <source>It sees more at once and learns what hangs together over longer distances.</source>
        <translation>一次看得更多，能学会相隔更远的联系。</translation>
    </message>
    <message>
        <source>Only what is near is learnt.</source>
        <translation>只学到近处的联系。</translation>
    </message>
    <message>
        <source>256 does for style; raise it for long arguments, lower it for short lines such as verse or messages.</source>
        <translation>学文风 256 就够；长篇论述调高，诗句、短信等短文本调低。</translation>
    </message>
    <message>
        <source>Memory and time of a step, more than in proportion.</source>
        <translation>每步的内存和时间，超过正比。</translation>
    </message>
    <message>
        <source>Another rule needs another learning rate; “suited to the model” sees to that.</source>
        <translation>换一种规则就要换学习率；“适合该模型”会自动处理。</translation>
    </message>
    <message>
        <source>AdamW is right for nearly everything.</source>
        <translation>AdamW 几乎总是合适。</translation>
    </message>
    <message>
        <source>SGD or Adafactor where memory is short; the others to compare them.</source>
        <translation>内存不够用 SGD 或 Adafactor；其余用来比较。</translation>
    </message>
    <message>
        <source>AdamW keeps two numbers for each weight, Lion one, Adafactor and SGD hardly any.</source>
        <translation>AdamW 为每个权重存两个数，Lion 一个，Adafactor 和 SGD 几乎不存。</translation>
    </message>
    <message>
        <source>It learns faster, until it becomes restless and forgets what it knew.</source>
        <translation>学得更快，但过高就会不稳，忘掉原来会的。</translation>
    </message>
    <message>
        <source>It learns slowly and carefully.</source>
        <translation>学得慢而谨慎。</translation>
    </message>
    <message>
        <source>Halve it when the loss jumps or rises; raise it when hardly anything changes. “Find a rate” tries it out.</source>
        <translation>损失跳动或上升就减半；几乎没变化就调高。可以用“查找学习率”试。</translation>
    </message>
    <message>
        <source>Lower layers move less: more is kept.</source>
        <translation>下面的层移动更少：保住的更多。</translation>
    </message>
    <message>
        <source>1 moves all layers alike.</source>
        <translation>1 表示各层同样移动。</translation>
    </message>
    <message>
        <source>2.6 with gradual unfreezing; else 1.</source>
        <translation>逐步解冻时 2.6；其他时候 1。</translation>
    </message>
    <message>
        <source>All but “constant” end with small steps, as fine corrections.</source>
        <translation>除“恒定”外，都以小步收尾，作细微修正。</translation>
    </message>
    <message>
        <source>“Constant” can be gone on with at any time.</source>
        <translation>“恒定”随时可以接着学。</translation>
    </message>
    <message>
        <source>Cosine for nearly everything; “stable, then to zero” where you may go on later.</source>
        <translation>几乎总用余弦；以后可能接着学时用“先稳定、再到零”。</translation>
    </message>
    <message>
        <source>The rate rises more slowly, and the beginning is calmer.</source>
        <translation>学习率升得更慢，开头更平稳。</translation>
    </message>
    <message>
        <source>It soon has its full rate.</source>
        <translation>很快达到最高学习率。</translation>
    </message>
    <message>
        <source>Raise it where the loss jumps up in the first steps.</source>
        <translation>前几步损失猛升时调高。</translation>
    </message>
    <message>
        <source>Weights stay smaller; less is learnt by heart.</source>
        <translation>权重更小；死记的更少。</translation>
    </message>
    <message>
        <source>Weights may grow as they like.</source>
        <translation>权重可以任意变大。</translation>
    </message>
    <message>
        <source>0.01 to 0.1; it matters little in short runs.</source>
        <translation>0.01 到 0.1；短运行里影响很小。</translation>
    </message>
    <message>
        <source>It stays closer to where it began and forgets less, but also learns less.</source>
        <translation>更靠近起点，忘得少，学得也少。</translation>
    </message>
    <message>
        <source>It goes as far as the text draws it.</source>
        <translation>文本把它带多远就走多远。</translation>
    </message>
    <message>
        <source>Raise it to 10 or more where “what it forgot” on Results is too much.</source>
        <translation>“结果”里“忘了什么”太多时，调到 10 或更高。</translation>
    </message>
    <message>
        <source>As much memory as the weights once more.</source>
        <translation>多用与权重相当的内存。</translation>
    </message>
    <message>
        <source>Odd passages pull harder.</source>
        <translation>古怪的文段拉得更狠。</translation>
    </message>
    <message>
        <source>Every step becomes small, as with a low learning rate.</source>
        <translation>每步都变小，像学习率很低。</translation>
    </message>
    <message>
        <source>Lower it where single peaks of the gradient norm upset the loss.</source>
        <translation>梯度范数的个别尖峰扰乱损失时调低。</translation>
    </message>
    <message>
        <source>Less is learnt by heart, and everything more slowly.</source>
        <translation>死记的更少，学什么都更慢。</translation>
    </message>
    <message>
        <source>It fits the text more closely.</source>
        <translation>更贴合文本。</translation>
    </message>
    <message>
        <source>0.1 to 0.3 for a short text that is read often; 0 for a long one.</source>
        <translation>反复读的短文本用 0.1 到 0.3；长文本用 0。</translation>
    </message>
    <message>
        <source>The model becomes less sure of itself.</source>
        <translation>模型不那么武断。</translation>
    </message>
    <message>
        <source>It may become as sure as the text makes it.</source>
        <translation>文本让它多有把握就多有把握。</translation>
    </message>
    <message>
        <source>0.1 where labels may be wrong, or where calibration matters.</source>
        <translation>标签可能有错、或看重校准时用 0.1。</translation>
    </message>
    <message>
        <source>Nothing; only the training loss is then higher by it.</source>
        <translation>没有代价；只是训练损失会因此偏高。</translation>
    </message>
    <message>
        <source>With mean and greatest, the whole text speaks; with each token, what single words tell is learnt as well.</source>
        <translation>加上平均与最大，整条文本都起作用；加上每个词元，单个词所透露的信息也会学到。</translation>
    </message>
    <message>
        <source>The last state alone is simpler.</source>
        <translation>只用最后状态更简单。</translation>
    </message>
    <message>
        <source>Leave it, unless texts are a few words long.</source>
        <translation>保持不变，除非文本只有几个词。</translation>
    </message>
    <message>
        <source>Hardly anything.</source>
        <translation>几乎没有代价。</translation>
    </message>
    <message>
        <source>Rare classes are found more often, at the cost of frequent ones.</source>
        <translation>罕见类别更常被找到，常见类别会吃点亏。</translation>
    </message>
    <message>
        <source>Each text counts alike.</source>
        <translation>每篇文本同等重要。</translation>
    </message>
    <message>
        <source>Switch it on where one class has many times more texts than another.</source>
        <translation>某类文本比另一类多许多倍时打开。</translation>
    </message>
    <message>
        <source>The model keeps more of its language while it learns labels.</source>
        <translation>学标签时更多地保住语言能力。</translation>
    </message>
    <message>
        <source>It minds the labels alone.</source>
        <translation>只管标签。</translation>
    </message>
    <message>
        <source>0.1 to 0.5 where labelled texts are few.</source>
        <translation>有标签的文本少时用 0.1 到 0.5。</translation>
    </message>
    <message>
        <source>Some more time for each step.</source>
        <translation>每步多花一些时间。</translation>
    </message>
    <message>
        <source>By size or uncertainty, the program sets the weights.</source>
        <translation>按规模或不确定性时，由程序定权重。</translation>
    </message>
    <message>
        <source>As given, your weights hold.</source>
        <translation>按给定时，用你的权重。</translation>
    </message>
    <message>
        <source>As given for two tasks; by size where texts differ very much in length.</source>
        <translation>两个任务按给定；文本长短差很多时按规模。</translation>
    </message>
    <message>
        <source>Long texts get more of the steps.</source>
        <translation>长文本得到更多步。</translation>
    </message>
    <message>
        <source>All texts get the same.</source>
        <translation>各文本一样多。</translation>
    </message>
    <message>
        <source>0.5 is between the two, so that a short text is not drowned.</source>
        <translation>0.5 折中，短文本不会被淹没。</translation>
    </message>
    <message>
        <source>It learns more from the teacher&apos;s opinion.</source>
        <translation>更多地学教师的看法。</translation>
    </message>
    <message>
        <source>It learns more from what stands in the text.</source>
        <translation>更多地学文本里的内容。</translation>
    </message>
    <message>
        <source>Raise it for a small text, lower it where the teacher does not know your kind of text.</source>
        <translation>文本少就调高；教师不熟悉这类文本就调低。</translation>
    </message>
    <message>
        <source>Nothing by itself; the teacher has to be asked once.</source>
        <translation>本身没有代价；教师要问一遍。</translation>
    </message>
    <message>
        <source>More is learnt of what the teacher holds to be unlikely.</source>
        <translation>更多地学教师认为不太可能的内容。</translation>
    </message>
    <message>
        <source>At 1, its opinion counts as it is.</source>
        <translation>为 1 时，按它的看法原样学。</translation>
    </message>
    <message>
        <source>2 is usual; lower it where the student is much smaller.</source>
        <translation>常用 2；学生小得多时调低。</translation>
    </message>
    <message>
        <source>It is looked at less often: quicker, but the best moment may be missed.</source>
        <translation>看得更少：更快，但可能错过最好的时刻。</translation>
    </message>
    <message>
        <source>The curve has more points, and stopping comes in time.</source>
        <translation>曲线的点更多，停得及时。</translation>
    </message>
    <message>
        <source>Some five to twenty looks in a run do.</source>
        <translation>一次运行看五到二十次就够。</translation>
    </message>
    <message>
        <source>Each look takes a few seconds and saves a checkpoint.</source>
        <translation>每次看要几秒，并保存一个检查点。</translation>
    </message>
    <message>
        <source>It goes on longer without improvement.</source>
        <translation>没有进步也会多等一会儿。</translation>
    </message>
    <message>
        <source>It stops at once when nothing gets better; 0 never stops.</source>
        <translation>一没有进步就停；0 表示从不停。</translation>
    </message>
    <message>
        <source>Raise it where the curve wavers; 0 where you want exactly so many steps.</source>
        <translation>曲线起伏大就调高；要走满步数就用 0。</translation>
    </message>
    <message>
        <source>Only the time that it goes on in vain.</source>
        <translation>只多花白学的那段时间。</translation>
    </message>
    <message>
        <source>float32 computes more exactly.</source>
        <translation>float32 算得更精确。</translation>
    </message>
    <message>
        <source>bfloat16 is faster on processors that know it.</source>
        <translation>在支持它的处理器上，bfloat16 更快。</translation>
    </message>
    <message>
        <source>Leave it; float32 where a run is to give the same bits everywhere.</source>
        <translation>保持不变；要在各处得到逐位相同的结果就用 float32。</translation>
    </message>
    <message>
        <source>float32 can take twice the time on newer processors.</source>
        <translation>在较新的处理器上，float32 可能要两倍时间。</translation>
    </message>
    <message>
        <source>Another number draws other passages, and gives a slightly different run.</source>
        <translation>换一个数就抽到别的文段，运行略有不同。</translation>
    </message>
    <message>
        <source>The same number gives the same run again.</source>
        <translation>同一个数得到同样的运行。</translation>
    </message>
    <message>
        <source>Change it to see how much of a difference between two runs is luck.</source>
        <translation>想知道两次运行的差别有多少是运气，就换一个。</translation>
    </message>
    <message>
        <source>Bolder and stranger: unlikely words come as well.</source>
        <translation>更大胆、更奇特：不太可能的词也会出现。</translation>
    </message>
    <message>
        <source>Safer and duller; 0 always takes the likeliest word.</source>
        <translation>更稳妥、更乏味；0 总取最可能的词。</translation>
    </message>
    <message>
        <source>0.7 to 1 for stories, 0 to 0.3 for one sure answer.</source>
        <translation>写故事 0.7 到 1，要一个确定的答案 0 到 0.3。</translation>
    </message>
    <message>
        <source>More unlikely words are let in.</source>
        <translation>放进更多不太可能的词。</translation>
    </message>
    <message>
        <source>Only the likeliest few are left.</source>
        <translation>只留下最可能的几个。</translation>
    </message>
    <message>
        <source>0.9 to 0.95 keeps nonsense out, and leaves a choice.</source>
        <translation>0.9 到 0.95 能挡住胡话，又留有选择。</translation>
    </message>
    <message>
        <source>More words may be drawn.</source>
        <translation>可以抽到更多的词。</translation>
    </message>
    <message>
        <source>Fewer; 1 always takes the first.</source>
        <translation>更少；1 总取第一个。</translation>
    </message>
    <message>
        <source>Leave it at all where top-p is set; 40 is the usual number.</source>
        <translation>设了 top-p 就保持“全部”；常用 40。</translation>
    </message>
    <message>
        <source>What was written comes again less often.</source>
        <translation>写过的更少再出现。</translation>
    </message>
    <message>
        <source>1 leaves the probabilities as they are.</source>
        <translation>1 表示概率不变。</translation>
    </message>
    <message>
        <source>1.1 to 1.3 where a small model repeats itself.</source>
        <translation>小模型重复自己时用 1.1 到 1.3。</translation>
    </message>
    <message>
        <source>More texts side by side: one sees how much chance there is in them.</source>
        <translation>并排写更多篇：能看出其中有多少偶然。</translation>
    </message>
    <message>
        <source>One text is quicker.</source>
        <translation>写一篇更快。</translation>
    </message>
    <message>
        <source>Two or more when you show somebody that the same beginning goes on differently.</source>
        <translation>想让人看到同样的开头会有不同续写时，用两篇以上。</translation>
    </message>
    <message>
        <source>Time in proportion.</source>
        <translation>时间成正比。</translation>
    </message>
    <message>
        <source>It writes on longer, and strays further from the beginning.</source>
        <translation>写得更长，也离开头更远。</translation>
    </message>
    <message>
        <source>A short piece stays closer to it.</source>
        <translation>短的更贴近开头。</translation>
    </message>
    <message>
        <source>30 to 60 do to hear the style.</source>
        <translation>想听出文风，30 到 60 个就够。</translation>
    </message>
    <message>
        <source>It stops where the first sentence ends.</source>
        <translation>写到第一句话结束就停。</translation>
    </message>
    <message>
        <source>It writes as many words as you say, and may break off within a sentence.</source>
        <translation>写满你指定的词数，可能停在句子中间。</translation>
    </message>
    <message>
        <source>On to compare what two models make of the same beginning.</source>
        <translation>想比较两个模型怎样续写同一个开头时打开。</translation>
    </message>
    <message>
        <source>On, mostly less time.</source>
        <translation>打开后通常用时更少。</translation>
    </message>
    <message>
        <source>Another number gives another text.</source>
        <translation>换一个数就写出另一篇。</translation>
    </message>
    <message>
        <source>The same number gives the same text again.</source>
        <translation>同一个数写出同一篇。</translation>
    </message>
    <message>
        <source>Change it to see another; keep it to compare two models or two temperatures.</source>
        <translation>想看别的就换；要比较两个模型或两种温度就保持不变。</translation>
    </message>
    <message>
        <source>Labels: the model learns to tell what kind of text, or of word, something is.</source>
        <translation>标签：模型学会判断一篇文本或一个词属于哪一类。</translation>
    </message>
    <message>
        <source>Next words: it learns how the text goes on, and can write.</source>
        <translation>下一个词：学会文本怎样往下写，能写作。</translation>
    </message>
    <message>
        <source>Labels where your texts have them and you want new ones labelled; else next words.</source>
        <translation>文本带标签、又想给新文本加标签时选标签；否则选下一个词。</translation>
    </message>
    <message>
        <source>A label for each text is learnt faster than its words: texts are short.</source>
        <translation>每篇一个标签比学词句更快：文本都短。</translation>
    </message>
    <message>
        <source>With a teacher, a small model also learns what a larger one holds to be likely.</source>
        <translation>有教师时，小模型还学大模型认为可能的内容。</translation>
    </message>
    <message>
        <source>Without one, it learns from the text alone.</source>
        <translation>没有教师时，只从文本学。</translation>
    </message>
    <message>
        <source>Where the model has to be small or quick, and a larger one that knows such texts is at hand.</source>
        <translation>模型必须小或快，手头又有懂这类文本的大模型时。</translation>
    </message>
    <message>
        <source>The teacher reads the text once, too: more memory, and some of the time.</source>
        <translation>教师也要读一遍文本：多用内存和一些时间。</translation>
    </message>
    <message>
        <source>In this program, what has been learnt answers at once, and nothing has to be started first.</source>
        <translation>在本程序中训练时，学到的内容可以立即用来回答，也不必先启动什么。</translation>
    </message>
    <message>
        <source>In a process of its own, a run that takes too much memory, or that a library ends, takes nothing else along; on a cluster, other computers do the work, and several workers can make the steps of one run.</source>
        <translation>在单独的进程里，内存用得太多或被某个库终止的训练不会连累别的；在集群上，由其他电脑来做，一次训练的每一步也可由多个工作进程一起完成。</translation>
    </message>
    <message>
        <source>A process of its own for a run of hours; a cluster for many runs, or large ones.</source>
        <translation>要训练几个小时的，用单独的进程；次数多或规模大的，用集群。</translation>
    </message>
    <message>
        <source>Elsewhere, some seconds to begin, and memory for TensorFlow a second time.</source>
        <translation>在别处训练，开始前需要几秒钟，TensorFlow 也要再占一份内存。</translation>
    </message>
    <message>
        <source>Each run learns faster.</source>
        <translation>每次训练学得更快。</translation>
    </message>
    <message>
        <source>More runs have room at the same time; together they are mostly done sooner.</source>
        <translation>能同时进行的训练更多，合起来通常更早完成。</translation>
    </message>
    <message>
        <source>Few for a sweep of many runs, many for a single large one.</source>
        <translation>训练次数很多的搜索用少一些，单独一次大的训练用多一些。</translation>
    </message>
    <message>
        <source>Twice the cores save less than half of the time; memory stays as it is.</source>
        <translation>核心加倍，时间减少不到一半；内存不变。</translation>
    </message>
    <message>
        <source>Several computers make the steps of one run, each with its share of the batch.</source>
        <translation>几台电脑一起完成一次训练的每一步，每台处理一批中的一份。</translation>
    </message>
    <message>
        <source>One worker has nobody to wait for.</source>
        <translation>只有一个工作进程时，不必等别人。</translation>
    </message>
    <message>
        <source>Raise it for one large run with a large batch; leave it at 1 for a sweep.</source>
        <translation>单独一次批很大的大训练可以调高；搜索时保持 1。</translation>
    </message>
    <message>
        <source>Each worker holds the whole model, and after each step all send what they found.</source>
        <translation>每个工作进程都装着整个模型，每一步之后都要互相传送所得。</translation>
    </message>
    <message>
        <source>Of a large text more stays with each worker, and less has to be sent again.</source>
        <translation>文本很大时，每个工作进程能留住更多，需要重发的更少。</translation>
    </message>
    <message>
        <source>A worker with a small disk has room for it; what is learnt is the same.</source>
        <translation>磁盘小的工作进程也放得下；学到的内容不变。</translation>
    </message>
    <message>
        <source>As much as the text has in tokens, two bytes each for most models, or what is free there.</source>
        <translation>按文本的词元数来定，多数模型每个词元两字节；或者按那里的空闲空间来定。</translation>
    </message>
    <message>
        <source>That much of the disk of each computer, while the run learns.</source>
        <translation>训练期间，每台电脑要占用这么多磁盘空间。</translation>
    </message>
    <message>
        <source>It gets more of the steps and is learnt better.</source>
        <translation>得到更多步，学得更好。</translation>
    </message>
    <message>
        <source>The others get more.</source>
        <translation>别的得到更多。</translation>
    </message>
    <message>
        <source>Raise it for what matters most, or for what is harder to learn.</source>
        <translation>对最重要或最难学的调高。</translation>
    </message>
    <message>
        <source>Nothing: the steps are shared out otherwise.</source>
        <translation>没有代价：只是步数分法不同。</translation>
    </message>
    <message>
        <source>A wider range has the best value in it, even where nobody can guess it.</source>
        <translation>范围更宽，即使谁也猜不到，最好的值也在其中。</translation>
    </message>
    <message>
        <source>A narrower one tells values apart that lie close together.</source>
        <translation>范围更窄，能分出相近的值孰优孰劣。</translation>
    </message>
    <message>
        <source>Begin wide, then narrow it around the run that did best.</source>
        <translation>先宽后窄，再收到效果最好的那次训练附近。</translation>
    </message>
    <message>
        <source>Nothing by itself.</source>
        <translation>本身没有代价。</translation>
    </message>
    <message>
        <source>More values in between: the best one is met more closely.</source>
        <translation>中间的值更多，更接近最好的那个。</translation>
    </message>
    <message>
        <source>Fewer runs, and an answer sooner.</source>
        <translation>训练次数更少，更快得到答案。</translation>
    </message>
    <message>
        <source>3 to 5 do for a first look.</source>
        <translation>初步看看，3 到 5 个就够。</translation>
    </message>
    <message>
        <source>Time in proportion: each value is a run.</source>
        <translation>时间成正比：每个值是一次训练。</translation>
    </message>
    <message>
        <source>Log: each value is so many times the one before, as 0.001, 0.01, 0.1.</source>
        <translation>对数：每个值是前一个的若干倍，如 0.001、0.01、0.1。</translation>
    </message>
    <message>
        <source>Linear: each value is so much more than the one before, as 0.1, 0.2, 0.3.</source>
        <translation>线性：每个值比前一个多同样多，如 0.1、0.2、0.3。</translation>
    </message>
    <message>
        <source>Log for learning rates and whatever may differ tenfold; else linear.</source>
        <translation>学习率以及可能相差十倍的设置用对数，其余用线性。</translation>
    </message>
    <message>
        <source>Every combination: nothing between the values is missed.</source>
        <translation>所有组合：这些值之间不会漏掉任何一种。</translation>
    </message>
    <message>
        <source>Random draws: as many runs as you say, and often as good a find.</source>
        <translation>随机抽取：训练次数由你定，往往也能找到同样好的结果。</translation>
    </message>
    <message>
        <source>Draws where two settings have many values; else every combination.</source>
        <translation>两项设置都有很多值时用抽取，否则用所有组合。</translation>
    </message>
    <message>
        <source>Every combination takes as many runs as both numbers of values multiplied.</source>
        <translation>所有组合的训练次数等于两项设置的值的个数相乘。</translation>
    </message>
    <message>
        <source>More of what is possible is tried.</source>
        <translation>试到更多的可能。</translation>
    </message>
    <message>
        <source>8 to 20 for two settings.</source>
        <translation>两项设置抽 8 到 20 次。</translation>
    </message>
    <message>
        <source>Time in proportion: each draw is a run.</source>
        <translation>时间成正比：每抽一次是一次训练。</translation>
    </message>
    <message>
        <source>Another number draws other values.</source>
        <translation>换一个数，就抽到别的值。</translation>
    </message>
    <message>
        <source>The same number draws the same values again.</source>
        <translation>同一个数会再次抽到同样的值。</translation>
    </message>
    <message>
        <source>Change it to try further values where the first ones are done.</source>
        <translation>第一批试完后想再试别的值时更改。</translation>
    </message>
    <message>
        <source>Each: every run learns as long as one would alone.</source>
        <translation>每次：每次训练都和单独训练一样久。</translation>
    </message>
    <message>
        <source>In all: the runs share the time of one.</source>
        <translation>总共：所有训练分享一次训练的时间。</translation>
    </message>
    <message>
        <source>In all to find a direction quickly; each for a result that counts.</source>
        <translation>想快速找到方向用“总共”，要算数的结果用“每次”。</translation>
    </message>
    <message>
        <source>Each takes as many times longer as there are runs.</source>
        <translation>“每次”的时间是训练次数的倍数。</translation>
    </message>
    <message>
        <source>Each of the runs can be asked, and gone on with.</source>
        <translation>每次训练都可以提问，也可以继续。</translation>
    </message>
    <message>
        <source>Only the best one keeps its weights; of the others there are the figures.</source>
        <translation>只有最好的一次保留权重，其余只留下数字。</translation>
    </message>
    <message>
        <source>On where you want to see what the others write as well.</source>
        <translation>想看看其他训练写得怎样时打开。</translation>
    </message>
    <message>
        <source>Disk space for the weights of each run.</source>
        <translation>每次训练的权重都占磁盘空间。</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Why {setting}?</source>
        <translation>为什么要改{setting}？</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>Here, as it is set up:</source>
        <translation>在本机上，按现在的设置：</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>论文：</translation>
    </message>
    <message>
        <source>none in particular</source>
        <translation>没有特定的</translation>
    </message>
    <message>
        <source>no difference in time or memory</source>
        <translation>时间和内存都没有差别</translation>
    </message>
    <message>
        <source>{value}: {time}, {memory}</source>
        <translation>{value}：{time}，{memory}</translation>
    </message>
    <message>
        <source>Higher:</source>
        <translation>调高：</translation>
    </message>
    <message>
        <source>Lower:</source>
        <translation>调低：</translation>
    </message>
    <message>
        <source>On:</source>
        <translation>打开：</translation>
    </message>
    <message>
        <source>Off:</source>
        <translation>关闭：</translation>
    </message>
    <message>
        <source>On the one hand:</source>
        <translation>一方面：</translation>
    </message>
    <message>
        <source>On the other:</source>
        <translation>另一方面：</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>什么时候：</translation>
    </message>
    <message>
        <source>It costs:</source>
        <translation>代价：</translation>
    </message>
</context>
<context>
    <name>WritingOffer</name>
    <message>
        <source>Words that the teacher writes</source>
        <translation>教师要写的词数</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Let it write a text</source>
        <translation>让它写一个文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel writing</source>
        <translation>取消写作</translation>
    </message>
    <message>
        <source>Learn from it</source>
        <translation>从中学习</translation>
    </message>
    <message>
        <source>“{teacher}” cuts text into other tokens, so it teaches by writing: it goes on from beginnings of paragraphs of “{corpus}”. The validation text stays your own, and the new text is marked as written by a model.</source>
        <translation>“{teacher}”切分词元的方式不同，所以它通过写作来教：接着“{corpus}”各段的开头往下写。验证文本仍是你自己的，新文本会注明由模型所写。</translation>
    </message>
    <message>
        <source>Waiting for its turn …</source>
        <translation>正在等待轮到…</translation>
    </message>
    <message>
        <source>{done} of {total} words</source>
        <translation>{done} 个词，共 {total} 个</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>Written: “{name}”</source>
        <translation>已写好：“{name}”</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>“Write on” lets the models go on with the text here. Click a word to see what else could stand there.</source>
        <translation>“续写”让各个模型在这里接着写文本。点击一个词，看看那里还可能是什么。</translation>
    </message>
    <message>
        <source>Continuations</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{side}, seed {seed}</source>
        <translation>{side}，种子 {seed}</translation>
    </message>
</context>
<context>
    <name>WrittenCell</name>
    <message>
        <source>Written on: {title}</source>
        <translation>续写：{title}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what was written: {title}</source>
        <translation>复制所写内容：{title}</translation>
    </message>
    <message>
        <source>Writing on</source>
        <translation>正在续写</translation>
    </message>
</context>
<context>
    <name>_Budget</name>
    <message>
        <source>Unit of the length</source>
        <translation>长度的单位</translation>
    </message>
</context>
<context>
    <name>_OwnCard</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset to {preset}</source>
        <translation>重置为{preset}</translation>
    </message>
    <message>
        <source>Every setting, under Advanced.</source>
        <translation>所有设置都在“高级”中。</translation>
    </message>
    <message>
        <source>Kept from {before}: {settings}</source>
        <translation>沿用{before}的设置：{settings}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>What it learns as well</source>
        <translation>还学习什么</translation>
    </message>
    <message>
        <source>Its weight</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>How many steps it gets for each one of what is chosen above</source>
        <translation>上面所选内容每走一步，它走多少步</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Pinned prompt {number}</source>
        <translation>固定提示 {number}</translation>
    </message>
    <message>
        <source>Pinned prompt</source>
        <translation>固定提示</translation>
    </message>
    <message>
        <source>Remove prompt {number}</source>
        <translation>移除提示 {number}</translation>
    </message>
</context>
<context>
    <name>_Tree</name>
    <message>
        <source>Tree of next words</source>
        <translation>下一个词的树</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Whole path</source>
        <translation>整条路径</translation>
    </message>
</context>
<context>
    <name>_UnfinishedCard</name>
    <message>
        <source>Continue this run</source>
        <translation>继续这次运行</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>The text is in {text_language}, and the model knows {model_languages}: it would have to learn the language first.</source>
        <translation>文本的语言是{text_language}，模型懂得{model_languages}：它得先学会这种语言。</translation>
    </message>
    <message>
        <source>The learning rate {rate} is {times} times what suits this model ({suited}): it may forget what it knows.</source>
        <translation>学习率 {rate} 是此模型合适值（{suited}）的 {times} 倍：它可能会忘掉已知的内容。</translation>
    </message>
    <message>
        <source>The learning rate {rate} is {times} times less than what suits this model ({suited}): it will hardly learn.</source>
        <translation>学习率 {rate} 只有此模型合适值（{suited}）的 {times} 分之一：它几乎学不到东西。</translation>
    </message>
    <message>
        <source>The training text has about {tokens} tokens, fewer than one passage of {context}: lower the context length.</source>
        <translation>训练文本约有 {tokens} 个词元，不够一个 {context} 的文段：请减小上下文长度。</translation>
    </message>
    <message>
        <source>One step reads {step_tokens} tokens, more than the whole training text has (about {tokens}).</source>
        <translation>一步要读取 {step_tokens} 个词元，多于整个训练文本（约 {tokens} 个）。</translation>
    </message>
    <message>
        <source>The text would be read about {times} times, and be learnt by heart rather than from.</source>
        <translation>文本会被读约 {times} 遍，结果是背下来，而不是从中学习。</translation>
    </message>
    <message>
        <source>It would take {duration}.</source>
        <translation>需要 {duration}。</translation>
    </message>
    <message>
        <source>Only {count:# labelled text is|# labelled texts are} learnt from: with so few, a head that learns alone on the model as it is mostly tells as many right or more, and sooner.</source>
        <translation>只从 {count} 条带标签的文本学习：这么少的时候，让标签头在原样的模型上单独学习，通常判断得一样准或更准，也更快。</translation>
    </message>
    <message>
        <source>Only {count:# labelled example is|# labelled examples are} held out, so the numbers will say little about new ones.</source>
        <translation>留出的带标签示例只有 {count} 个，所以数值不足以说明在新文本上的表现。</translation>
    </message>
    <message>
        <source>The validation text has only about {tokens} tokens, so the numbers will say little about new text.</source>
        <translation>验证文本只有约 {tokens} 个词元，所以数值不足以说明在新文本上的表现。</translation>
    </message>
</context>
<context>
    <name>bundled</name>
    <message>
        <source>325 public-domain English books and 35 texts of US-government prose (142 MB)</source>
        <translation>325 本公有领域英文书和 35 篇美国政府文稿（142 MB）</translation>
    </message>
    <message>
        <source>Public-domain Chinese prose (Lu Xun and his time, old novels), laws, some poetry, and under free licences paragraphs of Wikipedia, conversations and pages (65 MB, simplified)</source>
        <translation>公有领域的中文散文作品（鲁迅及其同时代作家、旧小说）、法律、一些诗歌，以及采用自由许可的维基百科段落、对话和网页（65 MB，简体）</translation>
    </message>
    <message>
        <source>Nothing yet: it takes its words from your text and starts with random weights</source>
        <translation>还没有读过：词取自你的文本，从随机权重开始</translation>
    </message>
    <message>
        <source>Two trillion tokens of English pages, books, code and conversations (Hugging Face, 2024); kept in 4 bits</source>
        <translation>两万亿词元的英文网页、书籍、代码和对话（Hugging Face，2024 年）；以 4 位保存</translation>
    </message>
    <message>
        <source>690 public-domain English books and US-government prose (78.6 M tokens)</source>
        <translation>690 本公有领域英文书和美国政府文稿（7,860 万词元）</translation>
    </message>
    <message>
        <source>Nothing yet: it has this architecture and tokenizer, and starts with random weights</source>
        <translation>还没有读过：它有这一架构和分词器，从随机权重开始</translation>
    </message>
    <message>
        <source>From the Hugging Face Hub.</source>
        <translation>来自 Hugging Face Hub。</translation>
    </message>
    <message>
        <source>From the Hugging Face Hub; learnt from {data}.</source>
        <translation>来自 Hugging Face Hub；从 {data} 学习。</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Layers {layers} of {model}, not trained since</source>
        <translation>{model} 的第 {layers} 层，此后未经训练</translation>
    </message>
    <message>
        <source>{base}, fine-tuned on “{corpus}”</source>
        <translation>{base}，用“{corpus}”微调</translation>
    </message>
    <message>
        <source>{base} ({before}), fine-tuned on “{corpus}”</source>
        <translation>{base}（{before}），用“{corpus}”微调</translation>
    </message>
    <message>
        <source>“{corpus}” alone, from random weights</source>
        <translation>仅用“{corpus}”，从随机权重开始</translation>
    </message>
    <message>
        <source>Labels ({count})</source>
        <translation>标签（{count}）</translation>
    </message>
    <message>
        <source>{after} (before: {before})</source>
        <translation>{after}（之前：{before}）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{name}: {words} words, sha256 {hash}</source>
        <translation>{name}：{words} 词，sha256 {hash}</translation>
    </message>
    <message>
        <source>Left out of the text</source>
        <translation>文本中排除的内容</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>{steps} of {total} in {seconds} s</source>
        <translation>{steps} 步，共 {total} 步，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>{name}, sha256 {hash}</source>
        <translation>{name}，sha256 {hash}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>How that was measured</source>
        <translation>测量方法</translation>
    </message>
    <message>
        <source>These weights</source>
        <translation>这些权重</translation>
    </message>
    <message>
        <source>of step {step}</source>
        <translation>第 {step} 步的</translation>
    </message>
    <message>
        <source>those that it began from</source>
        <translation>起始时的</translation>
    </message>
    <message>
        <source>On the validation text, before</source>
        <translation>在验证文本上，之前</translation>
    </message>
    <message>
        <source>On the validation text, of these weights</source>
        <translation>在验证文本上，这些权重</translation>
    </message>
    <message>
        <source>{loss} nats per token, perplexity {perplexity} a token</source>
        <translation>每词元 {loss} 奈特，每词元困惑度 {perplexity}</translation>
    </message>
    <message>
        <source>{loss} nats</source>
        <translation>{loss} 奈特</translation>
    </message>
    <message>
        <source>, {bits} bits per byte</source>
        <translation>，每字节 {bits} 比特</translation>
    </message>
    <message>
        <source>No licence is stated: it is for whoever trained the model to say what may be done with it.</source>
        <translation>没有注明许可证：可以怎样使用，由训练该模型的人说明。</translation>
    </message>
    <message>
        <source>Opening it</source>
        <translation>打开方法</translation>
    </message>
    <message>
        <source>In Nextword Workbench: Model, then “Open a folder”; or `--model FOLDER` on the command line.</source>
        <translation>在 Nextword Workbench 中：“模型”，然后“打开模型文件夹”；或在命令行中使用 `--model 文件夹`。</translation>
    </message>
    <message>
        <source>In Nextword Workbench: Model, then “Open a folder”, to go on from it; `classify` and `tag` with `--model FOLDER` on the command line ask it for labels.</source>
        <translation>在 Nextword Workbench 中：“模型”，然后“打开模型文件夹”，即可接着训练；在命令行中用 `classify` 和 `tag` 加上 `--model 文件夹` 询问标签。</translation>
    </message>
    <message>
        <source>In Nextword Workbench, to go on training: Model, then “Open a GGUF file”; or `--model {file}` on the command line.</source>
        <translation>在 Nextword Workbench 中继续训练：“模型”，然后“打开 GGUF 文件”；或在命令行使用 `--model {file}`。</translation>
    </message>
    <message>
        <source>With Ollama, in this folder:</source>
        <translation>用 Ollama，在此文件夹中：</translation>
    </message>
    <message>
        <source>With llama.cpp; LM Studio takes the file as well:</source>
        <translation>用 llama.cpp；LM Studio 也能打开此文件：</translation>
    </message>
    <message>
        <source>Kind of numbers</source>
        <translation>数值类型</translation>
    </message>
    <message>
        <source>How far from the model that was trained</source>
        <translation>与训练所得模型的差距</translation>
    </message>
    <message>
        <source>{share} % of the probability of the next token, on average</source>
        <translation>平均为下一个词元概率的 {share} %</translation>
    </message>
    <message>
        <source>In llama.cpp</source>
        <translation>在 llama.cpp 中</translation>
    </message>
    <message>
        <source>it rounds what it multiplies such weights with to eight bits as well, so that a probability may differ a little more there</source>
        <translation>它把与这类权重相乘的数值也舍入到 8 位，所以那里的概率可能会再有少许不同</translation>
    </message>
    <message>
        <source>What that costs on the validation text, on the first 2,048 tokens</source>
        <translation>在验证文本前 2,048 个词元上的代价</translation>
    </message>
    <message>
        <source>{file} bits per byte (the model: {model})</source>
        <translation>每字节比特数 {file}（模型：{model}）</translation>
    </message>
    <message>
        <source>Passages of the text that llama.cpp cuts into other tokens</source>
        <translation>llama.cpp 切分成其他词元的文段数</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{of} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>This is an addition (a LoRA adapter) to “{base}”, without which it says nothing.</source>
        <translation>这是“{base}”的附加部分（LoRA 适配器），没有后者就不起作用。</translation>
    </message>
    <message>
        <source>BASE is `{base}`, as the Hugging Face Hub calls it.</source>
        <translation>BASE 为 `{base}`，即它在 Hugging Face Hub 上的名称。</translation>
    </message>
    <message>
        <source>BASE is the folder `resources/models/{base}` of Nextword Workbench, which finds it by itself.</source>
        <translation>BASE 为 Nextword Workbench 的文件夹 `resources/models/{base}`，程序会自动找到它。</translation>
    </message>
    <message>
        <source>BASE is the run “{base}”: export it as a Hugging Face folder, and put that beside this one under the name `{base}`.</source>
        <translation>BASE 为运行“{base}”：请将它导出为 Hugging Face 文件夹，以 `{base}` 为名放在这个文件夹旁边。</translation>
    </message>
    <message>
        <source>BASE is the folder `{base}` of the computer where this was made; elsewhere, put it beside this one under its name.</source>
        <translation>BASE 为制作它的电脑上的文件夹 `{base}`；在别处，请以同样的名称放在这个文件夹旁边。</translation>
    </message>
    <message>
        <source>With the library `peft`:</source>
        <translation>使用 `peft` 库：</translation>
    </message>
    <message>
        <source>With the library `transformers`:</source>
        <translation>使用 `transformers` 库：</translation>
    </message>
    <message>
        <source>It takes text and returns the likeliest next tokens; nothing but TensorFlow is needed.</source>
        <translation>输入文本，返回最可能的下一个词元；只需要 TensorFlow。</translation>
    </message>
    <message>
        <source>A token is a word or a piece of one, with the space before it. The signature “probabilities” returns those of the whole vocabulary. The folder can be served as it is, by TensorFlow Serving for instance.</source>
        <translation>词元是一个词或词的一部分，连同它前面的空格。签名“probabilities”返回整个词表的概率。这个文件夹可以原样部署，例如用 TensorFlow Serving。</translation>
    </message>
    <message>
        <source>That library has no class for this head, so the folder has one in “{file}”, some forty lines that are run as they stand (`trust_remote_code`); without them opening it fails.</source>
        <translation>该库没有用于这种头的类，所以文件夹中的“{file}”里有一个，约四十行，会原样运行（`trust_remote_code`）；没有它就无法打开。</translation>
    </message>
    <message>
        <source>A language model sees only what stands before a word, so it reads each sentence twice, and a word is told at its last token of the second time; “{file}” makes these tokens.</source>
        <translation>语言模型只能看到一个词之前的内容，所以每个句子读两遍，在第二遍该词的最后一个词元处作出判断；“{file}”生成这些词元。</translation>
    </message>
    <message>
        <source>It takes texts and returns the labels of each, the likeliest first; nothing but TensorFlow is needed. Of a text the first {most} tokens are read.</source>
        <translation>输入文本，返回各篇的标签，最可能的在前；只需要 TensorFlow。每篇文本读取前 {most} 个词元。</translation>
    </message>
    <message>
        <source>It takes the words of a sentence and returns the tag of each; nothing but TensorFlow is needed. A sentence is read twice and may have {most} tokens in all, and a longer one is an error: divide it.</source>
        <translation>输入一个句子的各个词，返回每个词的标注；只需要 TensorFlow。句子读两遍，合计最多 {most} 个词元，更长会出错：请分开。</translation>
    </message>
    <message>
        <source>The signature “probabilities” returns those of all labels, in the order of labels.json. The folder can be served as it is, by TensorFlow Serving for instance.</source>
        <translation>签名“probabilities”返回所有标签的概率，顺序与 labels.json 相同。这个文件夹可以原样部署，例如用 TensorFlow Serving。</translation>
    </message>
    <message>
        <source>It was run once and compared with the model it was made from: no logit differed by more than rounding explains.</source>
        <translation>已运行一次并与原模型比较：所有 logit 的差别都在舍入误差之内。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Transfer learning of language models; without a command, the window.</source>
        <translation>语言模型的迁移学习；不带命令则打开窗口。</translation>
    </message>
    <message>
        <source>{title}:</source>
        <translation>{title}：</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Each command has a help of its own, such as “{example}”.</source>
        <translation>每个命令都有自己的帮助，例如“{example}”。</translation>
    </message>
    <message>
        <source>default: {value}</source>
        <translation>默认：{value}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Hugging Face Hub</source>
        <translation>Hugging Face Hub</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Asking a model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Several runs</source>
        <translation>多次运行</translation>
    </message>
    <message>
        <source>Taking out</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What things mean</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>open the window (the default)</source>
        <translation>打开窗口（默认）</translation>
    </message>
    <message>
        <source>the sample project, from text to predictions</source>
        <translation>示例项目，从文本到预测</translation>
    </message>
    <message>
        <source>say what a report of a fault needs: versions, computer, memory; no names</source>
        <translation>列出报告故障所需的信息：版本、电脑、内存；不含名称</translation>
    </message>
    <message>
        <source>explain the terms of the field, all of them or those that are asked for</source>
        <translation>解释这一领域的术语：全部，或所问的那些</translation>
    </message>
    <message>
        <source>a lesson of five chapters: what a language model is</source>
        <translation>五个章节的课：什么是语言模型</translation>
    </message>
    <message>
        <source>write it as a hand-out of two pages, a .pdf</source>
        <translation>写成两页的讲义，即 .pdf</translation>
    </message>
    <message>
        <source>why a setting would be another: of a run, of writing, or of the cleaning recipe</source>
        <translation>为什么要改一项设置：运行的、写作的或清洗方案的</translation>
    </message>
    <message>
        <source>the setting, as in --set: learning_rate, top_p, page_numbers, …</source>
        <translation>设置的名字，同 --set：learning_rate、top_p、page_numbers…</translation>
    </message>
    <message>
        <source>what is looked for; every term where nothing is said</source>
        <translation>要查的内容；不写就是全部术语</translation>
    </message>
    <message>
        <source>write all of them as a page, an .html</source>
        <translation>把全部术语写成一个网页，即 .html</translation>
    </message>
    <message>
        <source>make an empty project</source>
        <translation>新建空项目</translation>
    </message>
    <message>
        <source>write a whole project into one file</source>
        <translation>将整个项目写入一个文件</translation>
    </message>
    <message>
        <source>make a project out of such a file</source>
        <translation>从这样的文件还原项目</translation>
    </message>
    <message>
        <source>list what lies in the project and its records do not name</source>
        <translation>列出位于项目中但没有记录的内容</translation>
    </message>
    <message>
        <source>read files, folders or a page into a corpus</source>
        <translation>将文件、文件夹或网页读入语料</translation>
    </message>
    <message>
        <source>write a corpus&apos;s texts to a folder</source>
        <translation>将语料的文本写入文件夹</translation>
    </message>
    <message>
        <source>find places in a corpus, with what stands around them</source>
        <translation>在语料中查找，并显示前后文</translation>
    </message>
    <message>
        <source>leave documents out of a corpus, take them back, or list those that are left out</source>
        <translation>从语料中略去文档、取回文档，或列出已略去的文档</translation>
    </message>
    <message>
        <source>what a corpus is labelled with; merge, rename or leave out labels</source>
        <translation>语料有哪些标签；合并、重命名或排除标签</translation>
    </message>
    <message>
        <source>list the corpora</source>
        <translation>列出语料</translation>
    </message>
    <message>
        <source>list the models to start from</source>
        <translation>列出可以作为起点的模型</translation>
    </message>
    <message>
        <source>search the Hugging Face Hub for models</source>
        <translation>在 Hugging Face Hub 上搜索模型</translation>
    </message>
    <message>
        <source>download a model from the Hub, or go on where a download stopped</source>
        <translation>从 Hub 下载模型，或从停止处继续下载</translation>
    </message>
    <message>
        <source>keep a token for gated models in the system&apos;s keyring, read from standard input</source>
        <translation>在系统的密钥环中保存用于受限模型的令牌（从标准输入读取）</translation>
    </message>
    <message>
        <source>tell which Hub is asked, or set another one</source>
        <translation>说明使用哪个 Hub，或另设一个</translation>
    </message>
    <message>
        <source>tell which Ray cluster runs can learn at, set another one, or test it</source>
        <translation>显示可以用来训练的 Ray 集群，或另设一个，或测试它</translation>
    </message>
    <message>
        <source>keep this address, ray://HOST:PORT; an empty one forgets it</source>
        <translation>保存这个地址 ray://HOST:PORT；留空则删除</translation>
    </message>
    <message>
        <source>how many gigabytes of its text each worker keeps on its disk; what it reads beyond that is sent again</source>
        <translation>每个工作进程在磁盘上最多保留多少 GB 文本；超出的部分再读时会重新发送</translation>
    </message>
    <message>
        <source>set the token of the cluster (it is asked for, or read from standard input) or forget it</source>
        <translation>设置集群的令牌（会询问，或从标准输入读取），或删除它</translation>
    </message>
    <message>
        <source>say who answers at the address, and what is there</source>
        <translation>显示该地址上谁来应答、那里有什么</translation>
    </message>
    <message>
        <source>the same of one that is started on this computer for that</source>
        <translation>同上，但针对为此在本机上启动的集群</translation>
    </message>
    <message>
        <source>fine-tune a model on a corpus</source>
        <translation>用语料微调模型</translation>
    </message>
    <message>
        <source>try learning rates on a copy of a model and suggest one</source>
        <translation>在模型副本上尝试学习率并给出建议</translation>
    </message>
    <message>
        <source>continue a run from its last checkpoint</source>
        <translation>从最后的检查点继续一次运行</translation>
    </message>
    <message>
        <source>be one of several workers, named by TF_CONFIG, that make the steps of a run that waits or goes on</source>
        <translation>作为 TF_CONFIG 指定的多个工作进程之一，一起完成一次等待中或要继续的训练的每一步</translation>
    </message>
    <message>
        <source>talk to a model: it answers each text in turn</source>
        <translation>与模型对话：它依次回答每段文本</translation>
    </message>
    <message>
        <source>show the most probable next words</source>
        <translation>显示最可能的下一个词</translation>
    </message>
    <message>
        <source>continue a text</source>
        <translation>续写文本</translation>
    </message>
    <message>
        <source>play a blind test: of two texts a round, tell which one the fine-tuned model wrote, by A or B on standard input</source>
        <translation>盲测：每轮两段文字，在标准输入上用 A 或 B 指出哪一段是微调后的模型写的</translation>
    </message>
    <message>
        <source>tell how surprising each word of a text is</source>
        <translation>说明文本中每个词有多意外</translation>
    </message>
    <message>
        <source>tell the classes of texts by a run that has learnt them</source>
        <translation>用学过类别的运行判断文本的类别</translation>
    </message>
    <message>
        <source>tell the tag of each word of a text by a run that has learnt them</source>
        <translation>用学过标注的运行判断文本中每个词的标注</translation>
    </message>
    <message>
        <source>measure how well a model predicts a text, or a run tells its labels</source>
        <translation>测量模型预测文本的效果，或运行判断标签的效果</translation>
    </message>
    <message>
        <source>train with and without pretraining, and tell what it was worth</source>
        <translation>分别在有和没有预训练的情况下训练，说明预训练的价值</translation>
    </message>
    <message>
        <source>make a smaller model of some layers of one, for that to teach it</source>
        <translation>从模型的若干层制作较小的模型，由原模型来教它</translation>
    </message>
    <message>
        <source>how many of its layers, spread evenly; half of them where nothing is said</source>
        <translation>取多少层（均匀选取）；不指定则取一半</translation>
    </message>
    <message>
        <source>what the smaller model is to be called</source>
        <translation>较小模型的名称</translation>
    </message>
    <message>
        <source>let a model write a text that goes on from a corpus, for a student with other tokens to learn from</source>
        <translation>让模型接着语料写一个文本，供词元不同的学生学习</translation>
    </message>
    <message>
        <source>about how many words it is to write</source>
        <translation>大约写多少个词</translation>
    </message>
    <message>
        <source>the same seed writes the same text</source>
        <translation>相同的种子写出相同的文本</translation>
    </message>
    <message>
        <source>train a student without its teacher as well, and say what the teacher handed on</source>
        <translation>让学生在没有教师的情况下也训练一次，说明教师传授了什么</translation>
    </message>
    <message>
        <source>train each of the things that a run learnt at once alone, and say which of them gained by learning together</source>
        <translation>把一次运行同时学习的各项内容分别单独训练，说明哪些因一起学习而受益</translation>
    </message>
    <message>
        <source>tell what a run learnt, forgot and knows by heart</source>
        <translation>说明一次运行学到、遗忘和背下了什么</translation>
    </message>
    <message>
        <source>list the runs</source>
        <translation>列出运行</translation>
    </message>
    <message>
        <source>list the settings in which runs differ, beside their results</source>
        <translation>列出各次运行不同的设置及其结果</translation>
    </message>
    <message>
        <source>tag, group, note and archive runs</source>
        <translation>给运行加标记、分组、写备注或归档</translation>
    </message>
    <message>
        <source>make a run again and tell whether its numbers are the same</source>
        <translation>重做一次运行，说明数值是否相同</translation>
    </message>
    <message>
        <source>list, add, order, remove or make the runs that wait for their turn</source>
        <translation>列出、添加、排序、移除或执行等待中的运行</translation>
    </message>
    <message>
        <source>let a run wait for its turn</source>
        <translation>让一次运行排队等待</translation>
    </message>
    <message>
        <source>make the waiting runs one after another</source>
        <translation>依次执行等待中的运行</translation>
    </message>
    <message>
        <source>take runs out of the queue</source>
        <translation>将运行移出队列</translation>
    </message>
    <message>
        <source>give a waiting run another place</source>
        <translation>给等待中的运行另排位置</translation>
    </message>
    <message>
        <source>let nothing wait any more</source>
        <translation>清空队列</translation>
    </message>
    <message>
        <source>vary one or two settings, mark the run that does best, prune the others</source>
        <translation>变化一两项设置，标出最好的运行，清理其他运行</translation>
    </message>
    <message>
        <source>write a run&apos;s model or measurements for other programs</source>
        <translation>写出运行的模型或测量结果，供其他程序使用</translation>
    </message>
    <message>
        <source>tell how large a GGUF file of a run&apos;s model is in each kind of numbers</source>
        <translation>列出运行的模型以各种数值类型写成 GGUF 文件时的大小</translation>
    </message>
    <message>
        <source>write a page about a run, or about several compared</source>
        <translation>写一份关于一次运行或多次运行比较的报告</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>CORPUS</source>
        <translation>语料</translation>
    </message>
    <message>
        <source>PART:NUMBER</source>
        <translation>部分:编号</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>AUTHOR/NAME</source>
        <translation>作者/名称</translation>
    </message>
    <message>
        <source>WHERE</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>TASK</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>PASSWORD</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>PLACE</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>DESTINATION</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>KEY=VALUE</source>
        <translation>键=值</translation>
    </message>
    <message>
        <source>STEP=VALUE</source>
        <translation>步骤=值</translation>
    </message>
    <message>
        <source>STEP,STEP,…</source>
        <translation>步骤,步骤,…</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>KEY=VALUES</source>
        <translation>键=多个值</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>WORD</source>
        <translation>词</translation>
    </message>
    <message>
        <source>the archive, a .nextword</source>
        <translation>归档文件，.nextword</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>documents as `find` names them, such as train:3; with --take-back as they are listed, or all</source>
        <translation>按 `find` 所写的方式给出文档，例如 train:3；与 --take-back 同用时按所列的方式，不写则为全部</translation>
    </message>
    <message>
        <source>the corpus&apos;s name</source>
        <translation>语料的名称</translation>
    </message>
    <message>
        <source>a file, or a folder that is new or empty</source>
        <translation>一个文件，或者新的或空的文件夹</translation>
    </message>
    <message>
        <source>a file, a folder, an archive, or a web address</source>
        <translation>文件、文件夹、归档文件或网址</translation>
    </message>
    <message>
        <source>the name that the Hub has for it</source>
        <translation>它在 Hub 上的名称</translation>
    </message>
    <message>
        <source>the new project&apos;s folder</source>
        <translation>新项目的文件夹</translation>
    </message>
    <message>
        <source>1 for the next</source>
        <translation>1 表示下一个</translation>
    </message>
    <message>
        <source>the project&apos;s folder</source>
        <translation>项目的文件夹</translation>
    </message>
    <message>
        <source>the run&apos;s name or number</source>
        <translation>运行的名称或编号</translation>
    </message>
    <message>
        <source>names or numbers of runs</source>
        <translation>运行的名称或编号</translation>
    </message>
    <message>
        <source>names or numbers; without any, all that are not archived</source>
        <translation>名称或编号；不指定则为所有未归档的运行</translation>
    </message>
    <message>
        <source>what the model&apos;s name has in it</source>
        <translation>模型名称中含有的内容</translation>
    </message>
    <message>
        <source>a folder that is new or empty</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>“show” tells only whether there is one</source>
        <translation>“show”只说明是否已有令牌</translation>
    </message>
    <message>
        <source>put the runs into the archive</source>
        <translation>将运行归档</translation>
    </message>
    <message>
        <source>compare with what the run started from, or with another model, and tell how sure the difference is</source>
        <translation>与运行的起始模型或另一个模型比较，并说明差异有多可靠</translation>
    </message>
    <message>
        <source>take the runs out of the archive</source>
        <translation>从归档恢复运行</translation>
    </message>
    <message>
        <source>change a cleaning step: “on”, “off”, “pages” or a value of its own; may be repeated; the steps are: {steps}</source>
        <translation>更改清洗步骤：“on”、“off”、“pages”或其特有的值；可重复；步骤有：{steps}</translation>
    </message>
    <message>
        <source>what is said to the model; may be repeated, and each is answered before the next</source>
        <translation>对模型说的话；可重复，依次得到回答</translation>
    </message>
    <message>
        <source>what the model is told before the conversation begins</source>
        <translation>对话开始前告诉模型的内容</translation>
    </message>
    <message>
        <source>tokens that a prediction sees at most; default: 256</source>
        <translation>预测时最多看到的词元数；默认：256</translation>
    </message>
    <message>
        <source>the corpus&apos;s name; default: what the run has learnt from</source>
        <translation>语料的名称；默认：运行学习过的语料</translation>
    </message>
    <message>
        <source>the corpus&apos;s name; default: that of the file or folder</source>
        <translation>语料的名称；默认：文件或文件夹的名称</translation>
    </message>
    <message>
        <source>only tell what each run costs</source>
        <translation>只说明每次运行的开销</translation>
    </message>
    <message>
        <source>with “--json”, also the points of this curve, as it is stored; may be repeated</source>
        <translation>与“--json”合用，同时输出此曲线已存储的各点；可重复</translation>
    </message>
    <message>
        <source>where to make it; default: a new folder in your documents</source>
        <translation>制作的位置；默认：文档中的一个新文件夹</translation>
    </message>
    <message>
        <source>what the comparison is called; one that was begun goes on</source>
        <translation>比较的名称；已开始的会继续</translation>
    </message>
    <message>
        <source>the same seed draws the same values</source>
        <translation>相同的种子抽取相同的值</translation>
    </message>
    <message>
        <source>so many at random instead of every combination</source>
        <translation>随机抽取这么多个，而不是所有组合</translation>
    </message>
    <message>
        <source>of all files; default: recognised</source>
        <translation>所有文件的编码；默认：自动识别</translation>
    </message>
    <message>
        <source>the address of a mirror; empty for the usual Hub</source>
        <translation>镜像的地址；留空表示常用的 Hub</translation>
    </message>
    <message>
        <source>another Hub, for this time</source>
        <translation>仅这一次使用另一个 Hub</translation>
    </message>
    <message>
        <source>load the engine, to say what it computes on</source>
        <translation>加载引擎，说明用什么设备计算</translation>
    </message>
    <message>
        <source>put the runs into this group; an empty name takes them out of theirs</source>
        <translation>将运行放入此分组；名称为空则移出分组</translation>
    </message>
    <message>
        <source>of a model that is several GGUF files the one to fetch, by its name or its kind, such as Q8_0; “search” lists them</source>
        <translation>模型由多个 GGUF 文件提供时要下载的那一个，用文件名或类型表示，例如 Q8_0；“search”会列出它们</translation>
    </message>
    <message>
        <source>where labels are: a “column” of a table, “fasttext” lines, names of “folders” or “files”, columns of words with “tags” or “roles”, “turns” of conversations, or “none”</source>
        <translation>标签在哪里：表格的“column”、“fasttext”行、“folders”或“files”的名称、带“tags”或“roles”的词列、对话的“turns”，或“none”</translation>
    </message>
    <message>
        <source>give every label the name back that it was read with</source>
        <translation>让每个标签恢复读入时的名称</translation>
    </message>
    <message>
        <source>of roles, the word as seen from which they are told, as it stands in the text; “said#2” is the second “said” in it</source>
        <translation>标注角色时，以哪个词为谓词，写法与文本中一致；“said#2”指文本中的第二个“said”</translation>
    </message>
    <message>
        <source>the runs of this group, or of the sweep of that name</source>
        <translation>此分组或同名扫描的运行</translation>
    </message>
    <message>
        <source>how many cores each run takes, or each of its workers; 0: half of this computer&apos;s</source>
        <translation>每次训练（或它的每个工作进程）用多少个核心；0：这台电脑的一半</translation>
    </message>
    <message>
        <source>how many workers make the steps of a run together, of those that the window lets learn there</source>
        <translation>由窗口安排到那里的训练，每一步由多少个工作进程一起完成</translation>
    </message>
    <message>
        <source>the text column of a table; several are joined by “+”, and “*” reads whole rows</source>
        <translation>表格中作为文本的列；多列用“+”连接，“*”则读入整行</translation>
    </message>
    <message>
        <source>“hf”: a folder that transformers opens; “adapter”: what a LoRA run added, alone, for peft; “keras”; “savedmodel”: for TensorFlow, takes text, or the words of a sentence where tags are told; “litert”: for small devices; “gguf”: for Ollama, LM Studio and llama.cpp; “csv”, “tensorboard”: the measurements</source>
        <translation>“hf”：可用 transformers 打开的文件夹；“adapter”：只含 LoRA 运行增加的部分，用于 peft；“keras”；“savedmodel”：用于 TensorFlow，输入文本，标注时输入一个句子的各个词；“litert”：用于小型设备；“gguf”：用于 Ollama、LM Studio 和 llama.cpp；“csv”、“tensorboard”：测量结果</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>print one JSON document</source>
        <translation>输出一个 JSON 文档</translation>
    </message>
    <message>
        <source>keep the checkpoints of the runs that lose</source>
        <translation>保留落选运行的检查点</translation>
    </message>
    <message>
        <source>the column that labels a table&apos;s rows; “none” for text alone; default: found out</source>
        <translation>表格中的标签列；“none”表示仅文本；默认：自动判断</translation>
    </message>
    <message>
        <source>what stands between the labels of a text that has several, such as “;”</source>
        <translation>一篇文本有多个标签时的分隔符，例如“;”</translation>
    </message>
    <message>
        <source>the letters wherever they stand, a whole word, or a regular expression within a line</source>
        <translation>任意位置的字符、整个词，或一行之内的正则表达式</translation>
    </message>
    <message>
        <source>tell capital and small letters apart</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>as the places stand in the text, by what follows, or by what precedes</source>
        <translation>按文中顺序、按后文或按前文排序</translation>
    </message>
    <message>
        <source>how many places to list</source>
        <translation>列出多少处</translation>
    </message>
    <message>
        <source>take documents back that were left out</source>
        <translation>取回已略去的文档</translation>
    </message>
    <message>
        <source>another name for a label, as “old=new”; two with one name are merged, “old=” leaves one out; may be repeated</source>
        <translation>标签的新名称，写作“旧=新”；同名的合并，“旧=”表示排除；可重复</translation>
    </message>
    <message>
        <source>only models of this language, by its two letters</source>
        <translation>只列出这种语言的模型，用两个字母表示</translation>
    </message>
    <message>
        <source>let the runs wait in the queue</source>
        <translation>让运行在队列中等待</translation>
    </message>
    <message>
        <source>with so many labels; may be repeated; default: 30, 100, 300 … and all of them</source>
        <translation>使用这么多个标签；可重复；默认：30、100、300……直到全部</translation>
    </message>
    <message>
        <source>write a table of the texts and their classes to this file, as CSV</source>
        <translation>将文本及其类别的表格写入此文件（CSV）</translation>
    </message>
    <message>
        <source>write a table of the words and their tags to this file, as CSV</source>
        <translation>将词及其标注的表格写入此文件（CSV）</translation>
    </message>
    <message>
        <source>a file with a text in each line, or a table; may stand in place of “--text”</source>
        <translation>每行一篇文本的文件，或表格；可代替“--text”</translation>
    </message>
    <message>
        <source>a labelled text of the project, whose words and, of roles, predicates are known; in place of “--text”</source>
        <translation>项目中带标签的文本，其中的词（角色还有谓词）已知；用来代替“--text”</translation>
    </message>
    <message>
        <source>the text; may be repeated</source>
        <translation>文本；可重复</translation>
    </message>
    <message>
        <source>the most models that are listed</source>
        <translation>最多列出多少个模型</translation>
    </message>
    <message>
        <source>a model&apos;s name, a folder, or a run; repeated, several are asked, side by side</source>
        <translation>模型名称、文件夹或运行；可重复，多个模型会并排回答</translation>
    </message>
    <message>
        <source>a model&apos;s name, a folder, a run, or “scratch:” and a name for random weights</source>
        <translation>模型名称、文件夹、运行，或“scratch:”加名称表示随机权重</translation>
    </message>
    <message>
        <source>let a finished run learn for so many more steps</source>
        <translation>让已完成的运行再学习这么多步</translation>
    </message>
    <message>
        <source>replace the note of each run</source>
        <translation>替换每次运行的备注</translation>
    </message>
    <message>
        <source>of a run that learnt several things the one that is meant, such as “labels”, or “next_word#2” for the second of its kind; default: each of them</source>
        <translation>对于学习了多项内容的运行，指明哪一项，例如“labels”，或用“next_word#2”表示同类的第二项；默认：全部</translation>
    </message>
    <message>
        <source>in which the weights of “hf” are written</source>
        <translation>“hf”格式中权重的数值类型</translation>
    </message>
    <message>
        <source>in which kind of numbers the weights of “gguf” are written; `quantisations` lists how large each makes the file</source>
        <translation>“gguf”格式中权重的数值类型；`quantisations` 列出每种类型的文件大小</translation>
    </message>
    <message>
        <source>the order of the cleaning steps; the others follow</source>
        <translation>清洗步骤的顺序；其余的排在后面</translation>
    </message>
    <message>
        <source>the curves&apos; axis</source>
        <translation>曲线的横轴</translation>
    </message>
    <message>
        <source>of a PDF; without a value it is asked for</source>
        <translation>PDF 的密码；不带值则会询问</translation>
    </message>
    <message>
        <source>the settings to begin with</source>
        <translation>起始设置</translation>
    </message>
    <message>
        <source>a text whose next words are recorded at each validation; up to {most} of them</source>
        <translation>每次验证时记录其下一个词的文本；最多 {most} 个</translation>
    </message>
    <message>
        <source>how much less probable is what stands there already; 1 for no less</source>
        <translation>已出现的内容概率降低多少；1 表示不降低</translation>
    </message>
    <message>
        <source>an .html or a .pdf file</source>
        <translation>.html 或 .pdf 文件</translation>
    </message>
    <message>
        <source>the run&apos;s name</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>the same seed writes the same again</source>
        <translation>相同的种子写出相同的内容</translation>
    </message>
    <message>
        <source>stop at the end of the sentence</source>
        <translation>到句末为止</translation>
    </message>
    <message>
        <source>change one setting; may be repeated; the keys are: {keys}</source>
        <translation>更改一项设置；可重复；可用的键：{keys}</translation>
    </message>
    <message>
        <source>a share of the training text, 0.01 to 1; may be repeated; default: 0.1, 0.3 and 1</source>
        <translation>训练文本的比例，0.01 至 1；可重复；默认：0.1、0.3 和 1</translation>
    </message>
    <message>
        <source>of a run that learnt labels of several kinds the one that is meant, such as “labels#2” for the second; default: the first</source>
        <translation>对于学习了多种标签的运行，指所要的那一种，例如“labels#2”表示第二种；默认：第一种</translation>
    </message>
    <message>
        <source>the part of the corpus that is read</source>
        <translation>读取语料的哪一部分</translation>
    </message>
    <message>
        <source>what is never divided between training and validation</source>
        <translation>划分训练与验证时不可拆开的单位</translation>
    </message>
    <message>
        <source>the same seed divides the same text alike</source>
        <translation>相同的种子对同一文本的划分相同</translation>
    </message>
    <message>
        <source>megabytes that reading one file may take; what takes more is passed over</source>
        <translation>读取一个文件最多占用的内存（MB）；超出则跳过</translation>
    </message>
    <message>
        <source>seconds in which nothing of a file&apos;s text may come before it is passed over</source>
        <translation>多少秒没有读出文件的文本就跳过它</translation>
    </message>
    <message>
        <source>tokens between two windows; default: the context, so that none overlap</source>
        <translation>相邻两个窗口之间的词元数；默认：上下文长度，互不重叠</translation>
    </message>
    <message>
        <source>the name of the sweep, which is the group of its runs</source>
        <translation>扫描的名称，也是其运行的分组</translation>
    </message>
    <message>
        <source>give the runs this tag; may be repeated</source>
        <translation>给运行加上此标记；可重复</translation>
    </message>
    <message>
        <source>make texts of the project out of the texts</source>
        <translation>将这些文本收为项目的文本</translation>
    </message>
    <message>
        <source>what the model is to learn: next_word, labels or tags, of the corpus or, as TASK=CORPUS:WEIGHT, of another; several are learnt at once</source>
        <translation>模型学习什么：next_word、labels 或 tags，来自该语料；或写作“任务=语料:权重”，来自另一语料；多项可同时学习</translation>
    </message>
    <message>
        <source>where it learns: here, process, local-cluster or ray://HOST:PORT</source>
        <translation>在哪里训练：here、process、local-cluster 或 ray://HOST:PORT</translation>
    </message>
    <message>
        <source>a model or run that teaches the one that learns</source>
        <translation>充当教师的模型或运行</translation>
    </message>
    <message>
        <source>below 1 the probable words become more probable, above it less; 0 for the likeliest alone</source>
        <translation>小于 1 时概率高的词更可能，大于 1 时更不可能；0 表示只取最可能的词</translation>
    </message>
    <message>
        <source>the text that the model reads</source>
        <translation>模型读取的文本</translation>
    </message>
    <message>
        <source>a text instead of files</source>
        <translation>用文本代替文件</translation>
    </message>
    <message>
        <source>delete them</source>
        <translation>删除它们</translation>
    </message>
    <message>
        <source>read a corpus again, with its recipe and with more files</source>
        <translation>按清洗方案重新读取语料，可加上更多文件</translation>
    </message>
    <message>
        <source>the budget is for all runs together, not for each</source>
        <translation>预算由所有运行合用，而不是每次各有</translation>
    </message>
    <message>
        <source>how many words are shown</source>
        <translation>显示多少个词</translation>
    </message>
    <message>
        <source>only so many of the likeliest tokens; 0 for all of them</source>
        <translation>只取最可能的这么多个词元；0 表示全部</translation>
    </message>
    <message>
        <source>only the likeliest tokens that have this probability together</source>
        <translation>只取概率合计达到此值的最可能的词元</translation>
    </message>
    <message>
        <source>show what would be read and removed</source>
        <translation>显示将会读取和删除的内容</translation>
    </message>
    <message>
        <source>what counts as a word in scripts without spaces</source>
        <translation>对于不用空格分词的文字，以什么为词</translation>
    </message>
    <message>
        <source>take this tag from the runs; may be repeated</source>
        <translation>去掉运行的此标记；可重复</translation>
    </message>
    <message>
        <source>what to try, once or twice: values with commas between them, or LOW..HIGH:SCALE:COUNT, where SCALE is “linear” or “log”</source>
        <translation>要尝试的内容，可用一次或两次：用逗号分隔的值，或“低..高:刻度:个数”，刻度为“linear”或“log”</translation>
    </message>
    <message>
        <source>a second window, also where one is open already</source>
        <translation>另开一个窗口，即使已有窗口打开</translation>
    </message>
    <message>
        <source>check that everything is installed and works; writes JSON</source>
        <translation>检查一切是否装好并能工作；输出 JSON</translation>
    </message>
    <message>
        <source>keep settings, logs and everything else that is not a project’s in this folder alone</source>
        <translation>把设置、日志和一切不属于项目的内容只存放在这个文件夹里</translation>
    </message>
    <message>
        <source>the language of what is said, named before the command; default: the system&apos;s</source>
        <translation>输出所用的语言，写在命令之前；默认：系统的语言</translation>
    </message>
    <message>
        <source>the language of the report; default: that of the command</source>
        <translation>报告的语言；默认：与命令相同</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>the model that writes the other text; default: what the run began from</source>
        <translation>写另一段文字的模型；默认：该次运行的起点</translation>
    </message>
    <message>
        <source>what both go on from; default: beginnings of paragraphs that the run has not learnt</source>
        <translation>两个模型都从这里续写；默认：该次运行没有学过的段落的开头</translation>
    </message>
    <message>
        <source>the same seed gives the same sides and the same texts again</source>
        <translation>相同的种子给出相同的左右顺序和相同的文字</translation>
    </message>
    <message>
        <source>how often two texts are shown</source>
        <translation>共进行多少轮</translation>
    </message>
    <message>
        <source>how many words are written</source>
        <translation>写多少个词</translation>
    </message>
</context>
<context>
    <name>curves</name>
    <message>
        <source>{name}: {shape}.</source>
        <translation>{name}：{shape}。</translation>
    </message>
    <message>
        <source>{name}.</source>
        <translation>{name}。</translation>
    </message>
    <message>
        <source>{up} over {across}. {lines}</source>
        <translation>{up}随{across}的变化。{lines}</translation>
    </message>
    <message>
        <source>It {shape}.</source>
        <translation>曲线{shape}。</translation>
    </message>
    <message>
        <source>is {value} at {at}</source>
        <translation>在 {at} 处为 {value}</translation>
    </message>
    <message>
        <source>stays near {value} from {start} to {end}</source>
        <translation>从 {start} 到 {end} 一直接近 {value}</translation>
    </message>
    <message>
        <source>falls from {first} at {start} to {last} at {end}</source>
        <translation>从 {start} 处的 {first} 降至 {end} 处的 {last}</translation>
    </message>
    <message>
        <source>rises from {first} at {start} to {last} at {end}</source>
        <translation>从 {start} 处的 {first} 升至 {end} 处的 {last}</translation>
    </message>
    <message>
        <source>ends as it began, {first} at {start} and {last} at {end}</source>
        <translation>首尾相近，{start} 处为 {first}，{end} 处为 {last}</translation>
    </message>
    <message>
        <source>lowest {value} at {at}, and has risen since</source>
        <translation>在 {at} 处最低，为 {value}，此后回升</translation>
    </message>
    <message>
        <source>highest {value} at {at}, and has fallen since</source>
        <translation>在 {at} 处最高，为 {value}，此后回落</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that should not have. What was saved is kept; the details help to mend it.</source>
        <translation>发生了不该发生的错误。已保存的内容仍在；详细信息有助于修复。</translation>
    </message>
    <message>
        <source>An argument has bytes that are no UTF-8: {argument}. Write it in UTF-8, or rename the file.</source>
        <translation>参数中有不是 UTF-8 的字节：{argument}。请用 UTF-8 书写，或重命名文件。</translation>
    </message>
    <message>
        <source>{name} is missing; add it, or see --help.</source>
        <translation>缺少 {name}；请补上，或查看 --help。</translation>
    </message>
    <message>
        <source>There is no option “{name}” here. There are: {known}.</source>
        <translation>这里没有选项“{name}”。可用的有：{known}。</translation>
    </message>
    <message>
        <source>There is no command “{name}” here. There are: {known}.</source>
        <translation>这里没有命令“{name}”。可用的有：{known}。</translation>
    </message>
    <message>
        <source>{name} needs a value after it, which is missing.</source>
        <translation>{name} 后面需要一个值。</translation>
    </message>
    <message>
        <source>{name} takes no value. Leave out what stands behind it.</source>
        <translation>{name} 不带值。请去掉后面的内容。</translation>
    </message>
    <message>
        <source>“{command}” does not know what to do with {arguments}. Leave that out, or see --help.</source>
        <translation>“{command}”不知道如何处理 {arguments}。请去掉它，或查看 --help。</translation>
    </message>
    <message>
        <source>Neither {one} nor {other} is there, and one of them is needed.</source>
        <translation>{one} 和 {other} 都没有给出，需要其中之一。</translation>
    </message>
    <message>
        <source>{one} does not go with {other}. Leave one of them out.</source>
        <translation>{one} 不能与 {other} 同时使用。请去掉一个。</translation>
    </message>
    <message>
        <source>There is no command “{name}”, nor a project of that name. Did you mean {near}? See --help.</source>
        <translation>没有命令“{name}”，也没有这个名称的项目。是否想输入 {near}？请查看 --help。</translation>
    </message>
    <message>
        <source>There is no command “{name}”, nor a project of that name. See --help for the commands.</source>
        <translation>没有命令“{name}”，也没有这个名称的项目。可用的命令请查看 --help。</translation>
    </message>
    <message>
        <source>{one} and {other} undo each other. Give one of them.</source>
        <translation>{one} 与 {other} 互相抵消。请只给出一个。</translation>
    </message>
    <message>
        <source>A report shows one run or compares up to {most}, not {count}. Choose fewer.</source>
        <translation>一份报告显示一次运行或最多比较 {most} 次，不能是 {count} 次。请少选一些。</translation>
    </message>
    <message>
        <source>“{file}” would lie inside the project that it is to hold. Choose a place outside of its folder.</source>
        <translation>“{file}”会位于要保存的项目之内。请选择其文件夹之外的位置。</translation>
    </message>
    <message>
        <source>“{file}” holds no project of this program, so nothing was unpacked.</source>
        <translation>“{file}”中没有本程序的项目，所以没有解包任何内容。</translation>
    </message>
    <message>
        <source>“{name}” has learnt several things, and a file holds one of them. Choose one of {parts}, or a folder for all of them.</source>
        <translation>“{name}”学习了多项内容，而一个文件只能存放其中一项。请从 {parts} 中选一项，或选择文件夹保存全部。</translation>
    </message>
    <message>
        <source>“{name}” has learnt something that cannot be written as {format}. Choose another format.</source>
        <translation>“{name}”学会的内容不能写成 {format} 格式。请选择其他格式。</translation>
    </message>
    <message>
        <source>“{name}” has changed the weights of its model themselves, so there is no addition to write alone. Choose another format, or train with LoRA.</source>
        <translation>“{name}”改变了模型本身的权重，没有可以单独写出的附加部分。请选择其他格式，或用 LoRA 训练。</translation>
    </message>
    <message>
        <source>“{name}” keeps the weights that it began with, so it has added nothing that could be written.</source>
        <translation>“{name}”保留的是起始时的权重，没有增加任何可以写出的内容。</translation>
    </message>
    <message>
        <source>The model has weights of up to {largest}, which float16 cannot hold, so nothing was written. Choose bfloat16 or float32.</source>
        <translation>模型的权重高达 {largest}，float16 容纳不下，所以没有写出任何内容。请选择 bfloat16 或 float32。</translation>
    </message>
    <message>
        <source>What was written as {format} does not predict what the model does (they differ by {difference}), so it was not kept.</source>
        <translation>写成 {format} 后的预测与模型不一致（相差 {difference}），所以没有保留。</translation>
    </message>
    <message>
        <source>The tokenizer of this model puts something behind a text that the program does not read, so a Hugging Face folder would tell other labels and was not kept. Choose another format.</source>
        <translation>此模型的分词器会在文本后面附加程序不读取的内容，写成 Hugging Face 文件夹会得到不同的标签，所以没有保留。请选择其他格式。</translation>
    </message>
    <message>
        <source>GGUF has no place for a model of this family ({family}), so nothing was written. Choose another format.</source>
        <translation>GGUF 容纳不了这一系列的模型（{family}），所以没有写入任何内容。请选择其他格式。</translation>
    </message>
    <message>
        <source>The model cannot be a GGUF file, since {reason}, so nothing was written. Choose another format.</source>
        <translation>此模型无法写成 GGUF 文件（{reason}），所以没有写入任何内容。请选择其他格式。</translation>
    </message>
    <message>
        <source>GGUF has no place for the tokenizer of this model ({kind}), so nothing was written. Choose another format.</source>
        <translation>GGUF 容纳不了此模型的分词器（{kind}），所以没有写入任何内容。请选择其他格式。</translation>
    </message>
    <message>
        <source>The model could not be turned into {format} ({detail}), so nothing was written. Choose another format.</source>
        <translation>模型无法转换为 {format}（{detail}），所以没有写出任何内容。请选择其他格式。</translation>
    </message>
    <message>
        <source>The tokenizer of this model ({kind}) cannot be put into a SavedModel that takes text, so nothing was written. Choose another format.</source>
        <translation>此模型的分词器（{kind}）无法放入输入文本的 SavedModel，所以没有写出任何内容。请选择其他格式。</translation>
    </message>
    <message>
        <source>Type some text first.</source>
        <translation>请先输入一些文本。</translation>
    </message>
    <message>
        <source>“{endpoint}” could not be reached ({detail}). Check the connection, or set a mirror (Address and token; `hub --endpoint` on the command line); models that are here need none.</source>
        <translation>无法连接“{endpoint}”（{detail}）。请检查网络连接，或设置镜像（“地址和令牌”，命令行上用 `hub --endpoint`）；本机上的模型不需要网络。</translation>
    </message>
    <message>
        <source>“{endpoint}” said nothing for {seconds:# second|# seconds}, so it was given up. Try again later, or set a mirror (Address and token; `hub --endpoint` on the command line); what was downloaded so far is kept.</source>
        <translation>“{endpoint}”{seconds} 秒没有应答，所以已放弃。请稍后再试，或设置镜像（“地址和令牌”，命令行上用 `hub --endpoint`）；已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The connection was lost after {done} of {total} of “{model}” ({detail}). They are kept: download it again to go on from there.</source>
        <translation>在下载“{model}”的 {total} 中的 {done} 之后连接中断（{detail}）。已下载的部分仍在：重新下载即可从那里继续。</translation>
    </message>
    <message>
        <source>There is no model “{model}” on {endpoint}, or it is private. Check how it is written; a private one needs a token.</source>
        <translation>{endpoint} 上没有模型“{model}”，或者它是私有的。请检查名称的写法；私有模型需要令牌。</translation>
    </message>
    <message>
        <source>“{model}” cannot be the name of a model on the Hub. Names are written AUTHOR/NAME.</source>
        <translation>“{model}”不能是 Hub 上的模型名称。名称写作“作者/名称”。</translation>
    </message>
    <message>
        <source>The authors of “{model}” ask you to accept their conditions first. Do so at {address}, then set a token of yours.</source>
        <translation>“{model}”的作者要求你先接受其使用条件。请在 {address} 接受，然后设置你的令牌。</translation>
    </message>
    <message>
        <source>Your token does not open “{model}”. Accept its conditions at {address}, and check that the token may read gated models.</source>
        <translation>你的令牌不能打开“{model}”。请在 {address} 接受其使用条件，并检查该令牌是否可以读取受限模型。</translation>
    </message>
    <message>
        <source>{endpoint} did not accept your token. Set another one, or forget it.</source>
        <translation>{endpoint} 不接受你的令牌。请另设一个，或删除它。</translation>
    </message>
    <message>
        <source>A file of “{model}” has gone from the Hub meanwhile. Search for the model again.</source>
        <translation>“{model}”的一个文件已从 Hub 上消失。请重新搜索该模型。</translation>
    </message>
    <message>
        <source>{endpoint} was asked too often and wants a pause. Try again in some minutes.</source>
        <translation>向 {endpoint} 的请求过于频繁，它要求暂停。请过几分钟再试。</translation>
    </message>
    <message>
        <source>{endpoint} has a problem of its own (status {status}). Try again later; what was downloaded so far is kept.</source>
        <translation>{endpoint} 自身出现问题（状态 {status}）。请稍后再试；已下载的部分仍在。</translation>
    </message>
    <message>
        <source>The network is switched off by HF_HUB_OFFLINE. Unset it to search and download.</source>
        <translation>HF_HUB_OFFLINE 关闭了网络。取消该设置即可搜索和下载。</translation>
    </message>
    <message>
        <source>“{endpoint}” does not answer as a Hugging Face Hub does. Check the address.</source>
        <translation>“{endpoint}”的应答不像 Hugging Face Hub。请检查地址。</translation>
    </message>
    <message>
        <source>“{endpoint}” is not the address of a Hub. It begins with https://, such as https://huggingface.co.</source>
        <translation>“{endpoint}”不是 Hub 的地址。地址以 https:// 开头，例如 https://huggingface.co。</translation>
    </message>
    <message>
        <source>“{file}” of “{model}” is not what the Hub says it should be, so it was thrown away. Download it again.</source>
        <translation>“{model}”的“{file}”与 Hub 的记录不符，所以已丢弃。请重新下载。</translation>
    </message>
    <message>
        <source>“{endpoint}” is not encrypted, so your token was not sent there: everybody on the way could read it. Use its https address, or forget the token for it.</source>
        <translation>“{endpoint}”没有加密，所以没有发送你的令牌：途中的任何人都能看到它。请使用其 https 地址，或删除用于它的令牌。</translation>
    </message>
    <message>
        <source>“{model}” needs {needed} more, and the disk of “{folder}” has {free} free. Nothing was downloaded; free some space and try again.</source>
        <translation>“{model}”还需要 {needed}，而“{folder}”所在磁盘只有 {free} 可用。没有下载任何内容；请释放一些空间再试。</translation>
    </message>
    <message>
        <source>“{model}” is being downloaded by another window or command. Wait for it, or cancel it there.</source>
        <translation>“{model}”正由另一个窗口或命令下载。请等它完成，或在那里取消。</translation>
    </message>
    <message>
        <source>“{model}” has its weights only as a pickle ({file}), which can run any program when it is opened, so it is refused. Look for a copy with safetensors, or convert it where you trust it: load it with transformers and call save_pretrained.</source>
        <translation>“{model}”的权重只有 pickle 格式（{file}），打开时可能运行任意程序，所以拒绝打开。请找一个 safetensors 格式的副本，或在你信任的环境中转换：用 transformers 加载并调用 save_pretrained。</translation>
    </message>
    <message>
        <source>“{model}” is only an addition (an adapter) to another model, so it cannot be opened alone. Look for one that the two were merged into.</source>
        <translation>“{model}”只是另一个模型的附加部分（适配器），不能单独打开。请找一个两者已合并的模型。</translation>
    </message>
    <message>
        <source>“{model}” has its weights only in the format of {kind} ({file}), which cannot be opened. Look for the same model with safetensors.</source>
        <translation>“{model}”的权重只有 {kind} 格式（{file}），无法打开。请找同一模型的 safetensors 格式。</translation>
    </message>
    <message>
        <source>“{model}” has several GGUF files, each a model by itself: {files}. Choose the one to fetch.</source>
        <translation>“{model}”有多个 GGUF 文件，每个都是一个完整的模型：{files}。请选择要下载的那一个。</translation>
    </message>
    <message>
        <source>“{model}” has no GGUF file “{file}”. What it has: {files}.</source>
        <translation>“{model}”没有 GGUF 文件“{file}”。它有：{files}。</translation>
    </message>
    <message>
        <source>The tokenizer of “{model}” is in an older form ({file}) that cannot be read here. Look for a copy with a tokenizer.json.</source>
        <translation>“{model}”的分词器是较旧的形式（{file}），这里无法读取。请找一个带 tokenizer.json 的副本。</translation>
    </message>
    <message>
        <source>“{model}” has no weights in safetensors or of Keras, the formats that can be opened.</source>
        <translation>“{model}”没有可以打开的 safetensors 或 Keras 格式的权重。</translation>
    </message>
    <message>
        <source>“{model}” has no tokenizer.json, without which its words are not known.</source>
        <translation>“{model}”没有 tokenizer.json，没有它就无法知道词表。</translation>
    </message>
    <message>
        <source>“{model}” has no config.json, so it is not known what kind of model it is.</source>
        <translation>“{model}”没有 config.json，所以不知道它是哪种模型。</translation>
    </message>
    <message>
        <source>That is no token. It is one word such as hf_…, made in the settings of your account at the Hub.</source>
        <translation>这不是令牌。令牌是形如 hf_… 的一个词，可在 Hub 的账号设置中创建。</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a token in ({detail}), and it is kept nowhere else. Set the environment variable HF_TOKEN instead.</source>
        <translation>本机没有可以保存令牌的密钥环（{detail}），令牌也不会保存在别处。请改为设置环境变量 HF_TOKEN。</translation>
    </message>
    <message>
        <source>{name}, from scratch</source>
        <translation>{name}，从零训练</translation>
    </message>
    <message>
        <source>There is no model or run named “{name}”. Known are: {known}.</source>
        <translation>没有名为“{name}”的模型或运行。已知的有：{known}。</translation>
    </message>
    <message>
        <source>There is no model or folder “{name}” on this computer. If it is one of the Hugging Face Hub, download it first.</source>
        <translation>本机没有模型或文件夹“{name}”。如果它在 Hugging Face Hub 上，请先下载。</translation>
    </message>
    <message>
        <source>“{folder}” is not a model folder: it has no {file}.</source>
        <translation>“{folder}”不是模型文件夹：其中没有 {file}。</translation>
    </message>
    <message>
        <source>{file} in “{folder}” is only a note of where the file lies, as Git LFS leaves it. Fetch the file itself with “git lfs pull” there, and try again.</source>
        <translation>“{folder}”中的 {file} 只是 Git LFS 留下的文件位置说明。请在那里用“git lfs pull”取得文件本身，然后再试。</translation>
    </message>
    <message>
        <source>“{folder}” is only an addition (an adapter) to “{base}”, which is not on this computer. Download that model from the Hugging Face Hub, or put its folder beside this one under that name, and try again.</source>
        <translation>“{folder}”只是“{base}”的附加部分（适配器），而本机没有后者。请从 Hugging Face Hub 下载该模型，或将它的文件夹以该名称放在这个文件夹旁边，然后再试。</translation>
    </message>
    <message>
        <source>“{folder}” is only an addition (an adapter) to another model, and does not say which. Write its folder or its name on the Hub into adapter_config.json (base_model_name_or_path), and try again.</source>
        <translation>“{folder}”只是另一个模型的附加部分（适配器），但没有说明是哪一个。请将其文件夹或 Hub 上的名称写入 adapter_config.json (base_model_name_or_path)，然后再试。</translation>
    </message>
    <message>
        <source>“{folder}” is an addition (an adapter) to “{base}” as it was at {revision}; on this computer is what it was at {here}. Download that revision, or put its folder beside this one under that name, and try again.</source>
        <translation>“{folder}”是“{base}”在 {revision} 版本上的附加部分（适配器）；而本机的是 {here} 版本。请下载那个版本，或将它的文件夹以该名称放在这个文件夹旁边，然后再试。</translation>
    </message>
    <message>
        <source>“{folder}” is an addition (an adapter) to another model, but it {setting}, which cannot be added here. Merge the two where it was made (merge_and_unload of peft), and open what comes of it.</source>
        <translation>“{folder}”是另一个模型的附加部分（适配器），但它{setting}，这里无法附加。请在制作它的地方合并两者（peft 的 merge_and_unload），再打开结果。</translation>
    </message>
    <message>
        <source>“{folder}” is an addition (an adapter) to other weights than those in “{base}”, which were changed or are another model of that name. Put the folder of its own base beside it, and try again.</source>
        <translation>“{folder}”不是“{base}”中权重的附加部分（适配器）：后者有改动，或是同名的另一个模型。请将它自己的基础模型文件夹放在旁边，然后再试。</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are in the format of {kind} ({file}), which cannot be opened. Look for model.safetensors where it came from.</source>
        <translation>“{folder}”中的权重是 {kind} 格式（{file}），无法打开。请到来源处找 model.safetensors。</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are in a GGUF file ({file}). Open that file itself.</source>
        <translation>“{folder}”中的权重在一个 GGUF 文件里（{file}）。请直接打开该文件。</translation>
    </message>
    <message>
        <source>“{folder}” is no model folder, but it has such folders in it: {folders}. Open one of these.</source>
        <translation>“{folder}”不是模型文件夹，但其中有这样的文件夹：{folders}。请打开其中一个。</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are in GGUF files, each a model by itself: {files}. Open one of these, not the folder.</source>
        <translation>“{folder}”中的权重在 GGUF 文件中，每个文件都是一个模型：{files}。请打开其中一个，而不是文件夹。</translation>
    </message>
    <message>
        <source>“{folder}” is only an addition (a LoRA adapter) to another model, as llama.cpp has it. Open the folder that it was made from (adapter_config.json), or a file that the two were merged into.</source>
        <translation>“{folder}”只是另一个模型的附加部分（LoRA 适配器），是 llama.cpp 的格式。请打开它的来源文件夹（adapter_config.json），或两者已合并的文件。</translation>
    </message>
    <message>
        <source>“{folder}” is no model by itself; of single files, GGUF ones are. If it is a part of a model&apos;s folder, open that folder.</source>
        <translation>“{folder}”本身不是模型；单个文件中只有 GGUF 文件才是。如果它属于某个模型文件夹，请打开那个文件夹。</translation>
    </message>
    <message>
        <source>“{folder}” is the part of a model that sees pictures or hears sounds, not the one that writes. Open the file beside it.</source>
        <translation>“{folder}”是模型中看图或听声音的部分，不是书写的部分。请打开它旁边的文件。</translation>
    </message>
    <message>
        <source>The model folder “{folder}” has no {file}, without which its words are not known. Copy the whole folder and try again.</source>
        <translation>模型文件夹“{folder}”中没有 {file}，没有它就无法知道词表。请复制整个文件夹再试。</translation>
    </message>
    <message>
        <source>The tokenizer in “{folder}” is in an older form ({file}) that cannot be read here. Load it with transformers, call save_pretrained, and open what that writes.</source>
        <translation>“{folder}”中的分词器是较旧的形式（{file}），这里无法读取。请用 transformers 加载，调用 save_pretrained，再打开写出的结果。</translation>
    </message>
    <message>
        <source>The tokenizer of this model gave up on a text ({detail}), so nothing came of it. Choose another model, or leave out the text that it cannot cut.</source>
        <translation>此模型的分词器处理一段文本时失败（{detail}），所以没有结果。请选择其他模型，或去掉它无法切分的文本。</translation>
    </message>
    <message>
        <source>The model folder “{folder}” has no weights ({file}). Copy the whole folder and try again.</source>
        <translation>模型文件夹“{folder}”中没有权重（{file}）。请复制整个文件夹再试。</translation>
    </message>
    <message>
        <source>The weights in “{folder}” are a Python pickle ({file}), which may run any program when it is opened, so it was not. Look for model.safetensors where it came from, or convert it where you trust it: load it with transformers and call save_pretrained.</source>
        <translation>“{folder}”中的权重是 Python pickle（{file}），打开时可能运行任意程序，所以没有打开。请到来源处找 model.safetensors，或在你信任的环境中转换：用 transformers 加载并调用 save_pretrained。</translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, which is not supported; these are: {known}.</source>
        <translation>“{folder}”是 {family} 模型，不受支持；支持的有：{known}。</translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, which sees pictures or hears sounds besides reading, and is not supported; these are: {known}.</source>
        <translation>“{folder}”是 {family} 模型，除文字外还处理图像或声音，不受支持；支持的有：{known}。</translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, a mixture of experts, which is not supported; these are: {known}.</source>
        <translation>“{folder}”是 {family} 模型（混合专家），不受支持；支持的有：{known}。</translation>
    </message>
    <message>
        <source>“{folder}” is a {family} model, but it has {setting}, which is not supported. Choose another model of its family.</source>
        <translation>“{folder}”是 {family} 模型，但它有 {setting}，不受支持。请选择该系列的其他模型。</translation>
    </message>
    <message>
        <source>The weights of “{folder}” were quantised ({kind}), which cannot be computed with here. Take the model as it was before that, in 16 or 32 bits.</source>
        <translation>“{folder}”的权重经过量化（{kind}），这里无法计算。请使用量化之前 16 位或 32 位的模型。</translation>
    </message>
    <message>
        <source>“{name}” needs {needed} of memory for its weights alone, and {free} are free, so it was not opened. Close other programs, or choose a smaller model.</source>
        <translation>“{name}”仅权重就需要 {needed} 内存，而可用的只有 {free}，所以没有打开。请关闭其他程序，或选择较小的模型。</translation>
    </message>
    <message>
        <source>its layers do not do without each other</source>
        <translation>它的各层彼此缺一不可</translation>
    </message>
    <message>
        <source>“{name}” has {layers:# layer|# layers}. Choose fewer than these, and at least one.</source>
        <translation>“{name}”有 {layers} 层。请选择比这少、至少一层。</translation>
    </message>
    <message>
        <source>“{name}” cannot be made smaller: {reason}.</source>
        <translation>“{name}”无法缩小：{reason}。</translation>
    </message>
    <message>
        <source>The model in “{folder}” cannot be read ({detail}).</source>
        <translation>“{folder}”中的模型无法读取（{detail}）。</translation>
    </message>
    <message>
        <source>The chat template of this model does not take the conversation ({reason}). Let those who speak take turns, beginning with “user”, or choose another model.</source>
        <translation>此模型的对话模板不接受这段对话（{reason}）。请让说话的人轮流发言，由“user”开始，或选择其他模型。</translation>
    </message>
    <message>
        <source>The chat template of this model makes far more of a conversation than any could be, so it was stopped. Choose another model, or put another template beside it (chat_template.jinja).</source>
        <translation>这个模型的对话模板写出的内容远远超过任何对话应有的长度，所以已被停止。请选择另一个模型，或在它旁边放另一个模板 (chat_template.jinja)。</translation>
    </message>
    <message>
        <source>“{name}” has learnt to tell labels, not next words. Ask it for labels, or train it on a text.</source>
        <translation>“{name}”学习的是判断标签，不是下一个词。请向它询问标签，或用文本训练它。</translation>
    </message>
    <message>
        <source>“{name}” has not learnt anything yet. Train it on a text first.</source>
        <translation>“{name}”还没有学过任何内容。请先用文本训练它。</translation>
    </message>
    <message>
        <source>The check of this installation broke off (status {status}). Start the program with --self-test from a terminal to see why.</source>
        <translation>安装检查中断（状态 {status}）。请在终端里用 --self-test 启动程序，查看原因。</translation>
    </message>
    <message>
        <source>This copy of the program has no address to ask for updates: they come the way that it came.</source>
        <translation>这份程序没有可查询更新的地址：更新的途径与安装的途径相同。</translation>
    </message>
    <message>
        <source>What the address for updates answered cannot be understood ({detail}). Look on the program’s page instead.</source>
        <translation>无法理解更新地址的回答（{detail}）。请改为查看程序的页面。</translation>
    </message>
    <message>
        <source>There is no project in “{folder}”. Create one first.</source>
        <translation>“{folder}”中没有项目。请先新建一个。</translation>
    </message>
    <message>
        <source>“{folder}” already holds a project or other files. Choose an empty or a new folder.</source>
        <translation>“{folder}”中已有项目或其他文件。请选择空的或新的文件夹。</translation>
    </message>
    <message>
        <source>The path “{folder}” is {bytes} bytes long, and a database can lie in one of {most} at most. Choose a shorter one.</source>
        <translation>路径“{folder}”长 {bytes} 字节，而数据库的路径最多 {most} 字节。请选择较短的路径。</translation>
    </message>
    <message>
        <source>“{folder}” is open in another window or command. Close it there, then try again.</source>
        <translation>“{folder}”已在另一个窗口或命令中打开。请在那里关闭，然后再试。</translation>
    </message>
    <message>
        <source>“{folder}” was made by a newer version of this program. It was left as it is; update the program to open it.</source>
        <translation>“{folder}”由本程序的较新版本制作，已保持原样；请更新程序后打开。</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be written to. Copy the project to a folder of yours, then open it there.</source>
        <translation>文件夹“{folder}”不可写入。请将项目复制到你自己的文件夹，再在那里打开。</translation>
    </message>
    <message>
        <source>“{folder}” can only be looked at: it cannot be written to, or it is open in another window or command. Copy it to a folder of yours, or close it there, to change it.</source>
        <translation>“{folder}”只能查看：它不可写入，或已在另一个窗口或命令中打开。要更改它，请复制到你自己的文件夹，或在那里关闭。</translation>
    </message>
    <message>
        <source>Another program holds the project file in “{folder}” just now, so nothing was changed. Try again in a moment.</source>
        <translation>另一个程序正占用“{folder}”中的项目文件，所以没有更改任何内容。请稍后再试。</translation>
    </message>
    <message>
        <source>The project file in “{folder}” is held by another program, or its disk is full. What you changed is remembered, and written as soon as it can be.</source>
        <translation>“{folder}”中的项目文件被另一个程序占用，或者磁盘已满。你的更改已记住，一有可能就会写入。</translation>
    </message>
    <message>
        <source>The project file in “{folder}” is damaged in places ({detail}). What can still be read is shown. Copy the folder before you go on, or restore project.sqlite from a copy.</source>
        <translation>“{folder}”中的项目文件部分损坏（{detail}）。仍可读取的内容已显示。继续之前请复制该文件夹，或用副本恢复 project.sqlite。</translation>
    </message>
    <message>
        <source>The project file in “{folder}” cannot be read ({detail}). Nothing was changed; restore it from a copy.</source>
        <translation>“{folder}”中的项目文件无法读取（{detail}）。没有更改任何内容；请用副本恢复。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{path}”. What was saved before is kept; free some space and go on.</source>
        <translation>“{path}”所在磁盘没有剩余空间。以前保存的内容仍在；请释放一些空间后继续。</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({detail}). What was saved before is kept.</source>
        <translation>“{path}”无法写入（{detail}）。以前保存的内容仍在。</translation>
    </message>
    <message>
        <source>There is no display for the window. “demo” runs in the terminal; “--help” lists the commands.</source>
        <translation>没有可以显示窗口的屏幕。“demo”在终端中运行；“--help”列出各个命令。</translation>
    </message>
    <message>
        <source>The display “{display}” does not answer, so no window can be opened. Check DISPLAY; “demo” runs in the terminal, “--help” lists the commands.</source>
        <translation>显示“{display}”没有应答，无法打开窗口。请检查 DISPLAY；“demo”在终端中运行，“--help”列出各个命令。</translation>
    </message>
    <message>
        <source>A library that the window needs is not installed: {package}. Install the package of that name (“apt install {package}”, or what it is called on your system), then start again.</source>
        <translation>没有安装窗口所需的库：{package}。请安装同名的软件包（“apt install {package}”，或你的系统中的相应名称），然后重新启动。</translation>
    </message>
    <message>
        <source>This computer’s processor is too old to compute models: TensorFlow needs one that has AVX, as most since 2012 have.</source>
        <translation>这台电脑的处理器太旧，无法计算模型：TensorFlow 需要支持 AVX 的处理器，2012 年以后的大多数处理器都支持。</translation>
    </message>
    <message>
        <source>There is no run named “{name}”. Known are: {known}.</source>
        <translation>没有名为“{name}”的运行。已知的有：{known}。</translation>
    </message>
    <message>
        <source>There is already a run named “{name}”. Choose another name.</source>
        <translation>已有名为“{name}”的运行。请另选名称。</translation>
    </message>
    <message>
        <source>A run cannot be called “{name}”: it needs a name that is no number and no model&apos;s. Choose another.</source>
        <translation>运行不能叫“{name}”：名称不能是数字，也不能是模型的名称。请另选一个。</translation>
    </message>
    <message>
        <source>“{name}” does not wait in the queue any more, so it was not started.</source>
        <translation>“{name}”已不在队列中，所以没有启动。</translation>
    </message>
    <message>
        <source>{count} prompts are too many for a run, so it was not started. Pin {most} at most.</source>
        <translation>一次运行不能有 {count} 个提示，所以没有启动。最多固定 {most} 个。</translation>
    </message>
    <message>
        <source>“{name}” has a weight of 0 or less, so nothing would be learnt of it. Give each of the texts a weight above 0, or leave it out.</source>
        <translation>“{name}”的权重不大于 0，不会从中学到任何内容。请给每个文本大于 0 的权重，或去掉它。</translation>
    </message>
    <message>
        <source>The same is to be learnt of the same text twice. Leave one of the two out, and give the other more weight.</source>
        <translation>同一文本上的同一内容要学习两次。请去掉一个，并加大另一个的权重。</translation>
    </message>
    <message>
        <source>“{name}” has learnt one thing alone, so there is nothing that others could have helped. Choose a run that learnt several at once.</source>
        <translation>“{name}”只学习了一项内容，没有其他内容可以帮助它。请选择同时学习多项内容的运行。</translation>
    </message>
    <message>
        <source>“{name}” has learnt no “{part}”. Name one of: {known}.</source>
        <translation>“{name}”没有学习过“{part}”。请从中指定一项：{known}。</translation>
    </message>
    <message>
        <source>“{name}” has not learnt to its end yet. Let it finish first.</source>
        <translation>“{name}”还没有学完。请先让它完成。</translation>
    </message>
    <message>
        <source>No paragraph of “{corpus}” is long enough to be gone on from. Choose another text.</source>
        <translation>“{corpus}”中没有足够长、可以接着写的段落。请选择其他文本。</translation>
    </message>
    <message>
        <source>“{name}” had no teacher. Choose a run that was taught.</source>
        <translation>“{name}”没有教师。请选择有教师的运行。</translation>
    </message>
    <message>
        <source>“{name}” cannot be its own teacher. Choose another teacher, or another model to teach.</source>
        <translation>“{name}”不能做自己的教师。请选择其他教师，或让它教其他模型。</translation>
    </message>
    <message>
        <source>“{name}” cannot do what is to be learnt, so it cannot teach it. Choose a model that has learnt the same.</source>
        <translation>“{name}”不会要学习的内容，所以不能教。请选择学过同样内容的模型。</translation>
    </message>
    <message>
        <source>“{name}” tells other labels apart than the text has, so it cannot teach them. Choose a run that has learnt the same labels.</source>
        <translation>“{name}”区分的标签与文本的标签不同，所以不能教。请选择学过同样标签的运行。</translation>
    </message>
    <message>
        <source>“{teacher}” cuts text into other tokens than “{student}”, so what it says of them cannot be compared. Let the teacher write a text instead, and learn from that.</source>
        <translation>“{teacher}”与“{student}”切分词元的方式不同，两者的判断无法比较。请改让教师写一个文本，再从中学习。</translation>
    </message>
    <message>
        <source>“{teacher}” sees {most} tokens at most. Choose passages that are no longer.</source>
        <translation>“{teacher}”最多看到 {most} 个词元。请选择不超过此长度的文段。</translation>
    </message>
    <message>
        <source>“{name}” was taught by “{teacher}”, which is not here any more. Bring it back, or begin a new run without a teacher.</source>
        <translation>“{name}”的教师“{teacher}”已不在这里。请恢复它，或开始没有教师的新运行。</translation>
    </message>
    <message>
        <source>“{name}” was taught by “{teacher}”, which is not what it was then. Bring back the old one, or begin a new run.</source>
        <translation>“{name}”的教师“{teacher}”已与当时不同。请恢复原来的，或开始新的运行。</translation>
    </message>
    <message>
        <source>This compares runs that learn one thing. Name one task alone.</source>
        <translation>这里比较的是只学习一项内容的运行。请只指定一个任务。</translation>
    </message>
    <message>
        <source>A blind test takes two models: name the other one by --against, or a run as --model.</source>
        <translation>盲测需要两个模型：用 --against 指定另一个，或者把 --model 设为一次运行。</translation>
    </message>
    <message>
        <source>“{name}” has learnt something else than to predict next words, so it cannot be asked for them. Ask it for what it has learnt, or the model that it began from for next words.</source>
        <translation>“{name}”学的不是预测下一个词，所以不能用来预测。请问它学会的内容，或向它开始时所用的模型询问下一个词。</translation>
    </message>
    <message>
        <source>“{name}” has no saved checkpoint to use. Start it again.</source>
        <translation>“{name}”没有可用的检查点。请重新开始。</translation>
    </message>
    <message>
        <source>“{name}” began from the run “{base}”, which was deleted, so nothing can be said of what it was before. Begin a new run from a model that is there.</source>
        <translation>“{name}”的起点是运行“{base}”，后者已删除，无法得知它以前的情况。请从现有的模型开始新的运行。</translation>
    </message>
    <message>
        <source>“{base}” is no longer what “{name}” began from: its weights, its tokenizer or its configuration were changed since. Put them back to compare with it, or name another model as the base.</source>
        <translation>“{base}”已不是“{name}”开始时的样子：其权重、分词器或配置后来有改动。要与它比较，请恢复原样，或指定其他模型作为基础。</translation>
    </message>
    <message>
        <source>Another program holds the project file in “{folder}”. The run waits, and goes on by itself as soon as it is free.</source>
        <translation>另一个程序占用“{folder}”中的项目文件。运行正在等待，一旦释放就会自动继续。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{folder}”. The run waits, and goes on by itself as soon as there is.</source>
        <translation>“{folder}”所在磁盘没有剩余空间。运行正在等待，一有空间就会自动继续。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{folder}”: {missing} are missing. The run waits, and goes on by itself as soon as there is room.</source>
        <translation>“{folder}”所在磁盘没有剩余空间：还缺 {missing}。运行正在等待，一有空间就会自动继续。</translation>
    </message>
    <message>
        <source>“{name}” has not come to its end yet, so it cannot go beyond it. Continue it first.</source>
        <translation>“{name}”还没有到达终点，不能增加步数。请先继续它。</translation>
    </message>
    <message>
        <source>The last checkpoint of “{name}” is gone or damaged, and its optimizer with it, so it cannot go on. Begin a new run from it instead.</source>
        <translation>“{name}”的最后一个检查点已不在或已损坏，优化器也随之丢失，所以无法继续。请从它开始新的运行。</translation>
    </message>
    <message>
        <source>What is written of “{name}” is damaged, or was written by a newer program, so it cannot be read. The others are not touched by it.</source>
        <translation>“{name}”的记录已损坏，或由较新的程序写成，所以无法读取。其他记录不受影响。</translation>
    </message>
    <message>
        <source>“{name}” made no step that could be compared. Continue it first.</source>
        <translation>“{name}”没有可以比较的步。请先继续它。</translation>
    </message>
    <message>
        <source>“{name}” has already finished; there is nothing to resume.</source>
        <translation>“{name}”已经完成，没有可以继续的内容。</translation>
    </message>
    <message>
        <source>The loss exploded at step {step}, so the run stopped; its last good checkpoint is kept. Try a lower learning rate.</source>
        <translation>损失在第 {step} 步失控，所以运行停止；最后一个正常的检查点已保留。请尝试较低的学习率。</translation>
    </message>
    <message>
        <source>One step needs more memory than the {free} that are free, so nothing was trained. {remedy}, or close other programs.</source>
        <translation>一步所需的内存超过可用的 {free}，所以没有训练。{remedy}，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The computer was running out of memory, so the run was stopped and kept. Close other programs, then continue it.</source>
        <translation>电脑的内存即将用尽，所以运行已停止并保留。请关闭其他程序，然后继续。</translation>
    </message>
    <message>
        <source>Of {count} of the {of} examples of “{corpus}” no more than the first {most} tokens are read: they are longer than the context.</source>
        <translation>“{corpus}”的 {of} 个样本中有 {count} 个比上下文长，只读取前 {most} 个词元。</translation>
    </message>
    <message>
        <source>{count} of the {of} conversations of “{corpus}” have no answer within the context, so they are not learnt from.</source>
        <translation>“{corpus}”的 {of} 段对话中有 {count} 段在上下文之内没有回答，所以不从中学习。</translation>
    </message>
    <message>
        <source>Too few conversations of “{name}” have an answer within their first {most} tokens to learn from some and measure on others. Let it read a longer context, or choose a model that can, or bring more conversations.</source>
        <translation>“{name}”中，前 {most} 个词元内有回答的对话太少，不够一部分用来学习、一部分用来测量。请让它读更长的上下文，或选择能读更长上下文的模型，或加入更多对话。</translation>
    </message>
    <message>
        <source>{count} of the {of} conversations of “{corpus}” are not learnt from: {reason}</source>
        <translation>“{corpus}”的 {of} 段对话中有 {count} 段没有用于学习：{reason}</translation>
    </message>
    <message>
        <source>The checkpoint “{folder}” is incomplete or was changed, so it was not used.</source>
        <translation>检查点“{folder}”不完整或被改动，所以没有使用。</translation>
    </message>
    <message>
        <source>The checkpoint of step {step} is damaged, so the run goes on from step {used} and makes the steps since then again.</source>
        <translation>第 {step} 步的检查点已损坏，运行将从第 {used} 步继续，重做其后的各步。</translation>
    </message>
    <message>
        <source>{method} does not work with {name}. Choose another method or model.</source>
        <translation>{method} 不能用于 {name}。请选择其他方法或模型。</translation>
    </message>
    <message>
        <source>A head learns alone only where classes or tags are told, with no teacher and nothing beside it. Choose another method.</source>
        <translation>只有在判断类别或标注、没有教师也没有其他任务时，标签头才能单独学习。请选择其他方法。</translation>
    </message>
    <message>
        <source>What the model says of each text would take {needed} of memory, and {free} are free. Learn from a smaller share of the text, or with another method.</source>
        <translation>模型对每条文本的表示需要 {needed} 内存，而可用的只有 {free}。请用更小比例的文本学习，或选择其他方法。</translation>
    </message>
    <message>
        <source>This run learns with LoRA as an older version had it, a pair for each head, and cannot be trained further or again; what it learnt can still be asked and exported. Start a new run with LoRA as it is now.</source>
        <translation>这次运行使用旧版本的 LoRA（每个头一对），不能继续训练或重做；学到的内容仍可询问和导出。请用现在的 LoRA 开始新的运行。</translation>
    </message>
    <message>
        <source>A sweep varies one setting or two different ones. Choose which.</source>
        <translation>扫描可以变化一项设置，或两项不同的设置。请选择。</translation>
    </message>
    <message>
        <source>“{setting}” changes nothing of what is learnt here, so each of its values would make the same run. Vary another setting.</source>
        <translation>“{setting}”不影响这里所学的内容，所以它的每个值都会得到同样的运行。请改变另一个设置。</translation>
    </message>
    <message>
        <source>That makes {count} runs, and a sweep has {most} at most. List fewer values, or draw some at random.</source>
        <translation>这样共有 {count} 次运行，而一次扫描最多 {most} 次。请减少取值，或随机抽取一些。</translation>
    </message>
    <message>
        <source>A budget of {amount} {unit} for {count} runs together leaves nothing for each. Give more, or make fewer runs.</source>
        <translation>{count} 次运行合用 {amount} {unit} 的预算，每次分不到任何份额。请增加预算，或减少运行。</translation>
    </message>
    <message>
        <source>Runs with {name} need more memory than this computer has, so nothing was queued. Leave those values out.</source>
        <translation>使用 {name} 的运行需要的内存超过本机，所以没有加入队列。请去掉这些值。</translation>
    </message>
    <message>
        <source>This version of the program knows no task “{name}”; a newer one may.</source>
        <translation>此版本的程序没有任务“{name}”；较新的版本可能有。</translation>
    </message>
    <message>
        <source>There is no setting “{name}”. Settings are: {known}.</source>
        <translation>没有设置“{name}”。可用的设置有：{known}。</translation>
    </message>
    <message>
        <source>{name} cannot be {value}: {reason}.</source>
        <translation>{name} 不能是 {value}：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” has learnt no labels, so it cannot be asked for them. Name a run that learnt classes or tags.</source>
        <translation>“{name}”没有学过标签，不能向它询问标签。请指定学过类别或标注的运行。</translation>
    </message>
    <message>
        <source>“{name}” has learnt the tags of words, and not the classes of texts. Ask it for tags.</source>
        <translation>“{name}”学习的是词的标注，不是文本的类别。请向它询问标注。</translation>
    </message>
    <message>
        <source>“{name}” has learnt the classes of texts, and not the tags of words. Ask it for classes.</source>
        <translation>“{name}”学习的是文本的类别，不是词的标注。请向它询问类别。</translation>
    </message>
    <message>
        <source>“{word}” is no word of the text. Write the predicate as it stands there.</source>
        <translation>文本中没有“{word}”这个词。请按文本中的写法给出谓词。</translation>
    </message>
    <message>
        <source>“{name}” tells roles as seen from one word of the text. Say which word that is.</source>
        <translation>“{name}”判断的是从文本中某个词来看的角色。请指明是哪个词。</translation>
    </message>
    <message>
        <source>“{corpus}” has no sentences whose words, and for roles the predicates, are known. Choose another text.</source>
        <translation>“{corpus}”没有已分好词（角色还需已知谓词）的句子。请选择其他文本。</translation>
    </message>
    <message>
        <source>There is no class “{name}”. Known are: {known}.</source>
        <translation>没有类别“{name}”。已知的有：{known}。</translation>
    </message>
    <message>
        <source>There is no text to label. Give one.</source>
        <translation>没有要判断标签的文本。请给出一个。</translation>
    </message>
    <message>
        <source>Of “{name}” and “{corpus}”, one is about roles beside a predicate and the other about tags alone, so it was not measured. Choose another text.</source>
        <translation>“{name}”与“{corpus}”之中，一个涉及谓词的角色，另一个只涉及标注，所以没有测量。请选择其他文本。</translation>
    </message>
    <message>
        <source>Texts of “{corpus}” have several classes at once, and “{name}” tells one of each, so it was not measured. Choose another text.</source>
        <translation>“{corpus}”的文本同时属于多个类别，而“{name}”只判断一个，所以没有测量。请选择其他文本。</translation>
    </message>
    <message>
        <source>“{corpus}” has labels that “{name}” does not know ({count}, such as {classes}), so it was not measured. Rename them or leave them out.</source>
        <translation>“{corpus}”有“{name}”不认识的标签（{count} 个，例如 {classes}），所以没有测量。请重命名或排除它们。</translation>
    </message>
    <message>
        <source>Nothing in the {split} part of “{corpus}” is labelled, so there is nothing to measure on. Choose another part or text.</source>
        <translation>“{corpus}”的{split}部分没有标签，无从测量。请选择其他部分或文本。</translation>
    </message>
    <message>
        <source>“{name}” is no run, so there is nothing that it started from. Say what to compare it with.</source>
        <translation>“{name}”不是运行，没有起始模型。请指明与什么比较。</translation>
    </message>
    <message>
        <source>“{name}” has no pretrained weights, so there is nothing to compare random ones with. Choose a pretrained model.</source>
        <translation>“{name}”没有预训练权重，无法与随机权重比较。请选择预训练模型。</translation>
    </message>
    <message>
        <source>There is no comparison named “{name}”. Known are: {known}.</source>
        <translation>没有名为“{name}”的比较。已知的有：{known}。</translation>
    </message>
    <message>
        <source>“{name}” compares other models, texts or settings. Choose another name.</source>
        <translation>“{name}”比较的是其他模型、文本或设置。请另选名称。</translation>
    </message>
    <message>
        <source>There is no corpus named “{name}” in this project. It has: {known}.</source>
        <translation>此项目中没有名为“{name}”的语料。现有：{known}。</translation>
    </message>
    <message>
        <source>A text needs a name. Type at least one letter.</source>
        <translation>文本需要名称。请至少输入一个字。</translation>
    </message>
    <message>
        <source>There is already a corpus named “{name}”. Choose another name.</source>
        <translation>已有名为“{name}”的语料。请另选名称。</translation>
    </message>
    <message>
        <source>No text could be read, so nothing was imported. {reasons}</source>
        <translation>没有可读的文本，所以没有导入任何内容。{reasons}</translation>
    </message>
    <message>
        <source>“{name}” is too short to train on: it needs at least {needed} tokens of training text and has {tokens}. Add more text, or lower the context length.</source>
        <translation>“{name}”太短，不能用来训练：训练文本至少需要 {needed} 个词元，现有 {tokens} 个。请增加文本，或减小上下文长度。</translation>
    </message>
    <message>
        <source>“{name}” is so short that none of it is left to check with what a model learns. Add more text.</source>
        <translation>“{name}”太短，没有剩余部分可用来检验模型学到了什么。请增加文本。</translation>
    </message>
    <message>
        <source>The files of “{name}” were changed outside of this program, so it is no longer the text that was imported and measured. Put them back, or import the changed text as another one.</source>
        <translation>“{name}”的文件在本程序之外被改动，已不是当初导入和测量的文本。请恢复原样，或将改动后的文本另行导入。</translation>
    </message>
    <message>
        <source>“{name}” is the folder of a run whose record is gone, so its settings are not known. Put back the project.sqlite that named it, or throw it away.</source>
        <translation>“{name}”是一次运行的文件夹，但其记录已不在，所以不知道它的设置。请恢复记有它的 project.sqlite，或将它丢弃。</translation>
    </message>
    <message>
        <source>“{name}” is used by {count:# run. Delete it first|# runs. Delete those first}.</source>
        <translation>有 {count} 次运行使用“{name}”。请先删除它们。</translation>
    </message>
    <message>
        <source>“{folder}” already holds files. Choose an empty or a new folder.</source>
        <translation>“{folder}”中已有文件。请选择空的或新的文件夹。</translation>
    </message>
    <message>
        <source>There are no files in “{folder}”.</source>
        <translation>“{folder}”中没有文件。</translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation>没有文件“{file}”。</translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation>“{file}”是空的。</translation>
    </message>
    <message>
        <source>“{file}” lies beside texts that are divided into training, validation and test already, so it was left out. Import it by itself to read it.</source>
        <translation>“{file}”所在位置的文本已划分为训练、验证和测试部分，所以没有读取它。要读取它，请单独导入。</translation>
    </message>
    <message>
        <source>“{file}” is not a text file.</source>
        <translation>“{file}”不是文本文件。</translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8 text (first unreadable byte at {offset}).</source>
        <translation>“{file}”不是 UTF-8 文本（第一个不可读的字节在 {offset}）。</translation>
    </message>
    <message>
        <source>“{file}” is of a kind that cannot be read. Save it as plain text (.txt) or PDF.</source>
        <translation>“{file}”属于无法读取的类型。请另存为纯文本 (.txt) 或 PDF。</translation>
    </message>
    <message>
        <source>“{file}” is a picture. Let a text recognition (OCR) program read it first.</source>
        <translation>“{file}”是图片。请先用文字识别 (OCR) 程序读取。</translation>
    </message>
    <message>
        <source>“{file}” is sound or film. Let a program write down first what is said in it.</source>
        <translation>“{file}”是声音或影片。请先用程序将其中的话转写成文字。</translation>
    </message>
    <message>
        <source>“{file}” is in a format of an office program that cannot be read. Open it there, or in LibreOffice, and save it as .docx or .odt.</source>
        <translation>“{file}”是无法读取的办公软件格式。请用该软件或 LibreOffice 打开，另存为 .docx 或 .odt。</translation>
    </message>
    <message>
        <source>“{file}” is a table in a format that cannot be read. Open it in the program that made it, or in LibreOffice, and save it as .xlsx or .csv.</source>
        <translation>“{file}”是一种无法读取的表格格式。请用生成它的软件或 LibreOffice 打开，另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>“{file}” is damaged or incomplete ({detail}). Try to get the whole file again.</source>
        <translation>“{file}”已损坏或不完整（{detail}）。请重新取得完整的文件。</translation>
    </message>
    <message>
        <source>“{file}” is protected with a password. Import it again and give the password.</source>
        <translation>“{file}”受密码保护。请重新导入并给出密码。</translation>
    </message>
    <message>
        <source>The password does not open “{file}”.</source>
        <translation>密码不能打开“{file}”。</translation>
    </message>
    <message>
        <source>“{file}” is encrypted or copy-protected, so its text cannot be read.</source>
        <translation>“{file}”已加密或有复制保护，无法读取其中的文本。</translation>
    </message>
    <message>
        <source>“{file}” has no text in it, only pictures: it is probably a scan. Let a text recognition (OCR) program read it first.</source>
        <translation>“{file}”中没有文字，只有图片：可能是扫描件。请先用文字识别 (OCR) 程序读取。</translation>
    </message>
    <message>
        <source>“{file}” is too large to be read as a whole. Save it as .jsonl or .csv.</source>
        <translation>“{file}”太大，无法整体读取。请另存为 .jsonl 或 .csv。</translation>
    </message>
    <message>
        <source>There is no text encoding called “{encoding}”. Try utf-8, gb18030, shift_jis or windows-1252.</source>
        <translation>没有名为“{encoding}”的文本编码。请尝试 utf-8、gb18030、shift_jis 或 windows-1252。</translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}”. It has: {known}.</source>
        <translation>“{file}”没有列“{column}”。现有：{known}。</translation>
    </message>
    <message>
        <source>No column of “{file}” holds text.</source>
        <translation>“{file}”中没有含文本的列。</translation>
    </message>
    <message>
        <source>“{file}” is labelled in another way than the files before it (whole texts, words, or words beside a predicate). Import it by itself.</source>
        <translation>“{file}”的标签方式与前面的文件不同（整篇文本、词，或谓词旁的词）。请单独导入。</translation>
    </message>
    <message>
        <source>None of the texts has a label. Choose where the labels are, or import the text without labels.</source>
        <translation>所有文本都没有标签。请指明标签在哪里，或不带标签导入文本。</translation>
    </message>
    <message>
        <source>Every label is “{label}”, so there is nothing to tell apart. Choose other labels, or import the text without labels.</source>
        <translation>所有标签都是“{label}”，没有可以区分的内容。请选择其他标签，或不带标签导入文本。</translation>
    </message>
    <message>
        <source>There are {classes} different labels for {texts} texts, so they name the texts and are no classes. Choose other labels, or import the text without labels.</source>
        <translation>{texts} 篇文本有 {classes} 个不同的标签，说明它们是文本的名称，不是类别。请选择其他标签，或不带标签导入文本。</translation>
    </message>
    <message>
        <source>“{column}” of “{file}” was not taken as labels: too many of its cells are empty, long or different. If it labels the texts, choose it as the column of their labels.</source>
        <translation>“{file}”的“{column}”列没有被当作标签：其中太多单元格是空的、过长或各不相同。如果它就是文本的标签，请把它选为标签列。</translation>
    </message>
    <message>
        <source>What “{file}” says of each word was left out. If that is to be told, such as its part of speech, choose the tags of words as labels.</source>
        <translation>“{file}”对每个词的标注没有读取。如果要学习判断这些标注（例如词性），请选择用词的标注作为标签。</translation>
    </message>
    <message>
        <source>“{file}” is named as a file of words with tags, and was read as text: it has none, or they do not fit the words. If it has, choose the tags of words as labels, and the first line that does not fit is named.</source>
        <translation>“{file}”的名称表明它是带标注的词表，但只作为文本读取了：其中没有标注，或标注与词不符。如果有标注，请选择用词的标注作为标签，程序会指出第一处不符的行。</translation>
    </message>
    <message>
        <source>The files lie in {count} folders beside each other: {folders}. If these are the classes of the texts, choose the names of folders as labels.</source>
        <translation>这些文件分别在 {count} 个并列的文件夹里：{folders}。如果这些就是文本的类别，请选择用文件夹名作为标签。</translation>
    </message>
    <message>
        <source>Some of the files have labels and “{file}” has none, so all of it was read as text alone. Import the labelled ones by themselves, or say where the labels are.</source>
        <translation>一些文件有标签而“{file}”没有，所以全部只作为文本读取。请单独导入有标签的文件，或指明标签在哪里。</translation>
    </message>
    <message>
        <source>“{name}” has no conversations, so answers cannot be learnt from it. Import messages with their roles, or a table with questions and answers.</source>
        <translation>“{name}”中没有对话，无法从中学习回答。请导入带角色的消息，或含问题和回答的表格。</translation>
    </message>
    <message>
        <source>Nobody in the conversations of “{name}” is called “{role}”, so there are no answers to learn. Rename the role that is to be learnt.</source>
        <translation>“{name}”的对话中没有名为“{role}”的角色，没有可学习的回答。请重命名要学习的角色。</translation>
    </message>
    <message>
        <source>The texts of “{name}” have no classes, so there is nothing to tell apart. Import it with its labels, or choose another text.</source>
        <translation>“{name}”的文本没有类别，没有可以区分的内容。请连同标签一起导入，或选择其他文本。</translation>
    </message>
    <message>
        <source>The words of “{name}” have no tags, so there is nothing to tell of them. Import it with its tags, or choose another text.</source>
        <translation>“{name}”的词没有标注，没有可以判断的内容。请连同标注一起导入，或选择其他文本。</translation>
    </message>
    <message>
        <source>All that is labelled in “{name}” has the same label, so there is nothing to tell apart. Label more of it, or choose another text.</source>
        <translation>“{name}”中所有标签都相同，没有可以区分的内容。请标记更多内容，或选择其他文本。</translation>
    </message>
    <message>
        <source>“{name}” has too few labelled examples to learn from some and measure on others. Label more of it, or choose another text.</source>
        <translation>“{name}”带标签的示例太少，不够一部分用来学习、另一部分用来测量。请标记更多内容，或选择其他文本。</translation>
    </message>
    <message>
        <source>“{file}” has no conversations: neither messages with their roles, nor columns of questions and answers. Read it as text, or say which column its text is in.</source>
        <translation>“{file}”中没有对话：既没有带角色的消息，也没有问题和回答的列。请作为文本读取，或指明文本在哪一列。</translation>
    </message>
    <message>
        <source>“{file}” has no words in columns with their tags or roles beside them. Look whether each line has one word, and a blank line stands after each sentence.</source>
        <translation>“{file}”中没有按列排列的词及其标注或角色。请检查是否每行一个词、每句之后有空行。</translation>
    </message>
    <message>
        <source>In line {line} of “{file}” the tags do not fit the word, and so it is in too many of its sentences. Look whether each line has one word and as many columns as the others.</source>
        <translation>“{file}”第 {line} 行的标注与词不符，太多句子也是如此。请检查每行是否只有一个词，且列数与其他行相同。</translation>
    </message>
    <message>
        <source>“{file}” has roles without their words. Put “{words}” beside it, or paste both into one file, the words first.</source>
        <translation>“{file}”只有角色没有词。请把“{words}”放在旁边，或将两者合成一个文件，词在前面。</translation>
    </message>
    <message>
        <source>In line {line}, “{file}” and “{words}” do not belong together. Look whether both have as many lines, and blank ones at the same places.</source>
        <translation>在第 {line} 行，“{file}”与“{words}”不对应。请检查两者行数是否相同，空行位置是否一致。</translation>
    </message>
    <message>
        <source>“{file}” has the words of the roles beside it, and is read with them.</source>
        <translation>“{file}”含有旁边角色文件的词，两者一起读取。</translation>
    </message>
    <message>
        <source>“{file}” lies beside texts whose folders or names are their labels, and has none, so it was left out.</source>
        <translation>“{file}”所在位置的文本以文件夹或名称为标签，而它没有标签，所以没有读取。</translation>
    </message>
    <message>
        <source>“{labels}” beside “{file}” is missing or was changed after the export. Put it back, or import the text without labels.</source>
        <translation>“{file}”旁边的“{labels}”已不在，或在导出后被改动。请恢复它，或不带标签导入文本。</translation>
    </message>
    <message>
        <source>“{name}” has no labels. Import it again with a column, folders or files that label its texts.</source>
        <translation>“{name}”没有标签。请用标记文本的列、文件夹或文件重新导入。</translation>
    </message>
    <message>
        <source>“{name}” has no label “{label}”. It has: {known}.</source>
        <translation>“{name}”没有标签“{label}”。现有：{known}。</translation>
    </message>
    <message>
        <source>What “{label}” says would be said by nobody. Give the role another name, which may be that of another one.</source>
        <translation>这样“{label}”说的话就没有人说了。请给这个角色另起名称，可以与另一个角色同名。</translation>
    </message>
    <message>
        <source>Only “{label}” would be left of the labels, and one alone tells nothing apart. Leave at least two.</source>
        <translation>标签中只会剩下“{label}”，仅一个无法区分任何内容。请至少留下两个。</translation>
    </message>
    <message>
        <source>No column of “{file}” looks like labels. Say which one has them; it has: {known}.</source>
        <translation>“{file}”中没有像标签的列。请指明哪一列是标签；现有：{known}。</translation>
    </message>
    <message>
        <source>“{file}” in an archive has a name that leads out of its folder, so it was left where it is.</source>
        <translation>归档文件中的“{file}”名称指向其文件夹之外，所以没有读取。</translation>
    </message>
    <message>
        <source>“{file}” unpacks to far more than an honest archive of its size would, so it was not read any further.</source>
        <translation>“{file}”解包后的大小远超同样大小的正常归档文件，所以没有继续读取。</translation>
    </message>
    <message>
        <source>“{file}” is an archive in an archive in an archive. Unpack the outer ones first.</source>
        <translation>“{file}”是嵌套多层的归档文件。请先解包外层。</translation>
    </message>
    <message>
        <source>“{file}” could not be fetched ({detail}). Check the address and the connection.</source>
        <translation>无法获取“{file}”（{detail}）。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The cleaning step {name} cannot be {value}: {reason}.</source>
        <translation>清洗步骤 {name} 不能是 {value}：{reason}。</translation>
    </message>
    <message>
        <source>Cleaning left nothing of “{file}”; the step “{step}” removed most. Switch that step off to keep its text.</source>
        <translation>清洗后“{file}”没有剩下任何内容；删除最多的是步骤“{step}”。关闭该步骤即可保留文本。</translation>
    </message>
    <message>
        <source>“{file}” is a link to a folder, which is not followed. Import that folder itself as well.</source>
        <translation>“{file}”是指向文件夹的链接，不会跟随。请将那个文件夹也导入。</translation>
    </message>
    <message>
        <source>“{file}” is packed as {kind}, which cannot be unpacked here. Unpack it with another program, such as 7-Zip, and import what comes out.</source>
        <translation>“{file}”以 {kind} 方式打包，这里无法解包。请用 7-Zip 等其他程序解包，再导入结果。</translation>
    </message>
    <message>
        <source>“{file}” takes more memory to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more.</source>
        <translation>读取“{file}”所需的内存超过限制，所以已跳过。它可能已损坏；请另存为纯文本，或放宽限制。</translation>
    </message>
    <message>
        <source>“{file}” takes longer to read than is allowed, so it was passed over. It may be damaged; save it as plain text, or allow more.</source>
        <translation>读取“{file}”所需的时间超过限制，所以已跳过。它可能已损坏；请另存为纯文本，或放宽限制。</translation>
    </message>
    <message>
        <source>“{file}” made the part of the program end that reads files, so it was passed over. It is probably damaged; save it as plain text.</source>
        <translation>“{file}”使读取文件的部分终止，所以已跳过。它很可能已损坏；请另存为纯文本。</translation>
    </message>
    <message>
        <source>“{file}” could not be read because the part of the program that reads files does not start. Close other programs and try again.</source>
        <translation>读取文件的部分无法启动，所以没有读取“{file}”。请关闭其他程序再试。</translation>
    </message>
    <message>
        <source>There is nothing to look for. Give a word or some letters.</source>
        <translation>没有要查找的内容。请给出一个词或几个字符。</translation>
    </message>
    <message>
        <source>That is no regular expression ({detail}). Mend it, or look for the letters as they are.</source>
        <translation>这不是正则表达式（{detail}）。请改正它，或者按原样查找这些字符。</translation>
    </message>
    <message>
        <source>That expression takes too long in one of the lines, so the search was ended. Make it simpler.</source>
        <translation>这个表达式在某一行里耗时太长，查找已结束。请把它写得简单些。</translation>
    </message>
    <message>
        <source>Each document of “{name}” belongs to its labels, so none is left out by itself. Leave out a label instead, or import the text without it.</source>
        <translation>“{name}”的每篇文档都与标签相连，不能单独略去。请改为去掉一个标签，或导入不含它的文本。</translation>
    </message>
    <message>
        <source>The {split} part of “{name}” has no document {number}.</source>
        <translation>“{name}”的 {split} 部分没有第 {number} 篇文档。</translation>
    </message>
    <message>
        <source>Without that, nothing would be left of the {split} part of “{name}”, so it stays.</source>
        <translation>去掉它，“{name}”的 {split} 部分就什么也不剩了，所以保留它。</translation>
    </message>
    <message>
        <source>“{file}” could not be read ({detail}).</source>
        <translation>“{file}”无法读取（{detail}）。</translation>
    </message>
    <message>
        <source>“{place}” is no place to learn at. Write here, process, local-cluster, or the address of a Ray cluster such as ray://127.0.0.1:10001.</source>
        <translation>“{place}”不是可以训练的地点。请写 here、process、local-cluster，或者 Ray 集群的地址，例如 ray://127.0.0.1:10001。</translation>
    </message>
    <message>
        <source>A run with a teacher is made by one worker, which asks the teacher at each step. Choose one, or leave the teacher out.</source>
        <translation>有老师的训练由一个工作进程完成，它每一步都要问老师。请选一个工作进程，或者不用老师。</translation>
    </message>
    <message>
        <source>At {place} no such number of workers can make the steps of one run: several can on a cluster alone, and at most {most}.</source>
        <translation>“{place}”不能由这么多工作进程一起完成一次训练的每一步：多个只能在集群上，最多 {most} 个。</translation>
    </message>
    <message>
        <source>The {rows} passages of a step cannot be shared out evenly to {workers} workers. Choose a batch that is a multiple of {workers}, or another number of workers.</source>
        <translation>一步的 {rows} 段文字无法平均分给 {workers} 个工作进程。请把批次设为 {workers} 的倍数，或换一个工作进程数。</translation>
    </message>
    <message>
        <source>The run makes its steps of {batches:# batch|# batches} each, which cannot be shared out evenly to {workers} workers. Let it go on with a number of workers by which that can be divided.</source>
        <translation>这次训练的每一步由 {batches:# 个批次|# 个批次}组成，无法平均分给 {workers} 个工作进程。请换一个能整除它的工作进程数继续。</translation>
    </message>
    <message>
        <source>Where the head learns alone, each text is read once, which several workers cannot share. Choose one worker or another method.</source>
        <translation>只让头部学习时，每段文字只读一遍，多个工作进程无法分担。请用一个工作进程，或换一种方法。</translation>
    </message>
    <message>
        <source>A worker of the run was lost, again and again, before it came to a further checkpoint. Go on from the last one when all computers are well. What TensorFlow says: “{detail}”</source>
        <translation>在到达下一个检查点之前，这次训练的一个工作进程一再丢失。等所有电脑都正常时，从最后一个检查点继续。TensorFlow 的说法：“{detail}”</translation>
    </message>
    <message>
        <source>The environment variable TF_CONFIG has to say who the workers are and which of them this one is, as JSON: a “cluster” with the addresses of each “worker”, and a “task” with its type and index.</source>
        <translation>环境变量 TF_CONFIG 须以 JSON 说明有哪些工作进程、这一个是其中的哪一个：“cluster”里写每个“worker”的地址，“task”里写它的 type 和 index。</translation>
    </message>
    <message>
        <source>Another worker of the run is gone. Start all of them again: the run goes on from its last checkpoint. What TensorFlow says: “{detail}”</source>
        <translation>这次训练的另一个工作进程不在了。请把它们全部重新启动：训练会从最后一个检查点继续。TensorFlow 的说法：“{detail}”</translation>
    </message>
    <message>
        <source>The run “{name}” is over; there is nothing for workers to do.</source>
        <translation>训练“{name}”已经结束，工作进程没有事可做了。</translation>
    </message>
    <message>
        <source>No cluster is set. Give its address first: cluster --address ray://HOST:PORT.</source>
        <translation>尚未设置集群。请先给出地址：cluster --address ray://HOST:PORT。</translation>
    </message>
    <message>
        <source>Workers that are started by hand make a run by the command “work”, in as many processes. To let it learn here, choose another place (resume --on here).</source>
        <translation>手动启动的工作进程用“work”命令、以同样多的进程完成训练。要让它在这里训练，请换一个地方（resume --on here）。</translation>
    </message>
    <message>
        <source>A run cannot take {cores} cores. Give a number between 1 and {most}, or 0 for half of this computer&apos;s.</source>
        <translation>一次训练不能使用 {cores} 个核心。请给出 1 到 {most} 之间的数，或用 0 表示本机核心数的一半。</translation>
    </message>
    <message>
        <source>A worker cannot keep {gigabytes} GB of a text. Give a whole number between 1 and {most}.</source>
        <translation>一个工作进程不能保留 {gigabytes} GB 文本。请给出 1 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>A part of the text did not come to where the run learns as it was when the run began: its file on this computer is another, or gone. Let the run go on from its last checkpoint, which encodes the text again.</source>
        <translation>文本的一部分送到训练处时，与训练开始时已不相同：它在这台电脑上的文件已被替换，或已不在。请从最后一个检查点继续，届时会重新编码文本。</translation>
    </message>
    <message>
        <source>Ray is not installed, which finds the computers of a cluster. Install it (uv sync --extra cluster, or pip install &quot;ray&gt;=2.52,&lt;3&quot;), or choose another place.</source>
        <translation>没有安装用来寻找集群中电脑的 Ray。请安装它（uv sync --extra cluster，或 pip install &quot;ray&gt;=2.52,&lt;3&quot;），或者选择其他地点。</translation>
    </message>
    <message>
        <source>{place} is named by this project alone, and not by you, so nothing was asked of it. Name it with --on or in Train → Advanced → Clusters …, or let the run learn elsewhere (resume --on here).</source>
        <translation>{place}只出现在这个项目中，而不是由你指定的，所以没有与它联系。请用 --on 或在“训练 → 高级 → 集群…”中指定它，或者让训练在别处进行（resume --on here）。</translation>
    </message>
    <message>
        <source>That place ({place}) has no room for what the run takes, {cores:# core|# cores} and {memory} of memory for each worker. Choose a smaller batch, fewer cores or workers for each run, or another place.</source>
        <translation>那里（{place}）容不下这次训练，每个工作进程需要 {cores:# 个核心|# 个核心}和 {memory} 内存。请选小一些的批次、少一些的核心或工作进程，或换一个地方。</translation>
    </message>
    <message>
        <source>{place} does not answer. See that it runs, that the address is right and that nothing between here and there is in the way. What Ray says: “{detail}”</source>
        <translation>{place}没有应答。请检查它是否在运行、地址是否正确、中间是否有阻碍。Ray 的说明：“{detail}”</translation>
    </message>
    <message>
        <source>{place} has another version of Ray or of Python than this program. Install the same there or here. What Ray says: “{detail}”</source>
        <translation>{place}的 Ray 或 Python 版本与本程序不同。请在两边安装相同的版本。Ray 的说明：“{detail}”</translation>
    </message>
    <message>
        <source>{place} does not take the token that is kept for it, or none is kept. Keep the one that it was started with. What Ray says: “{detail}”</source>
        <translation>{place} 不接受为它保存的令牌，或者没有保存令牌。请保存启动它时所用的那一个。Ray 的说法：“{detail}”</translation>
    </message>
    <message>
        <source>The computer {node} of the cluster has version {there} of this program, and this one is {here}. Install the same on both.</source>
        <translation>集群中的电脑 {node} 安装的是本程序的 {there} 版，而这里是 {here} 版。请在两边安装相同的版本。</translation>
    </message>
    <message>
        <source>{place} lost the computer that the run learnt at, again and again, before it came to a further checkpoint. Go on from the last one when the cluster is well. What Ray says: “{detail}”</source>
        <translation>{place}一再失去训练所在的电脑，训练没能到达下一个检查点。等集群恢复正常后，请从最后一个检查点继续。Ray 的说明：“{detail}”</translation>
    </message>
    <message>
        <source>The process that the run learnt in ended by itself ({how}), and again before it came to a further checkpoint. Go on from the last one; if memory was short, choose a smaller batch first.</source>
        <translation>训练所在的进程自行结束了（{how}），而且在到达下一个检查点之前再次结束。请从最后一个检查点继续；如果是内存不足，请先选择更小的批次。</translation>
    </message>
</context>
<context>
    <name>explaining</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>{terms:# word|# words} of the field, each in two sentences.</source>
        <translation>这一领域的 {terms} 个词，各用两句话说明。</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>例如：</translation>
    </message>
    <message>
        <source>Your run “{run}”:</source>
        <translation>你的运行“{run}”：</translation>
    </message>
    <message>
        <source>Also: {words}</source>
        <translation>也叫：{words}</translation>
    </message>
    <message>
        <source>See also: {terms}</source>
        <translation>另见：{terms}</translation>
    </message>
    <message>
        <source>Do:</source>
        <translation>动手：</translation>
    </message>
    <message>
        <source>Notice:</source>
        <translation>留意：</translation>
    </message>
    <message>
        <source>Talk about:</source>
        <translation>谈一谈：</translation>
    </message>
    <message>
        <source>Eight words</source>
        <translation>八个词</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>What is learnt from was written by a model, “{model}”; what is measured on was not.</source>
        <translation>用来学习的内容由模型“{model}”所写；用来测量的内容不是。</translation>
    </message>
    <message>
        <source>The file was read whole.</source>
        <translation>文件已完整读取。</translation>
    </message>
    <message>
        <source>The file was read, but parts of it were left out.</source>
        <translation>文件已读取，但有部分内容未读。</translation>
    </message>
    <message>
        <source>All {count} files were read whole.</source>
        <translation>{count} 个文件全部完整读取。</translation>
    </message>
    <message>
        <source>{read} of {count} files were read, by an older version of the program, which did not count what it left out of them. Read them again to know.</source>
        <translation>{count} 个文件中读取了 {read} 个；读取时用的旧版程序没有统计未读的内容。重新读取即可知道。</translation>
    </message>
    <message>
        <source>{count} files were read; parts of {gaps} of them were left out.</source>
        <translation>读取了 {count} 个文件；其中 {gaps} 个有部分内容未读。</translation>
    </message>
    <message>
        <source>{read} of {count} files could be read, {passed} could not.</source>
        <translation>{count} 个文件中 {read} 个可以读取，{passed} 个不能。</translation>
    </message>
    <message>
        <source>{read} of {count} files could be read, {passed} could not; parts of {gaps} of those that were read were left out.</source>
        <translation>{count} 个文件中 {read} 个可以读取，{passed} 个不能；已读取的文件中 {gaps} 个有部分内容未读。</translation>
    </message>
    <message>
        <source>“{file}”: {count} left out: {reason}.</source>
        <translation>“{file}”：{count} 处未读：{reason}。</translation>
    </message>
    <message>
        <source>“{file}”: {count} left out: {reason} ({places}).</source>
        <translation>“{file}”：{count} 处未读：{reason}（{places}）。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>“{file}” does not say how its letters are encoded and was read as {value}. If letters look wrong, choose another encoding.</source>
        <translation>“{file}”没有说明文字编码，按 {value} 读取。如果出现乱码，请选择其他编码。</translation>
    </message>
    <message>
        <source>“{file}” was divided into columns at “{value}”. Look whether its columns are right.</source>
        <translation>“{file}”按“{value}”分列。请检查各列是否正确。</translation>
    </message>
    <message>
        <source>“{value}” was taken as the text of “{file}”. If it is not, choose another column.</source>
        <translation>“{value}”被当作“{file}”的文本列。如果不对，请选择其他列。</translation>
    </message>
    <message>
        <source>“{file}” was taken as the {value} part because of its name. If it is not, give it another name.</source>
        <translation>“{file}”因其名称被当作{value}部分。如果不对，请改名。</translation>
    </message>
    <message>
        <source>“{file}” was read as {value}, whatever its name says. Look whether its text is right.</source>
        <translation>“{file}”按 {value} 读取，不管其名称如何。请检查文本是否正确。</translation>
    </message>
    <message>
        <source>“{value}” was taken as what labels the texts of “{file}”. If it does not, choose another column, or none.</source>
        <translation>“{value}”被当作“{file}”中文本的标签。如果不对，请选择其他列，或选择无。</translation>
    </message>
    <message>
        <source>The tags of “{file}” are written as {value} and became BIO2, in which every span begins with B-.</source>
        <translation>“{file}”的标注写作 {value}，已转换为每个片段都以 B- 开头的 BIO2。</translation>
    </message>
    <message>
        <source>“{file}”: text in “{column}”; columns: {columns}.</source>
        <translation>“{file}”：文本在“{column}”；各列：{columns}。</translation>
    </message>
    <message>
        <source>“{file}”: text in “{column}”, labels in “{label}”; columns: {columns}.</source>
        <translation>“{file}”：文本在“{column}”，标签在“{label}”；各列：{columns}。</translation>
    </message>
    <message>
        <source>Sentences with a tag for each word: {texts}; kinds of spans: {count}.</source>
        <translation>每个词都有标注的句子：{texts}；片段种类：{count}。</translation>
    </message>
    <message>
        <source>“{most}” is {times} times as frequent as “{least}”: whoever always says “{most}” is right in {percent} % of the texts.</source>
        <translation>“{most}”的出现次数是“{least}”的 {times} 倍：总答“{most}”就能在 {percent} % 的文本上答对。</translation>
    </message>
    <message>
        <source>Classes of one text alone, which is trained on and can be checked with none ({count}): {labels}.</source>
        <translation>只有一篇文本的类别（{count}），只能用于训练，无法检验：{labels}。</translation>
    </message>
    <message>
        <source>Classes in the training text alone, so that nothing checks them ({count}): {labels}.</source>
        <translation>只出现在训练文本中的类别（{count}），无法检验：{labels}。</translation>
    </message>
    <message>
        <source>{count:# more was|# more were} passed over for the same reason, such as {names}.</source>
        <translation>另有 {count} 个因同样的原因跳过，例如 {names}。</translation>
    </message>
    <message>
        <source>{count:# document is|# documents are} left out of it.</source>
        <translation>已从中略去 {count} 篇文档。</translation>
    </message>
    <message>
        <source>Documents were left out or taken back; different words and repeated passages are to be counted anew.</source>
        <translation>有文档被略去或取回；不同词数和重复段落有待重新统计。</translation>
    </message>
    <message>
        <source>“{file}”: {count:# place|# places} could not be read as {encoding} and {count:was|were} replaced by “�”. If that is many, choose another encoding.</source>
        <translation>“{file}”：有 {count} 处无法按 {encoding} 读取，已替换为“�”。如果数量多，请选择其他编码。</translation>
    </message>
    <message>
        <source>Parts of {count:# more file|# more files} were left out as well.</source>
        <translation>另有 {count} 个文件也有部分内容未读。</translation>
    </message>
    <message>
        <source>No column of “{file}” is clearly its text, so its rows were read whole, each as a line of its cells. If one column is the text, choose it.</source>
        <translation>“{file}”中没有哪一列明显是文本，因此按整行读入，每行的各单元格合为一行。如果其中某一列才是文本，请选择它。</translation>
    </message>
    <message>
        <source>“{file}”: in {count:# row|# rows} a quote is not closed, so each was read as one line that keeps its quotes. Look whether their text is right.</source>
        <translation>“{file}”：有 {count} 行的引号没有闭合，各作为一行读取并保留引号。请检查文本是否正确。</translation>
    </message>
    <message>
        <source>“{file}”: {count:# row has|# rows have} more cells than there are columns; the cells were put together again in the column with the longest texts. Look whether they are right.</source>
        <translation>“{file}”：有 {count} 行的单元格多于列数；多出的单元格已合并到文本最长的一列。请检查是否正确。</translation>
    </message>
    <message>
        <source>“{file}”: whole rows; columns: {columns}.</source>
        <translation>“{file}”：整行读入；列：{columns}。</translation>
    </message>
    <message>
        <source>{texts:# text is|# texts are} labelled, with {count:# class|# classes}.</source>
        <translation>有 {texts} 篇文本带标签，共 {count} 个类别。</translation>
    </message>
    <message>
        <source>{texts:# predicate has its|# predicates have their} roles, of {count:# kind|# kinds}.</source>
        <translation>有 {texts} 个谓词带角色，共 {count} 种。</translation>
    </message>
    <message>
        <source>{count} labels are others with “{mark}” between them, such as “{label}”. If a text can have several labels, say that this stands between them.</source>
        <translation>有 {count} 个标签由其他标签组成，中间隔着“{mark}”，例如“{label}”。如果一篇文本可以有多个标签，请说明它们之间用这个符号分隔。</translation>
    </message>
    <message>
        <source>{count:# class has|# classes have} about {each:# text|# texts} each, which is little to learn from. Merge some, or choose other labels.</source>
        <translation>有 {count} 个类别各只有约 {each} 篇文本，不够学习。请合并一些，或选择其他标签。</translation>
    </message>
    <message>
        <source>Called otherwise here than in the files: {names}.</source>
        <translation>与文件中名称不同的标签：{names}。</translation>
    </message>
    <message>
        <source>Labels that are left out: {names}.</source>
        <translation>已排除的标签：{names}。</translation>
    </message>
    <message>
        <source>{count:# text has no label: it is|# texts have no label: they are} read as text, and not learnt from as labels.</source>
        <translation>有 {count} 篇文本没有标签：只作为文本读取，不用于学习标签。</translation>
    </message>
    <message>
        <source>{count:# sentence has no predicate: it is|# sentences have no predicate: they are} read as text alone.</source>
        <translation>有 {count} 个句子没有谓词：只作为文本读取。</translation>
    </message>
    <message>
        <source>{texts:# conversation|# conversations} of {count:# turn|# turns}, {each} each: {roles}.</source>
        <translation>{texts} 段对话，共 {count} 轮，每段 {each} 轮：{roles}。</translation>
    </message>
    <message>
        <source>{count:# conversation repeats|# conversations repeat} an earlier one word for word; all of a kind are in one part.</source>
        <translation>有 {count} 段对话与前面的逐字相同；相同的都在同一部分。</translation>
    </message>
    <message>
        <source>Nobody in them is called “{role}”, whose turns are what answers are learnt from. Rename whoever is to be learnt.</source>
        <translation>其中没有名为“{role}”的角色，而回答正是从该角色的发言中学习的。请重命名要学习的角色。</translation>
    </message>
    <message>
        <source>Answers are the turns of “{role}”, so these are not learnt: {names}. Rename whoever is to be learnt.</source>
        <translation>回答是“{role}”所说的话，因此不学习这些人的话：{names}。请将要学习的人改名。</translation>
    </message>
    <message>
        <source>{count:# text stands|# texts stand} there more than once with different labels. The first: “{passage}” ({labels}).</source>
        <translation>有 {count} 篇文本多次出现且标签不同。第一篇：“{passage}”（{labels}）。</translation>
    </message>
    <message>
        <source>{found} of {checked} held-out passages {found:is|are} nearly in the training text, so a model looks better than it is. The nearest: “{passage}”</source>
        <translation>{checked} 个留出文段中有 {found} 个与训练文本几乎相同，所以模型会显得比实际好。最接近的一个：“{passage}”</translation>
    </message>
    <message>
        <source>{found} of {checked} held-out conversations {found:is|are} nearly among those to learn from, so a model looks better than it is. The nearest: “{passage}”</source>
        <translation>{checked} 段留出的对话中有 {found} 段与用来学习的对话几乎相同，所以模型会显得比实际好。最接近的一段：“{passage}”</translation>
    </message>
    <message>
        <source>Whole documents cannot be divided into tenths here: {train} % of the text is for training, {validation} % for validation and {test} % for the test. Split it by blocks to keep the shares.</source>
        <translation>这里无法按十分之一划分整篇文档：文本的 {train} % 用于训练，{validation} % 用于验证，{test} % 用于测试。要保持比例，请按段落块划分。</translation>
    </message>
    <message>
        <source>The text is too short to be divided, so there is nothing for this part: {part}.</source>
        <translation>文本太短，无法划分，所以这一部分没有内容：{part}。</translation>
    </message>
    <message>
        <source>There are too few texts that differ from each other to keep some apart, so there is nothing for this part: {part}.</source>
        <translation>彼此不同的文本太少，无法留出一些，所以这一部分没有内容：{part}。</translation>
    </message>
    <message>
        <source>records in which nobody says anything</source>
        <translation>没有人说话的记录</translation>
    </message>
    <message>
        <source>lines that the chat’s program wrote itself</source>
        <translation>聊天程序自己写的行</translation>
    </message>
    <message>
        <source>lines that are no JSON record</source>
        <translation>不是 JSON 记录的行</translation>
    </message>
    <message>
        <source>places where the markup is damaged, so that text may be missing</source>
        <translation>标记损坏之处，可能缺少文字</translation>
    </message>
    <message>
        <source>what lies deeper in the page than can be read</source>
        <translation>网页中嵌套过深、无法读取的内容</translation>
    </message>
    <message>
        <source>characters of menus and the like around the article</source>
        <translation>文章周围菜单等内容的字符</translation>
    </message>
    <message>
        <source>elements “{name}”, which are no text to read</source>
        <translation>“{name}”元素，不是可读的文字</translation>
    </message>
    <message>
        <source>values of “{name}”, which are no text to read</source>
        <translation>“{name}”属性的值，不是可读的文字</translation>
    </message>
    <message>
        <source>lines of remarks before the table</source>
        <translation>表格前的说明行</translation>
    </message>
    <message>
        <source>lines of remarks</source>
        <translation>注释行</translation>
    </message>
    <message>
        <source>lines that are no numbered word</source>
        <translation>没有编号和词的行</translation>
    </message>
    <message>
        <source>boxes of text that lie on a sheet</source>
        <translation>工作表上的文本框</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>headers and footers</source>
        <translation>页眉和页脚</translation>
    </message>
    <message>
        <source>inserted documents that cannot be read in a document</source>
        <translation>文档中嵌入的、无法读取的文档</translation>
    </message>
    <message>
        <source>chapters that are damaged</source>
        <translation>损坏的章节</translation>
    </message>
    <message>
        <source>pages of the book that its reading order leaves out</source>
        <translation>书的阅读顺序中没有的页面</translation>
    </message>
    <message>
        <source>chapters that are named and not there</source>
        <translation>列出但不存在的章节</translation>
    </message>
    <message>
        <source>pages that show something but have no text, as scanned ones do</source>
        <translation>有内容但没有文字的页，例如扫描页</translation>
    </message>
    <message>
        <source>pages that cannot be read</source>
        <translation>无法读取的页</translation>
    </message>
    <message>
        <source>attachments, pictures and styles of letters and saved pages</source>
        <translation>邮件与保存网页中的附件、图片和样式</translation>
    </message>
    <message>
        <source>records with nothing in the column of the text</source>
        <translation>文本列中没有内容的记录</translation>
    </message>
    <message>
        <source>texts that repeat an earlier one</source>
        <translation>与前面重复的文本</translation>
    </message>
    <message>
        <source>texts of which cleaning left nothing (most was removed by “{step}”)</source>
        <translation>清洗后没有剩下任何内容的文本（删除最多的是“{step}”）</translation>
    </message>
    <message>
        <source>sentences whose tags do not fit their words</source>
        <translation>标注与词不对应的句子</translation>
    </message>
    <message>
        <source>records of other lists than the longest</source>
        <translation>最长列表之外其他列表的记录</translation>
    </message>
    <message>
        <source>characters beside the list of records</source>
        <translation>记录列表之外的字符</translation>
    </message>
    <message>
        <source>characters in sheets without a column of text</source>
        <translation>没有文本列的工作表里的字符</translation>
    </message>
    <message>
        <source>characters in other columns than that of the text, and in the names of columns</source>
        <translation>文本列之外的其他列里以及列名里的字符</translation>
    </message>
    <message>
        <source>pictures and other cells that are no text</source>
        <translation>图片和其他没有文字的单元格</translation>
    </message>
    <message>
        <source>settings at the head of the file</source>
        <translation>文件开头的设置</translation>
    </message>
    <message>
        <source>instructions for a site generator</source>
        <translation>给网站生成器的指令</translation>
    </message>
    <message>
        <source>lines that stay on from the caption before</source>
        <translation>与前一条字幕重复的行</translation>
    </message>
    <message>
        <source>notes and styles of subtitles</source>
        <translation>字幕的注释和样式</translation>
    </message>
    <message>
        <source>lines about the song</source>
        <translation>关于歌曲信息的行</translation>
    </message>
    <message>
        <source>outputs of cells that are no text, or warnings and errors</source>
        <translation>没有文字的单元格输出，或警告和错误</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>marks that say how characters are spoken</source>
        <translation>注明字的读音的标记</translation>
    </message>
    <message>
        <source>signs of fonts that hold pictures in place of letters</source>
        <translation>以图案代替字母的字体中的符号</translation>
    </message>
    <message>
        <source>lines before the first caption</source>
        <translation>第一条字幕之前的行</translation>
    </message>
    <message>
        <source>letters that are no text</source>
        <translation>不含文字的信件</translation>
    </message>
    <message>
        <source>passages that are marked as deleted</source>
        <translation>标记为已删除的文字</translation>
    </message>
    <message>
        <source>hidden files of “{archive}”, such as those that systems put there</source>
        <translation>“{archive}”中的隐藏文件，例如系统放入的文件</translation>
    </message>
    <message>
        <source>links in “{archive}”, which have no text of their own</source>
        <translation>“{archive}”中的链接，它们没有自己的文字</translation>
    </message>
    <message>
        <source>passages that are marked as hidden</source>
        <translation>标记为隐藏的文字</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>record {number}</source>
        <translation>第 {number} 条记录</translation>
    </message>
    <message>
        <source>letter {number}</source>
        <translation>第 {number} 封信</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
</context>
<context>
    <name>installation</name>
    <message>
        <source>Models cannot be computed on this computer: {reason}</source>
        <translation>无法在这台电脑上计算模型：{reason}</translation>
    </message>
    <message>
        <source>A project cannot be kept in its database: {reason}</source>
        <translation>项目无法存入数据库：{reason}</translation>
    </message>
    <message>
        <source>A process of its own cannot be started: {reason}</source>
        <translation>无法启动单独的进程：{reason}</translation>
    </message>
    <message>
        <source>A PDF, Word or Rich Text document cannot be read: {reason}</source>
        <translation>无法读取 PDF、Word 或 RTF 文档：{reason}</translation>
    </message>
    <message>
        <source>The keyring’s library does not work: {reason}</source>
        <translation>密钥环的程序库无法工作：{reason}</translation>
    </message>
    <message>
        <source>Files of the models that come with the program are not as they should be: {reason}</source>
        <translation>随程序附带的模型文件不完好：{reason}</translation>
    </message>
    <message>
        <source>The libraries are not all there: {reason}</source>
        <translation>程序库不齐全：{reason}</translation>
    </message>
    <message>
        <source>A model that comes with the program does not work: {reason}</source>
        <translation>随程序附带的一个模型无法工作：{reason}</translation>
    </message>
    <message>
        <source>The next word that is predicted is not the one that should be: {reason}</source>
        <translation>预测的下一个词与应有的不符：{reason}</translation>
    </message>
    <message>
        <source>A step of learning does not do what it should: {reason}</source>
        <translation>一步学习的结果与应有的不符：{reason}</translation>
    </message>
    <message>
        <source>Qt’s part that opens windows is not there: {reason}</source>
        <translation>缺少 Qt 用来打开窗口的部分：{reason}</translation>
    </message>
    <message>
        <source>Icons cannot be drawn: {reason}</source>
        <translation>无法绘制图标：{reason}</translation>
    </message>
    <message>
        <source>Letters cannot be drawn: {reason}</source>
        <translation>无法绘制文字：{reason}</translation>
    </message>
    <message>
        <source>A translation cannot be read: {reason}</source>
        <translation>无法读取一个翻译文件：{reason}</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Abkhazian</source>
        <translation>阿布哈西亚语</translation>
    </message>
    <message>
        <source>Afar</source>
        <translation>阿法尔语</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷兰语</translation>
    </message>
    <message>
        <source>Akan</source>
        <translation>阿肯语</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Aragonese</source>
        <translation>阿拉贡语</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚语</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>阿萨姆语</translation>
    </message>
    <message>
        <source>Avaric</source>
        <translation>阿瓦尔语</translation>
    </message>
    <message>
        <source>Avestan</source>
        <translation>阿维斯塔语</translation>
    </message>
    <message>
        <source>Aymara</source>
        <translation>艾马拉语</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>阿塞拜疆语</translation>
    </message>
    <message>
        <source>Bambara</source>
        <translation>班巴拉语</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>巴什基尔语</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克语</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄罗斯语</translation>
    </message>
    <message>
        <source>Bislama</source>
        <translation>比斯拉马语</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>波斯尼亚语</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>布列塔尼语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Cebuano</source>
        <translation>宿务语</translation>
    </message>
    <message>
        <source>Chamorro</source>
        <translation>查莫罗语</translation>
    </message>
    <message>
        <source>Chechen</source>
        <translation>车臣语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Church Slavic</source>
        <translation>教会斯拉夫语</translation>
    </message>
    <message>
        <source>Chuvash</source>
        <translation>楚瓦什语</translation>
    </message>
    <message>
        <source>Cornish</source>
        <translation>康沃尔语</translation>
    </message>
    <message>
        <source>Corsican</source>
        <translation>科西嘉语</translation>
    </message>
    <message>
        <source>Cree</source>
        <translation>克里语</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Divehi</source>
        <translation>迪维希语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Dzongkha</source>
        <translation>宗卡语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>世界语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Ewe</source>
        <translation>埃维语</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>法罗语</translation>
    </message>
    <message>
        <source>Fijian</source>
        <translation>斐济语</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>菲律宾语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Fula</source>
        <translation>富拉语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Ganda</source>
        <translation>卢干达语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Guarani</source>
        <translation>瓜拉尼语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>海地克里奥尔语</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>豪萨语</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>夏威夷语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Herero</source>
        <translation>赫雷罗语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hiri Motu</source>
        <translation>希里莫图语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰岛语</translation>
    </message>
    <message>
        <source>Ido</source>
        <translation>伊多语</translation>
    </message>
    <message>
        <source>Igbo</source>
        <translation>伊博语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Interlingua</source>
        <translation>国际语</translation>
    </message>
    <message>
        <source>Interlingue</source>
        <translation>西方国际语</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>因纽特语</translation>
    </message>
    <message>
        <source>Inupiaq</source>
        <translation>伊努皮克语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>爪哇语</translation>
    </message>
    <message>
        <source>Kalaallisut</source>
        <translation>格陵兰语</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>卡纳达语</translation>
    </message>
    <message>
        <source>Kanuri</source>
        <translation>卡努里语</translation>
    </message>
    <message>
        <source>Kashmiri</source>
        <translation>克什米尔语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Kikuyu</source>
        <translation>吉库尤语</translation>
    </message>
    <message>
        <source>Kinyarwanda</source>
        <translation>卢旺达语</translation>
    </message>
    <message>
        <source>Komi</source>
        <translation>科米语</translation>
    </message>
    <message>
        <source>Kongo</source>
        <translation>刚果语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Kuanyama</source>
        <translation>宽亚玛语</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>库尔德语</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>吉尔吉斯语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Limburgish</source>
        <translation>林堡语</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>林加拉语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Luba-Katanga</source>
        <translation>鲁巴加丹加语</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>卢森堡语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>马拉加斯语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆语</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>马耳他语</translation>
    </message>
    <message>
        <source>Manx</source>
        <translation>马恩语</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>马拉地语</translation>
    </message>
    <message>
        <source>Marshallese</source>
        <translation>马绍尔语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Māori</source>
        <translation>毛利语</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>瑙鲁语</translation>
    </message>
    <message>
        <source>Navajo</source>
        <translation>纳瓦霍语</translation>
    </message>
    <message>
        <source>Ndonga</source>
        <translation>恩东加语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>North Ndebele</source>
        <translation>北恩德贝勒语</translation>
    </message>
    <message>
        <source>Northern Sami</source>
        <translation>北方萨米语</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>书面挪威语</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>挪威尼诺斯克语</translation>
    </message>
    <message>
        <source>Nyanja</source>
        <translation>齐切瓦语</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>奥克语</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>奥里亚语</translation>
    </message>
    <message>
        <source>Ojibwa</source>
        <translation>奥吉布瓦语</translation>
    </message>
    <message>
        <source>Oromo</source>
        <translation>奥罗莫语</translation>
    </message>
    <message>
        <source>Ossetic</source>
        <translation>奥塞梯语</translation>
    </message>
    <message>
        <source>Pali</source>
        <translation>巴利语</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什图语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普语</translation>
    </message>
    <message>
        <source>Quechua</source>
        <translation>克丘亚语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Romansh</source>
        <translation>罗曼什语</translation>
    </message>
    <message>
        <source>Rundi</source>
        <translation>隆迪语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Samoan</source>
        <translation>萨摩亚语</translation>
    </message>
    <message>
        <source>Sango</source>
        <translation>桑戈语</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵语</translation>
    </message>
    <message>
        <source>Sardinian</source>
        <translation>萨丁语</translation>
    </message>
    <message>
        <source>Scottish Gaelic</source>
        <translation>苏格兰盖尔语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>绍纳语</translation>
    </message>
    <message>
        <source>Sichuan Yi</source>
        <translation>凉山彝语</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>信德语</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>索马里语</translation>
    </message>
    <message>
        <source>South Ndebele</source>
        <translation>南恩德贝勒语</translation>
    </message>
    <message>
        <source>Southern Sotho</source>
        <translation>南索托语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>巽他语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Swati</source>
        <translation>斯瓦蒂语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Tahitian</source>
        <translation>塔希提语</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>塔吉克语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>鞑靼语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏语</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>提格利尼亚语</translation>
    </message>
    <message>
        <source>Tongan</source>
        <translation>汤加语</translation>
    </message>
    <message>
        <source>Tsonga</source>
        <translation>聪加语</translation>
    </message>
    <message>
        <source>Tswana</source>
        <translation>茨瓦纳语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>土库曼语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>维吾尔语</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>乌兹别克语</translation>
    </message>
    <message>
        <source>Venda</source>
        <translation>文达语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Volapük</source>
        <translation>沃拉普克语</translation>
    </message>
    <message>
        <source>Walloon</source>
        <translation>瓦隆语</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威尔士语</translation>
    </message>
    <message>
        <source>Western Frisian</source>
        <translation>西弗里西亚语</translation>
    </message>
    <message>
        <source>Wolof</source>
        <translation>沃洛夫语</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>科萨语</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第绪语</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>约鲁巴语</translation>
    </message>
    <message>
        <source>Zhuang</source>
        <translation>壮语</translation>
    </message>
    <message>
        <source>Zulu</source>
        <translation>祖鲁语</translation>
    </message>
</context>
<context>
    <name>measuring</name>
    <message>
        <source>{first}; {rest}</source>
        <translation>{first}；{rest}</translation>
    </message>
    <message>
        <source>{split} split of “{corpus}” (text {hash})</source>
        <translation>“{corpus}”的{split}部分（文本 {hash}）</translation>
    </message>
    <message>
        <source>{split} split of “{corpus}” (labels {hash}), {examples} examples</source>
        <translation>“{corpus}”的{split}部分（标签 {hash}），{examples} 个示例</translation>
    </message>
    <message>
        <source>of each text the first {most} tokens are read</source>
        <translation>每篇文本读取前 {most} 个词元</translation>
    </message>
    <message>
        <source>sentences are read {most} tokens at a time; spans count as conlleval counts them</source>
        <translation>句子每次读取 {most} 个词元；片段按 conlleval 的方式计数</translation>
    </message>
    <message>
        <source>at most its {most} most frequent words, as there are so many classes</source>
        <translation>因为类别很多，最多使用其中最常见的 {most} 个词</translation>
    </message>
    <message>
        <source>by how often each class had each word (naive Bayes), as there are so many classes</source>
        <translation>由于类别很多，按每个类别出现各个词的次数来判断（朴素贝叶斯）</translation>
    </message>
    <message>
        <source>learnt from the same {count} examples as the run</source>
        <translation>与该运行从同样的 {count} 个示例学习</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from up to {context} tokens before it</source>
        <translation>窗口为 {context} 个词元，相邻窗口相距 {stride}（步幅）；每个词元预测一次，依据它前面最多 {context} 个词元</translation>
    </message>
    <message>
        <source>windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from {least} to {context} tokens before it</source>
        <translation>窗口为 {context} 个词元，相邻窗口相距 {stride}（步幅）；每个词元预测一次，依据它前面 {least} 至 {context} 个词元</translation>
    </message>
    <message>
        <source>tokenizer of {vocabulary} tokens ({hash})</source>
        <translation>{vocabulary} 个词元的分词器（{hash}）</translation>
    </message>
    <message>
        <source>whole next words at {count} places spread over it</source>
        <translation>在分布于全文的 {count} 处预测完整的下一个词</translation>
    </message>
    <message>
        <source>bits per byte and word perplexity count 8 bits for each byte of a word outside the vocabulary</source>
        <translation>每字节比特数和每词困惑度中，词表之外的词每个字节按 8 比特计</translation>
    </message>
    <message>
        <source>{units} documents drawn</source>
        <translation>抽取 {units} 篇文档</translation>
    </message>
    <message>
        <source>blocks of {block} documents drawn from {units}</source>
        <translation>从 {units} 篇文档中按每块 {block} 篇抽取</translation>
    </message>
    <message>
        <source>{units} passages drawn</source>
        <translation>抽取 {units} 个文段</translation>
    </message>
    <message>
        <source>blocks of {block} passages drawn from {units}</source>
        <translation>从 {units} 个文段中按每块 {block} 个抽取</translation>
    </message>
    <message>
        <source>the model that it began from was changed</source>
        <translation>起始模型有改动</translation>
    </message>
    <message>
        <source>the files of the text were changed</source>
        <translation>文本的文件有改动</translation>
    </message>
    <message>
        <source>how many steps a budget in minutes is depends on how fast the computer was just then</source>
        <translation>以分钟为预算时能走多少步，取决于电脑当时的速度</translation>
    </message>
    <message>
        <source>an older version of this program made it, which did not note its versions and computer</source>
        <translation>由本程序的旧版本制作，当时没有记录版本和电脑</translation>
    </message>
    <message>
        <source>the text was changed</source>
        <translation>文本有改动</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>没有打开</translation>
    </message>
    <message>
        <source>open, {schema}</source>
        <translation>已打开，{schema}</translation>
    </message>
    <message>
        <source>open to be looked at, {schema}</source>
        <translation>打开查看，{schema}</translation>
    </message>
    <message>
        <source>schema {schema}</source>
        <translation>结构版本 {schema}</translation>
    </message>
    <message>
        <source>schema unknown ({error})</source>
        <translation>结构版本未知（{error}）</translation>
    </message>
    <message>
        <source>cannot be opened ({error})</source>
        <translation>无法打开（{error}）</translation>
    </message>
    <message>
        <source>{total}, {free} of it free, {taken} taken by the program</source>
        <translation>共 {total}，可用 {free}，本程序占用 {taken}</translation>
    </message>
    <message>
        <source>not known, the engine is not loaded</source>
        <translation>未知，引擎没有加载</translation>
    </message>
    <message>
        <source>not known, TensorFlow cannot be loaded ({kind})</source>
        <translation>未知，无法加载 TensorFlow（{kind}）</translation>
    </message>
    <message>
        <source>validation text</source>
        <translation>验证文本</translation>
    </message>
    <message>
        <source>test text</source>
        <translation>测试文本</translation>
    </message>
    <message>
        <source>training text</source>
        <translation>训练文本</translation>
    </message>
    <message>
        <source>It predicts the {part} of “{corpus}” better than {base}, from which it began: by {value} bits per byte, {bounds}.</source>
        <translation>它对“{corpus}”的{part}的预测比它的起点 {base} 更好：每字节少 {value} 比特，{bounds}。</translation>
    </message>
    <message>
        <source>It predicts the {part} of “{corpus}” worse than {base}, from which it began: by {value} bits per byte, {bounds}.</source>
        <translation>它对“{corpus}”的{part}的预测比它的起点 {base} 更差：每字节多 {value} 比特，{bounds}。</translation>
    </message>
    <message>
        <source>Whether it predicts better than {base}, from which it began, the {part} of “{corpus}” cannot tell: the difference in bits per byte is {bounds}.</source>
        <translation>它的预测是否比它的起点 {base} 更好，“{corpus}”的{part}看不出来：每字节比特数之差{bounds}。</translation>
    </message>
    <message>
        <source>It tells what is answered in the {part} of “{corpus}” better than {base}, from which it began: by {value} nats per token of the answers, {bounds}.</source>
        <translation>它对“{corpus}”的{part}中回答的预测比它的起点 {base} 更好：回答的每个词元少 {value} 奈特，{bounds}。</translation>
    </message>
    <message>
        <source>It tells what is answered in the {part} of “{corpus}” worse than {base}, from which it began: by {value} nats per token of the answers, {bounds}.</source>
        <translation>它对“{corpus}”的{part}中回答的预测比它的起点 {base} 更差：回答的每个词元多 {value} 奈特，{bounds}。</translation>
    </message>
    <message>
        <source>Whether it tells what is answered better than {base}, from which it began, the {part} of “{corpus}” cannot tell: the difference in nats per token of the answers is {bounds}.</source>
        <translation>它对回答的预测是否比它的起点 {base} 更好，“{corpus}”的{part}看不出来：回答的每词元奈特数之差{bounds}。</translation>
    </message>
    <message>
        <source>between {low} and {high} with a confidence of 95 %</source>
        <translation>以 95 % 的置信水平在 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>{share} of {examples:# text|# texts} told right</source>
        <translation>{examples} 个文本中有 {share} 判断正确</translation>
    </message>
    <message>
        <source>F1 of spans {share} in {examples:# sentence|# sentences}</source>
        <translation>{examples} 个句子中片段的 F1 为 {share}</translation>
    </message>
    <message>
        <source>words alone</source>
        <translation>只看词语</translation>
    </message>
    <message>
        <source>itself before it learnt</source>
        <translation>学习之前的它</translation>
    </message>
    <message>
        <source>always the most frequent label</source>
        <translation>总说最常见的标签</translation>
    </message>
    <message>
        <source>On the {part} of “{corpus}” it is better than {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %.</source>
        <translation>在“{corpus}”的{part}上，它比“{other}”（{share}）更好：{found}，以 95 % 的置信水平相差 {low} 到 {high} 个百分点。</translation>
    </message>
    <message>
        <source>On the {part} of “{corpus}” it is worse than {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %.</source>
        <translation>在“{corpus}”的{part}上，它比“{other}”（{share}）更差：{found}，以 95 % 的置信水平相差 {low} 到 {high} 个百分点。</translation>
    </message>
    <message>
        <source>The {part} of “{corpus}” cannot tell it from {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %.</source>
        <translation>“{corpus}”的{part}分不出它与“{other}”（{share}）的高下：{found}，以 95 % 的置信水平相差 {low} 到 {high} 个百分点。</translation>
    </message>
    <message>
        <source>On the {part} of “{corpus}”: {found}; {other} comes to {share}. That is too little to say how sure the difference is.</source>
        <translation>在“{corpus}”的{part}上：{found}；“{other}”为 {share}。文本太少，说不出这个差别有多可靠。</translation>
    </message>
    <message>
        <source>On the {part} of “{corpus}”: {found}, between {low} and {high} with a confidence of 95 %.</source>
        <translation>在“{corpus}”的{part}上：{found}，以 95 % 的置信水平在 {low} 与 {high} 之间。</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>A process of its own</source>
        <translation>单独的进程</translation>
    </message>
    <message>
        <source>A cluster on this computer</source>
        <translation>本机上的集群</translation>
    </message>
    <message>
        <source>The cluster at {address}</source>
        <translation>位于 {address} 的集群</translation>
    </message>
    <message>
        <source>Workers started by hand</source>
        <translation>手动启动的工作进程</translation>
    </message>
    <message>
        <source>A cluster elsewhere</source>
        <translation>别处的一个集群</translation>
    </message>
    <message>
        <source>{place}, {workers} workers</source>
        <translation>{place}，{workers} 个工作进程</translation>
    </message>
    <message>
        <source>signal {signal}, as the system sends where memory runs out</source>
        <translation>信号 {signal}，内存耗尽时系统会发出这种信号</translation>
    </message>
    <message>
        <source>exit status {status}</source>
        <translation>退出状态 {status}</translation>
    </message>
    <message>
        <source>It goes on with another processor ({after}, before {before}), so its further numbers may differ in their last digits.</source>
        <translation>训练在另一种处理器上继续（现为 {after}，之前为 {before}），因此后面的数字在末几位上可能不同。</translation>
    </message>
    <message>
        <source>Where the run learnt, it ended ({reason}). It goes on from the checkpoint of step {step}.</source>
        <translation>训练在所在地点中断了（{reason}）。将从第 {step} 步的检查点继续。</translation>
    </message>
    <message>
        <source>Where the run learnt, it ended ({reason}). It begins anew.</source>
        <translation>训练在所在地点中断了（{reason}）。将重新开始。</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>waiting for another program to let go of the project file</source>
        <translation>正在等待另一个程序释放项目文件</translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{done} / {total}, {speed}/s</source>
        <translation>{done} / {total}，{speed}/秒</translation>
    </message>
    <message>
        <source>{number}/{all} · {title}</source>
        <translation>{number}/{all} · {title}</translation>
    </message>
    <message>
        <source>pretrained · {share}%</source>
        <translation>预训练 · {share}%</translation>
    </message>
    <message>
        <source>from scratch · {share}%</source>
        <translation>从零训练 · {share}%</translation>
    </message>
    <message>
        <source>pretrained · {labels} labels</source>
        <translation>预训练 · {labels} 个标签</translation>
    </message>
    <message>
        <source>from scratch · {labels} labels</source>
        <translation>从零训练 · {labels} 个标签</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>what words alone tell</source>
        <translation>仅凭词能判断的程度</translation>
    </message>
    <message>
        <source>{setting} varied</source>
        <translation>变化 {setting}</translation>
    </message>
    <message>
        <source>{first} and {second} varied</source>
        <translation>变化 {first} 和 {second}</translation>
    </message>
    <message>
        <source>{run} again</source>
        <translation>{run} 重做</translation>
    </message>
    <message>
        <source>dividend {number}</source>
        <translation>红利 {number}</translation>
    </message>
    <message>
        <source>{number}/{all} · “{corpus}” alone</source>
        <translation>{number}/{all} · 单独学习“{corpus}”</translation>
    </message>
    <message>
        <source>{corpus}, written by {teacher}</source>
        <translation>{corpus}，{teacher} 所写</translation>
    </message>
    <message>
        <source>Counting the text</source>
        <translation>正在统计文本</translation>
    </message>
    <message>
        <source>Writing the text</source>
        <translation>正在写入文本</translation>
    </message>
    <message>
        <source>Looking for passages that are in two parts</source>
        <translation>正在查找同时出现在两个部分中的文段</translation>
    </message>
    <message>
        <source>Searching the text</source>
        <translation>正在查找文本</translation>
    </message>
    <message>
        <source>{teacher} writes</source>
        <translation>{teacher} 正在写</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>The same without a teacher</source>
        <translation>同上，没有教师</translation>
    </message>
    <message>
        <source>{run} without a teacher</source>
        <translation>{run} 没有教师</translation>
    </message>
    <message>
        <source>{model}, {layers:# layer|# layers}</source>
        <translation>{model}，{layers} 层</translation>
    </message>
    <message>
        <source>{run} · {corpus} alone</source>
        <translation>{run} · 单独学习 {corpus}</translation>
    </message>
    <message>
        <source>{group} · {title}</source>
        <translation>{group} · {title}</translation>
    </message>
</context>
<context>
    <name>quantities</name>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} 个百分点</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>up to {minutes} min</source>
        <translation>最多 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{low} to {high} min</source>
        <translation>{low} 至 {high} 分钟</translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <translation>约 {hours} 小时</translation>
    </message>
    <message>
        <source>up to {hours} h</source>
        <translation>最多 {hours} 小时</translation>
    </message>
    <message>
        <source>{low} to {high} h</source>
        <translation>{low} 至 {high} 小时</translation>
    </message>
    <message>
        <source>about {days} days</source>
        <translation>约 {days} 天</translation>
    </message>
    <message>
        <source>up to {days} days</source>
        <translation>最多 {days} 天</translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation>{low} 至 {high} 天</translation>
    </message>
    <message>
        <source>being measured</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} 词元/秒</translation>
    </message>
    <message>
        <source>{millions} million</source>
        <translation>{millions} 百万</translation>
    </message>
    <message>
        <source>{billions} billion</source>
        <translation>{billions} 十亿</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>about {number} GB</source>
        <translation>约 {number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number}&#xa0;GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>too little was read to say how sure that is</source>
        <translation>读取的内容太少，无法说明有多可靠</translation>
    </message>
    <message>
        <source>between {low} and {high} with a confidence of 95 % ({drawn})</source>
        <translation>在 95 % 的置信水平下介于 {low} 与 {high} 之间（{drawn}）</translation>
    </message>
    <message>
        <source>95 %: between {low} and {high}</source>
        <translation>95 %：介于 {low} 与 {high} 之间</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>it needs a value</source>
        <translation>它需要一个值</translation>
    </message>
    <message>
        <source>it is true or false</source>
        <translation>它应为 true 或 false</translation>
    </message>
    <message>
        <source>it is one of {known}</source>
        <translation>它应为 {known} 之一</translation>
    </message>
    <message>
        <source>it is the part and the number of a document, such as train:3</source>
        <translation>它是部分与文档编号，例如 train:3</translation>
    </message>
    <message>
        <source>it is a number</source>
        <translation>它应为数字</translation>
    </message>
    <message>
        <source>it is a whole number</source>
        <translation>它应为整数</translation>
    </message>
    <message>
        <source>it is {least} or more</source>
        <translation>它应不小于 {least}</translation>
    </message>
    <message>
        <source>it is between {low} and {high}</source>
        <translation>它应介于 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>it has {count:# decimal|# decimals} at most</source>
        <translation>它最多可有 {count} 位小数</translation>
    </message>
    <message>
        <source>it is a text</source>
        <translation>它应为文本</translation>
    </message>
    <message>
        <source>it is a list</source>
        <translation>它应为列表</translation>
    </message>
    <message>
        <source>it is an object</source>
        <translation>它应为对象</translation>
    </message>
    <message>
        <source>set exactly one of {known}</source>
        <translation>请设置 {known} 中的一项，且只设一项</translation>
    </message>
    <message>
        <source>that</source>
        <translation>该项</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>已放置</translation>
    </message>
    <message>
        <source>it is written KEY=VALUE</source>
        <translation>它应写作“键=值”</translation>
    </message>
    <message>
        <source>name a file, a folder or an address</source>
        <translation>请指定文件、文件夹或地址</translation>
    </message>
    <message>
        <source>give its values</source>
        <translation>请给出它的值</translation>
    </message>
    <message>
        <source>list its values</source>
        <translation>请列出它的值</translation>
    </message>
    <message>
        <source>it is written SETTING=VALUE,VALUE</source>
        <translation>它应写作“设置=值,值”</translation>
    </message>
    <message>
        <source>a range goes from a lower to a higher number, in at least two values</source>
        <translation>范围应从较小的数到较大的数，至少两个值</translation>
    </message>
    <message>
        <source>on a logarithmic scale a range begins above zero</source>
        <translation>对数刻度的范围应从大于零开始</translation>
    </message>
    <message>
        <source>a range is written LOW..HIGH:SCALE:COUNT, such as 1e-5..1e-2:log:4</source>
        <translation>范围应写作“低..高:刻度:个数”，例如 1e-5..1e-2:log:4</translation>
    </message>
    <message>
        <source>the steps are {known}</source>
        <translation>步骤有 {known}</translation>
    </message>
    <message>
        <source>it is on or off</source>
        <translation>它应为 on 或 off</translation>
    </message>
    <message>
        <source>it takes codes such as “en” or “de zh”</source>
        <translation>它的值应为语言代码，例如“en”或“de zh”</translation>
    </message>
    <message>
        <source>“{language}” is none of the languages that can be recognised: {known}</source>
        <translation>“{language}”不是可以识别的语言：{known}</translation>
    </message>
    <message>
        <source>it takes “soft” or “all”</source>
        <translation>它的值应为“soft”或“all”</translation>
    </message>
    <message>
        <source>it takes a number from {least} to {most}</source>
        <translation>它的值应为 {least} 到 {most} 的数字</translation>
    </message>
    <message>
        <source>no version in it</source>
        <translation>其中没有版本</translation>
    </message>
    <message>
        <source>{library} cannot be loaded ({reason})</source>
        <translation>无法加载 {library}（{reason}）</translation>
    </message>
    <message>
        <source>missing or changed: {files}</source>
        <translation>缺少或被改动：{files}</translation>
    </message>
    <message>
        <source>{name}: {answer} in place of {wanted}</source>
        <translation>{name}：得到 {answer}，应为 {wanted}</translation>
    </message>
    <message>
        <source>the text of a {kind} comes out otherwise</source>
        <translation>{kind} 的文本读出来不一样</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>缺少：{names}</translation>
    </message>
    <message>
        <source>nothing is drawn of {name}</source>
        <translation>{name} 没有绘制出来</translation>
    </message>
    <message>
        <source>Qt cannot read {name}</source>
        <translation>Qt 无法读取 {name}</translation>
    </message>
    <message>
        <source>no font is installed</source>
        <translation>没有安装字体</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>not Rich Text</source>
        <translation>不是 RTF</translation>
    </message>
    <message>
        <source>not a notebook</source>
        <translation>不是笔记本</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>not JSON lines</source>
        <translation>不是 JSON 行</translation>
    </message>
    <message>
        <source>not a spreadsheet</source>
        <translation>不是电子表格</translation>
    </message>
    <message>
        <source>not Parquet</source>
        <translation>不是 Parquet</translation>
    </message>
    <message>
        <source>not a Mobipocket book</source>
        <translation>不是 Mobipocket 电子书</translation>
    </message>
    <message>
        <source>not a sound PDF</source>
        <translation>不是完好的 PDF</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>无法解包</translation>
    </message>
    <message>
        <source>not XML</source>
        <translation>不是 XML</translation>
    </message>
    <message>
        <source>{name} in it cannot be unpacked</source>
        <translation>其中的 {name} 无法解包</translation>
    </message>
    <message>
        <source>{name} is not XML</source>
        <translation>{name} 不是 XML</translation>
    </message>
    <message>
        <source>no {name} in it</source>
        <translation>其中没有 {name}</translation>
    </message>
    <message>
        <source>no list of chapters</source>
        <translation>没有章节列表</translation>
    </message>
    <message>
        <source>no page can be found in it</source>
        <translation>其中找不到任何页</translation>
    </message>
    <message>
        <source>something in it is not as it must be</source>
        <translation>其中有内容不符合规定</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>不是网址</translation>
    </message>
    <message>
        <source>the folder cannot be opened</source>
        <translation>文件夹无法打开</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>{file} has {size}, which is too much for what it is</source>
        <translation>{file} 大小为 {size}，对它的用途来说太大</translation>
    </message>
    <message>
        <source>{file} is nested too deep</source>
        <translation>{file} 嵌套过深</translation>
    </message>
    <message>
        <source>{file} has 0 bytes</source>
        <translation>{file} 为 0 字节</translation>
    </message>
    <message>
        <source>{file} is cut off near its beginning</source>
        <translation>{file} 在开头附近被截断</translation>
    </message>
    <message>
        <source>{file} is cut off: {present} of {whole} bytes are there</source>
        <translation>{file} 被截断：{whole} 字节中只有 {present} 字节</translation>
    </message>
    <message>
        <source>{file} is not a safetensors file, whatever its name says</source>
        <translation>{file} 不是 safetensors 文件，不管其名称如何</translation>
    </message>
    <message>
        <source>{file} is not a GGUF file, whatever its name says</source>
        <translation>不论名称如何，{file} 不是 GGUF 文件</translation>
    </message>
    <message>
        <source>{file} is of version {version} of GGUF, which is not known</source>
        <translation>{file} 是未知的 GGUF 版本 {version}</translation>
    </message>
    <message>
        <source>a text at the beginning of {file} is not UTF-8</source>
        <translation>{file} 开头有一段文字不是 UTF-8</translation>
    </message>
    <message>
        <source>a setting in {file} is of the kind {kind}, which is not known</source>
        <translation>{file} 中有一项设置的类型 {kind} 未知</translation>
    </message>
    <message>
        <source>{tensor} in {file} is of the kind {kind}, which is not known</source>
        <translation>{file} 中的 {tensor} 的类型 {kind} 未知</translation>
    </message>
    <message>
        <source>what {file} says of “{name}” cannot be</source>
        <translation>{file} 对“{name}”的说明不可能成立</translation>
    </message>
    <message>
        <source>weights in {file} lie on each other</source>
        <translation>{file} 中的权重相互重叠</translation>
    </message>
    <message>
        <source>it does not say “{key}”, or not as it must</source>
        <translation>没有写明“{key}”，或写法不对</translation>
    </message>
    <message>
        <source>{file} is not there, one of the {count} parts that it was divided into</source>
        <translation>缺少 {file}，它是所分成的 {count} 个部分之一</translation>
    </message>
    <message>
        <source>its weights are in the kind {kind}, which cannot be decoded</source>
        <translation>其权重的类型 {kind} 无法解码</translation>
    </message>
    <message>
        <source>the tokenizer knows {count:# word|# words} more than the network</source>
        <translation>分词器的词比网络多 {count} 个</translation>
    </message>
    <message>
        <source>in config.json, “{key}” speaks of {count:# block|# blocks}, and there are {blocks}</source>
        <translation>在 config.json 中，“{key}”涉及 {count} 个块，而实际有 {blocks} 个</translation>
    </message>
    <message>
        <source>weights in the kind {kind}, which nothing here decodes</source>
        <translation>类型为 {kind} 的权重，这里无法解码</translation>
    </message>
    <message>
        <source>a tokenizer of the kind “{kind}”</source>
        <translation>类型为“{kind}”的分词器</translation>
    </message>
    <message>
        <source>a tokenizer that tells words apart in the way “{name}”</source>
        <translation>以“{name}”方式区分词的分词器</translation>
    </message>
    <message>
        <source>its “{key}” is one that llama.cpp has no place for</source>
        <translation>llama.cpp 容纳不了它的“{key}”</translation>
    </message>
    <message>
        <source>{held:# tensor|# tensors} of weights, of which its network has a place for {read}</source>
        <translation>{held} 个权重张量，网络只能容纳其中 {read} 个</translation>
    </message>
    <message>
        <source>it leaves out what is said</source>
        <translation>它略去了所说的话</translation>
    </message>
    <message>
        <source>it decides by what is said in it how that is put down</source>
        <translation>它根据所说的内容决定怎样书写</translation>
    </message>
    <message>
        <source>was made by another method than LoRA ({method})</source>
        <translation>不是用 LoRA 而是用其他方法（{method}）制作的</translation>
    </message>
    <message>
        <source>was made for another task than the next word ({task})</source>
        <translation>不是为下一个词而是为其他任务（{task}）制作的</translation>
    </message>
    <message>
        <source>has lengths beside its matrices (DoRA)</source>
        <translation>除矩阵外还有长度（DoRA）</translation>
    </message>
    <message>
        <source>has the setting {key}: {value}</source>
        <translation>有设置 {key}：{value}</translation>
    </message>
    <message>
        <source>the tensor {tensor} is no pair&apos;s, no bias and no whole matrix</source>
        <translation>张量 {tensor} 既不属于矩阵对，也不是偏置或整个矩阵</translation>
    </message>
    <message>
        <source>it has a pair beside {module}, which its target_modules leave out</source>
        <translation>它在 {module} 旁有一对矩阵，而其 target_modules 没有列出</translation>
    </message>
    <message>
        <source>its base has no {module}</source>
        <translation>它的基础模型没有 {module}</translation>
    </message>
    <message>
        <source>it adds to {module}, which its base uses for its input and its output at once</source>
        <translation>它附加在 {module} 上，而基础模型的输入和输出共用该模块</translation>
    </message>
    <message>
        <source>it adds nothing: no pair of matrices is in it</source>
        <translation>它没有附加任何内容：其中没有一对矩阵</translation>
    </message>
    <message>
        <source>it has {own} tokens and its base {base}; tokens of its own are not read</source>
        <translation>它有 {own} 个词元，而其基础模型有 {base} 个；它自己的词元无法读取</translation>
    </message>
    <message>
        <source>its vocabulary and its merges do not belong together</source>
        <translation>它的词表与合并规则不配套</translation>
    </message>
    <message>
        <source>{file} says that it holds {count} of something, more than it has room for: it may not have been downloaded whole</source>
        <translation>{file} 称其中有 {count} 个某种内容，超出了它的大小：可能没有下载完整</translation>
    </message>
    <message>
        <source>{file} is one of several parts, which have to keep their names: NAME-00001-of-{count}.gguf</source>
        <translation>{file} 是几个部分之一，它们必须保留各自的名称：NAME-00001-of-{count}.gguf</translation>
    </message>
    <message>
        <source>the configuration describes {described} weights, and the files hold {held}</source>
        <translation>配置描述了 {described} 个权重，而文件中有 {held} 个</translation>
    </message>
    <message>
        <source>“{token}” cannot have the number {number}</source>
        <translation>“{token}”不能使用编号 {number}</translation>
    </message>
    <message>
        <source>files of weights that do not belong together: {files}</source>
        <translation>不配套的权重文件：{files}</translation>
    </message>
    <message>
        <source>{file} holds no object</source>
        <translation>{file} 中没有对象</translation>
    </message>
    <message>
        <source>{file} has no weight_map</source>
        <translation>{file} 没有 weight_map</translation>
    </message>
    <message>
        <source>the weights lack {tensor}</source>
        <translation>权重中缺少 {tensor}</translation>
    </message>
    <message>
        <source>{tensor} has the shape {shape}, which does not suit the network</source>
        <translation>{tensor} 的形状为 {shape}，与网络不符</translation>
    </message>
    <message>
        <source>{tensor} has numbers that are none, or infinite</source>
        <translation>{tensor} 中有非数值或无穷大</translation>
    </message>
    <message>
        <source>“{key}” cannot be {value} in config.json: {reason}</source>
        <translation>config.json 中“{key}”不能是 {value}：{reason}</translation>
    </message>
    <message>
        <source>config.json does not say “{key}”</source>
        <translation>config.json 没有说明“{key}”</translation>
    </message>
    <message>
        <source>in config.json, {heads} heads cannot share {key_heads} heads of keys evenly</source>
        <translation>在 config.json 中，{heads} 个头不能平均共用 {key_heads} 个键头</translation>
    </message>
    <message>
        <source>in config.json, {heads} heads cannot share a width of {width}</source>
        <translation>在 config.json 中，{heads} 个头不能平均分配宽度 {width}</translation>
    </message>
    <message>
        <source>in config.json, a head is {width} wide, which has to be even</source>
        <translation>在 config.json 中，一个头的宽度为 {width}，而它必须是偶数</translation>
    </message>
    <message>
        <source>{file}: {detail}</source>
        <translation>{file}：{detail}</translation>
    </message>
    <message>
        <source>it ended too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <source>it keeps nothing</source>
        <translation>它没有保留任何内容</translation>
    </message>
    <message>
        <source>an encoder of pictures</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>several experts, of which each word asks some</source>
        <translation>多个专家，每个词只询问其中一些</translation>
    </message>
    <message>
        <source>a head for labels, made elsewhere, in place of next words</source>
        <translation>在别处制作的标签头，代替了下一个词</translation>
    </message>
    <message>
        <source>positions that are scaled by “{kind}”</source>
        <translation>按“{kind}”缩放的位置</translation>
    </message>
    <message>
        <source>biases where others of its family have none</source>
        <translation>偏置，而同系列的其他模型没有</translation>
    </message>
    <message>
        <source>heads that are {width} wide together, not {hidden}</source>
        <translation>合计宽度为 {width} 而不是 {hidden} 的头</translation>
    </message>
    <message>
        <source>an output matrix that is its embedding&apos;s</source>
        <translation>与嵌入共用的输出矩阵</translation>
    </message>
    <message>
        <source>an output matrix of its own</source>
        <translation>独立的输出矩阵</translation>
    </message>
    <message>
        <source>an attention that looks ahead, so it cannot predict a next word</source>
        <translation>会看到后文的注意力，所以不能预测下一个词</translation>
    </message>
    <message>
        <source>an attention that is scaled in another way</source>
        <translation>以其他方式缩放的注意力</translation>
    </message>
    <message>
        <source>norms in other places than its family</source>
        <translation>位置与同系列不同的归一化层</translation>
    </message>
    <message>
        <source>the activation “{activation}”</source>
        <translation>激活函数“{activation}”</translation>
    </message>
    <message>
        <source>a tokenizer of which the file does not say how it tells words apart (files of before May 2024 do not)</source>
        <translation>一个分词器，而文件没有说明它怎样区分单词（2024 年 5 月以前的文件都没有）</translation>
    </message>
    <message>
        <source>“{key}” set to {value}</source>
        <translation>设为 {value} 的“{key}”</translation>
    </message>
    <message>
        <source>the weights “{tensor}”, for which its network has no place</source>
        <translation>网络中没有位置容纳的权重“{tensor}”</translation>
    </message>
    <message>
        <source>an output matrix of its own (“{tensor}”), although its config.json says that it is the embedding&apos;s</source>
        <translation>独立的输出矩阵（“{tensor}”），而其 config.json 说它与嵌入共用</translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context length</source>
        <translation>请选择较小的模型或较短的上下文长度</translation>
    </message>
    <message>
        <source>Set the batch size to {batch} and accumulate to {accumulate}, which is the same step</source>
        <translation>请将批大小设为 {batch}，梯度累积设为 {accumulate}，每一步的效果相同</translation>
    </message>
    <message>
        <source>{first} {rest}</source>
        <translation>{first}{rest}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}：{text}</translation>
    </message>
    <message>
        <source>A newer version of this program knows what this is ({code}).</source>
        <translation>本程序的较新版本知道这是什么（{code}）。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>en</source>
        <translation>zh-Hans</translation>
    </message>
    <message>
        <source>From the project “{project}” · {written}</source>
        <translation>来自项目“{project}” · {written}</translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is less surprised by text of the same kind that it has never seen:</source>
        <translation>读过“{corpus}”之后，模型对从未见过的同类文本不再那么意外：</translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is not less surprised by text of the same kind that it has never seen:</source>
        <translation>读过“{corpus}”之后，模型对从未见过的同类文本的意外程度没有降低：</translation>
    </message>
    <message>
        <source>perplexity &lt;b&gt;{before} → {after}&lt;/b&gt; a token.</source>
        <translation>每词元困惑度 &lt;b&gt;{before} → {after}&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>It has not been measured yet how well the model does on text that it has never seen.</source>
        <translation>尚未测量模型在从未见过的文本上的表现。</translation>
    </message>
    <message>
        <source>Perplexity says among how many equally likely next tokens the model wavers on average: the lower, the better it knows what comes next.</source>
        <translation>困惑度表示模型平均在多少个同样可能的下一词元之间犹豫：越低，它越清楚接下来是什么。</translation>
    </message>
    <message>
        <source>Perplexity says among how many equally likely next tokens a model wavers on average: the lower, the better it knows what comes next. Bits per byte say the same whatever the tokens are.</source>
        <translation>困惑度表示模型平均在多少个同样可能的下一词元之间犹豫：越低，它越清楚接下来是什么。每字节比特数表示同样的意思，与词元的切分方式无关。</translation>
    </message>
    <message>
        <source>In bits for each byte of the text, which can be compared with other models: &lt;b&gt;{before} → {after}&lt;/b&gt;.</source>
        <translation>以文本每字节的比特数表示，可与其他模型比较：&lt;b&gt;{before} → {after}&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>What came of it, and what now:</source>
        <translation>结果如何，下一步做什么：</translation>
    </message>
    <message>
        <source>How it was measured: {protocol}</source>
        <translation>测量方法：{protocol}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Where it learnt</source>
        <translation>训练地点</translation>
    </message>
    <message>
        <source>Learnt at once</source>
        <translation>同时学习</translation>
    </message>
    <message>
        <source>{task}, of “{corpus}”, weight {weight}</source>
        <translation>{task}，来自“{corpus}”，权重 {weight}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Perplexity a token, before</source>
        <translation>每词元困惑度，之前</translation>
    </message>
    <message>
        <source>Perplexity a token, after</source>
        <translation>每词元困惑度，之后</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Bits per byte, before</source>
        <translation>每字节比特数，之前</translation>
    </message>
    <message>
        <source>Bits per byte, after</source>
        <translation>每字节比特数，之后</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>How far each step moved the weights</source>
        <translation>每一步更新权重的幅度</translation>
    </message>
    <message>
        <source>Before fine-tuning</source>
        <translation>微调之前</translation>
    </message>
    <message>
        <source>After, with the weights that are kept</source>
        <translation>之后，使用保留的权重</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Divided into</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Typical words</source>
        <translation>特征词</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>如何重复</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Software with which this report was written</source>
        <translation>写这份报告的软件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Files, size</source>
        <translation>文件、大小</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>on the validation text; the large point is what is kept</source>
        <translation>在验证文本上；大点为保留的一步</translation>
    </message>
    <message>
        <source>on the training text, smoothed</source>
        <translation>在训练文本上，平滑后</translation>
    </message>
    <message>
        <source>on the validation text, its large point what is kept; the thin line on the training text, smoothed</source>
        <translation>在验证文本上，大点为保留的一步；细线为训练文本，平滑后</translation>
    </message>
    <message>
        <source>What it expects next</source>
        <translation>它期待的下一个词</translation>
    </message>
    <message>
        <source>What “{name}” expects next</source>
        <translation>“{name}”期待的下一个词</translation>
    </message>
    <message>
        <source>What it says of the pinned texts</source>
        <translation>它对固定文本的判断</translation>
    </message>
    <message>
        <source>What “{name}” says of the pinned texts</source>
        <translation>“{name}”对固定文本的判断</translation>
    </message>
    <message>
        <source>What it answers, and how it would begin</source>
        <translation>它的回答，以及可能的开头</translation>
    </message>
    <message>
        <source>What “{name}” answers, and how it would begin</source>
        <translation>“{name}”的回答，以及可能的开头</translation>
    </message>
    <message>
        <source>To “{prompt}”</source>
        <translation>对“{prompt}”</translation>
    </message>
    <message>
        <source>Of “{prompt}”</source>
        <translation>对“{prompt}”</translation>
    </message>
    <message>
        <source>How well it does what it learnt, on the validation text</source>
        <translation>在验证文本上，它学得如何</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After “{prompt}”</source>
        <translation>在“{prompt}”之后</translation>
    </message>
    <message>
        <source>The text “{name}”</source>
        <translation>文本“{name}”</translation>
    </message>
    <message>
        <source>{words}, {vocabulary} different ones</source>
        <translation>{words}，{vocabulary} 个不同的词</translation>
    </message>
    <message>
        <source>{paragraphs}, of which {repeated} repeat an earlier one</source>
        <translation>{paragraphs}，其中 {repeated} 个与前面重复</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation>{bytes} 字节</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>In bold: where the runs differ.</source>
        <translation>粗体：各次运行不同之处。</translation>
    </message>
    <message>
        <source>Training is exact: the same text, model, settings and seed give the same numbers on the same machine with the same versions.</source>
        <translation>训练是精确的：在同一台电脑上使用相同的版本，相同的文本、模型、设置和种子会得到相同的数值。</translation>
    </message>
    <message>
        <source>{moment}; {steps:# step|# steps} in {seconds} s</source>
        <translation>{moment}；{steps} 步，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>, {speed} tokens/s</source>
        <translation>，{speed} 词元/秒</translation>
    </message>
    <message>
        <source>{count} runs compared</source>
        <translation>比较 {count} 次运行</translation>
    </message>
    <message>
        <source>Nothing that it learnt did better, so the model that it began from is kept.</source>
        <translation>学到的都没有更好，所以保留起始模型。</translation>
    </message>
    <message>
        <source>The weights of step {step} are kept; they do worse than what it began from.</source>
        <translation>保留了第 {step} 步的权重；其表现不如起始模型。</translation>
    </message>
    <message>
        <source>The weights of step {step} of {steps} are kept, which did best.</source>
        <translation>保留了 {steps} 步中第 {step} 步的权重，其表现最好。</translation>
    </message>
    <message>
        <source>At its end, perplexity was {figure}.</source>
        <translation>结束时困惑度为 {figure}。</translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is less often wrong about what it learnt, on text that it has never seen:</source>
        <translation>读过“{corpus}”之后，模型在从未见过的文本上对所学内容的错误减少了：</translation>
    </message>
    <message>
        <source>After reading “{corpus}”, the model is not less often wrong about what it learnt, on text that it has never seen:</source>
        <translation>读过“{corpus}”之后，模型在从未见过的文本上对所学内容的错误没有减少：</translation>
    </message>
    <message>
        <source>loss &lt;b&gt;{before} → {after}&lt;/b&gt; nats.</source>
        <translation>损失 &lt;b&gt;{before} → {after}&lt;/b&gt; 奈特。</translation>
    </message>
    <message>
        <source>The loss says how wrong the model is on average, and how sure of it: the lower, the better.</source>
        <translation>损失表示模型平均错得多厉害，以及错时有多大把握：越低越好。</translation>
    </message>
    <message>
        <source>The loss says how wrong a model is on average, and how sure of it: the lower, the better.</source>
        <translation>损失表示模型平均错得多厉害，以及错时有多大把握：越低越好。</translation>
    </message>
    <message>
        <source>Loss in nats, before</source>
        <translation>损失（奈特），之前</translation>
    </message>
    <message>
        <source>Loss in nats, after</source>
        <translation>损失（奈特），之后</translation>
    </message>
    <message>
        <source>At its end, the loss was {figure} nats.</source>
        <translation>结束时损失为 {figure} 奈特。</translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation>损失，奈特</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>kept of {name}</source>
        <translation>{name} 保留的一步</translation>
    </message>
    <message>
        <source>loss, bits per byte</source>
        <translation>损失，每字节比特数</translation>
    </message>
    <message>
        <source>loss, nats per token</source>
        <translation>损失，每词元奈特</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>各步的损失</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Learning rate by step</source>
        <translation>各步的学习率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>How well “{name}” does</source>
        <translation>“{name}”的效果如何</translation>
    </message>
    <message>
        <source>{task}, of “{corpus}”: {on_part}</source>
        <translation>{task}，来自“{corpus}”：{on_part}</translation>
    </message>
    <message>
        <source>words alone</source>
        <translation>仅凭词</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>这次运行</translation>
    </message>
    <message>
        <source>told right</source>
        <translation>判对</translation>
    </message>
    <message>
        <source>macro F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>micro F1</source>
        <translation>微平均 F1</translation>
    </message>
    <message>
        <source>What others were worth to it</source>
        <translation>其他内容对它的价值</translation>
    </message>
    <message>
        <source>What others were worth to “{name}”</source>
        <translation>其他内容对“{name}”的价值</translation>
    </message>
    <message>
        <source>On the {part} text</source>
        <translation>在{part}文本上</translation>
    </message>
    <message>
        <source>Better than before: {value} bits per byte, {bounds}.</source>
        <translation>比之前好：每字节 {value} 比特，{bounds}。</translation>
    </message>
    <message>
        <source>Worse than before: {value} bits per byte, {bounds}.</source>
        <translation>比之前差：每字节 {value} 比特，{bounds}。</translation>
    </message>
    <message>
        <source>This text cannot tell a difference: {value} bits per byte, {bounds}.</source>
        <translation>这段文本看不出差异：每字节 {value} 比特，{bounds}。</translation>
    </message>
    <message>
        <source>Answers alone: perplexity a token</source>
        <translation>仅回答：每词元困惑度</translation>
    </message>
    <message>
        <source>Answers alone: next token right at once</source>
        <translation>仅回答：下一个词元一次猜对</translation>
    </message>
    <message>
        <source>Perplexity a token</source>
        <translation>每词元困惑度</translation>
    </message>
    <message>
        <source>Perplexity a word</source>
        <translation>每词困惑度</translation>
    </message>
    <message>
        <source>Bits per byte</source>
        <translation>每字节比特数</translation>
    </message>
    <message>
        <source>Next token right at once</source>
        <translation>下一个词元一次猜对</translation>
    </message>
    <message>
        <source>Next token among the five likeliest</source>
        <translation>下一个词元在最可能的五个之中</translation>
    </message>
    <message>
        <source>What it learnt</source>
        <translation>学到了什么</translation>
    </message>
    <message>
        <source>What “{name}” learnt</source>
        <translation>“{name}”学到了什么</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Probability, before</source>
        <translation>概率，之前</translation>
    </message>
    <message>
        <source>Probability, after</source>
        <translation>概率，之后</translation>
    </message>
    <message>
        <source>Words it now expects more</source>
        <translation>现在更期待的词</translation>
    </message>
    <message>
        <source>Words it now expects less</source>
        <translation>现在更不期待的词</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Control characters</source>
        <translation>控制字符</translation>
    </message>
    <message>
        <source>Bytes that steer terminals and printers, such as a bell or an escape, and byte order marks amid a text. No text means them: keep this on.</source>
        <translation>控制终端和打印机的字节，例如响铃或转义，以及文本中间的字节顺序标记。任何文本都不需要它们：请保持启用。</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>Soft hyphens, which say where a word may be divided; “all” takes zero-width spaces and marks of direction too. Choose “all” for texts from the web; keep “soft” where Arabic or Hebrew stands among other letters.</source>
        <translation>软连字符，表示词可以在哪里断开；“all”还会去掉零宽空格和方向标记。网络文本请选“all”；阿拉伯文或希伯来文与其他文字混排时请保留“soft”。</translation>
    </message>
    <message>
        <source>soft (hyphens alone) or all</source>
        <translation>soft（仅连字符）或 all</translation>
    </message>
    <message>
        <source>Unicode composition (NFC)</source>
        <translation>Unicode 组合 (NFC)</translation>
    </message>
    <message>
        <source>“é” written as two characters becomes one, so that a word is the same word everywhere.</source>
        <translation>写成两个字符的“é”变为一个，使同一个词在各处都相同。</translation>
    </message>
    <message>
        <source>Repeated headers and footers</source>
        <translation>重复的页眉和页脚</translation>
    </message>
    <message>
        <source>Lines at the top or bottom of pages that come again on other pages.</source>
        <translation>在其他页上再次出现的页首或页尾的行。</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Lines that are nothing but a number, at the edge of a page or alone between blank lines.</source>
        <translation>只有一个数字的行，位于页边或单独处在空行之间。</translation>
    </message>
    <message>
        <source>Remains of HTML</source>
        <translation>HTML 残留</translation>
    </message>
    <message>
        <source>Tags such as &lt;br&gt; and entities such as &amp;amp; that were left in a text.</source>
        <translation>文本中残留的 &lt;br&gt; 等标签和 &amp;amp; 等实体。</translation>
    </message>
    <message>
        <source>Words broken at line ends</source>
        <translation>行尾断开的词</translation>
    </message>
    <message>
        <source>“trans-” and “fer” on the next line become “transfer”.</source>
        <translation>行尾的“trans-”与下一行的“fer”合成“transfer”。</translation>
    </message>
    <message>
        <source>Lines cut at a fixed width</source>
        <translation>按固定宽度折断的行</translation>
    </message>
    <message>
        <source>Lines of a paragraph that were cut to fit a page become one line; verse is left alone.</source>
        <translation>为适应页面而折断的段落合成一行；诗歌不受影响。</translation>
    </message>
    <message>
        <source>Boilerplate lines</source>
        <translation>套话行</translation>
    </message>
    <message>
        <source>Copyright notices, “share this”, cookie notices, the licence of Project Gutenberg.</source>
        <translation>版权声明、“分享此文”、Cookie 提示、古腾堡计划的许可文字。</translation>
    </message>
    <message>
        <source>Web and mail addresses</source>
        <translation>网址和邮箱地址</translation>
    </message>
    <message>
        <source>Each becomes [link] or [mail], so that nobody&apos;s address is learnt.</source>
        <translation>分别变为 [link] 或 [mail]，使任何人的地址都不会被学到。</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Paragraphs that are recognised as another language than these.</source>
        <translation>识别为这些语言之外的段落。</translation>
    </message>
    <message>
        <source>languages to keep, such as: en de</source>
        <translation>要保留的语言，例如：en de</translation>
    </message>
    <message>
        <source>Short paragraphs</source>
        <translation>过短的段落</translation>
    </message>
    <message>
        <source>Paragraphs shorter than this.</source>
        <translation>短于此值的段落。</translation>
    </message>
    <message>
        <source>fewest characters</source>
        <translation>最少字符数</translation>
    </message>
    <message>
        <source>Repeated paragraphs</source>
        <translation>重复的段落</translation>
    </message>
    <message>
        <source>Paragraphs that repeat an earlier one, whatever their spaces and capitals; the first stays.</source>
        <translation>与前面重复的段落，不计空格和大小写；第一个保留。</translation>
    </message>
    <message>
        <source>only of so many characters or more</source>
        <translation>仅限达到这么多字符的</translation>
    </message>
    <message>
        <source>Nearly repeated paragraphs</source>
        <translation>几乎重复的段落</translation>
    </message>
    <message>
        <source>Paragraphs that share so much of their word groups with an earlier one (MinHash).</source>
        <translation>词组与前面某个段落有这么多相同的段落（MinHash）。</translation>
    </message>
    <message>
        <source>per cent in common</source>
        <translation>相同的百分比</translation>
    </message>
    <message>
        <source>Spaces inside lines</source>
        <translation>行内空格</translation>
    </message>
    <message>
        <source>Several spaces in a row become one; indentation is kept.</source>
        <translation>连续多个空格合为一个；缩进保留。</translation>
    </message>
    <message>
        <source>Spaces at line ends</source>
        <translation>行尾空格</translation>
    </message>
    <message>
        <source>Spaces that cannot be seen, at the ends of lines.</source>
        <translation>行尾看不见的空格。</translation>
    </message>
</context>
<context>
    <name>terminal</name>
    <message>
        <source>Interrupted; what was saved is kept.</source>
        <translation>已中断；保存过的内容仍在。</translation>
    </message>
    <message>
        <source>Stopping after this step; all that was learnt is kept. Press again to leave it unmeasured.</source>
        <translation>完成这一步后停止；学到的内容全部保留。再按一次则不作测量。</translation>
    </message>
    <message>
        <source>Leaving as soon as all that was learnt is kept. Press again to leave with the last checkpoint.</source>
        <translation>学到的内容保留后立即离开。再按一次则以最后的检查点离开。</translation>
    </message>
    <message>
        <source>note: {what}</source>
        <translation>提示：{what}</translation>
    </message>
    <message>
        <source>{said} To type: {typed}</source>
        <translation>{said}可输入：{typed}</translation>
    </message>
    <message>
        <source>{done} {what}</source>
        <translation>{done} {what}</translation>
    </message>
    <message>
        <source>{done} of {total} {what}</source>
        <translation>{done}，共 {total} {what}</translation>
    </message>
    <message>
        <source>{what}, {left} left</source>
        <translation>{what}，还剩 {left}</translation>
    </message>
    <message>
        <source>asking the Hub …</source>
        <translation>正在询问 Hub…</translation>
    </message>
    <message>
        <source>Token for {endpoint}: </source>
        <translation>{endpoint} 的令牌： </translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码： </translation>
    </message>
    <message>
        <source>{stage} …</source>
        <translation>{stage}…</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>waiting until it begins where it learns</source>
        <translation>等待在训练地点开始</translation>
    </message>
    <message>
        <source>encoding the text</source>
        <translation>正在编码文本</translation>
    </message>
    <message>
        <source>reading each example once</source>
        <translation>把每个样本读一遍</translation>
    </message>
    <message>
        <source>measuring the base model</source>
        <translation>正在测量起始模型</translation>
    </message>
    <message>
        <source>compiling the training step</source>
        <translation>正在编译训练步骤</translation>
    </message>
    <message>
        <source>trying in a process apart whether a step fits into the memory</source>
        <translation>正在另一个进程中尝试一步所需的内存是否够用</translation>
    </message>
    <message>
        <source>step {step}/{total}  {loss}  {speed} tokens/s</source>
        <translation>第 {step}/{total} 步  {loss}  {speed} 词元/秒</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>loss {loss} a token</source>
        <translation>每词元损失 {loss}</translation>
    </message>
    <message>
        <source>step {step}: perplexity {figure} a token on unseen text</source>
        <translation>第 {step} 步：在没见过的文本上每词元困惑度为 {figure}</translation>
    </message>
    <message>
        <source>step {step}: loss {figure} on unseen text</source>
        <translation>第 {step} 步：在没见过的文本上损失为 {figure}</translation>
    </message>
    <message>
        <source>{what} (best)</source>
        <translation>{what}（最佳）</translation>
    </message>
    <message>
        <source>step {step}: it is getting worse, perplexity {before} → {after} {where}. Ctrl+C ends it; a lower learning rate may help.</source>
        <translation>第 {step} 步：情况在变差，困惑度 {before} → {after}，{where}。按 Ctrl+C 结束；较低的学习率可能有帮助。</translation>
    </message>
    <message>
        <source>step {step}: it is getting worse, loss {before} → {after} {where}. Ctrl+C ends it; a lower learning rate may help.</source>
        <translation>第 {step} 步：情况在变差，损失 {before} → {after}，{where}。按 Ctrl+C 结束；较低的学习率可能有帮助。</translation>
    </message>
    <message>
        <source>on unseen text</source>
        <translation>在没见过的文本上</translation>
    </message>
    <message>
        <source>on what it learns from</source>
        <translation>在所学习的文本上</translation>
    </message>
    <message>
        <source>a step takes {memory} of memory</source>
        <translation>一步占用 {memory} 内存</translation>
    </message>
    <message>
        <source>finished after {seconds}</source>
        <translation>用时 {seconds} 完成</translation>
    </message>
    <message>
        <source>learning rate {rate}: loss {loss} a token</source>
        <translation>学习率 {rate}：每词元损失 {loss}</translation>
    </message>
    <message>
        <source>{run}  {status}  {corpus} ← {model}  {result}</source>
        <translation>{run}  {status}  {corpus} ← {model}  {result}</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>No run waits in the queue.</source>
        <translation>队列中没有等待的运行。</translation>
    </message>
    <message>
        <source>There are no texts yet.</source>
        <translation>还没有文本。</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{change} ({kept})</source>
        <translation>{change}（{kept}）</translation>
    </message>
    <message>
        <source>validation loss {before} → {after}</source>
        <translation>验证损失 {before} → {after}</translation>
    </message>
    <message>
        <source>validation loss {before} → {after} nats per token</source>
        <translation>验证损失每词元 {before} → {after} 奈特</translation>
    </message>
    <message>
        <source>nothing kept</source>
        <translation>没有保留任何内容</translation>
    </message>
    <message>
        <source>step {step} is kept</source>
        <translation>保留第 {step} 步</translation>
    </message>
    <message>
        <source>what it began from is kept</source>
        <translation>保留起始模型</translation>
    </message>
    <message>
        <source>what it began from is kept, since nothing did better</source>
        <translation>保留起始模型，因为没有更好的结果</translation>
    </message>
    <message>
        <source>{run}  group “{group}”  tags {tags}</source>
        <translation>{run}  分组“{group}”  标记 {tags}</translation>
    </message>
    <message>
        <source>{model}, taught by “{teacher}”</source>
        <translation>{model}，教师为“{teacher}”</translation>
    </message>
    <message>
        <source>{place}  {run}  {corpus} ← {model}</source>
        <translation>{place}  {run}  {corpus} ← {model}</translation>
    </message>
    <message>
        <source>no cluster is set</source>
        <translation>尚未设置集群</translation>
    </message>
    <message>
        <source>each run has {workers:# worker|# workers} of {cores:# core|# cores}, with up to {disk} GB of its text on a disk</source>
        <translation>每次训练有 {workers} 个工作进程，各用 {cores} 个核心，磁盘上各保留至多 {disk} GB 文本</translation>
    </message>
    <message>
        <source>Ray {version} answers, with {cores:# core|# cores} on {computers:# computer|# computers}</source>
        <translation>Ray {version} 有应答，{computers} 台电脑上共有 {cores} 个核心</translation>
    </message>
    <message>
        <source>{name}: {cores:# core|# cores}, {memory} of memory, {gpus:# GPU|# GPUs}</source>
        <translation>{name}：{cores} 个核心，内存{memory}，{gpus} 个 GPU</translation>
    </message>
    <message>
        <source>{run}: {what}</source>
        <translation>{run}：{what}</translation>
    </message>
    <message>
        <source>step {step} of {total}</source>
        <translation>第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
        <source>{run}:</source>
        <translation>{run}：</translation>
    </message>
    <message>
        <source>{run}: {error}</source>
        <translation>{run}：{error}</translation>
    </message>
    <message>
        <source>pruned checkpoints, {size} freed</source>
        <translation>已清理检查点，释放 {size}</translation>
    </message>
    <message>
        <source>{expected} (a guess until this computer has been measured)</source>
        <translation>{expected}（在测量本机之前只是估计）</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>够用</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>kept loss</source>
        <translation>保留的损失</translation>
    </message>
    <message>
        <source>kept loss/token</source>
        <translation>保留的损失/词元</translation>
    </message>
    <message>
        <source>bits/byte</source>
        <translation>比特/字节</translation>
    </message>
    <message>
        <source>kept step</source>
        <translation>保留的步</translation>
    </message>
    <message>
        <source>steps made</source>
        <translation>完成步数</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>The same numbers: all {compared} are equal to the last bit. The new run is “{again}”.</source>
        <translation>数值相同：{compared} 个数值全部相等，精确到最后一位。新的运行是“{again}”。</translation>
    </message>
    <message>
        <source>The numbers differ from step {step} on, by {largest} at most, in “{again}”. What is not as it was then: {reasons}.</source>
        <translation>“{again}”的数值从第 {step} 步起不同，最多相差 {largest}。与当时不同的是：{reasons}。</translation>
    </message>
    <message>
        <source>There are no numbers of both that could be compared. The new run is “{again}”.</source>
        <translation>两者没有可以比较的数值。新的运行是“{again}”。</translation>
    </message>
    <message>
        <source>nothing that was noted</source>
        <translation>没有记录到任何不同</translation>
    </message>
    <message>
        <source>Created {folder}</source>
        <translation>已新建 {folder}</translation>
    </message>
    <message>
        <source>Wrote {part}: {place}</source>
        <translation>已写出 {part}：{place}</translation>
    </message>
    <message>
        <source>{part} of “{corpus}”:</source>
        <translation>“{corpus}”的{part}部分：</translation>
    </message>
    <message>
        <source>The model has no chat template of its own, so the conversation is put down plainly.</source>
        <translation>此模型没有自己的对话模板，所以对话按普通格式书写。</translation>
    </message>
    <message>
        <source>Answers alone, {model}: perplexity {perplexity} a token, {likeliest} of the tokens were the likeliest ({count} conversations)</source>
        <translation>仅回答，{model}：每词元困惑度 {perplexity}，{likeliest} 的词元是最可能的词元（{count} 段对话）</translation>
    </message>
    <message>
        <source>The adapter will take about {size}.</source>
        <translation>适配器大约占用 {size}。</translation>
    </message>
    <message>
        <source>Wrote {place}</source>
        <translation>已写出 {place}</translation>
    </message>
    <message>
        <source>Wrote {file}: {bytes} bytes</source>
        <translation>已写出 {file}：{bytes} 字节</translation>
    </message>
    <message>
        <source>Not in it, since it is gone: {model}</source>
        <translation>其中不含已经不在的 {model}</translation>
    </message>
    <message>
        <source>Imported “{corpus}”: {words} words, {vocabulary} different ones.</source>
        <translation>已导入“{corpus}”：{words} 词，{vocabulary} 个不同的词。</translation>
    </message>
    <message>
        <source>{corpus}  {words} words  {bytes} bytes</source>
        <translation>{corpus}  {words} 词  {bytes} 字节</translation>
    </message>
    <message>
        <source>Skipped: {reason}</source>
        <translation>已跳过：{reason}</translation>
    </message>
    <message>
        <source>{label}  {train} to train with, {validation} to validate with, {test} to test with</source>
        <translation>{label}  训练 {train}，验证 {validation}，测试 {test}</translation>
    </message>
    <message>
        <source>The labels of “{corpus}” are now: {labels}.</source>
        <translation>“{corpus}”现在的标签是：{labels}。</translation>
    </message>
    <message>
        <source>whole rows</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>text in “{column}”</source>
        <translation>文本在“{column}”</translation>
    </message>
    <message>
        <source>    an addition to {base} (LoRA adapter of rank {rank})</source>
        <translation>    {base} 的附加部分（秩为 {rank} 的 LoRA 适配器）</translation>
    </message>
    <message>
        <source>{model}  {kind}, {parameters} parameters, context {context}: {trained_on}</source>
        <translation>{model}  {kind}，{parameters} 个参数，上下文 {context}：{trained_on}</translation>
    </message>
    <message>
        <source>{name}  about {size}</source>
        <translation>{name}  约 {size}</translation>
    </message>
    <message>
        <source>{model}  {kind}, {parameters} parameters, context {context}: {name}, {size} in {quantisation}</source>
        <translation>{model}  {kind}，{parameters} 个参数，上下文 {context}：{name}，{size}，{quantisation}</translation>
    </message>
    <message>
        <source>✗ {model}: {reason}</source>
        <translation>✗ {model}：{reason}</translation>
    </message>
    <message>
        <source>transformer</source>
        <translation>transformer</translation>
    </message>
    <message>
        <source>lstm</source>
        <translation>lstm</translation>
    </message>
    <message>
        <source>{model} is ready: {parameters} parameters, in {folder}</source>
        <translation>{model} 已就绪：{parameters} 个参数，位于 {folder}</translation>
    </message>
    <message>
        <source>an addition to {base}</source>
        <translation>{base} 的附加部分</translation>
    </message>
    <message>
        <source>No model of that name was found.</source>
        <translation>没有找到这个名称的模型。</translation>
    </message>
    <message>
        <source>There is a token for {endpoint}.</source>
        <translation>已有 {endpoint} 的令牌。</translation>
    </message>
    <message>
        <source>There is no token for {endpoint}.</source>
        <translation>没有 {endpoint} 的令牌。</translation>
    </message>
    <message>
        <source>size not stated</source>
        <translation>未注明大小</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>未注明许可证</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>needs a token</source>
        <translation>需要令牌</translation>
    </message>
    <message>
        <source>Round {number} of {rounds}: “{prompt} …”</source>
        <translation>第 {number} 轮，共 {rounds} 轮：“{prompt}…”</translation>
    </message>
    <message>
        <source>Which one is the fine-tuned model&apos;s, A or B? </source>
        <translation>哪一段是微调后的模型写的，A 还是 B？ </translation>
    </message>
    <message>
        <source>Right: {letter} was the fine-tuned one.</source>
        <translation>对：{letter} 是微调后的。</translation>
    </message>
    <message>
        <source>No, it was {letter}.</source>
        <translation>不对，是 {letter}。</translation>
    </message>
    <message>
        <source>{right} of {rounds} right. Who only guesses does as well in {share} % of all tests. {verdict}</source>
        <translation>{rounds} 轮中答对 {right} 轮。只靠猜，在 {share} % 的测试里也能做到这样。{verdict}</translation>
    </message>
    <message>
        <source>You can tell them apart.</source>
        <translation>你能分辨它们。</translation>
    </message>
    <message>
        <source>That is what guessing gives.</source>
        <translation>这和猜的结果一样。</translation>
    </message>
    <message>
        <source>That may be luck.</source>
        <translation>这可能是运气。</translation>
    </message>
    <message>
        <source>perplexity {tokens} a token, {words} a word; {bits} bits</source>
        <translation>每词元困惑度 {tokens}，每词 {words}；{bits} 比特</translation>
    </message>
    <message>
        <source>{bits} bits, rank {rank}</source>
        <translation>{bits} 比特，第 {rank} 位</translation>
    </message>
    <message>
        <source>perplexity {tokens} a token, {words} a word; {bits} bits per byte</source>
        <translation>每词元困惑度 {tokens}，每词 {words}；每字节 {bits} 比特</translation>
    </message>
    <message>
        <source>loss {loss} nats per token over {tokens} tokens; {accuracy} of tokens right at once, {top5} among the five likeliest tokens; calibration off by {error} ({chance} by chance alone)</source>
        <translation>{tokens} 个词元上每词元损失 {loss} 奈特；{accuracy} 的词元一次猜对，{top5} 在最可能的五个词元之中；校准偏差 {error}（仅因偶然为 {chance}）</translation>
    </message>
    <message>
        <source>{model} before: perplexity {perplexity} a token, {bits} bits per byte</source>
        <translation>{model} 之前：每词元困惑度 {perplexity}，每字节 {bits} 比特</translation>
    </message>
    <message>
        <source>difference {value} bits per byte, {bounds}</source>
        <translation>差异为每字节 {value} 比特，{bounds}</translation>
    </message>
    <message>
        <source>95 % between {low} and {high} ({drawn})</source>
        <translation>95 % 介于 {low} 与 {high} 之间（{drawn}）</translation>
    </message>
    <message>
        <source>too little was read to say how sure that is</source>
        <translation>读取的内容太少，无法说明有多可靠</translation>
    </message>
    <message>
        <source>loss {loss} nats; calibration off by {error} ({chance} by chance alone)</source>
        <translation>损失 {loss} 奈特；校准偏差 {error}（仅因偶然为 {chance}）</translation>
    </message>
    <message>
        <source>precision {precision}  recall {recall}  F1 {f1}  of {support}</source>
        <translation>精确率 {precision}  召回率 {recall}  F1 {f1}  共 {support}</translation>
    </message>
    <message>
        <source>most often held to be another:</source>
        <translation>最常被误判的：</translation>
    </message>
    <message>
        <source>{label} held to be {said}: {count:once|# times}</source>
        <translation>{label} 被判为 {said}：{count:# 次}</translation>
    </message>
    <message>
        <source>and {count:# other pair|# other pairs} of classes</source>
        <translation>另有 {count:# 对}其他类别</translation>
    </message>
    <message>
        <source>most confident mistakes:</source>
        <translation>把握最大的错误：</translation>
    </message>
    <message>
        <source>{label} held to be {said} ({sure})</source>
        <translation>{label} 被判为 {said}（{sure}）</translation>
    </message>
    <message>
        <source>{who}: {figure}; the run is at {value} percentage points, {bounds}</source>
        <translation>{who}：{figure}；该运行相差 {value} 个百分点，{bounds}</translation>
    </message>
    <message>
        <source>95 % between {low} and {high}</source>
        <translation>95 % 介于 {low} 与 {high} 之间</translation>
    </message>
    <message>
        <source>What words alone tell is not known: the text that this was learnt from is gone or was changed.</source>
        <translation>无法得知仅凭词能判断的程度：它所学习的文本已不在或有改动。</translation>
    </message>
    <message>
        <source>{corpus}: learning together helped: {task} {together}, alone {alone} after as many steps of its own, {steps}; difference {difference}</source>
        <translation>{corpus}：一起学习有帮助：{task} {together}，单独学习经过同样多的 {steps} 步后为 {alone}；差异 {difference}</translation>
    </message>
    <message>
        <source>{corpus}: learning together did harm: {task} {together}, alone {alone} after as many steps of its own, {steps}; difference {difference}</source>
        <translation>{corpus}：一起学习有害：{task} {together}，单独学习经过同样多的 {steps} 步后为 {alone}；差异 {difference}</translation>
    </message>
    <message>
        <source>{corpus}, {task}: no step was for it, so that nothing was learnt of it and it was not learnt alone</source>
        <translation>{corpus}，{task}：没有一步用于它，所以没有学到它的内容，也没有单独学习它</translation>
    </message>
    <message>
        <source>{corpus}: the text cannot tell whether learning together helped: {task} {together}, alone {alone} after as many steps of its own, {steps}; difference {difference}</source>
        <translation>{corpus}：这些文本无法判断一起学习是否有帮助：{task} {together}，单独学习经过同样多的 {steps} 步后为 {alone}；差异 {difference}</translation>
    </message>
    <message>
        <source>{found} of {checked} held-out conversations {found:is|are} nearly among those to learn from</source>
        <translation>{checked} 段留出的对话中有 {found} 段与用来学习的对话几乎相同</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>超过 {count}</translation>
    </message>
    <message>
        <source>{shown} of {total} places are listed; --most lists more</source>
        <translation>共 {total} 处，列出 {shown} 处；用 --most 可列出更多</translation>
    </message>
    <message>
        <source>It is nowhere in “{corpus}”.</source>
        <translation>“{corpus}”中没有它。</translation>
    </message>
    <message>
        <source>{corpus}: {count:# document is|# documents are} left out</source>
        <translation>{corpus}：已略去 {count} 篇文档</translation>
    </message>
    <message>
        <source>{run}: {status} after {steps:# step|# steps}; {result}</source>
        <translation>{run}：{status}，已完成 {steps} 步；{result}</translation>
    </message>
    <message>
        <source>worker {rank} of {workers} of “{run}” waits for the others …</source>
        <translation>“{run}”的第 {rank} 个工作进程（共 {workers} 个）在等其他几个…</translation>
    </message>
    <message>
        <source>all of them are here</source>
        <translation>已全部到齐</translation>
    </message>
    <message>
        <source>{count:# run|# runs}, together {expected}</source>
        <translation>{count} 次运行，合计 {expected}</translation>
    </message>
    <message>
        <source>{run}: {steps:# step|# steps}, {expected}, {fit}</source>
        <translation>{run}：{steps} 步，{expected}，{fit}</translation>
    </message>
    <message>
        <source>Unpacked {folder}: {corpora:# text|# texts}, {runs:# run|# runs}</source>
        <translation>已解包 {folder}：{corpora} 个文本，{runs} 次运行</translation>
    </message>
    <message>
        <source>{step}: {changes:# change|# changes}, {removed:# character|# characters} removed</source>
        <translation>{step}：{changes} 处更改，删除 {removed} 个字符</translation>
    </message>
    <message>
        <source>{count:# download|# downloads}</source>
        <translation>下载 {count} 次</translation>
    </message>
    <message>
        <source>{accuracy} of {examples:# text|# texts} told right (95 % between {low} and {high}); macro F1 {macro}</source>
        <translation>{examples} 篇文本中判对 {accuracy}（95 % 介于 {low} 与 {high} 之间）；宏平均 F1 {macro}</translation>
    </message>
    <message>
        <source>F1 of spans {micro} over {examples:# sentence|# sentences} (95 % between {low} and {high}); macro F1 {macro}; {accuracy} of words right</source>
        <translation>{examples} 个句子上片段 F1 为 {micro}（95 % 介于 {low} 与 {high} 之间）；宏平均 F1 {macro}；{accuracy} 的词正确</translation>
    </message>
    <message>
        <source>and {count:# other class|# other classes}, in --json</source>
        <translation>另有 {count:# 个}类别，见 --json</translation>
    </message>
    <message>
        <source>{count:# text|# texts} labelled in “{file}”</source>
        <translation>已判断 {count} 篇文本的标签，写入“{file}”</translation>
    </message>
    <message>
        <source>words alone, without a network</source>
        <translation>仅凭词，没有网络</translation>
    </message>
    <message>
        <source>before, at step 0</source>
        <translation>之前，第 0 步</translation>
    </message>
    <message>
        <source>always the most frequent label</source>
        <translation>总取最常见的标签</translation>
    </message>
    <message>
        <source>Higher, or on:  {raised}
Lower, or off:  {lowered}
When:  {when}
It costs:  {cost}
Paper:  {paper}</source>
        <translation>调高或打开：{raised}
调低或关闭：{lowered}
什么时候：{when}
代价：{cost}
论文：{paper}</translation>
    </message>
    <message>
        <source>written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>No term is called “{words}”, or says so.</source>
        <translation>没有叫“{words}”或提到它的术语。</translation>
    </message>
    <message>
        <source>“{corpus}”: {words} words, what is learnt from written by {model}</source>
        <translation>“{corpus}”：{words} 词，学习内容由 {model} 所写</translation>
    </message>
    <message>
        <source>Teacher {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation>教师 {name}：{parameters} 个权重，{figure} {value}，读取用时 {seconds}</translation>
    </message>
    <message>
        <source>Student {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation>学生 {name}：{parameters} 个权重，{figure} {value}，读取用时 {seconds}</translation>
    </message>
    <message>
        <source>Without a teacher, {name}: {parameters} weights, {figure} {value}, read in {seconds}</source>
        <translation>没有教师，{name}：{parameters} 个权重，{figure} {value}，读取用时 {seconds}</translation>
    </message>
    <message>
        <source>The teacher helped: difference {difference}</source>
        <translation>教师有帮助：差异 {difference}</translation>
    </message>
    <message>
        <source>The teacher did harm: difference {difference}</source>
        <translation>教师起了反作用：差异 {difference}</translation>
    </message>
    <message>
        <source>The text cannot tell whether the teacher helped: difference {difference}</source>
        <translation>这段文本看不出教师是否有帮助：差异 {difference}</translation>
    </message>
    <message>
        <source>right classes</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>F1 of spans</source>
        <translation>片段 F1</translation>
    </message>
    <message>
        <source>bits per byte</source>
        <translation>每字节比特数</translation>
    </message>
    <message>
        <source>{share} of the text: perplexity a token {pretrained} pretrained, {scratch} from scratch; {saved}; matches training from scratch on {worth}</source>
        <translation>{share} 的文本：每词元困惑度，预训练 {pretrained}，从零训练 {scratch}；{saved}；相当于从零训练用 {worth}</translation>
    </message>
    <message>
        <source>{labels} labels: F1 {pretrained} pretrained, {scratch} from scratch; {saved}; {worth}</source>
        <translation>{labels} 个标签：F1，预训练 {pretrained}，从零训练 {scratch}；{saved}；{worth}</translation>
    </message>
    <message>
        <source>{labels} labels do what {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果相当于没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>{labels} labels do more than {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果好于没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>{labels} labels do less than {worth} do without pretraining</source>
        <translation>{labels} 个标签的效果不及没有预训练时的{worth}</translation>
    </message>
    <message>
        <source>steps saved: {steps}</source>
        <translation>节省步数：{steps}</translation>
    </message>
    <message>
        <source>steps saved: none</source>
        <translation>节省步数：无</translation>
    </message>
    <message>
        <source>{factor}× the text</source>
        <translation>{factor} 倍的文本</translation>
    </message>
    <message>
        <source>more than {factor}× the text</source>
        <translation>超过 {factor} 倍的文本</translation>
    </message>
    <message>
        <source>less than {factor}× the text</source>
        <translation>不到 {factor} 倍的文本</translation>
    </message>
    <message>
        <source>Words it now expects more ({places} places in the {split} split):</source>
        <translation>现在更期待的词（{split}部分的 {places} 处）：</translation>
    </message>
    <message>
        <source>Words it now expects less ({places} places in the {split} split):</source>
        <translation>现在更不期待的词（{split}部分的 {places} 处）：</translation>
    </message>
    <message>
        <source>at {places}</source>
        <translation>在 {places} 处</translation>
    </message>
    <message>
        <source>at one alone</source>
        <translation>仅在一处</translation>
    </message>
    <message>
        <source>Most improved passages (perplexity a token):</source>
        <translation>改善最多的文段（每词元困惑度）：</translation>
    </message>
    <message>
        <source>Most worsened passages (perplexity a token):</source>
        <translation>变差最多的文段（每词元困惑度）：</translation>
    </message>
    <message>
        <source>Forgetting: it started from random weights, which know nothing to forget.</source>
        <translation>遗忘：它从随机权重开始，没有可以遗忘的知识。</translation>
    </message>
    <message>
        <source>Forgetting: {verdict}; general text ({language}) {before} → {after} bits per byte; the change is {bounds}</source>
        <translation>遗忘：{verdict}；通用文本（{language}）每字节比特数 {before} → {after}；变化{bounds}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>看不出</translation>
    </message>
    <message>
        <source>something</source>
        <translation>少许</translation>
    </message>
    <message>
        <source>much</source>
        <translation>很多</translation>
    </message>
    <message>
        <source>By heart: {verdict}; the longest passage reproduced verbatim has {longest:# word|# words}</source>
        <translation>背下：{verdict}；逐字重现的最长文段有 {longest} 个词</translation>
    </message>
    <message>
        <source>{found} of {checked} held-out passages {found:is|are} nearly in the training text</source>
        <translation>{checked} 个留出文段中有 {found} 个与训练文本几乎相同</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>recites</source>
        <translation>背诵</translation>
    </message>
    <message>
        <source>beginnings spread over the training text</source>
        <translation>分布在整个训练文本中的开头</translation>
    </message>
    <message>
        <source>beginnings of the most repeated passages ({least} to {most} times in it)</source>
        <translation>重复最多的文段的开头（在文本中出现 {least} 至 {most} 次）</translation>
    </message>
    <message>
        <source>{phrases} of {beginnings} {what} were continued word for word for {phrase} words or more, {recitals} for {recital} or more</source>
        <translation>{beginnings} 个{what}中，有 {phrases} 个被逐字续写了 {phrase} 个词以上，{recitals} 个达到 {recital} 个词以上</translation>
    </message>
    <message>
        <source>none of {beginnings} {what} was continued word for word for {phrase} words or more: with {confidence} confidence fewer than {share} of such beginnings would be</source>
        <translation>{beginnings} 个{what}中，没有一个被逐字续写 {phrase} 个词以上：在 {confidence} 的置信水平下，这样的开头不到 {share}</translation>
    </message>
    <message>
        <source>no passage stands in the training text twice</source>
        <translation>训练文本中没有出现两次的文段</translation>
    </message>
    <message>
        <source>{words} words, up to {times} times in the text: {text}</source>
        <translation>{words} 个词，在文本中最多出现 {times} 次：{text}</translation>
    </message>
    <message>
        <source>“{corpus}”: {words} words, in {folder}</source>
        <translation>“{corpus}”：{words} 词，位于 {folder}</translation>
    </message>
    <message>
        <source>Before fine-tuning, after “{prompt}” {model} expects:</source>
        <translation>微调之前，在“{prompt}”之后，{model} 期待：</translation>
    </message>
    <message>
        <source>Perplexity a token on text it has never seen: {before} → {after} in {seconds} ({kept}). Now it expects:</source>
        <translation>在从未见过的文本上，每词元困惑度 {before} → {after}，用时 {seconds}（{kept}）。现在它期待：</translation>
    </message>
    <message>
        <source>And it goes on like this:</source>
        <translation>它这样续写：</translation>
    </message>
    <message>
        <source>{model}, which has read for years and not this text, expects after “{prompt}”:</source>
        <translation>{model}读过海量文本，但没有读过这篇；在“{prompt}”之后它预计：</translation>
    </message>
    <message>
        <source>Try it yourself:</source>
        <translation>自己试一试：</translation>
    </message>
</context>
<context>
    <name>what_now</name>
    <message>
        <source>perplexity {before} → {after}</source>
        <translation>困惑度 {before} → {after}</translation>
    </message>
    <message>
        <source>loss {before} → {after}</source>
        <translation>损失 {before} → {after}</translation>
    </message>
    <message>
        <source>The loss exploded: with a learning rate of {rate}, each step moved the weights too far. Try {next}.</source>
        <translation>损失爆炸了：学习率为 {rate} 时，每一步都把权重移动得太远。试试 {next}。</translation>
    </message>
    <message>
        <source>Let it go on: at its next look it is measured.</source>
        <translation>让它继续：到下一次测量时就会得出结果。</translation>
    </message>
    <message>
        <source>It only got worse ({change}): a learning rate of {rate} is too high for it. Try {next}.</source>
        <translation>它越学越差（{change}）：学习率 {rate} 对它来说太高了。试试 {next}。</translation>
    </message>
    <message>
        <source>It got worse, and came back to no more than where it began ({change} at its worst): a learning rate of {rate} is too high for it. Try {next}.</source>
        <translation>它先变差，最后也只回到起点（最差时{change}）：{rate} 的学习率对它太高。试试 {next}。</translation>
    </message>
    <message>
        <source>Hardly anything changed: a learning rate of {rate} moves the weights too little. Try {next}.</source>
        <translation>几乎没有变化：学习率 {rate} 使权重移动得太少。试试 {next}。</translation>
    </message>
    <message>
        <source>In {steps:# step|# steps} hardly anything changed yet. Let it learn for longer.</source>
        <translation>{steps} 步之内几乎还没有变化。让它再多学一会儿。</translation>
    </message>
    <message>
        <source>From step {step} on it began to learn its text by heart: it went on getting better on that, and got worse on new text ({change}). Take the best, which is kept.</source>
        <translation>从第 {step} 步起，它开始死记硬背：在学过的文本上继续变好，在新文本上却变差了（{change}）。请用最好的那一步，它已被保留。</translation>
    </message>
    <message>
        <source>It learnt its text by heart and nothing else: it got better on that, and worse on new text ({change}). More text would help, or fewer steps.</source>
        <translation>它只是把文本背了下来：在学过的文本上变好，在新文本上变差（{change}）。更多的文本会有帮助，或者减少步数。</translation>
    </message>
    <message>
        <source>It was still getting better when it ended ({change} in its last {steps:step|# steps}). Train on: {more:# step|# steps} more.</source>
        <translation>结束时它还在变好（最后 {steps} 步：{change}）。继续训练：再学 {more} 步。</translation>
    </message>
    <message>
        <source>It was still getting better at step {steps} of {total} ({change} of late). Let it go on.</source>
        <translation>到第 {steps} 步（共 {total} 步）时它还在变好（最近：{change}）。让它继续学下去。</translation>
    </message>
    <message>
        <source>It was stopped at step {steps} of {total}, too early to tell how much more there is to win. Let it go on.</source>
        <translation>它在第 {steps} 步（共 {total} 步）停下，还看不出能再好多少。让它继续吧。</translation>
    </message>
    <message>
        <source>From step {step} on it only became surer of its mistakes: of new texts it told no fewer right ({before} % → {after} %), while what the wrong ones cost rose ({change}). Label smoothing of {next} keeps it from that.</source>
        <translation>从第 {step} 步起，它只是对自己的错误越来越有把握：新文本中判对的并未减少（{before}% → {after}%），判错的代价却上升了（{change}）。把标签平滑设为 {next} 可以避免。</translation>
    </message>
    <message>
        <source>From step {step} on it only became surer of its mistakes: of new texts it told no fewer right ({before} % → {after} %), while what the wrong ones cost rose ({change}). Take the best, which is kept.</source>
        <translation>从第 {step} 步起，它只是对自己的错误越来越有把握：新文本中判对的并未减少（{before}% → {after}%），判错的代价却上升了（{change}）。用已保留的最佳结果即可。</translation>
    </message>
    <message>
        <source>Of what it learnt together, “{corpus}” got worse ({change}). Give it a larger weight.</source>
        <translation>在一起学习的内容中，“{corpus}”变差了（{change}）。请给它更大的权重。</translation>
    </message>
    <message>
        <source>It tells new texts as well as its own, and got no better of late: a head alone can do no more. Let all weights learn.</source>
        <translation>它判断新文本和学过的文本一样好，最近也不再进步：只训练头部到此为止了。让所有权重都学习吧。</translation>
    </message>
    <message>
        <source>It tells no span right yet, as one that says of each word that it is in none. Let it learn for longer.</source>
        <translation>它还没有判对任何片段，和对每个词都说“不在片段中”一样。让它学得久一些。</translation>
    </message>
    <message>
        <source>Whoever always says the most frequent class is right as often ({share} %). More labelled texts would help most.</source>
        <translation>总是说最常见的类别，也能对这么多（{share}%）。更多带标签的文本最有帮助。</translation>
    </message>
    <message>
        <source>Whoever always says the most frequent class is right as often ({share} %): a head alone found nothing that tells the others apart.</source>
        <translation>总是说最常见的类别，也能对这么多（{share}%）：只训练头部，没有找到能区分其他类别的东西。</translation>
    </message>
    <message>
        <source>Whoever always says the most frequent class is right as often ({share} %). Let rare classes count for more.</source>
        <translation>总是说最常见的类别，也能对这么多（{share}%）。让少见的类别占更大分量吧。</translation>
    </message>
    <message>
        <source>Without its teacher, “{teacher}”, it does no worse, as far as the text can tell: here there was little to hand on.</source>
        <translation>就这份文本所能判断的，没有教师“{teacher}”它也不会更差：在这里教师没有多少可教的。</translation>
    </message>
    <message>
        <source>For its last {steps:step|# steps} it hardly got better any more. More of the same will bring little; more text may, or a larger model.</source>
        <translation>最后 {steps} 步几乎没有再变好。照样继续不会有多大用处；更多的文本或更大的模型也许有用。</translation>
    </message>
    <message>
        <source>On new text it is much better than before. Try it.</source>
        <translation>在新文本上，它比以前好得多。试一试吧。</translation>
    </message>
    <message>
        <source>On new text it is a little better than before.</source>
        <translation>在新文本上，它比以前好一点。</translation>
    </message>
    <message>
        <source>Of “{name}” there {texts:is # text|are # texts} to learn from: more of them would help it most.</source>
        <translation>“{name}”只有 {texts} 篇文本可学：再多一些这样的文本最有帮助。</translation>
    </message>
    <message>
        <source>It learnt from {conversations:# conversation|# conversations}. More of them would help more than anything else.</source>
        <translation>它只学了 {conversations} 段对话。更多对话比什么都更有帮助。</translation>
    </message>
    <message>
        <source>The text is small: about {tokens} tokens, read {times:once|# times}. More text of its kind would help more than anything else.</source>
        <translation>文本很短：约 {tokens} 个词元，读了 {times} 遍。更多同类的文本比什么都管用。</translation>
    </message>
</context>
</TS>
