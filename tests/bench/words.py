"""The characters, words and names that synthetic archives are made of. Tables only; `text` and `names` use them.

Whoever and whatever they come to name is invented.
"""

from __future__ import annotations

import re


def _listed(table: str) -> tuple[str, ...]:
    """Read a table of words with blanks between them."""
    return tuple(table.split())


def _listed(table: str) -> tuple[str, ...]:
    """Read a table of words with blanks between them."""
    return tuple(table.split())


def _listed(table: str) -> tuple[str, ...]:
    """Read a table of words with blanks between them."""
    return tuple(table.split())


def _spelled(table: str) -> tuple[tuple[str, str], ...]:
    """Read a table of names, each followed by its pinyin: `王wang 李li`."""
    return tuple(re.findall(r"([一-鿿]+)([a-zü]+)", table))


# Common characters, the most common first; words are composed of them.
CHARACTERS = (
    "一人大上中国为年生会作地发成方多经行学可家过面进着分种日本高部长动体现等电同力理度定天自工开水重民第社次车到"
    "物区好机实加点业变外数使主相性对通气光里海道文美政书利报先路内队校新法向表前意比交立月平化期治量正场制展建"
    "员产术接身活样信条代世指记系办教象科求张少关目华强共门取决根题持常论心百保系品西结深公农运解原因区由管程权空义"
    "任统北花神收王东济完设计干流满形联级据将计支江图整局领导单切石步改造满亚知太识青广便际组织色须劳低般论标商育"
    "请极林况养受值转元快台规价技金今集温传土真型难县南热准听走布市查安首语近城阳早连照落兰清议院族失速究星观越团"
    "何帮基包众节米件始住器病飞构列装消言京送选响片武房找足声河调济确风争视随谈引居引细细友爱复环境朋严除确维段谁"
    "怎亲类致容史半音往充微推证护息创效源红春施评推例继底承历游预益满健福愿置供率板富约响称守依密练细配适核站差"
    "演苏店讲园训底模奖桥专卫村街镇写善画修存备置读纪念夜陈屋短黄参刻古企兴英负冷室诉乐黑升具纸精防药短异良察钱"
    "灯洋端助初测简训宣显素职鲜敏探雨铁食洗宽忙湖吃晚登顾窗楼湾码鱼租茶乡笑课弟岁票尺份彩童绿网铺巷晨缘邻伴暖睦"
    "筹荐牌谊厨味蔬果蓝坡井旧砖墙瓦灰净扫壶杯盘桌椅柜床梯栏扶遮树苗叶草籽泥沙浇剪挂晒衣伞鞋帽针线布缝补修锁"
    "钥匙信箱投递邮包裹快取寄拍摄影像录册页章句字词歌曲舞琴鼓棋牌球跑跳骑登泳拳操队赛杯奖励鼓掌欢迎问答辩猜谜游戏"
    "医诊脉压糖眼耳鼻喉牙骨肩腰腿脚膝按摩推拿煎汤药膳营眠梦醒睡坐站走停转拐弯斜坡口岸码头船帆港湾岛洲滩浪潮"
    "刚柔轻浓淡香甜酸苦辣鲜脆软硬厚薄宽窄粗密稀匀齐整洁净亮暗明朗静闹喧幽雅朴素华丽珍贵廉价租借还换退存领取缴免减"
    "增添补足缺漏错误纠正订版刊载播映频道屏幕键盘鼠标软硬件程序端口云端网络智慧算法模型训练识别感知预警巡查处置归档"
)
CHARACTERS = "".join(dict.fromkeys(CHARACTERS))

