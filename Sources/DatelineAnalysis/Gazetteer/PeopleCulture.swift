/// Built-in gazetteer: people of science, letters, entertainment and sport.
extension BuiltInGazetteer {
  static let peopleCulture = #"""
    stephen-hawking | person | Stephen Hawking | surname: =Hawking
    albert-einstein | person | Albert Einstein | alias: Einstein | not: Albert Einstein College; Einstein Bros
    richard-dawkins | person | Richard Dawkins | alias: Dawkins
    jane-goodall | person | Jane Goodall | alias: Goodall
    james-watson | person | James Watson | alias: James D. Watson | surname: Watson
    francis-collins | person | Francis Collins | alias: Francis S. Collins | surname: Collins
    craig-venter | person | Craig Venter | alias: J. Craig Venter | surname: Venter
    neil-armstrong | person | Neil Armstrong | surname: Armstrong
    buzz-aldrin | person | Buzz Aldrin | alias: Aldrin
    john-glenn | person | John Glenn | surname: Glenn
    neil-degrasse-tyson | person | Neil deGrasse Tyson | surname: Tyson
    noam-chomsky | person | Noam Chomsky | alias: Chomsky
    paul-krugman | person | Paul Krugman | alias: Krugman
    joseph-stiglitz | person | Joseph Stiglitz | alias: Stiglitz
    milton-friedman | person | Milton Friedman | surname: Friedman
    nouriel-roubini | person | Nouriel Roubini | alias: Roubini
    thomas-piketty | person | Thomas Piketty | alias: Piketty
    amartya-sen | person | Amartya Sen
    robert-oppenheimer | person | J. Robert Oppenheimer | alias: Robert Oppenheimer | surname: Oppenheimer
    salman-rushdie | person | Salman Rushdie | alias: Rushdie
    jk-rowling | person | J.K. Rowling | alias: JK Rowling; Rowling; Joanne Rowling
    gabriel-garcia-marquez | person | Gabriel García Márquez | alias: Garcia Marquez
    mario-vargas-llosa | person | Mario Vargas Llosa | alias: Vargas Llosa
    orhan-pamuk | person | Orhan Pamuk | alias: Pamuk
    alexander-solzhenitsyn | person | Alexander Solzhenitsyn | alias: Solzhenitsyn; Aleksandr Solzhenitsyn
    elie-wiesel | person | Elie Wiesel | alias: Wiesel
    toni-morrison | person | Toni Morrison | surname: Morrison
    stephen-king | person | Stephen King | surname: =King
    margaret-atwood | person | Margaret Atwood | alias: Atwood
    haruki-murakami | person | Haruki Murakami | surname: Murakami
    vs-naipaul | person | V.S. Naipaul | alias: Naipaul; VS Naipaul
    michael-jackson | person | Michael Jackson | alias: King of Pop | surname: Jackson
    madonna | person | Madonna | not: Madonna and Child; Black Madonna; Sistine Madonna; Madonna University
    elton-john | person | Elton John | alias: Sir Elton John
    bob-dylan | person | Bob Dylan | surname: Dylan
    bruce-springsteen | person | Bruce Springsteen | alias: Springsteen
    paul-mccartney | person | Paul McCartney | alias: McCartney; Sir Paul McCartney | not: Stella McCartney; Linda McCartney; Jesse McCartney
    john-lennon | person | John Lennon | surname: Lennon
    mick-jagger | person | Mick Jagger | alias: Jagger | not: Bianca Jagger; Georgia May Jagger; Jade Jagger
    david-bowie | person | David Bowie | surname: Bowie
    freddie-mercury | person | Freddie Mercury
    bono | person | =Bono | alias: U2 singer Bono; U2 frontman Bono | not: Sonny Bono; Mary Bono; Chaz Bono; Pro Bono; Mary Bono Mack; Cui Bono; Chastity Bono; Edward de Bono
    beyonce | person | Beyoncé | alias: Beyonce Knowles; Beyoncé Knowles-Carter
    jay-z | person | Jay-Z | alias: Shawn Carter
    kanye-west | person | Kanye West | alias: Kanye
    kim-kardashian | person | Kim Kardashian | alias: Kim Kardashian West | surname: Kardashian
    taylor-swift | person | Taylor Swift | surname: =Swift
    lady-gaga | person | Lady Gaga | alias: Stefani Germanotta | surname: Gaga
    britney-spears | person | Britney Spears | alias: Britney | surname: =Spears | not: Britney Griner
    justin-bieber | person | Justin Bieber | alias: Bieber | not: Hailey Bieber
    rihanna | person | Rihanna
    whitney-houston | person | Whitney Houston | surname: =Houston
    ariana-grande | person | Ariana Grande
    miley-cyrus | person | Miley Cyrus | surname: Cyrus
    drake-rapper | person | Aubrey Graham | alias: rapper Drake; Aubrey Drake Graham
    eminem | person | Eminem | alias: Marshall Mathers
    sean-combs | person | Sean Combs | alias: P. Diddy; Puff Daddy; Sean Diddy Combs; =Diddy | surname: =Combs
    bob-geldof | person | Bob Geldof | alias: Geldof | not: Peaches Geldof
    shakira | person | Shakira | not: Shakira Austin
    bad-bunny | person | Bad Bunny | alias: Benito Antonio Martinez Ocasio
    amy-winehouse | person | Amy Winehouse | alias: Winehouse
    luciano-pavarotti | person | Luciano Pavarotti | alias: Pavarotti
    steven-spielberg | person | Steven Spielberg | alias: Spielberg
    george-lucas | person | George Lucas | surname: Lucas
    woody-allen | person | Woody Allen | surname: Allen
    roman-polanski | person | Roman Polanski | alias: Polanski
    quentin-tarantino | person | Quentin Tarantino | alias: Tarantino
    martin-scorsese | person | Martin Scorsese | alias: Scorsese
    christopher-nolan | person | Christopher Nolan | surname: Nolan
    clint-eastwood | person | Clint Eastwood | surname: Eastwood
    michael-moore | person | Michael Moore | surname: Moore
    mel-gibson | person | Mel Gibson | surname: Gibson
    tom-cruise | person | Tom Cruise | surname: =Cruise
    tom-hanks | person | Tom Hanks | surname: =Hanks
    brad-pitt | person | Brad Pitt | surname: Pitt
    angelina-jolie | person | Angelina Jolie | alias: Jolie; Angelina Jolie Pitt
    george-clooney | person | George Clooney | alias: Clooney | not: Amal Clooney; Rosemary Clooney; Nick Clooney
    amal-clooney | person | Amal Clooney
    leonardo-dicaprio | person | Leonardo DiCaprio | alias: DiCaprio
    meryl-streep | person | Meryl Streep | alias: Streep
    johnny-depp | person | Johnny Depp | alias: Depp
    amber-heard | person | Amber Heard | surname: =Heard
    sean-penn | person | Sean Penn | surname: =Penn
    robin-williams | person | Robin Williams | surname: Williams
    robert-de-niro | person | Robert De Niro | alias: De Niro
    kevin-spacey | person | Kevin Spacey | alias: Spacey
    alec-baldwin | person | Alec Baldwin | surname: Baldwin
    jane-fonda | person | Jane Fonda | surname: Fonda
    charlie-sheen | person | Charlie Sheen | surname: =Sheen
    ellen-degeneres | person | Ellen DeGeneres | alias: DeGeneres
    david-letterman | person | David Letterman | alias: Letterman
    jay-leno | person | Jay Leno | alias: Leno
    joe-rogan | person | Joe Rogan | surname: Rogan
    roseanne-barr | person | Roseanne Barr | alias: Roseanne | surname: Barr
    rosie-odonnell | person | Rosie O'Donnell | surname: O'Donnell
    kathy-griffin | person | Kathy Griffin | surname: Griffin
    caitlyn-jenner | person | Caitlyn Jenner | alias: Bruce Jenner | surname: Jenner
    jimmy-savile | person | Jimmy Savile | alias: Savile; Sir Jimmy Savile | not: Savile Row
    amitabh-bachchan | person | Amitabh Bachchan | surname: Bachchan
    shah-rukh-khan | person | Shah Rukh Khan | alias: Shahrukh Khan | surname: Khan
    aamir-khan | person | Aamir Khan | surname: Khan
    salman-khan | person | Salman Khan | surname: Khan
    oj-simpson | person | O.J. Simpson | alias: OJ Simpson | surname: Simpson
    tiger-woods | person | Tiger Woods | surname: =Woods
    phil-mickelson | person | Phil Mickelson | alias: Mickelson
    rory-mcilroy | person | Rory McIlroy | alias: McIlroy
    roger-federer | person | Roger Federer | alias: Federer
    rafael-nadal | person | Rafael Nadal | alias: Nadal; Rafa Nadal
    novak-djokovic | person | Novak Djokovic | alias: Djokovic
    andy-murray | person | Andy Murray | surname: Murray
    serena-williams | person | Serena Williams | alias: =Serena | surname: Williams | not: Serena Hotel
    venus-williams | person | Venus Williams | surname: Williams
    maria-sharapova | person | Maria Sharapova | alias: Sharapova
    naomi-osaka | person | Naomi Osaka
    andre-agassi | person | Andre Agassi | alias: Agassi
    pete-sampras | person | Pete Sampras | alias: Sampras
    boris-becker | person | Boris Becker | surname: Becker
    ivan-lendl | person | Ivan Lendl | alias: Lendl
    martina-navratilova | person | Martina Navratilova | alias: Navratilova
    carlos-alcaraz | person | Carlos Alcaraz | alias: Alcaraz
    jannik-sinner | person | Jannik Sinner | surname: =Sinner
    usain-bolt | person | Usain Bolt | surname: =Bolt
    mo-farah | person | Mo Farah | surname: Farah
    caster-semenya | person | Caster Semenya | alias: Semenya
    marion-jones | person | Marion Jones | surname: Jones
    ben-johnson-sprinter | person | Ben Johnson | surname: Johnson
    carl-lewis | person | Carl Lewis | surname: Lewis
    simone-biles | person | Simone Biles | alias: Biles
    larry-nassar | person | Larry Nassar | alias: Nassar
    michael-phelps | person | Michael Phelps | surname: Phelps
    ryan-lochte | person | Ryan Lochte | alias: Lochte
    lance-armstrong | person | Lance Armstrong | surname: Armstrong
    lewis-hamilton | person | Lewis Hamilton | surname: Hamilton
    michael-schumacher | person | Michael Schumacher | surname: Schumacher
    sebastian-vettel | person | Sebastian Vettel | alias: Vettel
    max-verstappen | person | Max Verstappen | alias: Verstappen | not: Jos Verstappen
    bernie-ecclestone | person | Bernie Ecclestone | alias: Ecclestone
    lionel-messi | person | Lionel Messi | alias: Messi; Leo Messi
    cristiano-ronaldo | person | Cristiano Ronaldo | surname: Ronaldo
    neymar | person | Neymar
    kylian-mbappe | person | Kylian Mbappé | alias: Mbappe
    zinedine-zidane | person | Zinedine Zidane | alias: Zidane
    david-beckham | person | David Beckham | surname: Beckham
    wayne-rooney | person | Wayne Rooney | surname: Rooney
    harry-kane | person | Harry Kane | surname: Kane
    mohamed-salah | person | Mohamed Salah | alias: Mo Salah | surname: Salah
    luis-suarez | person | Luis Suárez | surname: Suárez
    thierry-henry | person | Thierry Henry | surname: Henry
    diego-maradona | person | Diego Maradona | alias: Maradona
    pele | person | =Pelé | alias: Brazilian great Pele; soccer great Pele; Edson Arantes do Nascimento
    alex-ferguson | person | Alex Ferguson | alias: Sir Alex Ferguson; Sir Alex | surname: Ferguson
    jose-mourinho | person | José Mourinho | alias: Mourinho
    arsene-wenger | person | Arsène Wenger | alias: Wenger
    pep-guardiola | person | Pep Guardiola | alias: Guardiola
    jurgen-klopp | person | Jürgen Klopp | alias: Juergen Klopp; Klopp
    carlo-ancelotti | person | Carlo Ancelotti | alias: Ancelotti
    franz-beckenbauer | person | Franz Beckenbauer | alias: Beckenbauer
    sepp-blatter | person | Sepp Blatter | alias: Blatter; Joseph Blatter
    michel-platini | person | Michel Platini | alias: Platini
    gianni-infantino | person | Gianni Infantino | alias: Infantino
    megan-rapinoe | person | Megan Rapinoe | alias: Rapinoe
    juan-antonio-samaranch | person | Juan Antonio Samaranch | alias: Samaranch
    jacques-rogge | person | Jacques Rogge | alias: Rogge
    thomas-bach | person | Thomas Bach | alias: IOC President Bach | surname: Bach
    sebastian-coe | person | Sebastian Coe | alias: Lord Coe; Seb Coe | surname: Coe
    michael-jordan | person | Michael Jordan | surname: =Jordan
    lebron-james | person | LeBron James | alias: LeBron | surname: James
    kobe-bryant | person | Kobe Bryant | alias: Kobe | surname: Bryant | not: Kobe beef; Kobe, Japan; Kobe earthquake; Vissel Kobe; Kobe Steel; port of Kobe; Japanese city of Kobe
    stephen-curry | person | Stephen Curry | alias: Steph Curry | surname: =Curry
    shaquille-oneal | person | Shaquille O'Neal | alias: Shaq
    magic-johnson | person | Magic Johnson | alias: Earvin Johnson; Earvin Magic Johnson | surname: Johnson
    yao-ming | person | Yao Ming | surname: Yao
    dennis-rodman | person | Dennis Rodman | alias: Rodman
    brittney-griner | person | Brittney Griner | alias: Griner
    adam-silver | person | Adam Silver | surname: =Silver
    donald-sterling | person | Donald Sterling | surname: =Sterling
    tom-brady | person | Tom Brady | surname: Brady
    peyton-manning | person | Peyton Manning | surname: =Manning
    colin-kaepernick | person | Colin Kaepernick | alias: Kaepernick
    patrick-mahomes | person | Patrick Mahomes | alias: Mahomes
    travis-kelce | person | Travis Kelce | surname: Kelce
    aaron-rodgers | person | Aaron Rodgers | surname: Rodgers
    bill-belichick | person | Bill Belichick | alias: Belichick
    roger-goodell | person | Roger Goodell | alias: Goodell
    ray-rice | person | Ray Rice | surname: =Rice
    michael-vick | person | Michael Vick | surname: =Vick
    aaron-hernandez | person | Aaron Hernandez | surname: Hernandez
    joe-paterno | person | Joe Paterno | alias: Paterno
    jerry-sandusky | person | Jerry Sandusky | alias: Sandusky | not: Sandusky, Ohio
    barry-bonds | person | Barry Bonds | surname: =Bonds
    alex-rodriguez | person | Alex Rodriguez | alias: A-Rod | surname: Rodriguez
    derek-jeter | person | Derek Jeter | alias: Jeter
    roger-clemens | person | Roger Clemens | surname: Clemens
    shohei-ohtani | person | Shohei Ohtani | alias: Ohtani
    muhammad-ali | person | Muhammad Ali | alias: Cassius Clay | surname: Ali
    mike-tyson | person | Mike Tyson | surname: Tyson
    floyd-mayweather | person | Floyd Mayweather | alias: Mayweather
    conor-mcgregor | person | Conor McGregor | surname: McGregor
    tyson-fury | person | Tyson Fury | surname: =Fury
    anthony-joshua | person | Anthony Joshua | surname: Joshua
    sidney-crosby | person | Sidney Crosby | surname: Crosby
    wayne-gretzky | person | Wayne Gretzky | alias: Gretzky
    alex-ovechkin | person | Alexander Ovechkin | alias: Alex Ovechkin; Ovechkin
    sachin-tendulkar | person | Sachin Tendulkar | alias: Tendulkar
    virat-kohli | person | Virat Kohli | alias: Kohli
    ms-dhoni | person | Mahendra Singh Dhoni | alias: Dhoni; M.S. Dhoni; MS Dhoni
    shane-warne | person | Shane Warne | alias: Warne
    garry-kasparov | person | Garry Kasparov | alias: Kasparov
    magnus-carlsen | person | Magnus Carlsen | alias: Carlsen
    hansie-cronje | person | Hansie Cronje | alias: Cronje
    """#
}
