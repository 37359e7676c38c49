package io.clientela.bench;

import java.util.List;

/** The words persons are made of; frequent family names stand more than once, as they do among people. */
final class Words {

    static final List<String> FAMILIES_HAN = List.of(
            "王", "王", "王", "李", "李", "李", "张", "张", "张", "刘", "刘", "陈", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡",
            "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓",
            "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏",
            "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛",
            "邱", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "欧阳", "司马", "上官", "单", "解");

    static final String MALE_HAN = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林志建国文海东晓天子家永成光少春世正德庆";
    static final String FEMALE_HAN = "芳娜敏静秀丽艳娟霞燕玲桂英兰红梅莉洁雪琳慧颖倩婷玉萍晶欣怡佳思雨梦诗涵月春晓云小文海美淑凤珍";

    static final List<String> MALE_ES = List.of(
            "Antonio", "José", "Manuel", "Francisco", "Juan", "David", "Javier", "Daniel", "Jesús", "Carlos", "Ángel");
    static final List<String> FEMALE_ES = List.of(
            "María Carmen", "Ana", "Laura", "Lucía", "Cristina", "Isabel", "Marta", "Sofía", "Elena", "Inés", "Begoña");
    static final List<String> FAMILIES_ES = List.of(
            "García",
            "González",
            "Rodríguez",
            "Fernández",
            "López",
            "Martínez",
            "Sánchez",
            "Pérez",
            "Gómez",
            "Martín",
            "Jiménez",
            "Ruiz",
            "Hernández",
            "Díaz",
            "Moreno",
            "Muñoz",
            "Álvarez",
            "Romero",
            "Alonso",
            "Gutiérrez");

    static final List<String> MALE_EN =
            List.of("James", "John", "Robert", "Michael", "William", "David", "Richard", "Joseph", "Thomas", "Charles");
    static final List<String> FEMALE_EN = List.of(
            "Mary", "Patricia", "Jennifer", "Linda", "Elizabeth", "Barbara", "Susan", "Jessica", "Sarah", "Karen");
    static final List<String> FAMILIES_EN = List.of(
            "Smith",
            "Johnson",
            "Williams",
            "Brown",
            "Jones",
            "Miller",
            "Davis",
            "Wilson",
            "Anderson",
            "Taylor",
            "Moore",
            "O'Brien",
            "Jackson",
            "Thompson",
            "White",
            "Harris",
            "Clark",
            "Lewis",
            "Walker",
            "Hall");

    static final List<String> MOBILES =
            List.of("138", "139", "136", "137", "135", "150", "151", "158", "159", "186", "187", "188", "189");
    static final List<String> AREAS = List.of("010-6", "010-8", "021-5", "021-6", "020-8", "020-3", "0755-2", "0755-8");
    static final List<String> MAILBOXES =
            List.of("wang", "li", "zhang", "hello", "office", "maria", "john", "sales", "user", "liu");
    static final List<String> DOMAINS =
            List.of("example.com", "example.org", "mail.example.cn", "correo.example.es", "qq.example.com");
    static final List<String> STREETS =
            List.of("人民路", "解放路", "中山路", "建设路", "新华街", "和平街", "文化路", "胜利路", "学院路", "长江大道", "滨江路", "光明街");
    static final List<String> OCCUPATIONS = List.of(
            "教师", "工程师", "医生", "会计", "销售", "司机", "公务员", "个体经营", "律师", "护士", "退休", "软件开发", "engineer", "profesora");
    static final List<String> BRANDS = List.of("华兴", "东方", "恒达", "金泰", "宏远", "天成", "新世纪", "永盛", "百合", "海纳", "德信", "中汇");
    static final List<String> BRANCHES =
            List.of("贸易", "科技", "建材", "食品", "物流", "服装", "电子", "医药", "装饰工程", "信息技术", "餐饮管理");
    static final List<String> EDUCATIONS = List.of("小学", "初中", "高中", "大专", "大专", "本科", "本科", "硕士", "博士", "中专");
    static final List<String> CHANNELS = List.of("官网", "小程序", "问卷调查", "业务办理", "面谈", "电话访谈");
    static final List<String> NEEDS = List.of("理财产品", "车险", "住房贷款", "教育培训", "健康体检;养老", "旅游", "家用电器", "装修");
    static final List<String> REMARKS = List.of(
            "老客户介绍", "请在工作日联系", "希望寄送产品目录", "Prefers e-mail", "Llamar por la tarde", "对价格敏感，需要主管跟进", "参加过去年的答谢会");

    private Words() {}
}