# Words that such meetings really use, the most common first.
NOUNS = _listed("""
社区 居民 服务 治理 志愿者 单位 街道 党员 项目 资源 需求 活动 议事 养老 花园 小区 群众 平台 机制 青年 问题 老人 空间
邻里 楼组 物业 学校 医院 企业 孩子 家庭 居委会 业委会 清单 课程 讲座 场地 广场 公园 菜场 食堂 图书馆 书屋 活动室 会议
联盟 基地 中心 网格 热线 数据 系统 手机 信息 经验 案例 矛盾 方案 计划 目标 责任 制度 规则 公约 意见 建议 提案 成果 课题
报告 经费 基金 捐赠 安全 消防 电梯 停车 充电桩 垃圾分类 绿化 环境 噪声 卫生 健康 体检 康复 护理 心理 教育 托育 就业 创业
文化 历史 艺术 音乐 故事 节日 运动 法律 调解 信访 党建 公益 社工 专家 教授 学生 教师 医生 律师 团队 骨干 代表 伙伴 机会
力量 作用 方式 环节 过程 效果 质量 标准 指标 细节 角落 楼道 门口 弄堂 阳台 长椅 步道 城市 区域 未来 生活 助餐点 晚托班
""")
VERBS = _listed("""
推进 建设 开展 组织 参与 支持 提供 协调 解决 改善 提升 完善 建立 形成 整合 共享 联系 走访 调研 听取 收集 整理 反馈 回应
落实 推动 探索 创新 总结 推广 培训 学习 交流 合作 共建 共治 引导 鼓励 发动 动员 关心 帮助 照顾 陪伴 保护 改造 更新 维护
管理 监督 评估 公开 讨论 协商 决定 承担 分配 安排 设计 规划 试点 复制 连接 开放 打造 促进 加强 深化 拓展 优化 实现 保障
记录 排查 宣传
""")
ADJECTIVES = _listed("""
共同 具体 现实 普通 温暖 便利 安静 明亮 长期 稳定 丰富 多元 专业 细致 及时 透明 有效 精准 积极 持续 重要 困难 复杂 常见
特殊 独居 年轻 友好 优质 日常 基层 现有 全新 周边 身边
""")
ADVERBS = _listed("""
进一步 逐步 继续 主动 一起 定期 始终 真正 尽量 不断 切实 认真 分批 优先 同步 统一 随时 反复 逐户 当场 每周 每月 全面
稳妥
""")
LATIN = _listed("AI App WiFi GIS VR 5G LED PPT AED Excel NGO TED")
CLASSIFIERS = _listed("个 项 家 户 次 人次 条 栋 位 场 份 张 间 平方米")

OPENERS = _listed("""
首先， 其次， 同时， 另外， 此外， 为此， 因此， 当然， 其实， 总之， 今年以来， 去年下半年， 下一步， 接下来，
到目前为止， 从实际情况看， 有人问， 我们发现， 大家都知道， 说到底， 更重要的是， 举一个例子， 回过头看， 在此基础上，
与此同时， 换句话说， 坦率地说， 经过商量，
""")

# A clause. n: noun phrase, v: verb, a: adjective, d: adverb, q: number with classifier, t: time, s: who, l: Latin
# word, b: title of a work, x: words in quotation marks.
CLAUSES = _listed("""
{s}{d}{v}{n} 把{n}{v}到{n}里 在{n}中{v}{a}的{n} 以{n}为{n} {n}和{n}要{d}{v} {s}已经{v}了{q}{n} 让{n}成为{a}的{n}
从{n}到{n}都能{v}{n} 通过{n}{v}{n} 由{s}牵头{v}{n} {n}、{n}、{n}等{n}{d}{v} 不仅要{v}{n} 而且要{v}{n} 如果没有{n}
就谈不上{n}的{v} 用{l}{v}{n} 对{n}进行{v} 围绕{x}{v}{n} {t}{v}了{q}{n} 其中{q}是{n} 按照{b}的要求{v}{n}
我们在{b}里写了{n} 每{q}{n}就有{q}{n} 请{s}{d}{v}{n} {n}不是{n} 而是{n}的{n} 既要{v}{n}也要{v}{n} {t}以前{v}{n}
希望{n}能够{d}{v} 与{s}{v}{n} 大家提出的{n}也要{v} 做到{x} {n}怎样{v} 使{a}的{n}得到{v} 共{v}{n}{q} 愿意为{n}{v}{n}
还存在{n}{a}的情况 {v}{n}的{n}越来越{a} {n}方面的{n}由{n}负责 只有{v}{n}才能{v}{n} 先{v}{n}再{v}{n} 关键在于{n}的{v}
{n}与{n}之间缺少{n} 帮{n}{v}{n} 原来的{n}变成了{n} 凡是{n}都{d}{v} 关于{n}的{n}比较{a}
""")
# A sentence with a link to a record.
REFERRALS = _listed("""
这一点可以参考{link}的{n}，{c}。 {link}也{v}了{n}，{c}。 {c}，详见{link}。 我们和{link}一起{v}{n}，{c}。
正如{link}所说的，{c}。
""")

SURNAMES = _spelled("""
王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao
罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan
蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lü 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan
陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia 付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang
尹yin 薛xue 闫yan 段duan 雷lei 龙long 黎li 史shi 陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 万wan 施shi 武wu 钱qian 戴dai
严yan 莫mo 孔kong 向xiang 欧阳ouyang
""")
GIVEN = _spelled("""
伟wei 明ming 华hua 文wen 晓xiao 建jian 志zhi 丽li 芳fang 敏min 静jing 国guo 军jun 平ping 红hong 海hai 玉yu 春chun 英ying
杰jie 涛tao 超chao 艳yan 勇yong 强qiang 磊lei 洋yang 娟juan 霞xia 燕yan 玲ling 桂gui 秀xiu 兰lan 梅mei 云yun 峰feng
飞fei 鹏peng 辉hui 刚gang 波bo 斌bin 宇yu 浩hao 凯kai 俊jun 帆fan 帅shuai 旭xu 宁ning 龙long 林lin 欢huan 阳yang 雪xue
慧hui 莉li 倩qian 婷ting 雅ya 洁jie 颖ying 琳lin 璐lu 佳jia 嘉jia 欣xin 怡yi 悦yue 诗shi 涵han 梦meng 瑶yao 琪qi 萱xuan
雨yu 晨chen 轩xuan 睿rui 博bo 航hang 泽ze 翔xiang 鑫xin 森sen 楠nan 栋dong 松song 柏bai 青qing 蓉rong 薇wei 菲fei 蕾lei
莹ying 珍zhen 珊shan 琴qin 瑾jin 璇xuan 岚lan 岩yan 昊hao 昕xin 晶jing 晖hui 景jing 智zhi 思si 恒heng 悠you 惠hui 懿yi
成cheng 承cheng 振zhen 新xin 方fang 旻min 永yong 江jiang 沁qin 泓hong 洪hong 清qing 源yuan 溪xi 滨bin 润run 瀚han 然ran
熙xi 玥yue 生sheng 白bai 皓hao 礼li 立li 竹zhu 筠yun 箫xiao 纯chun 维wei 绍shao 良liang 芝zhi 若ruo 荣rong 莲lian 蓓bei
言yan 贤xian 越yue 远yuan 道dao 邦bang 铭ming 锋feng 锦jin 雯wen 霖lin 韬tao 韵yun 顺shun 馨xin 骏jun 鸣ming 鸿hong 齐qi
""")
# The two halves of an invented place.
PLACE_FIRST = _spelled("""
云yun 青qing 白bai 翠cui 松song 竹zhu 梅mei 兰lan 桂gui 枫feng 柏bai 柳liu 荷he 菱ling 星xing 月yue 霞xia 虹hong 晴qing
朗lang 晓xiao 春chun 秋qiu 丹dan 碧bi 墨mo 银yin 琥hu 瑶yao 书shu 琴qin 棋qi 鹤he 燕yan 雁yan 鹿lu 听ting 望wang 临lin
栖qi 采cai 问wen 怀huai 锦jin 素su 澄cheng 霜shuang 雪xue 露lu 岚lan
""")
PLACE_SECOND = _spelled("""
汀ting 砚yan 棠tang 禾he 鹭lu 岑cen 澜lan 屿yu 蓼liao 苇wei 坞wu 陌mo 埭dai 渡du 坊fang 巷xiang 埠bu 峦luan 崖ya 谷gu
杉shan 樟zhang 槐huai 榆yu 桐tong 梧wu 芷zhi 荻di 芦lu 萍ping 藻zao 汐xi 涟lian 漪yi 泓hong 渚zhu 沚zhi 洛luo 笺jian
帆fan 舟zhou 檐yan 廊lang 亭ting 榭xie
""")

# How many of 2,100 organizations are of a class, and what they are called: name, end of the id, short name.
# {p} and {o} are invented places, {u} is the name of the unit above it.
CLASSES: dict[str, tuple[int, tuple[str, ...]]] = {
    "街道": (20, _listed("{p}街道/subdistrict/{p}")),
    "联席会议": (
        20,
        _listed("""
{u}区域化党建工作联席会议/conference/{u}联席会议 {u}社区共建联席会议/joint-meeting/共建联席会议
"""),
    ),
    "联盟": (
        40,
        _listed("""
{p}院校赋能社区创新治理联盟/alliance/创新治理联盟 {p}健康养老服务联盟/care-alliance/{p}养老联盟
{p}楼宇共治联盟/office-alliance/{p}共治联盟 {p}青年友好街区联盟/youth-alliance/{p}青年联盟
"""),
    ),
    "基地": (
        40,
        _listed("""
“{p}”社区治理实践基地/base/{p}基地 “{p}”党史研究实践基地/history-base/{p}党史基地
“{p}”社会工作实训基地/training-base/{p}实训基地
"""),
    ),
    "居民区": (
        420,
        _listed("""
{p}居民区/neighborhood/{p} {p}一居民区/neighborhood-one/{p}一居 {p}新村居民区/village/{p}新村
"""),
    ),
    "院校": (
        60,
        _listed("""
{p}大学/university/{p}大 {p}职业技术学院/college/{p}职院 {p}师范学院/teachers-college/{p}师院
"""),
    ),
    "院系": (
        160,
        _listed("""
{u}马克思主义学院/marxism/马院 {u}社会学院/sociology/社院 {u}公共管理学院/public-management/公管学院
{u}建筑系/architecture/建筑系 {u}心理学系/psychology/心理系 {u}法学院/law/法学院 {u}艺术系/arts/艺术系
"""),
    ),
    "党的机构": (
        60,
        _listed("""
{p}街道党工委/party-committee/党工委 {p}区委党建办/party-office/党建办 {p}区委党校/party-school/党校
"""),
    ),
    "政府机构": (
        120,
        _listed("""
{p}区民政局/civil-affairs/民政局 {p}派出所/police/{p}所 {p}市场监管所/market-office/{p}监管所
{p}司法所/justice/{p}司法所 {p}区教育局/education/教育局 {p}城管中队/inspectors/{p}城管
"""),
    ),
    "驻沪机构": (40, _listed("{p}市驻沪办/shanghai-office/{p}办 {p}县驻沪联络处/shanghai-liaison/{p}联络处")),
    "科研院所": (
        60,
        _listed("""
{p}电力研究院/power-institute/{p}电研院 {p}材料研究所/materials/{p}所 {p}水务设计院/water/{p}水院
"""),
    ),
    "医疗机构": (
        100,
        _listed("""
{p}医院/hospital/{p} {p}社区卫生服务中心/health-center/{p}社卫 {p}护理院/nursing-home/{p}护
{p}口腔门诊部/dentists/{p}口腔
"""),
    ),
    "金融机构": (
        140,
        _listed("""
{o}银行{p}支行/bank-branch/{o}{p}支行 {o}证券{p}营业部/securities/{o}证券{p} {o}保险{p}支公司/insurance/{o}保险
"""),
    ),
    "企业": (
        420,
        _listed("""
{p}信息科技有限公司/tech/{p}科技 {p}建筑设计有限公司/design/{p}设计 {p}物业服务有限公司/property/{p}物业
{p}餐饮管理有限公司/catering/{p}餐饮 {p}文化传播有限公司/media/{p}文化 {p}商贸有限公司/trade/{p}商贸
"""),
    ),
    "社会组织": (
        280,
        _listed("""
{p}社区公益服务社/service-club/{p}公益社 {p}志愿服务队/volunteers/{p}志愿队 {p}养老服务中心/elder-care/{p}养老
{p}青少年发展促进会/youth-society/{p}青促会 {p}书画研究会/calligraphy/{p}书画会
"""),
    ),
    "其他单位": (
        120,
        _listed("""
{p}图书馆/library/{p}图 {p}幼儿园/kindergarten/{p}幼 {p}菜市场/market/{p}菜场 {p}文化馆/culture/{p}馆
{p}中学/school/{p}中 {p}小学/primary/{p}小
"""),
    ),
}
# The class of the unit that one of this class may stand under.
PARENTS = {
    "居民区": "街道",
    "院系": "院校",
    "联席会议": "街道",
    "科研院所": "院校",
    "其他单位": "街道",
    "党的机构": "街道",
}
POSTS: dict[str, tuple[str, ...]] = {
    "街道": _listed("主任 副主任 党工委书记 社区管理办主任"),
    "居民区": _listed("党总支书记 居委会主任 楼组长 社工"),
    "院校": _listed("党委书记 副校长 教授"),
    "院系": _listed("教授 副教授 院长 讲师 党委副书记"),
    "科研院所": _listed("所长 高级工程师 纪委书记 研究员"),
    "医疗机构": _listed("院长 主任医师 护士长 全科医师"),
    "金融机构": _listed("行长 副行长 客户经理 党支部书记"),
    "企业": _listed("总经理 董事长 党支部书记 工会主席 项目经理"),
    "社会组织": _listed("理事长 秘书长 总干事 督导"),
}
OTHER_POSTS = _listed("主任 副主任 书记 科长 总召集人 联络员")
